"""A new workbook with rows of a sheet and our columns: of what is no xlsx, or of the failed rows alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.layout import Kind, Layout
from app.spreadsheet.reading.book import Advance, BookSheet
from app.spreadsheet.report.mark import Mark, names_to_give
from app.spreadsheet.report.results import COLOURS, WIDTHS, Outcome, RowResult
from app.spreadsheet.sheet import Cell
from app.spreadsheet.workbook_file import SheetWriter, sheet_file

Row = Sequence[Cell]

_NUMBERS = frozenset({Kind.QUANTITY, Kind.STOCK, Kind.PRICE, Kind.ONE_OF_SIZES})
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,2})?")
_TO_MEASURE = 50
_NARROWEST, _WIDEST = 8, 50
_ROWS_AT_ONCE = 256
_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def write_rewritten(
    sheet: BookSheet,
    part: Path,
    layout: Layout,
    results: Mapping[int, RowResult],
    headings: tuple[str, ...],
    advance: Advance,
    mark: Mark | None = None,
    *,
    only_failed: bool,
) -> None:
    """Write all rows at their places, or the header and the failed ones only.

    `mark`: our columns of an earlier time, which are replaced. Raises `SpreadsheetError`, `StorageError`,
    OSError, and what `advance` raises.
    """
    rows = _Rows(sheet, layout, results, advance, mark)
    found = rows.failed() if only_failed else rows.all()
    width = mark.column - 1 if mark else rows.width()
    head_row = len(layout.header) if only_failed else max(layout.header, default=0)
    widths = [*_widths(sheet.head(_TO_MEASURE), width), *WIDTHS]
    name = _NOT_IN_NAMES.sub(" ", sheet.name)[:_NAME].strip() or "Sheet1"
    with sheet_file(part, name, widths, head_row) as writer:
        beside = _Results(writer)
        for number, row in found:
            filled = [*row[:width], *[None] * (width - len(row))]
            if number in layout.header:
                ours = headings if number == layout.header[-1] else ()
                writer.write_heads([*map(_cell, filled), *ours])
            else:
                values = rows.values(filled) if number >= layout.first_row else map(_cell, filled)
                writer.write([*values, *beside.cells(results.get(number))])
        ends = (get_column_letter(width + 1), get_column_letter(width + len(WIDTHS)))
        for key, value in names_to_give(name, max(head_row, 1), ends, results, mark).items():
            writer.define(key, value)


class _Rows:
    """Which rows of the original come into the new workbook."""

    def __init__(
        self,
        sheet: BookSheet,
        layout: Layout,
        results: Mapping[int, RowResult],
        advance: Advance,
        mark: Mark | None,
    ) -> None:
        self._sheet, self._layout, self._results = sheet, layout, results
        self._advance = advance
        self._mark = mark
        numbers = (index for index, column in layout.columns.items() if column.kind in _NUMBERS)
        self._numbers = frozenset(index - 1 for index in numbers)
        carried = (layout.find(kind) for kind in (Kind.ARTICLE, Kind.TITLE)) if layout.carries else ()
        self._carried = [index - 1 for index in carried if index is not None]

    def width(self) -> int:
        """The last column that has a value."""
        longest = 0
        for _, row in self.all():
            if len(row) > longest:
                filled = (column for column in range(len(row), longest, -1) if row[column - 1] != "")
                longest = next(filled, longest)
        return longest

    def all(self) -> Iterator[tuple[int, Row]]:
        """Every row with its number."""
        for number, row in enumerate(self._sheet.rows(), 1):
            if number % _ROWS_AT_ONCE == 0:
                self._advance(number, self._sheet.row_count or 0)
            yield number, row

    def failed(self) -> Iterator[tuple[int, Row]]:
        """The header and the failed rows; those that are named above them with their names."""
        group: tuple[int, Row] | None = None
        above: dict[int, Cell] = {}
        for number, row in self.all():
            result = self._results.get(number)
            if number in self._layout.header:
                yield number, row
            elif number < self._layout.first_row:
                continue
            elif result is None:
                group = (number, row) if self._layout.sizes_below and any(map(cell_text, row)) else None
            elif result.outcome is Outcome.FAILED:
                if group is not None:
                    yield group
                    group = None
                yield number, self._with_names(row, above)
            self._remember(row, above)

    def _remember(self, row: Row, above: dict[int, Cell]) -> None:
        if self._carried and not self._layout.sizes_below and len(row) > self._carried[0]:
            if row[self._carried[0]] != "":
                above.clear()
            above.update(
                (place, row[place]) for place in self._carried if row[place : place + 1] not in ([], [""])
            )

    def _with_names(self, row: Row, above: Mapping[int, Cell]) -> Row:
        if not above or self._layout.sizes_below or (row[self._carried[0]] != ""):
            return row
        return [above.get(place, cell) if cell == "" else cell for place, cell in enumerate(row)]

    def values(self, row: Sequence[Cell | None]) -> Iterator[object]:
        """The cells of a row of data: numbers that a text file has as text are numbers again."""
        for place, cell in enumerate(row):
            is_number = place in self._numbers and isinstance(cell, str) and _NUMBER.fullmatch(cell.strip())
            yield Decimal(str(cell).strip().replace(",", ".")) if is_number else _cell(cell)


def _cell(cell: Cell | None) -> object:
    if cell == "":
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15 else cell


class _Results:
    """Our cells of each row. A coloured cell is made once for each status."""

    def __init__(self, writer: SheetWriter) -> None:
        self._writer = writer
        self._coloured: dict[tuple[Outcome, str], Any] = {}

    def cells(self, result: RowResult | None) -> Sequence[Any]:
        """Nothing of rows that nothing is told of."""
        if result is None:
            return ()
        key = (result.outcome, result.status)
        if key not in self._coloured:
            self._coloured[key] = self._coloured_cell(*key)
        return self._coloured[key], result.reason or None, result.delivered_at

    def _coloured_cell(self, outcome: Outcome, status: str) -> Any:
        cell = self._writer.text(status)
        if outcome in COLOURS:
            letters, behind = COLOURS[outcome]
            cell.font = Font(color=letters)
            cell.fill = PatternFill("solid", fgColor=behind)
        return cell


def _widths(head: Sequence[Row], count: int) -> list[int]:
    longest = [_NARROWEST] * count
    for row in head:
        for place, cell in enumerate(row[:count]):
            longest[place] = max(longest[place], min(len(cell_text(cell)) + 2, _WIDEST))
    return longest
