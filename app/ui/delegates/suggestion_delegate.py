"""A product to choose: its article and title, and below what tells it from others."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.services.views import ProductRow
from app.ui.delegates.two_line_delegate import Index, TwoLineDelegate
from app.ui.models.suggestion_model import EvidenceRole

GAP = 8


class SuggestionDelegate(TwoLineDelegate):
    """What speaks for it, brand and sizes stand in the second line."""

    @override
    def paint_lines(self, painter: QPainter, first: QRect, second: QRect, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, ProductRow):
            return
        used = self.write(painter, first, row.article, "text", strong=True)
        self.write(painter, first.adjusted(used + GAP, 0, 0, 0), row.title, "text")
        sizes = ", ".join(size.value for size in row.sizes)
        evidence = index.data(EvidenceRole)
        used = self.write(painter, second, evidence, "text") + GAP if evidence else 0
        words = " · ".join(part for part in (row.brand, sizes) if part)
        self.write(painter, second.adjusted(used, 0, 0, 0), words, "mute")
