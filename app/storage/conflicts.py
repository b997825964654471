"""Sizes of which the marketplace has another stock than we have, where a correction can be drafted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.action import Action
from app.domain.conflict import Conflict, Origin
from app.storage.prepared import Prepared, among, as_list, given
from app.storage.rows import AnyRow
from app.storage.tables import conflicts, pending, products, sizes


def of_sizes(connection: Connection, size_ids: Collection[int]) -> dict[int, Conflict]:
    """{size id: its conflict} of those that have one."""
    rows = _OF_SIZES.all(connection, ids=as_list(size_ids))
    return {row.size_id: Conflict(row.difference, Origin(row.origin), bool(row.declined)) for row in rows}


def put(connection: Connection, size_id: int, conflict: Conflict, at: float) -> None:
    """Keep a conflict; `at`: since when, UTC seconds."""
    values = {
        "difference": conflict.difference,
        "origin": conflict.origin,
        "declined": conflict.declined,
        "since": at,
    }
    statement = insert(conflicts).values(size_id=size_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["size_id"], set_=values))


def remove(connection: Connection, size_ids: Collection[int]) -> None:
    """Forget conflicts."""
    _REMOVE.many(connection, [{"of": size_id} for size_id in size_ids])


def draft(connection: Connection, size_id: int, action: Action, quantity: int) -> None:
    """Type a correction as a pending change; what a person typed for the size stays instead."""
    values = {"action": action, "quantity": quantity}
    statement = insert(pending).values(size_id=size_id, corrects=True, **values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["size_id"], set_=values, where=pending.c.corrects.is_(True)
        )
    )


def withdraw(connection: Connection, size_ids: Collection[int]) -> None:
    """Take drafted corrections away; what a person typed stays."""
    _WITHDRAW.many(connection, [{"of": size_id} for size_id in size_ids])


def drafted(connection: Connection, origin: Origin | None = None) -> Sequence[AnyRow]:
    """(size_id, product_id, action, quantity) of the corrections that wait, by article."""
    found = (
        select(*pending.c["size_id", "action", "quantity"], sizes.c.product_id)
        .join(sizes, sizes.c.id == pending.c.size_id)
        .join(products, products.c.id == sizes.c.product_id)
        .where(pending.c.corrects.is_(True), sizes.c.removed_at.is_(None), products.c.removed_at.is_(None))
        .order_by(products.c.article, sizes.c.position, sizes.c.id)
    )
    if origin is not None:
        found = found.join(conflicts, conflicts.c.size_id == pending.c.size_id)
        found = found.where(conflicts.c.origin == origin)
    return connection.execute(found).all()


_OF_SIZES = Prepared(
    select(*conflicts.c["size_id", "difference", "origin", "declined"]).where(among(conflicts.c.size_id))
)
_REMOVE = Prepared(delete(conflicts).where(conflicts.c.size_id == given("of")))
_WITHDRAW = Prepared(delete(pending).where(pending.c.size_id == given("of"), pending.c.corrects.is_(True)))
