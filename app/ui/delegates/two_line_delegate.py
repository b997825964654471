"""An item of a list in two lines of text, with a rule below."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 54
LINE = 20
SIDE = 12


class TwoLineDelegate(QStyledItemDelegate):
    """The style paints the background, and a check box where there is one."""

    def __init__(self, theme: Theme, parent: QWidget, left: int = SIDE) -> None:
        super().__init__(parent)
        self._theme = theme
        self._left = left

    @abstractmethod
    def paint_lines(self, painter: QPainter, first: QRect, second: QRect, index: Index) -> None:
        """Write both lines."""

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
        width = rect.width() - self._left - SIDE
        top = rect.top() + (rect.height() - 2 * LINE) // 2
        first = QRect(rect.left() + self._left, top, width, LINE)
        self.paint_lines(painter, first, first.translated(0, LINE), index)
        painter.setPen(QColor(self._theme.color("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def write(self, painter: QPainter, rect: QRect, text: str, color: str, *, strong: bool = False) -> int:
        """Write what fits; returns the width used."""
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.color(color)))
        metrics = painter.fontMetrics()
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(rect.width(), 0))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        return metrics.horizontalAdvance(elided)
