"""Deliveries as the services hand them to whoever shows them, and the questions about those in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.doubt import Conclusion, Figure, Place, Question
from app.domain.text import Text
from app.domain.times import Times
from app.services.batch_views import BatchRow


class DeliveryKind(StrEnum):
    """What the table of deliveries can show; the last two have no filter above it."""

    ALL = "all"
    NEEDS_PERSON = "needs_person"
    QUEUED = "queued"  # queued, sending, waiting, held
    DELIVERED = "delivered"
    UNKNOWN = "unknown"  # some of those that need a person
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """One size in a delivery.

    Before and after are the marketplace's stock as known when it was sent; until then as it will be.
    """

    size_id: int
    value: str
    quantity: int
    before: int | None
    after: int | None
    marketplace_size_id: int | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A delivery that a person has to decide about before later ones of its product go."""

    id: int
    created_at: datetime
    action: Action
    state: State


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A delivery in the table."""

    id: int
    created_at: datetime
    product_id: int
    article: str
    action: Action
    lines: tuple[DeliveryLine, ...]
    old_price: Decimal | None
    price: Decimal | None
    state: State
    reason: Text | None
    next_at: datetime | None
    attempts: int
    who: str
    title: str = ""
    batch_id: int | None = None  # what it was sent together with
    waits_for: Earlier | None = None


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One try of a delivery."""

    at: datetime
    milliseconds: float | None
    status: int | None
    words: Text | None
    request: str
    answer: str | None
    times: Times | None = None
    is_cut: bool = False  # only the beginning of the answer was read


@dataclass(frozen=True, slots=True)
class LastAttempt:
    """The newest try of a delivery without what was said; no status where no answer came."""

    at: datetime
    status: int | None
    times: Times | None


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """One figure of the cabinet that says whether a delivery arrived."""

    delivery_id: int
    place: Place
    article: str
    title: str
    size: str  # nothing for a price
    action: Action
    sent_at: datetime
    if_not_arrived: tuple[Figure, ...]  # what the cabinet may show; nothing where nobody knows
    if_arrived: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The deliveries of one product without an answer, and the figures that tell."""

    product_id: int
    question: Question
    rows: tuple[DoubtRow, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Figures of the cabinet for one product, and what the person was told that they mean."""

    product_id: int
    figures: Mapping[Place, Figure]
    conclusions: Mapping[int, Conclusion]


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of the deliveries of answers."""

    arrived: tuple[int, ...] = ()
    not_arrived: tuple[int, ...] = ()
    corrected: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()  # decided meanwhile, by an event or another person
    changed: tuple[int, ...] = ()  # the figures mean something else now


@dataclass(frozen=True, slots=True)
class DeliveryDetails:
    """A delivery with its attempts, oldest first, and what may be done with it now."""

    row: DeliveryRow
    title: str
    attempts: tuple[AttemptRow, ...]
    preview: str  # the body as it would be sent now, where it was not tried yet
    key: str  # for the header Idempotency-Key
    batch: BatchRow | None  # what it was sent together with
    can_retry: bool
    can_cancel: bool
    can_resolve: bool  # an unknown one: a person says whether it arrived
    can_undo: bool  # a delivered one: the opposite can be typed
    question: OpenQuestion | None = None  # of an unknown one


@dataclass(frozen=True, slots=True)
class DeliveryCounts:
    """The figures on the filters and in the navigation."""

    total: int = 0
    needs_person: int = 0
    queued: int = 0
    delivered: int = 0
    unknown: int = 0  # some of those that need a person
    held_back: int = 0  # some of the queued: not before a person decides about an earlier one

    @property
    def moving(self) -> int:
        """The queued ones that go by themselves."""
        return self.queued - self.held_back
