"""What the engine says while nothing is sent, and that it stops saying so by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from app.domain.action import Action
from app.services.connection import forget_token, save_token
from app.services.editing import queue_action
from app.services.engine import Engine
from app.services.outbox import delivery_counts
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.status_views import Obstacle
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until


@pytest.fixture
def engine(shop: Shop) -> Iterator[Engine]:
    """Running over a shop with a jacket; nothing is connected yet."""
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    running = Engine(shop)
    running.start()
    yield running
    running.stop()


def obstacle(engine: Engine) -> Obstacle | None:
    standstill = engine.status().standstill
    return None if standstill is None else standstill.obstacle


def test_what_is_missing_is_said_until_it_is_there(shop: Shop, engine: Engine) -> None:
    wait_until(lambda: obstacle(engine) is Obstacle.NO_ADDRESS)
    assert engine.status().is_unconnected
    with jacket_sandbox() as sandbox:
        save_connection(shop, ConnectionSettings(url=sandbox.api_url))
        engine.reload_connection()
        wait_until(lambda: obstacle(engine) is Obstacle.NO_TOKEN)
        save_token(shop, sandbox.token, session_only=True)
        engine.reload_connection()
        wait_until(lambda: obstacle(engine) is None)
        forget_token(shop)
        engine.reload_connection()
        wait_until(lambda: obstacle(engine) is Obstacle.NO_TOKEN)


def test_settings_that_cannot_be_used_are_said(shop: Shop, engine: Engine) -> None:
    save_connection(shop, ConnectionSettings(url="http://marketplace.example/stock"))
    save_token(shop, "a-token", session_only=True)
    engine.reload_connection()
    wait_until(lambda: obstacle(engine) is Obstacle.SETTINGS)


def test_a_silent_marketplace_is_said_with_the_time_of_the_next_question_and_asked_at_once(
    shop: Shop, engine: Engine
) -> None:
    with jacket_sandbox(faults=("429",)) as sandbox:
        connect(shop, sandbox)
        engine.reload_connection()
        queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
        wait_until(lambda: obstacle(engine) is Obstacle.SILENCE, seconds=20)
        wait_until(lambda: (s := engine.status().standstill) is not None and s.asks_at is not None)
        standstill = engine.status().standstill
        assert standstill is not None
        assert standstill.asks_at is not None
        assert "busy" in str(standstill.words)
        assert abs(standstill.asks_at - datetime.now().astimezone()) < timedelta(minutes=1)
        sandbox.set_faults([])
        engine.wake()
        wait_until(lambda: obstacle(engine) is None, seconds=2)
        wait_until(lambda: delivery_counts(shop).delivered == 1)


def test_why_a_marketplace_cannot_be_reached_is_said(shop: Shop, engine: Engine) -> None:
    save_connection(shop, ConnectionSettings(url="http://127.0.0.1:9/"))
    save_token(shop, "a-token", session_only=True)
    engine.reload_connection()
    queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
    wait_until(lambda: obstacle(engine) is Obstacle.SILENCE, seconds=20)
    assert "could not be reached" in str(getattr(engine.status().standstill, "words", ""))
