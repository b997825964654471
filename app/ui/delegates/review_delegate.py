"""An item of the review: a check box, what happens to which product, and the figures below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.ui.models.review_model import DetailRole, WarningRole
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 54
LEFT = 36
RIGHT = 12
LINE = 20


class ReviewDelegate(QStyledItemDelegate):
    """The style paints the box and the background; two lines of text stand beside it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEIGHT)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        top = QRect(LEFT, rect.top() + 7, rect.width() - LEFT - RIGHT, LINE)
        self._set_weight(painter, QFont.Weight.DemiBold)
        self._paint_text(painter, top, index.data(Qt.ItemDataRole.DisplayRole), "text")
        self._set_weight(painter, QFont.Weight.Normal)
        below = top.translated(0, LINE)
        used = self._paint_text(painter, below, index.data(DetailRole), "mute")
        if warning := index.data(WarningRole):
            beside = below.adjusted(used + RIGHT, 0, 0, 0)
            self._paint_text(painter, beside, f"⚠ {warning}", "warn")
        painter.setPen(QColor(self._theme.color("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _set_weight(self, painter: QPainter, weight: QFont.Weight) -> None:
        font = QFont(painter.font())
        font.setWeight(weight)
        painter.setFont(font)

    def _paint_text(self, painter: QPainter, rect: QRect, text: str, color: str) -> int:
        painter.setPen(QColor(self._theme.color(color)))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        return painter.fontMetrics().horizontalAdvance(elided)
