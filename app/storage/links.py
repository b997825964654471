"""Links: which of our products a marketplace's number means, and which size a spelling of its."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    cast,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.dialects import sqlite

from app.storage.prepared import Prepared, given
from app.storage.rows import AnyRow
from app.storage.tables import ended_links, event_lines, links, products, size_links, sizes


def put(
    connection: Connection, marketplace_id: int, product_id: int, *, at: float, how: str, who: str = ""
) -> None:
    """The number means this product from now on. `how`: a `services.link_views.How`."""
    statement = sqlite.insert(links).values(
        marketplace_id=marketplace_id, product_id=product_id, learned_at=at, how=how, who=who
    )
    new = {name: statement.excluded[name] for name in ("product_id", "learned_at", "how", "who")}
    connection.execute(statement.on_conflict_do_update(index_elements=["marketplace_id"], set_=new))


def put_size(
    connection: Connection,
    marketplace_id: int,
    value: str,
    size_id: int,
    *,
    at: float,
    how: str,
    who: str = "",
) -> None:
    """What the marketplace calls `value` under this number is this size from now on."""
    statement = sqlite.insert(size_links).values(
        marketplace_id=marketplace_id, value=value, size_id=size_id, learned_at=at, how=how, who=who
    )
    new = {name: statement.excluded[name] for name in ("size_id", "learned_at", "how", "who")}
    connection.execute(
        statement.on_conflict_do_update(index_elements=["marketplace_id", "value"], set_=new)
    )


def record(connection: Connection, marketplace_id: int) -> AnyRow | None:
    """The link of a number."""
    return connection.execute(select(links).where(links.c.marketplace_id == marketplace_id)).first()


def size_records(connection: Connection, marketplace_id: int) -> Sequence[AnyRow]:
    """The links of sizes under a number."""
    return _SIZE_LINKS.all(connection, of=marketplace_id)


_SIZE_LINKS = Prepared(select(size_links).where(size_links.c.marketplace_id == given("of")))


def end(connection: Connection, marketplace_id: int, *, at: float, who: str) -> None:
    """The number means nothing any more, nor do its sizes; what they meant is kept aside."""
    _keep_aside(
        connection,
        select(
            *links.c["marketplace_id", "product_id", "learned_at", "how", "who"],
            *_ended(at, who),
        ).where(links.c.marketplace_id == marketplace_id),
    )
    connection.execute(delete(links).where(links.c.marketplace_id == marketplace_id))
    for value in [row.value for row in size_records(connection, marketplace_id)]:
        end_size(connection, marketplace_id, value, at=at, who=who)


def end_size(connection: Connection, marketplace_id: int, value: str, *, at: float, who: str) -> None:
    """The spelling means nothing any more; what it meant is kept aside."""
    this = (size_links.c.marketplace_id == marketplace_id) & (size_links.c.value == value)
    _keep_aside(
        connection,
        select(
            *size_links.c["marketplace_id", "value", "size_id", "learned_at", "how", "who"],
            *_ended(at, who),
        ).where(this),
    )
    connection.execute(delete(size_links).where(this))


def _ended(at: float, who: str) -> tuple[ColumnElement[Any], ...]:
    return literal(at).label("ended_at"), literal(who).label("ended_by")


def _keep_aside(connection: Connection, ended: Select[Any]) -> None:
    names = [column.name for column in ended.selected_columns]
    connection.execute(insert(ended_links).from_select(names, ended, include_defaults=False))


def ended(connection: Connection, marketplace_id: int) -> Sequence[AnyRow]:
    """What a number and its sizes do not mean, as a person said."""
    return connection.execute(
        select(ended_links).where(ended_links.c.marketplace_id == marketplace_id)
    ).all()


def listed(connection: Connection) -> Sequence[Row[Any]]:
    """All links with their product and the number of their events, the newest first."""
    rows = union_all(_product_rows(), _size_rows()).subquery()
    return connection.execute(
        select(rows).order_by(rows.c.learned_at.desc(), rows.c.marketplace_id, rows.c.value)
    ).all()


_ABOUT = (*products.c["article", "title"],)


def _product_rows() -> Select[Any]:
    count = (
        select(event_lines.c.marketplace_id, func.count().label("events"))
        .group_by(event_lines.c.marketplace_id)
        .subquery()
    )
    return (
        select(
            links.c.marketplace_id,
            cast(null(), String).label("value"),
            links.c.product_id,
            *_ABOUT,
            cast(null(), String).label("size"),
            *links.c["learned_at", "how", "who"],
            func.coalesce(count.c.events, 0).label("events"),
        )
        .join(products, products.c.id == links.c.product_id)
        .outerjoin(count, count.c.marketplace_id == links.c.marketplace_id)
    )


def _size_rows() -> Select[Any]:
    events = (
        select(func.count())
        .where(
            event_lines.c.marketplace_id == size_links.c.marketplace_id,
            event_lines.c.value == size_links.c.value,
        )
        .scalar_subquery()
    )
    return (
        select(
            *size_links.c["marketplace_id", "value"],
            sizes.c.product_id,
            *_ABOUT,
            sizes.c.value.label("size"),
            *size_links.c["learned_at", "how", "who"],
            events.label("events"),
        )
        .join(sizes, sizes.c.id == size_links.c.size_id)
        .join(products, products.c.id == sizes.c.product_id)
    )
