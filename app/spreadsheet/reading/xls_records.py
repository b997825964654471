"""What a sheet of Excel 97 to 2003 says beside its values: its records are walked without reading these.

Records: [MS-XLS] 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from app.spreadsheet.reading.book import Facts
from app.spreadsheet.reading.xlsb_records import ERRORS
from app.spreadsheet.sheet import Area

_BEGINNING, _TAB, _ROW, _BOOL_OR_ERROR, _FORMULA, _MERGED, _END = (
    0x809,
    0x85,
    0x208,
    0x205,
    0x06,
    0xE5,
    0x0A,
)
_HIDDEN = 0x20  # fDyZero, in byte 12 of a row's record


def read_facts(stream: bytes) -> list[Facts]:
    """Facts of each sheet, in their order, charts and the like too.

    Raises struct.error where the stream is cut off.
    """
    places = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _TAB]
    return [_facts(stream, place) for place in places]


def _facts(stream: bytes, place: int) -> Facts:
    hidden: set[int] = set()
    errors: dict[tuple[int, int], str] = {}
    merged: list[Area] = []
    for kind, body in _records(stream, place):
        if kind == _ROW:
            if body[12] & _HIDDEN:
                hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind in {_BOOL_OR_ERROR, _FORMULA}:
            if (code := _error(kind, body)) is not None:
                row, column = struct.unpack_from("<HH", body)
                errors[row + 1, column + 1] = ERRORS.get(code, "#N/A")
        elif kind == _MERGED:
            merged += [
                Area(top + 1, left + 1, bottom + 1, right + 1)
                for top, bottom, left, right in struct.iter_unpack(
                    "<4H", body[2 : 2 + 8 * struct.unpack_from("<H", body)[0]]
                )
            ]
    return Facts(hidden, merged, errors=errors)


def _error(kind: int, body: bytes) -> int | None:
    """The code of an error value, or None for a truth or another result of a formula."""
    if kind == _BOOL_OR_ERROR:
        return body[6] if body[7] else None
    return body[8] if body[6] == 2 and body[12:14] == b"\xff\xff" else None


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """From one beginning to its end; what lies within, such as a chart, ends and does not count."""
    depth = 0
    while True:
        kind, size = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BEGINNING) - (kind == _END)
        if depth == 0:
            return
        if depth == 1:
            yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size
