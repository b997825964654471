"""The real program, killed at random moments while events pour in."""

from tests.end_to_end.crash_receiving import run_kills


def test_three_kills_lose_no_event_that_was_answered() -> None:
    run = run_kills(kills=3, seed=7)
    assert run.kills == 3
    assert len(run.answered) > 100
