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


def count_to_set(agreed: int, before: int, movement: int, known: Conflict | None = None) -> int:
    """The count that an action of signed pieces sets at the marketplace (`left`); never below zero.

    `before`: our stock without what the marketplace has not accepted, or `agreed` where it is not certain.
    It is what the marketplace has and the movement. Where a difference of the two is known, the movement
    sets it right as far as it covers it, instead of carrying it on: the count is then our stock after it.
    """
    if is_oversale(agreed, before) or (known and _covers(movement, before - agreed, known)):
        return max(before + movement, 0)
    return max(agreed + movement, 0)


def is_oversale(agreed: int, before: int) -> bool:
    """Whether the two differ only as the marketplace cannot have less than nothing."""
    return agreed == 0 and before < 0


def _covers(movement: int, difference: int, known: Conflict) -> bool:
    """Whether the marketplace still goes the way of the movement, or stays, once it is set right."""
    is_wanted = known.difference == difference and not known.declined
    return is_wanted and movement * difference < 0 and abs(movement) >= abs(difference)


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
        if write.is_look:
            count = write.sets or 0
        elif write.accepted and write.sets is not None:
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
