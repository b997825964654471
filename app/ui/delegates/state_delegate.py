"""The last column: a chip with the state in words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.ui.delegates.cell_delegate import CellDelegate
from app.ui.widgets.chip import Chip, ChipRole, paint_chip


class StateDelegate(CellDelegate):
    """A row without a state stays empty."""

    @override
    def paint_content(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chip = index.data(ChipRole)
        if isinstance(chip, Chip):
            painter.setFont(self.view.font())
            paint_chip(painter, rect, chip, self.theme)
