"""Tables that lie on their side: products stand side by side, their sizes and fields below each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.header_rows import Row, header_score
from app.spreadsheet.reading.book import Advance
from app.spreadsheet.sheet import Cell, Sheet
from app.spreadsheet.size_words import size_label

MOST_ROWS = 1000
"""More fields or sizes than that has no product."""

LOOKED_AT = 60
"""So many first rows tell it."""

_LEAST = 2


def lies_on_its_side(first_rows: Sequence[Row]) -> bool:
    """Whether no row is a header of several columns, and the first column is one of several rows."""
    rows = [row for row in first_rows[:LOOKED_AT] if any(map(cell_text, row))]
    if not rows or max(map(header_score, rows)) >= _LEAST:
        return False
    columns = upright(rows)
    first = next((column for column in columns if any(map(cell_text, column))), [])
    return header_score(first) >= _LEAST


def upright(rows: Sequence[Row]) -> list[list[Cell]]:
    """The columns as rows, each as long as the others."""
    width = max(map(len, rows), default=0)
    return [[row[place] if place < len(row) else "" for row in rows] for place in range(width)]


def turn(sheet: Sheet, advance: Advance) -> list[list[Cell]]:
    """The whole sheet upright. Raises `SpreadsheetError` where it is too long to lie on its side."""
    rows: list[Row] = []
    for row in islice(sheet.rows(), MOST_ROWS + 1):
        advance(len(rows), sheet.row_count or 0)
        rows.append(row)
    if len(rows) > MOST_ROWS:
        raise SpreadsheetError(
            translate("Import", "The table has more than {most} rows and cannot be turned.").format(
                most=MOST_ROWS
            ),
            translate("Import", "Delete what does not belong to it, and choose the file again."),
        )
    return upright([row for row in rows if not _is_title(row)])


def _is_title(row: Row) -> bool:
    """Whether the row is empty, or has some words alone that name no size."""
    filled = [text for cell in row if (text := cell_text(cell))]
    return not filled or (len(filled) == 1 and size_label(filled[0]) is None)
