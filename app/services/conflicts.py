"""Corrections that Polka drafts where the marketplace has another stock than we have.

A draft is a pending change like a typed one: nothing is sent before the review, unless the setting says so.
It is made when all of this holds, and follows what is known until it is sent:

- the track is certain, and no delivery of the size is open or without an answer;
- our own write overwrote online sales of just this difference, or a person compared it with the cabinet;
- no person has typed anything for the size, or declined the correction of this difference.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.conflict import Conflict, Origin, correction, judged
from app.domain.worlds import Track
from app.services.shop import Shop
from app.services.views import Change
from app.storage import conflicts, pending

if TYPE_CHECKING:
    from sqlalchemy import Connection

CORRECTS_ALONE = "corrects_without_asking"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a size stands. `unaccepted`: signed pieces of open deliveries, None where there are none."""

    track: Track
    here: int
    unaccepted: int | None

    @property
    def is_idle(self) -> bool:
        """Whether nothing of it is on its way or without an answer."""
        return self.unaccepted is None and not self.track.open_writes

    @property
    def difference(self) -> int | None:
        """Signed pieces that we have more than the marketplace; None where that is not certain."""
        if self.track.agreed is None or not self.track.is_certain:
            return None
        return self.here - self.track.agreed - (self.unaccepted or 0)


def follow(connection: Connection, standings: Mapping[int, Standing], at: float) -> None:
    """Draft, change or withdraw the corrections of sizes, {size id: how it stands now}."""
    known = conflicts.of_sizes(connection, standings.keys())
    for size_id, standing in standings.items():
        if standing.is_idle and (standing.difference or size_id in known):
            _follow(connection, size_id, standing, known.get(size_id), at)


def _follow(
    connection: Connection, size_id: int, standing: Standing, known: Conflict | None, at: float
) -> None:
    difference = standing.difference
    if difference is None:  # it may become clear again
        conflicts.withdraw(connection, [size_id])
        return
    conflict = judged(known, difference, standing.track) if difference else None
    if conflict is None:
        conflicts.remove(connection, [size_id])
    elif conflict != known:
        conflicts.put(connection, size_id, conflict, at)
    needed = correction(standing.here, standing.track.agreed or 0)
    if conflict is None or conflict.declined or needed is None:
        conflicts.withdraw(connection, [size_id])
    else:
        conflicts.draft(connection, size_id, *needed)


def note_counted(connection: Connection, differences: Mapping[int, int], at: float) -> None:
    """A person says that our stock is right, {size id: signed pieces that we have more}."""
    for size_id, difference in differences.items():
        conflicts.put(connection, size_id, Conflict(difference, Origin.COUNTED), at)


def known(connection: Connection, size_ids: Collection[int]) -> Collection[int]:
    """Those of the sizes whose stock is known to differ from the marketplace's."""
    return conflicts.of_sizes(connection, size_ids).keys()


def decline(connection: Connection, size_ids: Collection[int], at: float) -> None:
    """A person does not want these corrections; the sizes stay flagged until they agree."""
    _set_declined(connection, size_ids, at, is_declined=True)


def take_up(connection: Connection, size_ids: Collection[int], at: float) -> None:
    """A person wants declined corrections after all; `look_again` drafts what fits by now."""
    _set_declined(connection, size_ids, at, is_declined=False)


def _set_declined(
    connection: Connection, size_ids: Collection[int], at: float, *, is_declined: bool
) -> None:
    for size_id, conflict in conflicts.of_sizes(connection, size_ids).items():
        conflicts.put(connection, size_id, replace(conflict, declined=is_declined), at)


@dataclass(frozen=True, slots=True)
class DraftedCorrections:
    """How many corrections wait for a person, and of which sizes."""

    sizes: Sequence[int] = ()
    products: frozenset[int] = frozenset()


def drafted_corrections(shop: Shop) -> DraftedCorrections:
    """What Polka has drafted and nobody has sent."""
    with shop.database.read() as connection:
        rows = conflicts.drafted(connection)
    return DraftedCorrections([row.size_id for row in rows], frozenset(row.product_id for row in rows))


def decline_all(shop: Shop, size_ids: Collection[int]) -> None:
    """Take away the drafted corrections of these sizes; what a person typed stays."""
    now = shop.clock()
    with shop.database.write() as connection:
        wanted = pending.corrected(connection, size_ids)
        products = frozenset(
            row.product_id for row in conflicts.drafted(connection) if row.size_id in wanted
        )
        decline(connection, wanted, now)
        conflicts.withdraw(connection, wanted)
    shop.changes.publish(Change(products))


def load_corrects_alone(shop: Shop) -> bool:
    """Whether corrections of overwritten online sales go without a question."""
    return bool(shop.load_setting(CORRECTS_ALONE))


def save_corrects_alone(shop: Shop, *, is_on: bool) -> None:
    """Keep that; what is drafted already goes, too, once it is on."""
    shop.save_setting(CORRECTS_ALONE, is_on or None)
