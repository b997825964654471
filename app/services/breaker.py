"""The circuit breaker: after five failures in a row everything waits for a harmless question.

Answered, it lets one delivery through; only when that one is answered too may everything go again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from app.domain.delivery import COUNTS_AS_FAILURE, AttemptOutcome, back_off

FAILURES_THAT_OPEN = 5
LONGEST_PAUSE = 60.0
"""Seconds between two questions at most: they cost nothing, and people wait for the answer."""

SHORTEST_PAUSE = 1.0
"""Seconds between a failure and the question after it, at least."""


@dataclass(frozen=True, slots=True)
class Silence:
    """The marketplace does not answer. `ask_at`: when it is asked again, in seconds; None: just now."""

    ask_at: float | None


@dataclass(slots=True)
class Breaker:
    """Also after a single failure the question is asked, so that what is said of the marketplace is true.

    Times are in seconds on the loop's clock.
    """

    rng: random.Random
    _failures: int = 0
    _is_open: bool = False
    _is_half_open: bool = False
    _is_silent: bool = False  # open, or a question failed too
    _asked: int = 0  # questions and trial deliveries that failed since it was closed
    _ask_at: float | None = None

    @property
    def silence(self) -> Silence | None:
        """What there is to say while nothing, or nothing but a trial, gets through."""
        return Silence(self._ask_at) if self._is_silent else None

    def room(self, in_flight: int) -> int | None:
        """How many deliveries may begin; None: as many as anything else allows."""
        if self._is_half_open:
            return max(1 - in_flight, 0)
        return 0 if self._is_open else None

    def note(self, outcome: AttemptOutcome, now: float) -> None:
        """A delivery's attempt ended so."""
        if outcome not in COUNTS_AS_FAILURE:
            self._failures = self._asked = 0
            self._is_open = self._is_half_open = self._is_silent = False
            self._ask_at = None
            return
        self._failures += 1
        if self._is_half_open or self._failures == FAILURES_THAT_OPEN:
            self._is_open, self._is_half_open, self._is_silent = True, False, True
            self._plan(now)
        elif self._ask_at is None:
            self._plan(now)

    def should_ask(self, now: float) -> bool:
        """Whether it is time for the question. Asking is up to the caller, who tells `answered`."""
        return self._ask_at is not None and now >= self._ask_at

    def asking(self) -> None:
        """The question has left; there is no other until it is answered."""
        self._ask_at = None

    def answered(self, outcome: AttemptOutcome, now: float) -> None:
        """How the question was answered, if it was."""
        self._is_silent = outcome in COUNTS_AS_FAILURE
        if self._is_silent:
            self._plan(now)
        elif self._is_open:
            self._is_open, self._is_half_open = False, True

    def ask_soon(self, now: float) -> None:
        """A person wants to know at once."""
        if self._ask_at is not None:
            self._ask_at = min(self._ask_at, now)

    def seconds_until_asking(self, now: float) -> float | None:
        """How long until the question; None where none is planned."""
        return None if self._ask_at is None else max(self._ask_at - now, 0.0)

    def _plan(self, now: float) -> None:
        self._asked += 1
        pause = back_off(self._asked, None, self.rng)
        self._ask_at = now + min(max(pause, SHORTEST_PAUSE), LONGEST_PAUSE)
