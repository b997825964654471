"""The ledger: every change of stock with its cause. `here` is the sum of a size's movements."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Row, func, insert, select, update

from app.domain.action import Action
from app.domain.movement import SAID, Cause
from app.storage.prepared import Prepared, among, as_list, given
from app.storage.rows import AnyRow
from app.storage.tables import movements, sizes


def move(
    connection: Connection,
    size_id: int,
    quantity: int,
    cause: Cause,
    *,
    at: float,
    who: str = "",
    delivery_id: int | None = None,
    event_id: int | None = None,
) -> int:
    """Change a size's stock by signed pieces, write why, and return the stock after."""
    here = int(_MOVE.scalar(connection, of=size_id, moved=quantity))
    _MOVEMENT.insert(
        connection,
        at=at,
        size_id=size_id,
        cause=cause,
        quantity=quantity,
        here_after=here,
        delivery_id=delivery_id,
        event_id=event_id,
        who=who,
    )
    return here


_MOVE = Prepared(
    update(sizes)
    .where(sizes.c.id == given("of"))
    .values(here=sizes.c.here + given("moved"))
    .returning(sizes.c.here)
)
_MOVEMENT = Prepared(
    insert(movements),
    ("at", "size_id", "cause", "quantity", "here_after", "delivery_id", "event_id", "who"),
)


def move_many(
    connection: Connection, moves: Sequence[tuple[int, int, Cause, int]], *, at: float, who: str
) -> list[int]:
    """The same for many inside a transaction: (size id, signed pieces, cause, delivery id) each.

    The deliveries are new: each is the newest of its sizes from now on.
    """
    newest = {size_id: number for size_id, _, _, number in moves}
    here = dict(_HERE.tuples(connection, ids=as_list(newest)))
    after: list[int] = []
    for size_id, quantity, _, _ in moves:
        here[size_id] += quantity
        after.append(here[size_id])
    _SET.many(
        connection,
        ({"of": size_id, "left": left, "newest": newest[size_id]} for size_id, left in here.items()),
    )
    _MOVEMENT.insert_tuples(
        connection,
        (
            # The driver takes a plain text in a tenth of the time that an enum's member needs.
            (at, size_id, cause.value, quantity, left, number, None, who)
            for (size_id, quantity, cause, number), left in zip(moves, after, strict=True)
        ),
    )
    return after


_HERE = Prepared(select(sizes.c.id, sizes.c.here).where(among(sizes.c.id)))
_SET = Prepared(
    update(sizes)
    .where(sizes.c.id == given("of"))
    .values(here=given("left"), last_delivery_id=given("newest"))
)


def timeline(connection: Connection, product_id: int, limit: int) -> Sequence[AnyRow]:
    """The newest movements of a product's sizes, newest first."""
    return connection.execute(
        select(movements, sizes.c.value.label("size"))
        .join(sizes, sizes.c.id == movements.c.size_id)
        .where(sizes.c.product_id == product_id)
        .order_by(movements.c.id.desc())
        .limit(limit)
    ).all()


def movements_since(connection: Connection, product_id: int, since: float) -> Sequence[Row[float, int]]:
    """(time, signed pieces) of a product's movements after a moment, oldest first."""
    return connection.execute(
        select(movements.c.at, movements.c.quantity)
        .join(sizes, sizes.c.id == movements.c.size_id)
        .where(sizes.c.product_id == product_id, movements.c.at > since)
        .order_by(movements.c.at, movements.c.id)
    ).all()


def of_delivery(connection: Connection, delivery_id: int) -> Sequence[Row[int, int]]:
    """(size id, signed pieces that still stand) of a delivery's movements."""
    return connection.execute(
        select(movements.c.size_id, func.sum(movements.c.quantity))
        .where(movements.c.delivery_id == delivery_id)
        .group_by(movements.c.size_id)
    ).all()


def has_event_since(connection: Connection, size_id: int, since: float) -> bool:
    """Whether an online event has moved the size at that moment or later."""
    found = (
        select(movements.c.id)
        .where(movements.c.size_id == size_id, movements.c.at >= since, movements.c.event_id.is_not(None))
        .limit(1)
    )
    return connection.execute(found).first() is not None


def newest_figure(connection: Connection, size_id: int, causes: Sequence[Cause]) -> Row[int, float] | None:
    """(id, time) of the size's newest movement of one of these causes that no delivery made."""
    return connection.execute(
        select(movements.c.id, movements.c.at)
        .where(
            movements.c.size_id == size_id,
            movements.c.cause.in_(causes),
            movements.c.delivery_id.is_(None),
        )
        .order_by(movements.c.id.desc())
        .limit(1)
    ).first()


def of_events(connection: Connection, size_id: int, after: int) -> Sequence[AnyRow]:
    """The size's movements beyond number `after` that come from events, in order."""
    return connection.execute(
        select(movements)
        .where(movements.c.size_id == size_id, movements.c.id > after, movements.c.event_id.is_not(None))
        .order_by(movements.c.id)
    ).all()


def newest_at(connection: Connection, size_id: int) -> float:
    """When the size's newest movement was; 0 before the first."""
    return float(_NEWEST_AT.scalar(connection, of=size_id) or 0)


_NEWEST_AT = Prepared(
    select(movements.c.at)
    .where(movements.c.size_id == given("of"))
    .order_by(movements.c.id.desc())
    .limit(1)
)


def was_said(connection: Connection, size_id: int) -> bool:
    """Whether a person has ever said anything of the size's stock; what was only undone says nothing."""
    found = select(movements.c.id).where(
        movements.c.size_id == size_id, movements.c.cause.in_(sorted(SAID))
    )
    return connection.execute(found.limit(1)).first() is not None


def first_said_at(connection: Connection, size_id: int) -> float | None:
    """When a person first said something of the size's stock."""
    found = select(func.min(movements.c.at)).where(
        movements.c.size_id == size_id, movements.c.cause.in_(sorted(SAID))
    )
    at: float | None = connection.scalar(found)
    return at


def usual_quantities(connection: Connection, size_ids: Sequence[int], least: int) -> dict[int, float]:
    """{size id: mean pieces of what people moved} of sizes with at least `least` such movements."""
    return dict(_USUAL.tuples(connection, ids=as_list(size_ids), least=least))


_USUAL = Prepared(
    select(movements.c.size_id, func.avg(func.abs(movements.c.quantity)))
    .where(among(movements.c.size_id), movements.c.cause.in_(sorted(Action)))
    .group_by(movements.c.size_id)
    .having(func.count() >= given("least"))
)
