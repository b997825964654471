"""Deliveries as they are looked at: counts, windows of the list, their sizes and attempts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from app.domain.action import Action
from app.domain.delivery import PAUSES_CONNECTION, State
from app.storage.rows import AnyRow
from app.storage.tables import attempts, deliveries, delivery_sizes, is_open, products, sizes

ON_THE_WAY = (State.QUEUED, State.SENDING, State.WAITING, State.HELD)
NEEDS_PERSON = (State.REJECTED, State.UNKNOWN)


def counts(connection: Connection) -> tuple[int, int, int, int, int]:
    """(all, waiting for a person, on their way, delivered, without an answer)."""
    by_state = state_counts(connection)

    def of(states: Sequence[State]) -> int:
        return sum(by_state.get(state, 0) for state in states)

    waiting, delivered, unknown = of(NEEDS_PERSON), of((State.DELIVERED,)), of((State.UNKNOWN,))
    return sum(by_state.values()), waiting, of(ON_THE_WAY), delivered, unknown


def state_counts(connection: Connection) -> dict[State, int]:
    """How many deliveries are in each state."""
    rows = connection.execute(select(deliveries.c.state, func.count()).group_by(deliveries.c.state))
    return {State(row[0]): int(row[1]) for row in rows}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Deliveries in these states, of this batch, between these numbers; None: in any, of any or none."""

    states: Sequence[State] | None = None
    batch_id: int | None = None
    between: tuple[int, int] | None = None  # both included

    def conditions(self) -> list[ColumnElement[bool]]:
        """For a WHERE."""
        found: list[ColumnElement[bool]] = []
        if self.states is not None:
            found.append(deliveries.c.state.in_(self.states))
        if self.batch_id is not None:
            found.append(deliveries.c.batch_id == self.batch_id)
        if self.between is not None:
            found.append(deliveries.c.id.between(*self.between))
        return found


def count(connection: Connection, wanted: Wanted) -> int:
    """How many there are."""
    statement = select(func.count()).select_from(deliveries).where(*wanted.conditions())
    return connection.execute(statement).scalar_one()


def records(connection: Connection, wanted: Wanted, offset: int, limit: int) -> Sequence[AnyRow]:
    """Deliveries with their article, newest first."""
    return _records(connection, _newest(wanted).offset(offset).limit(limit))


def records_below(
    connection: Connection, wanted: Wanted, below: int | None, limit: int
) -> Sequence[AnyRow]:
    """The newest deliveries with a number under `below`."""
    newest = _newest(wanted)
    if below is not None:
        newest = newest.where(deliveries.c.id < below)
    return _records(connection, newest.limit(limit))


def _newest(wanted: Wanted) -> Any:
    return select(deliveries.c.id).where(*wanted.conditions()).order_by(deliveries.c.id.desc())


def _records(connection: Connection, ids: Any) -> Sequence[AnyRow]:
    return connection.execute(
        _with_article().where(deliveries.c.id.in_(ids)).order_by(deliveries.c.id.desc())
    ).all()


def place(connection: Connection, wanted: Wanted, delivery_id: int) -> int:
    """How many of the wanted deliveries are newer."""
    newer = [*wanted.conditions(), deliveries.c.id > delivery_id]
    return connection.execute(select(func.count()).select_from(deliveries).where(*newer)).scalar_one()


def number_at(connection: Connection, wanted: Wanted, place: int) -> int | None:
    """The number of the delivery in that place, newest first; None behind the last."""
    return connection.execute(_newest(wanted).offset(place).limit(1)).scalar()


def in_states(
    connection: Connection, states: Collection[State], ids: Collection[int] | Wanted
) -> Sequence[AnyRow]:
    """Those of these numbers, or of what is wanted, that are in one of the states, newest first."""
    chosen = select(deliveries).where(*_of_states(states, ids))
    return connection.execute(chosen.order_by(deliveries.c.id.desc())).all()


