"""Possible worlds: how an event is read, and what the marketplace has since (protocol page, same title).

The marketplace saw one order of our writes and its own sales; we saw them apart, late, and perhaps twice.
A track keeps, for one size, every interleaving (world) that explains all that we saw.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Any

from app.domain.dialect import SoldCountMeaning

WINDOW = 600.0
"""Seconds for which writes and bodies are remembered one by one."""

MOST_WORLDS = 64


@dataclass(frozen=True, slots=True)
class Write:
    """One of our deliveries: it sets the count (`left`), or else adds signed pieces (`moved`)."""

    delivery_id: int
    sets: int | None
    adds: int
    at: float
    accepted: bool = False

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


@dataclass(frozen=True, slots=True)
class Seen:
    """A body that came lately."""

    count: int
    sold: int | None
    at: float


class Kind(StrEnum):
    """What an event was, in the world that is likeliest."""

    BASELINE = "baseline"
    SALE = "sale"
    RETURN = "return"
    ALREADY_COUNTED = "already_counted"
    SEVERAL = "several"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one event did. `movement`: the change of the movement sum, signed pieces."""

    kind: Kind
    movement: int
    before: int | None  # the marketplace's count before and after, as far as known
    after: int | None
    alternatives: tuple[tuple[int, int | None], ...] = ()
    settled: tuple[tuple[int, bool], ...] = ()  # (delivery id, applied) that only one reading explains


@dataclass(frozen=True, slots=True)
class Track:
    """Everything that the rule needs about one size. No worlds: the marketplace's count is unknown.

    The caller keeps `here = own movements + moved_total` and writes every change of `moved_total` into
    the ledger: also a settled delivery can change it.
    """

    writes: tuple[Write, ...] = ()
    worlds: tuple[World, ...] = ()
    seen: tuple[Seen, ...] = ()
    explained: bool = True

    @classmethod
    def start(cls, agreed: int | None) -> Track:
        """A track that begins with what is agreed, if anything is."""
        return cls() if agreed is None else cls(worlds=(World(agreed, 0, 0),))

    @property
    def likeliest(self) -> World | None:
        """The world with the fewest repeats; of those the one that has the event latest."""
        return min(self.worlds, key=lambda w: (w.repeats, -w.place), default=None)

    @property
    def moved_total(self) -> int:
        """The movement sum of the likeliest world."""
        return self.likeliest.moved if self.likeliest else 0

    @property
    def agreed(self) -> int | None:
        """The marketplace's count now with all accepted writes applied; None where unknown."""
        return self._now(self.likeliest)

    @property
    def is_certain(self) -> bool:
        """All worlds have one outcome, and every event was explained."""
        return self.explained and len({(w.moved, self._now(w)) for w in self.worlds}) <= 1

    @property
    def open_writes(self) -> tuple[int, ...]:
        """The deliveries of which it is not known whether the marketplace applied them, in order."""
        return tuple(write.delivery_id for write in self.writes if not write.accepted)

    def counts_if(self, arrived: Collection[int]) -> frozenset[int]:
        """What the marketplace may have now if of the open writes it applied just these."""
        counts = (self._count_if(world, arrived) for world in self._told())
        return frozenset(count for count in counts if count is not None)

    def _told(self) -> Iterable[World]:
        """The worlds; an event that nothing explains does not tell which open writes it had seen."""
        if self.explained:
            return self.worlds
        first = next((i for i, w in enumerate(self.writes) if not w.accepted), len(self.writes))
        return [replace(w, place=p) for w in self.worlds for p in range(first, len(self.writes) + 1)]

    def _count_if(self, world: World, arrived: Collection[int]) -> int | None:
        """None where this world says otherwise."""
        applied = [write.accepted or write.delivery_id in arrived for write in self.writes]
        if not all(applied[: world.place]):
            return None
        later = zip(self.writes, applied, strict=True)
        return _after(world.base, (w for w, is_in in islice(later, world.place, None) if is_in))

    def sending(self, delivery_id: int, sets: int | None, adds: int, at: float) -> Track:
        """A write that is in flight, or whose outcome is unknown."""
        others = tuple(w for w in self.writes if w.delivery_id != delivery_id)
        return replace(self, writes=(*others, Write(delivery_id, sets, adds, at)))

    def accepted(self, delivery_id: int) -> Track:
        """The marketplace applied the write."""
        writes = tuple(
            replace(w, accepted=True) if w.delivery_id == delivery_id else w for w in self.writes
        )
        track = replace(self, writes=writes)
        if track.worlds or not writes:
            return track
        first_known = _after(None, writes)
        if first_known is None:
            return track
        # The first write that sets the count tells what the marketplace has.
        return replace(track, writes=(), worlds=(World(first_known, 0, 0),))

    def rejected(self, delivery_id: int) -> Track:
        """The marketplace did not apply the write: worlds in which it had are gone."""
        index = next((i for i, w in enumerate(self.writes) if w.delivery_id == delivery_id), None)
        if index is None:
            return self
        writes = self.writes[:index] + self.writes[index + 1 :]
        kept = [w for w in self.worlds if w.place <= index]
        if not kept:  # an event seemed to have seen it: follow the event, and say so
            kept = [replace(w, place=len(writes)) for w in self.worlds]
            return replace(self, writes=writes, worlds=_distinct(kept), explained=not self.worlds)
        return replace(self, writes=writes, worlds=_distinct(kept))

    def corrected(self, count: int) -> Track:
        """A person saw what the marketplace has now: everything before is settled."""
        return Track(worlds=(World(count, 0, self.moved_total),))

    def event(
        self, count: int, sold: int | None, at: float, meaning: SoldCountMeaning
    ) -> tuple[Track, Reading]:
        """Read one event: `sold` is its `soldCount`, read as `meaning` says."""
        track = self.fold(at)
        seen = (*track.seen, Seen(count, sold, at))
        if not track.worlds:
            world = World(count, len(track.writes), 0, sold if meaning is _TOTAL else None)
            return replace(track, worlds=(world,), seen=seen), Reading(Kind.BASELINE, 0, None, count)
        allowed = _distinct(
            new for world in track.worlds for new in track._readings(world, count, sold, meaning)
        )
        if not allowed or len(allowed) > MOST_WORLDS:
            return track._unexplained(count, sold, seen, meaning)
        after = replace(track, worlds=allowed, seen=seen)
        return after._settled(track)

    def fold(self, now: float, window: float = WINDOW) -> Track:
        """Forget bodies older than the window, and put accepted writes older than it into the base.

        An unknown write stays, and those after it: it was applied, or it was not.
        """
        track = replace(self, seen=tuple(s for s in self.seen if now - s.at <= window))
        while track.writes and track.worlds and now - track.writes[0].at > window:
            first, rest = track.writes[0], track.writes[1:]
            if not first.accepted:
                return track
            folded = [_fold(world, first) for world in track.worlds]
            track = replace(track, writes=rest, worlds=_distinct(folded))
        return track

    def to_json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "writes": [_fields(write) for write in self.writes],
            "worlds": [_fields(world) for world in self.worlds],
            "seen": [_fields(seen) for seen in self.seen],
            "explained": self.explained,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Track:
        """The track that `to_json` wrote."""
        return cls(
            tuple(Write(**write) for write in data["writes"]),
            tuple(World(**world) for world in data["worlds"]),
            tuple(Seen(**seen) for seen in data["seen"]),
            data["explained"],
        )

    def _now(self, world: World | None) -> int | None:
        if world is None:
            return None
        seen, later = self.writes[: world.place], self.writes[world.place :]
        # A write that the event has seen is part of the base, accepted or not.
        return _after(world.base, (w for w in later if w.accepted)) if seen or later else world.base

    def _readings(
        self, world: World, count: int, sold: int | None, meaning: SoldCountMeaning
    ) -> Iterable[World]:
        at_place: int | None = world.base
        for place in range(world.place, len(self.writes) + 1):
            if place > world.place:
                at_place = self.writes[place - 1].applied_to(at_place)
            moved = count - (at_place or 0)
            if moved and _allows(moved, world, sold, meaning):
                total = sold if meaning is _TOTAL else None
                yield World(count, place, world.moved + moved, total, world.repeats)
        if self._is_repeat(world, count, sold, meaning):
            yield replace(world, repeats=world.repeats + 1)

    def _is_repeat(self, world: World, count: int, sold: int | None, meaning: SoldCountMeaning) -> bool:
        same = any((s.count, s.sold) == (count, sold) for s in self.seen)
        if meaning is _TOTAL and sold is not None and world.total is not None:
            return same and sold == world.total
        return same

    def _unexplained(
        self, count: int, sold: int | None, seen: tuple[Seen, ...], meaning: SoldCountMeaning
    ) -> tuple[Track, Reading]:
        before = self.agreed
        movement = count - (before or 0)
        total = sold if meaning is _TOTAL else None
        world = World(count, len(self.writes), self.moved_total + movement, total)
        track = Track(self.writes, (world,), seen, explained=False)
        return track, Reading(Kind.UNEXPLAINED, movement, before, track.agreed)

    def _settled(self, before: Track) -> tuple[Track, Reading]:
        movement = self.moved_total - before.moved_total
        settled = tuple(
            (write.delivery_id, True)
            for place, write in enumerate(self.writes)
            if not write.accepted and all(world.place > place for world in self.worlds)
        )
        track = self
        for delivery_id, _ in settled:
            track = track.accepted(delivery_id)
        outcomes = sorted({(w.moved - before.moved_total, track._now(w)) for w in track.worlds})
        several = len(outcomes) > 1
        kind = Kind.SEVERAL if several else _kind(movement)
        alternatives = tuple(outcomes) if several else ()
        return track, Reading(kind, movement, before.agreed, track.agreed, alternatives, settled)


