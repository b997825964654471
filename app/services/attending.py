"""What Polka itself does about a change: it sends corrections, where that is wanted without a question."""

from __future__ import annotations

from itertools import groupby

import anyio
import anyio.to_thread

from app.domain.action import Action
from app.domain.conflict import Origin as ConflictOrigin
from app.services.calls import LoopCalls
from app.services.conflicts import load_corrects_alone
from app.services.editing import queue_corrections
from app.services.queueing import Origin
from app.services.shop import Shop
from app.services.views import Change
from app.storage import conflicts

ITSELF = "Polka"
"""Who, in the ledger, where nobody was asked."""

PAUSE_SECONDS = 0.2
"""However much changes, it looks at most so often."""


def send_corrections(shop: Shop) -> None:
    """Queue the corrections of what our writes overwrote, where the setting wants them without a question.

    What a person decided by counting goes with the person's review.
    """
    if not load_corrects_alone(shop):
        return
    with shop.database.read() as connection:
        if not conflicts.drafted(connection, ConflictOrigin.OVERWRITTEN):
            return
    with shop.database.write() as connection:
        rows = conflicts.drafted(connection, ConflictOrigin.OVERWRITTEN)
        ordered = sorted(rows, key=lambda row: (row.product_id, row.action))
        for (product_id, action), group in groupby(ordered, lambda row: (row.product_id, row.action)):
            quantities = {row.size_id: row.quantity for row in group}
            queue_corrections(shop, connection, product_id, Action(action), quantities, Origin(ITSELF))
    products = frozenset(row.product_id for row in rows)
    shop.changes.publish(Change(products, deliveries=True, queued=True))


async def attend(shop: Shop) -> None:
    """Look after every change, until cancelled."""
    calls, changed = LoopCalls(), anyio.Event()

    def hear(change: Change) -> None:
        if change.products != frozenset() or change.settings or change.structure:
            calls.soon(changed.set)

    unsubscribe = shop.changes.subscribe(hear)
    try:
        with calls.taken():
            while True:
                changed = anyio.Event()
                await anyio.to_thread.run_sync(send_corrections, shop)
                await anyio.sleep(PAUSE_SECONDS)
                await changed.wait()
    finally:
        unsubscribe()
