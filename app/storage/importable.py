"""The whole catalogue for matching the rows of a file: a few statements, whatever the file's length."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from app.storage.prepared import Prepared, among, as_list
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
    product_id: int
    value: str
    here: int
    agreed: int | None
    marketplace_size_id: int | None


_Rows = Sequence[tuple[Any, ...]]

_NOT_REMOVED = (products.c.removed_at.is_(None), sizes.c.removed_at.is_(None))
_PRODUCTS = Prepared(
    select(*products.c["id", "article", "title", "price"]).where(products.c.removed_at.is_(None))
)
_SIZE_COLUMNS = sizes.c["id", "product_id", "value", "here", "agreed", "marketplace_size_id"]
_ALL_SIZES = Prepared(select(*_SIZE_COLUMNS).where(sizes.c.removed_at.is_(None)))
_SIZES = Prepared(select(*_SIZE_COLUMNS).where(among(sizes.c.product_id), sizes.c.removed_at.is_(None)))
_NAMES = Prepared(
    select(products.c.article, sizes.c.value, sizes.c.barcode)
    .join(products, products.c.id == sizes.c.product_id)
    .where(*_NOT_REMOVED)
)
_LINKS = Prepared(select(links.c.marketplace_id, links.c.product_id))


def known_products(connection: Connection) -> dict[str, Product]:
    """Every product by its article."""
    return {row[1]: Product._make(row) for row in _PRODUCTS.tuples(connection)}


def known_sizes(connection: Connection, product_ids: Collection[int] | None) -> Iterator[Size]:
    """The sizes of products, or of all."""
    if product_ids is None:
        return map(Size._make, _ALL_SIZES.tuples(connection))
    return map(Size._make, _SIZES.tuples(connection, ids=as_list(product_ids)))


def names(connection: Connection) -> _Rows:
    """(article, size, barcode) of every size."""
    return _NAMES.tuples(connection)


def meanings(connection: Connection) -> dict[int, int]:
    """{the marketplace's number: product id}."""
    return dict(_LINKS.tuples(connection))
