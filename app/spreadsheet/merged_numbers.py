"""Numbers in cells that are merged over several sizes: how many are of each nobody can tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from app.domain.text import translate
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.lines import Line
from app.spreadsheet.sheet import Area

Place = tuple[int, int]
"""Row and column of the sheet, counted from 1."""


class _Missed(NamedTuple):
    """An empty cell that a merged number covers, and whose it would be."""

    row: int
    column: int
    article: str
    size: str


class MergedNumbers:
    """Gathers such cells while the rows are read. `columns` are those of the pieces, counted from 1."""

    def __init__(self, merged: Iterable[Area], columns: Collection[int]) -> None:
        self._areas: dict[int, list[Area]] = {}
        self._missed: dict[Area, list[_Missed]] = {}
        for area in sorted(merged, key=lambda one: one.top):
            for column in columns:
                if area.left <= column <= area.right:
                    self._areas.setdefault(column, []).append(area)

    def miss(self, row: int, column: int, article: str, size: str) -> None:
        """Keep the place of an empty cell where a merged one covers it."""
        areas = self._areas.get(column, ())
        before = bisect_right(areas, row, key=lambda area: area.top)
        if before and areas[before - 1].bottom >= row:
            self._missed.setdefault(areas[before - 1], []).append(_Missed(row, column, article, size))

    def settle(self, lines: list[Line], edited: Collection[Place]) -> list[Problem]:
        """An error for each of several sizes that share one number; none of them stays a line.

        A number that a person typed is that of its own row.
        """
        if not self._missed:
            return []
        numbers = {line[:2]: line for line in lines}
        problems = [one for area in self._missed for one in self._told(area, numbers, edited)]
        dropped = {(problem.row, problem.column) for problem in problems}
        lines[:] = [line for line in lines if line[:2] not in dropped]
        return problems

    def _told(self, area: Area, numbers: dict[Place, Line], edited: Collection[Place]) -> Iterator[Problem]:
        shared = next((numbers[at] for at in self._places(area) if at in numbers), None)
        if shared is None or not shared.pieces:
            return
        own = shared.article, shared.size
        others = [missed[:2] for missed in self._missed[area] if (missed.article, missed.size) != own]
        if not others:
            return
        text = translate(
            "Check", "{was} stands in one merged cell for several sizes. Type the number of each."
        ).format(was=shared.pieces)
        for row, column in (shared[:2], *others):
            if (row, column) not in edited:
                was = str(shared.pieces) if (row, column) == shared[:2] else ""
                yield Problem(row, column, Level.ERROR, Flaw.MERGED, text, was)

    def _places(self, area: Area) -> Iterator[Place]:
        columns = (column for column in self._areas if area.left <= column <= area.right)
        return ((area.top, column) for column in sorted(columns))
