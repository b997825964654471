"""The computer's clock is set while deliveries wait: they neither hang for hours nor come in a storm."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.delivery import GIVE_UP_AFTER, LONGEST_WAIT, QUIET, AttemptOutcome, State
from app.domain.dialect import Dialect
from app.domain.text import translate
from app.marketplace.outcome import Answer
from app.services import outbox
from app.services.attempts import Ended, begin_attempts, end_attempts
from app.services.editing import queue_action
from app.services.pausing import pause, resume
from app.services.shop import Shop
from app.storage.secrets import session_secrets
from tests.services.support import add_simple_product

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
JUMPS = [-365 * DAY, -DAY, -3 * HOUR, -1.9 * HOUR, -HOUR, -10 * MINUTE, 10 * MINUTE, HOUR, 5 * HOUR]
BUSY = Answer(AttemptOutcome.BUSY, translate("Test", "busy"), 1.0, 429)
SILENT = Answer(AttemptOutcome.NO_ANSWER, translate("Test", "silent"), 1.0)
ACCEPTED = Answer(AttemptOutcome.ACCEPTED, translate("Test", "accepted"), 1.0, 200)


class Clock:
    """A shop whose clock a test sets, and a marketplace that is always busy."""

    def __init__(self, folder: Path) -> None:
        self.now = 1_700_000_000.0
        self.shop = Shop(folder, secrets=session_secrets(), clock=lambda: self.now)
        self.shop.open()
        add_simple_product(self.shop, "A", {"M": 9}, price=Decimal(1))
        self.number = self.queue(Action.SOLD)

    def queue(self, action: Action) -> int:
        pieces, price = ({"M": 1}, None) if action is Action.SOLD else ({}, Decimal(5))
        return queue_action(self.shop, "A", action, pieces, price, "test")[0]

    def attempts_within(self, seconds: float) -> int:
        """Look every ten seconds; how often it was sent."""
        sent = 0
        for _ in range(int(seconds / 10)):
            sent += self.is_tried()
            self.now += 10
        return sent

    def is_tried(self, answer: Answer = BUSY) -> bool:
        with self.shop.database.write() as connection:
            flights = begin_attempts(connection, Dialect(), 1, self.now).started
            ended = [Ended(flight, answer) for flight in flights]
            end_attempts(connection, ended, Dialect(), self.now, random.Random(1))
        return bool(flights)

    @property
    def state(self) -> State:
        details = outbox.delivery_details(self.shop, self.number)
        assert details is not None
        return details.row.state


@pytest.fixture
def clock(tmp_path: Path) -> Iterator[Clock]:
    made = Clock(tmp_path / "shop")
    yield made
    made.shop.close()


@pytest.mark.parametrize("jump", JUMPS)
def test_what_waits_is_tried_soon_after_the_clock_was_set_and_not_in_a_storm(
    clock: Clock, jump: float
) -> None:
    assert clock.attempts_within(12 * HOUR) >= 3
    usual = clock.attempts_within(LONGEST_WAIT)
    clock.now += jump
    assert clock.attempts_within(MINUTE) <= 1
    assert 1 <= clock.attempts_within(LONGEST_WAIT) <= usual + 1


@pytest.mark.parametrize("jump", [-HOUR, -1.9 * HOUR])
def test_a_clock_that_is_set_back_makes_it_due_once(clock: Clock, jump: float) -> None:
    clock.attempts_within(2 * HOUR)
    clock.now += jump
    assert clock.is_tried()
    assert not clock.is_tried()
    assert clock.state is State.WAITING


def test_what_a_pause_held_goes_on_although_the_clock_was_set_back(clock: Clock) -> None:
    pause(clock.shop)
    resume(clock.shop)
    clock.now -= HOUR
    assert clock.is_tried()


@pytest.mark.parametrize("back", [5.0, MINUTE, HOUR])
def test_what_may_have_arrived_is_not_repeated_at_once_because_the_clock_was_set_back(
    clock: Clock, back: float
) -> None:
    assert clock.is_tried(ACCEPTED)
    clock.queue(Action.PRICE)
    assert clock.is_tried(SILENT)
    clock.now -= back
    assert clock.attempts_within(QUIET) == 0
    assert clock.attempts_within(2 * LONGEST_WAIT) >= 1


def test_a_marketplace_that_names_a_moment_is_left_alone_until_then(clock: Clock) -> None:
    patient = Answer(AttemptOutcome.BUSY, BUSY.words, 1.0, 429, retry_after=HOUR)
    assert clock.is_tried(patient)
    clock.now += 50 * MINUTE
    assert not clock.is_tried()
    clock.now += 11 * MINUTE
    assert clock.is_tried()


def test_a_day_ahead_is_the_end_of_the_tries_and_a_person_is_asked(clock: Clock) -> None:
    assert clock.is_tried()
    clock.now += GIVE_UP_AFTER + HOUR
    assert clock.is_tried()
    assert clock.state is State.REJECTED


def test_after_the_clock_was_set_back_by_a_year_the_tries_still_end_after_a_day(clock: Clock) -> None:
    assert clock.is_tried()
    clock.now -= 365 * DAY
    assert clock.attempts_within(GIVE_UP_AFTER - HOUR) >= 10
    assert clock.state is State.WAITING
    clock.attempts_within(5 * HOUR)
    assert clock.state is State.REJECTED
