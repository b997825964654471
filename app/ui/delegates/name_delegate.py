"""The first column: a product's article with its title, a size indented below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from app.services.views import ProductRow, SizeRow
from app.ui.delegates.cell_delegate import CellDelegate
from app.ui.models.size_cells import ItemRole, SubtitleRole

INDENT = 22
"""Pixels by which a size stands further in than its product."""

GAP = 6


class NameDelegate(CellDelegate):
    """The article bold, the title muted after it."""

    @override
    def paint_content(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item = index.data(ItemRole)
        if isinstance(item, SizeRow):
            super().paint_content(painter, rect.adjusted(INDENT, 0, 0, 0), index)
            return
        super().paint_content(painter, rect, index)
        if isinstance(item, ProductRow):
            font = index.data(Qt.ItemDataRole.FontRole)
            painter.setFont(font if isinstance(font, QFont) else self.view.font())
            used = painter.fontMetrics().horizontalAdvance(item.article) + GAP
            self._paint_title(painter, rect.adjusted(used, 0, 0, 0), index.data(SubtitleRole))

    def _paint_title(self, painter: QPainter, rect: QRect, title: str | None) -> None:
        if not title or rect.width() <= 0:
            return
        painter.setFont(self.view.font())
        painter.setPen(self.color("mute"))
        elided = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
