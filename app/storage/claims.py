"""Which deliveries may be sent now, with all that their bodies are rendered from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, exists, func, select

from app.domain.action import Action
from app.domain.delivery import LONGEST_WAIT, State
from app.storage.prepared import Prepared, among, as_list, given
from app.storage.rows import AnyRow
from app.storage.tables import attempts, deliveries, delivery_sizes, is_open, products, sizes


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
    agreed_price: Decimal | None
    sizes: tuple[ClaimedSize, ...]  # all of the product's in a `price` action
    key: str
    attempts: int
    first_tried_at: float | None
    in_doubt: bool  # an earlier attempt may have been applied


def claim(connection: Connection, now: float, limit: int, quiet: Collection[int] = ()) -> list[Claimed]:
    """Deliveries that may be sent now, at most one for each product.

    Those of `quiet` wait on while they are in doubt.
    Queued ones, oldest first, come before those whose waiting time is over. Of these the one goes first
    that is due for longest, so that one that is put off again and again does not keep the others waiting.
    An open earlier delivery of the same product holds a later one back.
    """
    rows = _QUEUED.all(connection, most=limit)
    if len(rows) < limit:
        rows += _WAITING.all(connection, most=limit - len(rows), ids=as_list(quiet), **_times(now))
    if not rows:
        return []
    carried = _carried_sizes(connection, [row.id for row in rows if row.action != Action.PRICE])
    whole = _whole_products(connection, [row.product_id for row in rows if row.action == Action.PRICE])
    return [_claimed(row, carried.get(row.id) or whole.get(row.product_id, [])) for row in rows]


def _claimed(row: AnyRow, carried: Sequence[ClaimedSize]) -> Claimed:
    return Claimed(
        id=row.id,
        product_id=row.product_id,
        article=row.article,
        action=Action(row.action),
        price=_decimal(row.price or row.agreed_price or row.current_price),
        agreed_price=_decimal(row.agreed_price),
        sizes=tuple(carried),
        key=row.key,
        attempts=row.attempts,
        first_tried_at=row.first_tried_at,
        in_doubt=row.in_doubt,
    )


def _carried_sizes(connection: Connection, ids: Sequence[int]) -> dict[int, list[ClaimedSize]]:
    found: dict[int, list[ClaimedSize]] = {}
    if ids:
        for row in _CARRIED.all(connection, ids=as_list(ids)):
            found.setdefault(row.delivery_id, []).append(_claimed_size(row, row.quantity))
    return found


def _whole_products(connection: Connection, ids: Sequence[int]) -> dict[int, list[ClaimedSize]]:
    found: dict[int, list[ClaimedSize]] = {}
    if ids:
        for row in _WHOLE.all(connection, ids=as_list(ids)):
            found.setdefault(row.product_id, []).append(_claimed_size(row, 0))
    return found


def _claimed_size(row: AnyRow, quantity: int) -> ClaimedSize:
    return ClaimedSize(
        row.id, row.value, quantity, row.here, row.agreed, row.marketplace_size_id, row.track
    )


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def in_doubt(connection: Connection) -> list[int]:
    """What waits although an earlier attempt may have been applied."""
    return [row.id for row in _IN_DOUBT.all(connection)]


def has_due(connection: Connection, now: float) -> bool:
    """Whether anything is queued, or its waiting time is over."""
    return _DUE.scalar(connection, **_times(now)) is not None


def next_due(connection: Connection, now: float) -> float | None:
    """When the next waiting delivery may be tried again, in UTC seconds; those due already are left out."""
    due: float | None = _NEXT_DUE.scalar(connection, now=now)
    return due


def _times(now: float) -> dict[str, float]:
    return {"now": now, "latest": now + LONGEST_WAIT}


_IS_QUEUED = deliveries.c.state == State.QUEUED
_last_tried_at = (
    select(attempts.c.at)
    .where(attempts.c.delivery_id == deliveries.c.id)
    .order_by(attempts.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# Without a time it waits for nothing but its turn. Nothing waits longer than the longest wait, and nothing
# was tried later than now, unless the clock was set back since. What may have arrived waits all the same:
# the marketplace may still be working on it.
_IS_DUE = (deliveries.c.state == State.WAITING) & (
    deliveries.c.next_at.is_(None)
    | (deliveries.c.next_at <= given("now"))
    | (deliveries.c.next_at > given("latest"))
    | (~deliveries.c.in_doubt & (_last_tried_at > given("now")))
)
_earlier = deliveries.alias("earlier")
_IS_HELD_BACK = exists().where(
    _earlier.c.product_id == deliveries.c.product_id,
    _earlier.c.id < deliveries.c.id,
    is_open(_earlier),
)


def _claimable(condition: Any, *order: Any) -> Prepared:
    return Prepared(
        select(
            *deliveries.c[
                "id", "product_id", "action", "price", "key", "attempts", "first_tried_at", "in_doubt"
            ],
            products.c.article,
            products.c.agreed_price,
            products.c.price.label("current_price"),
        )
        .join(products, products.c.id == deliveries.c.product_id)
        .where(condition, ~_IS_HELD_BACK)
        .order_by(*order, deliveries.c.id)
        .limit(given("most"))
    )


_IS_QUIET = deliveries.c.in_doubt & among(deliveries.c.id)
_QUEUED, _WAITING = _claimable(_IS_QUEUED), _claimable(_IS_DUE & ~_IS_QUIET, deliveries.c.next_at)
_IN_DOUBT = Prepared(
    select(deliveries.c.id).where(deliveries.c.state == State.WAITING, deliveries.c.in_doubt)
)
_DUE = Prepared(select(deliveries.c.id).where(_IS_QUEUED | _IS_DUE).limit(1))
_NEXT_DUE = Prepared(
    select(func.min(deliveries.c.next_at)).where(
        deliveries.c.state == State.WAITING, deliveries.c.next_at > given("now")
    )
)
_SIZE = sizes.c["id", "product_id", "value", "here", "agreed", "marketplace_size_id", "track"]
_CARRIED = Prepared(
    select(delivery_sizes.c.delivery_id, delivery_sizes.c.quantity, *_SIZE)
    .join(sizes, sizes.c.id == delivery_sizes.c.size_id)
    .where(among(delivery_sizes.c.delivery_id))
    .order_by(delivery_sizes.c.delivery_id, sizes.c.position, sizes.c.id)
)
_WHOLE = Prepared(
    select(*_SIZE)
    .where(among(sizes.c.product_id), sizes.c.removed_at.is_(None))
    .order_by(sizes.c.product_id, sizes.c.position, sizes.c.id)
)
