"""The rows of a check: a row is made when it is painted, and kept nowhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from app.services.import_changes import Shown
from app.services.import_rows import NO_NUMBER, CheckRow, CheckRows, Part, RowState
from app.spreadsheet.flaws import Level
from app.spreadsheet.meaning import Meaning
from app.ui import format as shown
from app.ui.i18n import translated
from app.ui.import_words import short_meaning
from app.ui.models.headed_model import ROOT, HeadedModel, Index, Role
from app.ui.theme import Theme

ROWS_KEPT = 256
"""As many as fit on a screen, a few times over."""


class CheckColumn(IntEnum):
    """The columns in order."""

    ROW = 0
    ARTICLE = 1
    SIZE = 2
    BEFORE = 3
    NUMBER = 4
    AFTER = 5
    PRICE = 6
    REMARK = 7


_CELLS = {
    CheckColumn.ARTICLE: 0,
    CheckColumn.SIZE: 1,
    CheckColumn.NUMBER: 2,
    CheckColumn.PRICE: 3,
}
"""Columns that show a cell of the file, and which of `CheckRow.columns` that is."""

_TONES = {Level.ERROR: "bad", Level.WARNING: "warn", Level.NOTE: "mute"}
_GROUNDS = {Level.ERROR: "bad_bg", Level.WARNING: "warn_bg"}


class ImportCheckModel(HeadedModel):
    """Rows of one part of the check. Cells of the file can be edited: `edited` tells what was typed."""

    columns = CheckColumn
    figures = frozenset(
        {CheckColumn.ROW, CheckColumn.BEFORE, CheckColumn.NUMBER, CheckColumn.AFTER, CheckColumn.PRICE}
    )
    edited = Signal(int, int, str)  # row and column of the sheet, text

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: CheckRows | None = None
        self._meaning = Meaning.RECEIPTS
        self._numbers: Sequence[int] = ()
        self.part = Part.ALL
        self._row = lru_cache(ROWS_KEPT)(self._made)

    def show_rows(self, rows: CheckRows | None, meaning: Meaning, part: Part) -> None:
        """Show this part of these rows."""
        self.beginResetModel()
        self._rows, self._meaning, self.part = rows, meaning, part
        self._numbers = () if rows is None else rows.numbers(part)
        self._row.cache_clear()
        self.endResetModel()

    @property
    def has_idle_prices(self) -> bool:
        """Whether prices are shown that are not sent."""
        return self._rows is not None and self._rows.has_idle_prices

    def row_at(self, number: int) -> CheckRow | None:
        """The row at a place of the table."""
        return self._row(self._numbers[number]) if 0 <= number < len(self._numbers) else None

    def place_of(self, row: int, column: int) -> int | None:
        """Where the row of a cell of the sheet stands now, or one after it in the same row."""
        if self._rows is None:
            return None
        place = bisect_left(self._numbers, (row, column), key=self._rows.place)
        return (
            place
            if place < len(self._numbers) and self._rows.place(self._numbers[place])[0] == row
            else None
        )

    def column_of_problem(self, number: int) -> int:
        """The column of this table where the worst problem of a row stands; the first where it has none."""
        row = self.row_at(number)
        worst = None if row is None else row.worst
        if row is None or worst is None or worst.column not in row.columns:
            return CheckColumn.ROW
        place = row.columns.index(worst.column)
        return next(column for column, cell in _CELLS.items() if cell == place)

    def _made(self, number: int) -> CheckRow:
        if self._rows is None:
            raise LookupError
        return self._rows.row(number)

    @override
    def headings(self) -> Sequence[str]:
        return (
            self.tr("Row"),
            self.tr("Article"),
            self.tr("Size"),
            self.tr("Was"),
            short_meaning(self._meaning),
            self.tr("Becomes"),
            self.tr("Price"),
            self.tr("Remark"),
        )

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.ToolTipRole and section == CheckColumn.PRICE and self.has_idle_prices:
            return self.tr("Prices are not sent with pieces: they are kept for products that are created.")
        return super().headerData(section, orientation, role)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = index.column()
        match role:
            case Role.DisplayRole:
                return self.text(row, column)
            case Role.EditRole:
                return self._raw(row, column)
            case Role.ToolTipRole:
                return shown.plain_tip(self.text(row, column)) or None
            case Role.TextAlignmentRole:
                return self.alignment(column)
            case Role.ForegroundRole:
                return self._color(self._tone(row, column))
            case Role.BackgroundRole:
                return self._color(self._ground(row, column))
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row_at(index.row()) if index.isValid() else None
        return flags | Qt.ItemFlag.ItemIsEditable if row and self._cell(row, index.column()) else flags

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = self.row_at(index.row()) if index.isValid() else None
        cell = self._cell(row, index.column()) if row else 0
        if row is None or not cell or role != Role.EditRole:
            return False
        text = str(value).strip()
        if text == self._raw(row, index.column()):
            return False
        self.edited.emit(row.row, cell, text)
        return True

    def text(self, row: CheckRow, column: int) -> str:
        """What a cell shows."""
        match column:
            case CheckColumn.ROW:
                return shown.number(row.row)
            case CheckColumn.ARTICLE:
                return row.article
            case CheckColumn.SIZE:
                return row.size
            case CheckColumn.BEFORE:
                return self._number(row.before)
            case CheckColumn.NUMBER:
                return self._number(row.number)
            case CheckColumn.AFTER:
                return self._number(row.after)
            case CheckColumn.PRICE:
                return _figure(row.price)
            case _:
                return self._remark(row)

    def _number(self, value: Shown) -> str:
        is_name = self._meaning is Meaning.LINKS and value is not None
        return str(value) if is_name else _figure(value)

    def _remark(self, row: CheckRow) -> str:
        words = [translated(problem.text) for problem in row.problems]
        words += [translated(caution.text) for caution in row.cautions]
        if row.state is RowState.UNKNOWN:
            words.append(
                self.tr("Not among the products; it is left out unless you have it created.")
                if self._meaning.has_pieces and self._meaning is not Meaning.CABINET
                else self.tr("Not among the products; it is left out.")
            )
        elif row.state is RowState.UNCHANGED and not words:
            words.append(self.tr("It is so already."))
        elif row.state is RowState.WITHOUT_NUMBER:
            words.append(translated(NO_NUMBER))
        return " ".join(words)

    def _tone(self, row: CheckRow, column: int) -> str | None:
        if column == CheckColumn.REMARK:
            return _TONES[row.level or Level.NOTE]
        level = self._level_at(row, column)
        if level is not None and level in _GROUNDS:
            return _TONES[level]
        if column == CheckColumn.PRICE and self.has_idle_prices:
            return "mute"
        if column == CheckColumn.AFTER and isinstance(row.after, int) and row.after < 0:
            return "bad"
        return "mute" if column in {CheckColumn.ROW, CheckColumn.BEFORE} else None

    def _level_at(self, row: CheckRow, column: int) -> Level | None:
        cell = self._cell(row, column)
        levels = [problem.level for problem in row.problems if problem.column == cell] if cell else []
        return min(levels, key=list(Level).index, default=None)

    def _ground(self, row: CheckRow, column: int) -> str | None:
        level = self._level_at(row, column)
        return None if level is None else _GROUNDS.get(level)

    def _cell(self, row: CheckRow, column: int) -> int:
        """The column of the sheet behind a column of this table; 0: none."""
        place = _CELLS.get(CheckColumn(column))
        return 0 if place is None else row.columns[place]

    def _raw(self, row: CheckRow, column: int) -> str:
        cell = self._cell(row, column)
        for problem in row.problems:
            if problem.column == cell and problem.was:
                return problem.was
        value = {
            CheckColumn.ARTICLE: row.article,
            CheckColumn.SIZE: row.size,
            CheckColumn.NUMBER: row.number,
            CheckColumn.PRICE: row.price,
        }.get(CheckColumn(column))
        return "" if value is None else str(value)

    def _color(self, name: str | None) -> QColor | None:
        return None if name is None else QColor(self._theme.color(name))


def _figure(value: Shown) -> str:
    if isinstance(value, int):
        return shown.number(value)
    if isinstance(value, Decimal):
        return shown.money(value)
    return value or ""
