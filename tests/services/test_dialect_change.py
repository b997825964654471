"""What a change of the dialect would do to what is queued, counted in a real outbox."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.services import sending
from app.services.attempts import begin_attempts
from app.services.delivery_views import DeliveryKind
from app.services.dialect_change import what_changes
from app.services.editing import queue_action
from app.services.engine import Engine
from app.services.outbox import delivery_rows
from app.services.pausing import pause
from app.services.settings import load_connection, load_dialect, save_connection, save_dialect
from app.services.shop import Shop
from app.storage import outbox
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until

MOVED = Dialect(count=CountMeaning.MOVED)


@pytest.fixture
def queued(shop: Shop) -> Shop:
    """A sale, a receipt and a new price, none of them sent."""
    for article in ("A", "B", "C"):
        add_simple_product(shop, article, JACKET, price=Decimal(100))
    queue_action(shop, "A", Action.SOLD, {"XL": 1}, None, "test")
    queue_action(shop, "B", Action.RECEIPTS, {"XL": 1}, None, "test")
    queue_action(shop, "C", Action.PRICE, {}, Decimal(90), "test")
    return shop


def told(shop: Shop, dialect: Dialect) -> list[str]:
    return [str(words) for words in what_changes(shop, dialect)]


@pytest.mark.parametrize("is_paused", [False, True])
def test_what_is_queued_or_held_goes_in_the_new_way(queued: Shop, is_paused: bool) -> None:
    if is_paused:
        pause(queued)
    stock, prices = told(queued, MOVED)
    assert stock.startswith("Not sent yet: 2.")
    assert prices.startswith("New prices not sent yet: 1.")
    (sales,) = told(queued, Dialect(sold_count=SoldCountMeaning.OMITTED))
    assert sales.startswith("Sales not sent yet: 1.")


def test_what_is_in_flight_left_in_the_old_way(queued: Shop) -> None:
    with queued.database.write() as connection:
        begin_attempts(connection, Dialect(), 1, queued.clock())
    assert told(queued, MOVED)[-1].startswith("On their way at this moment: 1.")


def test_what_is_told_of_those_in_doubt_happens(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repeat was harmless and is so no longer: what may have arrived becomes unknown, as was said."""
    monkeypatch.setattr(sending, "QUIET", 0.0)  # it would wait for a minute after the start
    harmless = Dialect(repeat_is_harmless=True)
    add_simple_product(shop, "SS21CA2N", JACKET)
    number = queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")[0]
    with shop.database.write() as connection:
        outbox.take(connection, [number], Step.BEGIN)
        outbox.take(connection, [number], Step.POSTPONE, in_doubt=True, next_at=shop.clock())
    with jacket_sandbox() as sandbox:
        connect(shop, sandbox, harmless)
        (words,) = told(shop, Dialect())
        assert words.startswith("Sent without an answer and to be repeated: 1.")
        assert told(shop, replace(harmless, count=CountMeaning.MOVED))[0].endswith("cabinet.")
        save_dialect(shop, Dialect(), None)
        engine = Engine(shop)
        engine.start()
        try:
            wait_until(lambda: delivery_rows(shop, DeliveryKind.ALL, 0, 1)[0].state is State.UNKNOWN)
        finally:
            engine.stop()
        assert sandbox.stock("SS21CA2N", "XL") == 3
    assert told(shop, harmless)[0].startswith("Without an answer: 1.")


def test_the_sender_goes_by_the_dialect_of_the_moment(shop: Shop) -> None:
    """Nobody has told it that the dialect was changed: another program may have done that."""
    add_simple_product(shop, "SS21CA2N", JACKET)
    with jacket_sandbox(MOVED) as sandbox:
        connect(shop, sandbox, Dialect())
        engine = Engine(shop)
        engine.start()
        try:
            save_dialect(shop, MOVED, None)
            queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
            wait_until(lambda: delivery_rows(shop, DeliveryKind.ALL, 0, 1)[0].state is State.DELIVERED)
        finally:
            engine.stop()
        assert sandbox.stock("SS21CA2N", "XL") == 2


def test_dialect_and_address_are_saved_without_undoing_each_other(shop: Shop) -> None:
    connected = replace(load_connection(shop), url="https://market.example/api", rate_per_second=2.0)
    save_connection(shop, connected)
    save_dialect(shop, MOVED, 3.0)
    assert load_connection(shop) == replace(connected, dialect=MOVED, rate_per_second=3.0)
    assert load_dialect(shop) == MOVED
