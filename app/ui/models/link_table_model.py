"""The table of links."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.link_views import LinkKey, LinkRow
from app.ui import format as shown
from app.ui.link_words import how_words
from app.ui.models.headed_model import Index, Role
from app.ui.models.listed_model import ListedModel
from app.ui.theme import Theme


class LinkColumn(IntEnum):
    """The columns in order."""

    NUMBER = 0
    PRODUCT = 1
    SIZE = 2
    HOW = 3
    WHO = 4
    WHEN = 5
    EVENTS = 6


QUIET = frozenset({LinkColumn.HOW, LinkColumn.WHO, LinkColumn.WHEN})


class LinkTableModel(ListedModel[LinkRow]):
    """A link a row; there are about as many as products. `UserRole` is the link."""

    columns = LinkColumn
    figures = frozenset({LinkColumn.NUMBER, LinkColumn.EVENTS})

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_of(self, key: LinkKey) -> int | None:
        """Where a link stands."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Number"),
            self.tr("Product"),
            self.tr("Size"),
            self.tr("How"),
            self.tr("Who"),
            self.tr("When"),
            self.tr("Events"),
        )

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], LinkColumn(index.column())
        if role == Role.UserRole:
            return row
        if role == Role.DisplayRole:
            return self._text(row, column)
        if role == Role.TextAlignmentRole:
            return self.alignment(column)
        if role == Role.ToolTipRole:
            return shown.plain_tip(self._tip(row, column))
        if role == Role.ForegroundRole and column in QUIET:
            return QColor(self._theme.color("mute"))
        return None

    def _text(self, row: LinkRow, column: LinkColumn) -> str:
        match column:
            case LinkColumn.NUMBER:
                return str(row.key.marketplace_id)
            case LinkColumn.PRODUCT:
                return "  ".join(part for part in (row.article, row.title) if part)
            case LinkColumn.SIZE:
                return "" if row.key.value is None else f"{row.key.value} → {row.size}"
            case LinkColumn.HOW:
                return how_words(row.how)
            case LinkColumn.WHO:
                return row.who
            case LinkColumn.WHEN:
                return shown.log_time(row.learned_at)
            case _:
                return shown.number(row.events)

    def _tip(self, row: LinkRow, column: LinkColumn) -> str:
        if column is LinkColumn.SIZE and row.key.value is not None:
            words = self.tr("The marketplace writes “{value}”, here it is {size}.")
            return words.format(value=row.key.value, size=row.size)
        return shown.when(row.learned_at) if column is LinkColumn.WHEN else self._text(row, column)
