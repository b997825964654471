"""Sheets of Excel and OpenDocument workbooks: calamine reads the cells, after it was seen that they fit."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice

import python_calamine
from typing_extensions import override

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.spreadsheet.looks import Looks
from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import Advance, BookSheet, Facts, Limits, Seen
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.patience import Result, patiently
from app.spreadsheet.sheet import Area, Cell

MACROS = translate("Spreadsheet", "There are macros in the workbook. Polka never runs them.")

Look = Callable[[], Seen]
Beginning = Callable[[int], tuple[bytes, Seen]]
"""A workbook with as many first rows of a sheet, and what a look at these found."""


class Cells:
    """The cells of a workbook, by the index of the sheet. What was read last is kept."""

    def __init__(self, original: Original, limits: Limits, advance: Advance) -> None:
        self.original = original
        self.limits = limits
        self._advance = advance
        self._kept: dict[int, python_calamine.CalamineSheet] = {}

    def tabs(self) -> list[python_calamine.SheetMetadata]:
        """What a file tells of its sheets, all of which are read at once."""
        book = self._patiently(lambda: python_calamine.load_workbook(self.original.path))
        tabs = book.sheets_metadata
        self._kept = {index: book.get_sheet_by_index(index) for index in range(len(tabs))}
        return tabs

    def sheet(self, index: int) -> python_calamine.CalamineSheet:
        """All cells of a sheet. Raises `SpreadsheetError`."""
        if index not in self._kept:
            self._kept = {}
            path = self.original.path
            found = self._patiently(lambda: python_calamine.load_workbook(path).get_sheet_by_index(index))
            self.limits_hold(*_size(found))
            self._kept = {index: found}
        return self._kept[index]

    def beginning(self, index: int, workbook: bytes) -> python_calamine.CalamineSheet:
        """The sheet of a shortened copy."""
        source = io.BytesIO(workbook)
        return self._patiently(lambda: python_calamine.load_workbook(source).get_sheet_by_index(index))

    def limits_hold(self, rows: int, columns: int) -> None:
        """Raises `SpreadsheetError` where these are more than may be read."""
        name, limits = self.original.name, self.limits
        if rows > limits.rows:
            raise complaints.too_many_rows(name, limits.rows)
        if columns > limits.columns:
            raise complaints.too_many_columns(name, limits.columns)
        if rows * columns > limits.cells:
            raise complaints.too_many_cells(name, limits.cells)

    def _patiently(self, work: Callable[[], Result]) -> Result:
        name = self.original.name
        try:
            with self.original.reading():
                return patiently(work, self._advance)
        except python_calamine.PasswordError as error:
            raise complaints.encrypted(name) from error
        except python_calamine.CalamineError as error:
            raise complaints.broken(name) from error
        except BaseException as error:
            if type(error).__name__ == "PanicException":  # the reader's own bug, set off by a bad file
                raise complaints.broken(name) from error
            raise


class WorkbookSheet(BookSheet):
    """A sheet whose cells are read when they are first asked for."""

    def __init__(
        self,
        cells: Cells,
        tab: tuple[int, str, bool],
        look: Look,
        beginning: Beginning | None = None,
    ) -> None:
        self._cells = cells
        self._index, self._name, self._is_hidden = tab
        self._look = look
        self._beginning = beginning
        self._row_count: int | None = None

    @property
    @override
    def name(self) -> str:
        return self._name

    @property
    @override
    def is_hidden(self) -> bool:
        return self._is_hidden

    @property
    @override
    def row_count(self) -> int | None:
        return self._row_count

    @property
    @override
    def hidden_rows(self) -> Collection[int]:
        return self._facts.hidden_rows

    @property
    @override
    def hidden_columns(self) -> Collection[int]:
        return self._facts.hidden_columns

    @property
    @override
    def is_text(self) -> bool:
        return False

    @property
    @override
    def merged(self) -> Sequence[Area]:
        return self._facts.merged

    @property
    @override
    def formulas_without_value(self) -> Collection[tuple[int, int]]:
        return self._facts.formulas_without_value

    @property
    @override
    def looks(self) -> Looks:
        return self._facts.looks

    @override
    def rows(self) -> Iterator[Sequence[Cell]]:
        facts = self._facts
        if facts.filled_rows is not None and self._beginning:
            sheet, _ = self._shortened(self._beginning, facts.filled_rows)
        else:
            sheet = self._cells.sheet(self._index)
        self._row_count, _ = _size(sheet)
        return _rows(sheet, facts.texts)

    @override
    def head(self, count: int) -> Sequence[Sequence[Cell]]:
        if self._beginning is None or self._row_count is not None:
            return list(islice(self.rows(), count))
        try:
            sheet, facts = self._shortened(self._beginning, count)
        except SpreadsheetError:
            return list(islice(self.rows(), count))
        return list(islice(_rows(sheet, facts.texts), count))

    def _shortened(self, beginning: Beginning, count: int) -> tuple[python_calamine.CalamineSheet, Facts]:
        workbook, seen = beginning(count)
        self._cells.limits_hold(seen.rows, seen.columns)
        return self._cells.beginning(self._index, workbook), seen.facts

    @cached_property
    def _facts(self) -> Facts:
        seen = self._look()
        self._cells.limits_hold(seen.rows, seen.columns)
        return seen.facts


def workbook_sheets(cells: Cells, facts: Sequence[Facts]) -> list[BookSheet]:
    """The sheets of a file that calamine reads as a whole, with the facts of each."""
    return [
        WorkbookSheet(
            cells,
            (index, tab.name, tab.visible != python_calamine.SheetVisibleEnum.Visible),
            partial(_known, cells, index, found),
        )
        for index, (tab, found) in enumerate(zip(cells.tabs(), facts, strict=False))
        if tab.typ == python_calamine.SheetTypeEnum.WorkSheet
    ]


def _known(cells: Cells, index: int, facts: Facts) -> Seen:
    return Seen(facts, *_size(cells.sheet(index)))


def _size(sheet: python_calamine.CalamineSheet) -> tuple[int, int]:
    """Rows and columns from A1 on, where `total_height` and `total_width` of calamine 0.9 say one less."""
    end = sheet.end
    return (0, 0) if end is None else (end[0] + 1, end[1] + 1)


def _rows(
    sheet: python_calamine.CalamineSheet, texts: dict[tuple[int, int], str]
) -> Iterator[Sequence[Cell]]:
    if sheet.start is None:
        return iter(())
    before: list[Cell] = [""] * sheet.start[1]
    rows: Iterator[Sequence[Cell]] = sheet.iter_rows()
    if before:
        rows = ([*before, *row] for row in rows)
    return _with_texts(rows, texts) if texts else rows


def _with_texts(
    rows: Iterator[Sequence[Cell]], texts: dict[tuple[int, int], str]
) -> Iterator[Sequence[Cell]]:
    by_row: dict[int, dict[int, str]] = {}
    for (number, column), word in texts.items():
        by_row.setdefault(number, {})[column] = word
    for number, row in enumerate(rows, 1):
        if number in by_row:
            filled = list(row) + [""] * (max(by_row[number]) - len(row))
            for column, word in by_row[number].items():
                filled[column - 1] = word
            yield filled
        else:
            yield row
