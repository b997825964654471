"""A writer of Excel 5.0/95 sheets as 1C's old releases save them: cp1251 text and no word about it.

Records are of [MS-XLS] in its BIFF5 form: the type, the length, and the bytes of the body.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

BOF, EOF, BOUNDSHEET, DIMENSIONS, LABEL, NUMBER, FILEPASS = 0x809, 0x0A, 0x85, 0x200, 0x204, 0x203, 0x2F
GLOBALS, WORKSHEET = 5, 0x10


def book(sheets: dict[str, Sequence[Sequence[str | float]]], *, with_password: bool = False) -> bytes:
    """The stream of a workbook with several sheets."""
    bodies = [sheet(rows) for rows in sheets.values()]
    start = len(_globals(sheets, [0] * len(bodies), with_password=with_password))
    places = [start + sum(map(len, bodies[:number])) for number in range(len(bodies))]
    return _globals(sheets, places, with_password=with_password) + b"".join(bodies)


def sheet(rows: Sequence[Sequence[str | float]]) -> bytes:
    """The stream of one sheet, which is a file of its own too."""
    width = max(map(len, rows), default=0)
    cells = [
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value != ""
    ]
    size = _record(DIMENSIONS, struct.pack("<5H", 0, len(rows), 0, width, 0))
    return _beginning(WORKSHEET) + size + b"".join(cells) + _record(EOF, b"")


def _globals(
    names: Sequence[str] | dict[str, object], places: Sequence[int], *, with_password: bool
) -> bytes:
    password = _record(FILEPASS, struct.pack("<HH", 0x1234, 0x5678)) if with_password else b""
    tabs = [_tab(name, place) for name, place in zip(names, places, strict=True)]
    return _beginning(GLOBALS) + password + b"".join(tabs) + _record(EOF, b"")


def _tab(name: str, place: int) -> bytes:
    written = name.encode("cp1251")
    return _record(BOUNDSHEET, struct.pack("<IHB", place, 0, len(written)) + written)


def _cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        written = value.encode("cp1251")
        return _record(LABEL, struct.pack("<4H", row, column, 0, len(written)) + written)
    return _record(NUMBER, struct.pack("<3Hd", row, column, 0, value))


def _beginning(kind: int) -> bytes:
    return _record(BOF, struct.pack("<4H", 0x500, kind, 0, 0))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body
