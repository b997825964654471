"""Which rows are the header: not always the first one, sometimes two, sometimes none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.headings import heading_kind, may_be_heading, nearly_heading_kind
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.reading.book import Limits
from app.spreadsheet.sheet import Area, Cell
from app.spreadsheet.size_words import LEAST_WIDE, size_label

_MOST_ABOVE = 60
"""Rows that are looked at for a header."""

_MOST_COLUMNS = Limits().columns

_PRODUCT = frozenset({ColumnKind.ARTICLE, ColumnKind.TITLE})
_NUMBERS = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK, ColumnKind.PRICE})

_COLUMN_NUMBER = re.compile(r"(\d{1,2})[а-яa-z]?|[А-ЯA-Z]")
_LEAST_FURTHER = 5
"""So many columns are counted by a row that does not stand right below the header."""

Row = Sequence[Cell]
Labels = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of the header, from 1, and what they say of each column; `upper` where there are two."""

    rows: tuple[int, ...] = ()
    upper: Labels = field(default_factory=dict[int, str])
    lower: Labels = field(default_factory=dict[int, str])

    def label(self, index: int) -> str:
        """Both headings of a column, joined, each once."""
        parts = (self.upper.get(index, ""), self.lower.get(index, ""))
        return " ".join(dict.fromkeys(part for part in parts if part))


def find_header(rows: Sequence[Row], merged: Sequence[Area]) -> Header:
    """The header of these first rows; one without rows where none of them is a header."""
    labels = [heading_labels(row) for row in rows[:_MOST_ABOVE]]
    for of_row in (_score, _score_nearly):
        scores = [of_row(found) for found in labels]
        best = max(scores, default=0)
        if best >= 1:
            return _around(labels, _first_of_tables(labels, scores.index(best)), merged)
    return _above_codes(labels)


def header_score(row: Row) -> float:
    """How much of a header a row is: 0 for none, from 2 on where it names several columns."""
    return _score(heading_labels(row))


def is_heading(row: Row) -> bool:
    """Whether a row says for sure what stands below it: the product and something more, and has no data."""
    if not any(isinstance(cell, str) and may_be_heading(cell) for cell in row):
        return False
    texts = [cell for cell in row if cell != ""]
    if len(texts) < 2 or not all(map(_may_be_label, texts)):
        return False
    labels = heading_labels(row)
    return _score(labels) >= 2 and any(map(_names_product, labels.values()))


def _may_be_label(cell: Cell) -> bool:
    text = cell if isinstance(cell, str) else cell_text(cell)
    return not text[:1].isdecimal() or size_label(text) is not None


def _first_of_tables(labels: Sequence[Labels], best: int) -> int:
    """The heading of the first table with rows of its own, where one below says more."""
    for number, found in enumerate(labels[:best]):
        if _score(found) >= 2 and any(_fits(found, row) for row in labels[number + 1 : best]):
            return number
    return best


def _fits(heading: Labels, row: Labels) -> bool:
    """Whether the row has a product and a number where the heading says so."""
    products = [index for index, label in heading.items() if _names_product(label)]
    numbers = [index for index, label in heading.items() if _names_number(label)]
    has_product = any(index in row and heading_kind(row[index]) is None for index in products)
    return has_product and any(likely_number(row.get(index, "")) is not None for index in numbers)


def _names_number(label: str) -> bool:
    said = heading_kind(label)
    return size_label(label) is not None or (said is not None and said.kind in _NUMBERS)


def _above_codes(labels: Sequence[Labels]) -> Header:
    """The one heading that a list of barcodes may have."""
    first = next((number for number, found in enumerate(labels) if found), None)
    if first is None or any(len(found) > 1 for found in labels):
        return Header()
    said = heading_kind(next(iter(labels[first].values())))
    if said is None or said.kind is not ColumnKind.BARCODE:
        return Header()
    return Header((first + 1,), {}, labels[first])


def heading_labels(row: Row) -> dict[int, str]:
    """What stands in the cells of a row that may be a heading, by their columns."""
    filled = ((index, cell) for index, cell in enumerate(row, 1) if cell != "")
    texts = ((index, " ".join(cell_text(cell).split())) for index, cell in filled)
    return {index: text for index, text in texts if text}


def _score(labels: Labels) -> float:
    """How much of a header a row is: 0 for none, more for each kind of column that it names."""
    said = [found.kind for label in labels.values() if (found := heading_kind(label))]
    return _points(labels, said)


def _score_nearly(labels: Labels) -> float:
    said = [
        found.kind
        for label in labels.values()
        if (found := heading_kind(label) or nearly_heading_kind(label))
    ]
    return _points(labels, said)


