"""A writer of binary workbooks (xlsb) that is just enough for a table: [MS-XLSB] 2.1.7, 2.4."""

from __future__ import annotations

import struct
from collections.abc import Sequence

ROW, NUMBER, TEXT, BLANK = 0, 5, 6, 1


def sheet(rows: Sequence[Sequence[str | float | None]], hidden: Sequence[int] = ()) -> bytes:
    """A sheet's part; None is a formatted empty cell. Hidden rows are counted from 1."""
    size = struct.pack("<4I", 0, max(len(rows) - 1, 0), 0, max(map(len, rows), default=1) - 1)
    written = [_record(129), _record(148, size), _record(145)]
    for number, values in enumerate(rows):
        written.append(_record(ROW, _row(number, is_hidden=number + 1 in hidden)))
        written += [_cell(column, value) for column, value in enumerate(values) if value != ""]
    return b"".join([*written, _record(146), _record(130)])


def workbook(sheets: Sequence[tuple[str, str, bool]]) -> bytes:
    """The workbook's part: name, identity of the link, and whether it is hidden, of each sheet."""
    tabs = [
        _record(156, struct.pack("<II", is_hidden, number) + _text(link) + _text(name))
        for number, (name, link, is_hidden) in enumerate(sheets, 1)
    ]
    return b"".join([_record(131), _record(143), *tabs, _record(144), _record(132)])


def _row(number: int, *, is_hidden: bool) -> bytes:
    return struct.pack("<IIHBBBI", number, 0, 300, 0, 0x10 if is_hidden else 0, 0, 0)


def _cell(column: int, value: str | float | None) -> bytes:
    place = struct.pack("<II", column, 0)
    if value is None:
        return _record(BLANK, place)
    if isinstance(value, str):
        return _record(TEXT, place + _text(value))
    return _record(NUMBER, place + struct.pack("<d", value))


def _text(text: str) -> bytes:
    written = text.encode("utf-16-le")
    return struct.pack("<I", len(written) // 2) + written


def _record(kind: int, body: bytes = b"") -> bytes:
    return _number(kind) + _number(len(body)) + body


def _number(number: int) -> bytes:
    written = bytearray()
    while number >= 0x80:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])
