"""The outbox: deliveries on their way and the attempts of each one.

A delivery may be sent when no earlier one of its product is still open: see `claim`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Connection,
    CursorResult,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    select,
    update,
)

from app.domain.action import Action
from app.domain.delivery import FINAL, Outcome, State
from app.storage.rows import AnyRow
from app.storage.tables import attempts, deliveries, delivery_sizes, products, sizes

OPEN = tuple(state for state in State if state not in FINAL)
ON_THE_WAY = (State.QUEUED, State.SENDING, State.WAITING, State.HELD)
NEEDS_PERSON = (State.REJECTED, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class ClaimedSize:
    """A size as it is now, for the body that is rendered at this moment."""

    size_id: int
    value: str
    quantity: int
    here: int
    agreed: int | None
    marketplace_size_id: int | None
    track: str | None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that may be sent now."""

    id: int
    product_id: int
    article: str
    action: Action
    price: Decimal | None  # the new price of a `price` action, else the product's current one
    sizes: tuple[ClaimedSize, ...]  # all of the product's in a `price` action
    key: str
    attempts: int
    first_tried_at: float | None


@dataclass(frozen=True, slots=True)
class SentSize:
    """What a size looks like while its delivery is in flight."""

    size_id: int
    before: int | None
    after: int | None
    track: str


@dataclass(frozen=True, slots=True)
class Sending:
    """A delivery about to leave."""

    id: int
    at: float
    body: str
    sizes: tuple[SentSize, ...]


@dataclass(frozen=True, slots=True)
class FinishedSize:
    """What a size looks like after the answer."""

    size_id: int
    agreed: int | None
    track: str
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """An attempt that has ended."""

    id: int
    attempt_id: int
    at: float
    outcome: Outcome
    status: int | None
    milliseconds: float
    answer: str | None
    words: str  # JSON of a Text
    state: State
    next_at: float | None
    sizes: tuple[FinishedSize, ...]
    agreed_price: tuple[int, str] | None = None  # (product id, price) that was accepted


def queue(connection: Connection, delivery: Mapping[str, Any], quantities: Mapping[int, int]) -> int:
    """Insert a delivery with the pieces of each size; returns its id."""
    result = connection.execute(insert(deliveries).values(**delivery))
    delivery_id = _new_id(result)
    if quantities:
        rows = [
            {"delivery_id": delivery_id, "size_id": size_id, "quantity": quantity}
            for size_id, quantity in quantities.items()
        ]
        connection.execute(insert(delivery_sizes), rows)
        connection.execute(
            update(sizes).where(sizes.c.id.in_(quantities)).values(last_delivery_id=delivery_id)
        )
    return delivery_id


def supersede_prices(connection: Connection, product_id: int, at: float) -> None:
    """A newer price replaces those of the same product that were never tried."""
    connection.execute(
        update(deliveries)
        .where(
            deliveries.c.product_id == product_id,
            deliveries.c.action == Action.PRICE,
            deliveries.c.attempts == 0,
            deliveries.c.state.in_(ON_THE_WAY),
        )
        .values(state=State.SUPERSEDED, finished_at=at, next_at=None)
    )


def claim(connection: Connection, now: float, limit: int) -> list[Claimed]:
    """Deliveries that may be sent now, oldest first, at most one for each product.

    Queued ones come before those whose waiting time is over; an open earlier delivery of the same
    product holds a later one back.
    """
    rows = list(connection.execute(_claimable(State.QUEUED, limit)))
    if len(rows) < limit:
        due = _claimable(State.WAITING, limit - len(rows)).where(deliveries.c.next_at <= now)
        rows += connection.execute(due)
    carried = _claimed_sizes(connection, [row.id for row in rows])
    price_products = [row.product_id for row in rows if row.action == Action.PRICE]
    whole = _whole_products(connection, price_products)
    return [
        Claimed(
            id=row.id,
            product_id=row.product_id,
            article=row.article,
            action=Action(row.action),
            price=_decimal(row.price or row.current_price),
            sizes=tuple(
                whole.get(row.product_id, ()) if row.action == Action.PRICE else carried.get(row.id, ())
            ),
            key=row.key,
            attempts=row.attempts,
            first_tried_at=row.first_tried_at,
        )
        for row in rows
    ]


