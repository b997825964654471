"""A sentence at a cell: why what was typed was not taken."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

SHOWN_FOR = 7000
"""Milliseconds until the bubble goes away by itself."""

WIDEST = 320


class CellBubble(QLabel):
    """Stands under a cell, or above it where there is no room, and goes away with the next key."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setObjectName("cellBubble")
        self.setWordWrap(True)
        self.setMargin(8)
        self.setMaximumWidth(WIDEST)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_at(self, cell: QRect, sentence: str) -> None:
        """Show a sentence at a cell of the viewport."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        width = min(WIDEST, self.fontMetrics().horizontalAdvance(sentence) + 24)
        self.resize(width, self.heightForWidth(width))
        room = self._viewport.rect()
        below = cell.bottom() + 4
        y = below if below + self.height() <= room.bottom() else cell.top() - self.height() - 4
        x = min(max(cell.right() - width, 4), max(room.right() - width - 4, 4))
        self.move(x, y)
        self.show()
        self.raise_()
        self._timer.start()
