"""The inbox: events as they came, and the lines that were read from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from app.storage import event_log
from app.storage.prepared import Prepared, given
from app.storage.rows import AnyRow
from app.storage.tables import event_lines, events, links, products, sizes

NEW, READ, UNREADABLE = "new", "read", "unreadable"


def keep(connection: Connection, received: Sequence[Mapping[str, Any]]) -> None:
    """Insert events as they came."""
    _KEEP.many(connection, received)


_KEEP = Prepared(insert(events), ("received_at", "sender", "headers", "body", "state"))


def new_events(connection: Connection, limit: int) -> Sequence[AnyRow]:
    """The oldest events that nobody has read, unreadable ones without a line included."""
    has_line = select(event_lines.c.id).where(event_lines.c.event_id == events.c.id).exists()
    return connection.execute(
        select(events)
        .where(or_(events.c.state == NEW, (events.c.state == UNREADABLE) & ~has_line))
        .order_by(events.c.id)
        .limit(limit)
    ).all()


def has_work(connection: Connection) -> bool:
    """Whether an event is not read, or a line waits for its product or size."""
    waiting = select(event_lines.c.id).where(
        event_lines.c.applied.is_(False), event_lines.c.marketplace_id.is_not(None)
    )
    return bool(new_events(connection, 1)) or connection.execute(waiting.limit(1)).first() is not None


def mark_read(connection: Connection, ids: Sequence[int]) -> None:
    """These were read; their lines are written, and the search finds them."""
    event_log.index(connection, ids)
    connection.execute(update(events).where(events.c.id.in_(ids), events.c.state == NEW).values(state=READ))


def insert_lines(connection: Connection, lines: Sequence[Mapping[str, Any]]) -> None:
    """Write new lines in order."""
    _NEW_LINE.many(connection, lines)


_NEW_LINE = Prepared(
    insert(event_lines),
    (
        *("event_id", "received_at", "kind", "marketplace_id", "value"),
        *("count", "sold_count", "marketplace_size_id", "note", "applied"),
    ),
)


def waiting_lines(connection: Connection, *, after: int = 0, limit: int | None = None) -> Sequence[AnyRow]:
    """The lines beyond `after` that are not applied although their number is linked now, oldest first."""
    return connection.execute(
        select(event_lines, links.c.product_id.label("linked_product_id"))
        .join(links, links.c.marketplace_id == event_lines.c.marketplace_id)
        .where(event_lines.c.applied.is_(False), event_lines.c.id > after)
        .order_by(event_lines.c.id)
        .limit(limit)
    ).all()


def unlinked_size_ids(connection: Connection) -> dict[int, list[int]]:
    """{marketplace id: the size numbers that its waiting lines name} of numbers without a link."""
    found: dict[int, list[int]] = {}
    rows = connection.execute(
        select(event_lines.c.marketplace_id, event_lines.c.marketplace_size_id)
        .outerjoin(links, links.c.marketplace_id == event_lines.c.marketplace_id)
        .where(
            event_lines.c.applied.is_(False),
            event_lines.c.marketplace_size_id.is_not(None),
            event_lines.c.marketplace_id.is_not(None),
            links.c.product_id.is_(None),
        )
        .distinct()
    )
    for marketplace_id, size_id in rows:
        found.setdefault(marketplace_id, []).append(size_id)
    return found


def hold_line(connection: Connection, line_id: int, product_id: int, note: str) -> None:
    """The line's product is known and its size is not: it waits, and says why."""
    _HOLD_LINE.many(connection, [{"of": line_id, "product": product_id, "sentence": note}])


def apply_line(connection: Connection, line_id: int, **applied: Any) -> None:
    """Write what a line did: its product, size, kind, movement, our stock before and after, and a note."""
    _APPLY_LINE.many(connection, [{"of": line_id} | applied])


