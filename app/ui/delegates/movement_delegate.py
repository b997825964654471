"""A movement in one line: its time, a chip that says why, and the change of the stock."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.ui.models.timeline_model import WhenRole
from app.ui.theme import Theme
from app.ui.widgets.chip import ChipRole, chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex

GAP = 7
LEAST_CHIP = 40
SLACK = 2
"""Pixels beyond the measured width without which the last character may be cut: it is rounded."""


class MovementDelegate(QStyledItemDelegate):
    """Each part takes what it needs; where that is too much the chip gives way, not the figures."""

    def __init__(self, theme: Theme, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(LEAST_CHIP, self._height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)  # pyright: ignore[reportAttributeAccessIssue]
        rect = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        when, chip = index.data(WhenRole), index.data(ChipRole)
        change = index.data(Qt.ItemDataRole.DisplayRole)
        wanted = painter.fontMetrics().horizontalAdvance(change) + GAP + SLACK
        rect.setLeft(rect.left() + self._write(painter, rect, when) + GAP)
        room = max(rect.width() - wanted, LEAST_CHIP)
        chip_rect = QRect(rect)
        chip_rect.setWidth(min(chip_width(chip, painter.font()), room))
        rect.setLeft(rect.left() + paint_chip(painter, chip_rect, chip, self._theme) + GAP)
        self._write(painter, rect, change, index.data(Qt.ItemDataRole.ForegroundRole))
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str, color: QColor | None = None) -> int:
        """Write what fits; returns the width used."""
        painter.setPen(color or QColor(self._theme.color("text")))
        metrics = painter.fontMetrics()
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        return metrics.horizontalAdvance(elided)
