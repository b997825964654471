"""Headings further down with other columns: what stands below them is read by these, or not at all."""

from __future__ import annotations

from dataclasses import replace

from app.domain.text import Text, translate
from app.spreadsheet.columns import guess_layout
from app.spreadsheet.header_rows import Row, heading_labels, is_heading
from app.spreadsheet.headings import plain_heading
from app.spreadsheet.hidden_columns import is_taken_unseen
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning, absent_kinds
from app.spreadsheet.row_words import repeats_header
from app.spreadsheet.suited import suited

READ_SO = translate(
    "Check", "The columns are others from here on; the rows below are read by these headings."
)

_NAMING_SIZES = frozenset({ColumnKind.SIZE, ColumnKind.ONE_OF_SIZES})


def is_other_heading(row: Row, layout: Layout) -> bool:
    """Whether this is a heading, and not the one of this layout once more."""
    return bool(layout.header) and is_heading(row) and not repeats_header(row, layout)


def layout_below(number: int, row: Row, above: Layout, meaning: Meaning) -> tuple[Layout, bool]:
    """The layout by this heading, and whether it says for sure what the meaning needs.

    A heading that stood above already means what it meant there, as a person may have said so.
    """
    found = _as_above(suited(guess_layout([row]), meaning), above)
    is_sure = not absent_kinds(found, meaning) and not any(
        column.is_doubtful or is_taken_unseen(above.columns.get(index), column.kind)
        for index, column in found.columns.items()
    )
    below = replace(
        found,
        header=(number,),
        first_row=number + 1,
        carries=above.carries,
        sizes_below=above.sizes_below and not _names_sizes(found),
        sizes_inside=above.sizes_inside and found.may_have_sizes_inside,
    )
    return below, is_sure and (_names_sizes(found) or not _names_sizes(above))


def refusal(number: int) -> Text:
    """Why a row below a heading with this number, which is not understood, is not read."""
    text = translate(
        "Check",
        "From row {row} on the columns are others. Copy that part with its headings in Excel "
        "and paste it as an import of its own.",
    )
    return text.format(row=number)


def _as_above(found: Layout, above: Layout) -> Layout:
    kinds: dict[str, set[ColumnKind]] = {}
    for column in above.columns.values():
        kinds.setdefault(plain_heading(column.label), set()).add(column.kind)
    for index, column in found.columns.items():
        meant = kinds.get(plain_heading(column.label), set())
        if (
            len(meant) == 1
            and column.kind is not ColumnKind.ONE_OF_SIZES
            and ColumnKind.ONE_OF_SIZES not in meant
        ):
            found = found.with_column(index, next(iter(meant)))
    return found


def _names_sizes(layout: Layout) -> bool:
    return any(column.kind in _NAMING_SIZES for column in layout.columns.values())


def heading_key(row: Row) -> tuple[tuple[int, str], ...]:
    """The same for headings that say the same in the same places."""
    return tuple(heading_labels(row).items())
