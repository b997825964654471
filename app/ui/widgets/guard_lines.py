"""What the guard asks about in a review: a sentence for each danger, and a way to leave just those out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.guard import Danger


class GuardLines(QFrame):
    """Nothing is shown where nothing is dangerous."""

    leave_out_clicked = Signal(object)  # Danger

    def __init__(self, counts: Mapping[Danger, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(4)
        self.buttons: dict[Danger, QPushButton] = {}
        for danger, count in counts.items():
            self._column.addLayout(self._line(danger, count))
        self.setVisible(bool(counts))

    def _line(self, danger: Danger, count: int) -> QHBoxLayout:
        words = QLabel(self._words(danger, count))
        words.setWordWrap(True)
        words.setProperty("tone", "warn")
        line = QHBoxLayout()
        line.addWidget(words, 1)
        if danger is not Danger.MANY_PRODUCTS:
            button = QPushButton(self.tr("Leave out"))
            button.setProperty("link", True)
            button.setAccessibleName(self.tr("Leave out: {words}").format(words=words.text()))
            button.clicked.connect(lambda: self.leave_out_clicked.emit(danger))
            self.buttons[danger] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _words(self, danger: Danger, count: int) -> str:
        match danger:
            case Danger.PRICE_JUMP:
                return self.tr("%n price(s) change a lot. Is that meant?", "", count)
            case Danger.BELOW_ZERO:
                return self.tr("%n action(s) would take the stock below zero.", "", count)
            case Danger.UNUSUAL_QUANTITY:
                return self.tr("%n action(s) have far more pieces than usual.", "", count)
            case Danger.UNKNOWN_STOCK:
                return self.tr("%n action(s) set a stock that nobody has told Polka yet.", "", count)
            case Danger.MANY_PRODUCTS:
                return self.tr("%n product(s) at once. Is that meant?", "", count)
