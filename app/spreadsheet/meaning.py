"""What a file means, which columns that needs, and what a person chose for reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.spreadsheet.flaws import Flaw
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.numbers import Reading


class Meaning(StrEnum):
    """What the numbers of a file say; the first five as `domain.action.Action`."""

    RECEIPTS = "receipts"
    SOLD = "sold"
    CANCEL = "cancel"
    RETURN = "return"
    PRICE = "price"
    COUNT = "count"  # what is there
    CABINET = "cabinet"  # what the marketplace says is there
    LINKS = "links"  # the marketplace's numbers of products and sizes

    @property
    def is_count(self) -> bool:
        """Whether the pieces are those that are there, and not those that come or go."""
        return self in {Meaning.COUNT, Meaning.CABINET}

    @property
    def has_pieces(self) -> bool:
        """Whether the file is about pieces of sizes."""
        return self not in {Meaning.PRICE, Meaning.LINKS}


class Missing(StrEnum):
    """What an empty cell means where a number is wanted."""

    SKIP = "skip"
    ZERO = "zero"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose. Checking the same sheet with the same choices gives the same.

    `sum_duplicates` of None: pieces that come or go are added up, those that are there are not.
    `edits` replaces single cells by (row, column), `fixes` takes each proposal of these kinds.
    """

    readings: Mapping[int, Reading] = field(default_factory=dict[int, Reading])
    missing: Missing = Missing.SKIP
    sum_duplicates: bool | None = None
    include_hidden: bool = False
    edits: Mapping[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    fixes: frozenset[Flaw] = frozenset()

    @property
    def lasting(self) -> Choices:
        """What holds for the next file with these headings, too: hidden rows and edits are this one's."""
        return replace(self, edits={}, include_hidden=False)

    def sums(self, meaning: Meaning) -> bool:
        """Whether the pieces of a size that comes twice are added up."""
        return meaning.has_pieces and (
            not meaning.is_count if self.sum_duplicates is None else self.sum_duplicates
        )


def pieces_column(layout: Layout, meaning: Meaning) -> int | None:
    """The column of pieces in a sheet whose sizes stand below each other."""
    kinds = (
        (ColumnKind.STOCK, ColumnKind.QUANTITY)
        if meaning.is_count
        else (ColumnKind.QUANTITY, ColumnKind.STOCK)
    )
    found = (index for kind in (*kinds, ColumnKind.PLACE) if (index := layout.find(kind)) is not None)
    return next(found, None)


def naming_kind(layout: Layout, meaning: Meaning) -> ColumnKind | None:
    """What names the goods: articles, else barcodes, else the marketplace's numbers of sizes."""
    kinds = [ColumnKind.ARTICLE, ColumnKind.BARCODE, *([ColumnKind.SIZE_ID] if meaning.has_pieces else [])]
    return next((kind for kind in kinds if layout.find(kind) is not None), None)


def absent_kinds(layout: Layout, meaning: Meaning) -> tuple[ColumnKind, ...]:
    """The kinds of columns that this meaning needs and nobody has named yet."""
    absent: list[ColumnKind] = []
    if naming_kind(layout, meaning) is None:
        absent.append(ColumnKind.ARTICLE)
    if meaning is Meaning.PRICE and layout.find(ColumnKind.PRICE) is None:
        absent.append(ColumnKind.PRICE)
    has_ids = layout.find(ColumnKind.PRODUCT_ID) or layout.find(ColumnKind.SIZE_ID)
    if meaning is Meaning.LINKS and not has_ids:
        absent.append(ColumnKind.PRODUCT_ID)
    has_pieces = bool(layout.wide) or pieces_column(layout, meaning) is not None
    if layout.is_scanned and meaning is not Meaning.CABINET:
        has_pieces = True  # each row is one
    if meaning.has_pieces and layout.asks_for_total:
        absent.append(ColumnKind.ALL_PLACES)
    elif meaning.has_pieces and not has_pieces:
        absent.append(ColumnKind.STOCK if meaning.is_count else ColumnKind.QUANTITY)
    return tuple(absent)
