"""Which rows of the original come into a new workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.reading.book import Advance, BookSheet
from app.spreadsheet.report.results import RowOutcome, RowResult
from app.spreadsheet.sheet import Cell

Row = Sequence[Cell]

_ROWS_AT_ONCE = 256

_NO_RESULT = "#N/A"
"""Instead of a formula without a result: an empty cell would be passed over by the next import."""


class ChosenRows:
    """The rows of a sheet with their numbers: all, or those that failed."""

    def __init__(
        self, sheet: BookSheet, layout: Layout, results: Mapping[int, RowResult], advance: Advance
    ) -> None:
        self._sheet, self._layout, self._results = sheet, layout, results
        self._advance = advance
        carried = (layout.find(kind) for kind in (ColumnKind.ARTICLE, ColumnKind.TITLE))
        is_carried = layout.carries and not layout.sizes_below
        self._carried = [index - 1 for index in carried if index is not None] if is_carried else []
        self._above: dict[int, Cell] = {}
        self._uncalculated = self._places_without_result()

    def _places_without_result(self) -> dict[int, list[int]]:
        """Places of formulas in columns that are read, by the rows below the header."""
        found: dict[int, list[int]] = {}
        for row, column in self._sheet.formulas_without_value:
            read = self._layout.columns.get(column)
            if row >= self._layout.first_row and read is not None and read.kind is not ColumnKind.IGNORE:
                found.setdefault(row, []).append(column - 1)
        return found

    def size(self) -> tuple[int, int]:
        """The number of the last row, and the last column that has a value."""
        last = longest = 0
        for number, row in self.all():
            last = number
            if len(row) > longest:
                filled = (column for column in range(len(row), longest, -1) if row[column - 1] != "")
                longest = next(filled, longest)
        return last, longest

    def all(self) -> Iterator[tuple[int, Row]]:
        """Every row."""
        for number, row in enumerate(self._sheet.rows(), 1):
            if number % _ROWS_AT_ONCE == 0:
                self._advance(number, self._sheet.row_count or 0)
            places = self._uncalculated.get(number)
            yield number, row if places is None else _without_result(row, places)

    def most_failed(self) -> int:
        """The most rows that `failed` gives."""
        each = 2 if self._layout.sizes_below else 1
        failed = sum(result.outcome is RowOutcome.FAILED for result in self._results.values())
        return len(self._layout.header) + each * failed

    def failed(self) -> Iterator[tuple[int, Row]]:
        """The header and the failed rows, with the names of products that stand above them."""
        product: tuple[int, Row] | None = None
        for number, row in self.all():
            result = self._results.get(number)
            if number in self._layout.header:
                yield number, row
            if number < self._layout.first_row:
                continue
            named = self._named(row)
            is_idle = result is None or result.outcome is RowOutcome.LEFT_OUT
            if is_idle and self._layout.sizes_below and any(map(cell_text, row)):
                product = (number, row)
            elif result is not None and result.outcome is RowOutcome.FAILED:
                if product is not None:
                    yield product
                    product = None
                yield number, named

    def _named(self, row: Row) -> Row:
        """The row with the article and the title that stand above it, where it has none."""
        if not self._carried or len(row) <= self._carried[0]:
            return row
        if row[self._carried[0]] != "":
            self._above = {place: row[place] for place in self._carried if place < len(row)}
            return row
        return [self._above.get(place, cell) if cell == "" else cell for place, cell in enumerate(row)]


def _without_result(row: Row, places: Sequence[int]) -> Row:
    cells = [*row, *[""] * (max(places) + 1 - len(row))]
    for place in places:
        if cells[place] == "":
            cells[place] = _NO_RESULT
    return cells
