"""When the marketplace has another stock than we have: whether it is known why, and what sets it right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.action import Action
from app.domain.merge import World
from app.domain.worlds import Track


class Origin(StrEnum):
    """What a difference comes from."""

    OVERWRITTEN = "overwritten"  # our write set the count and lost an online sale or return (`left`)
    COUNTED = "counted"  # a person compared it with the cabinet and said that ours is right


@dataclass(frozen=True, slots=True)
class Conflict:
    """`difference`: signed pieces that we have more than the marketplace, nothing being on its way.

    `declined`: a person does not want the correction of just this difference.
    """

    difference: int
    origin: Origin
    declined: bool = False


def judged(known: Conflict | None, difference: int, track: Track) -> Conflict | None:
    """The conflict that a difference of now is, or None where nothing says which side is right."""
    if known is not None and difference == known.difference:
        return known
    lost = overwritten(track)
    before = 0 if known is None else known.difference
    if difference in lost or difference - before in lost:
        return Conflict(difference, Origin.OVERWRITTEN)
    return None


def overwritten(track: Track) -> frozenset[int]:
    """The signed pieces that our writes since the last event lost, in each world."""
    return frozenset(_lost(track, world) for world in track.worlds)


def _lost(track: Track, world: World) -> int:
    count, lost = world.base, 0
    for write in track.writes[world.place :]:
        if write.accepted and write.sets is not None:
            lost += count + write.adds - write.sets
            count = write.sets
        elif write.accepted:
            count += write.adds
    return lost


def correction(here: int, agreed: int) -> tuple[Action, int] | None:
    """The action and its pieces that bring the marketplace from `agreed` to ours; nothing below zero."""
    missing = max(here, 0) - agreed
    if not missing:
        return None
    return (Action.RECEIPTS if missing > 0 else Action.SOLD), abs(missing)
