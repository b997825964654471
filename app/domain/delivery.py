"""The states of a delivery, the named steps between them, and which step follows an attempt.

The rules are the table *Outcomes* of the protocol page: could the marketplace have applied it, and would
applying it again matter?
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SCHEDULE = (5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0, 7200.0)
"""Back-off in seconds before attempt 2, 3, …; the last one repeats."""

GIVE_UP_AFTER = 24 * 3600.0
"""Seconds after the first attempt at which a delivery stops by itself and waits for a person."""

RETRY_AFTER_CAP = 2 * 3600.0
"""The longest `Retry-After`, in seconds, that is obeyed."""

LONGEST_WAIT = max(*SCHEDULE, RETRY_AFTER_CAP)
"""Seconds; a delivery that would wait longer was written before the clock was set back."""


QUIET = 60.0
"""Seconds to let pass before a repeat of what may have arrived: the marketplace may still be working on
it, and would otherwise apply it after the repeat and after what followed."""


class State(StrEnum):
    """Where a delivery is. `SENDING` is committed before the first byte leaves."""

    QUEUED = "queued"
    SENDING = "sending"
    WAITING = "waiting"
    DELIVERED = "delivered"
    CORRECTED = "corrected"  # nobody knows whether it arrived; both sides follow the cabinet since
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


FINAL = frozenset({State.DELIVERED, State.CORRECTED, State.SUPERSEDED, State.CANCELLED})


class Step(StrEnum):
    """Everything that can happen to a delivery."""

    BEGIN = "begin"  # an attempt leaves this machine
    ACCEPT = "accept"  # the marketplace took it
    REFUSE = "refuse"  # the marketplace did not take it, and a repeat would not help
    LOSE = "lose"  # nobody knows whether the marketplace took it
    POSTPONE = "postpone"  # it is tried again later
    HOLD = "hold"  # the whole connection is paused, or its batch
    REQUEUE = "requeue"  # neither is paused any more, and it was never tried
    RELEASE = "release"  # the same for one that was tried; what it waited for before still counts
    SUPERSEDE = "supersede"  # a newer price makes it pointless
    CANCEL = "cancel"  # a person does not want it any more
    RETRY = "retry"  # a person wants it tried now
    CONFIRM = "confirm"  # it turned out that one in doubt had arrived
    CORRECT = "correct"  # the cabinet shows what an unknown one does not explain, and that counts
    DENY = "deny"  # it turned out that an unknown one did not arrive: it is sent again


_ON_ITS_WAY = frozenset({State.QUEUED, State.WAITING, State.HELD})

STEPS: Mapping[Step, tuple[frozenset[State], State]] = {
    Step.BEGIN: (frozenset({State.QUEUED, State.WAITING}), State.SENDING),
    Step.ACCEPT: (frozenset({State.SENDING}), State.DELIVERED),
    Step.REFUSE: (frozenset({State.SENDING}), State.REJECTED),
    Step.LOSE: (_ON_ITS_WAY | {State.SENDING}, State.UNKNOWN),
    Step.POSTPONE: (frozenset({State.SENDING}), State.WAITING),
    Step.HOLD: (frozenset({State.QUEUED, State.WAITING, State.SENDING}), State.HELD),
    Step.REQUEUE: (frozenset({State.HELD}), State.QUEUED),
    Step.RELEASE: (frozenset({State.HELD}), State.WAITING),
    Step.SUPERSEDE: (_ON_ITS_WAY, State.SUPERSEDED),
    Step.CANCEL: (_ON_ITS_WAY | {State.REJECTED}, State.CANCELLED),
    Step.RETRY: (frozenset({State.REJECTED, State.WAITING}), State.QUEUED),
    Step.CONFIRM: (_ON_ITS_WAY | {State.UNKNOWN}, State.DELIVERED),
    Step.CORRECT: (frozenset({State.UNKNOWN}), State.CORRECTED),
    Step.DENY: (frozenset({State.UNKNOWN}), State.QUEUED),
}
"""Step: (the states in which it can happen, the state that follows)."""


class ImpossibleStepError(Exception):
    """A delivery is in a state in which this cannot happen."""

    def __init__(self, step: Step, where: object) -> None:
        super().__init__(f"{step}: {where}")


def after(step: Step, state: State) -> State:
    """The state that follows. Raises `ImpossibleStepError`."""
    possible, following = STEPS[step]
    if state not in possible:
        raise ImpossibleStepError(step, state)
    return following


class AttemptOutcome(StrEnum):
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


PAUSES_CONNECTION = frozenset(
    {AttemptOutcome.WRONG_TOKEN, AttemptOutcome.WRONG_ADDRESS, AttemptOutcome.GONE}
)
MAY_HAVE_BEEN_APPLIED = frozenset({AttemptOutcome.NO_ANSWER, AttemptOutcome.SERVER_ERROR})
COUNTS_AS_FAILURE = frozenset(
    {AttemptOutcome.NOT_SENT, AttemptOutcome.NO_ANSWER, AttemptOutcome.SERVER_ERROR, AttemptOutcome.BUSY}
)
"""Five of these in a row open the circuit breaker."""


@dataclass(frozen=True, slots=True)
class Next:
    """The step that follows an attempt and, for `POSTPONE`, the seconds to wait."""

    step: Step
    wait: float | None = None

    @property
    def state(self) -> State:
        """The state after the attempt."""
        return after(self.step, State.SENDING)


def after_attempt(
    outcome: AttemptOutcome,
    *,
    repeatable: bool,
    in_doubt: bool = False,
    attempts: int,
    age: float,
    retry_after: float | None = None,
    rng: random.Random,
) -> Next:
    """The step after attempt number `attempts` (1 is the first), `age` seconds after the first one.

    `repeatable` is true for a `price` and where the connection says that a repeat is harmless;
    `in_doubt` where an earlier attempt may have been applied.
    """
    in_doubt = in_doubt or outcome in MAY_HAVE_BEEN_APPLIED
    if outcome is AttemptOutcome.ACCEPTED:
        return Next(Step.ACCEPT)
    if outcome in PAUSES_CONNECTION:
        return Next(Step.HOLD)
    if outcome is AttemptOutcome.REFUSED or age >= GIVE_UP_AFTER:
        return Next(Step.LOSE if in_doubt else Step.REFUSE)
    if in_doubt and not repeatable:
        return Next(Step.LOSE)
    wait = back_off(attempts, retry_after, rng)
    return Next(Step.POSTPONE, max(wait, QUIET) if in_doubt else wait)


def back_off(attempts: int, retry_after: float | None, rng: random.Random) -> float:
    """Seconds until the next attempt: `Retry-After` (capped), or the schedule with full jitter."""
    if retry_after is not None:
        return min(max(retry_after, 0.0), RETRY_AFTER_CAP)
    longest = SCHEDULE[min(attempts - 1, len(SCHEDULE) - 1)]
    return rng.uniform(0.0, longest)


def after_crash(*, repeatable: bool) -> Step:
    """What happens to a delivery that was `SENDING` when the program died."""
    return Step.POSTPONE if repeatable else Step.LOSE
