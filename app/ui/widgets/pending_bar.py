"""The bar below the table of products: how much is typed, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.services.views import PendingSummary


class PendingBar(QWidget):
    """Undo, reset all, review and send."""

    undo_clicked = Signal()
    reset_clicked = Signal()
    review_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pendingBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._summary = PendingSummary(0, 0)
        self._changes = QLabel()
        self._changes.setProperty("strong", True)
        self._products = QLabel()
        self._products.setProperty("muted", True)
        self._undo = QPushButton()
        self._undo.setEnabled(False)
        self._undo.clicked.connect(self.undo_clicked)
        self._reset = QPushButton()
        self._reset.clicked.connect(self.reset_clicked)
        self._review = QPushButton()
        self._review.setProperty("primary", True)
        self._review.clicked.connect(self.review_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 11, 18, 11)
        line.setSpacing(12)
        line.addWidget(self._changes)
        line.addWidget(self._products)
        line.addStretch(1)
        for button in (self._undo, self._reset, self._review):
            line.addWidget(button)
        self.retranslate()

    @property
    def has_changes(self) -> bool:
        """Whether there is something to send."""
        return self._summary.changes > 0

    def show_summary(self, summary: PendingSummary) -> None:
        """Show how much is typed and not sent."""
        self._summary = summary
        self.retranslate()

    def set_can_undo(self, can_undo: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """Whether there is an edit to undo."""
        self._undo.setEnabled(can_undo)

    def retranslate(self) -> None:
        """Show the words in the language of now."""
        changes, products = self._summary.changes, self._summary.products
        self._changes.setText(
            self.tr("%n change(s)", "", changes) if changes else self.tr("Nothing to send")
        )
        self._products.setText(self.tr("in %n product(s)", "", products) if changes else "")
        self._undo.setText(self.tr("Undo edit"))
        self._undo.setToolTip(self.tr("Undo the last edit (Ctrl+Z)"))
        self._reset.setText(self.tr("Reset all"))
        self._reset.setToolTip(self.tr("Take all edits away; they can be undone"))
        self._review.setText(self.tr("Review and send →"))
        self._review.setToolTip(self.tr("See everything in words before it is sent (Ctrl+Enter)"))
        self._reset.setEnabled(self.has_changes)
        self._review.setEnabled(self.has_changes)
