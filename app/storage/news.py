"""What happened since somebody looked last: online sales, and deliveries without an answer."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, func, select

from app.domain.delivery import State
from app.domain.movement import Cause
from app.storage.rows import AnyRow
from app.storage.tables import deliveries, event_lines, movements, products, sizes


def last_movement(connection: Connection) -> int:
    """The number of the newest movement, 0 before the first."""
    return int(connection.execute(select(func.coalesce(func.max(movements.c.id), 0))).scalar_one())


def sales(connection: Connection, after: int, upto: int, limit: int) -> tuple[int, Sequence[AnyRow]]:
    """How many online sales left something or nothing, and the newest of them, newest first.

    `after` and `upto` are numbers of movements.
    """
    return _moved(
        connection,
        and_(movements.c.cause == Cause.ONLINE_SALE, movements.c.here_after >= 0),
        and_(movements.c.id > after, movements.c.id <= upto),
        limit,
    )


def oversales(connection: Connection, after: int, upto: int, limit: int) -> tuple[int, Sequence[AnyRow]]:
    """The same for those that sold what was not there.

    What an event is read as can turn out later, or never: such a movement has no sale of its own.
    """
    causes = movements.c.cause.in_([Cause.ONLINE_SALE, Cause.READING_SETTLED, Cause.FOLLOWED])
    return _moved(
        connection,
        and_(causes, movements.c.quantity < 0, movements.c.here_after < 0),
        and_(movements.c.id > after, movements.c.id <= upto),
        limit,
    )


def _moved(
    connection: Connection, which: ColumnElement[bool], since: ColumnElement[bool], limit: int
) -> tuple[int, Sequence[AnyRow]]:
    count = connection.execute(select(func.count()).select_from(movements).where(since, which)).scalar_one()
    if not count:
        return 0, ()
    line = (
        select(func.max(event_lines.c.id))
        .where(event_lines.c.event_id == movements.c.event_id, event_lines.c.size_id == movements.c.size_id)
        .scalar_subquery()
    )
    newest = (
        select(
            *movements.c["size_id", "quantity", "here_after"],
            *(sizes.c.product_id, sizes.c.value, products.c.article),
            line.label("line_id"),
        )
        .join(sizes, sizes.c.id == movements.c.size_id)
        .join(products, products.c.id == sizes.c.product_id)
        .where(since, which)
        .order_by(movements.c.id.desc())
        .limit(limit)
    )
    return count, connection.execute(newest).all()


def unknown_ids(connection: Connection) -> frozenset[int]:
    """The deliveries without an answer."""
    found = select(deliveries.c.id).where(deliveries.c.state == State.UNKNOWN)
    return frozenset(connection.execute(found).scalars())
