"""The log of events."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.event_views import EventFilter, EventKind, EventRow
from app.services.inbox import event_count, event_place, event_rows, newer_events, older_events
from app.services.shop import Shop
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.i18n import translated
from app.ui.models.filtered_model import FilteredModel
from app.ui.models.window_model import USUAL_ROLES
from app.ui.widgets.chip import ChipRole
from app.ui.words import kind_chip

Role = Qt.ItemDataRole
NONE = "—"


class EventColumn(IntEnum):
    """The columns in order."""

    TIME = 0
    KIND = 1
    PRODUCT = 2
    SIZE = 3
    BEFORE = 4
    AFTER = 5
    RESULT = 6


class EventTableModel(FilteredModel[EventRow, EventFilter]):
    """Newest first; `UserRole` is the row."""

    columns = EventColumn
    figures = frozenset({EventColumn.BEFORE, EventColumn.AFTER})
    roles = USUAL_ROLES | {
        Role.ForegroundRole,
        Role.AccessibleTextRole,
        Role.AccessibleDescriptionRole,
        ChipRole,
    }

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(context, EventFilter(), parent)

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Received"),
            self.tr("Event"),
            self.tr("Product"),
            self.tr("Size"),
            self.tr("Was"),
            self.tr("Is"),
            self.tr("Result"),
        )

    @override
    def read_count(self, shop: Shop) -> int:
        return event_count(shop, self.wanted)

    @override
    def read_page(self, shop: Shop, offset: int, limit: int) -> list[EventRow]:
        return event_rows(shop, self.wanted, offset, limit)

    @override
    def read_beside(
        self, shop: Shop, offset: int, limit: int, newer: EventRow | None, older: EventRow | None
    ) -> list[EventRow]:
        if newer is not None:
            return older_events(shop, self.wanted, newer.id, limit)
        if older is not None:
            return newer_events(shop, self.wanted, older.id, limit)
        return self.read_page(shop, offset, limit)

    @override
    def read_place(self, shop: Shop, number: int) -> int:
        return event_place(shop, self.wanted, number)

    @override
    def cell(self, row: EventRow, column: int, role: int) -> Any:
        if role == Role.DisplayRole:
            return self._text(row, column)
        if role == Role.UserRole:
            return row
        if role == Role.TextAlignmentRole:
            return self.alignment(column)
        if role == Role.FontRole and column == EventColumn.PRODUCT:
            return self.bold
        if role == ChipRole and column == EventColumn.KIND:
            return kind_chip(row.kind)
        if role == Role.AccessibleTextRole and column == EventColumn.KIND:
            return kind_chip(row.kind).text
        if role in {Role.ToolTipRole, Role.AccessibleDescriptionRole}:
            return self._tip(row, column)
        if role == Role.ForegroundRole and column == EventColumn.RESULT and can_choose(row):
            return QColor(self._context.theme.color("acc"))
        return None

    def _tip(self, row: EventRow, column: int) -> str:
        """All of a sentence that the cell may cut, and what a stock below zero means."""
        stock = {EventColumn.BEFORE: row.before, EventColumn.AFTER: row.after}.get(EventColumn(column))
        if stock is not None and stock < 0:
            words = self.tr("{stock}: %n more sold than there was, so an order lacks its goods", "", -stock)
            return words.format(stock=shown.number(stock))
        return translated(row.note) if column == EventColumn.RESULT else self._text(row, column)

    def _text(self, row: EventRow, column: int) -> str:
        match column:
            case EventColumn.TIME:
                return shown.log_time(row.received_at)
            case EventColumn.PRODUCT:
                return self._product(row)
            case EventColumn.SIZE:
                return row.size
            case EventColumn.BEFORE:
                return NONE if row.before is None else shown.number(row.before)
            case EventColumn.AFTER:
                return NONE if row.after is None else shown.number(row.after)
            case EventColumn.RESULT:
                return self._question(row) if can_choose(row) else translated(row.note)
            case _:
                return ""

    def _question(self, row: EventRow) -> str:
        return self.tr("Choose product…") if row.product_id is None else self.tr("Choose size…")

    def _product(self, row: EventRow) -> str:
        if row.article is not None:
            return row.article
        return "" if row.marketplace_id is None else f"ID {row.marketplace_id}"


def can_choose(row: EventRow) -> bool:
    """Whether a person has to say which product or size this is."""
    return row.kind is EventKind.UNLINKED and row.marketplace_id is not None
