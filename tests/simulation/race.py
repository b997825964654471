"""Plays one size's day with a rule, on a clock of its own: the marketplace, the requests, the person."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count as counter

from app.domain.dialect import SoldCountMeaning
from app.domain.doubt import Conclusion
from tests.simulation.race_rules import Rule
from tests.simulation.race_script import LONGEST_DELAY, Fate, OnlineMove, OurAction, Script, Try

REPEATED_AFTER = 65.0
"""Seconds until something harmless is sent again."""

LATE = 60.0


class Verdict(StrEnum):
    """How a size ends when all is quiet."""

    EQUAL = "equal"
    FLAGGED = "flagged"
    SILENT = "silent"  # wrong, and nothing says so


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended, and the figures. `asked`: how often a person was asked on the way."""

    verdict: Verdict
    here: int
    there: int
    true: int
    asked: int
    corrected: bool


@dataclass(slots=True)
class Race:
    """One size at the marketplace and here; `true` is what must be in the shop."""

    script: Script
    rule: Rule
    log: list[str] | None = None
    there: int = field(init=False)
    true: int = field(init=False)
    now: float = 0.0
    asked: int = 0
    corrected: bool = False
    _sold_total: int = 0
    _on_the_way: int = 0  # webhooks
    _is_counted: bool = False
    _held: list[tuple[int, int | None, float]] = field(default_factory=list[tuple[int, int | None, float]])
    _waiting: deque[tuple[int, OurAction]] = field(default_factory=deque[tuple[int, OurAction]])
    _current: int | None = None  # the delivery that holds back the others
    _tries: dict[int, int] = field(default_factory=dict[int, int])
    _applied: set[int] = field(default_factory=set[int])
    _in_doubt: set[int] = field(default_factory=set[int])
    _turns: list[tuple[float, int, Callable[[], None]]] = field(
        default_factory=list[tuple[float, int, Callable[[], None]]]
    )
    _numbers: counter[int] = field(default_factory=counter)

    def __post_init__(self) -> None:
        self.true = self.script.opening
        self.there = self.true + self.script.there_more

    def play(self) -> Ending:
        """From the first moment until nothing happens any more."""
        self._at(self.script.counted_at, self._count)
        for number, action in enumerate(self.script.ours, 1):
            self._at(action.at, lambda n=number, a=action: self._act(n, a))
        for move in (*self.script.online, *self.script.tail):
            self._at(move.at, lambda m=move: self._move_online(m))
        while self._turns:
            self.now, _, turn = heapq.heappop(self._turns)
            turn()
        return self._ending()

    def _ending(self) -> Ending:
        verdict = Verdict.EQUAL
        if self.rule.flagged:
            verdict = Verdict.FLAGGED
        elif not self.rule.here == self.there == self.true:
            verdict = Verdict.SILENT
        return Ending(verdict, self.rule.here, self.there, self.true, self.asked, self.corrected)

    def _at(self, at: float, turn: Callable[[], None]) -> None:
        heapq.heappush(self._turns, (at, next(self._numbers), turn))

    def _in(self, seconds: float, turn: Callable[[], None]) -> None:
        self._at(self.now + seconds, turn)

    def _say(self, *words: object) -> None:
        if self.log is not None:
            figures = f"here {self.rule.here} there {self.there} true {self.true}"
            self.log.append(f"{self.now:10.2f} {' '.join(map(str, words))}  [{figures}]")

    # Our side.

    def _count(self) -> None:
        self.rule.counted(self.true)
        self._say("counted")
        self._is_counted = True
        for count, sold, at in self._held:
            self.rule.event(count, sold, at)

    def _act(self, number: int, action: OurAction) -> None:
        self.true += action.pieces
        self.rule.queued(number, action.pieces)
        self._waiting.append((number, action))
        self._say("queued", number, action.pieces)
        self._send_next()

    def _send_next(self) -> None:
        if self._current is None and self._waiting:
            self._current = self._waiting[0][0]
            self._send(*self._waiting[0])

    def _send(self, number: int, action: OurAction) -> None:
        if self._current != number:
            return  # an event has shown meanwhile that it arrived
        used = self._tries.get(number, 0)
        self._tries[number] = used + 1
        one = action.tries[min(used, len(action.tries) - 1)]
        sets = self.rule.sending(number, action.pieces, self.now)
        self._say("sending", number, one.fate, "sets", sets)
        apply = lambda: self._apply(number, action, sets)  # noqa: E731
        if one.fate in {Fate.TAKEN, Fate.LOST_AFTER}:
            self._in(one.applied_after, apply)
        elif one.fate is Fate.LOST_LATE:
            self._in(one.applied_after + one.answered_after + LATE / 2, apply)
        self._in(one.applied_after + one.answered_after, lambda: self._answer(number, action, one))

    def _apply(self, number: int, action: OurAction, sets: int | None) -> None:
        self.there = self.there + action.pieces if sets is None else sets
        self._applied.add(number)
        self._say("applied", number)

    def _answer(self, number: int, action: OurAction, one: Try) -> None:
        self._say("answer", number, one.fate)
        if self._current != number:
            return
        match one.fate:
            case Fate.TAKEN:
                self._end(number, applied=True)
            case Fate.REFUSED if number not in self._in_doubt:
                self._refused(number, action)
            case Fate.BUSY if number not in self._in_doubt:
                self.rule.ended(number, self.now, applied=False)
                self._in(REPEATED_AFTER, lambda: self._send(number, action))
            case _:
                self._lost(number, action)

    def _refused(self, number: int, action: OurAction) -> None:
        """A person drops it, or wants it sent again."""
        self.rule.ended(number, self.now, applied=False)
        if action.hasty or action.pieces % 2:
            self.rule.dropped(number, action.pieces)
            self.true -= action.pieces
            self._say("dropped", number)
            self._finish(number)
        else:
            self._in(30.0, lambda: self._send(number, action))

    def _lost(self, number: int, action: OurAction) -> None:
        """No answer, or a crash while it was on its way: for the rule it is the same."""
        self._in_doubt.add(number)
        self.rule.restarted()
        if not action.pieces:  # a price: a repeat is harmless
            self._in(REPEATED_AFTER, lambda: self._send(number, action))
        else:
            self.asked += 1
            self._in(action.looked_after, lambda: self._look(number, action))

    def _look(self, number: int, action: OurAction) -> None:
        """A person reads the count in the cabinet; a careful one waits until the webhooks have come."""
        if self._current != number:
            return
        if self._on_the_way and not action.hasty:
            self._in(LONGEST_DELAY, lambda: self._look(number, action))
            return
        applied = number in self._applied
        conclusion = self.rule.looked(number, self.there, self.now, applied=applied)
        self._say("looked", number, conclusion, "applied" if applied else "not applied")
        if conclusion is Conclusion.EITHER:  # the order's own page in the cabinet tells
            conclusion = Conclusion.ARRIVED if applied else Conclusion.NOT_ARRIVED
        self._conclude(number, action, conclusion)

    def _conclude(self, number: int, action: OurAction, conclusion: Conclusion) -> None:
        match conclusion:
            case Conclusion.ARRIVED:
                self._end(number, applied=True)
            case Conclusion.NOT_ARRIVED:
                self._in_doubt.discard(number)
                self.rule.ended(number, self.now, applied=False)
                self._send(number, action)
            case _:  # the person said that the cabinet is right
                self.corrected = True
                waiting = sum(a.pieces for n, a in self._waiting if n != number)
                self.true = self.there + waiting
                self._finish(number)

    def _end(self, number: int, *, applied: bool) -> None:
        self.rule.ended(number, self.now, applied=applied)
        self._finish(number)

    def _finish(self, number: int) -> None:
        assert self._waiting[0][0] == number
        self._waiting.popleft()
        self._current = None
        self._send_next()

    # Their side.

    def _move_online(self, move: OnlineMove) -> None:
        self.there += move.pieces
        self.true += move.pieces
        self._sold_total -= move.pieces
        sold = {
            SoldCountMeaning.MOVED: abs(move.pieces),
            SoldCountMeaning.TOTAL: self._sold_total,
            SoldCountMeaning.OMITTED: None,
        }[self.script.dialect.sold_count]
        self._say("online", move.pieces)
        there = self.there
        self._on_the_way += len(move.arrivals)
        for at in move.arrivals:
            self._at(at, lambda: self._hear(there, sold))

    def _hear(self, there: int, sold: int | None) -> None:
        self._on_the_way -= 1
        if not self._is_counted:
            self._held.append((there, sold, self.now))
            return
        for number in self.rule.event(there, sold, self.now):
            if number == self._current:
                self._finish(number)
        self._say("event", there, sold, "flagged" if self.rule.flagged else "")
