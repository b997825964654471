"""The rows of a checked sheet as a person looks at them: made when they are looked at, found by numbers."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.domain.text import Text, translate
from app.services.import_changes import PlannedChange, PlannedChanges, Shown
from app.services.import_order import SheetOrder, SheetPlace
from app.services.import_views import Caution, ImportDraft, Plan
from app.services.progress import Progress
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.idle_prices import has_idle_prices
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.lines import Checked, LeftOut, Line
from app.spreadsheet.meaning import Meaning, pieces_column
from app.spreadsheet.places import find_places
from app.spreadsheet.sheet import Sheet

ROWS_AT_ONCE = 256
MOST_WITHOUT_NUMBER = 10_000
"""So many rows without a number are shown; a list with more of them is no list of what came or went."""

_LEVELS = tuple(Level)
"""The worst first."""


class Part(StrEnum):
    """What of the sheet is looked at."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    NOTES = "notes"
    UNCHANGED = "unchanged"


class RowState(StrEnum):
    """What becomes of a row."""

    READY = "ready"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"  # it names a product or a size that there is not, and that is not created
    FAILED = "failed"
    LEFT_OUT = "left out"  # such as a row of totals
    WITHOUT_NUMBER = "without number"


NO_NUMBER = translate("Import", "There is no number, or it is 0.")

_OF_STATE = {RowState.FAILED: Level.ERROR, RowState.UNKNOWN: Level.WARNING}


class _Columns(NamedTuple):
    """Where a part of the sheet has what is shown; 0: nowhere. `wide` has the sizes side by side, `summed`
    the columns of pieces that are added up.
    """

    article: int
    size: int
    price: int
    number: int
    wide: Mapping[int, str]
    summed: Collection[int]


class CheckRow(NamedTuple):
    """One row. What could not be read is there as the file has it, as text.

    `columns` are those of the sheet for article, size, number and price; 0: the sheet has none, or the
    number is the sum of several.
    """

    row: int
    column: int
    state: RowState
    article: str
    size: str
    before: Shown
    number: Shown
    after: Shown
    price: Shown
    problems: tuple[Problem, ...]
    cautions: tuple[Caution, ...]
    columns: tuple[int, int, int, int]

    @property
    def worst(self) -> Problem | None:
        """The problem that is to be solved first."""
        return min(self.problems, key=lambda problem: _LEVELS.index(problem.level), default=None)

    @property
    def level(self) -> Level | None:
        """The worst of all that is said about it; None where nothing is."""
        return _worst((*self.problems, *self.cautions), _OF_STATE.get(self.state))


def rows_to_show(checked: Checked) -> set[int]:
    """The rows whose cells have to be shown as they are in the file."""
    return {problem.row for problem in checked.problems} | {*_without_number(checked)}


def _without_number(checked: Checked) -> Sequence[int]:
    """Rows that are shown although nothing is to be read in them: somebody may look for them."""
    return checked.left_out.get(LeftOut.NOTHING, ())[:MOST_WITHOUT_NUMBER]


def read_texts(sheet: Sheet, wanted: Iterable[int], progress: Progress) -> dict[int, Sequence[str]]:
    """The cells of these rows as text. Raises `SpreadsheetError` and `StoppedError`."""
    rows = set(wanted)
    last = max(rows, default=0)
    found: dict[int, Sequence[str]] = {}
    if not rows:
        return found
    for number, cells in enumerate(sheet.rows(), 1):
        if number % ROWS_AT_ONCE == 0:
            progress.advance(number, last)
        if number in rows:
            found[number] = [cell_text(cell) for cell in cells]
        if number >= last:
            break
    return found


