"""The running program: the first picture at once, the shop behind it, and an orderly end."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon

from app.domain.errors import PolkaError
from app.ui.context import UiContext
from app.ui.desktop.ending import EndSignals, PolkaApplication
from app.ui.dialogs.confirmation import ICON_PIXELS
from app.ui.frame import Frame
from app.ui.garbage import GarbageCollector, set_aside
from app.ui.i18n import Language, system_language
from app.ui.icons import pixmap
from app.ui.noise import drop_offscreen_noise
from app.ui.single_instance import SingleInstance
from app.ui.tasks import TaskRunner
from app.ui.theme import Theme, interface_font

if TYPE_CHECKING:
    from app.services.engine import Engine
    from app.services.news import Seen
    from app.services.shop import Shop
    from app.ui.bridge import ShopBridge
    from app.ui.desktop.desktop import Desktop
    from app.ui.main_window import MainView

log = logging.getLogger(__name__)

LOG_BYTES = 1_000_000
LOG_FILES = 3
MEMORY_FILE = "window.ini"


def run_window(
    shop: Shop,
    *,
    language: str | None = None,
    theme: str | None = None,
    starts_hidden: bool = False,
    is_temporary: bool = False,
    already_open: Callable[[], object] = lambda: None,
) -> int:
    """Show the window of a shop until the person quits; returns the exit code.

    `is_temporary`: the demo; nothing goes on without the window, whatever was chosen. `already_open` is
    called where the folder has a window: that comes to the front.
    """
    application = make_application()
    drop_offscreen_noise()
    instance = SingleInstance(shop.folder)
    if not instance.is_first:
        already_open()
        return 0
    window = PolkaWindow(shop, language=language, theme=theme, is_temporary=is_temporary)
    instance.second_started.connect(window.bring_to_front)
    signals = EndSignals()
    signals.told.connect(application.quit)
    window.quit_requested.connect(application.quit)
    application.setQuitOnLastWindowClosed(False)  # a hidden window is none for Qt
    # Where the session ends, Windows lets this signal be the last thing that runs.
    application.aboutToQuit.connect(instance.close)
    application.aboutToQuit.connect(window.close)
    window.begin(is_hidden=starts_hidden)
    code = application.exec()
    window.close()
    signals.close()
    return code


def make_application(arguments: Sequence[str] = ("polka",)) -> QApplication:
    """The one Qt application of this process."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else PolkaApplication(list(arguments))
    application.setApplicationName("Polka")
    application.setStyle("Fusion")
    application.setFont(interface_font())
    return application


