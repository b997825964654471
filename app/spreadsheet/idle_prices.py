"""Prices beside pieces: only products that are created take theirs from there, and a person should know."""

from __future__ import annotations

from collections.abc import Sequence

from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.lines import Line
from app.spreadsheet.meaning import Meaning


def has_idle_prices(layout: Layout, meaning: Meaning, lines: Sequence[Line]) -> bool:
    """Whether the file has prices that are not sent."""
    is_beside = meaning.has_pieces and layout.find(ColumnKind.PRICE) is not None
    return is_beside and any(line.price is not None for line in lines)
