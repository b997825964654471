"""Cells of a check: one that is wrong keeps its colour in the row that is chosen."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from app.ui.delegates.cell_delegate import Index, Role
from app.ui.delegates.text_delegate import TextDelegate


class CheckDelegate(TextDelegate):
    """Paints the ground that the model gives before any other."""

    @override
    def _background(self, option: QStyleOptionViewItem, index: Index) -> QColor:
        brush = index.data(Role.BackgroundRole)
        return super()._background(option, index) if brush is None else QBrush(brush).color()