class PolkaWindow(QObject):
    """One shop in one window: opened after the first picture, closed in order."""

    opened = Signal()
    upgrading = Signal()  # from the thread that opens the shop
    quit_requested = Signal()

    def __init__(
        self,
        shop: Shop,
        *,
        language: str | None = None,
        theme: str | None = None,
        is_temporary: bool = False,
    ) -> None:
        super().__init__()
        self._is_temporary = is_temporary
        self.shop = shop
        self._garbage = GarbageCollector(self)
        shop.folder.mkdir(parents=True, exist_ok=True)
        self.memory = QSettings(str(shop.folder / MEMORY_FILE), QSettings.Format.IniFormat)
        self.language = Language(self)
        self.language.use(language or str(self.memory.value("language", system_language())))
        self.theme = Theme(self)
        self.theme.use(theme or str(self.memory.value("theme", "system")))
        self.tasks = TaskRunner(self)
        self.tasks.broke.connect(self._on_bug)
        self.engine: Engine | None = None
        self.bridge: ShopBridge | None = None
        self.view: MainView | None = None
        self.desktop: Desktop | None = None
        self._seen: Seen | None = None
        self._context: UiContext | None = None
        self._has_begun = False
        self._closes_when_open = False
        self._told_of_bug = False
        self._is_closed = False
        self.frame = Frame(self.memory, is_demo=is_temporary)
        self._connect()

    def _connect(self) -> None:
        self.upgrading.connect(self.frame.show_upgrading, Qt.ConnectionType.QueuedConnection)
        self.frame.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        self.frame.view_painted.connect(self._on_view_painted)
        self.frame.retry_requested.connect(self._open)
        self.frame.folder_requested.connect(self._open_folder)
        self.frame.close_requested.connect(self._on_close_requested)
        self.frame.quit_requested.connect(self.quit)
        application = QApplication.instance()
        if isinstance(application, PolkaApplication):
            application.ending.connect(self._on_ending)

    def begin(self, *, is_hidden: bool = False) -> None:
        """Show the window; hidden it is only opened, and minimised where no tray could bring it back."""
        self.frame.closes_at_once = False
        if not is_hidden:
            self.frame.show()
            return
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self.frame.showMinimized()
        self._on_painted()

    def _on_painted(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._open()

    def _open(self) -> None:
        self.frame.show_opening()
        self.tasks.run(
            _open_shop, self.shop, self.upgrading.emit, done=self._on_opened, failed=self._on_open_failed
        )

    def _on_opened(self, opened: tuple[Engine, Seen]) -> None:
        from app.ui.bridge import ShopBridge
        from app.ui.main_window import MainView

        log_into(self.shop.folder)
        self._hook_bugs()
        self.engine, self._seen = opened
        self.bridge = ShopBridge(self.shop, self.engine, self)
        self._context = context = UiContext(
            self.shop, self.engine, self.tasks, self.bridge, self.theme, self.memory, self._is_temporary
        )
        self.tasks.hold()
        self.view = MainView(context, self.language)
        self.frame.show_view(self.view)
        set_aside()
        self.opened.emit()

    def _on_view_painted(self) -> None:
        """Other threads begin only now: they would take turns with the painting."""
        self.tasks.release()
        if self.engine is not None and not self._is_closed:
            self._add_desktop()
            self.engine.start()

    def _add_desktop(self) -> None:
        from app.ui.desktop.desktop import Desktop

        if self.view is not None and self._seen is not None and self._context is not None:
            self.desktop = Desktop(self._context, self.view, self.frame, self._seen, parent=self)
            self.desktop.open_requested.connect(self.bring_to_front)
            self.desktop.quit_requested.connect(self.quit)
            if self._closes_when_open:
                self.desktop.close_window()

    def _on_open_failed(self, error: PolkaError) -> None:
        self._closes_when_open = False
        self.frame.show_failure(error)
        self.bring_to_front()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.shop.folder)))

    def bring_to_front(self) -> None:
        """A second start of the program on the same folder shows this window."""
        self.frame.showNormal() if self.frame.isMinimized() else self.frame.show()
        self.frame.raise_()
        self.frame.activateWindow()

    def _on_close_requested(self) -> None:
        """While the shop is being opened it waits for that; a second time it does not wait."""
        if self.desktop is not None and not self._is_temporary:
            self.desktop.close_window()
        elif self._closes_when_open or self._is_temporary or self.frame.is_failed:
            self.quit()
        else:
            self._closes_when_open = True

    def quit(self) -> None:
        """The person wants it all to end."""
        self._on_ending()
        self.quit_requested.emit()

    def _on_ending(self) -> None:
        self.frame.closes_at_once = True

    def close(self) -> None:
        """Finish what is being written, stop the engine, close the database."""
        if self._is_closed:
            return
        sys.excepthook = sys.__excepthook__
        self._is_closed = True
        self._on_ending()
        self.frame.close()
        if self.desktop is not None:
            self.desktop.close()
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


def _open_shop(shop: Shop, upgrading: Callable[[], object]) -> tuple[Engine, Seen]:
    from app.services.engine import Engine
    from app.services.news import seen_now
    from app.ui import main_window  # its imports take longer than a frame: read on this thread
    from app.ui.desktop import desktop

    del main_window, desktop
    shop.open(upgrading)
    return Engine(shop), seen_now(shop)


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
