"""Rows with more cells than their heading: a separator too many has moved their numbers."""

from __future__ import annotations

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, error
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.line_reader import Row
from app.spreadsheet.numbers import likely_number

_OF_NUMBERS = frozenset(
    {
        ColumnKind.QUANTITY,
        ColumnKind.STOCK,
        ColumnKind.PRICE,
        ColumnKind.PLACE,
        ColumnKind.ALL_PLACES,
        ColumnKind.ONE_OF_SIZES,
    }
)

_LEAST = 2
"""With fewer cells of its own the row is no data."""


def has_surplus(row: Row, width: int, layout: Layout) -> bool:
    """Whether something stands beyond the heading, which has so many cells.

    A remark behind the numbers is none where the last number is in its place.
    """
    if sum(bool(cell_text(cell)) for cell in row[:width]) < _LEAST:
        return False
    surplus = [text for cell in row[width:] if (text := cell_text(cell))]
    last = layout.columns.get(width)
    if last is None or last.kind not in _OF_NUMBERS or not _is_number(cell_text(row[width - 1])):
        return bool(surplus)
    return any(map(_is_number, surplus))


def _is_number(text: str) -> bool:
    return likely_number(text) is not None


def shifted() -> Finding[object]:
    """Why such a row is not read."""
    text = translate(
        "Check",
        "The row has more cells than the heading: a separator too many has moved its numbers. "
        "Type the right number, or correct the row in the file.",
    )
    return error(Flaw.SURPLUS, text)
