"""The table of products as a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from app.services import catalogue
from app.services.csv_file import csv_file
from app.services.shop import Shop
from app.services.views import ProductFilter, ProductRow

ROWS_AT_ONCE = 500
COLUMN_COUNT = 9


def export_products(shop: Shop, path: Path, product_filter: ProductFilter, headings: Sequence[str]) -> int:
    """Write every size of a filter as a line of CSV that spreadsheets open; gives the lines written.

    The nine columns: article, title, brand, size, barcode, stock, not sent (signed pieces), price,
    new price.
    """
    ids = catalogue.product_index(shop, product_filter).ids
    count = 0
    with csv_file(path) as file:
        file.writerow(headings)
        for start in range(0, len(ids), ROWS_AT_ONCE):
            products = catalogue.product_rows(shop, ids[start : start + ROWS_AT_ONCE])
            lines = [line for product in products for line in _lines(product)]
            file.writerows(lines)
            count += len(lines)
    return count


def _lines(product: ProductRow) -> Iterator[tuple[str | int, ...]]:
    prices = (_money(product.price), _money(product.new_price))
    names = (_cell(product.article), _cell(product.title), _cell(product.brand))
    for size in product.sizes:
        pending = size.pending.movement if size.pending is not None else ""
        yield (*names, _cell(size.value), _cell(size.barcode), size.here, pending, *prices)


def _money(price: Decimal | None) -> str:
    return "" if price is None else f"{price:f}".replace(".", ",")


def _cell(text: str) -> str:
    """Text as it is, except that a spreadsheet must not take it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
