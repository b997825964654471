"""A change of the dialect is told for what it does to deliveries, and only for that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.domain.dialect_change import OnTheWay, change_notice

LEFT = Dialect()
MOVED = replace(LEFT, count=CountMeaning.MOVED)
HARMLESS = replace(LEFT, repeat_is_harmless=True)
DIALECTS = st.builds(
    Dialect,
    st.sampled_from(CountMeaning),
    st.sampled_from(SoldCountMeaning),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("old", "new", "open_ones", "words"),
    [
        (LEFT, MOVED, OnTheWay(stock=3), ["Not sent yet: 3", "quantity"]),
        (MOVED, LEFT, OnTheWay(stock=3), ["Not sent yet: 3", "stock left"]),
        (LEFT, MOVED, OnTheWay(prices=2), ["New prices not sent yet: 2", "no sizes"]),
        (MOVED, LEFT, OnTheWay(prices=2), ["New prices not sent yet: 2", "all sizes"]),
        (LEFT, MOVED, OnTheWay(unknown=2), ["Without an answer: 2", "the new way"]),
        (
            LEFT,
            replace(LEFT, price_with_every_action=False),
            OnTheWay(unknown=2),
            ["Without an answer: 2", "the new way"],
        ),
        (LEFT, MOVED, OnTheWay(sending=1), ["at this moment: 1", "old way"]),
        (
            HARMLESS,
            replace(MOVED, repeat_is_harmless=True),
            OnTheWay(doubtful=1),
            ["repeated: 1", "compare"],
        ),
        (HARMLESS, LEFT, OnTheWay(doubtful=4), ["repeated: 4", "not be repeated any more"]),
        (LEFT, HARMLESS, OnTheWay(unknown=5), ["Without an answer: 5", "no harm"]),
        (
            LEFT,
            replace(LEFT, sold_count=SoldCountMeaning.OMITTED),
            OnTheWay(1, 1),
            ["Sales", "no soldCount"],
        ),
        (replace(LEFT, sold_count=SoldCountMeaning.TOTAL), LEFT, OnTheWay(1, 1), ["will carry soldCount"]),
        (LEFT, replace(LEFT, price_with_every_action=False), OnTheWay(stock=6), ["6", "no price"]),
        (replace(LEFT, price_with_every_action=False), LEFT, OnTheWay(stock=6), ["carry the price"]),
        (LEFT, replace(LEFT, idempotency_key=False), OnTheWay(doubtful_prices=1), ["1", "without the key"]),
    ],
)
def test_each_change_says_what_it_does(
    old: Dialect, new: Dialect, open_ones: OnTheWay, words: list[str]
) -> None:
    (sentence,) = change_notice(old, new, open_ones)
    assert all(word in str(sentence) for word in words)


@pytest.mark.parametrize(
    ("old", "new", "open_ones"),
    [
        (LEFT, replace(LEFT, sold_count=SoldCountMeaning.TOTAL), OnTheWay(stock=2)),  # no sale among them
        (replace(LEFT, idempotency_key=False), LEFT, OnTheWay(unknown=3)),
        (HARMLESS, LEFT, OnTheWay(doubtful_prices=2)),  # a repeated price is always harmless
        (LEFT, HARMLESS, OnTheWay(stock=9)),
        (replace(LEFT, idempotency_key=False), LEFT, OnTheWay(doubtful_prices=2)),
    ],
)
def test_what_touches_no_delivery_is_not_told(old: Dialect, new: Dialect, open_ones: OnTheWay) -> None:
    assert change_notice(old, new, open_ones) == ()


@given(old=DIALECTS, new=DIALECTS)
def test_with_nothing_on_its_way_there_is_nothing_to_tell(old: Dialect, new: Dialect) -> None:
    assert change_notice(old, new, OnTheWay()) == ()


@given(dialect=DIALECTS)
def test_no_change_tells_nothing(dialect: Dialect) -> None:
    assert change_notice(dialect, dialect, OnTheWay(1, 1, 1, 1, 1, 1, 1)) == ()
