"""What the window asks of an import: its first rows at once, and the whole of it checked and planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.services.import_begun import queued_places
from app.services.import_history import earlier_import
from app.services.import_matching import load_goods
from app.services.import_memory import as_remembered
from app.services.import_messages import may_be_message
from app.services.import_rows import CheckRows, read_texts, rows_to_show
from app.services.import_sheet import chosen_sheet, likely_sheets
from app.services.import_summary import ImportSummary, summarize
from app.services.import_views import Content, ImportDraft, ImportRow, Plan
from app.services.importing import Guess, check_sheet, content_of, guess, open_file, plan_import
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices
from app.spreadsheet.odd_cells import rows_struck
from app.spreadsheet.reading.book import Book, BookSheet
from app.spreadsheet.reading.original import Original
from app.spreadsheet.report.returned import results_mark
from app.spreadsheet.sheet import Area, Cell
from app.spreadsheet.turning import lies_on_its_side

UNKNOWN = Content("", "")
"""The content of a draft that nobody has read to its end yet."""


class ChangedFileError(SpreadsheetError):
    """The file has other content than when it was looked at."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A file that was opened, and the first rows of one of its sheets, as text."""

    book: Book
    draft: ImportDraft
    guessed: Guess | None  # None: it was taken up again
    rows: Sequence[Sequence[str]]
    hidden: int
    struck: int
    empty_formulas: int
    is_returned: bool = False  # it came back from an import, and only what is left of it is taken
    lies_on_its_side: bool = False
    is_message: bool = False  # of which a table can be made
    is_changed: bool = False  # it has other content than when it was looked at before
    dropped: int = 0  # edits of cells that hold something else now
    other_sheets: Sequence[int] = ()  # that fit as well as the one that nobody chose

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
    others: Sequence[int] = ()
    if sheet is None:
        sheet, *others = likely_sheets(shop, book)
    mark = results_mark(path, sheet, book.sheets[sheet])
    found = guess(shop, book.sheets[sheet], mark, name=path.stem)
    understood = (found.layout, found.meaning, sheet, encoding, found.choices, found.creating, found.told)
    draft = ImportDraft(path, UNKNOWN, *understood)
    beginning = _beginning(shop, book, draft, found, is_returned=mark is not None)
    return replace(beginning, other_sheets=others)


def begin_again(shop: Shop, draft: ImportDraft, progress: Progress) -> Beginning:
    """Open the file of an import that was left. Raises `SpreadsheetError` and `StoppedError`."""
    book = open_file(draft.path, progress, draft.encoding)
    mark = results_mark(draft.path, draft.sheet, chosen_sheet(book, draft))
    return _beginning(shop, book, draft, None, is_returned=mark is not None)


def begin_changed(shop: Shop, draft: ImportDraft, progress: Progress) -> Beginning:
    """Open a file that has other content than when it was looked at; `draft` has the content of now.

    Its edits are dropped, for other cells stand at their places, and whether rows that are hidden or
    struck out are imported is asked anew. The rest stays as it was said where the headings are the same.
    Raises as `begin_import` does.
    """
    book = open_file(draft.path, progress, draft.encoding)
    sheet = chosen_sheet(book, draft)
    mark = results_mark(draft.path, draft.sheet, sheet)
    found = guess(shop, sheet, mark, draft.meaning)
    layout, choices = found.layout, Choices()
    if layout.fingerprint == draft.layout.fingerprint:
        layout, choices = as_remembered(layout, draft.layout), draft.choices.lasting
    again = replace(draft, layout=layout, choices=choices)
    beginning = _beginning(shop, book, again, None, is_returned=mark is not None)
    return replace(beginning, is_changed=True, dropped=len(draft.choices.edits))


def look_again(shop: Shop, draft: ImportDraft, import_id: int | None, progress: Progress) -> Beginning:
    """The same of a file that `check_import` found changed. Raises `SpreadsheetError` also where a part of
    what it was is queued, and `StoppedError`.
    """
    content = content_of(draft.path, progress)
    if import_id is not None:
        with shop.database.read() as connection:
            queued_places(connection, import_id, content)
    return begin_changed(shop, replace(draft, content=content), progress)


def _beginning(
    shop: Shop, book: Book, draft: ImportDraft, guessed: Guess | None, *, is_returned: bool
) -> Beginning:
    sheet = chosen_sheet(book, draft)
    head = sheet.head(ROWS_TO_GUESS)
    rows = [[cell_text(cell) for cell in cells] for cells in head]
    hidden, empty = len(sheet.hidden_rows), len(sheet.formulas_without_value)
    struck = rows_struck(sheet.looks, draft.layout)
    is_message = may_be_message(shop, sheet, draft.layout)
    shape = lies_on_its_side(head) and not is_message, is_message
    return Beginning(book, draft, guessed, rows, hidden, struck, empty, is_returned, *shape)


def repeated(
    shop: Shop, draft: ImportDraft, import_id: int | None, progress: Progress
) -> tuple[Content, ImportRow | None]:
    """The file's content, and the earlier import that sent the same; `import_id` is not it."""
    content = draft.content if draft.content.digest else content_of(draft.path, progress)
    return content, earlier_import(shop, replace(draft, content=content), import_id)


def check_import(
    shop: Shop, draft: ImportDraft, import_id: int | None, progress: Progress
) -> CheckedImport:
    """Read the whole sheet. The content of its draft is that of these rows.

    Raises `ChangedFileError` where it is another one than was looked at before, `SpreadsheetError`, also
    where the file is written while it is read, and `StoppedError`.
    """
    original = Original(draft.path)
    draft = replace(draft, content=_same_content(draft, progress))
    sheet = chosen_sheet(open_file(draft.path, progress, draft.encoding), draft)
    goods = load_goods(shop)
    progress.advance(0, 0)
    checked = check_sheet(goods, sheet, draft, progress)
    plan = plan_import(shop, goods, checked, draft, import_id)
    progress.advance(progress.total, progress.total)
    with original.reading():
        edited = {row for row, _ in draft.choices.edits}
        texts = read_texts(sheet, rows_to_show(checked) | edited, progress)
    return _checked_import(draft, checked, texts, plan)


def _same_content(draft: ImportDraft, progress: Progress) -> Content:
    content = content_of(draft.path, progress)
    if draft.content.digest not in {UNKNOWN.digest, content.digest}:
        raise ChangedFileError(
            translate("Import", "{name} has other content now.").format(name=draft.path.name),
            translate("Import", "Other rows may stand in it: look at it once more."),
        )
    return content


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
        self.looks = sheet.looks

    def rows(self) -> Iterator[Sequence[Cell]]:
        """All of them."""
        return iter(self._rows)
