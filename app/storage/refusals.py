"""Counters of who was sent away by the listener: one row for an address and a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, tuple_
from sqlalchemy.dialects.sqlite import insert

from app.storage.rows import AnyRow
from app.storage.tables import refusals


def add(connection: Connection, counted: Sequence[Mapping[str, Any]], most: int) -> None:
    """Add to the counters; of more than `most` rows those that were quiet longest go."""
    new = insert(refusals)
    connection.execute(
        new.on_conflict_do_update(
            index_elements=["sender", "reason"],
            set_={
                "times": refusals.c.times + new.excluded.times,
                "last_at": func.max(refusals.c.last_at, new.excluded.last_at),
            },
        ),
        list(counted),
    )
    key = tuple_(refusals.c.sender, refusals.c.reason)
    oldest = _newest(refusals.c.sender, refusals.c.reason).limit(-1).offset(most)
    connection.execute(delete(refusals).where(key.in_(oldest)))


def newest(connection: Connection, limit: int) -> Sequence[AnyRow]:
    """The rows that were counted last, newest first."""
    return connection.execute(_newest(refusals).limit(limit)).all()


def last_times(connection: Connection, reasons: Sequence[str], since: float) -> Sequence[tuple[str, float]]:
    """Of these reasons those after `since`, each with its last time, newest first."""
    last = func.max(refusals.c.last_at)
    found = (
        select(refusals.c.reason, last)
        .where(refusals.c.reason.in_(reasons), refusals.c.last_at > since)
        .group_by(refusals.c.reason)
        .order_by(last.desc())
    )
    return [(reason, at) for reason, at in connection.execute(found)]


def total(connection: Connection) -> int:
    """How often somebody was sent away, of those who are kept."""
    return int(connection.scalar(select(func.coalesce(func.sum(refusals.c.times), 0))) or 0)


def forget(connection: Connection) -> None:
    """Begin anew."""
    connection.execute(delete(refusals))


def _newest(*columns: Any) -> Any:
    return select(*columns).order_by(refusals.c.last_at.desc(), refusals.c.sender, refusals.c.reason)
