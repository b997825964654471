"""Rows that are no data: totals, and headers that come again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.layout import Column, Layout
from app.spreadsheet.sheet import Cell
from app.spreadsheet.synonyms import TOTALS, TOTALS_AFTER

_LONGEST = 80
_LEAST_REPEATED = 2

_TOTAL = re.compile(
    rf"(?:{'|'.join(TOTALS)})(?![\w-]).*|.+\s(?:{'|'.join(TOTALS_AFTER)})\s*:?", re.IGNORECASE | re.DOTALL
)


def is_total(row: Sequence[Cell]) -> bool:
    """Whether this is a row of totals: «Итого», «Всего по складу:», «SS21CA2N Total»."""
    texts = (cell for cell in row if isinstance(cell, str) and cell and not cell.isspace())
    first = next(texts, "")
    return is_total_text(first) or (bool(first) and is_total_text(next(texts, "")))


def repeats_header(row: Sequence[Cell], layout: Layout) -> bool:
    """Whether this is the header once more, as 1C prints it on top of each page."""
    texts = {index: text for index, cell in enumerate(row, 1) if (text := cell_text(cell))}
    if len(layout.header) < 1 or len(texts) < _LEAST_REPEATED:
        return False
    if len(layout.header) > 1 and list(texts.values()) == [str(one) for one in range(1, len(texts) + 1)]:
        return True
    return all(_is_in_label(text, layout.columns.get(index)) for index, text in texts.items())


def _is_in_label(text: str, column: Column | None) -> bool:
    return column is not None and f" {text.casefold()} " in f" {column.label.casefold()} "


def is_signature(text: str) -> bool:
    """Whether the text has a line to sign on: «Сдал: ______ Иванов»."""
    return "___" in text


def is_total_text(text: str) -> bool:
    """Whether a row that begins with this text is one of totals."""
    return len(text) <= _LONGEST and _TOTAL.fullmatch(text.strip()) is not None
