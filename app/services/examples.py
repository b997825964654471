"""What the answers to the open questions make of the JSON, by the document's jacket."""

from __future__ import annotations

import json
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.action import Action
from app.domain.dialect import Dialect, SoldCountMeaning
from app.marketplace.schema import OutgoingSize, render

ARTICLE, PRICE = "SS21CA2N", Decimal(76000)
KEY_HEADER = "Idempotency-Key: 6f1c0a52-9d3e-4b7a-8c15-2e40d7b3a6f1"


class Example(StrEnum):
    """What happens in an example."""

    SOLD = "sold"  # of three XL one is sold
    RECEIPTS = "receipts"  # two XL arrive besides three
    PRICE = "price"  # a new price, three XL and four L in stock
    EVENT = "event"  # the marketplace tells of one XL sold online, of three, the sixth in all


def example(kind: Example, dialect: Dialect) -> tuple[str, str]:
    """(header lines, body) of an example as this dialect writes or reads it."""
    if kind is Example.EVENT:
        return "", _event(dialect.sold_count)
    xl, large = OutgoingSize("XL", 0, 3, 5), OutgoingSize("L", 0, 4, 6)
    action, sizes = {
        Example.SOLD: (Action.SOLD, [OutgoingSize("XL", 1, 2, 5)]),
        Example.RECEIPTS: (Action.RECEIPTS, [OutgoingSize("XL", 2, 5, 5)]),
        Example.PRICE: (Action.PRICE, [xl, large]),
    }[kind]
    head = KEY_HEADER if dialect.idempotency_key else ""
    return head, render(action, ARTICLE, PRICE, sizes, dialect).decode()


def _event(meaning: SoldCountMeaning) -> str:
    size: dict[str, Any] = {"value": "XL", "count": 2}
    if meaning is not SoldCountMeaning.OMITTED:
        size["soldCount"] = 1 if meaning is SoldCountMeaning.MOVED else 6
    size["sizeId"] = 5
    return json.dumps({"products": [{"id": 17, "sizes": [size]}]})
