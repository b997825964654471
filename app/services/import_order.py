"""The order in which the rows of a check are looked at: the sheet's, counted instead of written down."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from app.spreadsheet.lines import Line

SheetPlace: TypeAlias = tuple[int, int]
"""Row and column of the sheet, counted from 1."""


class SheetOrder:
    """Lines in the order of the sheet, and between them the places of what became no line.

    The lines are most by far and are there already: only where the others stand among them is kept.
    """

    def __init__(self, lines: Sequence[Line], others: Iterable[SheetPlace]) -> None:
        self._lines = lines
        self._others = sorted(others)
        self._numbers = array(
            "q", (self._lines_before(place) + at for at, place in enumerate(self._others))
        )

    def __len__(self) -> int:
        return len(self._lines) + len(self._others)

    @property
    def others(self) -> int:
        """How many are no lines."""
        return len(self._others)

    @property
    def without_line(self) -> Sequence[int]:
        """The numbers of these, from the lowest on."""
        return self._numbers

    def line(self, number: int) -> Line | None:
        """The line with this number; None where none became of the row."""
        at = bisect_left(self._numbers, number)
        return None if self._is_other(at, number) else self._lines[number - at]

    def place(self, number: int) -> SheetPlace:
        """Where it stands; places grow with the numbers."""
        at = bisect_left(self._numbers, number)
        return self._others[at] if self._is_other(at, number) else self._lines[number - at][:2]

    def number(self, line: int) -> int:
        """The number of a line that is the so manieth, counted from 0."""
        return line + bisect_right(range(self.others), line, key=lambda at: self._numbers[at] - at)

    def at(self, places: Iterable[SheetPlace]) -> Iterator[int]:
        """The numbers of the lines at these places, which are in order, too."""
        wanted = iter(places)
        upcoming = next(wanted, None)
        for at, line in enumerate(self._lines):
            if upcoming is None:
                return
            if line[:2] == upcoming:
                yield self.number(at)
                upcoming = next(wanted, None)

    def of_row(self, row: int) -> range:
        """The numbers of a row of the sheet."""
        return range(self._before((row,)), self._before((row + 1,)))

    def _is_other(self, at: int, number: int) -> bool:
        return at < len(self._numbers) and self._numbers[at] == number

    def _before(self, place: tuple[int, ...]) -> int:
        return self._lines_before(place) + bisect_left(self._others, place)

    def _lines_before(self, place: tuple[int, ...]) -> int:
        return bisect_left(self._lines, place, key=_place)


def _place(line: Line) -> SheetPlace:
    return line[:2]
