"""Taking back what events did to a product or size that they did not mean.

Where since those events only other events have touched a size, the size becomes exactly what it would be
without them: the other ones are read anew from the count that the marketplace had before. Where our own
deliveries, the figure of a person or several readings lie between, that cannot be known: the stock is
taken back all the same, the marketplace's count is assumed to be ours, and the size is flagged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.domain.merge import World
from app.domain.movement import Cause
from app.domain.text import translate
from app.domain.worlds import WINDOW, Track
from app.services.agreement import write_tracks
from app.services.event_views import EventKind
from app.services.link_views import LinkKey
from app.services.tracks import load_track
from app.storage import catalogue, deliveries, inbox, ledger, tracks

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.domain.dialect import SoldCountMeaning
    from app.services.shop import Shop

FIGURES = (Cause.COUNTED, Cause.CORRECTED, Cause.OPENING)
"""After these a person has said what the stock is, whatever came before."""

WITHOUT_PRODUCT = translate("Event", "Which product this is, is not known yet. Choose it once.")
WITHOUT_SIZE = translate("Event", "Which size “{size}” is, is not known yet. Choose it once.")


@dataclass(frozen=True, slots=True)
class Lift:
    """One size without some of its events. Pieces are signed and change its stock.

    `opened`: of a first word that became the opening stock; `returned`: of online returns; `followed`: of
    events that nothing explained; `sold`: the rest.
    """

    size: Any
    old: Track
    new: Track
    opened: int = 0
    returned: int = 0
    followed: int = 0
    sold: int = 0

    @property
    def taken(self) -> int:
        """By how much the stock changes."""
        return self.opened + self.moved

    @property
    def moved(self) -> int:
        """The same without the opening stock: by how much the sum of the event movements changes."""
        return self.returned + self.followed + self.sold

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to compare the size with the cabinet because of this."""
        return self.old != self.new and not self.new.explained


def plan(connection: Connection, key: LinkKey, meaning: SoldCountMeaning) -> list[Lift]:
    """What the sizes would be without the events of a link."""
    by_size: dict[int, list[Any]] = {}
    for line in inbox.lines_of_number(connection, key.marketplace_id, key.value):
        if line.applied:
            by_size.setdefault(line.size_id, []).append(line)
    sizes = catalogue.size_records_by_id(connection, list(by_size))
    return [_lift(connection, size, by_size[size.id], meaning) for size in sizes]


def take_back(shop: Shop, connection: Connection, key: LinkKey, meaning: SoldCountMeaning) -> set[int]:
    """The events of a link wait again; the ledger keeps what they did, and that it was taken back.

    Returns the products whose stock or track has changed.
    """
    touched: set[int] = set()
    for lift in plan(connection, key, meaning):
        if lift.old == lift.new and not lift.taken:
            continue
        touched.add(lift.size.product_id)
        here, now = lift.size.here, shop.clock()
        for pieces, cause in (
            (lift.opened, Cause.BASELINE),
            (lift.returned, Cause.UNLINKED),
            (lift.followed, Cause.FOLLOWED),
            (lift.sold, Cause.UNLINKED),
        ):
            if pieces:
                here = ledger.move(connection, lift.size.id, pieces, cause, at=now, who=shop.who)
        write_tracks(connection, {lift.size.id: (lift.new, lift.new, here)}, at=now, who=shop.who)
    _wait_again(connection, key)
    return touched


def _wait_again(connection: Connection, key: LinkKey) -> None:
    lines = inbox.lines_of_number(connection, key.marketplace_id, key.value)
    is_of_size = key.value is not None
    note = WITHOUT_SIZE.format(size=key.value) if is_of_size else WITHOUT_PRODUCT
    product_id = lines[0].product_id if lines and is_of_size else None
    ids = [line.id for line in lines]
    inbox.wait_again(connection, ids, EventKind.UNLINKED, product_id, note.dumps())


