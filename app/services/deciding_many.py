"""What a person decides about many deliveries at once: each one where it may be done, and how many were."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
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
from app.storage.deliveries import Wanted

AT_ONCE = 100
"""Deliveries in one transaction, so that others can write in between."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Rows of a list by their places, first and last of each span, when the list had `total` rows.

    New rows come in at the top, so a place is counted from the end of the list.
    """

    shown: Shown
    total: int
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ranges:
    """What a filter finds between numbers of deliveries, both included."""

    shown: Shown
    between: tuple[tuple[int, int], ...]


Chosen: TypeAlias = Collection[int] | Shown | Ranges
"""Numbers of deliveries, everything that a filter finds, or parts of that."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """How many are cancelled, and how many may have arrived, so that a person is asked about them."""

    cancelled: int = 0
    in_doubt: int = 0


def possible(shop: Shop, chosen: Chosen, step: Step) -> list[int]:
    """The chosen deliveries that can take the step now, newest first."""
    with shop.database.read() as connection:
        states = STEPS[step][0]
        return [row.id for part in _among(chosen) for row in deliveries.in_states(connection, states, part)]


def count_possible(shop: Shop, chosen: Chosen, steps: Sequence[Step]) -> list[int]:
    """How many of the chosen deliveries can take each of the steps now."""
    with shop.database.read() as connection:
        return [
            sum(deliveries.count_in_states(connection, STEPS[step][0], part) for part in _among(chosen))
            for step in steps
        ]


def ranges_of(shop: Shop, spans: Spans) -> Ranges:
    """The same rows by their numbers, which stay theirs whatever comes or goes."""
    listed = wanted(spans.shown)
    with shop.database.read() as connection:
        new = deliveries.count(connection, listed) - spans.total
        found: list[tuple[int, int]] = []
        for first, last in sorted(spans.places):
            newest = deliveries.number_at(connection, listed, max(first + new, 0))
            if newest is not None and last + new >= 0:
                found.append((deliveries.number_at(connection, listed, last + new) or 0, newest))
    return Ranges(spans.shown, tuple(found))


def _among(chosen: Chosen) -> list[Collection[int] | Wanted]:
    """What the storage looks for, newest first."""
    if isinstance(chosen, Ranges):
        return [replace(wanted(chosen.shown), between=between) for between in chosen.between]
    return [wanted(chosen) if isinstance(chosen, DeliveryKind | BatchPart) else chosen]


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
