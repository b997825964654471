"""The table of movements."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.ledger_export import origin_words
from app.services.ledger_views import LedgerFilter, LedgerRow
from app.services.movements import movement_count, movement_rows
from app.services.shop import Shop
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.models.filtered_model import FilteredModel
from app.ui.models.window_model import USUAL_ROLES
from app.ui.widgets.chip import ChipRole
from app.ui.words import cause_chip

Role = Qt.ItemDataRole


class LedgerColumn(IntEnum):
    """The columns in order."""

    TIME = 0
    PRODUCT = 1
    SIZE = 2
    CAUSE = 3
    PIECES = 4
    BEFORE = 5
    AFTER = 6
    WHO = 7
    ORIGIN = 8


class LedgerTableModel(FilteredModel[LedgerRow, LedgerFilter]):
    """Newest first; `UserRole` is the row."""

    columns = LedgerColumn
    figures = frozenset({LedgerColumn.PIECES, LedgerColumn.BEFORE, LedgerColumn.AFTER})
    roles = USUAL_ROLES | {Role.ForegroundRole, Role.AccessibleTextRole, ChipRole}

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("When"),
            self.tr("Product"),
            self.tr("Size"),
            self.tr("Cause"),
            self.tr("Pieces"),
            self.tr("Was"),
            self.tr("Is"),
            self.tr("Who"),
            self.tr("From where"),
        )

    @override
    def read_count(self, shop: Shop) -> int:
        return movement_count(shop, self.wanted)

    @override
    def read_page(self, shop: Shop, offset: int, limit: int) -> list[LedgerRow]:
        return movement_rows(shop, self.wanted, offset, limit)

    @override
    def cell(self, row: LedgerRow, column: int, role: int) -> Any:
        match role:
            case Role.DisplayRole:
                return _text(row, column)
            case Role.UserRole:
                return row
            case Role.TextAlignmentRole:
                return self.alignment(column)
            case Role.ToolTipRole:
                return _tip(row, column)
            case Role.FontRole if column == LedgerColumn.PRODUCT:
                return self.bold
            case Role.ForegroundRole if column == LedgerColumn.AFTER and row.here_after < 0:
                return QColor(self._context.theme.color("bad"))
            case _:
                return _chip(row, role) if column == LedgerColumn.CAUSE else None


def _chip(row: LedgerRow, role: int) -> Any:
    chip = cause_chip(row.cause)
    if role == ChipRole:
        return chip
    return chip.text if role == Role.AccessibleTextRole else None


def _text(row: LedgerRow, column: int) -> str:
    match column:
        case LedgerColumn.TIME:
            return shown.log_time(row.at)
        case LedgerColumn.PRODUCT:
            return row.article
        case LedgerColumn.SIZE:
            return row.size
        case LedgerColumn.PIECES:
            return shown.signed(row.quantity)
        case LedgerColumn.BEFORE:
            return shown.number(row.here_before)
        case LedgerColumn.AFTER:
            return shown.number(row.here_after)
        case LedgerColumn.WHO:
            return row.who
        case LedgerColumn.ORIGIN:
            return translated(origin_words(row))
        case _:
            return ""


def _tip(row: LedgerRow, column: int) -> str:
    match column:
        case LedgerColumn.TIME:
            return shown.when(row.at)
        case LedgerColumn.PRODUCT:
            return " · ".join(part for part in (row.article, row.title) if part)
        case LedgerColumn.CAUSE:
            return cause_chip(row.cause).text
        case _:
            return _text(row, column)
