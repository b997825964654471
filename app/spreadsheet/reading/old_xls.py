"""Workbooks of Excel 5.0/95 and older, which 1C still writes: their text is cp1251, and nothing says so."""

from __future__ import annotations

import io
import struct
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal

import xlrd
from typing_extensions import override
from xlrd.biffh import XLRDError
from xlrd.sheet import Cell as OldCell
from xlrd.sheet import Sheet as OldSheet

from app.spreadsheet.looks import AS_THEY_ARE, Looks
from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import Advance, BookSheet, Limits
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.patience import patiently
from app.spreadsheet.sheet import Area, Cell

ENCODING = "cp1251"
"""Of text that no code page is given for. Files that give one are read by it."""

_BEGINNING, _END, _TAB, _CODE_PAGE = 0x809, 0x0A, 0x85, 0x42
_VERSION, _GLOBALS, _WORKSHEET = 0x500, 0x05, 0x10
_STARTS = tuple(bytes((9, version)) for version in (0, 2, 4, 8))


def is_bare_stream(beginning: bytes) -> bool:
    """Whether a file is the records themselves, without a container around them."""
    if len(beginning) < 8 or not beginning.startswith(_STARTS):
        return False
    _, size, _, kind = struct.unpack_from("<4H", beginning)
    return 4 <= size <= 16 and kind in {_GLOBALS, _WORKSHEET}


def read_old_workbook(original: Original, limits: Limits, advance: Advance) -> list[BookSheet]:
    """Its sheets, read as a whole: old Excel had at most 16,384 rows. Raises `SpreadsheetError`."""
    if original.size > limits.old:
        raise complaints.too_large(original.name, limits.old)
    with original.reading():
        data = original.path.read_bytes()
    book = patiently(lambda: _opened(data, original.name), advance)
    sheets = book.sheets()
    for sheet in sheets:
        if sheet.nrows > limits.rows:
            raise complaints.too_many_rows(original.name, limits.rows)
        if sheet.ncols > limits.columns:
            raise complaints.too_many_columns(original.name, limits.columns)
    date_mode: Literal[0, 1] = 1 if book.datemode else 0
    return [_OldSheet(sheet, "" if _is_lone_sheet(data) else sheet.name, date_mode) for sheet in sheets]


def _opened(data: bytes, name: str) -> xlrd.Book:
    try:
        return xlrd.open_workbook(
            file_contents=_with_globals(data) if _is_lone_sheet(data) else data,
            logfile=io.StringIO(),
            encoding_override=None if _names_code_page(data) else ENCODING,
            formatting_info=True,  # which is what tells hidden rows and merged cells
            ragged_rows=True,  # one cell far away would fill all rows above it
        )
    except Exception as error:  # the library trusts the file, and stumbles over a bad one in many ways
        if isinstance(error, XLRDError) and "encrypted" in str(error):
            raise complaints.encrypted(name) from error
        raise complaints.broken(name) from error


def _names_code_page(data: bytes) -> bool:
    """Whether a record says in what code page the text is; it has two bytes, which are no 0."""
    place = data.find(struct.pack("<HH", _CODE_PAGE, 2))
    return place >= 0 and struct.unpack_from("<H", data, place + 4)[0] in {866, 1251, 1252, 10007}


def _is_lone_sheet(data: bytes) -> bool:
    """Whether a sheet of Excel 5.0 stands alone, without a workbook around it."""
    return struct.unpack_from("<H2xHH", data) == (_BEGINNING, _VERSION, _WORKSHEET)


def _with_globals(data: bytes) -> bytes:
    """A lone sheet with the globals of a workbook before it, without which xlrd reads none."""
    name = b"Sheet1"
    start = struct.pack("<6H", _BEGINNING, 8, _VERSION, _GLOBALS, 0, 0)
    place = len(start) + 4 + 7 + len(name) + 4
    tab = struct.pack("<HHIHB", _TAB, 7 + len(name), place, 0, len(name)) + name
    return start + tab + struct.pack("<HH", _END, 0) + data


class _OldSheet(BookSheet):
    def __init__(self, sheet: OldSheet, name: str, date_mode: Literal[0, 1]) -> None:
        self._sheet = sheet
        self._name = name
        self._date_mode: Literal[0, 1] = date_mode
        self._hidden_rows = {number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden}
        self._hidden_columns = {place + 1 for place, info in sheet.colinfo_map.items() if info.hidden}
        self._merged = [
            Area(top + 1, left + 1, below, beyond) for top, below, left, beyond in sheet.merged_cells
        ]

    @property
    @override
    def name(self) -> str:
        return self._name

    @property
    @override
    def is_hidden(self) -> bool:
        return bool(self._sheet.visibility)

    @property
    @override
    def row_count(self) -> int | None:
        return self._sheet.nrows

    @property
    @override
    def hidden_rows(self) -> Collection[int]:
        return self._hidden_rows

    @property
    @override
    def hidden_columns(self) -> Collection[int]:
        return self._hidden_columns

    @property
    @override
    def is_text(self) -> bool:
        return False

    @property
    @override
    def merged(self) -> Sequence[Area]:
        return self._merged

    @property
    @override
    def formulas_without_value(self) -> Collection[tuple[int, int]]:
        return ()  # a formula of these files always has its value

    @property
    @override
    def looks(self) -> Looks:
        return AS_THEY_ARE

    @override
    def rows(self) -> Iterator[Sequence[Cell]]:
        for number in range(self._sheet.nrows):
            yield [self._cell(cell) for cell in self._sheet.row(number)]

    @override
    def head(self, count: int) -> Sequence[Sequence[Cell]]:
        return [row for row, _ in zip(self.rows(), range(count), strict=False)]

    def _cell(self, cell: OldCell) -> Cell:
        value: Any = cell.value  # text, or a number that the type explains
        match cell.ctype:
            case xlrd.XL_CELL_DATE:
                return self._moment(value)
            case xlrd.XL_CELL_BOOLEAN:
                return bool(value)
            case xlrd.XL_CELL_ERROR:
                return xlrd.error_text_from_code.get(value, "#N/A")
            case _:
                return str(value) if isinstance(value, str) else float(value)

    def _moment(self, value: float) -> Cell:
        """A date, a time of day, or both, as calamine tells them apart; a number that is none stays one."""
        try:
            moment = xlrd.xldate_as_datetime(value, self._date_mode)
        except (xlrd.XLDateError, OverflowError, ValueError):
            return value
        if value < 1:
            return moment.time()
        return moment if moment.time() != moment.min.time() else moment.date()
