"""Rows in groups: a product once, its sizes below, as in 1C's reports and merged cells."""

from __future__ import annotations

from collections.abc import Sequence

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.header_rows import Row
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.sheet import Area
from app.spreadsheet.size_words import size_label

_LEAST_SHARE = 0.3
"""From this share of rows without an article on, those rows belong to the one above."""

_LEAST_ROWS = 2


def carries_down(data: Sequence[Row], layout: Layout, article: int, merged: Sequence[Area]) -> bool:
    """Whether an empty article means that of the row above.

    A few empty ones among many rows are forgotten articles, not groups.
    """
    if any(area.left <= article <= area.right and area.top < area.bottom for area in merged):
        return True
    size = layout.find(ColumnKind.SIZE)
    if size is None:
        return False
    pairs = [(_text(row, article), _text(row, size)) for row in data]
    sized = [bool(of_article) for of_article, of_size in pairs if of_size]
    below = sized.count(False)
    return below >= _LEAST_ROWS and below >= _LEAST_SHARE * len(sized) and bool(pairs[0][0])


def has_sizes_below(data: Sequence[Row], article: int) -> bool:
    """Whether the articles' column holds sizes too, below the product that they are of."""
    texts = texts_of(data, article)
    sizes = [size_label(text) is not None for text in texts]
    if sizes.count(True) < _LEAST_ROWS or all(sizes) or sizes[0]:
        return False
    return sizes.count(True) >= _LEAST_SHARE * len(sizes)


def texts_of(data: Sequence[Row], index: int) -> list[str]:
    """What stands in a column, without its empty cells."""
    return [text for row in data if (text := _text(row, index))]


def _text(row: Row, index: int) -> str:
    return cell_text(row[index - 1]) if index <= len(row) else ""
