"""What follows from a size's track: the stock, what is agreed, and whether a person should look.

The invariant of the protocol page: here = agreed + our movements that are not accepted yet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from app.domain.conflict import is_oversale
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.domain.worlds import Track
from app.services import conflicts
from app.services.conflicts import Standing
from app.services.tracks import dump_track, load_track
from app.storage import ledger, tracks

if TYPE_CHECKING:
    from sqlalchemy import Connection


def settle_writes(
    connection: Connection,
    known: Mapping[int, bool],
    product_ids: Collection[int],
    *,
    at: float,
    who: str = "",
) -> None:
    """It is known of deliveries, {number: applied}, whether the marketplace applied them.

    `who` is the person who said so, where it was one.
    """
    changed: dict[int, tuple[Track, Track, int]] = {}
    for row in tracks.of_products(connection, product_ids):
        old = new = load_track(row.track, row.agreed)
        for number in {write.delivery_id for write in old.writes} & known.keys():
            new = new.accepted(number) if known[number] else new.rejected(number)
            changed[row.id] = (old, new.fold(at), row.here)
    if changed:
        write_tracks(connection, changed, at=at, who=who)


def correct(connection: Connection, counts: Mapping[int, int], *, at: float, who: str) -> None:
    """A person read in the cabinet what the marketplace has, {size id: pieces}: both sides follow that.

    What is still on its way to the marketplace is kept on top of it. The ledger says who read it, also
    where nothing changes.
    """
    unaccepted = tracks.open_movements(connection, list(counts))
    changed: dict[int, tuple[Track, Track, int]] = {}
    for row in tracks.known_sizes(connection, list(counts)):
        here, old, count = row.here, load_track(row.track, row.agreed), counts[row.id]
        missing = count + unaccepted.get(row.id, 0) - here
        here = ledger.move(connection, row.id, missing, Cause.COUNTED, at=at, who=who)
        changed[row.id] = (old, old.corrected(count, at), here)
    write_tracks(connection, changed, at=at, who=who)


def note_looked(connection: Connection, counts: Mapping[int, int], *, at: float, who: str) -> None:
    """A person read these counts, {size id: pieces}, and concluded from them what became of deliveries.

    Webhooks that were on their way then are held against them.
    """
    changed: dict[int, tuple[Track, Track, int]] = {}
    for row in tracks.known_sizes(connection, list(counts)):
        old = load_track(row.track, row.agreed)
        changed[row.id] = (old, old.looked(counts[row.id], at), row.here)
    write_tracks(connection, changed, at=at, who=who)


def keep_ours(connection: Connection, counts: Mapping[int, int], *, at: float, who: str) -> None:
    """The same where our stock is right: the marketplace is to follow it, by a drafted correction."""
    unaccepted = tracks.open_movements(connection, list(counts))
    changed: dict[int, tuple[Track, Track, int]] = {}
    differences: dict[int, int] = {}
    for row in tracks.known_sizes(connection, list(counts)):
        old, count = load_track(row.track, row.agreed), counts[row.id]
        here = ledger.move(connection, row.id, 0, Cause.CORRECTED, at=at, who=who)
        differences[row.id] = here - count - unaccepted.get(row.id, 0)
        changed[row.id] = (old, old.corrected(count, at), here)
    conflicts.note_counted(connection, differences, at)
    write_tracks(connection, changed, at=at, who=who)


def look_again(connection: Connection, size_ids: Collection[int], at: float) -> None:
    """Our stock of sizes, or what of them is on its way, has changed: flags and corrections follow."""
    unaccepted = tracks.open_movements(connection, size_ids)
    standings: dict[int, Standing] = {}
    for row in tracks.known_sizes(connection, size_ids):
        track = load_track(row.track, row.agreed)
        standings[row.id] = Standing(track, row.here, unaccepted.get(row.id))
        flag = _dumped(flag_of(track, row.here, unaccepted.get(row.id, 0)))
        if flag != row.flag:
            tracks.write_flag(connection, row.id, flag)
    conflicts.follow(connection, standings, at)


def write_tracks(
    connection: Connection,
    changed: Mapping[int, tuple[Track, Track, int]],
    *,
    at: float,
    cause: Cause = Cause.READING_SETTLED,
    event_id: int | None = None,
    who: str = "",
) -> dict[int, int]:
    """Write tracks that changed, {size id: (old, new, here)}; returns the stock after, by size.

    A changed movement sum becomes a movement in the ledger.
    """
    heres: dict[int, int] = {}
    for size_id, (old, new, here) in changed.items():
        moved = new.moved_total - old.moved_total
        heres[size_id] = (
            ledger.move(connection, size_id, moved, cause, at=at, event_id=event_id, who=who)
            if moved
            else here
        )
    _write(connection, {size_id: (new, heres[size_id]) for size_id, (_, new, _) in changed.items()}, at)
    return heres


def _write(connection: Connection, now: Mapping[int, tuple[Track, int]], at: float) -> None:
    """Write {size id: (track, our stock)}; flags and corrections follow."""
    unaccepted = tracks.open_movements(connection, list(now))
    known: list[tracks.KnownSize] = []
    for size_id, (track, here) in now.items():
        flag = _dumped(flag_of(track, here, unaccepted.get(size_id, 0)))
        known.append(tracks.KnownSize(size_id, track.agreed, dump_track(track), flag))
    tracks.write(connection, known)
    standings = {
        size_id: Standing(track, here, unaccepted.get(size_id)) for size_id, (track, here) in now.items()
    }
    conflicts.follow(connection, standings, at)


def _dumped(flag: Text | None) -> str | None:
    return None if flag is None else flag.dumps()


def flag_of(track: Track, here: int, unaccepted: int) -> Text | None:
    """Why a person should look at this size, or None."""
    if here < 0:
        return translate("Stock", "Sold more than there was: the stock is {here}.").format(here=here)
    if not track.explained:
        return translate(
            "Stock",
            "An online event does not fit what was known. Compare the stock with the cabinet.",
        )
    if not track.is_certain:
        return translate("Stock", "Online events can be read in several ways; the likeliest is shown.")
    if track.agreed is None or is_oversale(track.agreed, here - unaccepted):
        return None
    if here != track.agreed + unaccepted:
        return translate(
            "Stock", "The marketplace shows {agreed}, here it is {here}. Compare and correct."
        ).format(agreed=track.agreed + unaccepted, here=here)
    return None
