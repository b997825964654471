"""The log of events and what can be read from one, as whoever shows it gets it: plain frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.text import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of the events of a size: our stock with it, and what the marketplace has then.

    `is_ours`: our stock is right as it is, and the marketplace's is not.
    """

    here: int
    there: int
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """Between which readings of a size a person may choose, the likeliest first."""

    size_id: int
    product_id: int
    choices: tuple[Choice, ...]


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
    UNREADABLE = "unreadable"


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
    """The figures on the filters and in the navigation.

    `unread`: lines of today that nobody has looked at.
    """

    total: int = 0
    unlinked: int = 0
    unread: int = 0