def count_in_states(
    connection: Connection, states: Collection[State], ids: Collection[int] | Wanted
) -> int:
    """How many of them `in_states` finds."""
    chosen = select(func.count()).select_from(deliveries).where(*_of_states(states, ids))
    return connection.execute(chosen).scalar_one()


def _of_states(states: Collection[State], ids: Collection[int] | Wanted) -> list[ColumnElement[bool]]:
    among = ids.conditions() if isinstance(ids, Wanted) else [deliveries.c.id.in_(ids)]
    return [deliveries.c.state.in_(sorted(states)), *among]


def held_back(connection: Connection, ids: Collection[int]) -> Sequence[AnyRow]:
    """(of, id, created_at, action, state): what a person decides about first, before `of` can go.

    Only the oldest open one of a product can be that: the others have not left.
    """
    earlier, oldest = deliveries.alias("earlier"), deliveries.alias("oldest")
    first = (
        select(earlier.c.id)
        .where(
            earlier.c.product_id == deliveries.c.product_id,
            earlier.c.id < deliveries.c.id,
            is_open(earlier),
        )
        .order_by(earlier.c.id)
        .limit(1)
        .correlate(deliveries)
        .scalar_subquery()
    )
    return connection.execute(
        select(deliveries.c.id.label("of"), *oldest.c["id", "created_at", "action", "state"])
        .select_from(deliveries)
        .join(oldest, oldest.c.id == first)
        .where(
            deliveries.c.id.in_(ids),
            deliveries.c.state.in_(ON_THE_WAY),
            oldest.c.state.in_(NEEDS_PERSON),
        )
    ).all()


def unknown(connection: Connection, product_ids: Collection[int] | None = None) -> Sequence[AnyRow]:
    """Deliveries without an answer (None: of every product), by article, oldest first."""
    found = _with_article().where(deliveries.c.state == State.UNKNOWN)
    if product_ids is not None:
        found = found.where(deliveries.c.product_id.in_(product_ids))
    return connection.execute(found.order_by(products.c.article, deliveries.c.id)).all()


def record(connection: Connection, delivery_id: int) -> AnyRow | None:
    """One delivery with its article and title."""
    return connection.execute(_with_article().where(deliveries.c.id == delivery_id)).first()


def last_of_product(connection: Connection, product_id: int) -> int | None:
    """The newest delivery of a product."""
    return connection.execute(
        select(func.max(deliveries.c.id)).where(deliveries.c.product_id == product_id)
    ).scalar()


def has_open(connection: Connection, product_id: int) -> bool:
    """Whether a delivery of the product has not ended."""
    found = select(deliveries.c.id).where(deliveries.c.product_id == product_id, is_open())
    return connection.execute(found.limit(1)).first() is not None


def last_taken(connection: Connection) -> float | None:
    """When (seconds) the newest delivery that the marketplace took was sent; None where it refused this
    address or this token since.
    """
    taken = select(attempts.c.id, attempts.c.at).where(attempts.c.status.between(200, 299))
    newest = connection.execute(taken.order_by(attempts.c.id.desc()).limit(1)).first()
    if newest is None:
        return None
    refused = select(attempts.c.id).where(
        attempts.c.id > newest.id, attempts.c.outcome.in_(sorted(PAUSES_CONNECTION))
    )
    return None if connection.execute(refused.limit(1)).first() else float(newest.at)


def last_answered(connection: Connection, since: float) -> float | None:
    """When (seconds) the newest delivery was sent that got any answer at all, if that was since then."""
    answered = select(attempts.c.at).where(attempts.c.status.is_not(None), attempts.c.at >= since)
    return connection.execute(answered.order_by(attempts.c.id.desc()).limit(1)).scalar()


def has_later(connection: Connection, product_id: int, delivery_id: int) -> bool:
    """Whether something else of the product was sent, or is to be, after this delivery."""
    found = select(deliveries.c.id).where(
        deliveries.c.product_id == product_id,
        deliveries.c.id > delivery_id,
        deliveries.c.state.not_in([State.CANCELLED, State.SUPERSEDED]),
    )
    return connection.execute(found.limit(1)).first() is not None


