"""What is known of the marketplace's stock of each size: its track, what is agreed, and why to look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select, update

from app.domain.action import Action
from app.storage.prepared import Prepared, among, as_list, given
from app.storage.rows import AnyRow
from app.storage.tables import deliveries, delivery_sizes, is_open, sizes


@dataclass(frozen=True, slots=True)
class KnownSize:
    """What is known of a size; `track` and `flag` are JSON."""

    size_id: int
    agreed: int | None
    track: str
    flag: str | None = None


def of_products(connection: Connection, product_ids: Collection[int]) -> Sequence[AnyRow]:
    """(id, here, agreed, track) of every size, removed ones too, that has a track."""
    return _OF_PRODUCTS.all(connection, ids=as_list(product_ids))


def known_sizes(connection: Connection, size_ids: Collection[int]) -> Sequence[AnyRow]:
    """(id, product_id, here, agreed, track, flag) of sizes."""
    return _KNOWN.all(connection, ids=as_list(size_ids))


def write_flag(connection: Connection, size_id: int, flag: str | None) -> None:
    """Why a person should look at a size, as JSON, or None."""
    connection.execute(update(sizes).where(sizes.c.id == size_id).values(flag=flag))


def of_sizes(connection: Connection, size_ids: Collection[int]) -> Sequence[str]:
    """The tracks of sizes."""
    return [row.track for row in _OF_SIZES.all(connection, ids=as_list(size_ids))]


def write(connection: Connection, known: Sequence[KnownSize]) -> None:
    """Write what is known."""
    if known:
        rows = [{"of": s.size_id, "known": s.agreed, "new_track": s.track, "why": s.flag} for s in known]
        _WRITE.many(connection, rows)


def open_movements(connection: Connection, size_ids: Collection[int]) -> dict[int, int]:
    """{size id: signed pieces} of our movements that the marketplace has not accepted yet."""
    return {row.size_id: row.pieces for row in _OPEN_MOVEMENTS.all(connection, ids=as_list(size_ids))}


_OF_PRODUCTS = Prepared(
    select(*sizes.c["id", "here", "agreed", "track"]).where(
        among(sizes.c.product_id), sizes.c.track.is_not(None)
    )
)
_KNOWN = Prepared(
    select(*sizes.c["id", "product_id", "here", "agreed", "track", "flag"]).where(among(sizes.c.id))
)
_OF_SIZES = Prepared(select(sizes.c.track).where(among(sizes.c.id), sizes.c.track.is_not(None)))
_WRITE = Prepared(
    update(sizes)
    .where(sizes.c.id == given("of"))
    .values(agreed=given("known"), track=given("new_track"), flag=given("why"))
)
_SIGNED = case(
    (deliveries.c.action == Action.SOLD, -delivery_sizes.c.quantity),
    else_=delivery_sizes.c.quantity,
)
_OPEN_MOVEMENTS = Prepared(
    select(delivery_sizes.c.size_id, func.sum(_SIGNED).label("pieces"))
    .join(deliveries, deliveries.c.id == delivery_sizes.c.delivery_id)
    .where(among(delivery_sizes.c.size_id), is_open())
    .group_by(delivery_sizes.c.size_id)
)