class CheckRows:
    """All rows of a check and its plan, in the order of the sheet."""

    def __init__(
        self, draft: ImportDraft, checked: Checked, plan: Plan, texts: Mapping[int, Sequence[str]]
    ) -> None:
        self._draft, self._texts = draft, texts
        self._problems = _by_row([*checked.problems, *plan.problems, *self._edited()])
        self._cautions = _cautions_by_place(plan.cautions)
        self._without = frozenset(plan.without)
        self._changes = PlannedChanges(plan)
        self._starts = [layout.header[-1] for layout in checked.below]
        self._columns = [_columns_of(layout, draft.meaning) for layout in (draft.layout, *checked.below)]
        self._refused = frozenset(problem[:2] for problem in plan.problems)
        self._order = SheetOrder(checked.lines, self._without_line(checked))
        idle = self._changes.idle(checked.lines)
        self.idle = len(idle) + self._order.others
        """How many do nothing."""
        self._parts = self._divided(idle)
        self.has_idle_prices = has_idle_prices(draft.layout, draft.meaning, checked.lines)
        """Whether the sheet has prices that its meaning does not send."""
        self.fixable = Counter(problem.flaw for problem in checked.problems if problem.proposed is not None)

    def _edited(self) -> Iterator[Problem]:
        """What a person typed over the file, as a note at its cell."""
        for (row, column), text in sorted(self._draft.choices.edits.items()):
            was = self._in_file(row, column)
            if text != was:
                yield Problem(row, column, Level.NOTE, Flaw.RESTORED, _edit_words(was, text), "")

    def _without_line(self, checked: Checked) -> Iterator[SheetPlace]:
        """Where something is wrong, or nothing stands, and there is no line that it could be shown with."""
        order = SheetOrder(checked.lines, ())
        for row, problems in self._problems.items():
            places = [order.place(number) for number in order.of_row(row)]
            columns = self._columns_at(row)
            alone = {problem.column for problem in problems if problem.column in columns.wide}
            yield from ((row, column) for column in alone if (row, column) not in places)
            if not places and not alone:
                yield row, _summed_wrong(problems, columns) or columns.number
        for row in _without_number(checked):
            if row not in self._problems:
                yield row, self._columns_at(row).number

    def _divided(self, idle: Sequence[int]) -> dict[Part, Sequence[int]]:
        by_level = {level: array("q") for level in Level}
        unchanged = array("q")
        warned = {place[0] for place, found in self._cautions.items() if _has_warning(found)}
        looked_at = self._problems.keys() | self._without | warned
        for row in sorted(looked_at):
            for number in self._order.of_row(row):
                level = self._level(number)
                if level is not None:
                    by_level[level].append(number)
        noted = (place for place in self._cautions if place[0] not in looked_at)  # these may be very many
        notes = sorted([*by_level[Level.NOTE], *self._order.at(sorted(noted))])
        for number in (*map(self._order.number, idle), *self._order.without_line):
            if self._state(number) in {RowState.UNCHANGED, RowState.WITHOUT_NUMBER}:
                unchanged.append(number)
        every = range(len(self._order))
        return {
            Part.ALL: every,
            Part.ERRORS: by_level[Level.ERROR],
            Part.WARNINGS: by_level[Level.WARNING],
            Part.NOTES: array("q", notes),
            Part.UNCHANGED: array("q", sorted(unchanged)),
        }

    def _level(self, number: int) -> Level | None:
        """The worst of what is said about a row; None where nothing is."""
        place = self._order.place(number)
        said = (*self._problems_of(number), *self._cautions.get(place, ()))
        may_be_idle = place in self._refused or place[0] in self._without
        return _worst(said, _OF_STATE.get(self._state(number)) if may_be_idle else None)

    def numbers(self, part: Part) -> Sequence[int]:
        """The numbers of these rows, for `row`."""
        return self._parts[part]

    def count(self, part: Part) -> int:
        """How many these are."""
        return len(self._parts[part])

    @property
    def failed(self) -> int:
        """Rows of the sheet of which something is left out for an error."""
        return len({self._order.place(number)[0] for number in self._parts[Part.ERRORS]})

    def place(self, number: int) -> SheetPlace:
        """Row and column of the sheet where it stands; these grow with the number."""
        return self._order.place(number)

    def row(self, number: int) -> CheckRow:
        """One of them."""
        place, line = self._order.place(number), self._order.line(number)
        problems = self._problems_of(number)
        change = self._changes.at(place) or PlannedChange(None, None, "")
        kinds = self._columns_at(place[0])
        is_sum = line is not None and place[1] in kinds.summed
        number_at = 0 if is_sum else place[1]
        columns = (kinds.article, kinds.size, number_at, kinds.price if kinds.price != place[1] else 0)
        amount: Shown
        price: Shown
        if line is None:
            article, size, amount, price = (self._text(place[0], column) for column in columns)
            size = size or kinds.wide.get(place[1], "")
        else:
            article, size, price = line.article, change.size or line.size, line.price
            amount = line.price if self._is_price else _number(line)
        return CheckRow(
            *place,
            self._state(number),
            article,
            size,
            change.before,
            amount,
            change.after,
            None if self._is_price else price,
            tuple(problems),
            tuple(self._cautions.get(place, ())),
            columns,
        )

    @property
    def _is_price(self) -> bool:
        return self._draft.meaning is Meaning.PRICE

    def _state(self, number: int) -> RowState:
        place = self._order.place(number)
        if self._order.line(number) is None:
            problems = self._problems_of(number)
            if not problems:
                return RowState.WITHOUT_NUMBER
            is_error = any(problem.level is Level.ERROR for problem in problems)
            return RowState.FAILED if is_error else RowState.LEFT_OUT
        if self._changes.at(place) is not None:
            return RowState.READY
        if place in self._refused:
            return RowState.FAILED
        return RowState.UNKNOWN if place[0] in self._without else RowState.UNCHANGED

    def _problems_of(self, number: int) -> list[Problem]:
        row, column = self._order.place(number)
        problems = self._problems.get(row)
        if not problems:
            return []
        wide = self._columns_at(row).wide
        return [one for one in problems if one.column == column or one.column not in wide]

    def _columns_at(self, row: int) -> _Columns:
        return self._columns[bisect_right(self._starts, row)]

    def _text(self, row: int, column: int) -> str:
        edited = self._draft.choices.edits.get((row, column))
        return self._in_file(row, column) if edited is None else edited

    def _in_file(self, row: int, column: int) -> str:
        cells = self._texts.get(row, ())
        return cells[column - 1] if 0 < column <= len(cells) else ""


