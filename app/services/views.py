"""What changed, and products as whoever shows them gets them: plain frozen rows."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.movement import Cause
from app.domain.text import Text
from app.services.delivery_views import DeliveryDetails
from app.services.event_views import Readings


@dataclass(frozen=True, slots=True)
class Change:
    """Something was committed. `products` is None where it may be any of them."""

    products: frozenset[int] | None = frozenset()
    structure: bool = False  # products or sizes were added, renamed or removed
    deliveries: bool = False
    queued: bool = False  # there may be something to send that was not there before
    events: bool = False
    settings: bool = False
    refusals: bool = False  # somebody was sent away by the listener


class ProductKind(StrEnum):
    """The filters above the table of products."""

    ALL = "all"
    LOW = "low"
    CHANGED = "changed"
    FLAGGED = "flagged"  # a size needs a person


@dataclass(frozen=True, slots=True)
class ProductFilter:
    """What the person typed into the search field, and the chosen filter."""

    search: str = ""
    kind: ProductKind = ProductKind.ALL


@dataclass(frozen=True, slots=True)
class ProductIndex:
    """The products of a filter in order (by article), and how many sizes each one has."""

    ids: array[int]
    size_counts: array[int]


@dataclass(frozen=True, slots=True)
class PendingChange:
    """Not yet sent: so many pieces of an action, typed by a person or drafted as a correction."""

    action: Action
    quantity: int
    corrects: bool = False  # the marketplace follows our stock, which stays

    @property
    def movement(self) -> int:
        """Signed pieces."""
        return self.action.sign * self.quantity


@dataclass(frozen=True, slots=True)
class SizeRow:
    """A size under its product. `state` is the newest delivery's that carries it, if any."""

    id: int
    product_id: int
    value: str
    barcode: str
    marketplace_size_id: int | None
    here: int
    agreed: int | None
    pending: PendingChange | None
    state: State | None
    flag: Text | None
    is_told: bool = True  # else nobody has said yet what the stock is, and `here` is 0

    @property
    def stock(self) -> int | None:
        """Pieces in stock; None where nobody knows."""
        return self.here if self.is_told else None

    @property
    def becomes(self) -> int | None:
        """The stock after the pending change; a correction moves the marketplace's only."""
        if self.pending is None:
            return None
        return self.here if self.pending.corrects else self.here + self.pending.movement


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product with its sizes. `state` is that of its newest price delivery, if any."""

    id: int
    article: str
    title: str
    brand: str
    marketplace_ids: tuple[int, ...]
    price: Decimal | None
    new_price: Decimal | None
    state: State | None
    sizes: tuple[SizeRow, ...]

    @property
    def here(self) -> int:
        """Pieces of all sizes together."""
        return sum(size.here for size in self.sizes)

    @property
    def stock(self) -> int | None:
        """The same of the sizes of which it is known; None where it is known of none."""
        return self.here if any(size.is_told for size in self.sizes) or not self.sizes else None

    @property
    def untold(self) -> tuple[SizeRow, ...]:
        """The sizes of which nobody has said what the stock is."""
        return tuple(size for size in self.sizes if not size.is_told)


@dataclass(frozen=True, slots=True)
class MovementRow:
    """One line of a product's timeline."""

    at: datetime
    size: str
    cause: Cause
    quantity: int
    here_before: int
    here_after: int
    who: str


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """The panel at the right of the table of products."""

    product: ProductRow
    stock_curve: tuple[tuple[datetime, int], ...]  # 30 days, total pieces, oldest first
    timeline: tuple[MovementRow, ...]  # newest first, at most 50
    last_delivery: DeliveryDetails | None
    readings: Mapping[int, Readings] = field(default_factory=dict[int, Readings])  # by size


@dataclass(frozen=True, slots=True)
class PendingSummary:
    """How much is typed and not sent."""

    changes: int
    products: int


@dataclass(frozen=True, slots=True)
class SizeDraft:
    """A size in the form of a product; `id` is None for a new one.

    `opening`, pieces in stock now, counts only for new ones; None: not known.
    """

    value: str
    barcode: str = ""
    opening: int | None = None
    marketplace_size_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """The form of a product, new (`id` is None) or existing."""

    article: str
    title: str = ""
    brand: str = ""
    price: Decimal | None = None
    sizes: tuple[SizeDraft, ...] = ()
    marketplace_id: int | None = None
    already_there: bool = True  # the marketplace has the opening stock; else it becomes receipts to send
    id: int | None = None
