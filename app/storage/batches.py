"""Batches: which deliveries were sent in one go, and how many of them stand where."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from app.domain.delivery import STEPS, State, Step
from app.storage.deliveries import NEEDS_PERSON, ON_THE_WAY
from app.storage.rows import AnyRow
from app.storage.tables import batches, deliveries, is_open

_NOT_BEGUN = STEPS[Step.CANCEL][0] - {State.REJECTED}


def add(connection: Connection, *, at: float, who: str, source: str, title: str, products: int) -> int:
    """Insert a batch; returns its id."""
    row = {"created_at": at, "who": who, "source": source, "title": title, "products": products}
    key = connection.execute(insert(batches).values(row)).inserted_primary_key
    if key is None:
        raise LookupError
    return int(key[0])


def record(connection: Connection, batch_id: int) -> AnyRow:
    """One batch."""
    return connection.execute(select(batches).where(batches.c.id == batch_id)).one()


def records(connection: Connection, limit: int) -> Sequence[AnyRow]:
    """Batches, newest first."""
    return connection.execute(select(batches).order_by(batches.c.id.desc()).limit(limit)).all()


def to_show(connection: Connection) -> Sequence[AnyRow]:
    """Those whose result was not dismissed, newest first."""
    return connection.execute(
        select(batches).where(batches.c.dismissed.is_(False)).order_by(batches.c.id.desc())
    ).all()


def paused(connection: Connection) -> Sequence[AnyRow]:
    """Those that a person paused."""
    return connection.execute(select(batches).where(batches.c.paused.is_(True))).all()


def set_paused(connection: Connection, batch_id: int, *, is_paused: bool) -> None:
    """Note whether a person paused it."""
    connection.execute(update(batches).where(batches.c.id == batch_id).values(paused=is_paused))


def dismiss(connection: Connection, ids: Sequence[int]) -> None:
    """Their results were read. What is decided about one of their deliveries later is not held."""
    connection.execute(update(batches).where(batches.c.id.in_(ids)).values(dismissed=True, paused=False))


def counts(connection: Connection, batch_id: int) -> dict[State, int]:
    """How many of its deliveries are in each state, counted in an index alone."""
    rows = connection.execute(
        select(deliveries.c.state, func.count())
        .where(deliveries.c.batch_id == batch_id)
        .group_by(deliveries.c.state)
    )
    return {State(row[0]): int(row[1]) for row in rows}


def ids(connection: Connection, batch_id: int, state: State) -> list[int]:
    """Its deliveries in a state, in their order."""
    found = select(deliveries.c.id).where(deliveries.c.batch_id == batch_id, deliveries.c.state == state)
    return list(connection.execute(found.order_by(deliveries.c.id)).scalars())


def held_back(connection: Connection, batch_id: int | None = None) -> int:
    """How many (None: of all) wait for a person's decision about an earlier delivery of their product."""
    earlier = deliveries.alias("earlier")
    among = [] if batch_id is None else [deliveries.c.batch_id == batch_id]
    return connection.execute(
        select(func.count(deliveries.c.id.distinct()))
        .select_from(earlier)
        .join(deliveries, deliveries.c.product_id == earlier.c.product_id)
        .where(
            is_open(earlier),
            earlier.c.state.in_(NEEDS_PERSON),
            deliveries.c.id > earlier.c.id,
            deliveries.c.state.in_(ON_THE_WAY),
            *among,
        )
    ).scalar_one()


def last_due(connection: Connection, batch_id: int) -> float | None:
    """When the last one of those that are tried again later is due, in UTC seconds."""
    return connection.execute(
        select(func.max(deliveries.c.next_at)).where(
            deliveries.c.batch_id == batch_id, deliveries.c.state == State.WAITING
        )
    ).scalar()


def not_begun(connection: Connection, batch_id: int, limit: int) -> Sequence[AnyRow]:
    """Its newest deliveries of which nothing can have arrived, and which are not being sent."""
    return connection.execute(
        select(deliveries).where(*_cancellable(batch_id)).order_by(deliveries.c.id.desc()).limit(limit)
    ).all()


def count_not_begun(connection: Connection, batch_id: int) -> int:
    """How many those are."""
    return connection.execute(
        select(func.count()).select_from(deliveries).where(*_cancellable(batch_id))
    ).scalar_one()


def _cancellable(batch_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        deliveries.c.batch_id == batch_id,
        deliveries.c.state.in_(sorted(_NOT_BEGUN)),
        deliveries.c.in_doubt.is_(False),
    )
