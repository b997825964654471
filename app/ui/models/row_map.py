"""Which product and which of its sizes stands in which row of the flat table: prefix sums and bisection."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from app.services.views import ProductIndex

PRODUCT = -1
"""The place of a product's own row, above its sizes 0, 1, …"""


class Place(NamedTuple):
    """A row in other words: the product's number in the index, and the size's number in the product."""

    ordinal: int
    size: int

    @property
    def is_product(self) -> bool:
        """Whether this is the product's own row."""
        return self.size == PRODUCT


@dataclass(frozen=True, slots=True)
class RowMap:
    """Rows of an index: every product takes one row, and one more for each of its sizes."""

    index: ProductIndex
    starts: array[int]  # the first row of every product, and the number of rows at the end
    ordinals: dict[int, int]  # product id -> its number

    @classmethod
    def of(cls, index: ProductIndex) -> RowMap:
        """The map of an index; some milliseconds for 100,000 sizes, so best made on the pool."""
        starts = array("q", accumulate((count + 1 for count in index.size_counts), initial=0))
        ordinals = {product_id: ordinal for ordinal, product_id in enumerate(index.ids)}
        return cls(index, starts, ordinals)

    @property
    def row_count(self) -> int:
        """Products and sizes together."""
        return self.starts[-1]

    @property
    def product_count(self) -> int:
        """Products alone."""
        return len(self.index.ids)

    def place(self, row: int) -> Place:
        """The product and size of a row."""
        ordinal = bisect_right(self.starts, row) - 1
        return Place(ordinal, row - self.starts[ordinal] - 1)

    def row(self, place: Place) -> int:
        """The row of a product and size; a size number that is too large gives the last size."""
        last = self.starts[place.ordinal + 1] - 1
        return min(self.starts[place.ordinal] + 1 + place.size, last)

    def first_row(self, row: int) -> int:
        """The product's own row above any of its rows."""
        return self.starts[self.place(row).ordinal]

    def rows_of(self, ordinal: int) -> range:
        """All rows of a product, its own first."""
        return range(self.starts[ordinal], self.starts[ordinal + 1])

    def same_rows(self, other: RowMap) -> bool:
        """Whether the other map shows the same products with as many sizes in the same order."""
        mine, theirs = self.index, other.index
        return mine.ids == theirs.ids and mine.size_counts == theirs.size_counts


EMPTY = RowMap.of(ProductIndex(array("q"), array("q")))