_HOLD_LINE = Prepared(
    update(event_lines)
    .where(event_lines.c.id == given("of"))
    .values(product_id=given("product"), note=given("sentence"))
)
_APPLY_LINE = Prepared(
    update(event_lines)
    .where(event_lines.c.id == given("of"))
    .values(
        product_id=given("product"),
        size_id=given("size"),
        kind=given("what"),
        movement=given("pieces"),
        before=given("was"),
        after=given("became"),
        note=given("sentence"),
        applied=True,
    )
)


def product_of_size_id(connection: Connection, marketplace_size_ids: Sequence[int]) -> list[int]:
    """The products that have a size with one of the marketplace's size numbers."""
    return list(
        connection.execute(
            select(sizes.c.product_id)
            .join(products, products.c.id == sizes.c.product_id)
            .where(
                sizes.c.marketplace_size_id.in_(marketplace_size_ids),
                sizes.c.removed_at.is_(None),
                products.c.removed_at.is_(None),
            )
            .distinct()
        ).scalars()
    )


def kind_count(connection: Connection, kind: str) -> int:
    """How many lines are of this kind."""
    found = select(func.count()).select_from(event_lines).where(event_lines.c.kind == kind)
    return connection.execute(found).scalar_one()


def named_sizes(connection: Connection, marketplace_id: int) -> Sequence[AnyRow]:
    """The sizes that the lines of a number name, each as its newest line has it."""
    newest = (
        select(func.max(event_lines.c.id))
        .where(event_lines.c.marketplace_id == marketplace_id)
        .group_by(event_lines.c.value)
    )
    return connection.execute(
        select(event_lines).where(event_lines.c.id.in_(newest)).order_by(event_lines.c.id)
    ).all()


def lines_of_number(
    connection: Connection, marketplace_id: int, value: str | None = None
) -> Sequence[AnyRow]:
    """The lines of a number (of one spelling under it) whose product is known, oldest first."""
    found = select(event_lines).where(
        event_lines.c.marketplace_id == marketplace_id, event_lines.c.product_id.is_not(None)
    )
    if value is not None:
        found = found.where(event_lines.c.value == value)
    return connection.execute(found.order_by(event_lines.c.id)).all()


def lines_of_size(connection: Connection, product_id: int, size_id: int) -> Sequence[AnyRow]:
    """The lines that were applied to a size, oldest first."""
    return connection.execute(
        select(event_lines)
        .where(
            event_lines.c.product_id == product_id,
            event_lines.c.size_id == size_id,
            event_lines.c.applied,
        )
        .order_by(event_lines.c.id)
    ).all()


def wait_again(
    connection: Connection, line_ids: Sequence[int], kind: str, product_id: int | None, note: str
) -> None:
    """Lines wait as if they had not been applied; their product stays known where it is given."""
    rows = [{"of": line, "what": kind, "product": product_id, "sentence": note} for line in line_ids]
    _WAIT_AGAIN.many(connection, rows)


_WAIT_AGAIN = Prepared(
    update(event_lines)
    .where(event_lines.c.id == given("of"))
    .values(
        product_id=given("product"),
        size_id=None,
        kind=given("what"),
        movement=None,
        before=None,
        after=None,
        note=given("sentence"),
        applied=False,
    )
)


def last_received_at(connection: Connection) -> float | None:
    """When the newest event came; None where none ever did."""
    return connection.execute(select(events.c.received_at).order_by(events.c.id.desc()).limit(1)).scalar()


def body_of(connection: Connection, event_id: int) -> bytes:
    """An event's body as it came; empty where it was removed, or there is no such event."""
    return connection.scalar(select(events.c.body).where(events.c.id == event_id)) or b""


def applied_lines(connection: Connection, event_id: int) -> int:
    """How many lines of an event did something."""
    count = select(func.count()).select_from(event_lines)
    return connection.scalar(count.where(event_lines.c.event_id == event_id, event_lines.c.applied)) or 0


def forget_wordless(connection: Connection, event_id: int) -> None:
    """An event of which nothing was understood is read anew."""
    wordless = (event_lines.c.event_id == event_id, event_lines.c.marketplace_id.is_(None))
    if connection.execute(delete(event_lines).where(*wordless)).rowcount:
        connection.execute(update(events).where(events.c.id == event_id).values(state=NEW))
