"""What an import would send: a row a delivery."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from typing_extensions import override

from app.domain.action import Action
from app.services.import_views import PlannedDelivery, PlanRow
from app.ui import format as shown
from app.ui.models.headed_model import Index, Role
from app.ui.models.listed_model import ListedModel
from app.ui.theme import Theme
from app.ui.words import action_words


class PlannedColumn(IntEnum):
    """The columns in order."""

    ARTICLE = 0
    ACTION = 1
    PIECES = 2
    CHANGES = 3


class PlannedModel(ListedModel[PlannedDelivery]):
    """In the order of the file. Some can be marked as others than they were."""

    columns = PlannedColumn
    figures = frozenset({PlannedColumn.PIECES})

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked: frozenset[int] = frozenset()

    def mark(self, numbers: Collection[int]) -> None:
        """Mark these rows, and no others."""
        if self._marked or numbers:
            self._marked = frozenset(numbers)
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, PlannedColumn.CHANGES))

    @override
    def headings(self) -> Sequence[str]:
        return (self.tr("Article"), self.tr("Action"), self.tr("Pieces"), self.tr("What changes"))

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = PlannedColumn(index.column())
        if role == Role.DisplayRole:
            return self._words(index.row(), column)
        if role == Role.ToolTipRole:
            return shown.plain_tip(self._words(index.row(), column))
        if role == Role.ForegroundRole and column is PlannedColumn.CHANGES and index.row() in self._marked:
            return QColor(self._theme.color("warn"))
        if role == Role.TextAlignmentRole:
            return self.alignment(column)
        return None

    def _words(self, number: int, column: PlannedColumn) -> str:
        words = _text(self.rows[number], column)
        if column is PlannedColumn.CHANGES and number in self._marked:
            return self.tr("Changed: {changes}").format(changes=words)
        return words


def _text(delivery: PlannedDelivery, column: PlannedColumn) -> str:
    match column:
        case PlannedColumn.ARTICLE:
            return delivery.article
        case PlannedColumn.ACTION:
            return action_words(delivery.action)
        case PlannedColumn.PIECES if delivery.action is Action.PRICE:
            return ""
        case PlannedColumn.PIECES:
            return shown.signed(sum(row.change for row in delivery.rows))
        case PlannedColumn.CHANGES:
            return ", ".join(map(_change, delivery.rows))


def _change(row: PlanRow) -> str:
    """«M: 12 → 11», a price «82 000 → 76 000»."""
    if row.action is not Action.PRICE:
        return shown.size_change(row.size, None if row.before is None else int(row.before), int(row.after))
    old = "" if row.before is None else f"{shown.money(Decimal(row.before))} → "
    return f"{old}{shown.money(Decimal(row.after))}"
