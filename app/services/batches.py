"""Batches: deliveries that were sent in one go, how far they are, and their pause and cancellation."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.delivery import State, Step
from app.domain.pace import Pace
from app.domain.text import translate
from app.services.batch_views import (
    BatchCounts,
    BatchProgress,
    BatchRest,
    BatchRow,
    BatchSource,
)
from app.services.deciding import take_back
from app.services.pausing import end_batch_pause, load_pause, write_batch_pause
from app.services.shop import Shop
from app.services.views import Change
from app.storage import batches, outbox
from app.storage.deliveries import ON_THE_WAY

if TYPE_CHECKING:
    from sqlalchemy import Connection

FROM = 2
"""Fewer deliveries are no batch."""

CANCELLED_AT_ONCE = 100
"""In one transaction, so that others can write in between."""


def begin_batch(
    shop: Shop,
    connection: Connection,
    products: Collection[int | str],
    source: BatchSource,
    title: str = "",
    least: int = FROM,
) -> int | None:
    """A batch for deliveries that are queued next, one for each of `products`; None where they are too few.

    `products` are their ids or articles.

    Results that a newer batch replaces are shown no longer.
    """
    if len(products) < least:
        return None
    _dismiss_finished(connection)
    return batches.add(
        connection,
        at=shop.clock(),
        who=shop.who,
        source=source,
        title=title,
        products=len(set(products)),
    )


def batch_rows(shop: Shop, limit: int) -> list[BatchRow]:
    """The newest batches with their figures, newest first."""
    with shop.database.read() as connection:
        return [_row(connection, record) for record in batches.records(connection, limit)]


def batch_row(shop: Shop, batch_id: int) -> BatchRow:
    """One batch with its figures."""
    with shop.database.read() as connection:
        return _row(connection, batches.record(connection, batch_id))


def dismiss(shop: Shop, batch_id: int) -> None:
    """The result was read: it and older ones are shown no longer."""
    with shop.database.write() as connection:
        _dismiss_finished(connection, batch_id)
    shop.changes.publish(Change(deliveries=True))


def stop_to_ask(shop: Shop, batch_id: int) -> BatchRest:
    """Pause a batch, so that nothing more of it leaves while a person is asked about the rest; what a
    cancellation would do.
    """
    with shop.database.write() as connection:
        was_paused = bool(batches.record(connection, batch_id).paused)
        write_batch_pause(connection, batch_id)
        counts = batches.counts(connection, batch_id)
        cancellable = batches.count_not_begun(connection, batch_id)
    shop.changes.publish(Change(None, deliveries=True))
    begun = sum(counts.get(state, 0) for state in ON_THE_WAY) - cancellable
    return BatchRest(cancellable, begun, was_paused)


def cancel_some(shop: Shop, batch_id: int) -> int:
    """Cancel some of what has not begun, newest first; returns how many. To be called until it is fewer
    than `CANCELLED_AT_ONCE`.

    Nothing new of the batch begins meanwhile; at the end what cannot be cancelled any more goes on.
    """
    now = shop.clock()
    with shop.database.write() as connection:
        write_batch_pause(connection, batch_id)
        records = batches.not_begun(connection, batch_id, CANCELLED_AT_ONCE)
        ids = [record.id for record in records]
        reason = _CANCELLED.format(number=batch_id).dumps()
        outbox.take(connection, ids, Step.CANCEL, reason=reason, finished_at=now, next_at=None)
        for record in records:
            take_back(shop, connection, record, now)
        if len(ids) < CANCELLED_AT_ONCE:
            end_batch_pause(connection, batch_id)
    products = frozenset(int(record.product_id) for record in records)
    shop.changes.publish(Change(products, deliveries=True, queued=True))
    return len(ids)


_CANCELLED = translate("Sending", "You cancelled the rest of batch {number}.")


@dataclass(slots=True)
class BatchWatch:
    """Looks at the batch that matters most now, and measures how fast it goes between the looks."""

    shop: Shop
    clock: Callable[[], float] = time.monotonic
    _pace: Pace = field(default_factory=Pace)
    _measured: int | None = None

    def look(self, chosen: int | None = None) -> BatchProgress | None:
        """The newest unfinished batch, or the chosen one of them, or the newest result; None: nothing."""
        with self.shop.database.read() as connection:
            rows = [_row(connection, record) for record in batches.to_show(connection)]
            unfinished = [row for row in rows if not row.is_finished]
            wanted = [row for row in unfinished if row.id == chosen] or unfinished or rows
            if not wanted:
                return None
            batch, is_paused = wanted[0], load_pause(connection) is not None
            due = batches.last_due(connection, batch.id) if batch.counts.waiting else None
        return BatchProgress(
            batch,
            tuple(row for row in unfinished if row.id != batch.id),
            self._seconds_left(batch, due, stands=is_paused or batch.is_paused or batch.is_finished),
            is_paused,
        )

    def _seconds_left(self, batch: BatchRow, due: float | None, *, stands: bool) -> float | None:
        """At the measured pace, and not before the last one that is tried again later."""
        if stands or batch.id != self._measured:
            self._measured = batch.id
            self._pace.forget()
        if stands:
            return None
        self._pace.note(self.clock(), batch.counts.settled)
        left = self._pace.seconds_for(batch.counts.waiting - batch.counts.held_back)
        return left if left is None or due is None else max(left, due - self.shop.clock())


def _dismiss_finished(connection: Connection, newest: int | None = None) -> None:
    rows = [_row(connection, record) for record in batches.to_show(connection)]
    done = [row.id for row in rows if row.is_finished and (newest is None or row.id <= newest)]
    batches.dismiss(connection, done)


def _row(connection: Connection, record: Any) -> BatchRow:
    return BatchRow(
        id=record.id,
        created_at=datetime.fromtimestamp(record.created_at, UTC).astimezone(),
        who=record.who,
        source=BatchSource(record.source),
        title=record.title,
        products=record.products,
        is_paused=record.paused,
        counts=batch_counts(connection, record.id),
    )


def batch_counts(connection: Connection, batch_id: int) -> BatchCounts:
    """How many of its deliveries have each result."""
    found = batches.counts(connection, batch_id)
    number = {state: found.get(state, 0) for state in State}
    waiting = sum(number[state] for state in ON_THE_WAY)
    return BatchCounts(
        delivered=number[State.DELIVERED],
        rejected=number[State.REJECTED],
        unknown=number[State.UNKNOWN],
        not_sent=number[State.CANCELLED] + number[State.SUPERSEDED],
        waiting=waiting,
        sending=number[State.SENDING],
        held_back=batches.held_back(connection, batch_id) if waiting else 0,
        corrected=number[State.CORRECTED],
    )
