"""The rule of the merge: which stories explain an online event (protocol page, Possible worlds).

The marketplace saw one order of our writes and its own sales; we saw them apart, late, and perhaps twice.
A world is one story that explains all that we saw of a size. An event turns each world into all those that
it allows; what is the same in every world is certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.dialect import SoldCountMeaning

MOST_WORLDS = 64
"""More are not kept: nobody could choose among them."""


LOOK = 0
"""The number of what is no delivery: a person read the count in the cabinet."""


@dataclass(frozen=True, slots=True)
class Write:
    """A request of ours: it sets the count (`left`), or else adds signed pieces (`moved`).

    A look into the cabinet stands among them, since it tells the count at its place in their order.
    """

    delivery_id: int
    sets: int | None
    adds: int
    at: float
    accepted: bool = False
    again: bool = False  # nobody knows whether it was applied, and its delivery was sent once more since

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to find out if it was applied."""
        return not (self.accepted or self.again)

    @property
    def is_look(self) -> bool:
        """Whether it changed nothing: somebody saw the count that it sets."""
        return self.delivery_id == LOOK

    def applied_to(self, count: int | None) -> int | None:
        """The marketplace's count after this write."""
        if self.sets is not None:
            return self.sets
        return None if count is None else count + self.adds


@dataclass(frozen=True, slots=True, order=True)
class World:
    """One explanation. `place`: how many of the writes came before the last event."""

    base: int  # the marketplace's count after the last event
    place: int
    moved: int  # sum of all event movements, signed pieces
    total: int | None = None  # last total sold, where `soldCount` is a total
    repeats: int = 0  # how many events it takes for duplicates
    pieces: int = 0  # how many went online in all, in either direction


@dataclass(frozen=True, slots=True)
class Seen:
    """A body that came lately: the count that is left and the `soldCount`.

    Or a count that a person took over from the cabinet: events that led to it have nothing to add.
    """

    count: int
    sold: int | None
    at: float
    is_look: bool = False

    def tells_of(self, count: int, sold: int | None) -> bool:
        """Whether an event of this body may be about the same."""
        return self.count == count and (self.is_look or self.sold == sold)


def explain(
    worlds: Iterable[World],
    writes: Sequence[Write],
    event: Seen,
    meaning: SoldCountMeaning,
    *,
    came_before: bool,
) -> tuple[World, ...]:
    """Every world that the event allows; none: nothing explains it.

    `came_before`: the same body came within the window, so it may be a repeat. What a person saw in the
    cabinet speaks against a world, unless it speaks against all of them.
    """
    allowed: list[World] = []
    for world in worlds:
        allowed += _movements(world, writes, event, meaning)
        if came_before:
            # Also where a total says otherwise: others may have overtaken it, and returns lead back to it.
            allowed.append(replace(world, repeats=world.repeats + 1))
    return distinct([world for world in allowed if fits_looks(world, writes)] or allowed)


def fits_looks(world: World, writes: Sequence[Write]) -> bool:
    """Whether every look after the last event saw what this world says."""
    count: int | None = world.base
    for write in writes[world.place :]:
        if write.is_look and count not in {None, write.sets}:
            return False
        count = write.applied_to(count) if write.accepted else None
    return True


def _movements(
    world: World, writes: Sequence[Write], event: Seen, meaning: SoldCountMeaning
) -> Iterable[World]:
    """The event as a sale or a return, after any of the writes that may have come before it."""
    count: int | None = world.base
    total = event.sold if meaning is SoldCountMeaning.TOTAL else None
    for place in range(world.place, len(writes) + 1):
        if place > world.place:
            count = writes[place - 1].applied_to(count)
        moved = event.count - (count or 0)
        if moved and _fits(moved, world, event.sold, meaning):
            pieces = world.pieces + abs(moved)
            yield World(event.count, place, world.moved + moved, total, world.repeats, pieces)


def _fits(moved: int, world: World, sold: int | None, meaning: SoldCountMeaning) -> bool:
    """Whether `soldCount` agrees with this movement."""
    if sold is None or meaning is SoldCountMeaning.OMITTED:
        return True
    if meaning is SoldCountMeaning.MOVED:
        return abs(moved) == abs(sold)
    return world.total is None or moved == world.total - sold


def likeliest(worlds: Iterable[World]) -> World | None:
    """The world with the fewest repeats, of those the fewest pieces online, of those the fewest returns."""
    return min(worlds, key=unlikelihood, default=None)


def unlikelihood(world: World) -> tuple[int, int, int, int]:
    """What worlds are compared by; the least is the likeliest."""
    return world.repeats, world.pieces, world.moved, -world.place


def fold(worlds: Iterable[World], write: Write) -> tuple[World, ...]:
    """The worlds without the first write, which is too old to matter: it is in the base, or never was."""
    folded: list[World] = []
    for world in worlds:
        if world.place:
            folded.append(replace(world, place=world.place - 1))
            continue
        base = write.applied_to(world.base)
        folded.append(replace(world, base=world.base if base is None else base))
        if write.again and not write.accepted:
            folded.append(world)
    return distinct(folded)


def count_after(count: int | None, writes: Iterable[Write]) -> int | None:
    """The marketplace's count with these writes applied; None where it is not known."""
    for write in writes:
        count = write.applied_to(count)
    return count


def distinct(worlds: Iterable[World]) -> tuple[World, ...]:
    """One of each kind of world, the likeliest."""
    best: dict[tuple[int, int, int, int | None], World] = {}
    for world in worlds:
        key = (world.base, world.place, world.moved, world.total)
        if key not in best or (world.repeats, world.pieces) < (best[key].repeats, best[key].pieces):
            best[key] = world
    return tuple(best.values())
