"""The check of a whole sheet: what can be imported of it, and what is wrong with the rest.

The rows are gone through once; a second time only where later cells tell how earlier numbers are meant.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from app.domain.text import translate
from app.spreadsheet.amounts import AmountReader
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.duplicates import Settled, settle_duplicates
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.heading_doubts import heading_doubts
from app.spreadsheet.known import Known
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.line_reader import Row
from app.spreadsheet.lines import Ambiguity, Checked, LeftOut
from app.spreadsheet.meaning import Choices, Meaning, absent_kinds
from app.spreadsheet.messages import looks_like_message
from app.spreadsheet.numbers import Doubtful, Reading
from app.spreadsheet.odd_cells import OddCells, left_out, without_struck_cells
from app.spreadsheet.same_numbers import settle_numbers
from app.spreadsheet.sections import Sections
from app.spreadsheet.sheet import Cell, Sheet
from app.spreadsheet.turning import LOOKED_AT, lies_on_its_side

_ROWS_AT_ONCE = 256

_SET_ASIDE = frozenset({LeftOut.HIDDEN, LeftOut.STRUCK, LeftOut.DONE})

Advance = Callable[[int, int], object]
"""Told how many rows are done, and of how many, 0 where nobody knows; it raises to stop the work."""


def check(
    sheet: Sheet,
    layout: Layout,
    meaning: Meaning,
    choices: Choices | None = None,
    known: Known | None = None,
    advance: Advance = lambda _done, _total: None,
    done: Collection[int] = (),
) -> Checked:
    """Every row of the sheet as a line, a problem, or among those left out.

    `advance` begins anew where the rows are gone through a second time. `done` are rows that an earlier
    import took care of.

    Raises `SpreadsheetError` where the rows cannot be read to the end, and what `advance` raises.
    """
    choices, known = choices or Choices(), known or Known()
    absent = absent_kinds(layout, meaning)
    if absent:
        return _unread(sheet, layout, absent, known, advance)
    checking = _Check(sheet, layout, meaning, choices, known, done)
    checking.run(advance)
    if shown := checking.shown_readings():
        choices = replace(choices, readings={**choices.readings, **shown})
    if shown or checking.mixed():
        checking = _Check(sheet, layout, meaning, choices, known, done, checking.mixed())
        checking.run(advance)
    return checking.checked(advance)


class _Check:
    """One way through the rows."""

    def __init__(
        self,
        sheet: Sheet,
        layout: Layout,
        meaning: Meaning,
        choices: Choices,
        known: Known,
        done: Collection[int],
        mixed: Collection[int] = (),
    ) -> None:
        self._sheet, self._layout, self._done = sheet, layout, frozenset(done)
        self._meaning, self._choices = meaning, choices
        self._sections = Sections(layout, meaning, choices, known, mixed, sheet.merged)
        self._lines, self._rows = self._sections.first.lines, self._sections.first.rows
        self._odd = OddCells(sheet.looks, meaning, choices)
        self._count = 0

    def run(self, advance: Advance) -> None:
        """Read the sheet from its first row to its last."""
        hidden = frozenset() if self._choices.include_hidden else frozenset(self._sheet.hidden_rows)
        edits, total = _by_row(self._choices.edits), self._sheet.row_count or 0
        first, odd_rows, odd = self._layout.first_row, self._odd.rows, self._odd
        for number, cells in enumerate(self._sheet.rows(), 1):
            self._count = number
            if number % _ROWS_AT_ONCE == 0:
                advance(number, total)
            is_hidden = number in hidden
            if number < first:
                self._leave_out(number, cells, is_hidden=is_hidden)
                continue
            width = self._sections.width
            row = cells if len(cells) >= width else [*cells, *[""] * (width - len(cells))]
            if number in edits or bool in map(type, row):
                row = _as_text(row, edits.get(number, {}))
            if is_hidden or number in self._done:
                why = LeftOut.HIDDEN if is_hidden else LeftOut.DONE
                self._sections.pass_by(number, row, len(cells), why)
            elif number in odd_rows or odd.is_below_struck:
                self._read_odd(number, row, len(cells))
            else:
                self._sections.read(number, row, len(cells))
        self._sections.finish()
        self._sections.settle_merged()

    def _read_odd(self, number: int, row: Row, length: int) -> None:
        """Read a row with cells that look like something else than their values."""
        now = self._sections.now
        if now is None:
            self._sections.read(number, row, length)
            return
        struck = self._odd.struck(number, row)
        if self._odd.is_struck_out(row, struck, now.places, now.layout):
            self._sections.pass_by(number, row, length, LeftOut.STRUCK)
            return
        struck &= set(now.places.numbers)
        told = [(place, left_out(row[place])) for place in struck]
        told += self._odd.look(number, row, now.places)
        self._sections.read(number, without_struck_cells(row, struck) if struck else row, length)
        for place, found in told:
            now.lines.note(number, place, found, row)

    def _leave_out(self, number: int, cells: Row, *, is_hidden: bool) -> None:
        if number in self._layout.header:
            row = [*cells, *[""] * (self._layout.width - len(cells))]
            if number in self._odd.rows:
                for place, odd in self._odd.look_at_headings(number, row, self._sections.first.places):
                    self._lines.note(number, place, odd, row)
            if number == self._layout.header[-1]:
                self._lines.check_headings(number, row)
                for place, found in heading_doubts(self._layout, self._meaning):
                    self._lines.note(number, place, found, row)
                told = max(len(cells), self._layout.named_width)
                self._sections.heading_width = told if self._sheet.is_text else sys.maxsize
            self._rows.leave_out(number, LeftOut.HEADER)
        elif not any(map(cell_text, cells)):
            self._rows.leave_out(number, LeftOut.EMPTY)
        else:
            self._rows.leave_out(number, LeftOut.HIDDEN if is_hidden else LeftOut.ABOVE)

    def shown_readings(self) -> dict[int, Reading]:
        """The decimal marks of columns that nobody chose, where their other cells leave no doubt.

        Three decimals are not taken for granted: «26,400» beside «118 000,00» may be thousands still. It is
        none where all others have three, as «1 004,000».
        """
        found: dict[int, Reading] = {}
        for place, readers in self._amounts.items():
            shown = {reading for amounts in readers for reading in amounts.shown}
            if len(shown) == 1 and place + 1 not in self._choices.readings:
                mark = next(iter(shown))
                are_whole = {one.read(mark) == one.whole for one in self._doubtful(place)}
                have_three = all(amounts.decimals == {3} for amounts in readers if amounts.doubtful)
                if are_whole == {True} or (are_whole == {False} and have_three):
                    found[place + 1] = mark
        return found

    def mixed(self) -> list[int]:
        """The places of columns with an answer, whose numbers in doubt have the one mark and the other."""
        return [
            place
            for place in self._amounts
            if place + 1 in self._choices.readings
            and len({one.with_comma == one.whole for one in self._doubtful(place)}) > 1
        ]

    @cached_property
    def _amounts(self) -> dict[int, list[AmountReader]]:
        """The readers of each column, of all tables below each other: one answer holds for all of them."""
        found: dict[int, list[AmountReader]] = {}
        for place, amounts in self._sections.amounts():
            found.setdefault(place, []).append(amounts)
        return found

    def _doubtful(self, place: int) -> Iterator[Doubtful]:
        return (one for amounts in self._amounts[place] for one in amounts.doubtful.values())

    def checked(self, advance: Advance) -> Checked:
        """What was found, each size and price once."""
        settled = self._settled(lambda: advance(self._count, self._count))
        for row in settled.repeated:
            self._rows.leave_out(row, LeftOut.REPEATED)
        uncalculated = list(self._uncalculated())
        told = _not_at(uncalculated, self._told())
        problems = [*uncalculated, *told, *settled.problems]
        if not settled.lines and not any(one.level is Level.ERROR for one in problems):
            problems += self._without_any_number()
        problems.sort(key=lambda problem: (problem.row, problem.column))
        return Checked(
            settled.lines,
            problems,
            self._ambiguities(),
            self._choices.readings,
            self._rows.left_out,
            self._sections.begun,
        )

    def _without_any_number(self) -> Iterator[Problem]:
        """Rows of goods of which none has a number: most likely it stands in another column."""
        without = frozenset(self._rows.left_out.get(LeftOut.NOTHING, ()))
        is_passed = not self._rows.left_out.keys().isdisjoint(_SET_ASIDE)
        places = self._lines.numbers
        if (
            not without
            or is_passed
            or any(
                any(cell_text(cell) for place, cell in enumerate(row) if place in places)
                for number, row in enumerate(self._sheet.rows(), 1)
                if number in without
            )
        ):
            return
        text = translate("Check", "No row has a number. Look whether the columns are right.")
        row = self._layout.header[-1] if self._layout.header else self._layout.first_row
        yield Problem(row, 0, Level.ERROR, Flaw.NO_VALUE, text, "")

    def _settled(self, attend: Callable[[], object]) -> Settled:
        if self._meaning is Meaning.LINKS:
            return settle_numbers(self._lines.lines, attend)
        return settle_duplicates(
            self._lines.lines,
            self._meaning,
            is_summed=self._choices.sums(self._meaning) or self._layout.is_scanned,
            is_expected=self._layout.is_scanned,
            attend=attend,
        )

    def _told(self) -> Sequence[Problem]:
        """A minus is only superfluous where every number has one; beside others it is the other way."""
        if self._meaning.is_count or not self._lines.lines:
            return self._lines.problems
        return [
            problem._replace(proposed=None) if problem.flaw is Flaw.BELOW_ZERO else problem
            for problem in self._lines.problems
        ]

    def _ambiguities(self) -> list[Ambiguity]:
        found: dict[int, Ambiguity] = {}
        for place, amounts in self._sections.amounts():
            for was, doubt in list(amounts.doubtful.items())[:1]:
                readings = {reading: doubt.read(reading) for reading in Reading}
                found.setdefault(place, Ambiguity(place + 1, was, readings, len(amounts.doubtful)))
        return list(found.values())

    def _uncalculated(self) -> Iterable[Problem]:
        text = translate("Check", "The file has a formula here, but not its result. Save it in Excel once.")
        for row, column in self._sheet.formulas_without_value:
            columns = self._sections.layout_at(row).columns
            kind = columns[column].kind if column in columns else ColumnKind.IGNORE
            is_edited = (row, column) in self._choices.edits
            if row >= self._layout.first_row and kind is not ColumnKind.IGNORE and not is_edited:
                yield Problem(row, column, Level.ERROR, Flaw.NO_RESULT, text, "")


def _not_at(uncalculated: Sequence[Problem], problems: Sequence[Problem]) -> Sequence[Problem]:
    """Without those of cells that only seem to be empty."""
    places = {problem[:2] for problem in uncalculated}
    return [problem for problem in problems if problem[:2] not in places] if places else problems


def _by_row(edits: Mapping[tuple[int, int], str]) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for (row, column), text in edits.items():
        found.setdefault(row, {})[column] = text
    return found


def _as_text(row: Row, edits: Mapping[int, str]) -> Sequence[Cell]:
    """The row as a person edited it. True would be found under 1 among the cells read before."""
    cells: list[Cell] = [cell_text(cell) if isinstance(cell, bool) else cell for cell in row]
    for column, text in edits.items():
        if column <= len(cells):
            cells[column - 1] = text
    return cells


def _unread(
    sheet: Sheet, layout: Layout, absent: Sequence[ColumnKind], known: Known, advance: Advance
) -> Checked:
    """Nothing can be read before a person names the columns that are needed."""
    words = {
        ColumnKind.ARTICLE: translate("Check", "Say which column has the articles."),
        ColumnKind.PRICE: translate("Check", "Say which column has the prices."),
        ColumnKind.QUANTITY: translate("Check", "Say which column has the pieces."),
        ColumnKind.STOCK: translate("Check", "Say which column has the stock."),
        ColumnKind.ALL_PLACES: translate(
            "Check", "Say what counts: the total, or the sum of the warehouses."
        ),
        ColumnKind.PRODUCT_ID: translate("Check", "Say which column has the marketplace’s numbers."),
    }
    head = list(islice(sheet.rows(), LOOKED_AT))
    is_one_column = max(map(len, head), default=0) == 1
    if sheet.is_text and not layout.header and is_one_column and looks_like_message(head, known):
        words[absent[0]] = translate(
            "Check", "The text is a message and no table. Make a table of it first."
        )
    elif lies_on_its_side(head):
        words[absent[0]] = translate(
            "Check", "The table lies on its side: its products stand side by side. Turn it first."
        )
    row = layout.header[-1] if layout.header else layout.first_row
    problems = [Problem(row, 0, Level.ERROR, Flaw.NO_COLUMN, words[kind], "") for kind in absent]
    count = 0
    for count, _ in enumerate(sheet.rows(), 1):
        if count % _ROWS_AT_ONCE == 0:
            advance(count, sheet.row_count or 0)
    return Checked([], problems, [], {}, {LeftOut.UNREAD: range(1, count + 1)})
