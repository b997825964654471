"""The whole catalogue for matching the rows of a file: a few statements, whatever the file's length."""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from sqlalchemy import Connection, select

from app.storage.prepared import Prepared
from app.storage.tables import links, products, sizes


class Product(NamedTuple):
    """A product that was not removed; `price` is an exact decimal as text."""

    id: int
    article: str
    title: str
    price: str | None


class Size(NamedTuple):
    """A size that was not removed; `here` and `agreed` are pieces."""

    id: int
    value: str
    here: int
    agreed: int | None
    marketplace_size_id: int | None


_PRODUCTS = Prepared(
    select(*products.c["id", "article", "title", "price"]).where(products.c.removed_at.is_(None))
)
_SIZES = Prepared(
    select(*sizes.c["product_id", "barcode", "id", "value", "here", "agreed", "marketplace_size_id"])
    .where(sizes.c.removed_at.is_(None))
    .order_by(sizes.c.id)
)
_LINKS = Prepared(select(links.c.marketplace_id, links.c.product_id))


def known_products(connection: Connection) -> dict[str, Product]:
    """Every product by its article."""
    return {row[1]: Product._make(row) for row in _PRODUCTS.each(connection)}


def known_sizes(connection: Connection) -> Iterator[tuple[int, str, Size]]:
    """Product id, barcode and size of every size, the oldest first; also of removed products."""
    for product_id, barcode, number, value, here, agreed, there in _SIZES.each(connection):
        # There are few different names among a million sizes.
        yield product_id, barcode, Size(number, intern(value), here, agreed, there)


def meanings(connection: Connection) -> dict[int, int]:
    """{the marketplace's number: product id}."""
    return dict(_LINKS.tuples(connection))