def _claimable(state: State, limit: int) -> Any:
    earlier = deliveries.alias("earlier")
    held_back = exists().where(
        earlier.c.product_id == deliveries.c.product_id,
        earlier.c.id < deliveries.c.id,
        earlier.c.state.not_in(sorted(FINAL)),
    )
    return (
        select(deliveries, products.c.article, products.c.price.label("current_price"))
        .join(products, products.c.id == deliveries.c.product_id)
        .where(deliveries.c.state == state, ~held_back)
        .order_by(deliveries.c.id)
        .limit(limit)
    )


def _claimed_sizes(connection: Connection, ids: Sequence[int]) -> dict[int, list[ClaimedSize]]:
    found: dict[int, list[ClaimedSize]] = {}
    rows = connection.execute(
        select(delivery_sizes.c.delivery_id, delivery_sizes.c.quantity, sizes)
        .join(sizes, sizes.c.id == delivery_sizes.c.size_id)
        .where(delivery_sizes.c.delivery_id.in_(ids))
        .order_by(delivery_sizes.c.delivery_id, sizes.c.position, sizes.c.id)
    )
    for row in rows:
        found.setdefault(row.delivery_id, []).append(_claimed_size(row, row.quantity))
    return found


def _whole_products(connection: Connection, ids: Sequence[int]) -> dict[int, list[ClaimedSize]]:
    found: dict[int, list[ClaimedSize]] = {}
    if not ids:
        return found
    rows = connection.execute(
        select(sizes)
        .where(sizes.c.product_id.in_(ids), sizes.c.removed_at.is_(None))
        .order_by(sizes.c.product_id, sizes.c.position, sizes.c.id)
    )
    for row in rows:
        found.setdefault(row.product_id, []).append(_claimed_size(row, 0))
    return found


def _claimed_size(row: AnyRow, quantity: int) -> ClaimedSize:
    return ClaimedSize(
        row.id, row.value, quantity, row.here, row.agreed, row.marketplace_size_id, row.track
    )


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def mark_sending(connection: Connection, group: Sequence[Sending]) -> list[int]:
    """Commit-before-first-byte: state, attempt and tracks of a group; returns the attempts' ids."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == bindparam("of"))
        .values(
            state=State.SENDING,
            attempts=deliveries.c.attempts + 1,
            next_at=None,
            first_tried_at=func.coalesce(deliveries.c.first_tried_at, bindparam("tried_at")),
        ),
        [{"of": sending.id, "tried_at": sending.at} for sending in group],
    )
    _write_sent_sizes(connection, group)
    rows = [{"delivery_id": s.id, "at": s.at, "request": s.body} for s in group]
    inserted = connection.execute(
        insert(attempts).returning(attempts.c.id, sort_by_parameter_order=True), rows
    )
    return list(inserted.scalars())


def _write_sent_sizes(connection: Connection, group: Sequence[Sending]) -> None:
    rows = [(sending.id, size) for sending in group for size in sending.sizes]
    if not rows:
        return
    connection.execute(
        update(delivery_sizes)
        .where(
            delivery_sizes.c.delivery_id == bindparam("of"),
            delivery_sizes.c.size_id == bindparam("size"),
        )
        .values(before=bindparam("was"), after=bindparam("becomes")),
        [
            {"of": delivery_id, "size": size.size_id, "was": size.before, "becomes": size.after}
            for delivery_id, size in rows
        ],
    )
    connection.execute(
        update(sizes).where(sizes.c.id == bindparam("size")).values(track=bindparam("new_track")),
        [{"size": size.size_id, "new_track": size.track} for _, size in rows],
    )


def finish(connection: Connection, group: Sequence[Finished]) -> None:
    """Write how attempts ended, and what is agreed since."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id == bindparam("of"))
        .values(
            state=bindparam("new_state"),
            next_at=bindparam("next"),
            reason=bindparam("why"),
            finished_at=bindparam("ended_at"),
        ),
        [
            {
                "of": f.id,
                "new_state": f.state,
                "next": f.next_at,
                "why": None if f.state is State.DELIVERED else f.words,
                "ended_at": f.at if f.state in FINAL else None,
            }
            for f in group
        ],
    )
    connection.execute(
        update(attempts)
        .where(attempts.c.id == bindparam("of"))
        .values(
            milliseconds=bindparam("took"),
            status=bindparam("code"),
            outcome=bindparam("ended"),
            answer=bindparam("said"),
            words=bindparam("sentence"),
        ),
        [
            {
                "of": f.attempt_id,
                "took": f.milliseconds,
                "code": f.status,
                "ended": f.outcome,
                "said": f.answer,
                "sentence": f.words,
            }
            for f in group
        ],
    )
    write_sizes(connection, [size for finished in group for size in finished.sizes])
    prices = [f.agreed_price for f in group if f.agreed_price]
    if prices:
        connection.execute(
            update(products)
            .where(products.c.id == bindparam("of"))
            .values(agreed_price=bindparam("accepted")),
            [{"of": product_id, "accepted": price} for product_id, price in prices],
        )


