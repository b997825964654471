"""An item of the review: a check box, what happens to which product, and the figures below."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.delegates.two_line_delegate import HEIGHT, LINE, SIDE, Index, TwoLineDelegate
from app.ui.models.review_model import DetailRole, WarningRole
from app.ui.theme import Theme

BESIDE_BOX = 36
BAR = 3
"""Pixels: at the edge of an item that has to be thought about."""


class ReviewDelegate(TwoLineDelegate):
    """What has to be thought about stands after the figures."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, BESIDE_BOX)

    @override
    def paint_lines(self, painter: QPainter, first: QRect, second: QRect, index: Index) -> None:
        self.write(painter, first, index.data(Qt.ItemDataRole.DisplayRole), "text", strong=True)
        used = self.write(painter, second, index.data(DetailRole), "mute")
        if warning := index.data(WarningRole):
            bar = QRect(0, first.top() - (HEIGHT - 2 * LINE) // 2, BAR, HEIGHT - 1)
            painter.fillRect(bar, QColor(self._theme.color("warn")))
            self.write(painter, second.adjusted(used + SIDE, 0, 0, 0), f"⚠ {warning}", "warn")
