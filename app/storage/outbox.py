"""The outbox: deliveries on their way and the attempts of each one.

A delivery may be sent when no earlier one of its product is still open: see `claim`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    func,
    insert,
    select,
    update,
)

from app.domain.action import Action
from app.domain.delivery import (
    FINAL,
    STEPS,
    AttemptOutcome,
    ImpossibleStepError,
    State,
    Step,
    after,
)
from app.domain.times import Times
from app.storage.prepared import Prepared, among, as_list, given
from app.storage.tables import attempts, deliveries, delivery_sizes, is_open, products, sizes


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
    outcome: AttemptOutcome
    status: int | None
    milliseconds: float
    times: Times | None
    answer: str | None
    words: str  # JSON of a Text: what the answer means
    step: Step
    reason: str | None  # JSON of a Text: why it is in the state that follows
    next_at: float | None
    in_doubt: bool
    agreed_price: tuple[int, str] | None = None  # (product id, price) that was accepted


def queue(connection: Connection, delivery: Mapping[str, Any], quantities: Mapping[int, int]) -> int:
    """Insert a delivery with the pieces of each size, the newest of them from now on; returns its id."""
    number = queue_many(connection, [delivery], [quantities])[0]
    _LAST.many(connection, [{"of": size_id, "newest": number} for size_id in quantities])
    return number


def queue_many(
    connection: Connection, rows: Sequence[Mapping[str, Any]], quantities: Sequence[Mapping[int, int]]
) -> list[int]:
    """Insert deliveries, each with the pieces of its sizes, inside a transaction; returns their ids.

    That they are the newest of their sizes is written where the stock is moved.
    """
    first = int(_NEWEST.scalar(connection) or 0) + 1
    numbers = list(range(first, first + len(rows)))
    untried = {"attempts": 0, "in_doubt": False, "who": "", **dict.fromkeys(_ABSENT)}
    _NEW.many(
        connection, ({**untried, **row, "id": number} for number, row in zip(numbers, rows, strict=True))
    )
    _NEW_SIZE.insert_tuples(
        connection,
        (
            (number, size_id, pieces)
            for number, carried in zip(numbers, quantities, strict=True)
            for size_id, pieces in carried.items()
        ),
    )
    return numbers


_ABSENT = ("price", "old_price", "reason", "batch_id")
"""What a new delivery need not have."""

_NEWEST = Prepared(select(func.max(deliveries.c.id)))
_NEW = Prepared(
    insert(deliveries),
    (
        *(
            "id",
            "created_at",
            "product_id",
            "action",
            "price",
            "old_price",
            "state",
            "attempts",
            "in_doubt",
        ),
        *("reason", "key", "who", "batch_id"),
    ),
)
_NEW_SIZE = Prepared(insert(delivery_sizes), ("delivery_id", "size_id", "quantity"))
_LAST = Prepared(update(sizes).where(sizes.c.id == given("of")).values(last_delivery_id=given("newest")))


def supersede_prices(
    connection: Connection, product_ids: Sequence[int], at: float
) -> dict[int, str | None]:
    """Newer prices replace those of the same products that were never tried.

    Returns the price before the first of them, by product; of products that had none there is nothing.
    """
    found = _UNTRIED_PRICES.all(connection, ids=as_list(product_ids))
    untried = [row for row in found if row.state in STEPS[Step.SUPERSEDE][0]]
    take(connection, [row.id for row in untried], Step.SUPERSEDE, finished_at=at)
    return {row.product_id: row.old_price for row in reversed(untried) if row.old_price}


_UNTRIED_PRICES = Prepared(
    select(*deliveries.c["id", "product_id", "old_price", "state"])
    .where(
        among(deliveries.c.product_id),
        deliveries.c.action == Action.PRICE,
        deliveries.c.attempts == 0,
        is_open(),  # their states would be looked up in the index of all that is queued
    )
    .order_by(deliveries.c.id)
)


def open_price(connection: Connection, product_id: int) -> str | None:
    """The newest price of a product that is still on its way; None where there is none."""
    return connection.execute(
        select(deliveries.c.price)
        .where(
            deliveries.c.product_id == product_id,
            deliveries.c.action == Action.PRICE,
            is_open(),
        )
        .order_by(deliveries.c.id.desc())
        .limit(1)
    ).scalar()


def rejected_prices(connection: Connection) -> dict[int, str | None]:
    """Products whose newest price was rejected, each with its price before; a newer one may be queued."""
    found = _OPEN_PRICES.all(connection)
    newest = {row.product_id: row for row in found}
    return {number: row.old_price for number, row in newest.items() if row.state == State.REJECTED}


_OPEN_PRICES = Prepared(
    select(*deliveries.c["product_id", "old_price", "state"])
    .where(deliveries.c.action == Action.PRICE, is_open())
    .order_by(deliveries.c.id)
)


def mark_sending(connection: Connection, group: Sequence[Sending]) -> list[int]:
    """Commit-before-first-byte: state, attempt and tracks of a group; returns the attempts' ids."""
    _take_each(connection, Step.BEGIN, _BEGIN, [{"of": s.id, "tried_at": s.at} for s in group])
    rows = [(sending.id, size) for sending in group for size in sending.sizes]
    if rows:
        _SENT_SIZE.many(
            connection,
            [
                {"of": delivery_id, "size": size.size_id, "was": size.before, "becomes": size.after}
                for delivery_id, size in rows
            ],
        )
        _TRACK.many(connection, [{"size": size.size_id, "new_track": size.track} for _, size in rows])
    return [_NEW_ATTEMPT.insert(connection, delivery_id=s.id, at=s.at, request=s.body) for s in group]


