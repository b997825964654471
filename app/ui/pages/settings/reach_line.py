"""Is the public address reached: a button, and what the last test found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from app.services.status_views import Lamp, Status
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.widgets.chip import Chip, ChipLabel


class ReachLine(QWidget):
    """The test itself is the engine's, which also repeats it quietly now and then."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._status = Status()
        self._has_public_url = False
        self._is_asked = False
        self.button = QPushButton()
        self._chip, self._words = ChipLabel(context.theme), QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        self.button.clicked.connect(self._on_clicked)
        context.bridge.status_changed.connect(self._on_status_changed)
        self._on_status_changed(context.engine.status())  # what is on its way came before this listened

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_public_url(self, public_url: str) -> None:
        """Without one there is nothing to test."""
        self._has_public_url = bool(public_url)
        self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        self._is_asked = True
        if not self._why_not():
            self._context.engine.check_address()
        self._show()

    def _on_status_changed(self, status: Status) -> None:
        self._status = status
        self._show()

    def _why_not(self) -> str:
        """Why nothing can be tested now."""
        if not self._has_public_url:
            return self.tr("There is no public address. Enter it below and save, then check it.")
        if self._status.listener in {Lamp.OFF, Lamp.BAD}:
            return self.tr("Receiving has to be on and working first.")
        return ""

    def _show(self) -> None:
        self.button.setText(self.tr("Check the address"))
        chip, words = self._found()
        self._chip.setVisible(chip is not None)
        if chip is not None:
            self._chip.show_chip(chip)
        self._words.setText(words)

    def _found(self) -> tuple[Chip | None, str]:
        if why_not := self._why_not():
            return None, why_not if self._is_asked else ""
        reach = self._status.reach
        if reach is None:
            return None, ""
        chips = {
            Lamp.GOOD: Chip(self.tr("Reached"), "ok"),
            Lamp.WORKING: Chip(self.tr("Checking"), "info"),
            Lamp.WARNING: Chip(self.tr("Attention"), "warn"),
            Lamp.BAD: Chip(self.tr("Not reached"), "bad"),
        }
        words = translated(reach.words)
        if reach.at is not None:
            words = self.tr("{words} Checked: {time}.").format(words=words, time=shown.when(reach.at))
        return chips[reach.lamp], words
