"""What the Deliveries page says is what happened: seeds of bad weather, and proof that a lie is caught."""

from __future__ import annotations

import pytest

from app.services import attempts
from app.storage import outbox
from tests.simulation.__main__ import run_seeds
from tests.simulation.deliveries import BrokenPromiseError, run_seed

SEEDS = range(500)


def test_every_action_is_applied_once_or_a_person_is_asked() -> None:
    report, broken = run_seeds(SEEDS)
    assert broken == []
    assert report.asked > 0
    assert report.crashes > len(SEEDS)


def first_broken(seeds: range) -> int | None:
    for seed in seeds:
        try:
            run_seed(seed)
        except BrokenPromiseError:
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
