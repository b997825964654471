"""A person says which reading of online events is true."""

from __future__ import annotations

import pytest

from app.domain.action import Action
from app.domain.delivery import Outcome, State
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.services.catalogue import product_details
from app.services.choosing import choose
from app.services.editing import queue_action
from app.services.event_views import Choice, Readings
from app.services.shop import Shop
from app.services.views import ProductDetails
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
    send(shop, MOVED, 1, Outcome.NO_ANSWER)
    receive(shop, 4, 1)  # the first once more, or one came back after ours had arrived
    readings = details(shop).readings[size_id]
    choose(shop, readings, Choice(4, 4))
    after = details(shop)
    assert after.last_delivery is not None
    assert after.last_delivery.row.state is State.DELIVERED
    assert flag(shop) == "None"
