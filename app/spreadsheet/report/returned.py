"""The columns that an earlier import added to a file: by the names of the workbook, else by our words."""

from __future__ import annotations

from pathlib import Path

from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.reading.book import Advance, Book, BookSheet
from app.spreadsheet.report.mark import Mark, read_mark, read_marks
from app.spreadsheet.report.told import told_mark


def results_mark(path: Path, place: int, sheet: BookSheet, meaning: Meaning | None = None) -> Mark | None:
    """The mark of an earlier import in this sheet of the file; `place` is counted from 0.

    `meaning` tells whether what was refused is left to do. Raises `SpreadsheetError`.
    """
    mark = read_mark(path, place)
    if mark is not None:
        return mark
    head = sheet.head(ROWS_TO_GUESS)
    return told_mark(head, sets_numbers=meaning in {Meaning.COUNT, Meaning.PRICE})


def has_results(path: Path, book: Book, advance: Advance) -> bool:
    """Whether a sheet of the file came back from an import. Raises `SpreadsheetError`."""
    if read_marks(path, advance):
        return True
    return any(told_mark(sheet.head(ROWS_TO_GUESS)) for sheet in book.sheets)
