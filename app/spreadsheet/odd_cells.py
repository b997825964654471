"""Rows with cells that look like something else than their values, or that have comments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.cells_beside import remark
from app.spreadsheet.flaws import Finding, Flaw, Level
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.line_reader import Row
from app.spreadsheet.looks import Looks
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.number_formats import shown_otherwise
from app.spreadsheet.places import Places
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_words import size_label

_LEFT_OUT = translate("Check", "“{was}” is struck out in the file and left out.")
_SHOWN = translate(
    "Check",
    "The file shows “{shown}” here, and the number is {was}: it is taken as it is, below this row too.",
)
_REMARK = translate("Check", "A comment in the file: “{text}”.")
_STRUCK_HEADING = translate(
    "Check",
    "The heading “{was}” is struck out in the file. Its column is imported: if it should not be, set it to "
    "“Not needed”.",
)
_SHOWN_AS_NOTHING = translate(
    "Check", "The file shows nothing here, and the number is {was}: it is taken, below this row too."
)
_OF_NO_NUMBERS = frozenset({ColumnKind.IGNORE, ColumnKind.TITLE})


class OddCells:
    """Who looks at such rows. Those that a person typed into are as this person says."""

    def __init__(self, looks: Looks, meaning: Meaning, choices: Choices) -> None:
        self._meaning, self._edits = meaning, choices.edits
        self._struck: Mapping[int, Collection[int]] = {} if choices.include_struck else looks.struck
        self._formats: dict[int, list[tuple[int, str]]] = {}
        for (column, code), numbers in looks.formats.items():
            for number in numbers:
                self._formats.setdefault(number, []).append((column, code))
        self._remarks: dict[int, dict[int, str]] = {}
        for (number, column), text in looks.remarks.items():
            self._remarks.setdefault(number, {})[column] = text
        self._told: set[tuple[int, str]] = set()
        self.rows = frozenset({*self._struck, *self._formats, *self._remarks})
        self.is_below_struck = False
        """Whether an article is struck out whose other rows may stand below."""

    def struck(self, number: int, row: Row) -> set[int]:
        """Places, counted from 0, of what is struck out in a row and is not empty."""
        columns = self._struck.get(number, ())
        return {
            column - 1
            for column in columns
            if (number, column) not in self._edits and column <= len(row) and cell_text(row[column - 1])
        }

    def is_struck_out(self, row: Row, struck: Collection[int], places: Places, layout: Layout) -> bool:
        """Whether nothing of the row counts, as its article, its size or all its numbers are struck out."""
        text = cell_text(row[places.names])
        if self.is_below_struck and layout.carries and (not text or _is_size_below(text, layout)):
            return True
        self.is_below_struck = places.names in struck and not _is_size_below(text, layout)
        numbers = {place for place in places.numbers if cell_text(row[place])}
        return (
            places.names in struck
            or (places.size is not None and places.size in struck)
            or (bool(numbers) and numbers <= set(struck))
        )

    def look(self, number: int, row: Row, places: Places) -> Iterator[tuple[int, Finding[object]]]:
        """Places, counted from 0, and what is to be said of what stands there."""
        yield from self._remarks_of(number, row, places)
        for column, code in self._formats.get(number, ()):
            is_new = column - 1 in places.numbers and (column, code) not in self._told
            if is_new and (found := self._shown(row[column - 1], code)):
                self._told.add((column, code))
                yield column - 1, found

    def look_at_headings(
        self, number: int, row: Row, places: Places
    ) -> Iterator[tuple[int, Finding[object]]]:
        """The same of a row of headings."""
        yield from self._remarks_of(number, row, places)
        for place in sorted(self.struck(number, row) & _read_at(places)):
            text = _STRUCK_HEADING.format(was=cell_text(row[place]))
            yield place, Finding(Level.WARNING, Flaw.STRUCK_HEADING, text)

    def _remarks_of(self, number: int, row: Row, places: Places) -> Iterator[tuple[int, Finding[object]]]:
        read = _read_at(places)
        for column, text in self._remarks.get(number, {}).items():
            place = column - 1
            if place in read and cell_text(row[place]):
                yield place, remark(text) or Finding(Level.NOTE, Flaw.REMARK, _REMARK.format(text=text))

    def _shown(self, cell: Cell, code: str) -> Finding[object] | None:
        if isinstance(cell, bool) or not isinstance(cell, int | float) or not cell:
            return None
        shown = shown_otherwise(code, cell, is_price=self._meaning is Meaning.PRICE)
        if shown is None:
            return None
        text = (_SHOWN if shown else _SHOWN_AS_NOTHING).format(shown=shown, was=cell_text(cell))
        return Finding(Level.WARNING, Flaw.SHOWN_OTHERWISE, text)


def without_struck_cells(row: Row, struck: Collection[int]) -> Sequence[Cell]:
    """The row as if these cells were empty."""
    return ["" if place in struck else cell for place, cell in enumerate(row)]


def left_out(cell: Cell) -> Finding[object]:
    """One of several numbers of a row is struck out."""
    return Finding(Level.NOTE, Flaw.STRUCK_OUT, _LEFT_OUT.format(was=cell_text(cell)))


def rows_struck(looks: Looks, layout: Layout) -> int:
    """In how many rows something that is read is struck out, before these are read."""
    return sum(is_row_struck(number, looks, layout) for number in looks.struck)


def is_row_struck(number: int, looks: Looks, layout: Layout) -> bool:
    """Whether something that is read is struck out in a row."""
    struck = looks.struck.get(number, ())
    return number >= layout.first_row and any(
        index in layout.columns and layout.columns[index].kind not in _OF_NO_NUMBERS for index in struck
    )


def _is_size_below(text: str, layout: Layout) -> bool:
    return layout.sizes_below and size_label(text) is not None


def _read_at(places: Places) -> set[int]:
    """Where what names the goods and their numbers stands."""
    sizes = () if places.size is None else (places.size,)
    return {places.names, *sizes, *places.numbers}
