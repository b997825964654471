"""Actions become deliveries, many at once: the stock moves, and the ledger says why."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.movement import Cause
from app.services.agreement import look_again
from app.services.pausing import load_pause
from app.services.shop import Shop
from app.storage import catalogue, ledger, outbox

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Origin:
    """Who queued a delivery, and in which batch."""

    who: str
    batch_id: int | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One delivery to be: `quantities` are pieces by size id, for a price there are none."""

    product_id: int
    action: Action
    quantities: Mapping[int, int] = field(default_factory=dict[int, int])
    price: Decimal | None = None


def queue_orders(shop: Shop, connection: Connection, orders: Sequence[Order], origin: Origin) -> list[int]:
    """Queue them in this order inside a transaction; returns the numbers of the deliveries.

    Of a product there is at most one price among them.
    """
    now = shop.clock()
    rows = _deliveries(connection, orders, now, origin)
    _replace_prices(connection, orders, rows, now)
    numbers = outbox.queue_many(connection, rows, [order.quantities for order in orders])
    moves = list(_moves(numbers, orders))
    after = ledger.move_many(connection, moves, at=now, who=origin.who)
    touched = zip(moves, after, strict=True)
    below_zero = [move[0] for move, here in touched if min(here, here - move[1]) < 0]
    if below_zero:
        look_again(connection, below_zero, now)
    return numbers


def _moves(numbers: Sequence[int], orders: Sequence[Order]) -> Iterator[tuple[int, int, Cause, int]]:
    """(size id, signed pieces, cause, delivery) of what moves our stock; a price moves none."""
    for number, order in zip(numbers, orders, strict=True):
        if order.action.moves_stock:
            sign, cause = order.action.sign, Cause(order.action.value)
            for size_id, pieces in order.quantities.items():
                yield size_id, sign * pieces, cause, number


def new_delivery(
    connection: Connection, product_id: int, action: Action, now: float, origin: Origin
) -> dict[str, Any]:
    """The row of a delivery that was never tried; during a pause it is held."""
    return _deliveries(connection, [Order(product_id, action)], now, origin)[0]


def _deliveries(
    connection: Connection, orders: Sequence[Order], now: float, origin: Origin
) -> list[dict[str, Any]]:
    paused = load_pause(connection)
    common = {
        "created_at": now,
        "state": (State.QUEUED if paused is None else State.HELD).value,
        "reason": None if paused is None else paused.dumps(),
        "who": origin.who,
        "batch_id": origin.batch_id,
        "price": None,
        "old_price": None,
    }
    return [
        {**common, "product_id": order.product_id, "action": order.action.value, "key": str(uuid.uuid4())}
        for order in orders
    ]


def _replace_prices(
    connection: Connection, orders: Sequence[Order], rows: Sequence[dict[str, Any]], now: float
) -> None:
    new = {order.product_id: str(order.price) for order in orders if order.price is not None}
    if not new:
        return
    replaced = outbox.supersede_prices(connection, list(new), now)
    old = catalogue.prices(connection, list(new)) | replaced
    catalogue.set_prices(connection, new)
    for order, row in zip(orders, rows, strict=True):
        if order.price is not None:
            row["price"], row["old_price"] = new[order.product_id], old[order.product_id]
