"""The rate gives way at once and comes back soon, but not after a single accepted request."""

from __future__ import annotations

from app.domain.delivery import AttemptOutcome
from app.services.rate import ACCEPTED_TO_SPEED_UP, SLOWEST, RateLimit


def slowed(times: int, per_second: float | None = 5.0) -> RateLimit:
    rate = RateLimit(per_second)
    for _ in range(times):
        rate.note(AttemptOutcome.BUSY, 0.0)
    return rate


def test_it_halves_at_every_refusal_down_to_the_slowest() -> None:
    assert slowed(0).slowed is None
    assert slowed(1).slowed == 2.5
    assert slowed(40).slowed == SLOWEST


def test_a_few_accepted_in_a_row_double_it_until_it_is_what_it_was() -> None:
    rate = slowed(40)
    for _ in range(ACCEPTED_TO_SPEED_UP):
        assert rate.current == SLOWEST
        rate.note(AttemptOutcome.ACCEPTED, 0.0)
    assert rate.current == 2 * SLOWEST
    for _ in range(5 * ACCEPTED_TO_SPEED_UP):
        rate.note(AttemptOutcome.ACCEPTED, 0.0)
    assert (rate.slowed, rate.current) == (None, 5.0)


def test_a_refusal_in_between_counts_them_anew() -> None:
    rate = slowed(2)
    for _ in range(10):
        for outcome in (AttemptOutcome.ACCEPTED,) * (ACCEPTED_TO_SPEED_UP - 1) + (AttemptOutcome.REFUSED,):
            rate.note(outcome, 0.0)
    assert rate.current == 1.25


def test_after_the_slowest_it_is_back_within_a_minute() -> None:
    rate, now = slowed(40), 0.0
    rate.take(now, rate.available(now))
    while rate.slowed is not None:
        now += max(rate.seconds_until_available(now), 0.01)
        if rate.available(now):
            rate.take(now, 1)
            rate.note(AttemptOutcome.ACCEPTED, now)
    assert now < 60
