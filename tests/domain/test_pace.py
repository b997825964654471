"""The measured rate: honest or silent."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.pace import HONEST, STANDSTILL, WINDOW, Pace


def test_nothing_is_told_before_enough_was_measured() -> None:
    for seconds, done in HONEST:
        pace = Pace()
        assert pace.seconds_for(10) is None
        pace.note(0.0, 0)
        pace.note(seconds, done - 1)
        assert pace.seconds_for(10) is None
        pace.note(seconds, done)
        assert pace.seconds_for(10) == 10 * seconds / done
    pace = Pace()
    pace.note(0.0, 0)
    pace.note(1.9, 1000)
    assert pace.seconds_for(10) is None


def test_a_brisk_pace_is_told_after_two_seconds() -> None:
    pace = Pace()
    for second in range(3):
        pace.note(
            float(second), 24 * second
        )  # as many as are on their way at once, answered after a second
    assert pace.seconds_for(252) == 10.5


@given(st.floats(0.2, 1000.0), st.integers(0, 10_000))
def test_a_steady_pace_gives_the_rest_divided_by_it(per_second: float, rest: int) -> None:
    pace = Pace()
    for tick in range(400):
        pace.note(tick / 4, int(tick / 4 * per_second))
    left = pace.seconds_for(rest)
    assert left is not None
    assert abs(left - rest / per_second) <= 0.25 * rest / per_second + 0.01


def test_only_the_last_half_minute_counts() -> None:
    pace = Pace()
    for second in range(100):
        pace.note(float(second), 50 * second)
    for second in range(100, 100 + int(WINDOW) + 1):
        pace.note(float(second), 4950 + (second - 99))
    assert pace.seconds_for(60) == 60.0


def test_standing_still_ends_in_no_figure() -> None:
    pace = Pace()
    for second in range(100):
        pace.note(float(second), min(10 * second, 200))
    assert pace.seconds_for(10) is None


def test_after_a_gap_or_something_undone_it_begins_anew() -> None:
    pace = Pace()
    for second in range(20):
        pace.note(float(second), 10 * second)
    pace.note(20.0, 3)
    assert pace.seconds_for(10) is None
    for second in range(21, 40):
        pace.note(float(second), 10 * second)
    pace.note(40.0 + 2 * WINDOW, 2000)
    assert pace.seconds_for(10) is None


def test_after_a_standstill_it_is_measured_anew() -> None:
    pace = Pace()
    for second in range(10):
        pace.note(float(second), second)
    for second in range(10, 10 + int(STANDSTILL) + 1):
        pace.note(float(second), 9)
    assert pace.seconds_for(100) is None
    again = 10 + STANDSTILL + 1
    for step in range(6):
        pace.note(again + step, 9 + 10 * (step + 1))
    assert pace.seconds_for(100) == 10.0
