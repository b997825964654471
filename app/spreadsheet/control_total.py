"""The total that a file has of its rows, compared with what was read of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level
from app.spreadsheet.lines import Line
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.places import Places
from app.spreadsheet.sheet import Cell
from app.spreadsheet.synonyms import TOTALS


class ControlTotal:
    """Adds up the pieces of one column; rows of totals may come at several levels, each after its rows."""

    def __init__(self, places: Places, lines: Sequence[Line]) -> None:
        is_one = len(places.pieces) == 1 and not places.is_scanned
        self._place = next(iter(places.pieces)) if is_one else None
        self._lines, self._seen, self._sum = lines, 0, 0
        self._sums: set[int | Decimal] = {0}

    def compare(self, row: Sequence[Cell]) -> tuple[int, Finding[object]] | None:
        """The place and what is to be said of a row of totals; None where it is right, or says nothing."""
        if self._place is None or len(self._lines) == self._seen:
            return None
        self._sum += sum(line.pieces or 0 for line in self._lines[self._seen :])
        self._seen = len(self._lines)
        first = next((one for cell in row if (one := cell_text(cell))), "").casefold().rstrip(" :.")
        said = likely_number(cell_text(row[self._place]))
        is_right = said is None or self._sum - said in self._sums
        self._sums.add(self._sum)
        if first not in TOTALS or is_right:
            return None
        text = translate("Check", "The file says {said} in all, but its rows come to {read}.")
        words = text.format(said=cell_text(row[self._place]), read=self._sum)
        return self._place, Finding(Level.WARNING, Flaw.TOTAL_DIFFERS, words)
