"""What a binary sheet (xlsb) says beside its values: its records are walked without reading the values.

Numbers of records and places in them: [MS-XLSB] 2.3.2, 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from app.spreadsheet.reading.book import Facts, Seen, columns_from
from app.spreadsheet.sheet import Area

ROW, FIRST_FILLED, LAST_FILLED, ERROR, ERROR_FORMULA, MERGED, TAB = 0, 2, 11, 3, 11, 176, 156
COLUMNS = 60
RICH_TEXT = 62

_HIDDEN = 0x10  # fDyZero, in byte 11 of a row's header
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_facts(pieces: Iterable[bytes]) -> Seen:
    """The facts of a sheet, its last filled row and column. Raises `struct.error` where it is cut off."""
    hidden: set[int] = set()
    hidden_columns: set[int] = set()
    merged: list[Area] = []
    errors: dict[tuple[int, int], str] = {}
    row = rows = columns = 0
    for kind, body in _records(pieces):
        if kind == ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            if body[11] & _HIDDEN:
                hidden.add(row)
        elif FIRST_FILLED <= kind <= LAST_FILLED or kind == RICH_TEXT:
            column = struct.unpack_from("<I", body)[0] + 1
            rows, columns = max(rows, row), max(columns, column)
            if kind in {ERROR, ERROR_FORMULA}:
                errors[row, column] = ERRORS.get(body[8], "#N/A")
        elif kind == COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<4IH", body)
            if flags & 1:
                hidden_columns.update(columns_from(first + 1, last + 1))
        elif kind == MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", body)
            merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))
    return Seen(Facts(hidden, merged, texts=errors, hidden_columns=hidden_columns), rows, columns)


def read_tabs(workbook: Iterable[bytes]) -> Iterator[tuple[str, bool, str]]:
    """Of each sheet in `workbook.bin`: its name, whether it is hidden, and the identity of its link."""
    for kind, body in _records(workbook):
        if kind == TAB:
            link, place = _text(body, 8)
            name, _ = _text(body, place)
            yield name, bool(struct.unpack_from("<I", body)[0]), link


def _text(body: bytes, place: int) -> tuple[str, int]:
    end = place + 4 + 2 * struct.unpack_from("<I", body, place)[0]
    return body[place + 4 : end].decode("utf-16-le", "replace"), end


def _records(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    data, place = b"", 0
    for piece in pieces:
        data, place = data[place:] + piece, 0
        while True:
            head = _head(data, place)
            if head is None or head[2] + head[1] > len(data):
                break
            kind, size, start = head
            yield kind, data[start : start + size]
            place = start + size


def _head(data: bytes, place: int) -> tuple[int, int, int] | None:
    """Kind, size and start of the body of the record here, or None where more bytes are needed.

    Both numbers come in groups of seven bits, the kind in at most two of them, the size in four.
    """
    kind, place = _groups(data, place, 2)
    size, place = _groups(data, place, 4)
    return None if size < 0 or kind < 0 else (kind, size, place)


def _groups(data: bytes, place: int, most: int) -> tuple[int, int]:
    number = 0
    for group in range(most):
        if place >= len(data):
            return -1, place
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << (7 * group)
        if not byte & 0x80:
            break
    return number, place
