"""Who was sent away by the listener: counted in memory, written down now and then, nothing of a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import anyio

from app.domain.errors import StorageError
from app.domain.refusal import Refusal
from app.services.shop import Shop
from app.services.views import Change
from app.storage import refusals

MOST_ROWS = 1000
WRITE_SECONDS = 5.0
"""However many are refused, they cost one commit in so many seconds."""

SEVERAL = "…"
"""In place of the address, where more addresses come between two writings than there are rows."""


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """An address, why it was sent away, how often, and when first and last."""

    sender: str
    reason: Refusal
    times: int
    first_at: datetime
    last_at: datetime


class RefusalLog:
    """Counts on the listener's loop."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._counted: dict[tuple[str, Refusal], tuple[int, float, float]] = {}
        self._any = anyio.Event()

    def count(self, sender: str, reason: Refusal) -> None:
        """One more; costs no more than that."""
        now = self._shop.clock()
        if (sender, reason) not in self._counted and len(self._counted) >= MOST_ROWS:
            sender = SEVERAL
        times, first, _ = self._counted.get((sender, reason), (0, now, now))
        self._counted[sender, reason] = (times + 1, first, now)
        self._any.set()

    async def run(self) -> None:
        """Write down what was counted until cancelled, and then once more."""
        try:
            while True:
                await self._any.wait()
                await anyio.sleep(WRITE_SECONDS)
                self._write()
        finally:
            if self._counted:
                self._write()

    def _write(self) -> None:
        """On this loop, as events are: another thread that writes would hold them up longer.

        Where somebody else writes, or it cannot be written, the counters wait for the next time.
        """
        rows = [
            {"sender": sender, "reason": reason, "times": times, "first_at": first, "last_at": last}
            for (sender, reason), (times, first, last) in self._counted.items()
        ]
        try:
            with self._shop.database.write(patient=False) as connection:
                refusals.add(connection, rows, MOST_ROWS)
        except StorageError:
            return
        self._counted.clear()
        self._any = anyio.Event()
        self._shop.changes.publish(Change(refusals=True))


def refusal_rows(shop: Shop, limit: int = MOST_ROWS) -> Sequence[RefusalRow]:
    """Who was sent away, the last ones first."""
    with shop.database.read() as connection:
        found = refusals.newest(connection, limit)
    return [
        RefusalRow(row.sender, Refusal(row.reason), row.times, _moment(row.first_at), _moment(row.last_at))
        for row in found
    ]


def forget_refusals(shop: Shop) -> None:
    """Begin to count anew."""
    with shop.database.write() as connection:
        refusals.forget(connection)
    shop.changes.publish(Change(refusals=True))


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()
