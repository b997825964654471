"""Several readings of online events: a person chooses the one that is true."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import translate
from app.domain.worlds import Outcome, Track
from app.services.agreement import settle_writes, write_tracks
from app.services.event_views import Choice, Readings
from app.services.reading import confirm_seen
from app.services.shop import Shop
from app.services.tracks import load_track
from app.services.views import Change
from app.storage import ledger, tracks

if TYPE_CHECKING:
    from sqlalchemy import Connection

CHOSEN = translate("Delivery", "{who} chose the reading in which it arrived.")


def readings_of(connection: Connection, size_ids: Collection[int]) -> dict[int, Readings]:
    """{size id: its readings} of those that have several."""
    found: dict[int, Readings] = {}
    for row in tracks.known_sizes(connection, size_ids):
        track = load_track(row.track, row.agreed)
        if track.explained and not track.is_certain:
            found[row.id] = _readings(row, track)
    return found


def _readings(row: Any, track: Track) -> Readings:
    own = row.here - track.moved_total
    choices = [Choice(own + one.moved, one.count) for one in track.outcomes if one.count is not None]
    return Readings(row.id, row.product_id, tuple(choices))


def choose(shop: Shop, shown: Readings, choice: Choice) -> None:
    """Only this reading stays; our stock follows it, and the ledger says who chose.

    The readings must still be those that were shown: raises `InvalidValueError`.
    """
    now, size_id = shop.clock(), shown.size_id
    with shop.database.write() as connection:
        row = tracks.known_sizes(connection, [size_id])[0]
        old = load_track(row.track, row.agreed)
        if old.is_certain and (row.here, old.agreed) == (choice.here, choice.there):
            return  # chosen twice, or known by itself meanwhile
        if readings_of(connection, [size_id]).get(size_id) != shown:
            raise _moved_on()
        outcome = Outcome(old.moved_total + choice.here - row.here, choice.there)
        new, settled = old.chosen(outcome)
        arrived = confirm_seen(shop, connection, settled, CHOSEN.format(who=shop.who))
        here: int = row.here
        if choice.here == here:  # a changed stock becomes a movement by itself
            here = ledger.move(connection, size_id, 0, Cause.READING_SETTLED, at=now, who=shop.who)
        write_tracks(connection, {size_id: (old, new.fold(now), here)}, at=now, who=shop.who)
        settle_writes(connection, dict.fromkeys(arrived, True), [shown.product_id], at=now, who=shop.who)
    products = frozenset({shown.product_id})
    shop.changes.publish(Change(products, deliveries=True, queued=True, events=True))


def _moved_on() -> InvalidValueError:
    return InvalidValueError(
        translate("Event", "The readings have changed meanwhile."),
        translate("Event", "Look at them again; nothing was changed."),
    )
