"""A text that is a message, as a file of its own with the table that was made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.text import Text
from app.services.import_matching import load_goods
from app.services.import_sheet import chosen_sheet
from app.services.import_turning import keep_beside
from app.services.import_views import ImportDraft
from app.services.importing import open_file
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.layout import Layout
from app.spreadsheet.meaning import Meaning, absent_kinds
from app.spreadsheet.messages import looks_like_message, message_table
from app.spreadsheet.reading.book import BookSheet


def may_be_message(shop: Shop, sheet: BookSheet, layout: Layout) -> bool:
    """Whether the text has no headings and no column of pieces, and its lines read like a message."""
    if not sheet.is_text or layout.header or not absent_kinds(layout, Meaning.RECEIPTS):
        return False
    return looks_like_message(sheet.head(ROWS_TO_GUESS), load_goods(shop).known)


def message_file(shop: Shop, draft: ImportDraft, say: Callable[[Text], str], progress: Progress) -> Path:
    """Write the table of a message beside what was pasted; returns where. `say` words its headings.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    sheet = chosen_sheet(open_file(draft.path, progress, draft.encoding), draft)
    known = load_goods(shop).known
    return keep_beside(shop, draft, message_table(sheet, known, say, progress.advance))
