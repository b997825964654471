"""A review before sending, as whoever shows it gets it: plain frozen rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.action import Action
from app.domain.guard import Danger
from app.domain.text import Text


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One size in a review."""

    size_id: int
    value: str
    quantity: int
    before: int | None  # None: nobody knows
    after: int
    corrects: bool = False  # the figures are the marketplace's; ours stays


@dataclass(frozen=True, slots=True)
class ReviewWarning:
    """Why a person should look at an item twice."""

    danger: Danger
    words: Text


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One delivery to be: a product, an action, and the exact JSON as it would be sent now."""

    product_id: int
    article: str
    title: str
    action: Action
    lines: tuple[ReviewLine, ...]
    old_price: Decimal | None
    new_price: Decimal | None
    body: str
    warnings: tuple[ReviewWarning, ...] = ()

    @property
    def corrects(self) -> bool:
        """Whether it corrects the marketplace's stock and leaves ours."""
        return any(line.corrects for line in self.lines)


@dataclass(frozen=True, slots=True)
class Review:
    """All pending changes as the deliveries they would become, in order."""

    items: tuple[ReviewItem, ...]
    is_many: bool = False  # more products at once than the guard lets pass without asking

    def tells_the_same(self, other: Review) -> bool:
        """Whether a person reads the same in both; the exact JSON may differ."""
        one, two = ([replace(item, body="") for item in review.items] for review in (self, other))
        return one == two and self.is_many == other.is_many
