"""What a file holds before anything is understood of it: sheets of cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from app.spreadsheet.looks import Looks

Cell = str | int | float | bool | datetime | date | time | timedelta
"""A cell as the file has it. An empty one is the empty text; numbers of text files are text."""


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells: numbers of rows and columns, from 1, both ends inside."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Protocol):
    """One sheet, or a file that is only one. Rows and columns are counted from 1, as Excel does."""

    @property
    def name(self) -> str:
        """As its tab says; empty where the file has none."""
        ...

    @property
    def is_hidden(self) -> bool:
        """Whether a person who opens the file does not see it."""
        ...

    @property
    def row_count(self) -> int | None:
        """How many rows there are, or None where only reading would tell."""
        ...

    @property
    def hidden_rows(self) -> Collection[int]:
        """Numbers of rows that are hidden or filtered out."""
        ...

    @property
    def hidden_columns(self) -> Collection[int]:
        """Numbers of columns that are hidden."""
        ...

    @property
    def is_text(self) -> bool:
        """Whether its rows are lines of text, and only signs part their cells."""
        ...

    @property
    def merged(self) -> Sequence[Area]:
        """Merged cells; the value is in the first of them."""
        ...

    @property
    def formulas_without_value(self) -> Collection[tuple[int, int]]:
        """(row, column) of formulas whose result the file does not hold; their cells are empty."""
        ...

    @property
    def looks(self) -> Looks:
        """What its cells look like, where that says another thing than their values."""
        ...

    def rows(self) -> Iterator[Sequence[Cell]]:
        """Every row from the first on, empty ones too; each call begins anew.

        Raises `SpreadsheetError` where the rest cannot be read.
        """
        ...
