"""The log of events as a person sees it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from app.domain.text import Text
from app.services.receiving import listener_url, load_listener
from app.services.shop import Shop
from app.services.views import EventCounts, EventDetails, EventFilter, EventFilterKind, EventKind, EventRow
from app.storage import inbox

LONGEST_CURL_BODY = 64 * 1024

_KINDS: dict[EventFilterKind, Sequence[str] | None] = {
    EventFilterKind.ALL: None,
    EventFilterKind.SALES: (EventKind.SALE, EventKind.OVERWRITTEN),
    EventFilterKind.RETURNS: (EventKind.RETURN,),
    EventFilterKind.UNLINKED: (EventKind.UNLINKED, EventKind.UNREADABLE),
}


def event_count(shop: Shop, wanted: EventFilter) -> int:
    """How many lines the filter finds."""
    with shop.database.read() as connection:
        return inbox.line_count(connection, wanted.search.strip(), _KINDS[wanted.kind])


def event_rows(shop: Shop, wanted: EventFilter, offset: int, limit: int) -> list[EventRow]:
    """A window of the lines that the filter finds, newest first."""
    with shop.database.read() as connection:
        records = inbox.line_records(connection, wanted.search.strip(), _KINDS[wanted.kind], offset, limit)
    return [_row(record) for record in records]


def older_events(shop: Shop, wanted: EventFilter, below: int | None, limit: int) -> list[EventRow]:
    """The newest lines of the filter that are older than number `below` (None: than none)."""
    with shop.database.read() as connection:
        kinds = _KINDS[wanted.kind]
        records = inbox.line_records_below(connection, wanted.search.strip(), kinds, below, limit)
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
    )


def event_counts(shop: Shop) -> EventCounts:
    """The figures on the filters and in the navigation."""
    now = datetime.fromtimestamp(shop.clock(), UTC).astimezone()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    with shop.database.read() as connection:
        return EventCounts(*inbox.line_counts(connection, EventKind.UNLINKED, midnight.timestamp()))


def event_details(shop: Shop, line_id: int) -> EventDetails | None:
    """A line with the raw event it came in, or None where there is no such line."""
    with shop.database.read() as connection:
        record = inbox.line_record(connection, line_id)
    if record is None:
        return None
    return EventDetails(
        row=_row(record),
        title=record.title or "",
        sender=record.sender,
        headers=tuple((name, value) for name, value in json.loads(record.headers)),
        body=record.body,
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
