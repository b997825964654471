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
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from app.domain.action import Action
from app.domain.delivery import (
    FINAL,
    LONGEST_WAIT,
    STEPS,
    ImpossibleStepError,
    Outcome,
    State,
    Step,
    after,
)
from app.storage.rows import AnyRow
from app.storage.tables import attempts, deliveries, delivery_sizes, products, sizes


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
    price: Decimal | None  # the new price of a `price` action, else the one agreed, else ours
    sizes: tuple[ClaimedSize, ...]  # all of the product's in a `price` action
    key: str
    attempts: int
    first_tried_at: float | None
    in_doubt: bool  # an earlier attempt may have been applied


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
class Finished:
    """An attempt that has ended."""

    id: int
    attempt_id: int
    at: float
    outcome: Outcome
    status: int | None
    milliseconds: float
    answer: str | None
    words: str  # JSON of a Text: what the answer means
    step: Step
    reason: str | None  # JSON of a Text: why it is in the state that follows
    next_at: float | None
    in_doubt: bool
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


def supersede_prices(connection: Connection, product_id: int, at: float) -> str | None:
    """A newer price replaces those of the same product that were never tried.

    Returns the price before the first of them, or None where there was none.
    """
    untried = connection.execute(
        select(deliveries.c.id, deliveries.c.old_price)
        .where(
            deliveries.c.product_id == product_id,
            deliveries.c.action == Action.PRICE,
            deliveries.c.attempts == 0,
            deliveries.c.state.in_(STEPS[Step.SUPERSEDE][0]),
        )
        .order_by(deliveries.c.id)
    ).all()
    take(connection, [row.id for row in untried], Step.SUPERSEDE, finished_at=at)
    return untried[0].old_price if untried else None


def open_price(connection: Connection, product_id: int) -> str | None:
    """The newest price of a product that is still on its way; None where there is none."""
    return connection.execute(
        select(deliveries.c.price)
        .where(
            deliveries.c.product_id == product_id,
            deliveries.c.action == Action.PRICE,
            deliveries.c.state.not_in(sorted(FINAL)),
        )
        .order_by(deliveries.c.id.desc())
        .limit(1)
    ).scalar()


def claim(connection: Connection, now: float, limit: int) -> list[Claimed]:
    """Deliveries that may be sent now, oldest first, at most one for each product.

    Queued ones come before those whose waiting time is over; an open earlier delivery of the same
    product holds a later one back.
    """
    rows = list(connection.execute(_claimable(State.QUEUED, limit)))
    if len(rows) < limit:
        due = _claimable(State.WAITING, limit - len(rows)).where(_is_due(now))
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
            price=_decimal(row.price or row.agreed_price or row.current_price),
            sizes=tuple(
                whole.get(row.product_id, ()) if row.action == Action.PRICE else carried.get(row.id, ())
            ),
            key=row.key,
            attempts=row.attempts,
            first_tried_at=row.first_tried_at,
            in_doubt=row.in_doubt,
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
        select(
            deliveries,
            products.c.article,
            products.c.agreed_price,
            products.c.price.label("current_price"),
        )
        .join(products, products.c.id == deliveries.c.product_id)
        .where(deliveries.c.state == state, ~held_back)
        .order_by(deliveries.c.id)
        .limit(limit)
    )


def _is_due(now: float) -> Any:
    # Nothing waits longer than the longest wait, unless the clock was set back since.
    return (deliveries.c.next_at <= now) | (deliveries.c.next_at > now + LONGEST_WAIT)


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
    _take_each(
        connection,
        Step.BEGIN,
        [{"of": sending.id, "tried_at": sending.at} for sending in group],
        attempts=deliveries.c.attempts + 1,
        next_at=None,
        reason=None,
        first_tried_at=func.coalesce(deliveries.c.first_tried_at, bindparam("tried_at")),
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
    """Write how attempts ended."""
    for step in {f.step for f in group}:
        _take_each(
            connection,
            step,
            [
                {
                    "of": f.id,
                    "next": f.next_at,
                    "why": f.reason,
                    "doubt": f.in_doubt,
                    "ended_at": f.at if STEPS[step][1] in FINAL else None,
                }
                for f in group
                if f.step is step
            ],
            next_at=bindparam("next"),
            reason=bindparam("why"),
            in_doubt=bindparam("doubt"),
            finished_at=bindparam("ended_at"),
        )
    _finish_attempts(connection, group)
    prices = [f.agreed_price for f in group if f.agreed_price]
    if prices:
        connection.execute(
            update(products)
            .where(products.c.id == bindparam("of"))
            .values(agreed_price=bindparam("accepted")),
            [{"of": product_id, "accepted": price} for product_id, price in prices],
        )


def _finish_attempts(connection: Connection, group: Sequence[Finished]) -> None:
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


def take(connection: Connection, ids: Sequence[int], step: Step, **fields: Any) -> None:
    """One step of all these deliveries; `fields` are columns to set besides the state.

    Raises `ImpossibleStepError` where one of them is in a state in which that cannot happen.
    """
    if ids:
        _take_each(connection, step, [{"of": number} for number in ids], **fields)


def _take_each(
    connection: Connection, step: Step, rows: Sequence[Mapping[str, Any]], **fields: Any
) -> None:
    states, following = STEPS[step]
    # Not `in_`: its parameters expand, which a statement for many rows cannot have.
    is_possible = or_(*(deliveries.c.state == state for state in sorted(states)))
    taken = connection.execute(
        update(deliveries)
        .where(deliveries.c.id == bindparam("of"), is_possible)
        .values(state=following, **fields),
        list(rows),
    )
    if taken.rowcount != len(rows):
        raise ImpossibleStepError(step, [row["of"] for row in rows])


def stranded(connection: Connection) -> list[tuple[int, Action]]:
    """(id, action) of deliveries that were being sent when the program died."""
    rows = connection.execute(
        select(deliveries.c.id, deliveries.c.action).where(deliveries.c.state == State.SENDING)
    )
    return [(row.id, Action(row.action)) for row in rows]


def hold_all(connection: Connection, reason: str) -> None:
    """The connection is paused: what was queued or waiting is held; what is in flight ends first."""
    _take_all(connection, Step.HOLD, (State.QUEUED, State.WAITING), reason=reason)


def release_all(connection: Connection, now: float) -> None:
    """The pause is over: what was held goes on now, or when it would have without the pause."""
    due = func.coalesce(deliveries.c.next_at, now)
    _take_all(connection, Step.RELEASE, (State.HELD,), reason=None, next_at=due)


def _take_all(connection: Connection, step: Step, states: Sequence[State], **fields: Any) -> None:
    connection.execute(
        update(deliveries)
        .where(deliveries.c.state.in_(states))
        .values(state=after(step, states[0]), **fields)
    )


def has_due(connection: Connection, now: float) -> bool:
    """Whether anything is queued, or its waiting time is over."""
    due = (deliveries.c.state == State.WAITING) & _is_due(now)
    queued = deliveries.c.state == State.QUEUED
    found = select(deliveries.c.id).where(queued | due).limit(1)
    return connection.execute(found).first() is not None


def next_due(connection: Connection, now: float) -> float | None:
    """When the next waiting delivery may be tried again, in UTC seconds; those due already are left out."""
    return connection.execute(
        select(func.min(deliveries.c.next_at)).where(
            deliveries.c.state == State.WAITING, deliveries.c.next_at > now
        )
    ).scalar()


def _new_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    key = result.inserted_primary_key
    if key is None:
        raise LookupError
    return int(key[0])
