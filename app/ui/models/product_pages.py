"""Products read from the database in pages: the reading itself, and a small cache of the last pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.services import catalogue
from app.services.shop import Shop
from app.services.views import ProductFilter, ProductRow
from app.ui.models.row_map import RowMap

PAGE = 40
"""Products in a page: some more than fit on a large screen."""

KEPT_PAGES = 48
"""Pages in memory, at most."""

Page = tuple[ProductRow | None, ...]


class Listing(NamedTuple):
    """An answer to a search: which rows there are, and the first pages that will be looked at."""

    rows: RowMap
    pages: Mapping[int, Page]


def read_listing(shop: Shop, product_filter: ProductFilter, anchor: int | None) -> Listing:
    """All rows of a filter, with the pages around the product `anchor`, or the first ones."""
    rows = RowMap.of(catalogue.product_index(shop, product_filter))
    first = 0 if anchor is None else rows.ordinals.get(anchor, 0) // PAGE
    around = [page for page in (first - 1, first, first + 1) if 0 <= page * PAGE < rows.product_count]
    return Listing(rows, read_pages(shop, rows, around))


def read_pages(shop: Shop, rows: RowMap, pages: Iterable[int]) -> dict[int, Page]:
    """The products of some pages; None where a product is gone meanwhile."""
    wanted = list(pages)
    ids = [rows.index.ids[page * PAGE : (page + 1) * PAGE] for page in wanted]
    found = {row.id: row for row in catalogue.product_rows(shop, [key for page in ids for key in page])}
    return {
        page: tuple(found.get(key) for key in page_ids) for page, page_ids in zip(wanted, ids, strict=True)
    }


class PageCache:
    """The pages used last; the others are forgotten."""

    def __init__(self) -> None:
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._stamps: dict[int, int] = {}

    def __contains__(self, page: int) -> bool:
        return page in self._pages

    def product(self, ordinal: int) -> ProductRow | None:
        """A product by its number, if its page is here."""
        page = self._pages.get(ordinal // PAGE)
        if page is None:
            return None
        self._pages.move_to_end(ordinal // PAGE)
        return page[ordinal % PAGE]

    def put(self, number: int, page: Page, stamp: int) -> bool:
        """Keep a page, unless one that was asked for later is here; whether it is kept.

        The page not used for the longest time is forgotten.
        """
        if number in self._pages and stamp < self._stamps[number]:
            return False
        self._pages[number] = page
        self._stamps[number] = stamp
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT_PAGES:
            self.forget(next(iter(self._pages)))
        return True

    def replace(self, number: int, page: Page) -> None:
        """Show other values in a page that is here; it counts as used when it was before."""
        self._pages[number] = page

    def page(self, number: int) -> Page:
        """A page that is here."""
        return self._pages[number]

    def newest(self) -> list[int]:
        """Page numbers, the one used last first."""
        return list(reversed(self._pages))

    def forget(self, number: int) -> None:
        """Read this page again when it is looked at."""
        self._pages.pop(number, None)
        self._stamps.pop(number, None)

    def clear(self) -> None:
        """Forget everything."""
        self._pages.clear()
        self._stamps.clear()
