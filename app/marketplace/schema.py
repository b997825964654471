"""Both JSON contracts of the protocol page: what is sent and what is received."""

from __future__ import annotations

import codecs
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.domain.action import Action
from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning


@dataclass(frozen=True, slots=True)
class OutgoingSize:
    """A size in an action: pieces moved, and the stock left after it."""

    value: str
    quantity: int
    left: int
    size_id: int | None = None


def render(
    action: Action,
    article: str,
    price: Decimal | None,
    sizes: Sequence[OutgoingSize],
    dialect: Dialect,
) -> bytes:
    """The body of one action, prices exact and whole ones without a point.

    `price` is the new price for `price`, the current one for the other actions.
    """
    body: dict[str, Any] = {"supplierProductId": article, "action": action.value}
    if price is not None and (action is Action.PRICE or dialect.price_with_every_action):
        body["newPrice"] = _PRICE_MARK
    carried = () if action is Action.PRICE and not dialect.price_carries_sizes else sizes
    body["sizes"] = [_size(action, size, dialect) for size in carried]
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    if price is not None:
        # A binary float cannot hold every decimal, and json has no other number with a point.
        text = text.replace(f'"newPrice":{_PRICE_MARK}', f'"newPrice":{_exact(price)}', 1)
    return text.encode()


_PRICE_MARK = 0


def _exact(price: Decimal) -> str:
    whole = price.to_integral_value()
    return str(int(whole)) if price == whole else format(price.normalize(), "f")


def _size(action: Action, size: OutgoingSize, dialect: Dialect) -> dict[str, Any]:
    count = size.left if dialect.count is CountMeaning.LEFT else size.quantity
    data: dict[str, Any] = {"value": size.value, "count": count}
    if action is Action.SOLD and dialect.sold_count is SoldCountMeaning.MOVED:
        data["soldCount"] = size.quantity
    if size.size_id is not None:
        data["sizeId"] = size.size_id
    return data


Whole = Annotated[int, Field(strict=True, ge=-(2**31), lt=2**31)]


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class IncomingSize(_Lenient):
    """A size in an event."""

    value: Annotated[str, Field(strict=True, min_length=1, max_length=200)]
    count: Annotated[Whole, Field(ge=0)]  # below zero is no stock of a marketplace
    sold_count: Annotated[Whole | None, Field(alias="soldCount")] = None
    size_id: Annotated[Whole | None, Field(alias="sizeId")] = None


class IncomingProduct(_Lenient):
    """A product in an event; `id` is the marketplace's number."""

    id: Whole
    sizes: tuple[IncomingSize, ...]


class IncomingEvent(_Lenient):
    """The body of a webhook."""

    products: tuple[IncomingProduct, ...]


class UnreadableError(ValueError):
    """The bytes are not an event of the protocol."""


def parse_event(body: bytes) -> IncomingEvent:
    """Read the body of a webhook; unknown fields are ignored. Raises `UnreadableError`.

    A byte order mark is ignored, as RFC 8259 8.1 allows.
    """
    try:
        return IncomingEvent.model_validate_json(body.removeprefix(codecs.BOM_UTF8))
    except ValidationError as error:
        raise UnreadableError(error.error_count()) from error
