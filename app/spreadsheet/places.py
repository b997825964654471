"""Where in a row what is read stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning, naming_kind, pieces_column


@dataclass(frozen=True, slots=True)
class Places:
    """Columns counted from 0, or None; those that the meaning does not need are None too.

    `names` has the articles, or the barcodes or numbers of sizes where no column has articles, which
    `naming` tells. `pieces` is each column of
    pieces, with its size where it has one of its own. Where no column has
    sizes, a barcode names the size too. `are_summed`: the pieces of a row are added up, as they lie in
    several places. `is_scanned`: each row is one piece. `may_be_inside`: an
    article may have its size at its end, as it stands nowhere else.
    """

    names: int
    naming: ColumnKind
    width: int
    barcode: int | None = None
    title: int | None = None
    size: int | None = None
    price: int | None = None
    product_id: int | None = None
    size_id: int | None = None
    pieces: Mapping[int, str] = field(default_factory=dict[int, str])
    are_summed: bool = False
    is_scanned: bool = False
    may_be_inside: bool = False

    @property
    def by_barcode(self) -> bool:
        """Whether a barcode names the product."""
        return self.naming is ColumnKind.BARCODE

    @property
    def numbers(self) -> tuple[int, ...]:
        """Where the numbers stand that the file is about."""
        if self.pieces:
            return tuple(self.pieces)
        if self.is_scanned:
            return (self.names,)
        ids = (self.product_id, self.size_id) if self.price is None else (self.price,)
        return tuple(place for place in ids if place is not None)


def find_places(layout: Layout, meaning: Meaning) -> Places:
    """The places of what this meaning needs; nothing that it needs is absent."""
    naming = naming_kind(layout, meaning) or ColumnKind.ARTICLE
    names = _find(layout, naming)
    is_wide = bool(layout.wide) and meaning.has_pieces
    size = _find(layout, ColumnKind.SIZE)
    if naming is ColumnKind.SIZE_ID or (size is None and naming is ColumnKind.BARCODE):
        size = names
    return Places(
        names=names or 0,
        naming=naming,
        width=layout.width,
        barcode=_find(layout, ColumnKind.BARCODE),
        title=_find(layout, ColumnKind.TITLE),
        size=None if is_wide or meaning is Meaning.PRICE else size,
        price=None if meaning is Meaning.LINKS else _find(layout, ColumnKind.PRICE),
        product_id=_find(layout, ColumnKind.PRODUCT_ID),
        size_id=_find(layout, ColumnKind.SIZE_ID),
        pieces=_pieces(layout, meaning),
        are_summed=meaning.has_pieces and not is_wide and _is_in_places(layout, meaning),
        is_scanned=meaning.has_pieces and layout.is_scanned,
        may_be_inside=layout.may_have_sizes_inside,
    )


def _pieces(layout: Layout, meaning: Meaning) -> dict[int, str]:
    if not meaning.has_pieces:
        return {}
    if wide := layout.wide:
        return {index - 1: size for index, size in wide.items()}
    if _is_in_places(layout, meaning):
        return {index - 1: "" for index in layout.places}
    column = pieces_column(layout, meaning)
    return {} if column is None else {column - 1: ""}


def _is_in_places(layout: Layout, meaning: Meaning) -> bool:
    return pieces_column(layout, meaning) in layout.places


def _find(layout: Layout, kind: ColumnKind) -> int | None:
    index = layout.find(kind)
    return None if index is None else index - 1
