"""A file that was opened: its sheets, what kind it is, and what a person should know before it is used."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.text import Text
from app.spreadsheet.sheet import Area, Cell, Sheet

Advance = Callable[[int, int], object]
"""Told what part of the work is done, and of how much; it raises to stop the work."""


class FileKind(enum.Enum):
    """What a file is by its content, whatever its name says."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    OLD_XLS = "old xls"
    ODS = "ods"
    TEXT = "text"
    HTML = "html"
    XML = "xml"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may hold; more is refused before it fills the memory or the evening."""

    rows: int = 2_000_000
    columns: int = 1_000
    cells: int = 17_000_000
    """Of a workbook's sheet, from its first cell to its last: about 32 bytes each while it is read."""
    unpacked: int = 1 << 30
    """Bytes of everything that is packed in a workbook."""
    ratio: int = 500
    """How many times its size a workbook may unpack to, once that is more than `unpacked_freely`."""
    unpacked_freely: int = 200 << 20
    entries: int = 10_000
    """Files packed in a workbook."""
    whole: int = 64 << 20
    """Bytes of a file that is read as a whole: a web page, XML, a workbook of Excel 97 to 2003."""
    old: int = 32 << 20
    """Bytes of a workbook of Excel 5.0/95 and older, which is read slowly."""


def columns_from(first: int, last: int) -> range:
    """Numbers of these columns, of which a file may name a great many, as far as they are read."""
    return range(first, min(last, Limits().columns) + 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet says about its cells beside their values. Rows and columns are counted from 1."""

    hidden_rows: Collection[int] = frozenset()
    merged: Sequence[Area] = ()
    formulas_without_value: Collection[tuple[int, int]] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    """Error values such as `#N/A`, where the file tells them apart from empty cells."""
    filled_rows: int | None = None
    """After how many rows only formatted empty ones come, where these are the most by far."""
    hidden_columns: Collection[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at a sheet found: its facts, and at most how many rows and columns it takes."""

    facts: Facts
    rows: int
    columns: int


class BookSheet(Sheet, Protocol):
    """A sheet whose beginning can be looked at before the rest is read."""

    def head(self, count: int) -> Sequence[Sequence[Cell]]:
        """At most so many first rows; of CSV and xlsx no more than these are read.

        They may have fewer empty cells at their ends than `rows` gives.
        """
        ...


@dataclass(frozen=True, slots=True)
class TextReading:
    """One of the ways to read a text file whose encoding is in doubt."""

    encoding: str
    name: str
    lines: Sequence[str]
    """First lines that differ from reading to reading."""


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file, in its order; hidden ones too, without charts."""

    kind: FileKind
    sheets: Sequence[BookSheet]
    notes: Sequence[Text] = ()
    """What a person should know, though it hinders nothing."""
    encoding: str = ""
    delimiter: str = ""
    readings: Sequence[TextReading] = ()
    """Where the encoding is in doubt: all that are plausible, likeliest first, which is the one in use."""
