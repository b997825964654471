"""What the cabinet's figures say: for one delivery, and for several that touch the same figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.dialect import SoldCountMeaning
from app.domain.doubt import ChangeSight, Conclusion, Place, Question, TrackSight, parse_figure
from app.domain.errors import InvalidValueError
from app.domain.worlds import Track

XL, L, PRICE = Place(1, 10), Place(1, 11), Place(1, None)
ARRIVED, NOT_ARRIVED = Conclusion.ARRIVED, Conclusion.NOT_ARRIVED
EITHER, ELSE = Conclusion.EITHER, Conclusion.SOMETHING_ELSE


def sold(track: Track, number: int, left: int | None, pieces: int = 1) -> Track:
    return track.sending(number, left, -pieces, at=float(number))


def of_track(track: Track) -> Question:
    """Every open write of one size is asked about."""
    return Question(
        {number: [XL] for number in track.open_writes}, {XL: TrackSight(track, track.open_writes)}
    )


@pytest.mark.parametrize(
    ("figure", "expected"), [(6, ARRIVED), (7, NOT_ARRIVED), (5, ELSE), (8, ELSE), (0, ELSE)]
)
def test_one_delivery_and_one_size(figure: int, expected: Conclusion) -> None:
    question = of_track(sold(Track.start(7), 1, 6))
    assert question.expected(1, XL, arrived=False) == [7]
    assert question.expected(1, XL, arrived=True) == [6]
    assert question.conclude({XL: figure}) == {1: expected}
    assert question.conclude({}) == {}


def test_an_online_sale_since_moves_the_figures() -> None:
    """In `moved` a sale of our own comes on top of the online one: what was written before is stale."""
    track, _ = sold(Track.start(7), 1, None).event(6, 1, 2.0, SoldCountMeaning.MOVED)
    question = of_track(track)
    assert (question.expected(1, XL, arrived=False), question.expected(1, XL, arrived=True)) == ([6], [5])
    assert question.conclude({XL: 6}) == {1: NOT_ARRIVED}
    assert question.conclude({XL: 5}) == {1: ARRIVED}


def test_a_figure_that_fits_both_concludes_nothing() -> None:
    """In `left` our own write may have set the very count that the online sale left."""
    track, _ = sold(Track.start(7), 1, 6).event(6, 1, 2.0, SoldCountMeaning.MOVED)
    assert of_track(track).conclude({XL: 6}) == {1: EITHER}


def test_an_event_that_nothing_explains_does_not_tell_what_it_had_seen() -> None:
    track, _ = sold(Track.start(7), 1, 6).event(3, 1, 2.0, SoldCountMeaning.MOVED)
    question = of_track(track)
    assert question.expected(1, XL, arrived=False) == [3]
    assert question.expected(1, XL, arrived=True) == [3, 6]
    assert question.conclude({XL: 6}) == {1: ARRIVED}
    assert question.conclude({XL: 3}) == {1: EITHER}


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (10, (NOT_ARRIVED, NOT_ARRIVED)),
        (9, (ARRIVED, NOT_ARRIVED)),
        (7, (NOT_ARRIVED, ARRIVED)),
        (6, (ARRIVED, ARRIVED)),
        (8, (ELSE, ELSE)),
    ],
)
def test_two_sales_of_different_pieces_are_told_apart(
    figure: int, expected: tuple[Conclusion, Conclusion]
) -> None:
    question = of_track(sold(sold(Track.start(10), 1, None, 1), 2, None, 3))
    assert question.expected(1, XL, arrived=True) == [6, 9]
    assert tuple(question.conclude({XL: figure}).values()) == expected


def test_two_equal_sales_of_which_one_arrived_stay_open() -> None:
    question = of_track(sold(sold(Track.start(10), 1, None), 2, None))
    assert question.conclude({XL: 9}) == {1: EITHER, 2: EITHER}
    assert question.conclude({XL: 8}) == {1: ARRIVED, 2: ARRIVED}


def test_a_later_count_covers_an_earlier_one() -> None:
    """In `left` the second write sets the count, whatever became of the first."""
    question = of_track(sold(sold(Track.start(10), 1, 9), 2, 5))
    assert question.conclude({XL: 5}) == {1: EITHER, 2: ARRIVED}
    assert question.conclude({XL: 9}) == {1: ARRIVED, 2: NOT_ARRIVED}


def test_every_size_of_a_delivery_is_needed_and_has_to_agree() -> None:
    question = Question(
        {1: [XL, L]}, {XL: ChangeSight({1: (3, 2)}), L: TrackSight(sold(Track.start(4), 1, 3), [1])}
    )
    assert question.conclude({XL: 2}) == {}
    assert question.conclude({XL: 2, L: 3}) == {1: ARRIVED}
    assert question.conclude({XL: 2, L: 4}) == {1: ELSE}


def test_what_touches_no_common_figure_is_concluded_apart() -> None:
    question = Question({1: [XL], 2: [L]}, {XL: ChangeSight({1: (3, 2)}), L: ChangeSight({2: (4, 3)})})
    assert question.conclude({XL: 9, L: 4}) == {1: ELSE, 2: NOT_ARRIVED}


def test_a_correction_waits_for_the_figures_of_all_that_it_would_settle() -> None:
    question = Question(
        {1: [XL, L], 2: [XL]}, {XL: ChangeSight({1: (9, 8), 2: (8, 7)}), L: ChangeSight({1: (4, 3)})}
    )
    assert question.conclude({XL: 1}) == {}
    assert question.conclude({XL: 1, L: 3}) == {1: ELSE, 2: ELSE}


def test_prices_follow_one_another() -> None:
    changes = {1: (Decimal(100), Decimal(90)), 2: (Decimal(90), Decimal(80))}
    question = Question({1: [PRICE], 2: [PRICE]}, {PRICE: ChangeSight(changes)})
    assert question.conclude({PRICE: Decimal(100)}) == {1: NOT_ARRIVED, 2: NOT_ARRIVED}
    assert question.conclude({PRICE: Decimal(80)}) == {1: EITHER, 2: ARRIVED}


def test_a_figure_that_nobody_knew_before_can_still_show_the_arrival() -> None:
    question = Question({1: [XL]}, {XL: ChangeSight({1: (None, 2)})})
    assert question.expected(1, XL, arrived=False) == []
    assert question.conclude({XL: 2}) == {1: ARRIVED}


def test_of_too_many_together_nothing_is_concluded() -> None:
    track = Track.start(20)
    for number in range(1, 9):
        track = sold(track, number, None)
    assert set(of_track(track).conclude({XL: 12}).values()) == {EITHER}


def test_figures_as_people_type_them() -> None:
    assert parse_figure(XL, " 0 ") == 0
    assert parse_figure(XL, "1 200") == 1200
    assert parse_figure(PRICE, "76 000,50") == Decimal("76000.50")
    for place, text in ((XL, ""), (XL, "-1"), (XL, "1,5"), (PRICE, "0")):
        with pytest.raises(InvalidValueError):
            parse_figure(place, text)
