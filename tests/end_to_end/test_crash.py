"""The real program, killed at random moments."""

from app.domain.delivery import State
from tests.end_to_end.crash import run_crashes


def test_ten_kills_lose_nothing_and_apply_nothing_twice() -> None:
    run = run_crashes(kills=10, seed=7)
    assert run.ended == {State.DELIVERED: run.ended.total()}
    assert run.ended.total() >= 500
    assert run.asked > 0
