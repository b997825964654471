"""Old events on their way out: which may go, and their removal. The ledger is never touched."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, delete, or_, select, text, update

from app.storage.inbox import NEW
from app.storage.tables import event_lines, events, sizes

# The body is gone: the search finds the event by what its lines still say.
_INDEX = text(
    """
    INSERT OR REPLACE INTO event_search (rowid, words)
    SELECT event_id, group_concat(marketplace_id || char(10) || value, char(10))
    FROM event_lines WHERE event_id IN :ids GROUP BY event_id
    """
).bindparams(bindparam("ids", expanding=True))
_FORGET = text("DELETE FROM event_search WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True))


def newest_before(connection: Connection, before: float) -> int:
    """The number of the newest event from before a moment, 0 where there is none."""
    return (
        connection.scalar(
            select(event_lines.c.event_id)
            .where(event_lines.c.received_at < before)
            .order_by(event_lines.c.received_at.desc())
            .limit(1)
        )
        or 0
    )


def old_events(connection: Connection, after: int, last: int, limit: int) -> Sequence[int]:
    """The next events up to `last` that nothing waits for."""
    found = select(events.c.id).where(events.c.id > after, events.c.id <= last, _nothing_waits())
    return connection.execute(found.order_by(events.c.id).limit(limit)).scalars().all()


def old_bodies(connection: Connection, after: int, last: int, limit: int) -> Sequence[int]:
    """The same of those whose body is there; of one that was not understood, it is all that there is."""
    was_understood = (
        select(event_lines.c.id)
        .where(event_lines.c.event_id == events.c.id, event_lines.c.marketplace_id.is_not(None))
        .exists()
    )
    found = select(events.c.id).where(
        events.c.id > after,
        events.c.id <= last,
        events.c.body_removed_at.is_(None),
        was_understood,
        _nothing_waits(),
    )
    return connection.execute(found.order_by(events.c.id).limit(limit)).scalars().all()


def remove_events(connection: Connection, ids: Sequence[int]) -> int:
    """Remove those of these that still nothing waits for, with their lines; returns how many."""
    going = list(
        connection.execute(select(events.c.id).where(events.c.id.in_(ids), _nothing_waits())).scalars()
    )
    connection.execute(delete(event_lines).where(event_lines.c.event_id.in_(going)))
    connection.execute(delete(events).where(events.c.id.in_(going)))
    connection.execute(_FORGET, {"ids": going})
    return len(going)


def remove_bodies(connection: Connection, ids: Sequence[int], at: float) -> int:
    """The same, but only the bodies go."""
    going = list(
        connection.execute(select(events.c.id).where(events.c.id.in_(ids), _nothing_waits())).scalars()
    )
    connection.execute(update(events).where(events.c.id.in_(going)).values(body=b"", body_removed_at=at))
    connection.execute(_INDEX, {"ids": going})
    return len(going)


def _nothing_waits() -> ColumnElement[bool]:
    """Whether an event is read, each line has its size, and no person has yet to look at one of them."""
    flagged = select(sizes.c.id).where(sizes.c.id == event_lines.c.size_id, sizes.c.flag.is_not(None))
    waiting = (
        select(event_lines.c.id)
        .where(
            event_lines.c.event_id == events.c.id,
            or_(
                event_lines.c.applied.is_(False) & event_lines.c.marketplace_id.is_not(None),
                flagged.exists(),
            ),
        )
        .exists()
    )
    return (events.c.state != NEW) & ~waiting
