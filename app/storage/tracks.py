"""What is known of the marketplace's stock of each size: its track, what is agreed, and why to look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, case, func, select, update

from app.domain.action import Action
from app.domain.delivery import FINAL
from app.storage.rows import AnyRow
from app.storage.tables import deliveries, delivery_sizes, sizes


@dataclass(frozen=True, slots=True)
class KnownSize:
    """What is known of a size; `track` and `flag` are JSON."""

    size_id: int
    agreed: int | None
    track: str
    flag: str | None = None


def of_products(connection: Connection, product_ids: Collection[int]) -> Sequence[AnyRow]:
    """(id, here, agreed, track) of every size, removed ones too, that has a track."""
    return connection.execute(_OF_PRODUCTS, {"ids": list(product_ids)}).all()


def of_sizes(connection: Connection, size_ids: Collection[int]) -> Sequence[str]:
    """The tracks of sizes."""
    found = select(sizes.c.track).where(sizes.c.id.in_(size_ids), sizes.c.track.is_not(None))
    return connection.execute(found).scalars().all()


def write(connection: Connection, known: Sequence[KnownSize]) -> None:
    """Write what is known."""
    if known:
        rows = [{"of": s.size_id, "known": s.agreed, "new_track": s.track, "why": s.flag} for s in known]
        connection.execute(_WRITE, rows)


def open_movements(connection: Connection, size_ids: Collection[int]) -> dict[int, int]:
    """{size id: signed pieces} of our movements that the marketplace has not accepted yet."""
    rows = connection.execute(_OPEN_MOVEMENTS, {"ids": list(size_ids)})
    return {size_id: int(pieces) for size_id, pieces in rows}


# Built once: building a statement costs more than running it.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_OF_PRODUCTS = select(*sizes.c["id", "here", "agreed", "track"]).where(
    sizes.c.product_id.in_(_IDS), sizes.c.track.is_not(None)
)
_WRITE = (
    update(sizes)
    .where(sizes.c.id == bindparam("of"))
    .values(agreed=bindparam("known"), track=bindparam("new_track"), flag=bindparam("why"))
)
_SIGNED = case(
    (deliveries.c.action == Action.SOLD, -delivery_sizes.c.quantity),
    else_=delivery_sizes.c.quantity,
)
_OPEN_MOVEMENTS = (
    select(delivery_sizes.c.size_id, func.sum(_SIGNED))
    .join(deliveries, deliveries.c.id == delivery_sizes.c.delivery_id)
    .where(delivery_sizes.c.size_id.in_(_IDS), deliveries.c.state.not_in(sorted(FINAL)))
    .group_by(delivery_sizes.c.size_id)
)
