"""Columns that a file hides: they are taken only where no visible one will do, and that is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from app.spreadsheet.headings import Said, plain_heading
from app.spreadsheet.layout import Column, ColumnKind, Layout

_DOUBTFUL = 0.5
_PIECES = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK})
_EXPECTED = re.compile(r"\b(?:план|заказ|ожид|planned|ordered|expected)")
_ASKED_ABOUT = frozenset(
    {
        ColumnKind.ARTICLE,
        ColumnKind.SIZE,
        ColumnKind.QUANTITY,
        ColumnKind.STOCK,
        ColumnKind.PRICE,
        ColumnKind.ONE_OF_SIZES,
        ColumnKind.PLACE,
    }
)
"""Kinds that figures hang on."""


def only_some(hidden: Collection[int], columns: Collection[int]) -> frozenset[int]:
    """The hidden ones of these columns; none where all are, as then the file has no say."""
    found = frozenset(hidden) & frozenset(columns)
    return found if len(found) < len(columns) else frozenset()


def without_hidden(
    said: Mapping[int, Said], hidden: Collection[int], labels: Mapping[int, str]
) -> dict[int, Said]:
    """What the headings say, but of a hidden column only what no visible one says, unless as a plan."""
    visible = {index: one for index, one in said.items() if index not in hidden}
    seen = {
        one.kind for index, one in visible.items() if not _EXPECTED.search(plain_heading(labels[index]))
    }
    if seen & _PIECES:
        seen |= _PIECES
    return {
        index: Said(ColumnKind.IGNORE, one.confidence) if index in hidden and one.kind in seen else one
        for index, one in said.items()
    }


def marked_hidden(columns: Mapping[int, Column], hidden: Collection[int]) -> dict[int, Column]:
    """The columns, and which of them the file hides."""
    return {index: replace(column, is_hidden=index in hidden) for index, column in columns.items()}


def with_hidden_in_doubt(layout: Layout) -> Layout:
    """The layout with each hidden column that was taken as one to ask about; empty ones are none."""
    columns = {
        index: replace(column, confidence=min(column.confidence, _DOUBTFUL))
        if column.is_hidden and column.samples and column.kind in _ASKED_ABOUT
        else column
        for index, column in layout.columns.items()
    }
    return replace(layout, columns=columns)


def is_taken_unseen(above: Column | None, kind: ColumnKind) -> bool:
    """Whether a table below takes a hidden column for what nobody was asked about in the table above."""
    return above is not None and above.is_hidden and kind in _ASKED_ABOUT and kind is not above.kind
