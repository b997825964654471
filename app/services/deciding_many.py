"""What a person decides about many deliveries at once: each one where it may be done, and how many were."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from app.domain.delivery import STEPS, State, Step
from app.services.batch_views import BatchPart
from app.services.deciding import BEGUN_ANEW, call_off
from app.services.delivery_views import DeliveryKind
from app.services.outbox import Shown, wanted
from app.services.pausing import hold_while_paused
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.views import Change
from app.storage import deliveries, outbox

AT_ONCE = 100
"""Deliveries in one transaction, so that others can write in between."""

Chosen: TypeAlias = Collection[int] | Shown
"""Numbers of deliveries, or everything that a filter finds."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """How many are cancelled, and how many may have arrived, so that a person is asked about them."""

    cancelled: int = 0
    in_doubt: int = 0


def possible(shop: Shop, chosen: Chosen, step: Step) -> list[int]:
    """The chosen deliveries that can take the step now, newest first."""
    among = wanted(chosen) if isinstance(chosen, DeliveryKind | BatchPart) else chosen
    with shop.database.read() as connection:
        return [row.id for row in deliveries.in_states(connection, STEPS[step][0], among)]


def retry_many(shop: Shop, chosen: Chosen, progress: Progress | None = None) -> int:
    """Try those now that were rejected or wait; returns how many. Others are left alone.

    A stopped one keeps what is written already.
    """
    progress, total = progress or Progress(), 0
    for part in _parts(possible(shop, chosen, Step.RETRY), progress):
        with shop.database.write() as connection:
            records = deliveries.in_states(connection, STEPS[Step.RETRY][0], part)
            outbox.take(connection, [record.id for record in records], Step.RETRY, **BEGUN_ANEW)
            hold_while_paused(connection)
        _publish(shop, records)
        total += len(records)
    return total


def cancel_many(shop: Shop, ids: Sequence[int], progress: Progress | None = None) -> Cancelled:
    """Do not send them, newest first: each one as `deciding.cancel` does it.

    A stopped one keeps what is written already.
    """
    progress, states = progress or Progress(), list[State]()
    for part in _parts(ids, progress):
        with shop.database.write() as connection:
            records = deliveries.in_states(connection, STEPS[Step.CANCEL][0], part)
            states += [call_off(shop, connection, record, shop.clock()) for record in records]
        _publish(shop, records)
    return Cancelled(states.count(State.CANCELLED), states.count(State.UNKNOWN))


def _parts(ids: Sequence[int], progress: Progress) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), AT_ONCE):
        progress.done, progress.total = start, len(ids)
        if progress.is_stopped:
            return
        yield ids[start : start + AT_ONCE]


def _publish(shop: Shop, records: Sequence[Any]) -> None:
    products = frozenset(int(record.product_id) for record in records)
    shop.changes.publish(Change(products, deliveries=True, queued=True))
