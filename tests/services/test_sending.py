"""From the outbox to the sandbox and back, over real HTTP."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.domain.dialect import CountMeaning, Dialect
from app.marketplace.outcome import CUT
from app.sandbox import Sandbox
from app.services import deciding, outbox
from app.services.attempts import recover
from app.services.catalogue import product_rows
from app.services.editing import queue_action
from app.services.engine import Engine
from app.services.pausing import pause, resume, why_paused
from app.services.reading import read_new
from app.services.shop import Shop
from app.services.status_views import Lamp
from app.storage import claims, inbox
from app.storage import outbox as table
from app.storage.database import BUSY_TIMEOUT
from app.storage.secrets import session_secrets
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with jacket_sandbox() as running:
        yield running


@pytest.fixture
def engine(shop: Shop, sandbox: Sandbox) -> Iterator[Engine]:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    connect(shop, sandbox)
    running = Engine(shop)
    running.start()
    yield running
    running.stop()


def sell(shop: Shop, size: str = "XL", pieces: int = 1) -> int:
    return queue_action(shop, "SS21CA2N", Action.SOLD, {size: pieces}, None, "test")[-1]


def state(shop: Shop, number: int) -> State:
    details = outbox.delivery_details(shop, number)
    assert details is not None
    return details.row.state


def test_a_sale_reaches_the_marketplace(shop: Shop, sandbox: Sandbox, engine: Engine) -> None:
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.DELIVERED)
    assert sandbox.stock("SS21CA2N", "XL") == 2
    size = product_rows(shop, [1])[0].sizes[0]
    assert (size.here, size.agreed) == (2, 2)


def test_a_price_goes_before_the_action_that_carries_it(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    numbers = queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 1}, Decimal("76000.5"), "test")
    wait_until(lambda: all(state(shop, number) is State.DELIVERED for number in numbers))
    assert sandbox.state.products["SS21CA2N"].price == "76000.5"
    assert sandbox.stock("SS21CA2N", "L") == 3


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("422:1", State.REJECTED),
        ("410:1", State.HELD),
        ("401:1", State.HELD),
        ("302:1", State.HELD),
        ("429:1", State.WAITING),
        ("503=60:1", State.WAITING),
        ("500:1", State.UNKNOWN),
        ("503:1", State.UNKNOWN),
        ("html:1", State.UNKNOWN),
        ("cut-before:1", State.UNKNOWN),
        ("cut-after:1", State.UNKNOWN),
        ("reset-before:1", State.UNKNOWN),
        ("reset-after:1", State.UNKNOWN),
        ("late=0:1", State.UNKNOWN),
        ("500-after:1", State.UNKNOWN),
        ("504:1", State.UNKNOWN),
        ("503-date=60:1", State.WAITING),
        ("429-date=60:1", State.WAITING),
        ("408:1", State.WAITING),
        ("425:1", State.WAITING),
        ("403:1", State.HELD),
        ("308:1", State.HELD),
        ("400:1", State.REJECTED),
        ("413:1", State.REJECTED),
        ("error-text:1", State.DELIVERED),
        ("huge:1", State.DELIVERED),
    ],
)
def test_every_fault_ends_in_its_state(
    shop: Shop, sandbox: Sandbox, engine: Engine, fault: str, expected: State
) -> None:
    sandbox.set_faults([fault])
    number = sell(shop)
    wait_until(lambda: state(shop, number) not in {State.QUEUED, State.SENDING})
    assert state(shop, number) is expected
    details = outbox.delivery_details(shop, number)
    assert details is not None
    assert len(details.attempts[0].answer or "") <= 64 * 1024 + len(CUT)
    assert details.attempts[0].is_cut == fault.startswith("huge")


def test_an_unknown_sale_is_held_until_a_person_says_what_the_cabinet_shows(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["cut-after:1"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.UNKNOWN)
    later = sell(shop, "L")
    assert state(shop, later) is State.QUEUED
    deciding.resolve_arrived(shop, number)
    wait_until(lambda: state(shop, later) is State.DELIVERED)
    assert (sandbox.stock("SS21CA2N", "XL"), sandbox.stock("SS21CA2N", "L")) == (2, 3)
    assert [size.agreed for size in product_rows(shop, [1])[0].sizes] == [2, 3, 2]


def test_an_unknown_sale_that_did_not_arrive_is_sent_once_more(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["cut-before:1"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.UNKNOWN)
    deciding.resolve_not_arrived(shop, number)
    wait_until(lambda: state(shop, number) is State.DELIVERED)
    assert sandbox.stock("SS21CA2N", "XL") == 2


def test_a_refused_token_pauses_everything_until_it_is_resumed(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["401:1"])
    first = sell(shop)
    wait_until(lambda: state(shop, first) is State.HELD)
    second = sell(shop, "L")
    assert state(shop, second) is State.HELD
    assert why_paused(shop) is not None
    resume(shop)
    wait_until(lambda: state(shop, second) is State.DELIVERED)
    assert sandbox.stock("SS21CA2N", "XL") == 2


def test_a_rejected_sale_can_be_taken_back(shop: Shop, sandbox: Sandbox, engine: Engine) -> None:
    sandbox.set_faults(["422:1"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.REJECTED)
    deciding.cancel(shop, number)
    assert state(shop, number) is State.CANCELLED
    assert product_rows(shop, [1])[0].sizes[0].here == 3


def test_moved_quantities_are_sent_where_the_dialect_says_so(shop: Shop) -> None:
    dialect = Dialect(count=CountMeaning.MOVED)
    with jacket_sandbox(dialect) as sandbox:
        add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
        connect(shop, sandbox, dialect)
        engine = Engine(shop)
        engine.start()
        number = queue_action(shop, "SS21CA2N", Action.RECEIPTS, {"M": 5}, None, "test")[0]
        wait_until(lambda: state(shop, number) is State.DELIVERED)
        engine.stop()
        assert sandbox.stock("SS21CA2N", "M") == 7


def test_what_was_on_its_way_when_the_program_died_is_unknown(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    number = sell(shop)
    price = queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(1), "test")[0]
    with shop.database.write() as connection:
        table.take(connection, [number, price], Step.BEGIN)
    recover(shop)
    assert (state(shop, number), state(shop, price)) == (State.UNKNOWN, State.WAITING)


def test_a_newer_price_replaces_one_that_was_never_tried(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    old, new = (queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(p), "test")[0] for p in (5, 6))
    assert (state(shop, old), state(shop, new)) == (State.SUPERSEDED, State.QUEUED)


def test_what_is_in_flight_is_answered_before_new_settings_count(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["latency=0.5"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.SENDING)
    engine.reload_connection()
    wait_until(lambda: state(shop, number) is not State.SENDING)
    assert state(shop, number) is State.DELIVERED
    later = sell(shop, "L")
    wait_until(lambda: state(shop, later) is State.DELIVERED)


def test_an_orderly_end_waits_for_the_answer(shop: Shop, sandbox: Sandbox, engine: Engine) -> None:
    sandbox.set_faults(["latency=0.5"])
    number, later = sell(shop), sell(shop, "L")
    wait_until(lambda: state(shop, number) is State.SENDING)
    engine.stop()
    assert (state(shop, number), state(shop, later)) == (State.DELIVERED, State.QUEUED)


def test_an_end_does_not_wait_for_ever(shop: Shop, sandbox: Sandbox, engine: Engine) -> None:
    sandbox.set_faults(["timeout-before=1"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.SENDING)
    engine.stop(last_answers=0.1)
    recover(shop)
    assert state(shop, number) is State.UNKNOWN


def test_an_answer_is_kept_while_another_program_holds_the_database(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["latency=0.3"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.SENDING)
    with closing(sqlite3.connect(shop.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        wait_until(lambda: engine.status().marketplace is Lamp.BAD, seconds=BUSY_TIMEOUT + 5)
        other.execute("ROLLBACK")
    wait_until(lambda: state(shop, number) is State.DELIVERED)
    wait_until(lambda: engine.status().marketplace is not Lamp.BAD)


def test_what_comes_back_during_a_pause_stays_until_the_pause_is_over(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["latency=0.3", "429:1"])
    number = sell(shop)
    wait_until(lambda: state(shop, number) is State.SENDING)
    pause(shop)
    wait_until(lambda: state(shop, number) is State.HELD)
    assert sandbox.stock("SS21CA2N", "XL") == 3
    resume(shop)
    wait_until(lambda: state(shop, number) is State.DELIVERED)


def test_a_clock_that_was_set_back_does_not_stop_what_waits(tmp_path: Path) -> None:
    now = [1_000_000.0]
    shop = Shop(tmp_path / "clock", secrets=session_secrets(), clock=lambda: now[0])
    shop.open()
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    number = sell(shop)
    with shop.database.write() as connection:
        table.take(connection, [number], Step.BEGIN)
        table.take(connection, [number], Step.POSTPONE, next_at=now[0] + 30)
        assert not claims.has_due(connection, now[0])
        assert claims.has_due(connection, now[0] - 86_400)
    shop.close()


def test_a_price_that_is_taken_back_gives_way_to_the_one_before(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000))
    queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(5), "test")
    newer = queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(6), "test")[0]
    details = outbox.delivery_details(shop, newer)
    assert details is not None
    assert details.row.old_price == Decimal(82000)
    deciding.cancel(shop, newer)
    assert product_rows(shop, [1])[0].price == Decimal(82000)


def test_what_may_have_arrived_cannot_be_taken_back_but_is_asked_about(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["cut-after:1"])
    number = queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(5), "test")[0]
    wait_until(lambda: state(shop, number) is State.WAITING)
    deciding.cancel(shop, number)
    assert state(shop, number) is State.UNKNOWN
    deciding.resolve_arrived(shop, number)
    assert state(shop, number) is State.DELIVERED


def test_an_event_that_saw_an_unknown_delivery_settles_all_of_its_sizes(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["cut-after:1"])
    number = queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 2, "L": 1}, None, "test")[-1]
    wait_until(lambda: state(shop, number) is State.UNKNOWN)
    receive(shop, sandbox.state.move_online("SS21CA2N", "XL", -2))
    read_new(shop)
    assert state(shop, number) is State.DELIVERED
    assert [(s.here, s.agreed, s.flag) for s in product_rows(shop, [1])[0].sizes] == [
        (3, 3, None),
        (3, 3, None),
        (2, 2, None),
    ]


def receive(shop: Shop, body: object) -> None:
    row = {"received_at": shop.clock(), "sender": "", "headers": "[]", "state": inbox.NEW}
    with shop.database.write() as connection:
        inbox.keep(connection, [row | {"body": json.dumps(body).encode()}])


def test_what_another_program_queues_is_sent_within_seconds(
    shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    wait_until(lambda: engine.is_sender)
    script = Shop(shop.folder, secrets=session_secrets())
    script.open()
    number = sell(script)
    script.close()
    wait_until(lambda: state(shop, number) is State.DELIVERED, seconds=5)
