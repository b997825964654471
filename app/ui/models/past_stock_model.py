"""The table of the stock at a past moment."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.ledger_views import PastFilter, PastRow
from app.services.movements import past_rows, past_totals
from app.services.shop import Shop
from app.ui import format as shown
from app.ui.models.filtered_model import FilteredModel
from app.ui.models.window_model import USUAL_ROLES

Role = Qt.ItemDataRole


class PastColumn(IntEnum):
    """The columns in order."""

    PRODUCT = 0
    SIZE = 1
    THEN = 2
    NOW = 3
    CHANGE = 4


class PastStockModel(FilteredModel[PastRow, PastFilter]):
    """By article; `UserRole` is the row."""

    columns = PastColumn
    figures = frozenset({PastColumn.THEN, PastColumn.NOW, PastColumn.CHANGE})
    roles = USUAL_ROLES | {Role.ForegroundRole}

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Product"),
            self.tr("Size"),
            self.tr("Stock then"),
            self.tr("Stock now"),
            self.tr("Change"),
        )

    @override
    def read_count(self, shop: Shop) -> int:
        return past_totals(shop, self.wanted).sizes

    @override
    def read_page(self, shop: Shop, offset: int, limit: int) -> list[PastRow]:
        return past_rows(shop, self.wanted, offset, limit)

    @override
    def cell(self, row: PastRow, column: int, role: int) -> Any:
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return _text(row, column)
            case Role.UserRole:
                return row
            case Role.TextAlignmentRole:
                return self.alignment(column)
            case Role.FontRole if column in {PastColumn.PRODUCT, PastColumn.THEN}:
                return self.bold
            case Role.ForegroundRole if (_figure(row, column) or 0) < 0:
                return QColor(self._context.theme.color("bad"))
            case _:
                return None


def _figure(row: PastRow, column: int) -> int | None:
    """The stock that may be below zero; a change may."""
    return {PastColumn.THEN: row.then, PastColumn.NOW: row.now}.get(PastColumn(column), 0)


def _text(row: PastRow, column: int) -> str:
    match column:
        case PastColumn.PRODUCT:
            return row.article
        case PastColumn.SIZE:
            return row.size
        case PastColumn.CHANGE:
            change = (row.now or 0) - (row.then or 0)
            return shown.signed(change) if change else "—"
        case _:
            return shown.stock(_figure(row, column))
