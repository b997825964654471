"""Sizes as they are compared with the cabinet."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Select, select

from app.storage.catalogue import is_told
from app.storage.prepared import Prepared, among, as_list
from app.storage.rows import AnyRow
from app.storage.tables import pending, products, sizes


def of_products(connection: Connection, product_ids: Collection[int]) -> Sequence[AnyRow]:
    """The sizes of products, by article."""
    return _OF_PRODUCTS.all(connection, ids=as_list(product_ids))


def of_sizes(connection: Connection, size_ids: Collection[int]) -> Sequence[AnyRow]:
    """The same for chosen sizes."""
    return _OF_SIZES.all(connection, ids=as_list(size_ids))


def _sizes() -> Select[*tuple[object, ...]]:
    return (
        select(
            *sizes.c["id", "product_id", "value", "here", "agreed", "track", "flag"],
            is_told().label("is_told"),
            products.c.article,
            products.c.title,
            pending.c.action.label("pending_action"),
            pending.c.corrects.label("pending_corrects"),
        )
        .join(products, products.c.id == sizes.c.product_id)
        .outerjoin(pending, pending.c.size_id == sizes.c.id)
        .where(sizes.c.removed_at.is_(None), products.c.removed_at.is_(None))
        .order_by(products.c.article, sizes.c.position, sizes.c.id)
    )


_OF_PRODUCTS = Prepared(_sizes().where(among(sizes.c.product_id)))
_OF_SIZES = Prepared(_sizes().where(among(sizes.c.id)))
