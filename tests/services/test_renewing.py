"""A new token: what was refused before goes with it, and the old one is not tried again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from app.domain.action import Action
from app.domain.delivery import State
from app.sandbox import Sandbox
from app.services import outbox
from app.services.connection import save_token
from app.services.delivery_views import DeliveryDetails
from app.services.editing import queue_action
from app.services.engine import Engine
from app.services.pausing import why_paused
from app.services.renewing import renew_connection
from app.services.settings import load_connection
from app.services.shop import Shop
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until

TRIES = 10
"""The old sender and the new token meet at another moment each time."""


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with jacket_sandbox() as running:
        yield running


@pytest.fixture
def engine(shop: Shop, sandbox: Sandbox) -> Iterator[Engine]:
    """It sends with a token that the marketplace does not know."""
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    connect(shop, sandbox)
    save_token(shop, "an-old-token", session_only=True)
    running = Engine(shop)
    running.start()
    yield running
    running.stop()


def sell(shop: Shop) -> int:
    return queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")[-1]


def details(shop: Shop, number: int) -> DeliveryDetails:
    found = outbox.delivery_details(shop, number)
    assert found is not None
    return found


def renew(shop: Shop, engine: Engine, sandbox: Sandbox) -> None:
    renew_connection(shop, engine, load_connection(shop), sandbox.token, session_only=True, is_good=True)


@pytest.mark.parametrize("_", range(TRIES))
def test_what_was_refused_goes_with_the_new_token_and_never_again_with_the_old(
    shop: Shop, sandbox: Sandbox, engine: Engine, _: int
) -> None:
    number = sell(shop)
    wait_until(lambda: why_paused(shop) is not None)
    renew(shop, engine, sandbox)
    wait_until(lambda: details(shop, number).row.state is State.DELIVERED)
    assert [attempt.status for attempt in details(shop, number).attempts] == [401, 200]
    assert why_paused(shop) is None


def test_a_refusal_of_the_old_token_that_comes_after_the_new_one_pauses_nothing(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["latency=0.5"])
    number = sell(shop)
    wait_until(lambda: details(shop, number).row.state is State.SENDING)
    renew(shop, engine, sandbox)
    sandbox.set_faults([])
    wait_until(lambda: details(shop, number).row.state is State.DELIVERED)
    assert [attempt.status for attempt in details(shop, number).attempts] == [401, 200]
    assert why_paused(shop) is None
