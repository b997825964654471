"""The running program: the first picture at once, the shop behind it, and an orderly end."""

from __future__ import annotations

import gc
import logging
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.domain.errors import PolkaError
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import ICON_PIXELS
from app.ui.frame import Frame
from app.ui.garbage import GarbageCollector
from app.ui.i18n import Language, system_language
from app.ui.icons import pixmap
from app.ui.noise import drop_offscreen_noise
from app.ui.single_instance import SingleInstance
from app.ui.tasks import TaskRunner
from app.ui.theme import Theme, interface_font

if TYPE_CHECKING:
    from app.services.engine import Engine
    from app.services.shop import Shop
    from app.ui.bridge import ShopBridge
    from app.ui.main_window import MainView

log = logging.getLogger(__name__)

LOG_BYTES = 1_000_000
LOG_FILES = 3
MEMORY_FILE = "window.ini"


def run_window(shop: Shop, *, language: str | None = None, theme: str | None = None) -> int:
    """Show the window of a shop until it is closed; returns the exit code."""
    application = make_application()
    drop_offscreen_noise()
    instance = SingleInstance(shop.folder)
    if not instance.is_first:
        return 0
    window = PolkaWindow(shop, language=language, theme=theme)
    instance.second_started.connect(window.bring_to_front)
    window.frame.show()
    code = application.exec()
    window.close()
    return code


def make_application(arguments: Sequence[str] = ("polka",)) -> QApplication:
    """The one Qt application of this process."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(arguments))
    application.setApplicationName("Polka")
    application.setStyle("Fusion")
    application.setFont(interface_font())
    return application


class PolkaWindow(QObject):
    """One shop in one window: opened after the first picture, closed in order."""

    opened = Signal()

    def __init__(self, shop: Shop, *, language: str | None = None, theme: str | None = None) -> None:
        super().__init__()
        self.shop = shop
        self._garbage = GarbageCollector(self)
        shop.folder.mkdir(parents=True, exist_ok=True)
        self.memory = QSettings(str(shop.folder / MEMORY_FILE), QSettings.Format.IniFormat)
        self.language = Language(self)
        self.language.use(language or str(self.memory.value("language", system_language())))
        self.theme = Theme(self)
        self.theme.use(theme or str(self.memory.value("theme", "system")))
        self.garbage = GarbageCollector(self)
        self.tasks = TaskRunner(self)
        self.tasks.broke.connect(self._on_bug)
        self.engine: Engine | None = None
        self.bridge: ShopBridge | None = None
        self.view: MainView | None = None
        self._told_of_bug = False
        self._is_closed = False
        self.frame = Frame(self.memory)
        self.frame.painted.connect(self._open, Qt.ConnectionType.QueuedConnection)
        self.frame.view_painted.connect(self._on_view_painted)
        self.frame.retry_requested.connect(self._open)
        self.frame.folder_requested.connect(self._open_folder)

    def _open(self) -> None:
        self.frame.show_opening()
        self.tasks.run(_open_shop, self.shop, done=self._on_opened, failed=self._on_open_failed)

    def _on_opened(self, engine: Engine) -> None:
        from app.ui.bridge import ShopBridge
        from app.ui.main_window import MainView

        log_into(self.shop.folder)
        self._hook_bugs()
        self.engine = engine
        self.bridge = ShopBridge(self.shop, engine, self)
        context = UiContext(self.shop, engine, self.tasks, self.bridge, self.theme, self.memory)
        self.tasks.hold()
        self.view = MainView(context, self.language)
        self.frame.show_view(self.view)
        gc.freeze()  # what the start has made stays: later searches need not look through it
        self.opened.emit()

    def _on_view_painted(self) -> None:
        """Other threads begin only now: they would take turns with the painting."""
        self.tasks.release()
        if self.engine is not None and not self._is_closed:
            self.engine.start()

    def _on_open_failed(self, error: PolkaError) -> None:
        self.frame.show_failure(error)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shop.folder)))

    def bring_to_front(self) -> None:
        """A second start of the program on the same folder shows this window."""
        self.frame.showNormal() if self.frame.isMinimized() else self.frame.show()
        self.frame.raise_()
        self.frame.activateWindow()

    def close(self) -> None:
        """Finish what is being written, stop the engine, close the database."""
        sys.excepthook = sys.__excepthook__
        self._is_closed = True
        self.frame.close()
        if self.bridge is not None:
            self.bridge.close()
        self.tasks.close()
        if self.engine is not None:
            self.engine.stop()
        self.shop.close()
        self.memory.sync()
        self.frame.deleteLater()
        self._garbage.close()

    def _hook_bugs(self) -> None:
        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            log.error("a bug", exc_info=(kind, error, trace))
            if isinstance(error, Exception):
                self._on_bug(error)

        sys.excepthook = hook

    def _on_bug(self, error: Exception) -> None:
        """Shown once; the program goes on."""
        if self._told_of_bug:
            return
        self._told_of_bug = True
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Polka"),
            self.tr("Something went wrong inside Polka. Your data are safe; you can go on."),
            QMessageBox.StandardButton.Close,
            self.frame,
        )
        ratio = self.frame.devicePixelRatioF()
        box.setIconPixmap(pixmap("warning", self.theme.color("bad"), ICON_PIXELS, ratio))
        details = "".join(traceback.format_exception(error))
        copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.open()


def _open_shop(shop: Shop) -> Engine:
    from app.services.engine import Engine
    from app.ui import main_window  # its imports take longer than a frame: read on this thread

    del main_window
    shop.open()
    return Engine(shop)


def log_into(folder: Path) -> None:
    """Keep what went wrong in `logs/polka.log`; the token is never among it."""
    from logging.handlers import RotatingFileHandler

    path = folder / "logs" / "polka.log"
    root = logging.getLogger()
    if any(getattr(handler, "baseFilename", "") == str(path) for handler in root.handlers):
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        log.warning("no log can be written in %s", folder)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    root.addHandler(handler)