def products_told(connection: Connection, besides: int) -> int:
    """How many products' stock the marketplace was told, besides that one delivery."""
    told = select(func.count(deliveries.c.product_id.distinct())).where(
        deliveries.c.state == State.DELIVERED,
        deliveries.c.action != Action.PRICE,
        deliveries.c.id != besides,
    )
    return connection.execute(told).scalar_one()


def open_kinds(connection: Connection) -> Sequence[AnyRow]:
    """(state, action, in_doubt, number) of the deliveries that have not ended."""
    kind = deliveries.c["state", "action", "in_doubt"]
    return connection.execute(
        select(*kind, func.count().label("number")).where(is_open()).group_by(*kind)
    ).all()


def _with_article() -> Any:
    return select(deliveries, products.c.article, products.c.title).join(
        products, products.c.id == deliveries.c.product_id
    )


def lines(connection: Connection, ids: Sequence[int]) -> Sequence[AnyRow]:
    """The sizes of deliveries, in the order of the product's sizes."""
    return connection.execute(
        select(
            delivery_sizes.c.delivery_id,
            delivery_sizes.c.size_id,
            delivery_sizes.c.quantity,
            delivery_sizes.c.before,
            delivery_sizes.c.after,
            sizes.c.value,
            sizes.c.marketplace_size_id,
            sizes.c.agreed,
            sizes.c.track,
        )
        .join(deliveries, deliveries.c.id == delivery_sizes.c.delivery_id)
        .join(sizes, sizes.c.id == delivery_sizes.c.size_id)
        .where(and_(delivery_sizes.c.delivery_id.in_(ids)))
        .order_by(delivery_sizes.c.delivery_id, sizes.c.position, sizes.c.id)
    ).all()


def open_lines(connection: Connection, size_ids: Collection[int]) -> Sequence[AnyRow]:
    """(delivery_id, size_id, quantity, after, action, state) of open ones that move a stock, in order."""
    return connection.execute(
        select(*delivery_sizes.c["delivery_id", "size_id", "quantity", "after"])
        .add_columns(deliveries.c.action, deliveries.c.state)
        .join(deliveries, deliveries.c.id == delivery_sizes.c.delivery_id)
        .where(delivery_sizes.c.size_id.in_(size_ids), is_open(), deliveries.c.action != Action.PRICE)
        .order_by(delivery_sizes.c.delivery_id)
    ).all()


def attempt_records(connection: Connection, delivery_id: int) -> Sequence[AnyRow]:
    """The attempts of a delivery, oldest first."""
    return connection.execute(
        select(attempts).where(attempts.c.delivery_id == delivery_id).order_by(attempts.c.id)
    ).all()


def last_attempts(connection: Connection, ids: Collection[int]) -> Sequence[AnyRow]:
    """(delivery_id, at, status, connecting, sending, waiting) of the newest attempt of each delivery."""
    newest = select(func.max(attempts.c.id)).where(attempts.c.delivery_id.in_(ids))
    told = attempts.c["delivery_id", "at", "status", "connecting", "sending", "waiting"]
    return connection.execute(
        select(*told).where(attempts.c.id.in_(newest.group_by(attempts.c.delivery_id)))
    ).all()


def has_touched_since(connection: Connection, size_id: int, since: float) -> bool:
    """Whether a delivery of the size was tried or ended at that moment or later."""
    tried = select(attempts.c.id).where(attempts.c.delivery_id == deliveries.c.id, attempts.c.at >= since)
    found = (
        select(deliveries.c.id)
        .join(delivery_sizes, delivery_sizes.c.delivery_id == deliveries.c.id)
        .where(
            delivery_sizes.c.size_id == size_id,
            (deliveries.c.finished_at >= since) | tried.exists(),
        )
        .limit(1)
    )
    return connection.execute(found).first() is not None
