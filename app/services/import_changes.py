"""What a plan does at each place of the sheet: looked up in the plan itself, which may be very long."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from heapq import merge
from typing import NamedTuple

from app.services.import_order import SheetPlace
from app.services.import_views import Plan, PlanRow
from app.spreadsheet.lines import Line

Shown = int | Decimal | str | None


class PlannedChange(NamedTuple):
    """What is there now and what will be, and the size as the catalogue has it."""

    before: Shown
    after: Shown
    size: str


class PlannedChanges:
    """The change at each place at which the plan does something."""

    def __init__(self, plan: Plan) -> None:
        self._rows = plan.rows
        self._others: dict[SheetPlace, PlannedChange] = {
            place: _of_row(row) for row in plan.rows if row.also for place in row.also
        }
        for link in plan.links:
            self._others[link[:2]] = PlannedChange(link.before or "", link.article, "")
        for number in plan.numbers:
            self._others[number[:2]] = PlannedChange(number.before, number.number, number.size)
        for count in plan.counts:
            self._others[count[:2]] = PlannedChange(count.known.here, count.pieces, count.known.size)

    def at(self, place: SheetPlace) -> PlannedChange | None:
        """What is done there; None where nothing is."""
        at = bisect_left(self._rows, place, key=_place)
        if at < len(self._rows) and _place(self._rows[at]) == place:
            return _of_row(self._rows[at])
        return self._others.get(place)

    def idle(self, lines: Sequence[Line]) -> Sequence[int]:
        """Which of the lines do nothing; these are in the order of the sheet, as the plan is."""
        places = self._places()
        found = array("q")
        upcoming = next(places, None)
        for number, line in enumerate(lines):
            if line[:2] == upcoming:
                upcoming = next(places, None)
            else:
                found.append(number)
        return found

    def _places(self) -> Iterator[SheetPlace]:
        return merge(map(_place, self._rows), sorted(self._others))


def _place(row: PlanRow) -> SheetPlace:
    return row[:2]


def _of_row(row: PlanRow) -> PlannedChange:
    return PlannedChange(row.before, row.after, row.size)
