"""The sizes of a delivery: by name where two lines have room for all of them, else how many there are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.ui.models.delivery_table_model import CountedRole
from app.ui.widgets.column_widths import SPACE

LINES = 2
ENDLESS = 10_000


class SizesDelegate(QStyledItemDelegate):
    """Half of the sizes would say something untrue, so a cell has all of them or none."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        counted = index.data(CountedRole)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue]
        if counted and not fits(index.data(), metrics, rect.width() - SPACE):
            option.text = counted  # pyright: ignore[reportAttributeAccessIssue]


def fits(text: str, metrics: QFontMetrics, width: int) -> bool:
    """Whether the lines of a cell hold a text, broken at its spaces."""
    room = QRect(0, 0, width, ENDLESS)
    needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
    return needed.height() <= LINES * metrics.lineSpacing() and needed.width() <= width
