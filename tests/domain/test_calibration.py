"""Whatever the stock and whichever the server: the calibration finds its meaning, or says nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.action import Action
from app.domain.calibration import FEWEST, Finding, SentReceipt, way_back
from app.domain.dialect import CountMeaning
from app.domain.money import MOST_PIECES

STOCKS = st.one_of(st.integers(0, 12), st.integers(0, MOST_PIECES))
MEANINGS = st.sampled_from(CountMeaning)


def server(meaning: CountMeaning, stock: int, action: Action, count: int) -> int:
    """The stock of a marketplace that reads `count` so."""
    return count if meaning is CountMeaning.LEFT else stock + action.sign * count


@given(before=STOCKS, assumed=MEANINGS, meant=MEANINGS)
def test_the_servers_meaning_is_found_or_another_size_is_asked_for(
    before: int, assumed: CountMeaning, meant: CountMeaning
) -> None:
    receipt = SentReceipt.assuming(assumed, before)
    after = server(meant, before, Action.RECEIPTS, receipt.count)
    assert receipt.is_telling == (before >= FEWEST)
    assert receipt.finding(after).meaning is (meant if receipt.is_telling else None)


@given(before=STOCKS, assumed=MEANINGS)
def test_a_server_that_ignores_the_action_or_is_slow_proves_nothing(
    before: int, assumed: CountMeaning
) -> None:
    receipt = SentReceipt.assuming(assumed, before)
    expected = Finding.UNCHANGED if receipt.is_telling else Finding.NEITHER
    assert receipt.finding(before) is expected


@given(before=STOCKS, assumed=MEANINGS, meant=MEANINGS, moved=st.sampled_from((-1, 1)))
def test_one_sale_or_return_in_between_never_proves_the_wrong_meaning(
    before: int, assumed: CountMeaning, meant: CountMeaning, moved: int
) -> None:
    receipt = SentReceipt.assuming(assumed, before)
    after = server(meant, before, Action.RECEIPTS, receipt.count) + moved
    wrong = next(meaning for meaning in CountMeaning if meaning is not meant)
    assert receipt.finding(after).meaning is not wrong


@given(before=STOCKS, assumed=MEANINGS, after=STOCKS)
def test_a_figure_that_no_reading_gives_proves_nothing(
    before: int, assumed: CountMeaning, after: int
) -> None:
    receipt = SentReceipt.assuming(assumed, before)
    meaning = receipt.finding(after).meaning
    if after not in {receipt.shown_if(m) for m in CountMeaning}:
        assert meaning is None
    if meaning is not None:
        assert receipt.shown_if(meaning) == after


@given(before=st.integers(FEWEST, MOST_PIECES), assumed=MEANINGS, meant=MEANINGS)
def test_the_way_back_ends_where_it_began(before: int, assumed: CountMeaning, meant: CountMeaning) -> None:
    receipt = SentReceipt.assuming(assumed, before)
    after = server(meant, before, Action.RECEIPTS, receipt.count)
    back = way_back(before, after)
    assert back is not None
    action, pieces = back
    count = after + action.sign * pieces if meant is CountMeaning.LEFT else pieces
    assert pieces > 0
    assert server(meant, after, action, count) == before


def test_a_stock_that_did_not_move_needs_no_way_back() -> None:
    assert way_back(3, 3) is None
