"""The total that a file has of its rows, compared with what was read of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level, Problem
from app.spreadsheet.lines import Line
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.places import Places
from app.spreadsheet.sheet import Cell
from app.spreadsheet.synonyms import TOTALS


class ReadSoFar:
    """What was read of all tables of a sheet; each line and each problem is looked at once."""

    def __init__(self, lines: Sequence[Line], problems: Sequence[Problem]) -> None:
        self._lines, self._problems = lines, problems
        self._lines_seen = self._problems_seen = 0
        self._has_error = False
        self._sums: set[int | Decimal] = {0}
        self._sum = self._sum_above = 0

    @property
    def is_new(self) -> bool:
        """Whether lines have come since `end_part`."""
        return len(self._lines) > self._lines_seen

    @property
    def has_error(self) -> bool:
        """Whether something could not be read."""
        if not self._has_error:
            new = self._problems[self._problems_seen :]
            self._has_error = any(problem.level is Level.ERROR for problem in new)
            self._problems_seen = len(self._problems)
        return self._has_error

    def end_part(self) -> None:
        """A total or another table comes: later totals may be of what comes after it."""
        self._catch_up()
        self._sums.add(self._sum)

    def end_table(self) -> None:
        """What is read from here on is below other headings."""
        self.end_part()
        self._sum_above = self._sum

    @property
    def of_table(self) -> int:
        """The sum of the table that is read now, as far as it is known."""
        return self._sum - self._sum_above

    def comes_to(self, said: Decimal) -> bool:
        """Whether this is the sum of the last part or of several, or of all."""
        self._catch_up()
        return self._sum - said in self._sums

    def _catch_up(self) -> None:
        self._sum += sum(line.pieces or 0 for line in self._lines[self._lines_seen :])
        self._lines_seen = len(self._lines)


class ControlTotal:
    """Compares the pieces of one column; rows of totals may come at several levels, each after its rows."""

    def __init__(self, places: Places, read: ReadSoFar) -> None:
        is_one = len(places.pieces) == 1 and not places.is_scanned
        self._place = next(iter(places.pieces)) if is_one else None
        self._read = read

    def compare(self, row: Sequence[Cell]) -> tuple[int, Finding[object]] | None:
        """The place and what is to be said of a row of totals; None where it is right, or says nothing."""
        if self._place is None or not self._read.is_new:
            return None
        first = next((one for cell in row if (one := cell_text(cell))), "").casefold().rstrip(" :.")
        said = likely_number(cell_text(row[self._place]))
        is_right = said is None or self._read.comes_to(said)
        self._read.end_part()
        if first not in TOTALS or is_right:
            return None
        text = translate("Check", "The file says {said} in all, but its rows come to {read}.")
        words = text.format(said=cell_text(row[self._place]), read=self._read.of_table)
        return self._place, Finding(Level.WARNING, Flaw.TOTAL_DIFFERS, words)