def _points(labels: Labels, said: Sequence[ColumnKind]) -> float:
    kinds = set(said) - {ColumnKind.IGNORE}
    wide = 2 if are_sizes_side_by_side(labels) else 0
    if len(labels) < 2 or not (kinds or wide) or 2 * (len(said) + wide) < min(len(labels), 4):
        return 0
    if len(kinds) == 1 and not wide and any(map(str.isdecimal, labels.values())):
        return 0  # «Модель 5» beside a number is data
    return len(kinds) + 0.1 * (len(said) - len(kinds)) + wide


def are_sizes_side_by_side(labels: Labels) -> bool:
    """Whether three or more headings are sizes, each another one; numbers only where they rise."""
    sizes = [size for label in labels.values() if (size := size_label(label))]
    if len(sizes) < LEAST_WIDE:
        return False
    numbers = [float(size) for size in sizes if size.replace(".", "", 1).isdecimal()]
    return len(set(sizes)) == len(sizes) and numbers == sorted(numbers)


def _around(labels: Sequence[Labels], best: int, merged: Sequence[Area]) -> Header:
    """The header around its best row, counted from 0: with the row above or below that belongs to it."""
    below = labels[best + 1] if best + 1 < len(labels) else {}
    if below and _is_lower(labels[best], below, best + 1, merged):
        upper = _spread(labels[best], below, best + 1, merged)
        return _numbered(Header((best + 1, best + 2), upper, below), labels)
    if best and _is_upper(labels[best - 1], labels[best], best, merged):
        upper = _spread(labels[best - 1], labels[best], best, merged)
        return _numbered(Header((best, best + 1), upper, labels[best]), labels)
    return _numbered(Header((best + 1,), {}, labels[best]), labels)


def _is_lower(upper: Labels, lower: Labels, row: int, merged: Sequence[Area]) -> bool:
    """Whether the row below `row` goes on with the header, by merged cells or by what it says."""
    if any(area.top <= row < area.bottom and area.left in upper for area in merged):
        return True
    across = [area for area in merged if area.top == area.bottom == row and area.left in upper]
    under = [lower.get(index) for area in across for index in _columns(area)]
    if under and all(under) and set(upper) - set(lower):
        return all(_is_heading(label or "") for label in under)
    said = [label for label in lower.values() if heading_kind(label) or size_label(label)]
    is_free = any(index not in lower and _names_product(label) for index, label in upper.items())
    return is_free and len(said) == len(lower) and len(said) >= 2 and _score(lower) >= 2


def _is_upper(upper: Labels, lower: Labels, row: int, merged: Sequence[Area]) -> bool:
    across = [area for area in merged if area.top == area.bottom == row and area.left < area.right]
    if any(area.right - area.left + 1 < len(lower) and area.left in lower for area in across):
        return True
    said = [index for index, label in upper.items() if heading_kind(label)]
    return len(upper) > 1 and any(index not in lower for index in said)


def _names_product(label: str) -> bool:
    said = heading_kind(label)
    return said is not None and said.kind in _PRODUCT


def _is_heading(label: str) -> bool:
    return size_label(label) is not None or not label.replace(".", "", 1).isdecimal()


def _spread(upper: Labels, lower: Labels, row: int, merged: Sequence[Area]) -> Labels:
    """The upper headings over each column that they stand above: merged, or empty to their right."""
    spread = dict(upper)
    for area in merged:
        if area.top == row and area.left in upper:
            spread |= dict.fromkeys(_columns(area), upper[area.left])
    last = ""
    for index in range(1, max([*upper, *lower]) + 1):
        last = spread.get(index, last)
        if index in lower and last:
            spread.setdefault(index, last)
    return spread


def _columns(area: Area) -> range:
    """Those of merged cells; a file may claim millions."""
    return range(area.left, min(area.right, _MOST_COLUMNS) + 1)


def _numbered(header: Header, labels: Sequence[Labels]) -> Header:
    """The header with the row of column numbers that forms have below it, and the words between."""
    last = header.rows[-1]
    for below, least in ((last, LEAST_WIDE), (last + 1, _LEAST_FURTHER)):
        between = [text for row in labels[last:below] for text in row.values()]
        if any(map(_has_digit, between)) or below >= len(labels):
            break
        numbers = list(labels[below].values())
        if len(numbers) >= least and _count_columns(numbers):
            return Header((*header.rows, *range(last + 1, below + 2)), header.upper, header.lower)
    return header


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _count_columns(texts: Sequence[str]) -> bool:
    """Whether these are 1, 2, 3 and so on, also as «А, 1, 1а, 2»."""
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    if not all(found):
        return False
    numbers = [int(one[1]) for one in found if one and one[1]]
    are_plain = len(numbers) == len(set(numbers)) == len(texts)
    is_long = len(texts) >= (LEAST_WIDE if are_plain else _LEAST_FURTHER)
    return is_long and list(dict.fromkeys(numbers)) == list(range(1, max(numbers, default=0) + 1))
