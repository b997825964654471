"""The states of a delivery, what an attempt can end in, and which state follows.

The rules are the table *Outcomes* of the protocol page: could the marketplace have applied it, and would
applying it again matter?
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum

SCHEDULE = (5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0, 7200.0)
"""Back-off in seconds before attempt 2, 3, …; the last one repeats."""

GIVE_UP_AFTER = 24 * 3600.0
"""Seconds after the first attempt at which a delivery stops by itself and waits for a person."""

RETRY_AFTER_CAP = 2 * 3600.0
"""The longest `Retry-After`, in seconds, that is obeyed."""


class State(StrEnum):
    """Where a delivery is. `SENDING` is committed before the first byte leaves."""

    QUEUED = "queued"
    SENDING = "sending"
    WAITING = "waiting"
    DELIVERED = "delivered"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    HELD = "held"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Nothing more will happen to it."""
        return self in FINAL

    @property
    def blocks_product(self) -> bool:
        """Later deliveries of the same product wait for it."""
        return not self.is_final

    @property
    def needs_person(self) -> bool:
        """It goes on only after somebody decides."""
        return self in {State.REJECTED, State.UNKNOWN}


FINAL = frozenset({State.DELIVERED, State.SUPERSEDED, State.CANCELLED})


class Outcome(StrEnum):
    """What one attempt ended in, as far as a rule cares."""

    ACCEPTED = "accepted"  # 2xx
    NOT_SENT = "not_sent"  # name, connection, TLS or proxy failed: nothing left this machine
    NO_ANSWER = "no_answer"  # sent, then a timeout, a reset or a cut answer
    SERVER_ERROR = "server_error"  # 500, 502, 504, 503 without Retry-After, other 5xx
    BUSY = "busy"  # 408, 425, 429, 503 with Retry-After: not applied, later
    REFUSED = "refused"  # 400, 404, 409, 422, …: not applied, and a repeat would not help
    WRONG_TOKEN = "wrong_token"  # noqa: S105  # 401, 403
    WRONG_ADDRESS = "wrong_address"  # 3xx
    GONE = "gone"  # 410


PAUSES_CONNECTION = frozenset({Outcome.WRONG_TOKEN, Outcome.WRONG_ADDRESS, Outcome.GONE})
MAY_HAVE_BEEN_APPLIED = frozenset({Outcome.NO_ANSWER, Outcome.SERVER_ERROR})
COUNTS_AS_FAILURE = frozenset({Outcome.NOT_SENT, Outcome.NO_ANSWER, Outcome.SERVER_ERROR, Outcome.BUSY})
"""Five of these in a row open the circuit breaker."""


@dataclass(frozen=True, slots=True)
class Next:
    """The state that follows an attempt and, for `WAITING`, the seconds to wait."""

    state: State
    wait: float | None = None


def after_attempt(
    outcome: Outcome,
    *,
    repeatable: bool,
    attempts: int,
    age: float,
    retry_after: float | None = None,
    rng: random.Random,
) -> Next:
    """The state after attempt number `attempts` (1 is the first), `age` seconds after the first one.

    `repeatable` is true for a `price` and where the connection says that a repeat is harmless.
    """
    if outcome is Outcome.ACCEPTED:
        return Next(State.DELIVERED)
    if outcome is Outcome.REFUSED:
        return Next(State.REJECTED)
    if outcome in PAUSES_CONNECTION:
        return Next(State.HELD)
    if outcome in MAY_HAVE_BEEN_APPLIED and not repeatable:
        return Next(State.UNKNOWN)
    if age >= GIVE_UP_AFTER:
        return Next(State.UNKNOWN if outcome in MAY_HAVE_BEEN_APPLIED else State.REJECTED)
    return Next(State.WAITING, back_off(attempts, retry_after, rng))


def back_off(attempts: int, retry_after: float | None, rng: random.Random) -> float:
    """Seconds until the next attempt: `Retry-After` (capped), or the schedule with full jitter."""
    if retry_after is not None:
        return min(max(retry_after, 0.0), RETRY_AFTER_CAP)
    longest = SCHEDULE[min(attempts - 1, len(SCHEDULE) - 1)]
    return rng.uniform(0.0, longest)


def after_crash(*, repeatable: bool) -> State:
    """What a delivery that was `SENDING` when the program died becomes."""
    return State.WAITING if repeatable else State.UNKNOWN
