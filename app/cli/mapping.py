"""`--mapping`: which column is what, as letters of columns, on the command line or in a JSON file."""

from __future__ import annotations

import functools
import json
import re
from argparse import ArgumentTypeError
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.reading.book import BookSheet

_NAMES = {kind.value: kind for kind in ColumnKind if kind is not ColumnKind.ONE_OF_SIZES}
_SIZE = "size:"
_MOST_SIGNS = 3
_MOST_DIGITS = 7

_COMMA = re.compile(r",(?!\d)")
"""Not the one in a size such as 42,5."""

_HEADER = "header"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Kinds of columns with the size of those that are one of several, by number from 1.

    `header`: the row of the headings, from 1; None: as it is guessed.
    """

    columns: dict[int, tuple[ColumnKind, str]] = field(default_factory=dict[int, tuple[ColumnKind, str]])
    header: int | None = None


def parse_mapping(typed: str) -> Mapping:
    """`article=A,size=B,quantity=D`, or the path of a JSON file that has the same."""
    if typed.lower().endswith(".json"):
        pairs = _stored(Path(typed))
    else:
        parts = (part.rpartition("=") for part in _COMMA.split(typed))
        pairs = [(name, where) for name, _, where in parts]
    columns: dict[int, tuple[ColumnKind, str]] = {}
    header: int | None = None
    for name, where in ((name.strip(), where.strip()) for name, where in pairs):
        if name == _HEADER and where.isascii() and where.isdecimal() and len(where) <= _MOST_DIGITS:
            header = int(where)
        else:
            columns[_column(name, where)] = _kind(name, where)
    return Mapping(columns, header)


def mapped(layout: Layout, mapping: Mapping) -> Layout:
    """The layout with these columns only."""
    columns = {
        index: replace(column, kind=ColumnKind.IGNORE, size="") for index, column in layout.columns.items()
    }
    found = replace(layout, columns=columns, carries=False, sizes_below=False)
    for index, (kind, size) in mapping.columns.items():
        found = found.with_column(index, kind, size)
    if mapping.header is None:
        return found
    header = (mapping.header,) if mapping.header else ()
    return replace(found, header=header, first_row=mapping.header + 1)


def check_mapping(sheet: BookSheet, mapping: Mapping) -> None:
    """Raises `SpreadsheetError` where the sheet has no such column, or no such row of headings."""
    rows, width = _extent(sheet, mapping)
    last = max(mapping.columns, default=0)
    if last > width:
        raise SpreadsheetError(
            translate("Script", "There is no column {column} in the table.").format(
                column=get_column_letter(last)
            ),
            translate("Script", "Its last column is {last}: name others with --mapping.").format(
                last=get_column_letter(max(width, 1))
            ),
        )
    if mapping.header and mapping.header >= rows:
        raise SpreadsheetError(
            translate("Script", "There are no rows below row {row}.").format(row=mapping.header),
            translate("Script", "Name another row of headings with header= in --mapping, 0 where none is."),
        )


def _extent(sheet: BookSheet, mapping: Mapping) -> tuple[int, int]:
    """How many rows there are and which column is the last; no more is read than the mapping needs."""
    last, header = max(mapping.columns, default=0), mapping.header or 0
    count = width = 0
    for count, row in enumerate(sheet.rows(), 1):
        if len(row) > width:
            filled = (place for place in range(len(row), width, -1) if cell_text(row[place - 1]))
            width = next(filled, width)
        if width >= last and count > header:
            break
    return count, width


def _stored(path: Path) -> list[tuple[str, str]]:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return [(str(name), str(letters)) for name, letters in data.items()]
    except (OSError, ValueError, AttributeError) as error:
        raise ArgumentTypeError(f'{path} is not a JSON file such as {{"article": "A"}}') from error


def _kind(name: str, where: str) -> tuple[ColumnKind, str]:
    if name.startswith(_SIZE) and name != _SIZE:
        return ColumnKind.ONE_OF_SIZES, name.removeprefix(_SIZE)
    if name in _NAMES:
        return _NAMES[name], ""
    raise _not_understood(name, where)


def _column(name: str, where: str) -> int:
    """A, B, …, AA as Excel names them, or a number from 1."""
    if not where.isascii() or len(where) > _MOST_SIGNS or not (where.isalpha() or where.isdecimal()):
        raise _not_understood(name, where)
    if where.isdecimal():
        number = int(where)
    else:
        number = functools.reduce(
            lambda high, letter: high * 26 + ord(letter) - ord("A") + 1, where.upper(), 0
        )
    if not number:
        raise _not_understood(name, where)
    return number


def _not_understood(name: str, where: str) -> ArgumentTypeError:
    known = ", ".join([*_NAMES, "size:XL"])
    return ArgumentTypeError(f"“{name}={where}” is not a name and a column, as article=A; names: {known}")
