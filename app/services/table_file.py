"""A table as a file for a spreadsheet program: a workbook where the name ends so, else CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from app.domain.text import Text
from app.spreadsheet.placing import placed

Cell = str | int | Decimal | datetime | None
WriteRow = Callable[[Sequence[Cell]], object]
Say = Callable[[Text], str]
"""A sentence in the language of the person."""

WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and the width of the column in characters."""

    heading: Text
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """What a table is: the name of its sheet (at most 31 characters), and its columns."""

    sheet: Text
    columns: Sequence[Column]


@contextmanager
def table_file(path: Path, table: Table, say: Say) -> Iterator[WriteRow]:
    """A writer of rows, the headings written already. Raises `StorageError` where that is not possible."""
    opened = _workbook if path.suffix.lower() == WORKBOOK else _csv
    with placed(path) as part, opened(part, table, say) as write:
        yield write


@contextmanager
def _csv(path: Path, table: Table, say: Say) -> Iterator[WriteRow]:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([say(column.heading) for column in table.columns])
        yield lambda cells: writer.writerow([_plain(cell) for cell in cells])


@contextmanager
def _workbook(path: Path, table: Table, say: Say) -> Iterator[WriteRow]:
    from app.spreadsheet.workbook_file import workbook_file  # its library is needed for nothing else

    heads = [(say(column.heading), column.width) for column in table.columns]
    with workbook_file(path, say(table.sheet), heads) as write:
        yield write


def _plain(cell: Cell) -> str:
    """A cell as the text that spreadsheet programs read: a comma for decimals, local time, no formula."""
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case datetime():
            return f"{cell.astimezone():%Y-%m-%d %H:%M:%S}"
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case int():
            return str(cell)


def harmless(cell: str) -> str:
    """A text that a spreadsheet program will not run as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
