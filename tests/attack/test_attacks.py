"""The real program under attack stays up, stays small, answers right, and keeps a counter only."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from app.domain.refusal import Refusal
from tests.attack import attacks
from tests.attack.attacks import MOST_GROWN, Victim

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a second loopback address")


@pytest.fixture(scope="module")
def target() -> Iterator[Victim]:
    with attacks.victim() as found:
        yield found


def test_a_series_of_attacks_leaves_a_listener_that_works(target: Victim) -> None:
    attacks.wrong_secrets(target, 200)  # what it imports and fills at first is no growth
    before, kept = target.memory, target.kept()
    attacks.wrong_secrets(target, 10_000)
    assert target.kept() == kept
    assert target.counted(Refusal.WRONG_SECRET, 10_200) == 10_200
    attacks.header_floods(target, 4)
    attacks.large_bodies(target, 5)
    attacks.garbage(target, 20)
    assert target.kept() == kept
    attacks.held_connections(target, 150)
    assert target.kept() == kept + 2
    assert target.counted(Refusal.TOO_MANY, 50) >= 50
    assert target.memory - before < MOST_GROWN
    assert target.process.poll() is None
