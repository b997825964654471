"""The guard before sending: what a person should look at twice, and from where on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Danger(StrEnum):
    """Why the review asks."""

    PRICE_JUMP = "price_jump"
    BELOW_ZERO = "below_zero"
    UNUSUAL_QUANTITY = "unusual_quantity"
    UNKNOWN_STOCK = "unknown_stock"
    MANY_PRODUCTS = "many_products"


TOLD_ONLY = frozenset({Danger.UNKNOWN_STOCK})
"""So it is with the first action of every size: a script is told about it, but not stopped."""


MOST_AT_FIRST = 1000
"""Pieces of a size of which nothing is usual yet: more is most likely a price, a date or a barcode."""


@dataclass(frozen=True, slots=True)
class GuardLimits:
    """From where on the review asks; a person may change each of them."""

    price_percent: int = 50  # a price that changes by more
    usual_times: int = 10  # a quantity that is more than so many times the usual one of its size
    products: int = 200  # more products at once


def is_price_jump(old: Decimal | None, new: Decimal, limits: GuardLimits) -> bool:
    """Whether the price changes by more than the limit, up or down."""
    return bool(old) and abs(new - (old or 0)) * 100 > (old or 0) * limits.price_percent


def is_unusual(quantity: int, usual: float | None, limits: GuardLimits) -> bool:
    """Whether so many pieces are far more than usual; `usual` is None where nothing is known."""
    return quantity > (MOST_AT_FIRST if usual is None else usual * limits.usual_times)
