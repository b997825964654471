"""The log of events as a person sees it."""

from __future__ import annotations

import json
import shlex
from datetime import UTC, datetime
from typing import Any

from app.domain.text import Text
from app.services.choosing import readings_of
from app.services.event_views import (
    EventCounts,
    EventDetails,
    EventFilter,
    EventFilterKind,
    EventKind,
    EventResult,
    EventRow,
)
from app.services.receiving import listener_url, load_listener
from app.services.shop import Shop
from app.storage import event_log
from app.storage.event_log import LineFilter

LONGEST_CURL_BODY = 64 * 1024

_KINDS: dict[EventFilterKind, frozenset[EventKind] | None] = {
    EventFilterKind.ALL: None,
    EventFilterKind.SALES: frozenset({EventKind.SALE, EventKind.OVERWRITTEN}),
    EventFilterKind.RETURNS: frozenset({EventKind.RETURN, EventKind.OVERWRITTEN}),
    EventFilterKind.UNLINKED: frozenset({EventKind.UNLINKED}),
}
_SIGNED = {
    EventFilterKind.SALES: (EventKind.OVERWRITTEN, -1),
    EventFilterKind.RETURNS: (EventKind.OVERWRITTEN, 1),
}
"""What a delivery of ours overwrote was a sale or a return."""
_RESULTS: dict[EventResult, frozenset[EventKind]] = {
    EventResult.REPEATED: frozenset({EventKind.ALREADY_COUNTED}),
    EventResult.FIRST: frozenset({EventKind.BASELINE}),
    EventResult.DOUBTFUL: frozenset({EventKind.SEVERAL, EventKind.UNEXPLAINED, EventKind.OVERWRITTEN}),
    EventResult.UNREADABLE: frozenset({EventKind.UNREADABLE}),
}


def _wanted(wanted: EventFilter) -> LineFilter:
    kinds, of_result = _KINDS[wanted.kind], _RESULTS.get(wanted.result)
    if kinds is not None and of_result is not None:
        kinds &= of_result
    return LineFilter(
        words=tuple(wanted.search.split()),
        kinds=of_result if kinds is None else kinds,
        signed=_SIGNED.get(wanted.kind),
        is_changed=wanted.result is EventResult.CHANGED,
        is_waiting=wanted.result is EventResult.WAITING,
        product_id=wanted.product_id,
        since=None if wanted.since is None else wanted.since.timestamp(),
        until=None if wanted.until is None else wanted.until.timestamp(),
    )


def event_count(shop: Shop, wanted: EventFilter) -> int:
    """How many lines the filter finds."""
    with shop.database.read() as connection:
        return event_log.line_count(connection, _wanted(wanted))


def event_rows(shop: Shop, wanted: EventFilter, offset: int, limit: int) -> list[EventRow]:
    """A window of the lines that the filter finds, newest first."""
    with shop.database.read() as connection:
        records = event_log.line_records(connection, _wanted(wanted), offset, limit)
    return [_row(record) for record in records]


def event_place(shop: Shop, wanted: EventFilter, line_id: int) -> int:
    """The row of a line in what the filter finds now, if it is found."""
    with shop.database.read() as connection:
        return event_log.line_place(connection, _wanted(wanted), line_id)


def older_events(shop: Shop, wanted: EventFilter, below: int | None, limit: int) -> list[EventRow]:
    """The newest lines of the filter that are older than number `below` (None: than none)."""
    with shop.database.read() as connection:
        records = event_log.line_records_below(connection, _wanted(wanted), below, limit)
    return [_row(record) for record in records]


def newer_events(shop: Shop, wanted: EventFilter, above: int, limit: int) -> list[EventRow]:
    """The lines of the filter that come next after number `above`, newest first."""
    with shop.database.read() as connection:
        records = event_log.line_records_above(connection, _wanted(wanted), above, limit)
    return [_row(record) for record in records]


def _row(record: Any) -> EventRow:
    return EventRow(
        id=record.id,
        event_id=record.event_id,
        received_at=_moment(record.received_at),
        kind=EventKind(record.kind),
        product_id=record.product_id,
        article=record.article,
        marketplace_id=record.marketplace_id,
        size=record.value,
        before=record.before,
        after=record.after,
        count=record.count,
        note=Text.loads(record.note),
        size_id=record.size_id,
    )


def event_counts(shop: Shop, read: int = 0) -> EventCounts:
    """The figures on the filters and in the navigation. `read`: the newest line that was looked at."""
    now = datetime.fromtimestamp(shop.clock(), UTC).astimezone()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    with shop.database.read() as connection:
        counts = event_log.line_counts(connection, EventKind.UNLINKED, midnight.timestamp(), read)
    return EventCounts(*counts)


def event_details(shop: Shop, line_id: int) -> EventDetails | None:
    """A line with the raw event it came in, or None where there is no such line."""
    with shop.database.read() as connection:
        record = event_log.line_record(connection, line_id)
        if record is None:
            return None
        size_id = record.size_id
        readings = None if size_id is None else readings_of(connection, [size_id]).get(size_id)
    return EventDetails(
        row=_row(record),
        title=record.title or "",
        sender=record.sender,
        headers=tuple((name, value) for name, value in json.loads(record.headers)),
        body=record.body,
        body_removed_at=None if record.body_removed_at is None else _moment(record.body_removed_at),
        readings=readings,
        is_flagged=record.flag is not None,
    )


def event_as_curl(shop: Shop, details: EventDetails) -> str:
    """The event as a command for support, the address's secret masked."""
    settings = load_listener(shop)
    url = listener_url(settings).replace(settings.secret, "***")
    body = details.body[:LONGEST_CURL_BODY].decode(errors="replace")
    parts = ["curl", "-X", "POST", url, "-H", "Content-Type: application/json"]
    return shlex.join([*parts, "--data-raw", body])


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()
