"""Columns of several shops or warehouses beside each other, and the one that they come to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.header_rows import Header, Row
from app.spreadsheet.headings import heading_kind, plain_heading
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.numbers import least_number, likely_number
from app.spreadsheet.sheet import Cell

_LEAST = 2
_MOSTLY = 0.9
_BY_WORDS, _BY_SUM = 0.9, 0.8
_PIECES = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK})

_PLACE = re.compile(
    r"(.*?)\b(?:склад|магазин|маг|филиал|точк|тц|трц|бутик|павильон|warehouse|store|shop|outlet|қойма|дүкен)"
)
_TOWN = re.compile(
    r"(?:(?:г|город) )?(?:алматы|алма ата|астана|нур султан|шымкент|караганда|қарағанды|актобе|ақтөбе|тараз"
    r"|павлодар|усть каменогорск|өскемен|семей|атырау|костанай|қостанай|кызылорда|қызылорда|уральск|орал"
    r"|петропавловск|актау|ақтау|темиртау|туркестан|түркістан|кокшетау|көкшетау|талдыкорган|талдықорған"
    r"|экибастуз|жезказган|жезқазған|москва|мск|санкт петербург|спб|екатеринбург|новосибирск|казань|омск"
    r"|челябинск|самара|краснодар|ташкент|бишкек|минск|almaty|astana|shymkent|moscow)"
)
_AT_TOWN = re.compile(rf"(.+) {_TOWN.pattern}")
_MOST_PIECES_USUALLY = 1000
_TOTAL = re.compile(r"\b(?:итого|итог|всего|общ\w*|total|барлығы|жиыны)\b")


def with_places(layout: Layout, data: Sequence[Row], header: Header | None = None) -> Layout:
    """The layout with such columns named, unless other columns say how many pieces there are.

    The numbers of a total are the sums of the others. A person says which of both counts. `header`: where
    it has two rows, each place may stand above columns of its own.
    """
    if layout.wide:
        return layout
    numbers = {index: _numbers(data, index) for index in layout.columns}
    totals = [index for index, column in layout.columns.items() if _is_total(column, numbers[index])]
    numeric = [index for index in layout.columns if numbers[index]]
    named = _under_places(header or Header(), numeric) or _named_alike(layout, numeric)
    places = named if len(named) >= _LEAST else _towns(layout, numbers, data)
    places = places or _before_a_total(layout, totals, numbers)
    if len(places) < _LEAST or _has_own_pieces(layout, {*places, *totals}):
        return layout
    total = next((index for index in totals if _is_sum(index, places, numbers)), None)
    columns = {index: _without_pieces(column) for index, column in layout.columns.items()}
    for index in places:
        sure = _BY_WORDS if total is not None else 0.5  # there may be others: a person should look
        columns[index] = replace(columns[index], kind=ColumnKind.PLACE, confidence=sure)
    if total is not None:
        columns[total] = replace(columns[total], kind=ColumnKind.ALL_PLACES, confidence=_BY_SUM)
    return replace(layout, columns=columns)


def _numbers(data: Sequence[Row], index: int) -> dict[int, Decimal]:
    """The numbers of a column by row; none where most of it is text."""
    cells = {number: row[index - 1] for number, row in enumerate(data) if index <= len(row)}
    filled = {number: cell for number, cell in cells.items() if cell_text(cell)}
    found = {number: value for number, cell in filled.items() if (value := _number(cell)) is not None}
    return found if found and 2 * len(found) >= len(filled) else {}


def _number(cell: Cell) -> Decimal | None:
    return likely_number(cell_text(cell))


def _least(cell: Cell) -> Decimal:
    return least_number(cell_text(cell)) or Decimal(0)


def _is_total(column: Column, numbers: dict[int, Decimal]) -> bool:
    return bool(numbers) and _TOTAL.search(plain_heading(column.label)) is not None


def _under_places(header: Header, numeric: Sequence[int]) -> list[int]:
    """«Остаток» under «Алматы, склад» and once more under «Астана, магазин», and not «Резерв» beside it."""
    found: dict[str, dict[str, int]] = {}
    for index in numeric:
        upper, lower = header.upper.get(index, ""), header.lower.get(index, "")
        said = heading_kind(lower)
        if said is not None and said.kind in _PIECES and _PLACE.match(plain_heading(upper)):
            found.setdefault(lower, {}).setdefault(upper, index)
    groups = [label for label, columns in found.items() if len(columns) >= _LEAST]
    surest = max(groups, key=_sureness, default=None)
    return [] if surest is None else list(found[surest].values())


def _sureness(label: str) -> float:
    said = heading_kind(label)
    return 0 if said is None else said.confidence


def _named_alike(layout: Layout, numeric: Sequence[int]) -> list[int]:
    """Those whose headings are the same up to a place: «Остаток склад 1» and 2, «Остаток Алматы»."""
    found: dict[str, list[int]] = {}
    for index in numeric:
        label = plain_heading(layout.columns[index].label)
        named, said = _PLACE.match(label) or _AT_TOWN.fullmatch(label), heading_kind(label)
        if named and (said is None or said.kind is not ColumnKind.PRICE):
            found.setdefault(named[1], []).append(index)
    return max(found.values(), key=len, default=[])


def _towns(layout: Layout, numbers: dict[int, dict[int, Decimal]], data: Sequence[Row]) -> list[int]:
    """Columns that are called as towns are and do not hold prices; a town alone may be anything."""
    found = [
        index
        for index, of_column in numbers.items()
        if of_column
        and _TOWN.fullmatch(plain_heading(layout.columns[index].label))
        and median(_least(data[row][index - 1]) for row in of_column) < _MOST_PIECES_USUALLY
    ]
    return found if len(found) >= _LEAST else []


def _before_a_total(
    layout: Layout, totals: Sequence[int], numbers: dict[int, dict[int, Decimal]]
) -> list[int]:
    """Columns of which no heading says anything, and that come to the total at their right."""
    for total in totals:
        found: list[int] = []
        for index in range(total - 1, 0, -1):
            column = layout.columns.get(index)
            if column is None or not numbers[index] or heading_kind(column.label) is not None:
                break
            found.insert(0, index)
        if len(found) >= _LEAST and _is_sum(total, found, numbers):
            return found
    return []


def _is_sum(total: int, places: Sequence[int], numbers: dict[int, dict[int, Decimal]]) -> bool:
    rows = numbers[total]
    equal = [sum(numbers[index].get(row, 0) for index in places) == value for row, value in rows.items()]
    return equal.count(True) >= _MOSTLY * len(equal)


def _has_own_pieces(layout: Layout, others: Collection[int]) -> bool:
    """Whether a column beside them says itself that it has the pieces."""
    return any(
        column.kind in _PIECES and heading_kind(column.label) is not None
        for index, column in layout.columns.items()
        if index not in others
    )


def _without_pieces(column: Column) -> Column:
    return replace(column, kind=ColumnKind.IGNORE) if column.kind in _PIECES else column
