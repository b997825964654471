"""A table put together cell by cell, each with the room that it takes: for web pages and XML."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import BookSheet, Limits
from app.spreadsheet.sheet import Area, Cell


class Grid:
    """Grows row by row. Raises `SpreadsheetError` where it grows too large."""

    def __init__(self, file: str, limits: Limits, name: str = "", *, is_hidden: bool = False) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.rows: list[list[Cell]] = []
        self.merged: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._file = file
        self._limits = limits
        self._taken: dict[int, int] = {}  # column: the last row that a cell from above takes
        self._column = 0

    def start_row(self, number: int | None = None, *, is_hidden: bool = False) -> None:
        """The next row, or one further down."""
        number = number if number is not None and number > len(self.rows) else len(self.rows) + 1
        if number > self._limits.rows or number * max(1, len(self._taken)) > self._limits.cells:
            raise complaints.too_many_rows(self._file, self._limits.rows)
        self.rows.extend([] for _ in range(number - len(self.rows)))
        if is_hidden:
            self.hidden_rows.add(number)
        self._column = 0

    def add(self, value: Cell, *, across: int = 1, down: int = 1, column: int | None = None) -> None:
        """A cell at the next free place of the row, or at a column counted from 1."""
        if not self.rows:
            self.start_row()
        number = len(self.rows)
        place = column - 1 if column is not None else self._column
        while column is None and self._taken.get(place, 0) >= number:
            place += 1
        if place + across > self._limits.columns:
            raise complaints.too_many_columns(self._file, self._limits.columns)
        row = self.rows[-1]
        row.extend([""] * (place + across - len(row)))
        row[place] = value
        if down > 1:
            self._taken.update(dict.fromkeys(range(place, place + across), number + down - 1))
        if across > 1 or down > 1:
            self.merged.append(Area(number, place + 1, number + down - 1, place + across))
        self._column = place + across

    def sheet(self) -> BookSheet:
        """What has grown."""
        return ReadSheet(
            self.name, self.rows, self.merged, self.hidden_rows, self.is_hidden, self.hidden_columns
        )


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet that is in memory as a whole."""

    name: str
    cells: Sequence[Sequence[Cell]]
    merged: Sequence[Area] = ()
    hidden_rows: Collection[int] = frozenset()
    is_hidden: bool = False
    hidden_columns: Collection[int] = frozenset()
    is_text: bool = field(default=False, init=False)
    formulas_without_value: Collection[tuple[int, int]] = field(default=frozenset(), init=False)

    @property
    def row_count(self) -> int | None:
        return len(self.cells)

    def rows(self) -> Iterator[Sequence[Cell]]:
        return iter(self.cells)

    def head(self, count: int) -> Sequence[Sequence[Cell]]:
        return self.cells[:count]
