"""What the window asks of an import: its first rows at once, and the whole of it checked and planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services.import_matching import load_goods
from app.services.import_rows import CheckRows, read_texts, rows_with_problems
from app.services.import_sheet import likely_sheet
from app.services.import_summary import ImportSummary, summarize
from app.services.import_views import Content, ImportDraft, ImportRow, Plan
from app.services.importing import (
    Guess,
    check_sheet,
    content_of,
    earlier_import,
    guess,
    open_file,
    plan_import,
)
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.lines import Checked
from app.spreadsheet.reading.book import Book, BookSheet
from app.spreadsheet.report.mark import read_mark
from app.spreadsheet.sheet import Area, Cell
from app.spreadsheet.turning import lies_on_its_side

UNKNOWN = Content("", "")
"""The content of a draft that nobody has read to its end yet."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A file that was opened, and the first rows of one of its sheets, as text."""

    book: Book
    draft: ImportDraft
    guessed: Guess | None  # None: it was taken up again
    rows: Sequence[Sequence[str]]
    hidden: int
    empty_formulas: int
    is_returned: bool = False  # it came back from an import, and only what is left of it is taken
    lies_on_its_side: bool = False

    @property
    def sheet(self) -> BookSheet:
        """The chosen sheet."""
        return self.book.sheets[self.draft.sheet]


@dataclass(frozen=True, slots=True)
class CheckedImport:
    """A whole sheet: what was found, what would be done, and its rows to look at.

    `texts` are the cells of the rows that have problems.
    """

    draft: ImportDraft
    checked: Checked
    texts: Mapping[int, Sequence[str]]
    plan: Plan
    rows: CheckRows
    summary: ImportSummary

    def is_check_of(self, draft: ImportDraft) -> bool:
        """Whether the file is understood so; what may be created is another matter."""
        return replace(self.draft, creating=draft.creating) == draft


def begin_import(shop: Shop, path: Path, sheet: int | None, encoding: str, progress: Progress) -> Beginning:
    """Open a file and guess what it is. A `sheet` of None: the likeliest.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    book = open_file(path, progress, encoding)
    if sheet is None:
        sheet = likely_sheet(shop, book)
    found = guess(shop, book.sheets[sheet], read_mark(path, sheet))
    draft = ImportDraft(
        path, UNKNOWN, found.layout, found.meaning, sheet, encoding, found.choices, found.creating
    )
    return _beginning(book, draft, found)


def begin_again(draft: ImportDraft, progress: Progress) -> Beginning:
    """Open the file of an import that was left. Raises `SpreadsheetError` and `StoppedError`."""
    return _beginning(open_file(draft.path, progress, draft.encoding), draft, None)


def _beginning(book: Book, draft: ImportDraft, guessed: Guess | None) -> Beginning:
    sheet = book.sheets[draft.sheet]
    head = sheet.head(ROWS_TO_GUESS)
    rows = [[cell_text(cell) for cell in cells] for cells in head]
    is_returned = read_mark(draft.path, draft.sheet) is not None
    hidden, empty = len(sheet.hidden_rows), len(sheet.formulas_without_value)
    return Beginning(book, draft, guessed, rows, hidden, empty, is_returned, lies_on_its_side(head))


def repeated(shop: Shop, draft: ImportDraft, progress: Progress) -> tuple[Content, ImportRow | None]:
    """The file's content, and the earlier import that sent the same."""
    content = draft.content if draft.content.digest else content_of(draft.path, progress)
    return content, earlier_import(shop, replace(draft, content=content))


def check_import(
    shop: Shop, draft: ImportDraft, import_id: int | None, progress: Progress
) -> CheckedImport:
    """Read the whole sheet. Raises `SpreadsheetError` and `StoppedError`."""
    if not draft.content.digest:
        draft = replace(draft, content=content_of(draft.path, progress))
    sheet = open_file(draft.path, progress, draft.encoding).sheets[draft.sheet]
    goods = load_goods(shop)
    progress.advance(0, 0)
    checked = check_sheet(goods, sheet, draft, progress)
    plan = plan_import(shop, goods, checked, draft, import_id)
    progress.advance(progress.total, progress.total)
    texts = read_texts(sheet, rows_with_problems(checked), progress)
    return _checked_import(draft, checked, texts, plan)


def plan_again(
    shop: Shop, before: CheckedImport, draft: ImportDraft, import_id: int | None, progress: Progress
) -> CheckedImport:
    """The same check with the stock of now, and with what may be created now. Raises `StoppedError`."""
    goods = load_goods(shop)
    progress.advance(0, 0)
    plan = plan_import(shop, goods, before.checked, draft, import_id)
    progress.advance(0, 0)
    return _checked_import(draft, before.checked, before.texts, plan)


def _checked_import(
    draft: ImportDraft, checked: Checked, texts: Mapping[int, Sequence[str]], plan: Plan
) -> CheckedImport:
    rows = CheckRows(draft, checked, plan, texts)
    return CheckedImport(draft, checked, texts, plan, rows, summarize(plan, rows))


def check_beginning(beginning: Beginning, draft: ImportDraft) -> Checked:
    """The first rows, as these columns and choices have them understood."""
    head = _Head(beginning.sheet)
    return check(head, draft.layout, draft.meaning, draft.choices)


class _Head:
    """The first rows of a sheet as a sheet of their own."""

    def __init__(self, sheet: BookSheet) -> None:
        self._sheet = sheet
        self._rows = sheet.head(ROWS_TO_GUESS)
        self.name, self.is_hidden = sheet.name, sheet.is_hidden
        self.row_count: int | None = len(self._rows)
        self.hidden_rows = sheet.hidden_rows
        self.hidden_columns, self.is_text = sheet.hidden_columns, sheet.is_text
        self.merged: Sequence[Area] = sheet.merged
        self.formulas_without_value = frozenset[tuple[int, int]]()

    def rows(self) -> Iterator[Sequence[Cell]]:
        """All of them."""
        return iter(self._rows)