def finish(connection: Connection, group: Sequence[Finished]) -> None:
    """Write how attempts ended."""
    for step in {f.step for f in group}:
        rows = [
            {
                "of": f.id,
                "next": f.next_at,
                "why": f.reason,
                "doubt": f.in_doubt,
                "ended_at": f.at if STEPS[step][1] in FINAL else None,
            }
            for f in group
            if f.step is step
        ]
        _take_each(connection, step, _END[step], rows)
    ended = [
        {
            "of": f.attempt_id,
            "took": f.milliseconds,
            **_parts(f.times),
            "code": f.status,
            "ended": f.outcome,
            "said": f.answer,
            "sentence": f.words,
        }
        for f in group
    ]
    _ENDED_ATTEMPT.many(connection, ended)
    prices = [f.agreed_price for f in group if f.agreed_price]
    if prices:
        _PRICE.many(connection, [{"of": number, "accepted": price} for number, price in prices])


def _parts(times: Times | None) -> dict[str, float | None]:
    if times is None:
        return dict.fromkeys(("connected", "sent", "waited"))
    return {"connected": times.connecting, "sent": times.sending, "waited": times.waiting}


def take(connection: Connection, ids: Sequence[int], step: Step, **fields: Any) -> None:
    """One step of all these deliveries; `fields` are columns to set besides the state.

    Raises `ImpossibleStepError` where one of them is in a state in which that cannot happen.
    """
    if ids:
        _take_each(connection, step, _step(step, **fields), [{"of": number} for number in ids])


def _take_each(
    connection: Connection, step: Step, statement: Prepared, rows: Sequence[Mapping[str, Any]]
) -> None:
    if statement.many(connection, rows) != len(rows):
        raise ImpossibleStepError(step, [row["of"] for row in rows])


def _step(step: Step, **fields: Any) -> Prepared:
    """The statement that lets the delivery `of` take a step, where that is possible."""
    states, following = STEPS[step]
    return Prepared(
        update(deliveries)
        .where(deliveries.c.id == given("of"), deliveries.c.state.in_(sorted(states)))
        .values(state=following, **fields)
    )


_BEGIN = _step(
    Step.BEGIN,
    attempts=deliveries.c.attempts + 1,
    next_at=None,
    reason=None,
    # The earlier of both: a first attempt in the future was made before the clock was set back.
    first_tried_at=func.min(
        func.coalesce(deliveries.c.first_tried_at, given("tried_at")), given("tried_at")
    ),
)
_END = {
    step: _step(
        step,
        next_at=given("next"),
        reason=given("why"),
        in_doubt=given("doubt"),
        finished_at=given("ended_at"),
    )
    for step in (Step.ACCEPT, Step.REFUSE, Step.LOSE, Step.POSTPONE, Step.HOLD)
}
_SENT_SIZE = Prepared(
    update(delivery_sizes)
    .where(
        delivery_sizes.c.delivery_id == given("of"),
        delivery_sizes.c.size_id == given("size"),
    )
    .values(before=given("was"), after=given("becomes"))
)
_TRACK = Prepared(update(sizes).where(sizes.c.id == given("size")).values(track=given("new_track")))
_NEW_ATTEMPT = Prepared(insert(attempts), columns=("delivery_id", "at", "request"))
_ENDED_ATTEMPT = Prepared(
    update(attempts)
    .where(attempts.c.id == given("of"))
    .values(
        milliseconds=given("took"),
        connecting=given("connected"),
        sending=given("sent"),
        waiting=given("waited"),
        status=given("code"),
        outcome=given("ended"),
        answer=given("said"),
        words=given("sentence"),
    )
)
_PRICE = Prepared(
    update(products).where(products.c.id == given("of")).values(agreed_price=given("accepted"))
)


def stranded(connection: Connection) -> list[tuple[int, Action]]:
    """(id, action) of deliveries that were being sent when the program died."""
    rows = connection.execute(
        select(deliveries.c.id, deliveries.c.action).where(deliveries.c.state == State.SENDING)
    )
    return [(row.id, Action(row.action)) for row in rows]


def hold_all(connection: Connection, reason: str) -> None:
    """The connection is paused: what was queued or waiting is held; what is in flight ends first."""
    _take_all(connection, Step.HOLD, (State.QUEUED, State.WAITING), reason=reason)


def hold_batch(connection: Connection, batch_id: int, reason: str) -> None:
    """The same for one batch alone."""
    _take_all(connection, Step.HOLD, (State.QUEUED, State.WAITING), batch_id, reason=reason)


def release_all(connection: Connection) -> None:
    """The pause is over: what was held goes on now, or when it would have without the pause."""
    _release(connection)


def release_batch(connection: Connection, batch_id: int) -> None:
    """The same for one batch alone."""
    _release(connection, batch_id)


def _release(connection: Connection, batch_id: int | None = None) -> None:
    untried = (deliveries.c.attempts == 0) & deliveries.c.next_at.is_(None) & ~deliveries.c.in_doubt
    _take_all(connection, Step.REQUEUE, (State.HELD,), batch_id, where=untried, reason=None)
    _take_all(connection, Step.RELEASE, (State.HELD,), batch_id, reason=None)


def _take_all(
    connection: Connection,
    step: Step,
    states: Sequence[State],
    batch_id: int | None = None,
    *,
    where: ColumnElement[bool] | None = None,
    **fields: Any,
) -> None:
    statement = update(deliveries).where(deliveries.c.state.in_(states))
    if where is not None:
        statement = statement.where(where)
    if batch_id is not None:
        statement = statement.where(deliveries.c.batch_id == batch_id)
    connection.execute(statement.values(state=after(step, states[0]), **fields))
