"""The tables below each other in one sheet: each is read by its own headings, all into the same lists."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.domain.text import Text
from app.spreadsheet.amounts import AmountReader
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.cells_beside import cells_beside
from app.spreadsheet.flaws import Finding, Flaw, Level, Problem
from app.spreadsheet.known import Known
from app.spreadsheet.later_headings import READ_SO, heading_key, is_other_heading, layout_below, refusal
from app.spreadsheet.layout import Layout
from app.spreadsheet.line_reader import LineReader, Row
from app.spreadsheet.lines import LeftOut
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.places import Places, find_places
from app.spreadsheet.readers import Readers
from app.spreadsheet.row_reader import RowReader
from app.spreadsheet.row_words import is_total, repeats_header
from app.spreadsheet.sheet import Area
from app.spreadsheet.surplus import has_surplus, shifted

_MOST = 100
"""Other headings than that are in no sheet that a person made; each takes memory."""


class Section(NamedTuple):
    """One of them, with what reads its rows."""

    layout: Layout
    places: Places
    readers: Readers
    lines: LineReader
    rows: RowReader


class Refused(NamedTuple):
    """One whose columns are not understood, and the sentence for each of its rows."""

    layout: Layout
    text: Text


class Sections:
    """The one that rows are read by now, and those that were met.

    The same headings in the same places are one section, wherever they stand.
    """

    def __init__(
        self,
        layout: Layout,
        meaning: Meaning,
        choices: Choices,
        known: Known,
        mixed: Collection[int] = (),
        merged: Sequence[Area] = (),
    ) -> None:
        self._meaning, self._choices, self._known = meaning, choices, known
        self._mixed = frozenset(mixed)
        self._merged = [area for area in merged if area.top >= layout.first_row]
        self.first = self._section(layout, None)
        self._met: dict[tuple[tuple[int, str], ...], Section | Refused] = {}
        self._now: Section | Refused = self.first
        self.width = layout.width
        self.heading_width = sys.maxsize
        """How many cells the heading has, where a row may have more of them."""
        self.begun: list[Layout] = []
        """The layout of each later one, once for each time that it begins, with the row of its heading."""

    def read(self, number: int, row: Row, length: int) -> None:
        """Read one row below the first heading; `length` is how many cells it has in the file."""
        now = self._now
        if isinstance(now, Refused):
            if is_other_heading(row, now.layout):
                self._begin(number, row, length)
            else:
                self._refuse(number, row, now.text)
        elif length > self.heading_width and self._is_shifted(number, row, now):
            now.rows.refuse(number, row, shifted())
        elif not now.rows.read(number, row):
            self._begin(number, row, length)

    def pass_by(self, number: int, row: Row, length: int, why: LeftOut) -> None:
        """A row that is hidden, struck out or was imported before; columns may be others below it."""
        now = self._now
        if is_other_heading(row, now.layout):
            self._begin(number, row, length)
        elif isinstance(now, Section):
            now.rows.pass_by(number, row, why)
        else:
            self.first.rows.leave_out(number, why)

    @property
    def now(self) -> Section | None:
        """The one that rows are read by now, if they are read."""
        return self._now if isinstance(self._now, Section) else None

    def finish(self) -> None:
        """There are no more rows."""
        if isinstance(self._now, Section):
            self._now.rows.finish()

    def settle_merged(self) -> None:
        """Lines of numbers that are merged over several sizes become errors."""
        for section in (self.first, *self._met.values()):
            if isinstance(section, Section):
                found = section.lines.merged.settle(section.lines.lines, self._choices.edits)
                section.lines.problems += found

    def amounts(self) -> Iterator[tuple[int, AmountReader]]:
        """The readers of numbers by their places."""
        for section in (self.first, *self._met.values()):
            if isinstance(section, Section):
                yield from section.readers.amounts.items()

    def layout_at(self, row: int) -> Layout:
        """The layout by which a row is read."""
        before = bisect_right(self.begun, row, key=lambda layout: layout.header[-1])
        return self.begun[before - 1] if before else self.first.layout

    def _is_shifted(self, number: int, row: Row, now: Section) -> bool:
        if not has_surplus(row, self.heading_width, now.layout) or is_total(row):
            return False
        places = now.lines.numbers
        return not all((number, place + 1) in self._choices.edits for place in places)

    def _begin(self, number: int, row: Row, length: int) -> None:
        self.finish()
        if repeats_header(row, self.first.layout):
            self._now = self.first
        else:
            self._now = self._below(number, row)
        self.first.rows.leave_out(number, LeftOut.HEADER)
        layout = self._now.layout
        self.width = max(self.width, layout.width)
        if self.heading_width != sys.maxsize:
            self.heading_width = length
        self.begun.append(replace(layout, header=(number,), first_row=number + 1))

    def _below(self, number: int, row: Row) -> Section | Refused:
        key = heading_key(row)
        if key not in self._met:
            if len(self._met) >= _MOST:
                return Refused(self.first.layout, refusal(number))
            self._met[key] = self._new(number, row)
        return self._met[key]

    def _new(self, number: int, row: Row) -> Section | Refused:
        layout, is_sure = layout_below(number, row, self.first.layout, self._meaning)
        if not is_sure:
            return Refused(layout, refusal(number))
        section = self._section(layout, self.first)
        note: Finding[object] = Finding(Level.NOTE, Flaw.OTHER_COLUMNS, READ_SO)
        section.lines.note(number, section.rows.names, note, row)
        section.lines.check_headings(number, row)
        return section

    def _section(self, layout: Layout, above: Section | None) -> Section:
        places = find_places(layout, self._meaning)
        readers = Readers(layout, places, self._meaning, self._choices, self._known)
        for place in self._mixed & readers.amounts.keys():
            readers.amounts[place].is_mixed = True
        above_lines = None if above is None else above.lines
        beside = cells_beside(layout, self._meaning)
        lines = LineReader(places, self._meaning, self._choices, readers, beside, above_lines, self._merged)
        rows = RowReader(layout, places, readers, lines, above and above.rows)
        return Section(layout, places, readers, lines, rows)

    def _refuse(self, number: int, row: Row, text: Text) -> None:
        filled = sum(map(bool, map(cell_text, row)))
        if filled > 1 and not is_total(row):
            self.first.lines.problems.append(Problem(number, 0, Level.ERROR, Flaw.OTHER_COLUMNS, text, ""))
            return
        why = LeftOut.EMPTY if not filled else LeftOut.TOTAL if filled > 1 else LeftOut.GROUP
        self.first.rows.leave_out(number, why)
