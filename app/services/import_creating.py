"""Products and sizes that an import creates, each in the transaction of its first delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.action import Action
from app.services.catalogue import add_size, write_product
from app.services.import_matching import ONLY_SIZE
from app.services.import_views import Plan, PlannedDelivery, PlanRow
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.storage import catalogue

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Creator:
    """Completes deliveries by the ids of products and sizes, which are created where they are missing."""

    def __init__(self, shop: Shop, plan: Plan) -> None:
        self._shop = shop
        self._new = {new.article: new for new in plan.new_products}

    def completed(
        self, connection: Connection, part: Sequence[PlannedDelivery]
    ) -> tuple[list[PlannedDelivery], bool]:
        """The same deliveries, none of which lacks anything, and whether something was created."""
        found: list[PlannedDelivery] = []
        is_new = False
        for delivery in part:
            if all(row.size_id is not None or row.action is Action.PRICE for row in delivery.rows):
                found.append(delivery)
                continue
            is_new = True
            product_id = delivery.product_id or self._product(connection, delivery.article)
            rows = [self._complete(connection, product_id, row) for row in delivery.rows]
            found.append(replace(delivery, product_id=product_id, rows=tuple(rows)))
        return found, is_new

    def _complete(self, connection: Connection, product_id: int, row: PlanRow) -> PlanRow:
        if row.size_id is not None:
            return row
        size_id = self._size(connection, product_id, row.size)
        return row._replace(product_id=product_id, size_id=size_id)

    def _product(self, connection: Connection, article: str) -> int:
        known = catalogue.product_by_article(connection, article)
        if known is not None and known.removed_at is None:
            return int(known.id)
        new = self._new[article]
        sizes = tuple(SizeDraft(size) for size in new.sizes or (ONLY_SIZE,))
        draft = ProductDraft(article, new.title, price=new.price, sizes=sizes, already_there=False)
        return write_product(self._shop, connection, draft)

    def _size(self, connection: Connection, product_id: int, value: str) -> int:
        known = catalogue.size_by_value(connection, product_id, value)
        if known is not None and known.removed_at is None:
            return int(known.id)
        return add_size(connection, product_id, value)
