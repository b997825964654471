"""The columns that an earlier import added to a file: by the names of the workbook, else by our words."""

from __future__ import annotations

from pathlib import Path

from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.reading.book import BookSheet
from app.spreadsheet.report.mark import Mark, read_mark
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
