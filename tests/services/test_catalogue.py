"""Products come, go and come back, and never spoil the marketplace's stock in passing."""

from __future__ import annotations

import json
from decimal import Decimal

from app.domain.action import Action
from app.domain.guard import Danger
from app.services.attempts import begin_attempts
from app.services.catalogue import add_product, product_rows, remove_product
from app.services.editing import queue_action, set_new_prices, set_pending
from app.services.reviewing import review
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.services.views import PendingChange, ProductDraft, SizeDraft


def stocks(shop: Shop, number: int) -> list[tuple[str, int, int | None]]:
    return [(size.value, size.here, size.agreed) for size in product_rows(shop, [number])[0].sizes]


def test_a_stock_that_was_not_typed_is_not_known_and_zero_is_zero(shop: Shop) -> None:
    sizes = (SizeDraft("S"), SizeDraft("M", opening=0), SizeDraft("L", opening=3))
    number = add_product(shop, ProductDraft("A", sizes=sizes))
    assert stocks(shop, number) == [("S", 0, None), ("M", 0, 0), ("L", 3, 3)]


def test_a_price_does_not_tell_a_stock_that_nobody_knows(shop: Shop) -> None:
    sizes = (SizeDraft("S"), SizeDraft("L", opening=3))
    number = add_product(shop, ProductDraft("A", price=Decimal(100), sizes=sizes))
    set_new_prices(shop, {number: Decimal(110)})
    assert json.loads(review(shop).items[0].body)["sizes"] == [{"value": "L", "count": 3}]
    queue_action(shop, "A", Action.PRICE, {}, Decimal(110), "test")
    with shop.database.write() as connection:
        flight = begin_attempts(connection, load_dialect(shop), 1, shop.clock()).started[0]
    assert json.loads(flight.body)["sizes"] == [{"value": "L", "count": 3}]


def test_the_review_asks_before_it_sets_a_stock_that_nobody_knows(shop: Shop) -> None:
    number = add_product(shop, ProductDraft("A", sizes=(SizeDraft("S"), SizeDraft("L", opening=3))))
    small, large = (size.id for size in product_rows(shop, [number])[0].sizes)
    set_pending(shop, {large: PendingChange(Action.RECEIPTS, 5)})
    assert [w.danger for w in review(shop).items[0].warnings] == []
    set_pending(shop, {small: PendingChange(Action.RECEIPTS, 5)})
    assert [w.danger for w in review(shop).items[0].warnings] == [Danger.UNKNOWN_STOCK]


def test_a_product_that_comes_back_has_the_stock_that_was_typed(shop: Shop) -> None:
    number = add_product(shop, ProductDraft("A", sizes=(SizeDraft("S", opening=4),)))
    remove_product(shop, number)
    again = add_product(shop, ProductDraft("A", sizes=(SizeDraft("S", opening=7),)))
    assert again == number
    assert stocks(shop, number) == [("S", 7, 7)]
