"""Rows of a new xlsx sheet. The library takes 30 microseconds for a cell, and there may be millions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.report.cell_xml import day_number, number_cell, text_cell, text_of_cell
from app.spreadsheet.report.chosen_rows import Row
from app.spreadsheet.report.results import RowResult
from app.spreadsheet.report.sheet_edit import letters
from app.spreadsheet.report.styles_edit import Format, Plain
from app.spreadsheet.sheet import Cell

_NUMBERS = frozenset(
    {
        ColumnKind.QUANTITY,
        ColumnKind.STOCK,
        ColumnKind.PRICE,
        ColumnKind.ONE_OF_SIZES,
        ColumnKind.PLACE,
        ColumnKind.ALL_PLACES,
    }
)
_NUMBER = re.compile(r"\s*-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,2})?\s*")
_KEPT = 50_000
"""Texts whose XML is kept: a column has few different ones, or so many that keeping them is no use."""


class RowWriter:
    """Gives the XML of one row after the other.

    `width` is the last column before ours, `last` the last of all.
    """

    def __init__(
        self,
        layout: Layout,
        results: Mapping[int, RowResult],
        headings: tuple[str, ...],
        width: int,
        last: int,
        formats: Mapping[Format, bytes],
    ) -> None:
        self._layout, self._results, self._headings = layout, results, headings
        self._width, self._formats = width, formats
        self._after = width + len(headings)
        self._columns = [letters(column) for column in range(1, max(self._after, last) + 1)]
        numbers = (index for index, column in layout.columns.items() if column.kind in _NUMBERS)
        self._numbers = frozenset(index - 1 for index in numbers)
        self._texts: dict[str, bytes] = {}

    def row(self, place: int, number: int, row: Row) -> bytes:
        """The row that was `number` in the original, at its new place."""
        digits = b"%d" % place
        if number in self._layout.header:
            cells = b"".join(self._heading(digits, number, row))
        else:
            result = self._results.get(number)
            own = row if result is None else row[: self._width]  # what an earlier import said stays
            is_data = number >= self._layout.first_row
            cells = b"".join(self._cells(digits, own, self._numbers if is_data else frozenset()))
            if result is not None:
                cells += self._result(digits, result)
                cells += b"".join(self._cells(digits, row[self._after :], frozenset(), self._after))
        return b'<row r="%b">%b</row>' % (digits, cells)

    def _heading(self, digits: bytes, number: int, row: Row) -> Iterator[bytes]:
        style = self._formats[Plain.HEADING]
        ours = self._headings if number == self._layout.header[-1] else row[self._width : self._after]
        cells = [*row[: self._width], *[""] * (self._width - len(row)), *ours, *row[self._after :]]
        for column, cell in zip(self._columns, cells, strict=False):
            if isinstance(cell, str) and cell:
                yield text_cell(b"", column + digits, style, cell)
            elif cell != "":
                yield self._cell(column + digits, cell)

    def _cells(self, digits: bytes, row: Row, numbers: frozenset[int], first: int = 0) -> Iterator[bytes]:
        for index, (column, cell) in enumerate(zip(self._columns[first:], row, strict=False), first):
            if cell == "":
                continue
            if not isinstance(cell, str):
                yield self._cell(column + digits, cell)
            elif index in numbers and _NUMBER.fullmatch(cell):
                yield number_cell(b"", column + digits, b"0", cell.strip().replace(",", "."))
            else:
                yield b'<c r="%b%b"%b' % (column, digits, self._text(cell))

    def _text(self, text: str) -> bytes:
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            found = self._texts[text] = text_of_cell(b"", text)
        return found

    def _cell(self, place: bytes, cell: Cell) -> bytes:
        match cell:
            case str():
                return text_cell(b"", place, b"0", cell)
            case bool():
                return b'<c r="%b" t="b"><v>%d</v></c>' % (place, cell)
            case int() | float():
                return number_cell(b"", place, b"0", cell)
            case datetime():
                style = Plain.DAY if cell.time() == time() else Plain.MOMENT
            case date():
                style = Plain.DAY
            case time():
                style = Plain.TIME
            case timedelta():
                style = Plain.SPAN
        return number_cell(b"", place, self._formats[style], day_number(cell))

    def _result(self, digits: bytes, result: RowResult) -> bytes:
        status, reason, moment = (column + digits for column in self._columns[self._width : self._after])
        written = b'<c r="%b" s="%b"%b' % (status, self._formats[result.outcome], self._text(result.status))
        if result.reason:
            style = self._formats[Plain.TEXT]
            written += b'<c r="%b" s="%b"%b' % (reason, style, self._text(result.reason))
        if result.delivered_at:
            style = self._formats[Plain.MOMENT]
            written += number_cell(b"", moment, style, day_number(result.delivered_at))
        return written
