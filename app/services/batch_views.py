"""Batches as the services hand them to whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BatchSource(StrEnum):
    """What a person did that made so many deliveries at once."""

    REVIEW = "review"
    IMPORT = "import"


class BatchResult(StrEnum):
    """What became of a batch's deliveries; nothing else says how it went."""

    DELIVERED = "delivered"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    CORRECTED = "corrected"  # by the figures of the cabinet, which it did not explain
    NOT_SENT = "not_sent"  # cancelled, or replaced by a newer price
    WAITING = "waiting"  # queued, sending, waiting, held


@dataclass(frozen=True, slots=True)
class BatchPart:
    """A filter of the deliveries: those of one batch, or those with one result."""

    batch_id: int
    result: BatchResult | None = None


@dataclass(frozen=True, slots=True)
class BatchCounts:
    """How many deliveries have each result."""

    delivered: int = 0
    rejected: int = 0
    unknown: int = 0
    not_sent: int = 0
    waiting: int = 0
    sending: int = 0  # of the waiting: on their way at this moment
    held_back: int = 0  # of the waiting: not before a person decides about an earlier one
    corrected: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.settled + self.not_sent + self.waiting

    @property
    def settled(self) -> int:
        """Those whose attempts have come to an end."""
        return self.delivered + self.rejected + self.unknown + self.corrected

    def of(self, result: BatchResult) -> int:
        """The figure of one result."""
        return {
            BatchResult.DELIVERED: self.delivered,
            BatchResult.REJECTED: self.rejected,
            BatchResult.UNKNOWN: self.unknown,
            BatchResult.CORRECTED: self.corrected,
            BatchResult.NOT_SENT: self.not_sent,
            BatchResult.WAITING: self.waiting,
        }[result]


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch with its figures. `products`: how many different ones."""

    id: int
    created_at: datetime
    who: str
    source: BatchSource
    title: str
    products: int
    is_paused: bool
    counts: BatchCounts

    @property
    def is_finished(self) -> bool:
        """Whether nothing more happens to it by itself, and nobody paused it."""
        moving = self.counts.waiting - self.counts.held_back
        return self.counts.waiting == 0 or (moving == 0 and not self.is_paused)


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """The batch to show, and the other unfinished ones, newest first."""

    batch: BatchRow
    others: tuple[BatchRow, ...] = ()
    seconds_left: float | None = None
    is_connection_paused: bool = False


@dataclass(frozen=True, slots=True)
class BatchRest:
    """What a cancellation would do now: how many it cancels, and how many have begun already."""

    cancellable: int
    begun: int
    was_paused: bool = False  # before the question about it
