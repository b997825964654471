"""What a person may say about a delivery, and what follows for both stocks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.domain.errors import InvalidValueError
from app.services import deciding
from app.services.attempts import begin_attempts
from app.services.catalogue import product_rows
from app.services.editing import queue_action
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.services.undoing import draft_undo
from app.services.views import PendingChange
from app.storage import deliveries, ledger, outbox
from tests.services.support import JACKET, add_simple_product


def unknown_sale(shop: Shop) -> int:
    """Sold one XL and one L, and nobody knows whether the marketplace took it in."""
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    number = queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1, "L": 1}, None, "test")[0]
    with shop.database.write() as connection:
        begin_attempts(connection, load_dialect(shop), 1, shop.clock())
        outbox.take(connection, [number], Step.LOSE, in_doubt=True)
    return number


def stocks(shop: Shop) -> Sequence[tuple[int, int | None]]:
    return [(size.here, size.agreed) for size in product_rows(shop, [1])[0].sizes]


def state(shop: Shop, number: int) -> State:
    with shop.database.read() as connection:
        record = deliveries.record(connection, number)
    assert record is not None
    return State(record.state)


def noted(shop: Shop) -> list[tuple[str, str, int, str]]:
    """(cause, size, pieces, who) of the last two lines in the ledger, newest first."""
    with shop.database.read() as connection:
        rows = ledger.timeline(connection, 1, 2)
    return [(row.cause, row.size, row.quantity, row.who) for row in rows]


def test_it_arrived(shop: Shop) -> None:
    number = unknown_sale(shop)
    deciding.resolve_arrived(shop, number)
    assert state(shop, number) is State.DELIVERED
    assert stocks(shop) == [(2, 2), (3, 3), (2, 2)]
    assert noted(shop) == [("confirmed", "L", 0, shop.who), ("confirmed", "XL", 0, shop.who)]


def test_it_did_not_arrive(shop: Shop) -> None:
    number = unknown_sale(shop)
    deciding.resolve_not_arrived(shop, number)
    assert state(shop, number) is State.QUEUED
    assert stocks(shop) == [(2, 3), (3, 4), (2, 2)]
    assert noted(shop) == [("denied", "L", 0, shop.who), ("denied", "XL", 0, shop.who)]


def test_a_delivered_sale_is_undone_by_a_typed_return(shop: Shop) -> None:
    number = unknown_sale(shop)
    with pytest.raises(InvalidValueError):
        draft_undo(shop, number)
    deciding.resolve_arrived(shop, number)
    assert draft_undo(shop, number) == 2
    typed = [size.pending for size in product_rows(shop, [1])[0].sizes]
    assert typed == [PendingChange(Action.RETURN, 1), PendingChange(Action.RETURN, 1), None]
    with pytest.raises(InvalidValueError):  # it is typed already: twice would be wrong
        draft_undo(shop, number)


def test_a_delivered_price_is_undone_by_the_old_one(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    number = queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(76000), "test")[0]
    with shop.database.write() as connection:
        outbox.take(connection, [number], Step.BEGIN)
        outbox.take(connection, [number], Step.ACCEPT)
    assert draft_undo(shop, number) == 1
    assert product_rows(shop, [1])[0].new_price == Decimal(82000)
