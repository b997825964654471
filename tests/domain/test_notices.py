"""What is told, gathered and when."""

from __future__ import annotations

import pytest

from app.domain.notices import (
    BETWEEN,
    LONGEST,
    QUIET,
    Gathering,
    News,
    NoticeChoices,
    NoticeKind,
    Spot,
    Target,
)
from app.domain.text import translate

EVERYTHING = NoticeChoices()


def news(kind: NoticeKind = NoticeKind.SALE, number: int = 1, count: int = 1) -> News:
    line = translate("Test", "number {number}").format(number=number)
    return News(kind, Spot(Target.EVENT, number), (line,), count)


def words(lines: tuple[object, ...]) -> list[str]:
    return [str(line) for line in lines]


def test_nothing_is_due_before_something_happened() -> None:
    assert Gathering().due is None
    assert Gathering().joined((), 5.0).due is None


def test_one_sale_is_told_after_a_moment() -> None:
    gathering = Gathering().joined([news()], 100.0)
    assert gathering.due == 100.0 + QUIET
    gathering, notice = gathering.taken(EVERYTHING, 102.0)
    assert notice is not None
    assert (notice.kind, notice.count, words(notice.lines)) == (NoticeKind.SALE, 1, ["number 1"])
    assert gathering.due is None


def test_sales_within_seconds_are_one_notice_that_leads_to_the_newest() -> None:
    gathering = Gathering()
    for number in range(1, 6):
        gathering = gathering.joined([news(number=number)], 100.0 + number)
    _, notice = gathering.taken(EVERYTHING, 108.0)
    assert notice is not None
    assert notice.count == 5
    assert words(notice.lines) == ["number 5", "number 4", "number 3"]
    assert notice.spot == Spot(Target.EVENT, 5)


def test_what_does_not_stop_coming_is_told_all_the_same() -> None:
    gathering = Gathering()
    for second in range(60):
        gathering = gathering.joined([news()], float(second))
    assert gathering.due == LONGEST


def test_notices_leave_each_other_time() -> None:
    gathering, notice = Gathering().joined([news()], 100.0).taken(EVERYTHING, 102.0)
    assert notice is not None
    assert gathering.joined([news()], 103.0).due == 102.0 + BETWEEN
    assert gathering.joined([news()], 200.0).due == 200.0 + QUIET


def test_the_most_urgent_goes_first_and_the_others_are_counted() -> None:
    gathering = Gathering().joined(
        [news(count=4), news(NoticeKind.UNKNOWN, 7), news(NoticeKind.OVERSALE, 9)], 1.0
    )
    _, notice = gathering.taken(EVERYTHING, 3.0)
    assert notice is not None
    assert (notice.kind, notice.spot.number) == (NoticeKind.OVERSALE, 9)
    assert notice.also == ((NoticeKind.UNKNOWN, 1), (NoticeKind.SALE, 4))


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_a_kind_that_is_not_wanted_is_not_told(kind: NoticeKind) -> None:
    nothing = NoticeChoices(frozenset())
    gathering, notice = Gathering().joined([news(kind)], 1.0).taken(nothing, 3.0)
    assert notice is None
    assert gathering.joined([news(kind)], 4.0).due == 4.0 + QUIET  # what was not told delays nothing


def test_an_oversale_is_still_a_sale_to_who_wants_only_these() -> None:
    only_sales = NoticeChoices(frozenset({NoticeKind.SALE}))
    _, notice = Gathering().joined([news(NoticeKind.OVERSALE)], 1.0).taken(only_sales, 3.0)
    assert notice is not None
    assert notice.kind is NoticeKind.SALE


def test_what_is_over_before_it_is_told_is_not_told() -> None:
    gathering = Gathering().joined([news(NoticeKind.RECEIVING)], 1.0).without(NoticeKind.RECEIVING)
    assert gathering.due is None
