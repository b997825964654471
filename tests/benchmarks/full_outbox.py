"""An outbox with many actions: one piece sold of each of so many products of one size."""

from __future__ import annotations

import uuid

from sqlalchemy import insert, select

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.movement import Cause
from app.services.shop import Shop
from app.storage.tables import deliveries, delivery_sizes, is_open, movements, products, sizes

STOCK = 5


def fill(shop: Shop, count: int) -> None:
    """Write products, stock and queued deliveries as people would have, in one transaction."""
    numbers = range(1, count + 1)
    now = shop.clock()
    opening = {
        "at": now,
        "cause": Cause.OPENING,
        "quantity": STOCK,
        "here_after": STOCK,
        "delivery_id": None,
    }
    sold = {"at": now, "cause": Action.SOLD, "quantity": -1, "here_after": STOCK - 1}
    queued = {"created_at": now, "action": Action.SOLD, "state": State.QUEUED, "who": "script"}
    rows = {
        products: [{"id": n, "article": article(n), "price": "100"} for n in numbers],
        sizes: [
            {"id": n, "product_id": n, "value": "M", "here": STOCK - 1, "last_delivery_id": n}
            for n in numbers
        ],
        deliveries: [queued | {"id": n, "product_id": n, "key": str(uuid.uuid4())} for n in numbers],
        delivery_sizes: [{"delivery_id": n, "size_id": n, "quantity": 1} for n in numbers],
        movements: [
            movement
            for n in numbers
            for movement in (opening | {"size_id": n}, sold | {"size_id": n, "delivery_id": n})
        ],
    }
    with shop.database.write() as connection:
        for table, written in rows.items():
            connection.execute(insert(table), written)


def article(number: int) -> str:
    """As the sandbox's catalogue has it, too."""
    return f"P{number}"


def is_empty(shop: Shop) -> bool:
    """Whether nothing is left to send. One look at an index: counting would slow down what is timed."""
    with shop.database.read() as connection:
        return connection.scalar(_ANY_OPEN) is None


_ANY_OPEN = select(deliveries.c.id).where(is_open()).limit(1)
