"""What Polka itself does about a change: says that more was sold than there was, and sends corrections."""

from __future__ import annotations

from itertools import groupby

import anyio
import anyio.to_thread

from app.domain.action import Action
from app.domain.conflict import Origin as ConflictOrigin
from app.services.calls import LoopCalls
from app.services.conflicts import load_corrects_alone
from app.services.editing import Origin, queue_corrections
from app.services.shop import Shop
from app.services.views import Change
from app.storage import conflicts

ITSELF = "Polka"
"""Who, in the ledger, where nobody was asked."""

PAUSE_SECONDS = 0.2
"""However much changes, it looks at most so often."""


class Attendant:
    """Knows what was oversold before, so that each oversale is told once."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._oversold = self._find()

    def look(self) -> None:
        """Tell of sizes that are oversold since the last look, and send what may go without asking."""
        before, self._oversold = self._oversold, self._find()
        if new := self._oversold - before:
            self._shop.changes.publish(Change(oversold=new))
        if load_corrects_alone(self._shop):
            send_corrections(self._shop)

    def _find(self) -> frozenset[int]:
        with self._shop.database.read() as connection:
            return frozenset(conflicts.oversold(connection))


def send_corrections(shop: Shop) -> int:
    """Queue the corrections of what our writes overwrote; returns of how many sizes.

    What a person decided by counting goes with the person's review.
    """
    with shop.database.read() as connection:
        if not conflicts.drafted(connection, ConflictOrigin.OVERWRITTEN):
            return 0
    with shop.database.write() as connection:
        rows = conflicts.drafted(connection, ConflictOrigin.OVERWRITTEN)
        ordered = sorted(rows, key=lambda row: (row.product_id, row.action))
        for (product_id, action), group in groupby(ordered, lambda row: (row.product_id, row.action)):
            quantities = {row.size_id: row.quantity for row in group}
            queue_corrections(shop, connection, product_id, Action(action), quantities, Origin(ITSELF))
    products = frozenset(row.product_id for row in rows)
    shop.changes.publish(Change(products, deliveries=True, queued=True))
    return len(rows)


async def attend(shop: Shop) -> None:
    """Look after every change, until cancelled."""
    calls, changed = LoopCalls(), anyio.Event()

    def hear(change: Change) -> None:
        if change.products != frozenset() or change.settings or change.structure:
            calls.soon(changed.set)

    attendant = await anyio.to_thread.run_sync(Attendant, shop)
    unsubscribe = shop.changes.subscribe(hear)
    try:
        with calls.taken():
            while True:
                changed = anyio.Event()
                await anyio.to_thread.run_sync(attendant.look)
                await anyio.sleep(PAUSE_SECONDS)
                await changed.wait()
    finally:
        unsubscribe()
