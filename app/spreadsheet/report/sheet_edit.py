"""Our columns in the XML of an xlsx sheet, row by row: everything else stays byte for byte.

A library that loads the workbook would lose what it does not know (shapes, slicers, later Excel's
formatting), and takes twenty times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from app.spreadsheet.reading.places import column_number

_PREFIX = re.compile(rb"<((?:\w+:)?)worksheet\b")
_ROW_NUMBER = re.compile(rb'\sr="(\d+)"')
_REFERENCE = re.compile(rb'\sr="([A-Z]+)\d*"')
_STYLE = re.compile(rb'\ss="(\d+)"')
_CELL = re.compile(rb"<((?:\w+:)?)c(?=[\s/>])[^<>]*?(?:/>|>.*?(?:</\1c>|\Z))", re.DOTALL)
_SPANS = re.compile(rb'\sspans="[^"]*"')


@dataclass(frozen=True, slots=True)
class Ours:
    """Where our columns are (from, to, counted from 1), and what is in them.

    `cells` is told the row, the prefix of tags and the style of the last heading, and gives XML or nothing.
    """

    first: int
    last: int
    heading_row: int
    cells: Callable[[int, bytes, bytes], bytes | None]


class RowXml:
    """One row: what stands before it, its opening tag, its cells, and its number."""

    __slots__ = ("before", "cells", "number", "tag")

    def __init__(self, text: bytes, prefix: bytes, previous: int) -> None:
        start = text.rfind(b"<" + prefix + b"row")
        end = text.find(b">", start) + 1
        self.before, self.tag, self.cells = text[:start], text[start:end], text[end:]
        found = _ROW_NUMBER.search(self.tag)
        empty_ones = 0 if found else self.before.count(b"<" + prefix + b"row")
        self.number = int(found[1]) if found else previous + empty_ones + 1


class Rows:
    """The text of each row that has cells, with what stands before it, and without its closing tag.

    `prefix` of the tags is known once the first row is read, `rest` is what comes after the last.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self.prefix = self.rest = b""

    def __iter__(self) -> Iterator[bytes]:
        is_known = False
        for piece in self._pieces:
            text = self.rest + piece
            if not is_known and (found := _PREFIX.search(text)):
                self.prefix, is_known = found[1], True
            *whole, self.rest = text.split(self.end)
            yield from whole

    @property
    def end(self) -> bytes:
        """The closing tag of a row."""
        return b"</" + self.prefix + b"row>"


def last_used(pieces: Iterable[bytes]) -> tuple[int, bytes]:
    """The last column that has a value anywhere, and what comes after the rows."""
    rows = Rows(pieces)
    last, known, cell = 0, b"", b""
    for text in rows:
        cell = cell or b"<" + rows.prefix + b"c "
        start = text.rfind(cell, 0, text.rfind(b"</"))
        found = _REFERENCE.search(text, start, text.find(b">", start)) if start >= 0 else None
        if found is None:
            last = max(last, len(_CELL.findall(text)))
        elif found[1] != known:
            known = found[1]
            last = max(last, column_number(known))
    return last, rows.rest


def edited(pieces: Iterable[bytes], ours: Ours) -> Iterator[bytes]:
    """The sheet with our columns; the first text reaches to its first row, the last begins after all."""
    rows = Rows(pieces)
    written: list[bytes] = []
    is_first, number = True, 0
    for text in rows:
        row = RowXml(text, rows.prefix, number)
        number = row.number
        beside = _last_style(row.cells) if row.number == ours.heading_row else b""
        added = ours.cells(row.number, rows.prefix, beside)
        if added is None:
            written += (row.before, row.tag, row.cells, rows.end)
        else:
            cells = _with(row.cells, added, ours, rows.prefix)
            written += (row.before, _SPANS.sub(b"", row.tag), cells, rows.end)
        if is_first or len(written) > 4096:
            yield b"".join(written)
            written, is_first = [], False
    yield b"".join(written)
    yield rows.rest


def _last_style(cells: bytes) -> bytes:
    """The number of the style of the last cell that has a value."""
    filled = [match[0] for match in _CELL.finditer(cells) if match[0][-2:] != b"/>"]
    found = _STYLE.search(filled[-1].partition(b">")[0]) if filled else None
    return found[1] if found else b""


def _with(cells: bytes, added: bytes, ours: Ours, prefix: bytes) -> bytes:
    start = cells.rfind(b"<" + prefix + b"c ")
    found = _REFERENCE.search(cells, start, cells.find(b">", start)) if start >= 0 else None
    if found and column_number(found[1]) < ours.first:
        return cells + added
    before, after = b"", b""
    number = 0
    for match in _CELL.finditer(cells):
        named = _REFERENCE.search(match[0].partition(b">")[0])
        number = column_number(named[1]) if named else number + 1
        if number < ours.first:
            before += match[0]
        elif number > ours.last:
            after += match[0]
    return before + added + after


def letters(column: int) -> bytes:
    """The letters of a column."""
    return get_column_letter(column).encode()
