"""How an event is read, with the figures in plain sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialect import SoldCountMeaning
from app.domain.worlds import WINDOW, ReadingKind, Track

MOVED = SoldCountMeaning.MOVED


def test_a_sale_of_one_from_four() -> None:
    track, reading = Track.start(4).event(3, 1, 0, MOVED)
    assert (reading.kind, reading.movement, reading.before, reading.after) == (ReadingKind.SALE, -1, 4, 3)
    assert (track.agreed, track.moved_total, track.is_certain) == (3, -1, True)


def test_a_return_of_two() -> None:
    track, reading = Track.start(4).event(6, 2, 0, MOVED)
    assert (reading.kind, track.agreed, track.moved_total) == (ReadingKind.RETURN, 6, 2)


def test_the_first_word_about_a_size_is_its_baseline() -> None:
    track, reading = Track.start(None).event(7, 1, 0, MOVED)
    assert (reading.kind, track.agreed, track.moved_total) == (ReadingKind.BASELINE, 7, 0)


def test_the_same_body_again_was_counted_already() -> None:
    track, _ = Track.start(4).event(3, 1, 0, MOVED)
    again, reading = track.event(3, 1, 5, MOVED)
    assert reading.kind is ReadingKind.ALREADY_COUNTED
    assert again.moved_total == -1


def test_our_own_sale_and_an_online_one_are_both_counted() -> None:
    track = Track.start(4).sending(1, None, -1, 0).accepted(1)
    track, reading = track.event(2, 1, 1, MOVED)
    assert (reading.movement, track.agreed, track.is_certain) == (-1, 2, True)


def test_an_event_that_saw_an_unknown_delivery_settles_it() -> None:
    track = Track.start(10).sending(7, None, -3, 0)
    track, reading = track.event(6, 1, 1, MOVED)
    assert reading.settled == ((7, True),)
    assert track.agreed == 6


def test_what_nothing_explains_is_flagged() -> None:
    track, reading = Track.start(4).event(1, 1, 0, MOVED)
    assert reading.kind is ReadingKind.UNEXPLAINED
    assert not track.is_certain


def test_two_readings_are_flagged_and_not_guessed_silently() -> None:
    track = Track.start(4).sending(1, 4, 0, 0).accepted(1)  # a price repeats the stock of four
    track, reading = track.event(3, 1, 1, MOVED)
    assert reading.kind is ReadingKind.SEVERAL
    assert len(reading.alternatives) == 2
    assert not track.is_certain


@given(st.lists(st.tuples(st.integers(-3, 3).filter(bool), st.floats(0, 100)), max_size=8))
def test_events_in_order_end_at_the_marketplaces_count(moves: list[tuple[int, float]]) -> None:
    track, count, at = Track.start(50), 50, 0.0
    for number, (moved, _) in enumerate(moves):
        count, at = count + moved, number * 1000.0  # far apart: nothing can be a repeat
        track, _ = track.event(count, abs(moved), at, MOVED)
    assert (track.agreed, track.moved_total, track.is_certain) == (count, count - 50, True)
    assert Track.from_json(track.to_json()) == track


def test_a_total_that_came_before_may_be_a_repeat_that_others_overtook() -> None:
    track = Track.start(27)
    for at, (count, sold) in enumerate([(26, 1), (24, 3), (28, -1)]):
        track, _ = track.event(count, sold, at, SoldCountMeaning.TOTAL)
    track, reading = track.event(24, 3, 9, SoldCountMeaning.TOTAL)
    assert reading.kind is ReadingKind.SEVERAL  # the second once more, or four pieces sold since
    assert {count for _, count in reading.alternatives} == {28, 24}
    track, _ = track.event(27, 0, 20, SoldCountMeaning.TOTAL)
    assert (track.agreed, track.is_certain) == (27, True)


def test_a_write_that_is_sent_once_more_may_be_applied_both_times() -> None:
    """A price repeats the stock: applied, one sold, applied again, one more sold."""
    track = Track.start(57).sending(1, 57, 0, 0)
    track, _ = track.event(56, 1, 10, MOVED)
    track = track.sending(1, 56, 0, 60).accepted(1)
    track, _ = track.event(55, 1, 70, MOVED)
    assert track.explained
    assert 55 in {track._now(world) for world in track.worlds}


def test_a_write_that_was_sent_once_more_is_one_delivery() -> None:
    track = Track.start(57).sending(1, 57, 0, 0).sending(1, 56, 0, 60)
    assert track.open_writes == (1,)
    assert track.rejected(1) == Track.start(57)
    assert Track.from_json(track.to_json()) == track


def test_what_was_sent_once_more_is_forgotten_as_applied_and_as_not_applied() -> None:
    track = Track.start(57).sending(1, 50, 0, 0).sending(1, 40, 0, 300).accepted(1)
    folded = track.fold(601)
    assert {world.base for world in folded.worlds} == {57, 50}
    assert (folded.agreed, folded.is_certain) == (40, True)


def test_the_reading_with_the_fewest_pieces_is_likeliest() -> None:
    track = Track.start(30).sending(1, 27, -3, 0).accepted(1)
    track, reading = track.event(29, None, 1, SoldCountMeaning.OMITTED)
    assert reading.kind is ReadingKind.SEVERAL  # one was sold before our sale, or two came back after it
    assert (reading.movement, track.agreed) == (-1, 27)


def test_the_first_word_may_not_have_seen_our_writes() -> None:
    track = Track.start(None).sending(1, None, -1, 0)
    track, reading = track.event(49, 1, 1, MOVED)
    assert reading.kind is ReadingKind.BASELINE
    assert track.accepted(1).agreed in {48, 49}
    assert not track.accepted(1).is_certain


def test_an_event_from_before_our_first_count_is_read_as_such() -> None:
    track = Track.start(None).sending(1, 48, -2, 0).accepted(1)  # fifty were taken for sure
    assert (track.agreed, track.is_certain) == (48, True)
    track, _ = track.event(49, 1, 1, MOVED)  # one sold before it, or one that came back after it
    assert not track.is_certain


def test_writes_without_any_word_are_forgotten_after_the_window() -> None:
    track = Track.start(None)
    for number in range(5):
        track = track.sending(number, None, -1, number * 300.0).accepted(number).fold(number * 300.0)
    assert len(track.writes) <= 3


def test_a_webhook_that_contradicts_what_a_person_saw_is_flagged() -> None:
    # The sale of one never arrived; the four in the cabinet were a sale online whose webhook was under way.
    track = Track.start(5).sending(1, None, -1, 0)
    track = track.looked(4, 60).accepted(1)
    assert (track.agreed, track.is_certain) == (4, True)
    track, reading = track.event(4, 1, 70, MOVED)
    assert (reading.movement, track.agreed, track.is_certain) == (-1, 4, False)


def test_a_webhook_after_a_look_that_was_right_is_a_sale_and_nothing_else() -> None:
    track = Track.start(5).sending(1, None, -1, 0)
    track = track.looked(4, 60).accepted(1)
    track, reading = track.event(3, 1, 70, MOVED)
    assert (reading.kind, reading.movement, track.agreed, track.is_certain) == (
        ReadingKind.SALE,
        -1,
        3,
        True,
    )


def test_a_webhook_that_a_correction_has_in_it_already_adds_nothing() -> None:
    track = Track.start(5).corrected(4, 60)
    track, reading = track.event(4, 1, 70, MOVED)
    assert (reading.kind, track.agreed, track.moved_total) == (ReadingKind.ALREADY_COUNTED, 4, 0)


def test_after_a_correction_and_a_write_such_a_webhook_can_be_a_return_and_is_asked_about() -> None:
    track = Track.start(5).corrected(4, 60).sending(2, 3, -1, 61).accepted(2)
    track, reading = track.event(4, 1, 70, MOVED)
    assert reading.kind is ReadingKind.SEVERAL
    assert not track.is_certain


LATER = WINDOW + 1


@pytest.mark.parametrize("meaning", [MOVED, SoldCountMeaning.TOTAL])
def test_a_first_word_that_lacks_just_what_was_sold_is_a_sale(meaning: SoldCountMeaning) -> None:
    track, reading = Track().first_word(4, 3, 1, LATER, meaning, said_at=0)
    assert (reading.kind, reading.movement) == (ReadingKind.SALE, -1)
    assert (track.agreed, track.is_certain) == (3, True)
    _, again = track.event(2, 1 if meaning is MOVED else 2, LATER + 5, meaning)
    assert (again.kind, again.movement) == (ReadingKind.SALE, -1)


@pytest.mark.parametrize(
    ("count", "sold", "at", "meaning"),
    [
        (2, 1, LATER, MOVED),  # one more is missing
        (5, 1, LATER, MOVED),  # one that came back, or one of six that was sold
        (3, 6, LATER, SoldCountMeaning.TOTAL),  # more were sold than are missing
        (3, None, LATER, MOVED),
        (3, None, LATER, SoldCountMeaning.OMITTED),
        (3, 1, WINDOW, MOVED),  # it may be from before we counted, with more of its kind on the way
    ],
)
def test_a_first_word_that_tells_nothing_for_sure_is_asked_about(
    count: int, sold: int | None, at: float, meaning: SoldCountMeaning
) -> None:
    track, reading = Track().first_word(4, count, sold, at, meaning, said_at=0)
    assert (reading.kind, reading.movement) == (ReadingKind.BASELINE, 0)
    assert (track.agreed, track.is_certain) == (count, False)


def test_a_first_word_that_is_equal_is_certain() -> None:
    track, reading = Track().first_word(4, 4, 1, 5, MOVED, said_at=0)
    assert (reading.kind, track.agreed, track.is_certain) == (ReadingKind.BASELINE, 4, True)


def test_a_first_word_beside_a_write_is_asked_about() -> None:
    sent = Track().sending(1, None, 2, LATER - 1).accepted(1)
    track, reading = sent.first_word(4, 3, 1, LATER, MOVED, said_at=0)
    assert (reading.kind, track.is_certain) == (ReadingKind.BASELINE, False)
