"""How a cell of the table of products is painted: flat rows, the row of the person shaded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.ui.models.size_cells import EditedRole
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

SIDE = 10
"""Pixels between a cell's edge and its text."""


class CellDelegate(QStyledItemDelegate):
    """Background by row, text as the model says, a line below, a frame around the current cell."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme = theme
        self.view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect  # pyright: ignore
        painter.fillRect(rect, self._background(option, index))
        self.paint_content(painter, rect.adjusted(SIDE, 0, -SIDE, -1), index)
        painter.setPen(self.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index == self.view.currentIndex() and self.view.hasFocus():
            painter.setPen(self.color("acc"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def paint_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """What is inside a cell: here its text."""
        text = index.data(Role.DisplayRole)
        if not text:
            return
        font = index.data(Role.FontRole)
        painter.setFont(font if isinstance(font, QFont) else self.view.font())
        painter.setPen(self._foreground(index))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, index.data(Role.TextAlignmentRole), elided)

    def _background(self, option: QStyleOptionViewItem, index: Index) -> QColor:
        if index.data(EditedRole):
            return self.color("edit")
        is_selected = QStyle.StateFlag.State_Selected in option.state  # pyright: ignore
        if is_selected or index.row() == self.view.currentIndex().row():
            return self.color("sel")
        brush = index.data(Role.BackgroundRole)
        return QBrush(brush).color() if brush is not None else self.color("panel")

    def _foreground(self, index: Index) -> QColor:
        color = index.data(Role.ForegroundRole)
        return QColor(color) if color is not None else self.color("text")

    def color(self, name: str) -> QColor:
        """A colour of the theme."""
        return QColor(self.theme.color(name))
