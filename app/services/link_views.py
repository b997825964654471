"""What is shown of links: who made them and how, what the change of one would do, what may be meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.services.views import ProductRow, SizeRow


class How(StrEnum):
    """How a link was learned."""

    PERSON = "person"
    SIZE_ID = "size_id"  # the marketplace's number of a size belongs to one product
    CATALOGUE = "catalogue"  # it stands in the form of the product
    SPELLING = "spelling"  # just one size has the same normal form


@dataclass(frozen=True, slots=True)
class LinkKey:
    """The marketplace's number of a product, or one spelling of a size under it."""

    marketplace_id: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link. `size`: ours, where the link is of a size. `events`: lines of the log, waiting ones too."""

    key: LinkKey
    product_id: int
    article: str
    title: str
    size: str | None
    how: How
    who: str
    learned_at: datetime
    events: int


@dataclass(frozen=True, slots=True)
class SizeEffect:
    """Our stock of a size, pieces. `is_doubtful`: a person is asked to compare it with the cabinet."""

    article: str
    size: str
    before: int
    after: int
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class LinkEffect:
    """What follows where a link ends: so many lines of the log wait again, and the stock of sizes."""

    events: int
    sizes: tuple[SizeEffect, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A product that a number may mean, and what speaks for it.

    `named`: sizes that the events name. `found`: how many of them the product has; of those `numbered`
    by the marketplace's size number, and `fitting` with a stock that the event's count can follow.
    """

    product: ProductRow
    named: int
    found: int
    numbered: int
    fitting: int
    likeness: float  # of the article or title to what is typed, 0 to 1


@dataclass(frozen=True, slots=True)
class SizeQuestion:
    """The sizes of a product that a spelling may mean. `likeliest`: the place of one that stands out."""

    article: str
    title: str
    sizes: tuple[SizeRow, ...]
    likeliest: int | None
