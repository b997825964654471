"""Columns as `--mapping` has them: those that a result hangs on, and those that nobody has named yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openpyxl.utils import get_column_letter

from app.domain.text import Text, translate
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning, absent_kinds, naming_kind, pieces_column

KINDS = {
    ColumnKind.ARTICLE: translate("Script", "Article"),
    ColumnKind.TITLE: translate("Script", "Title"),
    ColumnKind.SIZE: translate("Script", "Size"),
    ColumnKind.QUANTITY: translate("Script", "Quantity"),
    ColumnKind.STOCK: translate("Script", "Stock"),
    ColumnKind.PRICE: translate("Script", "Price"),
    ColumnKind.BARCODE: translate("Script", "Barcode"),
    ColumnKind.PRODUCT_ID: translate("Script", "Number of the product"),
    ColumnKind.SIZE_ID: translate("Script", "Number of the size"),
    ColumnKind.ONE_OF_SIZES: translate("Script", "Pieces of one size"),
    ColumnKind.PLACE: translate("Script", "Pieces in one of the warehouses"),
    ColumnKind.ALL_PLACES: translate("Script", "Pieces in all warehouses"),
}
"""What a column was taken for."""

_MOST_NAMED = 12
"""Columns whose headings are listed."""

_LONGEST_HEADING = 30


def needed_columns(layout: Layout, meaning: Meaning, *, creates: bool = False) -> list[int]:
    """The columns that the result hangs on."""
    kinds = {ColumnKind.ARTICLE, ColumnKind.BARCODE, naming_kind(layout, meaning) or ColumnKind.ARTICLE}
    if meaning.has_pieces:
        kinds |= {ColumnKind.SIZE, ColumnKind.ONE_OF_SIZES}
    if meaning is Meaning.LINKS:
        kinds |= {ColumnKind.SIZE, ColumnKind.PRODUCT_ID, ColumnKind.SIZE_ID}
    if meaning is Meaning.PRICE or creates:
        kinds.add(ColumnKind.PRICE)
    found = {index for index, column in layout.columns.items() if column.kind in kinds}
    if meaning.has_pieces and not layout.wide and (pieces := pieces_column(layout, meaning)) is not None:
        found.update(layout.places if pieces in layout.places else (pieces,))
    return sorted(found)


def mapping_of(layout: Layout, columns: Sequence[int], absent: Sequence[ColumnKind] = ()) -> str:
    """These columns as `--mapping` has them, and the row of the headings. `absent` ones have a sign to
    replace.
    """
    taken = [(index, layout.columns[index]) for index in columns]
    named = [
        f"{f'size:{column.size}' if column.size else column.kind.value}={get_column_letter(index)}"
        for index, column in taken
    ]
    named += [f"{kind.value}=?" for kind in absent]
    header = layout.header[-1] if layout.header else layout.first_row - 1
    mapping = ",".join([*named, f"header={header}"])
    return f'"{mapping}"' if " " in mapping else mapping


def ways_to_name(layout: Layout, meaning: Meaning) -> Iterator[Text]:
    """What is to be typed where columns that the meaning needs are not named yet."""
    absent = absent_kinds(layout, meaning)
    others = [kind for kind in absent if kind is not ColumnKind.ALL_PLACES]
    if others:
        text = translate(
            "Script", "Add --mapping {mapping} with the column in place of “?”. The columns are: {columns}"
        )
        mapping = mapping_of(layout, needed_columns(layout, meaning), others)
        yield text.format(mapping=mapping, columns=_headings(layout))
    elif absent:
        text = translate(
            "Script",
            "Add --mapping {total} for the total, or --mapping {summed} for the sum of the warehouses",
        )
        total, summed = (layout.with_total_answered(are_summed=are_summed) for are_summed in (False, True))
        yield text.format(total=_whole(total, meaning), summed=_whole(summed, meaning))


def _whole(layout: Layout, meaning: Meaning) -> str:
    return mapping_of(layout, needed_columns(layout, meaning))


def _headings(layout: Layout) -> str:
    """The columns' letters, each with its heading or else its first value."""
    told: list[str] = []
    for index in sorted(layout.columns):
        column = layout.columns[index]
        label = " ".join((column.label or next(iter(column.samples), "")).split())
        if label:
            told.append(f"{get_column_letter(index)} «{_shortened(label)}»")
    return ", ".join(told[:_MOST_NAMED]) + (", …" if len(told) > _MOST_NAMED else "")


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_HEADING else f"{label[: _LONGEST_HEADING - 1]}…"
