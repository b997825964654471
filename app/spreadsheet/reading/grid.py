"""Tables put together cell by cell, each with the room that it takes: for web pages and XML."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from app.spreadsheet.looks import AS_THEY_ARE, Looks
from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import BookSheet, Limits
from app.spreadsheet.sheet import Area, Cell


class Room:
    """What all tables of a file take together. Raises `SpreadsheetError` where that is too much."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.limits = limits
        self._file = file
        self._cells = self._rows = 0

    def take_rows(self, count: int) -> None:
        """So many more; an empty one takes room too."""
        self._rows += count
        if self._rows > self.limits.rows:
            raise complaints.too_many_rows(self._file, self.limits.rows)

    def take_cells(self, count: int, column: int) -> None:
        """So many more, up to this column of their row."""
        self._cells += count
        if column > self.limits.columns:
            raise complaints.too_many_columns(self._file, self.limits.columns)
        if self._cells > self.limits.cells:
            raise complaints.too_many_cells(self._file, self.limits.cells)


class Grid:
    """Grows row by row. Raises `SpreadsheetError` where it grows too large."""

    def __init__(self, room: Room, name: str = "") -> None:
        self.name = name
        self.rows: list[list[Cell]] = []
        self.merged: list[Area] = []
        self.hidden_rows: set[int] = set()
        self._room = room
        self.hidden_columns: set[int] = set()
        self._taken: dict[int, int] = {}  # column: the last row that a cell from above takes
        self._column = 0

    def start_row(self, number: int | None = None, *, is_hidden: bool = False) -> None:
        """The next row, or one further down."""
        number = number if number is not None and number > len(self.rows) else len(self.rows) + 1
        self._room.take_rows(number - len(self.rows))
        self.rows.extend([] for _ in range(number - len(self.rows)))
        if is_hidden:
            self.hidden_rows.add(number)
        self._column = 0

    def add(self, value: Cell, *, across: int = 1, down: int = 1, column: int | None = None) -> None:
        """A cell at the next free place of the row, or at a column from 1 on; ValueError for one below."""
        if not self.rows:
            self.start_row()
        number = len(self.rows)
        place = column - 1 if column is not None else self._column
        while column is None and self._taken.get(place, 0) >= number:
            place += 1
        if place < 0:
            raise ValueError(place)
        row = self.rows[-1]
        self._room.take_cells(max(place + across - len(row), 0), place + across)
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
            self.name, self.rows, self.merged, self.hidden_rows, hidden_columns=self.hidden_columns
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
    looks: Looks = AS_THEY_ARE

    @property
    def row_count(self) -> int | None:
        return len(self.cells)

    def rows(self) -> Iterator[Sequence[Cell]]:
        return iter(self.cells)

    def head(self, count: int) -> Sequence[Sequence[Cell]]:
        return self.cells[:count]
