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

    def show_part(self, part: Shown | None) -> None:
        """Say that this is shown; None: one of the filters."""
        self.part = part
        if part is not None:
            self._label.setText(self._words(part))
            self.leave.setText(self.tr("Show all deliveries"))
        self.setVisible(part is not None)

    def _words(self, part: Shown) -> str:
        if isinstance(part, DeliveryKind):
            return self.tr("Shown: {state}").format(state=state_words(State(part.value)))
        words = self.tr("Shown: batch {number}").format(number=shown.number(part.batch_id))
        return words if part.result is None else f"{words} · {state_words(_WORDS[part.result])}"

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        self.show_part(self.part)
