"""What the services hand to whoever shows it: plain frozen rows, no database, no widgets."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.guard import Danger
from app.domain.movement import Cause
from app.domain.text import Text
from app.services.delivery_views import DeliveryCounts, DeliveryDetails


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
class Choice:
    """One reading of the events of a size: our stock with it, and what the marketplace has then."""

    here: int
    there: int


@dataclass(frozen=True, slots=True)
class Readings:
    """Between which readings of a size a person may choose, the likeliest first."""

    size_id: int
    product_id: int
    choices: tuple[Choice, ...]


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


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One size in a review."""

    size_id: int
    value: str
    quantity: int
    before: int
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


class EventKind(StrEnum):
    """What an event's line turned out to be."""

    SALE = "sale"
    RETURN = "return"
    ALREADY_COUNTED = "already_counted"
    BASELINE = "baseline"
    OVERWRITTEN = "overwritten"
    SEVERAL = "several"
    UNEXPLAINED = "unexplained"
    UNLINKED = "unlinked"
    UNREADABLE = "unreadable"
    NEW = "new"


class EventFilterKind(StrEnum):
    """The filters above the log of events."""

    ALL = "all"
    SALES = "sales"
    RETURNS = "returns"
    UNLINKED = "unlinked"


class EventResult(StrEnum):
    """What became of an event, in the filter of the log."""

    ANY = "any"
    CHANGED = "changed"  # our stock is another one since
    REPEATED = "repeated"
    FIRST = "first"
    DOUBTFUL = "doubtful"  # several readings, or none
    WAITING = "waiting"  # for a product or a size


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What the person typed into the search field of the log, and what else they chose: all of it holds.

    `since` is the first moment, `until` the first one after the last.
    """

    search: str = ""
    kind: EventFilterKind = EventFilterKind.ALL
    result: EventResult = EventResult.ANY
    product_id: int | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of the log: one size of one event, or an unreadable event. `id` orders the log."""

    id: int
    event_id: int
    received_at: datetime
    kind: EventKind
    product_id: int | None
    article: str | None
    marketplace_id: int | None
    size: str
    before: int | None
    after: int | None
    count: int | None
    note: Text | None
    size_id: int | None = None  # once it was applied


@dataclass(frozen=True, slots=True)
class EventDetails:
    """A line of the log with the raw body it came in, which is empty once it was removed."""

    row: EventRow
    title: str
    sender: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    body_removed_at: datetime | None = None
    readings: Readings | None = None  # of the size, as it stands now
    is_flagged: bool = False  # the size

    @property
    def needs_a_look(self) -> bool:
        """Whether comparing the size with the cabinet may help."""
        return self.row.size_id is not None and (self.is_flagged or self.row.kind in _DOUBTFUL)


_DOUBTFUL = frozenset({EventKind.SEVERAL, EventKind.UNEXPLAINED, EventKind.OVERWRITTEN})


@dataclass(frozen=True, slots=True)
class EventCounts:
    """The figures on the filters and in the navigation."""

    total: int = 0
    unlinked: int = 0
    today: int = 0


class Lamp(StrEnum):
    """How something is, for the three lines under the navigation."""

    GOOD = "good"
    WORKING = "working"
    WARNING = "warning"
    BAD = "bad"
    OFF = "off"


class Obstacle(StrEnum):
    """What keeps everything from being sent, besides a pause."""

    NO_ADDRESS = "no_address"
    NO_TOKEN = "no_token"  # noqa: S105
    SETTINGS = "settings"  # the connection's settings cannot be used as they are
    SILENCE = "silence"  # the marketplace does not answer


@dataclass(frozen=True, slots=True)
class Standstill:
    """Why nothing is sent. `asks_at`: when a silent marketplace is asked again; None: it is being asked."""

    obstacle: Obstacle
    words: Text
    asks_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """What the last test of the public address found; `at` is None while one is under way."""

    lamp: Lamp
    words: Text
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Status:
    """The three lines that always tell the truth, and why nothing is sent where that is so."""

    marketplace: Lamp = Lamp.OFF
    marketplace_words: Text | None = None
    listener: Lamp = Lamp.OFF
    listener_words: Text | None = None
    listener_address: str = ""
    port_trouble: bool = False  # another port may do
    reach: Reach | None = None
    paused: Text | None = None  # why the whole connection is paused, if it is
    deliveries: DeliveryCounts = field(default_factory=DeliveryCounts)
    standstill: Standstill | None = None
    seconds_between: float | None = None  # requests, where the marketplace asked for fewer of them

    @property
    def is_unconnected(self) -> bool:
        """Whether address or token are missing: no pause is the reason then, and its end would not help."""
        missing = {Obstacle.NO_ADDRESS, Obstacle.NO_TOKEN}
        return self.standstill is not None and self.standstill.obstacle in missing
