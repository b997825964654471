"""What the simulated marketplace knows: products, stock, prices, how often each action came and counted."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.sandbox.catalogue import CatalogueProduct

ACTIONS = {"receipts": 1, "sold": -1, "cancel": 1, "return": 1, "price": 0}
ARTICLE_LENGTH = 200


class RefusedError(Exception):
    """The request cannot be applied: status, error code and a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass(slots=True)
class Size:
    """A size on the marketplace."""

    value: str
    size_id: int
    stock: int
    sold_total: int = 0


@dataclass(slots=True)
class Product:
    """A product on the marketplace."""

    article: str
    title: str
    marketplace_id: int
    price: str
    sizes: dict[str, Size]


@dataclass(slots=True)
class Marketplace:
    """Everything it keeps; safe to use from several threads."""

    dialect: Dialect
    products: dict[str, Product] = field(default_factory=dict[str, Product])
    # Of each delivery, by its Idempotency-Key; by its body where it has none: how many of its requests
    # came, and how often it was applied.
    received: Counter[str] = field(default_factory=Counter[str])
    applied: Counter[str] = field(default_factory=Counter[str])
    webhooks: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    honours_keys: bool = False
    lock: threading.RLock = field(default_factory=threading.RLock)

    def load(self, catalogue: Iterable[CatalogueProduct]) -> None:
        """Begin with this catalogue."""
        for product in catalogue:
            sizes = {s.value: Size(s.value, s.size_id, s.stock) for s in product.sizes}
            self.products[product.article] = Product(
                product.article, product.title, product.marketplace_id, str(product.price), sizes
            )

    def receive(self, key: str) -> None:
        """A whole request of this delivery has come, whatever is made of it."""
        with self.lock:
            self.received[key] += 1

    def apply(self, body: Any, key: str) -> None:
        """Apply one action of the supplier. Raises `RefusedError` and changes nothing."""
        with self.lock:
            if self.honours_keys and self.applied[key]:
                return
            product, action, sizes = self._checked(body)
            for size, count in sizes:
                self._move(size, action, count)
            if "newPrice" in body:
                product.price = str(body["newPrice"])
            self.applied[key] += 1

    def _checked(self, body: Any) -> tuple[Product, str, list[tuple[Size, int]]]:
        if not isinstance(body, dict):
            raise RefusedError(400, "bad_shape", "Ожидался объект JSON")
        article, action = body.get("supplierProductId"), body.get("action")
        if not isinstance(article, str) or not 1 <= len(article) <= ARTICLE_LENGTH:
            raise RefusedError(422, "bad_product", "supplierProductId: строка от 1 до 200 знаков")
        if not isinstance(action, str) or action not in ACTIONS:
            raise RefusedError(422, "bad_action", "Неизвестное действие")
        if not _is_price(body.get("newPrice", 0 if action != "price" else None)):
            raise RefusedError(422, "bad_price", "newPrice: число не меньше нуля")
        product = self.products.get(article)
        if product is None:
            raise RefusedError(404, "product_not_found", f"Товара «{article}» нет")
        return product, action, [self._checked_size(product, s) for s in _list(body.get("sizes"))]

    def _checked_size(self, product: Product, data: Any) -> tuple[Size, int]:
        if not isinstance(data, dict) or type(data.get("count")) is not int:
            raise RefusedError(422, "bad_size", "sizes[].value и sizes[].count обязательны")
        if any(type(data.get(name, 0)) is not int for name in ("soldCount", "sizeId")):
            raise RefusedError(422, "bad_size", "soldCount и sizeId: целые числа или ничего")
        value = data.get("value")
        size = product.sizes.get(value) if isinstance(value, str) else None
        if size is None:
            raise RefusedError(422, "size_not_found", f"Размера «{value}» нет у этого товара")
        return size, int(data["count"])

    def _move(self, size: Size, action: str, count: int) -> None:
        if self.dialect.count is CountMeaning.LEFT:
            size.stock = count
        else:
            size.stock += ACTIONS[action] * count

    def move_online(self, article: str, value: str, pieces: int) -> dict[str, Any]:
        """A sale (positive pieces) or a return (negative) on the site; returns the webhook's body."""
        with self.lock:
            product = self.products[article]
            size = product.sizes[value]
            size.stock -= pieces
            size.sold_total += pieces
            data: dict[str, Any] = {"value": size.value, "count": size.stock}
            if self.dialect.sold_count is SoldCountMeaning.MOVED:
                data["soldCount"] = abs(pieces)
            elif self.dialect.sold_count is SoldCountMeaning.TOTAL:
                data["soldCount"] = size.sold_total
            data["sizeId"] = size.size_id
            return {"products": [{"id": product.marketplace_id, "sizes": [data]}]}

    def as_json(self) -> dict[str, Any]:
        """Everything, for tests and for who is curious."""
        with self.lock:
            return {
                "products": [
                    {
                        "supplierProductId": p.article,
                        "title": p.title,
                        "id": p.marketplace_id,
                        "price": p.price,
                        "sizes": [
                            {"value": s.value, "stock": s.stock, "soldTotal": s.sold_total}
                            for s in p.sizes.values()
                        ],
                    }
                    for p in self.products.values()
                ],
                "received": dict(self.received),
                "applied": {key: self.applied[key] for key in self.received | self.applied},
                "webhooks": list(self.webhooks),
            }


def _is_price(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and value >= 0


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise RefusedError(422, "bad_sizes", "sizes: ожидался список")
    return value
