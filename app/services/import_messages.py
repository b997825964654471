"""A text that is a message, as a file of its own with the table that was made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.errors import SpreadsheetError
from app.domain.text import Text, translate
from app.services.import_matching import load_goods
from app.services.import_sheet import chosen_sheet
from app.services.import_turning import keep_beside
from app.services.import_views import ImportDraft
from app.services.importing import open_file
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.likely_meaning import ANOTHER, said_by_file, title_above
from app.spreadsheet.meaning import Meaning, absent_kinds
from app.spreadsheet.messages import has_whole_lines, looks_like_message, message_table
from app.spreadsheet.reading.book import BookSheet


def may_be_message(shop: Shop, sheet: BookSheet, layout: Layout) -> bool:
    """Whether the text has no column of articles or pieces for certain, and its lines read like a message.

    Commas may divide them into columns that seem to be some: «12.11.2026, 10:15 - Иван: приход».
    """
    if not sheet.is_text or _names_articles(layout):
        return False
    head, known = sheet.head(ROWS_TO_GUESS), load_goods(shop).known
    is_divided = any(sum(map(bool, map(cell_text, row))) > 1 for row in head)
    if (is_divided or not absent_kinds(layout, Meaning.RECEIPTS)) and not has_whole_lines(head, known):
        return False
    return looks_like_message(head, known)


def refuse_other_meaning(sheet: BookSheet, draft: ImportDraft) -> None:
    """Raises `SpreadsheetError` where the message itself says that it means something else."""
    title = title_above(sheet.head(ROWS_TO_GUESS), draft.layout)
    said = {ANOTHER if word.startswith(ANOTHER) else word for word in said_by_file(title)}
    as_count = {Meaning.COUNT} if draft.meaning.is_count else set[str]()
    if said <= {draft.meaning, *as_count}:
        return
    raise SpreadsheetError(
        translate(
            "Import", "The message says “{title}”: that is another meaning than the given one."
        ).format(title=title),
        translate("Import", "Name the meaning of the message, or delete that line from it."),
    )


def _names_articles(layout: Layout) -> bool:
    article = layout.find(ColumnKind.ARTICLE)
    return bool(layout.header) and article is not None and not layout.columns[article].is_doubtful


def message_file(shop: Shop, draft: ImportDraft, say: Callable[[Text], str], progress: Progress) -> Path:
    """Write the table of a message beside what was pasted; returns where. `say` words its headings.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    sheet = chosen_sheet(open_file(draft.path, progress, draft.encoding), draft)
    known = load_goods(shop).known
    return keep_beside(shop, draft, message_table(sheet, known, say, progress.advance))
