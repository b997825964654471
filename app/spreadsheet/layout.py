"""How a sheet is laid out: where its header is, and what each of its columns holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class ColumnKind(StrEnum):
    """What a column holds."""

    ARTICLE = "article"
    TITLE = "title"
    SIZE = "size"
    QUANTITY = "quantity"  # pieces that come or go
    STOCK = "stock"  # pieces that are there
    PRICE = "price"
    BARCODE = "barcode"
    PRODUCT_ID = "product_id"  # the marketplace's number of the product
    SIZE_ID = "size_id"  # the marketplace's number of the size
    ONE_OF_SIZES = "one_of_sizes"  # pieces of the size that its heading names
    PLACE = "place"  # pieces in one of several shops or warehouses: they are added up
    ALL_PLACES = "all_places"  # what the file says that they come to: a person says which of both counts
    IGNORE = "ignore"


SURE = 0.7
"""Columns that are less sure are asked about."""

_MANY = frozenset({ColumnKind.IGNORE, ColumnKind.ONE_OF_SIZES, ColumnKind.PLACE})
"""Kinds that several columns may have."""

_PLACES = frozenset({ColumnKind.PLACE, ColumnKind.ALL_PLACES})
_RIVALS = {
    ColumnKind.SIZE: frozenset({ColumnKind.ONE_OF_SIZES}),
    ColumnKind.ONE_OF_SIZES: frozenset({ColumnKind.SIZE, *_PLACES}),
    ColumnKind.QUANTITY: _PLACES,
    ColumnKind.STOCK: _PLACES,
    ColumnKind.PLACE: frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK, ColumnKind.ONE_OF_SIZES}),
}
"""Sizes stand either below each other or side by side, and pieces in one column or in several."""

_DAY = r"(?:\d{4}-\d{2}-\d{2}|[0-3]?\d[./][01]?\d[./]\d{2,4})"
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
_MOMENT = re.compile(rf"{_DAY}(?:[ T]{_TIME})?|{_TIME}")


def is_moment(text: str) -> bool:
    """Whether the text is a day, a time, or both."""
    return _MOMENT.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `label` as the file has it, `samples` as text, `confidence` from 0 to 1."""

    kind: ColumnKind
    label: str = ""
    samples: tuple[str, ...] = ()
    confidence: float = 1.0
    size: str = ""  # where the column is one of the sizes of a wide sheet
    is_hidden: bool = False  # in the file

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at what the column was taken for."""
        return self.confidence < SURE and self.kind is not ColumnKind.IGNORE


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet's layout. Rows and columns are counted from 1.

    `carries`: an empty article means that of the row above. `sizes_below`: the column of articles
    holds the sizes too, each below its product, as 1C groups its reports. `sizes_inside`: articles have
    their sizes at their ends, also those that nobody knows.
    """

    header: tuple[int, ...]
    first_row: int
    columns: Mapping[int, Column]
    carries: bool = False
    sizes_below: bool = False
    sizes_inside: bool = False

    def find(self, kind: ColumnKind) -> int | None:
        """The column of this kind."""
        return next((index for index, column in self.columns.items() if column.kind is kind), None)

    @property
    def wide(self) -> dict[int, str]:
        """Columns of sizes side by side from left to right, each with its size; empty in a long sheet."""
        found = sorted(self.columns.items())
        return {index: column.size for index, column in found if column.kind is ColumnKind.ONE_OF_SIZES}

    @property
    def may_have_sizes_inside(self) -> bool:
        """Whether sizes stand nowhere else."""
        own = self.sizes_below or self.wide or self.find(ColumnKind.SIZE) is not None
        return not own and self.find(ColumnKind.ARTICLE) is not None

    @property
    def places(self) -> tuple[int, ...]:
        """Columns of pieces in shops or warehouses that are added up."""
        return tuple(index for index, column in self.columns.items() if column.kind is ColumnKind.PLACE)

    @property
    def asks_for_total(self) -> bool:
        """Whether a person has to say what counts: the parts, or the total that the file has of them."""
        return bool(self.places) and self.find(ColumnKind.ALL_PLACES) is not None

    @property
    def is_scanned(self) -> bool:
        """Whether it is a scanner's list: a barcode for each piece, and at most the time beside it."""
        others = [column for column in self.columns.values() if column.kind is not ColumnKind.BARCODE]
        moments = all(
            column.kind is ColumnKind.IGNORE and all(map(is_moment, column.samples)) for column in others
        )
        return len(others) + 1 == len(self.columns) and moments

    @property
    def width(self) -> int:
        """The number of the last column."""
        return max(self.columns, default=0)

    @property
    def named_width(self) -> int:
        """The number of the last column that is surely one of something."""
        sure = (number for number, one in self.columns.items() if one.confidence == 1)
        return max(
            (number for number in sure if self.columns[number].kind is not ColumnKind.IGNORE), default=0
        )

    @property
    def fingerprint(self) -> str:
        """The same for files with the same headings, whatever stands below and above them."""
        if not self.header:
            return f"no header, {self.width} columns"
        labels = [" ".join(self.columns[index].label.casefold().split()) for index in sorted(self.columns)]
        return hashlib.sha256("\x1f".join(labels).encode()).hexdigest()[:32]

    def with_column(self, index: int, kind: ColumnKind, size: str = "") -> Layout:
        """The layout as a person corrected it; another column of that kind is ignored from now on.

        `size` is for one of the sizes side by side; without it the heading names the size.
        """
        changed = dict(self.columns)
        for other, column in self.columns.items():
            is_taken = column.kind is kind and kind not in _MANY
            if other != index and (is_taken or column.kind in _RIVALS.get(kind, ())):
                changed[other] = replace(column, kind=ColumnKind.IGNORE, confidence=1.0, size="")
        old = self.columns.get(index, Column(kind))
        named = (size or old.size or old.label) if kind is ColumnKind.ONE_OF_SIZES else ""
        changed[index] = replace(old, kind=kind, confidence=1.0, size=named)
        return replace(self, columns=changed)

    def with_total_answered(self, *, are_summed: bool) -> Layout:
        """The layout once a person has said whether the places are added up or their total is taken."""
        total = self.find(ColumnKind.ALL_PLACES)
        if total is None:
            return self
        if not are_summed:
            return self.with_column(total, ColumnKind.STOCK)
        return self.with_column(total, ColumnKind.IGNORE)
