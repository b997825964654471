"""A person says which reading of online events is true."""

from __future__ import annotations

import pytest

from app.domain.action import Action
from app.domain.delivery import AttemptOutcome, State
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.services.catalogue import add_product, product_details
from app.services.choosing import choose
from app.services.editing import queue_action
from app.services.event_views import Choice, Readings
from app.services.shop import Shop
from app.services.views import ProductDetails, ProductDraft, SizeDraft
from tests.services.test_event_words import MOVED, flag, jacket, receive, send


def details(shop: Shop) -> ProductDetails:
    found = product_details(shop, 1)
    assert found is not None
    return found


def doubtful(shop: Shop) -> Readings:
    """The second event is the first once more, or one piece that came back."""
    size_id = jacket(shop)
    receive(shop, 4, 1)
    send(shop, MOVED, 1)
    receive(shop, 4, 1)
    return details(shop).readings[size_id]


def test_each_reading_is_a_choice_with_its_figures_the_likeliest_first(shop: Shop) -> None:
    assert doubtful(shop).choices == (Choice(4, 4), Choice(3, 3))


@pytest.mark.parametrize("number", [0, 1])
def test_the_stock_follows_what_is_chosen_and_the_ledger_says_who(shop: Shop, number: int) -> None:
    readings = doubtful(shop)
    choice = readings.choices[number]
    choose(shop, readings, choice)
    after = details(shop)
    size = next(size for size in after.product.sizes if size.id == readings.size_id)
    assert (size.here, size.agreed, size.flag) == (choice.here, choice.there, None)
    assert not after.readings
    newest = after.timeline[0]
    assert (newest.cause, newest.quantity, newest.who) == (
        Cause.READING_SETTLED,
        choice.here - 4,
        shop.who,
    )


def test_choosing_twice_is_choosing_once(shop: Shop) -> None:
    readings = doubtful(shop)
    choose(shop, readings, readings.choices[1])
    lines = len(details(shop).timeline)
    choose(shop, readings, readings.choices[1])
    assert len(details(shop).timeline) == lines


def test_readings_that_have_changed_meanwhile_are_not_chosen(shop: Shop) -> None:
    readings = doubtful(shop)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")
    with pytest.raises(InvalidValueError, match="have changed meanwhile"):
        choose(shop, readings, readings.choices[1])
    assert flag(shop) != "None"


def test_a_delivery_that_only_this_reading_explains_has_arrived(shop: Shop) -> None:
    size_id = jacket(shop)
    receive(shop, 4, 1)
    send(shop, MOVED, 1, AttemptOutcome.NO_ANSWER)
    receive(shop, 4, 1)  # the first once more, or one came back after ours had arrived
    readings = details(shop).readings[size_id]
    choose(shop, readings, Choice(4, 4))
    after = details(shop)
    assert after.last_delivery is not None
    assert after.last_delivery.row.state is State.DELIVERED
    assert flag(shop) == "None"


def other_stock(shop: Shop) -> Readings:
    """Three are here and on no way; the first word about them says that one of four was sold."""
    draft = ProductDraft("SS21CA2N", sizes=(SizeDraft("XL"),), marketplace_id=17, already_there=False)
    add_product(shop, draft)
    send(shop, MOVED, 3, action=Action.RECEIPTS)
    clock = shop.clock
    shop.clock = lambda: clock() + 3600
    receive(shop, 5, 1)
    (readings,) = details(shop).readings.values()
    return readings


def test_a_first_word_about_another_stock_asks_whose_is_right_with_the_figures(shop: Shop) -> None:
    assert other_stock(shop).choices == (Choice(5, 5), Choice(3, 5, is_ours=True))


def test_our_stock_follows_the_marketplace_where_that_is_right(shop: Shop) -> None:
    readings = other_stock(shop)
    choose(shop, readings, readings.choices[0])
    size = details(shop).product.sizes[0]
    assert (size.here, size.agreed, size.flag, size.pending) == (5, 5, None, None)
    assert details(shop).timeline[0].who == shop.who
    assert not details(shop).readings


def test_the_marketplace_is_to_follow_where_our_stock_is_right(shop: Shop) -> None:
    readings = other_stock(shop)
    choose(shop, readings, readings.choices[1])
    size = details(shop).product.sizes[0]
    assert (size.here, size.agreed) == (3, 5)
    assert size.pending is not None
    assert (size.pending.action, size.pending.quantity, size.pending.corrects) == (Action.SOLD, 2, True)
    assert not details(shop).readings


def test_while_a_delivery_may_have_arrived_nobody_can_say_whose_stock_is_right(shop: Shop) -> None:
    draft = ProductDraft("SS21CA2N", sizes=(SizeDraft("XL"),), marketplace_id=17, already_there=False)
    add_product(shop, draft)
    send(shop, MOVED, 3, AttemptOutcome.NO_ANSWER, Action.RECEIPTS)
    receive(shop, 5, 1)
    assert flag(shop) != "None"
    assert not details(shop).readings
