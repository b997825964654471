"""How fast the connection may send: a token bucket that gives way to «too many requests»."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.delivery import AttemptOutcome

SLOWEST = 0.1
"""Requests per second that are always allowed."""

ACCEPTED_TO_SPEED_UP = 3
"""So many accepted requests in a row double a slowed connection's rate."""

UNLIMITED_BURST = 1000


@dataclass(slots=True)
class RateLimit:
    """At most `per_second` requests; None: no limit until the marketplace asks for one."""

    per_second: float | None
    _slowed: float | None = None
    _accepted: int = 0  # in a row, since the rate changed last
    _tokens: float = 1.0
    _at: float | None = None

    @property
    def current(self) -> float | None:
        """Requests per second now."""
        return self.per_second if self._slowed is None else self._slowed

    @property
    def slowed(self) -> float | None:
        """The same where the marketplace asked for fewer; None while it does not."""
        return self._slowed

    def available(self, now: float) -> int:
        """How many requests may start now."""
        self._refill(now)
        return UNLIMITED_BURST if self.current is None else int(self._tokens)

    def take(self, now: float, number: int) -> None:
        """So many requests start."""
        self._refill(now)
        self._tokens -= number

    def seconds_until_available(self, now: float) -> float:
        """How long until the next request may start."""
        self._refill(now)
        if self.current is None:
            return 0.0
        return max(1.0 - self._tokens, 0.0) / self.current

    def note(self, outcome: AttemptOutcome, now: float) -> None:
        """«Busy» halves the rate; several accepted requests in a row double it, up to what it was."""
        self._refill(now)
        self._accepted = self._accepted + 1 if outcome is AttemptOutcome.ACCEPTED else 0
        if outcome is AttemptOutcome.BUSY:
            self._slowed = max((self.current or UNLIMITED_BURST) / 2, SLOWEST)
        elif self._slowed is not None and self._accepted >= ACCEPTED_TO_SPEED_UP:
            self._accepted, faster = 0, 2 * self._slowed
            limit = UNLIMITED_BURST if self.per_second is None else self.per_second
            self._slowed = None if faster >= limit else faster

    def _refill(self, now: float) -> None:
        if self._at is not None and self.current is not None:
            most = max(self.current, 1.0)
            self._tokens = min(self._tokens + max(now - self._at, 0.0) * self.current, most)
        self._at = now
