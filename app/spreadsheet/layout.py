"""How a sheet is laid out: where its header is, and what each of its columns holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
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
    IGNORE = "ignore"


_MANY = frozenset({Kind.IGNORE, Kind.ONE_OF_SIZES})
"""Kinds that several columns may have."""

_RIVALS = {Kind.SIZE: Kind.ONE_OF_SIZES, Kind.ONE_OF_SIZES: Kind.SIZE}
"""Sizes stand either below each other or side by side."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `label` as the file has it, `samples` as text, `confidence` from 0 to 1."""

    kind: Kind
    label: str = ""
    samples: tuple[str, ...] = ()
    confidence: float = 1.0
    size: str = ""  # where the column is one of the sizes of a wide sheet


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet's layout. Rows and columns are counted from 1.

    `carries`: an empty article means that of the row above. `sizes_below`: the column of articles
    holds the sizes too, each below its product, as 1C groups its reports.
    """

    header: tuple[int, ...]
    first_row: int
    columns: Mapping[int, Column]
    carries: bool = False
    sizes_below: bool = False

    def find(self, kind: Kind) -> int | None:
        """The column of this kind."""
        return next((index for index, column in self.columns.items() if column.kind is kind), None)

    @property
    def wide(self) -> dict[int, str]:
        """Columns of sizes side by side from left to right, each with its size; empty in a long sheet."""
        found = sorted(self.columns.items())
        return {index: column.size for index, column in found if column.kind is Kind.ONE_OF_SIZES}

    @property
    def width(self) -> int:
        """The number of the last column."""
        return max(self.columns, default=0)

    @property
    def fingerprint(self) -> str:
        """The same for files with the same headings, whatever stands below and above them."""
        if not self.header:
            return f"no header, {self.width} columns"
        labels = [" ".join(self.columns[index].label.casefold().split()) for index in sorted(self.columns)]
        return hashlib.sha256("\x1f".join(labels).encode()).hexdigest()[:32]

    def with_column(self, index: int, kind: Kind, size: str = "") -> Layout:
        """The layout as a person corrected it; another column of that kind is ignored from now on.

        `size` is for one of the sizes side by side; without it the heading names the size.
        """
        changed = dict(self.columns)
        for other, column in self.columns.items():
            is_taken = column.kind is kind and kind not in _MANY
            if other != index and (is_taken or column.kind is _RIVALS.get(kind)):
                changed[other] = replace(column, kind=Kind.IGNORE, confidence=1.0, size="")
        old = self.columns.get(index, Column(kind))
        named = (size or old.size or old.label) if kind is Kind.ONE_OF_SIZES else ""
        changed[index] = replace(old, kind=kind, confidence=1.0, size=named)
        return replace(self, columns=changed)
