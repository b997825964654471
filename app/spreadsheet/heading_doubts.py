"""What the headings of the columns that count should make a person look twice at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.text import Text, translate
from app.spreadsheet.flaws import Finding, Flaw, Level
from app.spreadsheet.headings import plain_heading
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.likely_meaning import spoken_of
from app.spreadsheet.meaning import Meaning, pieces_column
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.suited import movement_columns
from app.spreadsheet.units import Unit, other_money, unit_of

_PACKS = translate(
    "Check", "“{heading}” counts packs, and Polka counts pieces: the numbers are taken as they stand."
)
_THOUSANDS = translate("Check", "“{heading}” speaks of thousands, but the numbers are taken as they stand.")
_MONEY = translate(
    "Check",
    "“{heading}” names another currency. Polka converts nothing: the numbers are taken as they stand.",
)
_DISCOUNT = translate(
    "Check", "The discounts in “{heading}” are not applied: the prices are taken as they stand."
)
_FITS = {
    Meaning.RECEIPTS: translate(
        "Check", "“{heading}” has receipts. To import them too, import the file once more as receipts."
    ),
    Meaning.SOLD: translate(
        "Check", "“{heading}” has sales. To import them too, import the file once more as sold."
    ),
    Meaning.RETURN: translate(
        "Check", "“{heading}” has returns. To import them too, import the file once more as returned."
    ),
    Meaning.CANCEL: translate(
        "Check",
        "“{heading}” has cancellations. To import them too, import it once more as cancelled.",
    ),
}

_REDUCED = re.compile(r"\b(?:скид|нов|акци|распрод|sale|new|discount|жаңа|жеңілдік)")
_REDUCTION = re.compile(r"\b(?:скидк|discount|жеңілдік)")


def heading_doubts(layout: Layout, meaning: Meaning) -> Iterator[tuple[int, Finding[object]]]:
    """Places, counted from 0, and what is to be said of the headings there."""
    if meaning.has_pieces:
        yield from _of_pieces(layout, meaning)
    if meaning in _FITS:
        yield from _of_other_movements(layout, meaning)
    if meaning is Meaning.PRICE and (index := layout.find(ColumnKind.PRICE)) is not None:
        yield from _of_price(layout, index)


def _of_pieces(layout: Layout, meaning: Meaning) -> Iterator[tuple[int, Finding[object]]]:
    index = next(iter(layout.wide), None) or pieces_column(layout, meaning)
    if index is None:
        return
    label = layout.columns[index].label
    match unit_of(label):
        case Unit.PACKS | Unit.IN_A_PACK:
            yield index - 1, _warning(_PACKS, label)
        case Unit.THOUSANDS:
            yield index - 1, _warning(_THOUSANDS, label)
        case None:
            pass


def _of_other_movements(layout: Layout, meaning: Meaning) -> Iterator[tuple[int, Finding[object]]]:
    """«Возвращено» beside «Продано»: one import takes one of them."""
    for index in movement_columns(layout):
        label = layout.columns[index].label
        said = spoken_of(label)
        fits = None if meaning in said else next((_FITS[one] for one in said if one in _FITS), None)
        if fits is not None and index != pieces_column(layout, meaning):
            yield index - 1, Finding(Level.NOTE, Flaw.OTHER_MEANING, fits.format(heading=label))


def _of_price(layout: Layout, index: int) -> Iterator[tuple[int, Finding[object]]]:
    label = layout.columns[index].label
    if unit_of(label) is Unit.THOUSANDS:
        yield index - 1, _warning(_THOUSANDS, label)
    if other_money(label):
        yield index - 1, _warning(_MONEY, label)
    if _REDUCED.search(plain_heading(label)):
        return
    for other, column in layout.columns.items():
        if column.kind is ColumnKind.IGNORE and _is_discount(column):
            text = _DISCOUNT.format(heading=column.label)
            yield other - 1, Finding(Level.NOTE, Flaw.DISCOUNT, text)


def _is_discount(column: Column) -> bool:
    numbers = [likely_number(sample.removesuffix("%").strip()) for sample in column.samples]
    return _REDUCTION.search(plain_heading(column.label)) is not None and any(numbers)


def _warning(text: Text, label: str) -> Finding[object]:
    return Finding(Level.WARNING, Flaw.UNIT, text.format(heading=label))
