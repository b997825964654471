"""How often an ordinary shop is asked: weeks of few sales spread over many sizes, and the merge alone."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field

from app.domain.dialect import Dialect, SoldCountMeaning
from tests.simulation.race_rules import Merge
from tests.simulation.race_script import Script

DAY = 86400.0
SHOP_HOURS = 12 * 3600.0
SIZES = 2000
ONLINE_A_DAY = 20
COUNTER_A_DAY = 20
WEBHOOK_SECONDS = 5.0
DUPLICATED = 0.01
RETURNED = 0.05
"""Share of the moves, on both sides, that are returns."""

LOST_ANSWERS = 0.002
REQUEST_SECONDS = 0.5
PATIENCE = 3600.0
"""Seconds that a flag may stay before it counts as a question; a person then reads the cabinet."""


@dataclass(slots=True)
class Asked:
    """Of some weeks: `flagged` counts flags that were ever shown, `stayed` those that became questions."""

    weeks: int = 0
    flagged: int = 0
    stayed: int = 0
    unknown: int = 0
    wrong: int = 0  # sizes that ended wrong in silence
    seconds: float = 0.0

    @property
    def a_week(self) -> float:
        """Questions in a week: flags that stayed, and deliveries without an answer."""
        return (self.stayed + self.unknown) / max(self.weeks, 1)


@dataclass(slots=True)
class _Size:
    """One size on both sides."""

    rule: Merge
    there: int
    sold_total: int = 0
    flagged_since: float | None = None


@dataclass(slots=True)
class OrdinaryShop:
    """A shop whose sales fall on its sizes as `skew` says: 0 evenly, 1 as bestsellers do."""

    dialect: Dialect
    rng: random.Random
    skew: float = 0.0
    asked: Asked = field(default_factory=Asked)

    def live(self, weeks: int) -> Asked:
        """Play so many weeks, each with new sizes whose counts are agreed."""
        started = time.process_time()
        for _ in range(weeks):
            self._week()
        self.asked.weeks += weeks
        self.asked.seconds += time.process_time() - started
        return self.asked

    def _week(self) -> None:
        moves: dict[int, list[tuple[float, str]]] = {}
        weights = [1 / (rank + 1) ** self.skew for rank in range(SIZES)]
        for day in range(7):
            for where, number in (("online", ONLINE_A_DAY), ("counter", COUNTER_A_DAY)):
                for size in self.rng.choices(range(SIZES), weights, k=number):
                    at = day * DAY + self.rng.uniform(0, SHOP_HOURS)
                    moves.setdefault(size, []).append((at, where))
        for of_size in moves.values():
            self._size(sorted(of_size))

    def _size(self, moves: list[tuple[float, str]]) -> None:
        size = _Size(Merge(Script(0, self.dialect, 40, (), ())), 40)
        turns: list[tuple[float, int, str, tuple[int | None, ...]]] = []
        for number, (at, where) in enumerate(moves):
            pieces = 1 if self.rng.random() < RETURNED else -1
            turns.append((at, number, where, (pieces,)))
        turns.sort()
        while turns:
            turn = turns.pop(0)
            self._look(size, turn[0])
            turns += self._turn(size, *turn)
            turns.sort()
            self._note(size, turn[0])
        self._look(size, 1e9)
        self.asked.wrong += size.rule.here != size.there

    def _turn(
        self, size: _Size, at: float, number: int, what: str, figures: tuple[int | None, ...]
    ) -> list[tuple[float, int, str, tuple[int | None, ...]]]:
        """What happens, and what will follow from it."""
        rng = self.rng
        match what, figures:
            case "counter", (int(pieces),):
                size.rule.queued(number, pieces)
                sets = size.rule.sending(number, pieces, at)
                applied = at + rng.uniform(0, REQUEST_SECONDS)
                answered = applied + rng.uniform(0, REQUEST_SECONDS)
                return [(applied, number, "apply", (pieces, sets)), (answered, number, "answer", ())]
            case "apply", (int(pieces), sets):
                size.there = size.there + pieces if sets is None else sets
            case "answer", _ if rng.random() < LOST_ANSWERS:
                self.asked.unknown += 1
                return [(at + PATIENCE, number, "resolve", ())]
            case "answer" | "resolve", _:
                size.rule.ended(number, at, applied=True)
            case "online", (int(pieces),):
                return self._sell(size, at, number, pieces)
            case _, (int(count), sold):
                size.rule.event(count, sold, at)
            case _:
                raise ValueError(what)
        return []

    def _sell(
        self, size: _Size, at: float, number: int, pieces: int
    ) -> list[tuple[float, int, str, tuple[int | None, ...]]]:
        size.there += pieces
        size.sold_total -= pieces
        meaning = self.dialect.sold_count
        sold = {SoldCountMeaning.MOVED: abs(pieces), SoldCountMeaning.TOTAL: size.sold_total}.get(meaning)
        arrivals = [at + self.rng.uniform(0, WEBHOOK_SECONDS)]
        if self.rng.random() < DUPLICATED:
            arrivals.append(arrivals[0] + self.rng.uniform(0, WEBHOOK_SECONDS))
        return [(arrival, number, "event", (size.there, sold)) for arrival in arrivals]

    def _note(self, size: _Size, at: float) -> None:
        if not size.rule.flagged:
            size.flagged_since = None
        elif size.flagged_since is None:
            size.flagged_since = at
            self.asked.flagged += 1

    def _look(self, size: _Size, now: float) -> None:
        """A flag that has stayed is a question: a person compares with the cabinet."""
        if size.flagged_since is not None and now - size.flagged_since > PATIENCE:
            self.asked.stayed += 1
            size.rule.compared(size.there)
            size.flagged_since = None