def write_sizes(connection: Connection, changed: Sequence[FinishedSize]) -> None:
    """Write what is agreed about sizes."""
    if changed:
        connection.execute(
            update(sizes)
            .where(sizes.c.id == bindparam("of"))
            .values(
                agreed=bindparam("known"),
                track=bindparam("new_track"),
                flag=bindparam("why"),
            ),
            [{"of": s.size_id, "known": s.agreed, "new_track": s.track, "why": s.flag} for s in changed],
        )


def stranded(connection: Connection) -> list[tuple[int, Action]]:
    """(id, action) of deliveries that were being sent when the program died."""
    rows = connection.execute(
        select(deliveries.c.id, deliveries.c.action).where(deliveries.c.state == State.SENDING)
    )
    return [(row.id, Action(row.action)) for row in rows]


def set_state(
    connection: Connection,
    ids: Sequence[int],
    state: State,
    *,
    reason: str | None = None,
    next_at: float | None = None,
    finished_at: float | None = None,
) -> None:
    """Move deliveries to a state."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.id.in_(ids))
        .values(state=state, reason=reason, next_at=next_at, finished_at=finished_at)
    )


def hold_all(connection: Connection, reason: str) -> None:
    """The connection is paused: what was queued or waiting is held."""
    connection.execute(
        update(deliveries)
        .where(deliveries.c.state.in_((State.QUEUED, State.WAITING)))
        .values(state=State.HELD, reason=reason, next_at=None)
    )


def release_all(connection: Connection) -> None:
    """The pause is over: what was held is queued again."""
    connection.execute(
        update(deliveries).where(deliveries.c.state == State.HELD).values(state=State.QUEUED, reason=None)
    )


def has_due(connection: Connection, now: float) -> bool:
    """Whether anything is queued, or its waiting time is over."""
    due = (deliveries.c.state == State.WAITING) & (deliveries.c.next_at <= now)
    queued = deliveries.c.state == State.QUEUED
    found = select(deliveries.c.id).where(queued | due).limit(1)
    return connection.execute(found).first() is not None


def next_due(connection: Connection) -> float | None:
    """When the first waiting delivery may be tried again."""
    return connection.execute(
        select(func.min(deliveries.c.next_at)).where(deliveries.c.state == State.WAITING)
    ).scalar()


def counts(connection: Connection) -> tuple[int, int, int, int]:
    """(all, waiting for a person, on their way, delivered)."""
    rows = connection.execute(select(deliveries.c.state, func.count()).group_by(deliveries.c.state))
    by_state = {State(row[0]): int(row[1]) for row in rows}

    def of(states: Sequence[State]) -> int:
        return sum(by_state.get(state, 0) for state in states)

    return sum(by_state.values()), of(NEEDS_PERSON), of(ON_THE_WAY), of((State.DELIVERED,))


def count(connection: Connection, states: Sequence[State] | None) -> int:
    """How many deliveries are in these states (None: in any)."""
    statement = select(func.count()).select_from(deliveries)
    if states is not None:
        statement = statement.where(deliveries.c.state.in_(states))
    return connection.execute(statement).scalar_one()


def records(
    connection: Connection, states: Sequence[State] | None, offset: int, limit: int
) -> Sequence[AnyRow]:
    """Deliveries with their article, newest first."""
    ids = select(deliveries.c.id).order_by(deliveries.c.id.desc()).offset(offset).limit(limit)
    if states is not None:
        ids = ids.where(deliveries.c.state.in_(states))
    return connection.execute(
        _with_article().where(deliveries.c.id.in_(ids)).order_by(deliveries.c.id.desc())
    ).all()


def record(connection: Connection, delivery_id: int) -> AnyRow | None:
    """One delivery with its article and title."""
    return connection.execute(_with_article().where(deliveries.c.id == delivery_id)).first()


def last_of_product(connection: Connection, product_id: int) -> int | None:
    """The newest delivery of a product."""
    return connection.execute(
        select(func.max(deliveries.c.id)).where(deliveries.c.product_id == product_id)
    ).scalar()


def _with_article() -> Any:
    return select(deliveries, products.c.article, products.c.title).join(
        products, products.c.id == deliveries.c.product_id
    )


def lines(connection: Connection, ids: Sequence[int]) -> Sequence[AnyRow]:
    """The sizes of deliveries, in the order of the product's sizes.

    Before it is sent a line shows what would be sent now.
    """
    movement = case(
        (deliveries.c.action == Action.SOLD, -delivery_sizes.c.quantity),
        else_=delivery_sizes.c.quantity,
    )
    return connection.execute(
        select(
            delivery_sizes.c.delivery_id,
            delivery_sizes.c.size_id,
            delivery_sizes.c.quantity,
            func.coalesce(delivery_sizes.c.before, sizes.c.agreed).label("before"),
            func.coalesce(delivery_sizes.c.after, sizes.c.agreed + movement).label("after"),
            sizes.c.value,
            sizes.c.agreed,
            sizes.c.track,
        )
        .join(deliveries, deliveries.c.id == delivery_sizes.c.delivery_id)
        .join(sizes, sizes.c.id == delivery_sizes.c.size_id)
        .where(and_(delivery_sizes.c.delivery_id.in_(ids)))
        .order_by(delivery_sizes.c.delivery_id, sizes.c.position, sizes.c.id)
    ).all()


def attempt_records(connection: Connection, delivery_id: int) -> Sequence[AnyRow]:
    """The attempts of a delivery, oldest first."""
    return connection.execute(
        select(attempts).where(attempts.c.delivery_id == delivery_id).order_by(attempts.c.id)
    ).all()


def open_movements(connection: Connection, size_ids: Sequence[int]) -> dict[int, int]:
    """{size id: signed pieces} of our movements that the marketplace has not accepted yet."""
    moved = case(
        (deliveries.c.action == Action.SOLD, -delivery_sizes.c.quantity),
        else_=delivery_sizes.c.quantity,
    )
    rows = connection.execute(
        select(delivery_sizes.c.size_id, func.sum(moved))
        .join(deliveries, deliveries.c.id == delivery_sizes.c.delivery_id)
        .where(delivery_sizes.c.size_id.in_(size_ids), deliveries.c.state.not_in(sorted(FINAL)))
        .group_by(delivery_sizes.c.size_id)
    )
    return {size_id: int(pieces) for size_id, pieces in rows}


def _new_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    key = result.inserted_primary_key
    if key is None:
        raise LookupError
    return int(key[0])
