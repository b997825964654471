"""Keeping what arrives: one commit for all that came meanwhile."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

import anyio

from app.domain.errors import DatabaseLockedError, StorageError
from app.domain.text import translate
from app.services.shop import Shop
from app.storage import inbox
from app.storage.database import BUSY_TIMEOUT

if TYPE_CHECKING:
    from app.marketplace.receiver import Received

QUIET_SECONDS = 0.02
FLOOD_SECONDS = 0.25
FLOOD_EVENTS = 100
"""More than these within that time is a flood: keeping it leaves no time for anything else."""

GATHER_SECONDS = 0.001
"""What comes within this time of the first shares its commit."""

LOCKED_SECONDS = 0.001
"""Until a database that somebody else writes to is tried again."""


class Inbox:
    """Keeps events: whoever waits is let go after the commit that carries their event."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._group = _Group()
        self._arrived = anyio.Event()
        self._is_running = False
        self._unanswered = 0
        self._answered_at = 0.0  # on the monotonic clock
        self._lately: deque[tuple[float, int]] = deque()  # when, and how many were let go
        self.unread = anyio.Event()

    async def keep(self, received: Received) -> None:
        """Return when it is on disk. Raises `StorageError` where it cannot be."""
        if not self._is_running:
            raise _not_kept()
        group = self._group
        group.received.append((self._shop.clock(), received))
        self._unanswered += 1
        self._arrived.set()
        await group.ended.wait()
        if group.error is not None:
            raise group.error

    async def run(self) -> None:
        """Commit what arrives until cancelled; who waits then is sent away."""
        self._is_running = True
        try:
            while True:
                await self._arrived.wait()
                await anyio.sleep(GATHER_SECONDS)
                self._arrived = anyio.Event()
                await self._commit(self._take_group())
        finally:
            self._is_running = False
            self._let_go(self._take_group(), _not_kept())

    async def quiet(self, longest: float) -> None:
        """Return when nothing has come for a moment, at the latest after `longest` seconds."""
        with anyio.move_on_after(longest):
            while self._unanswered or time.monotonic() < self._answered_at + QUIET_SECONDS:  # noqa: ASYNC110
                await anyio.sleep(QUIET_SECONDS)

    def is_flooded(self) -> bool:
        """Whether so many have just come that keeping them needs all the time there is."""
        while self._lately and self._lately[0][0] < time.monotonic() - FLOOD_SECONDS:
            self._lately.popleft()
        return sum(count for _, count in self._lately) > FLOOD_EVENTS

    def _take_group(self) -> _Group:
        group, self._group = self._group, _Group()
        return group

    async def _commit(self, group: _Group) -> None:
        error: StorageError | None = _not_kept()
        try:
            await self._write_when_free(group.received)
            error = None
            self.unread.set()
        except StorageError as failed:
            error = failed
        finally:
            self._let_go(group, error)

    def _let_go(self, group: _Group, error: StorageError | None) -> None:
        self._unanswered -= len(group.received)
        self._answered_at = time.monotonic()
        self._lately.append((self._answered_at, len(group.received)))
        group.error = error
        group.ended.set()

    async def _write_when_free(self, group: Sequence[tuple[float, Received]]) -> None:
        """Write on this loop, as another thread would take longer to wake; others are waited for off it."""
        patience_ends = time.monotonic() + BUSY_TIMEOUT
        while True:
            try:
                return self._write(group)
            except DatabaseLockedError:
                if time.monotonic() >= patience_ends:
                    raise
            await anyio.sleep(LOCKED_SECONDS)

    def _write(self, group: Sequence[tuple[float, Received]]) -> None:
        rows = [
            {
                "received_at": at,
                "sender": received.sender,
                "headers": json.dumps(received.headers),
                "body": received.body,
                "state": inbox.NEW if received.readable else inbox.UNREADABLE,
            }
            for at, received in group
        ]
        with self._shop.database.write(patient=False) as connection:
            inbox.keep(connection, rows)


class _Group:
    """What one commit carries."""

    def __init__(self) -> None:
        self.received: list[tuple[float, Received]] = []
        self.ended = anyio.Event()
        self.error: StorageError | None = None


def _not_kept() -> StorageError:
    return StorageError(
        translate("Listener", "Polka is stopping, so this event was not kept."),
        translate("Listener", "The sender may try again."),
    )
