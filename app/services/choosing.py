"""Several readings of online events: a person chooses the one that is true."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import translate
from app.domain.worlds import Track, WorldOutcome
from app.services.agreement import correct, keep_ours, settle_writes, write_tracks
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
    unaccepted = tracks.open_movements(connection, size_ids)
    for row in tracks.known_sizes(connection, size_ids):
        track = load_track(row.track, row.agreed)
        if track.is_certain:
            continue
        on_its_way = unaccepted.get(row.id, 0)
        choices = _readings(row, track) if track.explained else _sides(row, track, on_its_way)
        if len(choices) > 1:
            found[row.id] = Readings(row.id, row.product_id, tuple(choices))
    return found


def _readings(row: Any, track: Track) -> list[Choice]:
    own = row.here - track.moved_total
    return [Choice(own + one.moved, one.count) for one in track.outcomes if one.count is not None]


def _sides(row: Any, track: Track, on_its_way: int) -> list[Choice]:
    """Whose stock is right, where nothing leads from one to the other, as after some first words.

    While a delivery may or may not have arrived, nobody knows what the marketplace has.
    """
    if track.open_writes:
        return []
    counts = list(dict.fromkeys(one.count for one in track.outcomes if one.count is not None))
    theirs = [Choice(count + on_its_way, count) for count in counts]
    ours = [Choice(row.here, one.there, is_ours=True) for one in theirs if one.here != row.here]
    return [*theirs, *ours]


def choose(shop: Shop, shown: Readings, choice: Choice) -> None:
    """Only this reading stays; our stock follows it, or a correction of the marketplace is drafted.

    The ledger says who chose. The readings must still be those that were shown: raises
    `InvalidValueError`.
    """
    now, size_id = shop.clock(), shown.size_id
    with shop.database.write() as connection:
        row = tracks.known_sizes(connection, [size_id])[0]
        old = load_track(row.track, row.agreed)
        if old.is_certain and (row.here, old.agreed) == (choice.here, choice.there):
            return  # chosen twice, or known by itself meanwhile
        if readings_of(connection, [size_id]).get(size_id) != shown:
            raise _moved_on()
        if not old.explained:
            settle = keep_ours if choice.is_ours else correct
            settle(connection, {size_id: choice.there}, at=now, who=shop.who)
        else:
            _keep_reading(shop, connection, row, old, choice)
    products = frozenset({shown.product_id})
    shop.changes.publish(Change(products, deliveries=True, queued=True, events=True))


def _keep_reading(shop: Shop, connection: Connection, row: Any, old: Track, choice: Choice) -> None:
    now, size_id = shop.clock(), row.id
    outcome = WorldOutcome(old.moved_total + choice.here - row.here, choice.there)
    new, settled = old.chosen(outcome)
    arrived = confirm_seen(shop, connection, settled, CHOSEN.format(who=shop.who))
    here: int = row.here
    if choice.here == here:  # a changed stock becomes a movement by itself
        here = ledger.move(connection, size_id, 0, Cause.READING_SETTLED, at=now, who=shop.who)
    write_tracks(connection, {size_id: (old, new.fold(now), here)}, at=now, who=shop.who)
    settle_writes(connection, dict.fromkeys(arrived, True), [row.product_id], at=now, who=shop.who)


def _moved_on() -> InvalidValueError:
    return InvalidValueError(
        translate("Event", "The readings have changed meanwhile."),
        translate("Event", "Look at them again; nothing was changed."),
    )
