"""Pending changes: typed, kept across a restart, not yet sent."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, union_all
from sqlalchemy.dialects.sqlite import insert

from app.storage.prepared import Prepared, among, as_list
from app.storage.rows import IN_ONE_STATEMENT, AnyRow
from app.storage.tables import pending, pending_prices, products, sizes


def put(connection: Connection, changes: Mapping[int, tuple[str, int] | None]) -> None:
    """Set or, with None, take away the change of each size: {size id: (action, pieces)}.

    What is set here moves our stock; corrections are drafted in `conflicts`.
    """
    _remove(connection, pending, pending.c.size_id, [k for k, v in changes.items() if v is None])
    rows = [
        {"size_id": size_id, "action": change[0], "quantity": change[1], "corrects": False}
        for size_id, change in changes.items()
        if change is not None
    ]
    _PUT.many(connection, rows)


def put_prices(connection: Connection, prices: Mapping[int, str | None]) -> None:
    """Set or, with None, take away the new price of each product."""
    gone = [product_id for product_id, price in prices.items() if price is None]
    _remove(connection, pending_prices, pending_prices.c.product_id, gone)
    rows = [{"product_id": k, "price": v} for k, v in prices.items() if v is not None]
    _PUT_PRICE.many(connection, rows)


def _upsert(table: Table, key: str) -> Prepared:
    statement = insert(table)
    names = [column.name for column in table.c]
    new = {name: statement.excluded[name] for name in names if name != key}
    return Prepared(statement.on_conflict_do_update(index_elements=[key], set_=new), names)


_PUT, _PUT_PRICE = _upsert(pending, "size_id"), _upsert(pending_prices, "product_id")


def _remove(connection: Connection, table: Any, column: Any, keys: Sequence[int]) -> None:
    for start in range(0, len(keys), IN_ONE_STATEMENT):
        connection.execute(delete(table).where(column.in_(keys[start : start + IN_ONE_STATEMENT])))


def of_products(connection: Connection, product_ids: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """(product id, size id, action, pieces, corrects) of every size, in its product's order.

    The last three are None where nothing is typed.
    """
    return _OF_PRODUCTS.each(connection, ids=as_list(product_ids))


def prices(connection: Connection, product_ids: Collection[int]) -> dict[int, str]:
    """{product id: its new price} of those that have one."""
    return dict(_PRICES.tuples(connection, ids=as_list(product_ids)))


_OF_PRODUCTS = Prepared(
    select(*sizes.c["product_id", "id"], *pending.c["action", "quantity", "corrects"])
    .outerjoin(pending, pending.c.size_id == sizes.c.id)
    .where(among(sizes.c.product_id), sizes.c.removed_at.is_(None))
    .order_by(sizes.c.product_id, sizes.c.position, sizes.c.id)
)
_PRICES = Prepared(
    select(*pending_prices.c["product_id", "price"]).where(among(pending_prices.c.product_id))
)


def all_changes(connection: Connection) -> Sequence[AnyRow]:
    """Every change with its size and product, in the order of the table."""
    return connection.execute(
        select(
            pending.c.size_id,
            pending.c.action,
            pending.c.quantity,
            pending.c.corrects,
            sizes.c.value,
            sizes.c.here,
            sizes.c.agreed,
            sizes.c.marketplace_size_id,
            products.c.id.label("product_id"),
        )
        .join(sizes, sizes.c.id == pending.c.size_id)
        .join(products, products.c.id == sizes.c.product_id)
        .where(products.c.removed_at.is_(None), sizes.c.removed_at.is_(None))
        .order_by(products.c.article, sizes.c.position, sizes.c.id)
    ).all()


def all_prices(connection: Connection) -> Sequence[AnyRow]:
    """Every new price with its product, in the order of the table."""
    return connection.execute(
        select(pending_prices.c.product_id, pending_prices.c.price)
        .join(products, products.c.id == pending_prices.c.product_id)
        .where(products.c.removed_at.is_(None))
        .order_by(products.c.article)
    ).all()


def corrected(connection: Connection, size_ids: Collection[int]) -> dict[int, tuple[str, int]]:
    """{size id: (action, pieces)} of those of the sizes whose pending change is a drafted correction."""
    found = _CORRECTED.all(connection, ids=as_list(size_ids))
    return {row.size_id: (row.action, row.quantity) for row in found}


def counts(connection: Connection) -> tuple[int, int]:
    """(changes, products that have some)."""
    of_stock = (
        select(products.c.id)
        .join(sizes, sizes.c.product_id == products.c.id)
        .join(pending, pending.c.size_id == sizes.c.id)
        .where(products.c.removed_at.is_(None), sizes.c.removed_at.is_(None))
    )
    of_price = (
        select(products.c.id)
        .join(pending_prices, pending_prices.c.product_id == products.c.id)
        .where(products.c.removed_at.is_(None))
    )
    both = union_all(of_stock, of_price).subquery()
    number, touched = connection.execute(
        select(func.count(), func.count(both.c.id.distinct())).select_from(both)
    ).one()
    return number, touched


_CORRECTED = Prepared(
    select(*pending.c["size_id", "action", "quantity"]).where(
        among(pending.c.size_id), pending.c.corrects.is_(True)
    )
)
