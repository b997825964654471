"""Texts whose columns no sign of CSV parts: lines are drawn between them, or only spaces stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from app.spreadsheet.reading.fixed_width import find_columns
from app.spreadsheet.reading.frames import find_frame

_MOST_LINES = 200
_LONGEST = 1000
"""Signs of a line; no printer has room for more."""


class Printed(Protocol):
    """How the lines of a text are divided."""

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """A row for each line, so that their numbers stay."""
        ...


def find_printed(lines: Sequence[str], delimiter: str) -> Printed | None:
    """How these first lines are divided; None where it is by a sign, by the likeliest `delimiter`."""
    shown = [bare_line(line) for line in lines[:_MOST_LINES]]
    if any(len(line) > _LONGEST for line in shown):
        return None
    if frame := find_frame(shown):
        return frame
    is_divided = delimiter != "," and any(delimiter in line for line in shown)
    return None if is_divided else find_columns(shown)


def bare_line(line: str) -> str:
    """The line without its end, and without the sign of a new page."""
    return line.replace("\f", "").rstrip("\r\n")
