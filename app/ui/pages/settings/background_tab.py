"""What goes on without the window: closing, notices, starting with the system."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSystemTrayIcon, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import PolkaError
from app.domain.notices import NoticeChoices, NoticeKind
from app.ui.context import UiContext
from app.ui.desktop.autostart import Autostart
from app.ui.desktop.choices import (
    Closing,
    load_closing,
    load_notice_choices,
    save_closing,
    save_notice_choices,
)
from app.ui.i18n import translated
from app.ui.tasks import Task
from app.ui.widgets.segmented import SegmentedControl

ORDER = (
    NoticeKind.SALE,
    NoticeKind.OVERSALE,
    NoticeKind.UNKNOWN,
    NoticeKind.PAUSE,
    NoticeKind.RECEIVING,
)


class BackgroundTab(QWidget):
    """Kept as soon as it is chosen."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._autostart = Autostart.of_folder(context.shop.folder)
        self._reading = Task.nothing()
        self._notices_name, self._closing_name, self._start_name = QLabel(), QLabel(), QLabel()
        self.notices = {kind: QCheckBox() for kind in ORDER}
        self.quiet, self.autostart = QCheckBox(), QCheckBox()
        self.closing = SegmentedControl(list(Closing))
        self._closing_hint, self._start_hint = QLabel(), QLabel()
        self.quit = QPushButton()
        self._lay_out()
        self._show_choices()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        for name in (self._notices_name, self._closing_name, self._start_name):
            name.setProperty("fieldName", True)
        for hint in (self._closing_hint, self._start_hint):
            hint.setProperty("caption", True)
            hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._notices_name, *self.notices.values()):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.quiet)
        column.addSpacing(12)
        self._without_window = QWidget()
        column.addWidget(self._without_window)
        inner = QVBoxLayout(self._without_window)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for widget in (self._closing_name, self.closing, self._closing_hint):
            inner.addWidget(widget)
        inner.addSpacing(12)
        for widget in (self._start_name, self.autostart, self._start_hint):
            inner.addWidget(widget)
        inner.addSpacing(12)
        column.addWidget(self.quit)
        self._without_window.setHidden(self._context.is_temporary)
        self.quit.setSizePolicy(self.closing.sizePolicy())

    def _show_choices(self) -> None:
        choices = load_notice_choices(self._context.memory)
        for kind, box in self.notices.items():
            box.setChecked(kind in choices.kinds)
        self.quiet.setChecked(choices.quiet_while_active)
        self.closing.choose(load_closing(self._context.memory))

    def _connect(self) -> None:
        for box in (*self.notices.values(), self.quiet):
            box.toggled.connect(self._on_notice_toggled)
        self.closing.chosen.connect(self._on_closing_chosen)
        self.autostart.clicked.connect(self._on_autostart_clicked)
        self.quit.clicked.connect(QCoreApplication.quit)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What the question at closing or the desktop's own settings have changed meanwhile."""
        super().showEvent(event)
        self.closing.choose(load_closing(self._context.memory))
        self._read_autostart()
        self._show_hints()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._notices_name.setText(self.tr("Notices"))
        words = {
            NoticeKind.SALE: self.tr("Online sales"),
            NoticeKind.OVERSALE: self.tr("Sold more than there is"),
            NoticeKind.UNKNOWN: self.tr("A delivery without an answer"),
            NoticeKind.PAUSE: self.tr("Sending has stopped, for example because the token is refused"),
            NoticeKind.RECEIVING: self.tr("Events do not come in"),
        }
        for kind, box in self.notices.items():
            box.setText(words[kind])
        self.quiet.setText(self.tr("No notices while I work in Polka"))
        self._closing_name.setText(self.tr("When the window is closed"))
        self.closing.set_words((self.tr("Ask"), self.tr("Keep receiving"), self.tr("Quit")))
        self._start_name.setText(self.tr("When the computer is switched on"))
        self.autostart.setText(self.tr("Start Polka with the system"))
        self.quit.setText(self.tr("Quit Polka (Ctrl+Q)"))
        self._show_hints()

    def _show_hints(self) -> None:
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        words = self.tr("Polka asks only while receiving is on; otherwise closing quits.")
        if not has_tray:
            small = self.tr(
                "There is no icon beside the clock here, so “Keep receiving” makes the window small."
            )
            words = f"{words} {small}"
        self._closing_hint.setText(words)
        self._start_hint.setText(
            self.tr("It starts as an icon beside the clock, without its window.")
            if has_tray
            else self.tr("It starts with its window small.")
        )

    def _on_notice_toggled(self) -> None:
        kinds = frozenset(kind for kind, box in self.notices.items() if box.isChecked())
        choices = NoticeChoices(kinds, quiet_while_active=self.quiet.isChecked())
        save_notice_choices(self._context.memory, choices)

    def _on_closing_chosen(self, closing: Closing) -> None:
        save_closing(self._context.memory, closing)

    def _on_autostart_clicked(self, is_on: bool) -> None:  # noqa: FBT001  # the signal's signature
        self._reading.cancel()  # what was so before must not undo the click
        self._context.tasks.run(_switch, self._autostart, is_on, failed=self._on_failed, lane="write")

    def _read_autostart(self) -> None:
        self._reading = self._context.tasks.run(_is_on, self._autostart, done=self.autostart.setChecked)

    def _on_failed(self, error: PolkaError) -> None:
        self._start_hint.setText(f"{translated(error.title)} {translated(error.advice)}")
        self._read_autostart()


def _switch(autostart: Autostart, is_on: bool) -> None:  # noqa: FBT001  # called by position on the pool
    autostart.switch(is_on=is_on)


def _is_on(autostart: Autostart) -> bool:
    return autostart.is_on
