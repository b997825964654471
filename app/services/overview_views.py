"""What the page *Overview* shows: plain frozen rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.flow import Flow
from app.domain.refusal import Refusal
from app.domain.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A day, or an hour of today, with its pieces: positive unless something was taken back in it."""

    start: datetime
    end: datetime
    pieces: Mapping[Flow, int]


class Waiting(StrEnum):
    """What waits for a person, the most urgent first."""

    UNKNOWN = "unknown"
    OVERSOLD = "oversold"
    REFUSED = "refused"  # events of the marketplace's: at most one, however many they are
    REJECTED = "rejected"
    UNLINKED = "unlinked"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class ScarceSize:
    """A size that is oversold or runs out. `sold`: pieces in the last 14 days."""

    product_id: int
    size_id: int
    article: str
    value: str
    here: int
    sold: int


class Step(StrEnum):
    """What a new shop does first."""

    CONNECT = "connect"
    RECEIVE = "receive"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the page, as of one moment."""

    span: Span = Span.TWO_WEEKS
    parts: tuple[Part, ...] = ()
    waiting: Mapping[Waiting, int] = field(default_factory=dict[Waiting, int])  # only what there is
    refused: Refusal | None = None  # why events are sent away that the marketplace posts
    scarce_count: int = 0
    scarce: tuple[ScarceSize, ...] = ()  # the scarcest, at most 100
    steps_done: frozenset[Step] = frozenset()
    is_new: bool = False  # nothing was sold yet and a first step is missing

    def total(self, flow: Flow) -> int:
        """Pieces in the whole span."""
        return sum(part.pieces[flow] for part in self.parts)

    @property
    def waiting_count(self) -> int:
        """All that waits for a person."""
        return sum(self.waiting.values())
