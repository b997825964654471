"""What deliveries prove of the address and the token, which a check alone cannot tell."""

from __future__ import annotations

from decimal import Decimal

from app.domain.action import Action
from app.domain.delivery import State
from app.services import proof
from app.services.connection import save_token
from app.services.editing import queue_action
from app.services.engine import Engine
from app.services.outbox import delivery_details
from app.services.pausing import resume, why_paused
from app.services.shop import Shop
from app.services.status_views import Lamp
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until


def is_delivered(shop: Shop, number: int) -> bool:
    details = delivery_details(shop, number)
    return details is not None and details.row.state is State.DELIVERED


def test_a_delivery_proves_the_address_and_the_token_until_they_change(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    with jacket_sandbox() as sandbox:
        url, token = sandbox.api_url, sandbox.token
        connect(shop, sandbox)
        assert proof.check(shop, url, token, "")[1] is None
        engine = Engine(shop)
        engine.start()
        (number,) = queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")
        wait_until(lambda: is_delivered(shop, number))
        result, taken = proof.check(shop, url, token, "")
        assert result.lamp is Lamp.GOOD
        assert taken is not None
        assert proof.last_taken(shop, url, "another") is None
        assert proof.last_taken(shop, f"{url}/other", token) is None
        proof.note_change(shop, url, "another")
        save_token(shop, "another", session_only=True)
        assert proof.last_taken(shop, url, "another") is None
        engine.stop()


def test_a_delivery_proves_nothing_once_the_token_was_refused(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    with jacket_sandbox() as sandbox:
        url, token = sandbox.api_url, sandbox.token
        connect(shop, sandbox)
        engine = Engine(shop)
        engine.start()
        (taken,) = queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")
        wait_until(lambda: is_delivered(shop, taken))
        sandbox.set_faults(["401:1"])
        (refused,) = queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 1}, None, "anna")
        wait_until(lambda: why_paused(shop) is not None)
        result, proven = proof.check(shop, url, token, "")
        assert (result.lamp, proven) == (Lamp.GOOD, None)
        resume(shop)
        engine.wake()
        wait_until(lambda: is_delivered(shop, refused))
        assert proof.check(shop, url, token, "")[1] is not None
        engine.stop()


def test_after_a_restart_the_lamp_knows_when_the_marketplace_answered_last(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    with jacket_sandbox() as sandbox:
        connect(shop, sandbox)
        before = Engine(shop)
        before.start()
        wait_until(lambda: lamp_words(before) == "Marketplace: nothing sent yet")
        (number,) = queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")
        wait_until(lambda: is_delivered(shop, number))
        before.stop()
        after = Engine(shop)
        after.start()
        wait_until(lambda: lamp_words(after).startswith("Marketplace: last answered 2"))
        after.stop()
        proof.note_change(shop, sandbox.api_url, "another")
        assert proof.last_answered(shop) is None


def lamp_words(engine: Engine) -> str:
    return str(engine.status().marketplace_words)