def _columns_of(layout: Layout, meaning: Meaning) -> _Columns:
    article, size, price = (
        layout.find(kind) or 0 for kind in (ColumnKind.ARTICLE, ColumnKind.SIZE, ColumnKind.PRICE)
    )
    number = price if meaning is Meaning.PRICE else 0
    if meaning.has_pieces:
        number = pieces_column(layout, meaning) or 0
    places = find_places(layout, meaning)
    summed = [place + 1 for place in places.pieces] if places.are_summed else ()
    return _Columns(article, size, price, number, layout.wide, summed)


def _summed_wrong(problems: Sequence[Problem], columns: _Columns) -> int | None:
    """The first of the cells that are added up in which something is wrong: it is shown to be corrected."""
    wrong = (one.column for one in problems if one.level is Level.ERROR)
    return next((column for column in wrong if column in columns.summed), None)


def _number(line: Line) -> Shown:
    if line.pieces is not None:
        return line.pieces
    return line.product_id if line.size_id is None else line.size_id


def _worst(said: Iterable[Problem | Caution], level: Level | None) -> Level | None:
    levels = {one.level for one in said}
    return min(levels if level is None else {*levels, level}, key=_LEVELS.index, default=None)


def _has_warning(cautions: Iterable[Caution]) -> bool:
    return any(caution.level is Level.WARNING for caution in cautions)


def _edit_words(was: str, right: str) -> Text:
    if not right:
        return translate("Import", "The file has “{was}”, emptied.").format(was=was)
    if not was:
        return translate("Import", "Corrected to “{right}”.").format(right=right)
    words = translate("Import", "The file has “{was}”, corrected to “{right}”.")
    return words.format(was=was, right=right)


def _by_row(problems: Iterable[Problem]) -> dict[int, list[Problem]]:
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.row, []).append(problem)
    return found


def _cautions_by_place(cautions: Iterable[Caution]) -> dict[tuple[int, int], list[Caution]]:
    found: dict[tuple[int, int], list[Caution]] = {}
    for caution in cautions:
        found.setdefault((caution.row, caution.column), []).append(caution)
    return found
