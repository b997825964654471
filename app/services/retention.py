"""How long events are kept: old ones go in the background, some at a time, so that nobody waits.

What still waits for a person stays whatever its age, and so does the ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread

from app.services.shop import Shop
from app.services.views import Change
from app.storage import old_events
from app.storage import settings as stored_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

RETENTION = "retention"
REPORT = "retention_report"
DAY = 86_400.0
AT_ONCE = 200
FIRST_SECONDS = 60.0
EVERY_SECONDS = 3600.0
PAUSE_SECONDS = 0.05
"""Between two transactions, for whoever else wants to write."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Whole days. The raw bodies may go before their events."""

    event_days: int = 400
    body_days: int = 90


@dataclass(frozen=True, slots=True)
class Removed:
    """What the last run that removed something has removed, and when it began."""

    at: datetime
    events: int = 0
    bodies: int = 0


def load_retention(shop: Shop) -> Retention:
    """The setting as saved, or the defaults."""
    stored = shop.load_setting(RETENTION)
    return Retention() if stored is None else Retention(**stored)


def save_retention(shop: Shop, kept: Retention) -> None:
    """Keep the setting; it takes effect within an hour."""
    shop.save_setting(RETENTION, asdict(kept))


def last_removed(shop: Shop) -> Removed | None:
    """What was removed last, or None where nothing ever was."""
    stored = shop.load_setting(REPORT)
    if stored is None:
        return None
    at = datetime.fromtimestamp(stored["at"], UTC).astimezone()
    return Removed(at, stored["events"], stored["bodies"])


def remove_old(shop: Shop) -> Iterator[Removed]:
    """Remove what is older than the settings say; yields after each transaction what has gone so far."""
    kept, now = load_retention(shop), shop.clock()
    gone = Removed(datetime.fromtimestamp(now, UTC).astimezone())
    find: Callable[..., Sequence[int]]
    for days, find, is_whole in (
        (kept.event_days, old_events.old_events, True),
        (kept.body_days, old_events.old_bodies, False),
    ):
        for ids in _some_at_a_time(shop, now - days * DAY, find):
            with shop.database.write() as connection:
                if is_whole:
                    gone = replace(gone, events=gone.events + old_events.remove_events(connection, ids))
                else:
                    bodies = old_events.remove_bodies(connection, ids, now)
                    gone = replace(gone, bodies=gone.bodies + bodies)
                _report(connection, gone)
            yield gone
    if gone.events or gone.bodies:
        shop.changes.publish(Change(events=True, settings=True))


def _some_at_a_time(
    shop: Shop, before: float, find: Callable[..., Sequence[int]]
) -> Iterator[Sequence[int]]:
    with shop.database.read() as connection:
        last, after = old_events.newest_before(connection, before), 0
    while True:
        with shop.database.read() as connection:
            ids = find(connection, after, last, AT_ONCE)
        if not ids:
            return
        yield ids
        after = ids[-1]


def _report(connection: Connection, gone: Removed) -> None:
    row: dict[str, Any] = {"at": gone.at.timestamp(), "events": gone.events, "bodies": gone.bodies}
    stored_settings.save(connection, REPORT, row)


async def keep_tidy(shop: Shop) -> None:
    """Remove what is old now and then, until cancelled."""
    await anyio.sleep(FIRST_SECONDS)
    while True:
        await _remove_all(shop)
        await anyio.sleep(EVERY_SECONDS)


async def _remove_all(shop: Shop) -> None:
    steps = remove_old(shop)
    while True:
        removed = await anyio.to_thread.run_sync(partial(next, steps, None))
        if removed is None:
            return
        await anyio.sleep(PAUSE_SECONDS)
