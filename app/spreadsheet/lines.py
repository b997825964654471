"""What a checked sheet gives: lines that can be imported, problems, and rows that were left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.layout import Layout
from app.spreadsheet.numbers import Reading


class Line(NamedTuple):
    """What one row says of one size. Rows and columns are counted from 1.

    `column` is where its number stands. `pieces` come, go or are there, as the file means; a `price` beside
    them is for new products. An empty size: the file names none.
    """

    row: int
    column: int
    article: str
    size: str = ""
    pieces: int | None = None
    price: Decimal | None = None
    title: str = ""
    product_id: int | None = None
    size_id: int | None = None


class LeftOut(StrEnum):
    """Why a row has neither a line nor a problem."""

    ABOVE = "above"  # before the header
    HEADER = "header"
    EMPTY = "empty"
    TOTAL = "total"
    GROUP = "group"  # a product whose sizes stand below
    HIDDEN = "hidden"
    STRUCK = "struck"  # out
    NOTHING = "nothing"  # no number, or none that changes anything
    REPEATED = "repeated"  # says the same as another row
    DONE = "done"  # an earlier import of the file took care of it
    UNREAD = "unread"  # a column that is needed is not named yet


class Ambiguity(NamedTuple):
    """A column whose numbers are others with another decimal mark; asked once.

    `readings` has what the first such text is each way, `cells` how many different texts there are.
    """

    column: int
    was: str
    readings: Mapping[Reading, Decimal]
    cells: int


@dataclass(frozen=True, slots=True)
class Checked:
    """The sheet after the check, everything in the order of its rows.

    `readings`: the decimal marks that were chosen, or that other cells of the column leave no doubt about.
    `left_out` has the numbers of the rows. `below` has the layout below each heading further down that has
    other columns, with the row of that heading.
    """

    lines: Sequence[Line]
    problems: Sequence[Problem]
    ambiguities: Sequence[Ambiguity]
    readings: Mapping[int, Reading]
    left_out: Mapping[LeftOut, Sequence[int]]
    below: Sequence[Layout] = ()

    def set_aside(self, why: LeftOut) -> int:
        """How many rows were left out for this reason, as a whole or, of what is struck out, in part."""
        rows = len(self.left_out.get(why, ()))
        if why is not LeftOut.STRUCK:
            return rows
        return rows + len({problem.row for problem in self.problems if problem.flaw is Flaw.STRUCK_OUT})

    def count(self, level: Level) -> int:
        """How many problems of this level there are."""
        return sum(problem.level is level for problem in self.problems)
