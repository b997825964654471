"""Which texts name something in the catalogue."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.storage.prepared import Prepared, given
from app.storage.tables import products, sizes

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TEXTS = select(func.json_each(given("texts")).table_valued("value").c.value)
_ARTICLES = Prepared(
    select(products.c.article).where(products.c.removed_at.is_(None), products.c.article.in_(_TEXTS))
)
_BARCODES = Prepared(
    select(sizes.c.barcode).where(sizes.c.removed_at.is_(None), sizes.c.barcode.in_(_TEXTS))
)

_SIZES = Prepared(
    select(func.count(sizes.c.id))
    .join(products, products.c.id == sizes.c.product_id)
    .where(products.c.removed_at.is_(None), sizes.c.removed_at.is_(None))
)
_PRODUCTS = Prepared(select(func.count(products.c.id)).where(products.c.removed_at.is_(None)))

_USUAL = Prepared(
    select(sizes.c.value)
    .join(products, products.c.id == sizes.c.product_id)
    .where(products.c.removed_at.is_(None), sizes.c.removed_at.is_(None))
    .group_by(sizes.c.value)
    .order_by(func.count().desc(), sizes.c.value)
    .limit(given("most"))
)


def usual_sizes(connection: Connection, most: int) -> list[str]:
    """The names of sizes that the most products have."""
    return [row[0] for row in _USUAL.tuples(connection, most=most)]


def how_many(connection: Connection) -> tuple[int, int]:
    """The numbers of all products and of all sizes."""
    return _PRODUCTS.scalar(connection), _SIZES.scalar(connection)


def known_articles(connection: Connection, texts: Collection[str]) -> set[str]:
    """Those of the texts that are articles."""
    return {row[0] for row in _ARTICLES.tuples(connection, texts=json.dumps(list(texts)))}


def known_barcodes(connection: Connection, texts: Collection[str]) -> set[str]:
    """Those of the texts that are barcodes."""
    return {row[0] for row in _BARCODES.tuples(connection, texts=json.dumps(list(texts)))}
