"""The two loops of the engine: they begin again, end in order and never wait for one another."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from decimal import Decimal

import pytest

from app.domain.delivery import State
from app.domain.dialect import Dialect
from app.sandbox import Sandbox
from app.services import engine as engine_module
from app.services.engine import Engine
from app.services.settings import save_dialect
from app.services.shop import Shop
from app.storage import database
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until
from tests.services.test_sending import sell, state


@pytest.fixture
def hasty(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop that gives up a locked database at once."""
    shop.close()
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
    shop.open()
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    return shop


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with jacket_sandbox() as running:
        yield running


@contextmanager
def locked(shop: Shop) -> Iterator[None]:
    with closing(sqlite3.connect(shop.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.expects_log("Another program holds the database")
def test_a_sender_that_failed_begins_again(
    hasty: Shop, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "RESTART_SECONDS", 0.1)
    engine = Engine(hasty)
    with locked(hasty):
        engine.start()  # there is no connection yet, and what a crash left cannot be told
        time.sleep(0.5)
    connect(hasty, sandbox)
    engine.reload_connection()
    number = sell(hasty)
    wait_until(lambda: state(hasty, number) is State.DELIVERED)
    engine.stop()


def test_nobody_waits_for_a_sender_that_waits_for_the_database(hasty: Shop, sandbox: Sandbox) -> None:
    connect(hasty, sandbox)
    engine = Engine(hasty)
    engine.start()
    number = sell(hasty)
    wait_until(lambda: state(hasty, number) is State.DELIVERED)
    reached, free = threading.Event(), threading.Event()

    def wait(_change: object) -> None:
        if threading.current_thread() is not threading.main_thread():
            reached.set()
            free.wait(10)

    unsubscribe = hasty.changes.subscribe(wait)  # on the sender's loop, as it tells what it wrote
    sell(hasty, "L")
    assert reached.wait(5)
    caller = threading.Thread(target=engine.wake)
    caller.start()
    caller.join(2)
    waits = caller.is_alive()
    unsubscribe()
    free.set()
    engine.stop()
    assert not waits


def test_nothing_begins_after_the_stop_however_long_the_database_was_locked(
    hasty: Shop, sandbox: Sandbox
) -> None:
    connect(hasty, sandbox)
    sandbox.set_faults(["latency=0.5"])
    engine = Engine(hasty)
    engine.start()
    number, later = sell(hasty), sell(hasty, "L")
    wait_until(lambda: state(hasty, number) is State.SENDING)
    with locked(hasty):
        time.sleep(1)  # answered meanwhile
        stopping = threading.Thread(target=engine.stop)
        stopping.start()
        time.sleep(0.2)
    stopping.join()
    assert state(hasty, number) is State.DELIVERED
    assert state(hasty, later) is State.QUEUED


def test_a_price_that_was_not_sent_is_not_agreed_whatever_the_dialect_is_when_the_answer_comes(
    hasty: Shop,
) -> None:
    with hasty.database.write() as connection:
        connection.exec_driver_sql("UPDATE products SET agreed_price = NULL")
    dialect = Dialect(price_with_every_action=False)
    with jacket_sandbox(dialect, ("latency=0.5",)) as sandbox:
        connect(hasty, sandbox, dialect)
        engine = Engine(hasty)
        engine.start()
        number = sell(hasty)
        wait_until(lambda: state(hasty, number) is State.SENDING)
        save_dialect(hasty, Dialect(price_with_every_action=True), None)
        wait_until(lambda: state(hasty, number) is State.DELIVERED)
        engine.stop()
    with hasty.database.read() as connection:
        assert connection.exec_driver_sql("SELECT agreed_price FROM products").scalar() is None
