"""What the guard says of an action that a script wants queued, by the rules of the review in the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from app.domain.action import Action
from app.services.catalogue import product_rows
from app.services.editing import named
from app.services.review_views import Review
from app.services.reviewing import review_of
from app.services.shop import Shop
from app.services.views import PendingChange


def review_action(
    shop: Shop, article: str, action: Action, quantities: Mapping[str, int], price: Decimal | None
) -> Review:
    """The deliveries that it would become; what is typed in the window stays out of it.

    `quantities` are pieces for each size's value. Raises `InvalidValueError` for what is not there.
    """
    with shop.database.read() as connection:
        product_id, pieces = named(connection, article, quantities)
    (product,) = product_rows(shop, [product_id])
    moved = {size_id: PendingChange(action, quantity) for size_id, quantity in pieces.items()}
    sizes = tuple(replace(size, pending=moved.get(size.id)) for size in product.sizes)
    return review_of(shop, [replace(product, new_price=price, sizes=sizes)])