_TOTAL = SoldCountMeaning.TOTAL


def _fields(part: Write | World | Seen) -> dict[str, Any]:
    # Not `asdict`, which copies deeply: a busy size is written again with every event.
    return {name: getattr(part, name) for name in part.__dataclass_fields__}


def _allows(moved: int, world: World, sold: int | None, meaning: SoldCountMeaning) -> bool:
    if sold is None or meaning is SoldCountMeaning.OMITTED:
        return True
    if meaning is SoldCountMeaning.MOVED:
        return abs(moved) == abs(sold)
    return world.total is None or moved == world.total - sold


def _after(count: int | None, writes: Iterable[Write]) -> int | None:
    for write in writes:
        count = write.applied_to(count)
    return count


def _fold(world: World, write: Write) -> World:
    if world.place:
        return replace(world, place=world.place - 1)
    base = write.applied_to(world.base)
    return replace(world, base=world.base if base is None else base)


def _distinct(worlds: Iterable[World]) -> tuple[World, ...]:
    """One of each kind of world, the one with the fewest repeats."""
    best: dict[tuple[int, int, int, int | None], World] = {}
    for world in worlds:
        key = (world.base, world.place, world.moved, world.total)
        if key not in best or world.repeats < best[key].repeats:
            best[key] = world
    return tuple(best.values())


def _kind(movement: int) -> Kind:
    if movement == 0:
        return Kind.ALREADY_COUNTED
    return Kind.SALE if movement < 0 else Kind.RETURN
