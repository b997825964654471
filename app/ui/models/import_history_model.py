"""The history of imports: when, which file, what it meant, how far it is and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.import_views import ImportRow, ImportState
from app.ui import format as shown
from app.ui.import_words import import_state_words, short_meaning
from app.ui.models.headed_model import Index, Role
from app.ui.models.listed_model import ListedModel
from app.ui.theme import Theme


class HistoryColumn(IntEnum):
    """The columns in order."""

    TIME = 0
    FILE = 1
    MEANING = 2
    STATE = 3
    RESULT = 4
    WHO = 5


class ImportHistoryModel(ListedModel[ImportRow]):
    """Newest first."""

    columns = HistoryColumn

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_at(self, number: int) -> ImportRow | None:
        """One of them."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Time"),
            self.tr("File"),
            self.tr("What it means"),
            self.tr("State"),
            self.tr("What became of it"),
            self.tr("Who"),
        )

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Role.DisplayRole:
            return self.text(row, column)
        if role == Role.ToolTipRole:
            return shown.plain_tip(self._tip(row, column))
        if role == Role.ForegroundRole:
            return QColor(self._theme.color(_tone(row, column)))
        return self.alignment(column) if role == Role.TextAlignmentRole else None

    def text(self, row: ImportRow, column: int) -> str:
        """What a cell shows."""
        match column:
            case HistoryColumn.TIME:
                return shown.log_time(row.at)
            case HistoryColumn.FILE:
                return row.file
            case HistoryColumn.MEANING:
                return short_meaning(row.meaning) + ("?" if row.is_meaning_in_doubt else "")
            case HistoryColumn.STATE:
                return import_state_words(row.state)
            case HistoryColumn.RESULT:
                return self._result(row)
            case _:
                return row.who

    def _tip(self, row: ImportRow, column: int) -> str:
        if column == HistoryColumn.FILE:
            return f"{row.folder}\n{row.file}"
        if column == HistoryColumn.MEANING and row.is_meaning_in_doubt:
            return self.tr("The file does not say for sure what it means.")
        return self.text(row, column)

    def _result(self, row: ImportRow) -> str:
        counts = row.counts
        told = (
            (self.tr("delivered {count}"), counts.delivered + counts.corrected),
            (self.tr("rejected {count}"), counts.rejected),
            (self.tr("no answer {count}"), counts.unknown),
            (self.tr("waiting {count}"), counts.waiting),
            (self.tr("not sent {count}"), counts.not_sent),
            (self.tr("rows left out {count}"), row.left_out),
        )
        return " · ".join(words.format(count=shown.number(count)) for words, count in told if count)


def _tone(row: ImportRow, column: int) -> str:
    if column in {HistoryColumn.TIME, HistoryColumn.WHO} or row.state is ImportState.DROPPED:
        return "mute"
    if column == HistoryColumn.MEANING and row.is_meaning_in_doubt:
        return "warn"
    if column == HistoryColumn.STATE and row.state.is_open:
        return "warn"
    needs_person = row.counts.rejected or row.counts.unknown
    return "bad" if column == HistoryColumn.RESULT and needs_person else "text"
