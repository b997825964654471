"""The questions that the protocol document leaves open, one small setting each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CountMeaning(StrEnum):
    """What `count` says: the stock left after the action, or the quantity of this action."""

    LEFT = "left"
    MOVED = "moved"


class SoldCountMeaning(StrEnum):
    """What `soldCount` says: this movement, the total sold so far, or nothing (left out)."""

    MOVED = "moved"
    TOTAL = "total"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How this marketplace reads and writes the fields; defaults as the document's example."""

    count: CountMeaning = CountMeaning.LEFT
    sold_count: SoldCountMeaning = SoldCountMeaning.MOVED
    price_with_every_action: bool = True
    repeat_is_harmless: bool = False
    idempotency_key: bool = True

    @property
    def price_carries_sizes(self) -> bool:
        """A `price` action repeats all stocks where `count` is the stock left, and none otherwise."""
        return self.count is CountMeaning.LEFT
