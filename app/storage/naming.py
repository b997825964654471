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


def known_articles(connection: Connection, texts: Collection[str]) -> set[str]:
    """Those of the texts that are articles."""
    return {row[0] for row in _ARTICLES.tuples(connection, texts=json.dumps(list(texts)))}


def known_barcodes(connection: Connection, texts: Collection[str]) -> set[str]:
    """Those of the texts that are barcodes."""
    return {row[0] for row in _BARCODES.tuples(connection, texts=json.dumps(list(texts)))}
