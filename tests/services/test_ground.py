"""The ground gives way under the running engine: no space on the disk, a database that others hold.

What was answered is written down when it can be, nothing leaves before it is on disk, nothing leaves twice.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import StorageError
from app.sandbox import Sandbox
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize
from app.services import editing, outbox
from app.services.attempts import recover
from app.services.catalogue import product_rows
from app.services.engine import Engine
from app.services.event_views import EventFilter, EventKind
from app.services.inbox import event_rows
from app.services.receiving import free_port, listener_url, load_listener, save_listener
from app.services.shop import Shop
from app.services.status_views import Lamp
from app.services.views import PendingChange, PendingSummary
from app.storage import database
from app.storage.secrets import session_secrets
from tests.ground import fill, limited_files, locked_by_another_program, small_disk
from tests.services.support import add_simple_product, connect, wait_until

PRODUCTS = tuple(f"P{n}" for n in range(1, 7))
CATALOGUE = [
    CatalogueProduct(article, "", "", n, Decimal(100), (CatalogueSize("M", n, "", 10),))
    for n, article in enumerate(PRODUCTS, 1)
]
FULL, HELD = "The disk is full", "Another program holds the database"


@dataclass(frozen=True)
class Ground:
    """Where a shop stands, how it gives way, and what a person then reads."""

    folder: Path
    gives_way: Callable[[], AbstractContextManager[None]]
    words: str


@pytest.fixture(params=["small disk", "quota", "lock"])
def ground(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ground]:
    folder = tmp_path / "ground"
    if request.param == "small disk":
        with small_disk(folder):
            yield Ground(folder / "shop", lambda: full(folder), FULL)
    elif request.param == "lock":
        monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
        path = folder / "shop" / database.FILE_NAME
        yield Ground(folder / "shop", lambda: locked_by_another_program(path), HELD)
    elif sys.platform == "win32":
        pytest.skip("it has no limit on a file's size")
    else:
        yield Ground(folder / "shop", limited_files, FULL)


@contextmanager
def full(disk: Path) -> Iterator[None]:
    filler = fill(disk)
    try:
        yield
    finally:
        filler.unlink()


@pytest.fixture
def shop(ground: Ground) -> Iterator[Shop]:
    opened = Shop(ground.folder, secrets=session_secrets())
    opened.open()
    for product in CATALOGUE:
        add_simple_product(
            opened, product.article, {"M": 10}, price=product.price, marketplace_id=product.marketplace_id
        )
    yield opened
    opened.close()


@pytest.fixture
def sandbox(shop: Shop) -> Iterator[Sandbox]:
    with Sandbox(catalogue=CATALOGUE) as running:
        connect(shop, running)
        yield running


@pytest.fixture
def engine(shop: Shop, sandbox: Sandbox) -> Iterator[Engine]:
    made = Engine(shop)
    yield made
    made.stop()


def sell(shop: Shop, article: str) -> int:
    return editing.queue_action(shop, article, Action.SOLD, {"M": 1}, None, "test")[-1]


def states(shop: Shop, numbers: list[int]) -> set[State]:
    found = [outbox.delivery_details(shop, number) for number in numbers]
    return {details.row.state for details in found if details is not None}


def is_said(engine: Engine, words: str) -> bool:
    status = engine.status()
    return status.marketplace is Lamp.BAD and words in str(status.marketplace_words)


def assert_sent_once(sandbox: Sandbox, deliveries: int) -> None:
    assert list(sandbox.state.received.values()) == [1] * deliveries
    assert list(sandbox.state.applied.values()) == [1] * deliveries


def test_answers_that_cannot_be_written_are_kept_and_nothing_more_is_sent(
    ground: Ground, shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["latency=0.5"])
    first = [sell(shop, article) for article in PRODUCTS]
    engine.start()
    wait_until(lambda: states(shop, first) == {State.SENDING})
    later = [sell(shop, article) for article in PRODUCTS]
    with ground.gives_way():
        wait_until(lambda: sandbox.state.applied.total() == len(first))
        wait_until(lambda: is_said(engine, ground.words))
        assert states(shop, first) == {State.SENDING}
        assert states(shop, later) == {State.QUEUED}
    wait_until(lambda: states(shop, first + later) == {State.DELIVERED}, seconds=30)
    assert_sent_once(sandbox, len(first + later))
    wait_until(lambda: engine.status().marketplace is not Lamp.BAD)
    assert {sandbox.stock(article, "M") for article in PRODUCTS} == {8}
    sizes = [row.sizes[0] for row in product_rows(shop, range(1, len(PRODUCTS) + 1))]
    assert {(size.here, size.agreed) for size in sizes} == {(8, 8)}


def test_nothing_leaves_before_it_is_on_disk(
    ground: Ground, shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    numbers = [sell(shop, article) for article in PRODUCTS]
    with ground.gives_way():
        engine.start()
        wait_until(lambda: is_said(engine, ground.words))
        wait_until(lambda: ground.words in str(engine.status().listener_words))
        assert sandbox.state.received.total() == 0
    wait_until(lambda: states(shop, numbers) == {State.DELIVERED}, seconds=30)
    assert_sent_once(sandbox, len(numbers))


def test_an_end_before_an_answer_could_be_written_leaves_it_to_be_asked_about(
    ground: Ground, shop: Shop, sandbox: Sandbox, engine: Engine
) -> None:
    sandbox.set_faults(["latency=0.5"])
    number = sell(shop, "P1")
    engine.start()
    wait_until(lambda: states(shop, [number]) == {State.SENDING})
    with ground.gives_way():
        wait_until(lambda: is_said(engine, ground.words))
        engine.stop(last_answers=0.1)
        with pytest.raises(StorageError, match=ground.words):
            recover(shop)
    recover(shop)
    assert states(shop, [number]) == {State.UNKNOWN}
    assert_sent_once(sandbox, 1)


@pytest.mark.expects_log("could not be kept")
def test_an_event_that_cannot_be_kept_is_refused_and_kept_when_it_comes_again(
    ground: Ground, shop: Shop, engine: Engine
) -> None:
    settings = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 0))
    save_listener(shop, settings)
    engine.start()
    wait_until(lambda: engine.status().listener is Lamp.GOOD)
    sale = {"products": [{"id": 1, "sizes": [{"value": "M", "count": 9, "soldCount": 1}]}]}
    with ground.gives_way():
        assert httpx.post(listener_url(settings), json=sale, timeout=30).status_code == 503
    assert httpx.post(listener_url(settings), json=sale).status_code == 200
    wait_until(lambda: [row.kind for row in event_rows(shop, EventFilter(), 0, 9)] == [EventKind.SALE])
    assert product_rows(shop, [1])[0].sizes[0].here == 9


def test_what_a_person_does_is_refused_whole_and_works_again(ground: Ground, shop: Shop) -> None:
    with ground.gives_way():
        for edit in (
            lambda: editing.set_pending(shop, {1: PendingChange(Action.SOLD, 1)}),
            lambda: editing.set_new_prices(shop, {1: Decimal(5)}),
            lambda: sell(shop, "P1"),
            lambda: add_simple_product(shop, "new", {"M": 1}),
        ):
            with pytest.raises(StorageError, match=ground.words) as refused:
                edit()
            assert str(refused.value.advice)
    assert editing.pending_summary(shop) == PendingSummary(0, 0)
    rows = product_rows(shop, range(1, len(PRODUCTS) + 2))
    assert [(row.article, row.sizes[0].here) for row in rows] == [(article, 10) for article in PRODUCTS]
    editing.set_pending(shop, {1: PendingChange(Action.SOLD, 1)})
    assert product_rows(shop, [1])[0].sizes[0].pending == PendingChange(Action.SOLD, 1)
