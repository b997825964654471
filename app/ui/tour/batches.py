"""A batch on its way and its result, in every look."""

from __future__ import annotations

from app.domain.action import Action
from app.services.batch_views import BatchResult
from app.services.catalogue import product_index, product_rows
from app.services.editing import queue_review, set_pending
from app.services.reviewing import review
from app.services.views import PendingChange, ProductFilter
from app.ui.main_window import DELIVERIES
from app.ui.tour.job import TourMarketplace
from app.ui.tour.stage import LOOKS, Stage, Steps, click, settled


def batch_pictures(stage: Stage, marketplace: TourMarketplace) -> Steps:
    """Something arrives of every product; the marketplace refuses some and leaves one unanswered."""
    shop, strip = stage.window.shop, stage.view.deliveries.batch
    yield from stage.show(DELIVERIES)
    marketplace.set_faults(["422:2"])
    products = product_rows(shop, list(product_index(shop, ProductFilter()).ids))
    arrived = PendingChange(Action.RECEIPTS, 5)
    set_pending(shop, {product.sizes[-1].id: arrived for product in products})
    queue_review(shop, review(shop))
    yield strip.links[BatchResult.REJECTED].isVisible
    marketplace.set_faults(["cut-after:1"])
    yield lambda: " · " in strip.words  # the time left is measured
    for look in LOOKS:
        stage.choose_look(*look)
        yield settled()
        stage.save("deliveries-batch")
    click(strip.cancel)
    yield stage.asks
    box = stage.open_box()
    yield from stage.save_dialog("batch-do-not-send", box)
    yield from stage.close_dialog(box)
    yield strip.bar.isHidden
    for look in LOOKS:
        stage.choose_look(*look)
        yield settled()
        stage.save("deliveries-batch-result")
