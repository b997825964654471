"""A line that says that only deliveries of a batch or in one state are shown, and leads back to all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.domain.delivery import State
from app.services.batch_views import BatchResult
from app.services.delivery_views import DeliveryKind
from app.services.outbox import Shown
from app.ui import format as shown
from app.ui.words import state_words

_WORDS = {
    BatchResult.DELIVERED: State.DELIVERED,
    BatchResult.REJECTED: State.REJECTED,
    BatchResult.UNKNOWN: State.UNKNOWN,
    BatchResult.CORRECTED: State.CORRECTED,
    BatchResult.NOT_SENT: State.CANCELLED,
    BatchResult.WAITING: State.WAITING,
}


class BatchFilter(QWidget):
    """Hidden while the list is not narrowed by something else than its filters."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Shown | None = None
        self._label, self.leave = QLabel(), QPushButton()
        self.leave.setProperty("link", True)
        self.leave.clicked.connect(self.left)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 5, 18, 5)
        line.addWidget(self._label)
        line.addWidget(self.leave)
        line.addStretch(1)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown; nothing while it is everything."""
        return "" if self.isHidden() else self._label.text()

    @property
    def part_words(self) -> str:
        """«batch 7 · rejected», or a state; nothing while it is one of the filters."""
        if self.part is None:
            return ""
        if isinstance(self.part, DeliveryKind):
            return state_words(State(self.part.value))
        words = self.tr("batch {number}").format(number=shown.number(self.part.batch_id))
        result = "" if self.part.result is None else state_words(_WORDS[self.part.result])
        return f"{words} · {result}" if result else words

    def show_part(self, part: Shown | None) -> None:
        """Say that this is shown; None: one of the filters."""
        self.part = part
        if part is not None:
            self._label.setText(self.tr("Shown: {what}").format(what=self.part_words))
            self.leave.setText(self.tr("Show all deliveries"))
        self.setVisible(part is not None)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.show_part(self.part)
