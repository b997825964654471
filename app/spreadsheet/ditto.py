"""Marks for what stands in the row above: «"», «-"-», «то же», «↓»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.memo import MOST_REMEMBERED
from app.spreadsheet.places import Places
from app.spreadsheet.sheet import Cell

_LONGEST = 20
_AROUND = " -‐‑‒–—―−_.ーｰ"
_MARKS = frozenset(
    {
        *('"', "“", "”", "„", "«", "»", "″", "〃", "〟", "〞", "↓", "⇓", "⬇"),
        *('""', "''", "’’", "‘‘", ",,", "«»", "“”", "„“", "//"),
    }
)
_WORDS = frozenset({"то же", "тоже", "то же самое", "ditto"})
_FIRST = frozenset("тТdD")


def is_ditto(text: str) -> bool:
    """Whether the text stands for what is above it. A dash alone may mean that there is nothing."""
    if len(text) > _LONGEST:
        return False
    core = text.strip(_AROUND)
    return core in _MARKS or (core[:1] in _FIRST and core.casefold() in _WORDS)


class Dittos:
    """Gives rows the article and the size of the row above where marks stand for these."""

    def __init__(self, places: Places) -> None:
        named = places.names if places.naming is ColumnKind.ARTICLE else None
        self._places = sorted({place for place in (named, places.size) if place is not None})
        self.above: Sequence[Cell] | None = None
        """The row of data right above, as it was filled."""

    def filled(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """The row with the values of the one above; marks stay where there are none."""
        cells = list(row)
        for place, finding in self.findings(row):
            cells[place] = cells[place] if finding.value is None else finding.value
        return cells

    def findings(self, row: Sequence[Cell]) -> Iterator[tuple[int, Finding[Cell]]]:
        """What is to be said of its marks, and their values, by their places from 0."""
        for place in self._places:
            if not is_ditto(was := cell_text(row[place])):
                continue
            value = "" if self.above is None else self.above[place]
            if cell_text(value) and not is_ditto(cell_text(value)):
                text = translate("Check", "As in the row above: {right}.")
                said = text.format(right=cell_text(value))
                yield place, Finding(Level.NOTE, Flaw.DITTO, said, None, value)
            else:
                text = translate("Check", "“{was}” stands for the row above, where nothing is. Type it.")
                yield place, error(Flaw.DITTO, text.format(was=was))


class Marks(dict[Cell, bool]):
    """Whether cells are marks, each different one looked at once."""

    def __missing__(self, cell: Cell) -> bool:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[cell] = is_ditto(cell_text(cell))
        return found
