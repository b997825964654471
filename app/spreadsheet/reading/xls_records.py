"""What a sheet of Excel 97 to 2003 says beside its values: its records are walked without reading these.

Records: [MS-XLS] 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from app.spreadsheet.reading.book import Facts, columns_from
from app.spreadsheet.reading.xlsb_records import ERRORS
from app.spreadsheet.sheet import Area

_BEGINNING, _END, _TAB = 0x809, 0x0A, 0x85
_PASSWORD, _SIZE, _ROW, _MERGED, _COLUMNS = 0x2F, 0x200, 0x208, 0xE5, 0x7D
_BOOL_OR_ERROR, _FORMULA, _SEVERAL = 0x205, 0x06, 0xBD
_CELLS = {_BOOL_OR_ERROR, _FORMULA, _SEVERAL, 0x203, 0x204, 0x27E, 0xFD, 0xD6}
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_HIDDEN = 0x20  # fDyZero, in byte 12 of a row's record


def has_password(stream: bytes) -> bool:
    """Whether a workbook's records are scrambled. Raises struct.error where the stream is cut off."""
    return any(kind == _PASSWORD for kind, _ in _records(stream, 0))


def read_facts(stream: bytes) -> list[Facts]:
    """Facts of each sheet, in their order, charts and the like too.

    Raises struct.error or IndexError where the stream is cut off, and ValueError for cells where none
    can be: calamine would make room for them.
    """
    places = [struct.unpack_from("<I", body)[0] for kind, body in _records(stream, 0) if kind == _TAB]
    return [_facts(stream, place) for place in places]


def _facts(stream: bytes, place: int) -> Facts:
    hidden: set[int] = set()
    columns: set[int] = set()
    errors: dict[tuple[int, int], str] = {}
    merged: list[Area] = []
    for kind, body in _records(stream, place):
        if kind == _ROW:
            if body[12] & _HIDDEN:
                hidden.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind in _CELLS:
            _refuse_beyond(kind, body)
            if (code := _error(kind, body)) is not None:
                row, column = struct.unpack_from("<HH", body)
                errors[row + 1, column + 1] = ERRORS.get(code, "#N/A")
        elif kind == _COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<5H", body)
            if flags & 1:
                columns.update(columns_from(first + 1, last + 1))
        elif kind == _MERGED:
            merged += _areas(body)
        elif kind == _SIZE and _is_beyond(body):
            raise ValueError("the sheet is said to be larger than sheets can be")
    return Facts(hidden, merged, texts=errors, hidden_columns=columns)


def _is_beyond(size: bytes) -> bool:
    rows, columns = map(int, struct.unpack_from("<4xI2xH", size))
    return rows > _MOST_ROWS or columns > _MOST_COLUMNS


def _refuse_beyond(kind: int, body: bytes) -> None:
    """Of several cells in one record, the last column is at its end."""
    column = struct.unpack_from("<H", body, len(body) - 2 if kind == _SEVERAL else 2)[0]
    if column >= _MOST_COLUMNS:
        raise ValueError("a cell beyond the last column")


def _areas(body: bytes) -> Iterator[Area]:
    end = 2 + 8 * struct.unpack_from("<H", body)[0]
    for top, bottom, left, right in struct.iter_unpack("<4H", body[2:end]):
        yield Area(top + 1, left + 1, bottom + 1, right + 1)


def _error(kind: int, body: bytes) -> int | None:
    """The code of an error value, or None for a truth or another result of a formula."""
    if kind == _BOOL_OR_ERROR:
        return body[6] if body[7] else None
    if kind != _FORMULA:
        return None
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
