"""The review asks about what is probably a slip of the finger."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.action import Action
from app.domain.guard import Danger, GuardLimits
from app.services.editing import queue_action, set_new_prices, set_pending
from app.services.reviewing import review, save_guard
from app.services.shop import Shop
from app.services.views import PendingChange
from tests.services.support import JACKET, add_simple_product


@pytest.fixture
def jacket(shop: Shop) -> int:
    return add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))


def dangers(shop: Shop) -> list[Danger]:
    return [warning.danger for item in review(shop).items for warning in item.warnings]


@pytest.mark.parametrize(
    ("price", "expected"),
    [("8200", [Danger.PRICE_JUMP]), ("41000", []), ("123000", []), ("123001", [Danger.PRICE_JUMP])],
)
def test_a_price_that_changes_by_more_than_half(
    shop: Shop, jacket: int, price: str, expected: list[Danger]
) -> None:
    set_new_prices(shop, {jacket: Decimal(price)})
    assert dangers(shop) == expected


def test_the_first_price_is_no_jump(shop: Shop) -> None:
    number = add_simple_product(shop, "NEW", {"M": 1})
    set_new_prices(shop, {number: Decimal(5)})
    assert dangers(shop) == []


def test_a_stock_below_zero(shop: Shop, jacket: int) -> None:
    set_pending(shop, {1: PendingChange(Action.SOLD, 4)})
    assert dangers(shop) == [Danger.BELOW_ZERO]


def test_far_more_pieces_than_usual(shop: Shop, jacket: int) -> None:
    for _ in range(3):
        queue_action(shop, "SS21CA2N", Action.RECEIPTS, {"XL": 2}, None, "test")
    set_pending(shop, {1: PendingChange(Action.RECEIPTS, 20)})
    assert dangers(shop) == []
    set_pending(shop, {1: PendingChange(Action.RECEIPTS, 21)})
    assert dangers(shop) == [Danger.UNUSUAL_QUANTITY]


def test_many_products_at_once(shop: Shop, jacket: int) -> None:
    other = add_simple_product(shop, "B", {"M": 1}, price=Decimal(10))
    set_new_prices(shop, {jacket: Decimal(80000), other: Decimal(11)})
    assert not review(shop).is_many
    save_guard(shop, GuardLimits(products=1))
    assert review(shop).is_many
