"""The rows of a checked sheet as a person looks at them: made when they are looked at, found by numbers."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.services.import_views import Caution, ImportDraft, Plan, PlanRow
from app.services.progress import Progress
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.layout import Kind
from app.spreadsheet.lines import Checked, Line
from app.spreadsheet.meaning import pieces_column
from app.spreadsheet.sheet import Sheet

ROWS_AT_ONCE = 256


class Part(StrEnum):
    """What of the sheet is looked at."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    UNCHANGED = "unchanged"


class RowState(StrEnum):
    """What becomes of a row."""

    READY = "ready"
    UNCHANGED = "unchanged"
    UNKNOWN = "unknown"  # it names a product or a size that there is not, and that is not created
    FAILED = "failed"
    LEFT_OUT = "left out"  # such as a row of totals


Shown = int | Decimal | str | None


class CheckRow(NamedTuple):
    """One row. What could not be read is there as the file has it, as text.

    `columns` are those of the sheet for article, size, number and price; 0: the sheet has none.
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
        levels = list(Level)
        return min(self.problems, key=lambda problem: levels.index(problem.level), default=None)


def rows_with_problems(checked: Checked) -> set[int]:
    """The rows whose cells have to be shown as they are in the file."""
    return {problem.row for problem in checked.problems}


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
        self._draft, self._checked, self._texts = draft, checked, texts
        self._problems = _by_row([*checked.problems, *plan.problems])
        self._cautions = _cautions_by_place(plan.cautions)
        self._without = frozenset(plan.without)
        self._before = _before_and_after(plan)
        layout = draft.layout
        self._wide = frozenset(layout.wide)
        self._kinds = (layout.find(Kind.ARTICLE) or 0, layout.find(Kind.SIZE) or 0)
        self._price = layout.find(Kind.PRICE) or 0
        self._pieces = (pieces_column(layout, draft.meaning) or 0) if draft.meaning.has_pieces else 0
        self._refused = frozenset(problem[:2] for problem in plan.problems)
        self._rows, self._columns, self._lines = array("q"), array("q"), array("q")
        self.idle = 0
        """How many do nothing."""
        self._fill()
        self._parts = self._divided()
        self.fixable = Counter(problem.flaw for problem in checked.problems if problem.proposed is not None)

    def _fill(self) -> None:
        entries = [(line.row, line.column, number) for number, line in enumerate(self._checked.lines)]
        with_line = {entry[0] for entry in entries}
        places = {entry[:2] for entry in entries}
        for row, problems in self._problems.items():
            alone = {problem.column for problem in problems if problem.column in self._wide}
            entries += [(row, column, -1) for column in alone if (row, column) not in places]
            if row not in with_line and not alone:
                entries.append((row, self._pieces, -1))
        entries.sort()
        for row, column, line in entries:
            self._rows.append(row)
            self._columns.append(column)
            self._lines.append(line)

    def _divided(self) -> dict[Part, Sequence[int]]:
        found: dict[Part, array[int]] = {part: array("q") for part in Part}
        for number in range(len(self._rows)):
            state = self._state(number)
            self.idle += state is not RowState.READY
            problems = self._problems_of(number)
            levels = {problem.level for problem in problems} if problems else ()
            if state is RowState.FAILED or Level.ERROR in levels:
                found[Part.ERRORS].append(number)
            elif Level.WARNING in levels or self._has_caution(number) or state is RowState.UNKNOWN:
                found[Part.WARNINGS].append(number)
            if state is RowState.UNCHANGED:
                found[Part.UNCHANGED].append(number)
        return {**found, Part.ALL: range(len(self._rows))}

    def numbers(self, part: Part) -> Sequence[int]:
        """The numbers of these rows, for `row`."""
        return self._parts[part]

    def count(self, part: Part) -> int:
        """How many these are."""
        return len(self._parts[part])

    @property
    def failed(self) -> int:
        """Rows of the sheet of which something is left out for an error."""
        return len({self._rows[number] for number in self._parts[Part.ERRORS]})

    def place(self, number: int) -> tuple[int, int]:
        """Row and column of the sheet where it stands; these grow with the number."""
        return self._rows[number], self._columns[number]

    def row(self, number: int) -> CheckRow:
        """One of them."""
        place = (self._rows[number], self._columns[number])
        line = self._line(number)
        problems = self._problems_of(number)
        known = self._before.get(place, (None, None, None))
        columns = (*self._kinds, place[1], self._price if self._price != place[1] else 0)
        amount: Shown
        price: Shown
        if line is None:
            article, size, amount, price = (self._text(place[0], column) for column in columns)
            size = size or self._draft.layout.wide.get(place[1], "")
        else:
            article, size, price = line.article, known[2] or line.size, line.price
            amount = line.price if self._is_price else _number(line)
        return CheckRow(
            *place,
            self._state(number),
            article,
            size,
            known[0],
            amount,
            known[1],
            None if self._is_price else price,
            tuple(problems),
            tuple(self._cautions.get(place, ())),
            columns,
        )

    @property
    def _is_price(self) -> bool:
        return not self._draft.meaning.has_pieces and bool(self._price)

    def _line(self, number: int) -> Line | None:
        line = self._lines[number]
        return None if line < 0 else self._checked.lines[line]

    def _state(self, number: int) -> RowState:
        row, column = self._rows[number], self._columns[number]
        if self._lines[number] < 0:
            is_error = any(problem.level is Level.ERROR for problem in self._problems_of(number))
            return RowState.FAILED if is_error else RowState.LEFT_OUT
        if (row, column) in self._before:
            return RowState.READY
        if (row, column) in self._refused:
            return RowState.FAILED
        return RowState.UNKNOWN if row in self._without else RowState.UNCHANGED

    def _problems_of(self, number: int) -> list[Problem]:
        problems = self._problems.get(self._rows[number])
        if not problems:
            return []
        column = self._columns[number]
        return [one for one in problems if one.column == column or one.column not in self._wide]

    def _has_caution(self, number: int) -> bool:
        found = self._cautions.get((self._rows[number], self._columns[number]), ())
        return any(caution.level is Level.WARNING for caution in found)

    def _text(self, row: int, column: int) -> str:
        edited = self._draft.choices.edits.get((row, column))
        if edited is not None:
            return edited
        cells = self._texts.get(row, ())
        return cells[column - 1] if 0 < column <= len(cells) else ""


def _number(line: Line) -> Shown:
    if line.pieces is not None:
        return line.pieces
    return line.product_id if line.size_id is None else line.size_id


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


def _before_and_after(plan: Plan) -> dict[tuple[int, int], tuple[Shown, Shown, str]]:
    """What is there now and what will be, and the size as the catalogue has it, by the cell's place."""
    found: dict[tuple[int, int], tuple[Shown, Shown, str]] = {}
    for row in plan.rows:
        found.update(dict.fromkeys(row.places, _of_row(row)))
    for link in plan.links:
        found[link.row, link.column] = (link.before or "", link.article, "")
    for number in plan.numbers:
        found[number.row, number.column] = (number.before, number.number, number.size)
    for count in plan.counts:
        found[count.row, count.column] = (count.known.here, count.pieces, count.known.size)
    return found


def _of_row(row: PlanRow) -> tuple[Shown, Shown, str]:
    return row.before, row.after, row.size


def fixable_flaw(problem: Problem | None) -> Flaw | None:
    """The kind of problem whose proposals can be taken together."""
    return None if problem is None or problem.proposed is None else problem.flaw
