"""One size's dense day, drawn from a seed before anything is played: every rule then meets the same day."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning

DIALECTS = {
    f"{count}-{sold}": Dialect(count, sold, price_with_every_action=False)
    for count in CountMeaning
    for sold in SoldCountMeaning
}
"""The six ways to read the two counts, by the names of the command line."""

LONGEST_DELAY = 60.0
"""Seconds that a webhook takes at most; a repeat of it comes at most so much later."""

LONG_AGO = -1e6
QUIET_TRIES = 12
"""Fates drawn for a delivery; the last one is good, so that every day ends."""


class Fate(StrEnum):
    """What becomes of one request."""

    TAKEN = "taken"
    REFUSED = "refused"
    BUSY = "busy"  # not applied, tried again by itself
    LOST_BEFORE = "lost_before"  # never applied, and nobody knows
    LOST_AFTER = "lost_after"  # applied, and nobody knows
    LOST_LATE = "lost_late"  # applied after everybody has given up waiting


@dataclass(frozen=True, slots=True)
class Weather:
    """What may go wrong, as probabilities."""

    duplicated: float = 0.2
    lost_answers: float = 0.3
    storms: float = 0.05
    refused: float = 0.03
    lost: float = 0.0  # webhooks that never come
    reordered: bool = False  # webhooks overtake each other
    starts_unknown: bool = False  # nothing is agreed yet, and both sides happen to have the same
    counted: tuple[float, float] | None = None  # then when what is here is counted; events before it wait
    differs: bool = False  # besides, the marketplace's count was wrong before
    hasty: float = 0.0  # a person looks into the cabinet although webhooks may be on their way


@dataclass(frozen=True, slots=True)
class Try:
    """One request: how it ends, and the seconds until it is applied and until its answer."""

    fate: Fate
    applied_after: float
    answered_after: float


@dataclass(frozen=True, slots=True)
class OurAction:
    """What staff do here: signed pieces; 0 is a price that repeats the stock."""

    at: float
    pieces: int
    tries: tuple[Try, ...]
    looked_after: float  # seconds after an unknown end at which a person looks into the cabinet
    hasty: bool


@dataclass(frozen=True, slots=True)
class OnlineMove:
    """A sale (negative) or a return on the site, and when its webhook comes: empty where it is lost."""

    at: float
    pieces: int
    arrivals: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The day of one size. `tail`: online moves long after, whose webhooks come in order."""

    seed: int
    dialect: Dialect
    opening: int
    ours: tuple[OurAction, ...]
    online: tuple[OnlineMove, ...]
    tail: tuple[OnlineMove, ...] = ()
    starts_unknown: bool = False
    counted_at: float = LONG_AGO
    there_more: int = 0  # pieces that the marketplace has more than there are, at the start

    @classmethod
    def of(cls, seed: int, dialect: Dialect, weather: Weather) -> Script:
        """The same for every dialect and every rule, but for what the dialect does not have."""
        rng = random.Random(seed)
        length = rng.choice((20.0, 120.0, 600.0))
        has_price_writes = dialect.price_carries_sizes
        ours = sorted((_action(rng, length, weather) for _ in range(rng.randint(1, 7))), key=_at)
        online = sorted((_move(rng, length) for _ in range(rng.randint(1, 7))), key=_at)
        opening = rng.randint(20, 60)
        online = _with_arrivals(rng, online, weather)
        tail = tuple(
            OnlineMove(at, pieces, (at + 1.0,))
            for at, pieces in ((1e6 + 1e4 * n, rng.choice((-1, -1, -1, -2, 1))) for n in range(3))
        )
        counted_at = rng.uniform(*weather.counted) if weather.counted else LONG_AGO
        more = rng.choice((-3, -2, -1, 0, 1, 2, 3)) if weather.differs else 0
        kept = tuple(a for a in ours if (a.pieces or has_price_writes) and a.at >= counted_at)
        moves = kept, tuple(online), tail
        return cls(seed, dialect, opening, *moves, weather.starts_unknown, counted_at, more)

    def with_tail(self, number: int) -> Script:
        """Online moves, long after all has gone quiet."""
        return replace(self, tail=self.tail[:number])


def _at(one: OurAction | OnlineMove) -> float:
    return one.at


def _action(rng: random.Random, length: float, weather: Weather) -> OurAction:
    pieces = rng.choice((-1, -1, -1, -2, -3, 1, 2, 5, 0))
    tries = tuple(_try(rng, weather) for _ in range(QUIET_TRIES))
    last = replace(tries[-1], fate=Fate.TAKEN)
    looked_after = rng.uniform(2 * LONGEST_DELAY, 1200.0)
    at, hasty = rng.uniform(0, length), rng.random() < weather.hasty
    if hasty:
        looked_after = LONGEST_DELAY  # nothing is applied later than that, and webhooks may be on their way
    return OurAction(at, pieces, (*tries[:-1], last), looked_after, hasty)


def _try(rng: random.Random, weather: Weather) -> Try:
    chance, fate = rng.random(), Fate.TAKEN
    for probability, possible in (
        (weather.lost_answers, rng.choice((Fate.LOST_BEFORE, Fate.LOST_AFTER, Fate.LOST_LATE))),
        (weather.storms, Fate.BUSY),
        (weather.refused, Fate.REFUSED),
    ):
        if chance < probability:
            fate = possible
            break
        chance -= probability
    slow = rng.choice((0.1, 5.0, 30.0))
    return Try(fate, rng.uniform(0, slow), rng.uniform(0, slow))


def _move(rng: random.Random, length: float) -> OnlineMove:
    return OnlineMove(rng.uniform(0, length), rng.choice((-1, -1, -1, -2, -3, 1, 2)), ())


def _with_arrivals(rng: random.Random, moves: list[OnlineMove], weather: Weather) -> list[OnlineMove]:
    """In order unless the weather reorders; a repeat may come after others."""
    last, told = 0.0, list[OnlineMove]()
    slow = rng.choice((0.5, 5.0, LONGEST_DELAY))
    for move in moves:
        arrives = move.at + rng.uniform(0, slow)
        if not weather.reordered:
            arrives = last = max(arrives, last + 1e-6)
        repeats = [arrives + rng.uniform(0, LONGEST_DELAY) for _ in range(rng.randint(1, 2))]
        arrivals = (arrives, *(repeats if rng.random() < weather.duplicated else ()))
        is_lost = rng.random() < weather.lost
        told.append(replace(move, arrivals=() if is_lost else arrivals))
    return told
