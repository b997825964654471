"""The five actions that the marketplace understands, and how each one moves the stock."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What happened to a product; the values are the words of the protocol."""

    RECEIPTS = "receipts"
    SOLD = "sold"
    CANCEL = "cancel"
    RETURN = "return"
    PRICE = "price"

    @property
    def sign(self) -> int:
        """How a quantity of this action moves the stock: +1, -1, or 0 for a price."""
        if self is Action.SOLD:
            return -1
        return 0 if self is Action.PRICE else 1

    @property
    def moves_stock(self) -> bool:
        """Whether the action changes the stock at all."""
        return self is not Action.PRICE
