"""Which sheet of a workbook is the table: there may be a title page before it."""

from __future__ import annotations

from collections.abc import Sequence

from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.layout import Kind
from app.spreadsheet.meaning import absent_kinds, likely_meaning
from app.spreadsheet.reading.book import BookSheet


def likely_sheet(sheets: Sequence[BookSheet]) -> int:
    """The first visible one that has all columns that it needs, else the first visible one."""
    visible = [number for number, sheet in enumerate(sheets) if not sheet.is_hidden]
    if len(visible) < 2:
        return next(iter(visible), 0)
    return next((number for number in visible if _is_table(sheets[number])), visible[0])


def _is_table(sheet: BookSheet) -> bool:
    layout = guess_layout(sheet.head(ROWS_TO_GUESS), sheet.merged)
    absent = set(absent_kinds(layout, likely_meaning(layout))) - {Kind.ALL_PLACES}
    return bool(layout.header) and not absent