def _lift(connection: Connection, size: Any, removed: Sequence[Any], meaning: SoldCountMeaning) -> Lift:
    old = load_track(size.track, size.agreed)
    figure = ledger.newest_figure(connection, size.id, FIGURES)
    after, since = (0, 0.0) if figure is None else (figure.id, figure.at)
    events = {line.event_id for line in removed}
    made = [move for move in ledger.of_events(connection, size.id, after) if move.event_id in events]
    felt = _felt(removed, made, since)
    if not felt:  # they only repeated others, or a person has said since what the stock is
        return Lift(size, old, old)
    lines = [
        line
        for line in inbox.lines_of_size(connection, size.product_id, size.id)
        if line.received_at > since or line.id >= felt[0].id
    ]
    opened, returned = _undone(made, Cause.BASELINE), _undone(made, Cause.ONLINE_RETURN)
    followed = _undone(made, Cause.FOLLOWED)
    if _is_plain(connection, size, old, felt[0], lines) and _is_after(figure, made):
        gone = {line.id for line in removed}
        new = _without(old, felt[0], lines, gone, meaning)
        sold = new.moved_total - old.moved_total - returned - followed
        return Lift(size, old, new, opened, returned, followed, sold)
    sold = -sum(move.quantity for move in made) - opened - returned - followed
    return _doubtful(connection, Lift(size, old, old, opened, returned, followed, sold))


def _felt(removed: Sequence[Any], made: Sequence[Any], since: float) -> list[Any]:
    """The lines that the stock of now still comes from. `made`: their movements after a person's figure."""
    standing = {move.event_id for move in made}
    return [
        line
        for line in removed
        if line.kind != EventKind.ALREADY_COUNTED
        and (line.event_id in standing or line.received_at > since)
    ]


def _undone(made: Sequence[Any], cause: Cause) -> int:
    return -sum(int(move.quantity) for move in made if move.cause == cause)


def _is_after(figure: Any, made: Sequence[Any]) -> bool:
    """Whether all of these movements that there are came after the person's figure."""
    return figure is None or not made or made[0].id > figure.id


def _is_plain(connection: Connection, size: Any, old: Track, first: Any, lines: Sequence[Any]) -> bool:
    """Whether only events have touched the size since, each with one reading."""
    several = any(line.kind in {EventKind.SEVERAL, EventKind.OVERWRITTEN} for line in lines)
    outcomes = {(world.base, world.moved) for world in old.worlds}
    return (
        not several
        and len(outcomes) == 1
        and all(write.accepted and write.at < first.received_at - WINDOW for write in old.writes)
        and not deliveries.has_touched_since(connection, size.id, first.received_at - WINDOW)
    )


def _without(
    old: Track, first: Any, lines: Sequence[Any], gone: set[int], meaning: SoldCountMeaning
) -> Track:
    """The track as it was before the first of the events, and then read the others."""
    later = [line for line in lines if line.id >= first.id]
    unexplained = [line.id for line in lines if line.kind == EventKind.UNEXPLAINED]
    is_explained = old.explained or (bool(unexplained) and unexplained[0] >= first.id)
    seen = tuple(body for body in old.seen if body.at < first.received_at)
    worlds: tuple[World, ...] = ()
    if first.kind != EventKind.BASELINE:
        moved = old.moved_total - sum(line.movement for line in later)
        worlds = (World(first.count - first.movement, 0, moved),)
    track = Track((), worlds, seen, is_explained)
    for line in later:
        if line.id not in gone:
            track, _ = track.event(line.count, line.sold_count, line.received_at, meaning)
    return track


def _doubtful(connection: Connection, lift: Lift) -> Lift:
    """The stock without the events; what the marketplace has is for a person to see."""
    unaccepted = tracks.open_movements(connection, [lift.size.id]).get(lift.size.id, 0)
    count = lift.size.here + lift.taken - unaccepted
    still_open = tuple(write for write in lift.old.writes if not write.accepted)
    world = World(count, 0, lift.old.moved_total + lift.moved)
    return replace(lift, new=Track(still_open, (world,), explained=False))
