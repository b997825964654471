"""Links: which of our products a marketplace's number means."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.storage.tables import links


def put(connection: Connection, marketplace_id: int, product_id: int, *, at: float, how: str) -> None:
    """The number means this product from now on. `how`: person, size_id or catalogue."""
    statement = insert(links).values(
        marketplace_id=marketplace_id, product_id=product_id, learned_at=at, how=how
    )
    new = {name: statement.excluded[name] for name in ("product_id", "learned_at", "how")}
    connection.execute(statement.on_conflict_do_update(index_elements=["marketplace_id"], set_=new))


def remove(connection: Connection, marketplace_id: int) -> None:
    """The number means nothing any more."""
    connection.execute(delete(links).where(links.c.marketplace_id == marketplace_id))


def products_of(connection: Connection, marketplace_ids: Sequence[int]) -> Sequence[Row[int, int]]:
    """(marketplace id, product id) of those that are linked."""
    return connection.execute(
        select(links.c.marketplace_id, links.c.product_id).where(
            links.c.marketplace_id.in_(marketplace_ids)
        )
    ).all()
