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


class _Cell(NamedTuple):
    """A cell of pieces in a merged area, and whose they are or would be."""

    row: int
    column: int
    article: str
    size: str
    pieces: int = 0


class MergedNumbers:
    """Gathers such cells while the rows are read. `columns` are those of the pieces, counted from 1.

    `line_column`: where the one line of a row stands whose pieces are added up, whatever cells they are in.
    """

    def __init__(
        self, merged: Iterable[Area], columns: Collection[int], line_column: int | None = None
    ) -> None:
        self._areas: dict[int, list[Area]] = {}
        self._shared: dict[Area, _Cell] = {}
        self._missed: dict[Area, list[_Cell]] = {}
        self._passed: dict[Area, tuple[int, str]] = {}
        self._line_column = line_column
        for area in sorted(merged, key=lambda one: one.top):
            for column in columns:
                if area.left <= column <= area.right:
                    self._areas.setdefault(column, []).append(area)

    def __bool__(self) -> bool:
        """Whether any cell of pieces is merged."""
        return bool(self._areas)

    def meet(self, row: int, column: int, article: str, size: str, pieces: int) -> None:
        """Keep a number where its cell is a merged one."""
        if (area := self._area(row, column)) is not None:
            self._shared.setdefault(area, _Cell(row, column, article, size, pieces))

    def miss(self, row: int, column: int, article: str, size: str) -> None:
        """Keep the place of an empty cell where a merged one covers it."""
        if (area := self._area(row, column)) is not None:
            self._missed.setdefault(area, []).append(_Cell(row, column, article, size))

    def pass_by(self, row: int, column: int, was: str) -> None:
        """Keep what stands in a row that is left out, where other rows share it."""
        if was and (area := self._area(row, column)) is not None:
            self._passed.setdefault(area, (row, was))

    def _area(self, row: int, column: int) -> Area | None:
        areas = self._areas.get(column, ())
        before = bisect_right(areas, row, key=lambda area: area.top)
        return areas[before - 1] if before and areas[before - 1].bottom >= row else None

    def settle(self, lines: list[Line], edited: Collection[Place]) -> list[Problem]:
        """An error for each of several sizes that share one number; none of them stays a line.

        A number that a person typed is that of its own row.
        """
        problems = [one for area in self._missed for one in self._told(area, edited)]
        if problems:
            dropped = {(problem.row, self._line_column or problem.column) for problem in problems}
            lines[:] = [line for line in lines if line[:2] not in dropped]
        return problems

    def _told(self, area: Area, edited: Collection[Place]) -> Iterator[Problem]:
        shared = self._shared.get(area)
        if shared is None and area in self._passed:
            yield from self._told_of_passed(area, edited)
        if shared is None or not shared.pieces:
            return
        own = shared.article, shared.size
        missed = [one for one in self._missed[area] if (one.article, one.size) != own]
        others = self._places(missed)
        if not others:
            return
        text = translate(
            "Check", "{was} stands in one merged cell for several sizes. Type the number of each."
        ).format(was=shared.pieces)
        for row, column in (shared[:2], *others):
            if (row, column) not in edited:
                was = str(shared.pieces) if (row, column) == shared[:2] else ""
                yield Problem(row, column, Level.ERROR, Flaw.MERGED, text, was)

    def _told_of_passed(self, area: Area, edited: Collection[Place]) -> Iterator[Problem]:
        row, was = self._passed[area]
        text = translate(
            "Check", "{was} stands in one merged cell with row {row}, which is left out. Type the number."
        ).format(was=was, row=row)
        for place in self._places(self._missed[area]):
            if place not in edited:
                yield Problem(*place, Level.ERROR, Flaw.MERGED, text, "")

    def _places(self, missed: Iterable[_Cell]) -> list[Place]:
        """Each once; of a row whose pieces are added up only the first."""
        if self._line_column is None:
            return [one[:2] for one in missed]
        return list({one.row: one[:2] for one in reversed(list(missed))}.values())[::-1]
