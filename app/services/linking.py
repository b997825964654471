"""Links: a person says once which of our products a marketplace's number means."""

from __future__ import annotations

from app.services.catalogue import product_index, product_rows
from app.services.reading import read_new
from app.services.shop import Shop
from app.services.views import Change, ProductFilter, ProductRow
from app.storage import inbox, links

MOST_SUGGESTIONS = 50
MOST_COMPARED = 500


def link(shop: Shop, marketplace_id: int, product_id: int) -> int:
    """The number means this product; returns how many waiting lines were applied by that."""
    with shop.database.write() as connection:
        links.put(connection, marketplace_id, product_id, at=shop.clock(), how="person")
        waiting = len(inbox.waiting_lines(connection))
    read_new(shop)
    with shop.database.read() as connection:
        left = len(inbox.waiting_lines(connection))
    shop.changes.publish(Change(frozenset({product_id}), events=True))
    return max(waiting - left, 0)


def suggestions(shop: Shop, marketplace_id: int, search: str) -> list[ProductRow]:
    """Products that the number may mean, best first: those with most of the waiting sizes."""
    with shop.database.read() as connection:
        named = {value.casefold() for value in inbox.sizes_of_waiting(connection, marketplace_id)}
    ids = product_index(shop, ProductFilter(search)).ids[:MOST_COMPARED]
    rows = product_rows(shop, list(ids))

    def rank(product: ProductRow) -> tuple[int, bool]:
        sizes = {size.value.casefold() for size in product.sizes}
        return len(named - sizes), bool(product.marketplace_ids)

    return sorted(rows, key=rank)[:MOST_SUGGESTIONS]
