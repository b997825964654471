"""What is known of one size at the marketplace: its worlds, our writes, and what an event did to them.

The rule itself is in `merge.py`; here is what surrounds it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Any

from app.domain.dialect import SoldCountMeaning
from app.domain.merge import (
    LOOK,
    MOST_WORLDS,
    Seen,
    World,
    Write,
    count_after,
    distinct,
    explain,
    fits_looks,
    fold,
    likeliest,
    unlikelihood,
)

WINDOW = 600.0
"""Seconds for which writes and bodies are remembered one by one."""


class ReadingKind(StrEnum):
    """What an event was, in the world that is likeliest."""

    BASELINE = "baseline"
    SALE = "sale"
    RETURN = "return"
    ALREADY_COUNTED = "already_counted"
    OVERWRITTEN = "overwritten"  # a sale or return, which a write of ours has put out of the count since
    SEVERAL = "several"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one event did. `movement`: the change of the movement sum, signed pieces."""

    kind: ReadingKind
    movement: int
    before: int | None  # the marketplace's count before and after, as far as known
    after: int | None
    alternatives: tuple[tuple[int, int | None], ...] = ()
    settled: tuple[tuple[int, bool], ...] = ()  # (delivery id, applied) that only one reading explains


@dataclass(frozen=True, slots=True)
class WorldOutcome:
    """What a world comes to: the sum of all event movements, and the marketplace's count now."""

    moved: int
    count: int | None


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
        """The world that is shown where there are several."""
        return likeliest(self.worlds)

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
        return self.explained and len(self.outcomes) <= 1

    @property
    def outcomes(self) -> tuple[WorldOutcome, ...]:
        """What the worlds come to, each once, the likeliest first."""
        ranked = sorted(self.worlds, key=unlikelihood)
        return tuple(dict.fromkeys(WorldOutcome(world.moved, self._now(world)) for world in ranked))

    @property
    def open_writes(self) -> tuple[int, ...]:
        """The deliveries of which it is not known whether the marketplace applied them, in order."""
        return tuple(write.delivery_id for write in self.writes if write.is_open)

    def counts_if(self, arrived: Collection[int]) -> frozenset[int]:
        """What the marketplace may have now if of the open writes it applied just these."""
        counts = (self._count_if(world, arrived) for world in self._told())
        return frozenset(count for count in counts if count is not None)

    def _told(self) -> Iterable[World]:
        """The worlds; an event that nothing explains does not tell which open writes it had seen."""
        if self.explained:
            return self.worlds
        first = next((i for i, w in enumerate(self.writes) if w.is_open), len(self.writes))
        return [replace(w, place=p) for w in self.worlds for p in range(first, len(self.writes) + 1)]

    def _count_if(self, world: World, arrived: Collection[int]) -> int | None:
        """None where this world says otherwise."""
        missing = set(self.open_writes).difference(arrived)
        applied = [write.delivery_id not in missing for write in self.writes]
        if not all(applied[: world.place]):
            return None
        later = zip(self.writes, applied, strict=True)
        return count_after(world.base, (w for w, is_in in islice(later, world.place, None) if is_in))

    def sending(self, delivery_id: int, sets: int | None, adds: int, at: float) -> Track:
        """A write that is in flight, or whose outcome is unknown.

        One that may have been applied already and is sent once more is another write where it sets the
        count; where it adds, only what is applied once at most is repeated.
        """
        again = [
            replace(w, again=not w.accepted) if w.delivery_id == delivery_id else w for w in self.writes
        ]
        kept = [w for w in again if w.delivery_id != delivery_id or w.sets is not None]
        return replace(self, writes=(*kept, Write(delivery_id, sets, adds, at)))

    def accepted(self, delivery_id: int) -> Track:
        """The marketplace applied the write."""
        writes = tuple(
            replace(w, accepted=True) if w.delivery_id == delivery_id and not w.again else w
            for w in self.writes
        )
        track = replace(self, writes=writes)
        first = next((place for place, write in enumerate(writes) if write.sets is not None), None)
        if track.worlds or first is None:
            return track
        # The first write that sets the count tells it, and what was taken for the count before.
        before = (writes[first].sets or 0) - writes[first].adds
        return replace(track, worlds=(World(before, first, 0),))

    def rejected(self, delivery_id: int) -> Track:
        """The marketplace did not apply the write: worlds in which it had are gone."""
        index = next((i for i, w in enumerate(self.writes) if w.delivery_id == delivery_id), None)
        if index is None:
            return self
        writes = tuple(w for w in self.writes if w.delivery_id != delivery_id)
        kept = [w for w in self.worlds if w.place <= index]
        if not kept:  # an event seemed to have seen it: follow the event, and say so
            kept = [replace(w, place=len(writes)) for w in self.worlds]
            return replace(self, writes=writes, worlds=distinct(kept), explained=not self.worlds)
        return replace(self, writes=writes, worlds=distinct(kept))

    def doubted(self) -> Track:
        """The first word about a size does not say what we have: nobody knows which of the two is right."""
        return replace(self, explained=False)

    def looked(self, count: int, at: float) -> Track:
        """A person read the marketplace's count and concluded from it what became of a write."""
        if not self.worlds:
            return self
        return replace(self, writes=(*self.writes, Write(LOOK, count, 0, at, accepted=True)))

    def corrected(self, count: int, at: float) -> Track:
        """A person took over what the marketplace has now: everything before is settled."""
        seen = (Seen(count, None, at, is_look=True),)
        return Track(worlds=(World(count, 0, self.moved_total),), seen=seen)

    def chosen(self, outcome: WorldOutcome) -> tuple[Track, tuple[tuple[int, bool], ...]]:
        """A person said which of the outcomes is true: only its worlds stay.

        Also returns (delivery id, applied) of the open writes that all of these have seen.
        """
        kept = tuple(w for w in self.worlds if WorldOutcome(w.moved, self._now(w)) == outcome)
        if not kept:
            raise ValueError(outcome)
        return replace(self, worlds=kept)._with_seen()

    def event(
        self, count: int, sold: int | None, at: float, meaning: SoldCountMeaning
    ) -> tuple[Track, Reading]:
        """Read one event: `sold` is its `soldCount`, read as `meaning` says."""
        track, event = self.fold(at), Seen(count, sold, at)
        seen = (*track.seen, event)
        if not track.worlds:
            total = sold if meaning is _TOTAL else None
            worlds = tuple(World(count, place, 0, total) for place in range(len(track.writes) + 1))
            begun = replace(track, worlds=worlds, seen=seen)
            return begun, Reading(ReadingKind.BASELINE, 0, None, begun.agreed)
        came_before = any(s.tells_of(count, sold) for s in track.seen)
        allowed = explain(track.worlds, track.writes, event, meaning, came_before=came_before)
        if not allowed or len(allowed) > MOST_WORLDS:
            return track._unexplained(count, sold, seen, meaning)
        # What nothing but a wrong look contradicts stays doubtful: other events could hide it again.
        explained = track.explained and any(fits_looks(world, track.writes) for world in allowed)
        return replace(track, worlds=allowed, seen=seen, explained=explained)._settled(track)

    def first_word(
        self,
        stock: int,
        count: int,
        sold: int | None,
        at: float,
        meaning: SoldCountMeaning,
        *,
        said_at: float,
    ) -> tuple[Track, Reading]:
        """Read the first event of a size of which a person has said what we have, at first at `said_at`.

        `stock`: ours, without what the marketplace has not accepted. A count that lacks just `soldCount` of
        it is a sale, and both sides had the same before; but not shortly after our stock was said, nor
        beside writes of ours: what happened before is in our stock already, and may still be on its way.
        Else the two have to be equal, or nobody knows which of them is right.
        """
        track = self.fold(at)
        is_told = sold is not None and sold > 0 and meaning is not SoldCountMeaning.OMITTED
        is_sale = is_told and count + (sold or 0) == stock
        if is_sale and not track.writes and at - said_at > WINDOW:
            before = World(stock, 0, 0, 0 if meaning is _TOTAL else None)
            return replace(track, worlds=(before,)).event(count, sold, at, meaning)
        new, reading = track.event(count, sold, at, meaning)
        return (new.doubted() if new.writes or count != stock else new), reading

    def confirmed(
        self, count: int, sold: int | None, at: float, meaning: SoldCountMeaning
    ) -> tuple[Track, Reading]:
        """The first word is what is known already: a person counted after what it tells of."""
        total = sold if meaning is _TOTAL else None
        worlds = tuple(replace(world, total=total) for world in self.worlds)
        track = replace(self, worlds=worlds, seen=(*self.seen, Seen(count, sold, at)))
        return track, Reading(ReadingKind.BASELINE, 0, count, track.agreed)

    def fold(self, now: float, window: float = WINDOW) -> Track:
        """Forget bodies older than the window, and put accepted writes older than it into the base.

        An unknown write stays, and those after it: it was applied, or it was not.
        """
        track = replace(self, seen=tuple(s for s in self.seen if now - s.at <= window))
        while track.writes and now - track.writes[0].at > window:
            first, rest = track.writes[0], track.writes[1:]
            if first.is_open:
                return track
            track = replace(track, writes=rest, worlds=fold(track.worlds, first))
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
        # A write that the event has seen is part of the base, accepted or not.
        return count_after(world.base, (w for w in self.writes[world.place :] if w.accepted))

    def _unexplained(
        self, count: int, sold: int | None, seen: tuple[Seen, ...], meaning: SoldCountMeaning
    ) -> tuple[Track, Reading]:
        before = self.agreed
        movement = count - (before or 0)
        total = sold if meaning is _TOTAL else None
        world = World(count, len(self.writes), self.moved_total + movement, total)
        track = Track(self.writes, (world,), seen, explained=False)
        return track, Reading(ReadingKind.UNEXPLAINED, movement, before, track.agreed)

    def _settled(self, before: Track) -> tuple[Track, Reading]:
        movement = self.moved_total - before.moved_total
        track, settled = self._with_seen()
        outcomes = sorted({(w.moved - before.moved_total, track._now(w)) for w in track.worlds})
        several = len(outcomes) > 1
        kind = ReadingKind.SEVERAL if several else _kind(movement, before.agreed, track.agreed)
        alternatives = tuple(outcomes) if several else ()
        return track, Reading(kind, movement, before.agreed, track.agreed, alternatives, settled)

    def _with_seen(self) -> tuple[Track, tuple[tuple[int, bool], ...]]:
        """With the writes accepted that every world has seen; and of these, what was open."""
        least = min(world.place for world in self.worlds)
        settled = tuple((w.delivery_id, True) for w in self.writes[:least] if w.is_open)
        seen = [replace(w, accepted=True) for w in self.writes[:least]]
        return replace(self, writes=(*seen, *self.writes[least:])), settled


_TOTAL = SoldCountMeaning.TOTAL


def _fields(part: Write | World | Seen) -> dict[str, Any]:
    # Not `asdict`, which copies deeply: a busy size is written again with every event.
    return {name: getattr(part, name) for name in part.__dataclass_fields__}


def _kind(movement: int, before: int | None, after: int | None) -> ReadingKind:
    if movement == 0:
        return ReadingKind.ALREADY_COUNTED
    if before == after:
        return ReadingKind.OVERWRITTEN
    return ReadingKind.SALE if movement < 0 else ReadingKind.RETURN
