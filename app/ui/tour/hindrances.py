"""What stops a person before sending, and what stops the sending: the guard, a token refused or missing."""

from __future__ import annotations

from decimal import Decimal

from app.domain.action import Action
from app.domain.delivery import State
from app.services.catalogue import product_index, product_rows
from app.services.connection import forget_token, save_token
from app.services.editing import queue_action, set_new_prices, set_pending
from app.services.outbox import delivery_counts
from app.services.pausing import resume, why_paused
from app.services.views import PendingChange, ProductFilter
from app.ui.main_window import DELIVERIES, PRODUCTS
from app.ui.tour.job import TourMarketplace, open_dialog, open_review
from app.ui.tour.stage import LOOKS, Stage, Steps, TourError, settled

SEEN = 3
SOLD_BY_ONES = "SS23SH05"
"""A product of the demo's history."""


def hindrance_pictures(stage: Stage, marketplace: TourMarketplace) -> Steps:
    """What is unusual is asked about; then the token is refused, and then there is none."""
    yield from _guard(stage)
    yield from _refused_token(stage, marketplace)
    yield from _no_token(stage, marketplace)


def _guard(stage: Stage) -> Steps:
    """Prices that fall to a tenth, and forty pieces of a size that is sold by ones."""
    shop = stage.window.shop
    (shirt,) = product_rows(shop, list(product_index(shop, ProductFilter(SOLD_BY_ONES)).ids))
    (size,) = (size.id for size in shirt.sizes if size.value == "46")
    products = product_rows(shop, list(product_index(shop, ProductFilter()).ids[:SEEN]))
    yield from stage.show(PRODUCTS)
    set_new_prices(shop, {p.id: (p.price or Decimal(1000)) / 10 for p in products})
    set_pending(shop, {size: PendingChange(Action.RECEIPTS, 40)})
    for look in LOOKS:
        stage.choose_look(*look)
        yield from open_review(stage)
        dialog = open_dialog(stage)
        yield from stage.save_dialog("review-guard", dialog)
        yield from stage.close_dialog(dialog)
    set_new_prices(shop, dict.fromkeys(p.id for p in products))
    set_pending(shop, {size: None})


def _refused_token(stage: Stage, marketplace: TourMarketplace) -> Steps:
    shop = stage.window.shop
    (product,) = product_rows(shop, list(product_index(shop, ProductFilter()).ids[:1]))
    yield from stage.show(DELIVERIES)
    marketplace.set_faults(["401"])
    queue_action(shop, product.article, Action.RECEIPTS, {product.sizes[0].value: 1}, None, shop.who)
    yield lambda: bool(stage.view.hindrance)
    for look in LOOKS:
        stage.choose_look(*look)
        yield settled()
        stage.save("deliveries-token-refused")
    marketplace.set_faults([])
    resume(shop)
    yield lambda: why_paused(shop) is None and not stage.view.hindrance


def _no_token(stage: Stage, marketplace: TourMarketplace) -> Steps:
    """A delivery waits for it, and the line above the log leads to where it is entered."""
    shop, engine, deliveries = stage.window.shop, stage.window.engine, stage.view.deliveries
    if engine is None:
        message = "there is no engine"
        raise TourError(message)
    forget_token(shop)
    engine.reload_connection()
    yield lambda: bool(deliveries.standstill.words)
    (product,) = product_rows(shop, list(product_index(shop, ProductFilter()).ids[:1]))
    queue_action(
        shop, product.article, Action.RECEIPTS, {s.value: 1 for s in product.sizes}, None, shop.who
    )
    yield lambda: (row := deliveries.model.row_at(0)) is not None and row.state is State.QUEUED
    deliveries.table.selectRow(0)
    for look in LOOKS:
        stage.choose_look(*look)
        yield settled()
        stage.save("deliveries-no-token")
    save_token(shop, marketplace.token, session_only=True)
    engine.reload_connection()
    yield lambda: not deliveries.standstill.words and not delivery_counts(shop).queued
