"""What the Deliveries page says is what happened: seeds of bad weather, and proof that a lie is caught."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain import delivery
from app.domain.delivery import AttemptOutcome, ImpossibleStepError, State
from app.domain.errors import StorageError
from app.services import attempts, sending
from app.storage import claims, outbox
from app.storage.tables import deliveries
from tests.simulation.__main__ import run_seeds
from tests.simulation.deliveries import SimulatedSender, run_seed
from tests.simulation.marketplace import Weather
from tests.simulation.promises import BrokenPromiseError

SEEDS = range(500)


def test_every_action_is_applied_once_or_a_person_is_asked() -> None:
    report, broken = run_seeds(SEEDS)
    assert broken == []
    assert report.asked > 0
    assert report.crashes > len(SEEDS)
    assert min(report.unwritten, report.jumps, report.sleeps) > len(SEEDS) / 5


@pytest.mark.parametrize("seed", [103673, 103817])
def test_a_clock_that_jumps_lets_nothing_be_repeated_too_early(seed: int) -> None:
    run_seed(seed)


def test_a_seed_can_be_repeated() -> None:
    assert [run_seed(seed) for seed in range(5)] == [run_seed(seed) for seed in range(5)]


def first_broken(seeds: range) -> int | None:
    for seed in seeds:
        try:
            run_seed(seed)
        except (BrokenPromiseError, ImpossibleStepError):
            return seed
    return None


def test_a_sender_that_repeats_what_may_have_arrived_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "is_repeatable", lambda *_: True)
    assert first_broken(range(2000, 2060)) is not None


def test_a_sender_that_forgets_what_was_accepted_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "settle_writes", lambda *_, **__: None)
    assert first_broken(range(2000, 2010)) is not None


def test_a_sender_that_skips_what_was_committed_before_a_crash_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outbox, "stranded", lambda _: [])
    assert first_broken(range(2000, 2060)) is not None


def test_a_sender_that_takes_silence_for_not_sent_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (delivery, attempts):  # the second would ask although the first does not
        monkeypatch.setattr(module, "MAY_HAVE_BEEN_APPLIED", frozenset({AttemptOutcome.SERVER_ERROR}))
    assert first_broken(range(2000, 2060)) is not None


def test_a_sender_that_repeats_at_once_what_may_still_be_worked_on_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delivery, "QUIET", 0.0)
    monkeypatch.setattr(sending, "QUIET", 0.0)
    usual = Weather.of
    monkeypatch.setattr(Weather, "of", lambda rng: replace(usual(rng), lost_before=0.6))
    assert first_broken(range(2100, 2160)) is not None


def test_a_sender_that_drops_an_answer_which_cannot_be_written_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stands_firm = SimulatedSender.call

    def drop(self: SimulatedSender, function: Any, *args: object) -> Any:
        try:
            return stands_firm(self, function, *args)
        except StorageError:
            return [], 1, None

    monkeypatch.setattr(SimulatedSender, "call", drop)
    assert first_broken(range(2000, 2060)) is not None


def test_a_sender_that_sends_again_what_it_could_not_write_down_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stands_firm = SimulatedSender.call

    def forget(self: SimulatedSender, function: Any, *args: object) -> Any:
        try:
            return stands_firm(self, function, *args)
        except StorageError:
            self.ground.repaired = True
            with self.shop.database.write() as connection:
                sending = deliveries.c.state == State.SENDING
                connection.execute(deliveries.update().where(sending).values(state=State.QUEUED))
            return [], 1, None

    monkeypatch.setattr(SimulatedSender, "call", forget)
    assert first_broken(range(2000, 2060)) is not None


def test_a_sender_that_trusts_a_clock_which_was_set_back_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = claims._claimable(
        (deliveries.c.state == State.WAITING) & (deliveries.c.next_at <= claims.given("now"))
    )
    monkeypatch.setattr(claims, "_WAITING", trusting)
    assert first_broken(range(2000, 2200)) is not None
