"""What the ledger shows: plain frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.flow import Flow
from app.domain.movement import Cause
from app.services.batch_views import BatchSource

MovementKind: TypeAlias = Flow | Cause
"""What a list of movements can be narrowed to: one figure of the overview, or one cause."""


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which movements; None: any. `until` is not included; nobody has the empty name."""

    search: str = ""
    product_id: int | None = None
    size_id: int | None = None
    kind: MovementKind | None = None
    since: datetime | None = None
    until: datetime | None = None
    who: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One change of stock with its cause. `id` orders the ledger."""

    id: int
    at: datetime
    product_id: int
    size_id: int
    article: str
    title: str
    size: str
    cause: Cause
    quantity: int
    here_after: int
    who: str
    delivery_id: int | None
    event_id: int | None
    source: BatchSource | None  # what the delivery was sent together with
    file: str  # the import's
    file_row: int | None = None  # its first row that tells of this size, from 1

    @property
    def here_before(self) -> int:
        """The stock before it."""
        return self.here_after - self.quantity


@dataclass(frozen=True, slots=True)
class PastFilter:
    """A moment of which the stock is asked, and the sizes."""

    at: datetime
    search: str = ""
    product_id: int | None = None


@dataclass(frozen=True, slots=True)
class PastRow:
    """A size's stock at a moment, and now; None where nobody has ever said what it is."""

    size_id: int
    product_id: int
    article: str
    size: str
    then: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class PastTotals:
    """All sizes of a filter together."""

    sizes: int = 0
    then: int = 0
    now: int = 0


@dataclass(frozen=True, slots=True)
class UnequalSize:
    """A size whose stock is not the sum of its movements."""

    article: str
    size: str
    here: int
    moved: int
