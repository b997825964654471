"""Webhooks over real HTTP: kept first, answered then, understood later."""

from __future__ import annotations

import json
import socket
import sqlite3
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from typing import Any

import anyio
import httpx
import pytest
from sqlalchemy import text

from app.domain.action import Action
from app.domain.errors import InvalidValueError, ListenerError
from app.marketplace.receiver import Receiver
from app.services import inbox, reading
from app.services.catalogue import product_rows
from app.services.editing import set_pending
from app.services.engine import Engine
from app.services.event_views import EventFilter, EventKind
from app.services.keeping import Inbox
from app.services.linking import link
from app.services.receiving import (
    bound_socket,
    free_port,
    listener_url,
    load_listener,
    save_listener,
)
from app.services.shop import Shop
from app.services.status_views import Lamp
from app.services.suggesting import suggestions
from app.services.views import PendingChange
from app.storage import database
from app.storage import inbox as table
from tests.services.support import JACKET, add_simple_product, wait_until

SALE = {"products": [{"id": 17, "sizes": [{"value": "L", "count": 3, "soldCount": 1, "sizeId": 3}]}]}


@pytest.fixture
def address(shop: Shop) -> Iterator[str]:
    settings = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 0))
    save_listener(shop, settings)
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: engine.status().listener is Lamp.GOOD)
    yield listener_url(settings)
    engine.stop()


def kinds(shop: Shop) -> list[EventKind]:
    return [row.kind for row in inbox.event_rows(shop, EventFilter(), 0, 100)]


def kept(shop: Shop) -> int:
    with shop.database.read() as connection:
        return connection.execute(text("SELECT count(*) FROM events")).scalar_one()


def test_an_online_sale_changes_the_stock(shop: Shop, address: str) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    assert httpx.post(address, json=SALE, headers={"Authorization": "Bearer secret"}).status_code == 200
    wait_until(lambda: kinds(shop) == [EventKind.SALE])
    row = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
    assert (row.article, row.size, row.before, row.after) == ("SS21CA2N", "L", 4, 3)
    assert [size.here for size in product_rows(shop, [1])[0].sizes] == [3, 3, 2]
    details = inbox.event_details(shop, row.id)
    assert details is not None
    assert json.loads(details.body) == SALE
    assert ("authorization", "***") in details.headers


def test_what_is_typed_and_not_sent_is_not_touched(shop: Shop, address: str) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    set_pending(shop, {1: PendingChange(Action.SOLD, 1)})
    httpx.post(address, json=SALE)
    wait_until(lambda: kinds(shop) == [EventKind.SALE])
    row = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
    assert "XL −1" in str(row.note)
    assert product_rows(shop, [1])[0].sizes[0].pending == PendingChange(Action.SOLD, 1)


def test_a_repeated_event_counts_once(shop: Shop, address: str) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    for _ in range(2):
        httpx.post(address, json=SALE)
    wait_until(lambda: kinds(shop) == [EventKind.ALREADY_COUNTED, EventKind.SALE])
    assert product_rows(shop, [1])[0].sizes[1].here == 3


def test_an_unknown_number_waits_until_a_person_chooses(shop: Shop, address: str) -> None:
    product = add_simple_product(shop, "SS21CA2N", JACKET)
    other = add_simple_product(shop, "AC01BAG7", {"ONE": 5})
    httpx.post(address, json=SALE)
    wait_until(lambda: kinds(shop) == [EventKind.UNLINKED])
    assert [one.product.id for one in suggestions(shop, 17, "")] == [product, other]
    assert link(shop, 17, product) == 1
    assert kinds(shop) == [EventKind.SALE]
    assert product_rows(shop, [product])[0].sizes[1].here == 3


@pytest.mark.parametrize("body", [b"garbage", b"", b"[" * 100_000, b"\xff\xfe\x00<script>"])
def test_what_is_no_event_is_shown_as_it_came(shop: Shop, address: str, body: bytes) -> None:
    assert httpx.post(address, content=body).status_code == 422
    wait_until(lambda: kinds(shop) == [EventKind.UNREADABLE])
    row = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
    details = inbox.event_details(shop, row.id)
    assert details is not None
    assert details.body == body
    assert "not an event" in str(row.note)


@pytest.mark.parametrize("products", [[], [{"id": 17, "sizes": []}]])
def test_an_event_without_sizes_is_shown_too(shop: Shop, address: str, products: list[Any]) -> None:
    assert httpx.post(address, json={"products": products}).status_code == 200
    wait_until(lambda: kinds(shop) == [EventKind.UNREADABLE])
    assert "names no sizes" in str(inbox.event_rows(shop, EventFilter(), 0, 1)[0].note)


def test_a_large_event_is_read_in_parts_and_in_order(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LINES_AT_ONCE", 3)
    stock = {str(number): number + 1 for number in range(8)}
    add_simple_product(shop, "SS21CA2N", stock, marketplace_id=17)
    sizes = [{"value": size, "count": left - 1, "soldCount": 1} for size, left in stock.items()]
    unknown = [{"value": f"no {number}", "count": 1} for number in range(4)]
    body = json.dumps({"products": [{"id": 17, "sizes": [*unknown, *sizes]}]}).encode()
    with shop.database.write() as connection:
        row = {"received_at": 0.0, "sender": "", "headers": "[]", "body": body, "state": "new"}
        table.keep(connection, [row])
    assert reading.read_new(shop) == 1
    assert [size.here for size in product_rows(shop, [1])[0].sizes] == list(range(8))
    assert kinds(shop) == [EventKind.SALE] * 8 + [EventKind.UNLINKED] * 4
    assert "no size “no 0”" in str(inbox.event_rows(shop, EventFilter(), 11, 1)[0].note)


def test_who_does_not_know_the_secret_gets_nothing(shop: Shop, address: str) -> None:
    assert httpx.post(f"{address}x", json=SALE).status_code == 404
    assert httpx.post(address.rsplit("/", 1)[0] + "/ы", json=SALE).status_code == 404
    assert httpx.get(address).status_code == 405
    assert kinds(shop) == []
    assert kept(shop) == 0


def test_an_answer_on_a_kept_connection_is_not_held_back(address: str) -> None:
    with httpx.Client() as client:
        answers = [client.post(address, json=SALE) for _ in range(6)]
    assert min(answer.elapsed.total_seconds() for answer in answers[1:]) < 0.03


def test_a_sender_that_breaks_off_has_sent_nothing(shop: Shop, address: str) -> None:
    url = httpx.URL(address)
    with socket.create_connection((url.host, url.port)) as slow:
        slow.sendall(f"POST {url.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{{".encode())
        assert httpx.post(address, json=SALE).status_code == 200
    assert httpx.post(address, json=SALE).status_code == 200
    assert kept(shop) == 2


@asynccontextmanager
async def poster(kept_here: Inbox) -> AsyncIterator[httpx.AsyncClient]:
    """Posts to a receiver that keeps events in this inbox, whether or not it runs."""
    transport = httpx.ASGITransport(Receiver("secret", 1000, kept_here.keep))
    async with httpx.AsyncClient(transport=transport, base_url="http://polka") as client:
        yield client


@pytest.mark.expects_log("could not be kept: Another program holds the database")
def test_what_cannot_be_committed_is_answered_so_and_may_come_again(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def post() -> list[int]:
        kept_here = Inbox(shop)
        async with poster(kept_here) as client, anyio.create_task_group() as tasks:
            tasks.start_soon(kept_here.run)
            await anyio.wait_all_tasks_blocked()
            with closing(sqlite3.connect(shop.database.path)) as other:
                other.execute("BEGIN IMMEDIATE")
                first = await client.post("/h/secret", json=SALE)
                other.rollback()
            assert kept(shop) == 0
            again = await client.post("/h/secret", json=SALE)
            tasks.cancel_scope.cancel()
        return [first.status_code, again.status_code]

    shop.close()
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
    shop.open()
    assert anyio.run(post) == [503, 200]
    assert kept(shop) == 1


@pytest.mark.expects_log("could not be kept: Polka is stopping")
def test_an_event_that_comes_while_polka_stops_may_come_again(shop: Shop) -> None:
    async def post() -> list[int]:
        kept_here = Inbox(shop)
        async with poster(kept_here) as client:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(kept_here.run)
                await anyio.wait_all_tasks_blocked()
                first = await client.post("/h/secret", json=SALE)
                tasks.cancel_scope.cancel()
            late = await client.post("/h/secret", json=SALE)
        return [first.status_code, late.status_code]

    assert anyio.run(post) == [200, 503]
    assert kept(shop) == 1


@pytest.mark.expects_log("could not be kept")
def test_nobody_waits_for_an_answer_where_keeping_fails_by_a_bug(shop: Shop) -> None:
    async def post() -> int:
        kept_here = Inbox(shop)
        async with poster(kept_here) as client, anyio.create_task_group() as tasks:
            tasks.start_soon(fail, kept_here)
            await anyio.wait_all_tasks_blocked()
            return (await client.post("/h/secret", json=SALE)).status_code

    async def fail(kept_here: Inbox) -> None:
        with pytest.raises(RuntimeError, match="not open"):
            await kept_here.run()

    shop.close()
    assert anyio.run(post) == 503


def test_the_listener_is_turned_off_and_on(shop: Shop) -> None:
    settings = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 0))
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: str(engine.status().listener_words) == "Events: off")
    for _ in range(2):
        save_listener(shop, settings)
        engine.restart_listener()
        wait_until(lambda: engine.status().listener is Lamp.GOOD)
        assert httpx.post(engine.status().listener_address, json=SALE).status_code == 200
        save_listener(shop, replace(settings, enabled=False))
        engine.restart_listener()
        wait_until(lambda: engine.status().listener is Lamp.OFF)
        assert engine.status().listener_address == ""
        with pytest.raises(httpx.ConnectError):
            httpx.post(listener_url(settings), json=SALE)
    engine.stop()


@pytest.mark.skipif(not socket.has_ipv6, reason="needs IPv6")
def test_an_address_may_be_of_the_newer_kind(shop: Shop) -> None:
    port = free_port("::1", 0)
    save_listener(shop, replace(load_listener(shop), enabled=True, host=" [::1] ", port=port))
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: engine.status().listener is Lamp.GOOD)
    address = engine.status().listener_address
    assert address.startswith(f"http://[::1]:{port}/h/")
    assert httpx.post(address, json=SALE).status_code == 200
    engine.stop()


@pytest.mark.parametrize(
    "host", ["foo bar", "my-computer", "127.0.0.1:80", "http://127.0.0.1", "999.1.1.1", ""]
)
def test_what_is_no_address_of_a_computer_is_not_saved(shop: Shop, host: str) -> None:
    with pytest.raises(InvalidValueError, match="not an address") as refused:
        save_listener(shop, replace(load_listener(shop), host=host))
    assert "127.0.0.1" in str(refused.value.advice)
    assert load_listener(shop).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"port": 0}, "The port is a number"),
        ({"port": 65536}, "The port is a number"),
        ({"public_url": "shop.example"}, "not a web address"),
        ({"public_url": "ftp://shop.example"}, "not a web address"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(shop: Shop, wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidValueError, match=words):
        save_listener(shop, replace(load_listener(shop), **wrong))


def test_an_address_of_another_computer_is_said_and_not_called_in_use(shop: Shop) -> None:
    save_listener(shop, replace(load_listener(shop), enabled=True, host="192.0.2.1"))
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: engine.status().listener is Lamp.BAD)
    assert str(engine.status().listener_words) == "This computer has no address 192.0.2.1 now."
    engine.stop()
    with pytest.raises(ListenerError, match=r"192\.0\.2\.1"):
        free_port("192.0.2.1", 8787)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_what_is_heard_everywhere_is_reached_by_the_computers_name(shop: Shop, host: str) -> None:
    settings = replace(load_listener(shop), host=host)
    assert listener_url(settings).startswith(f"http://{socket.gethostname()}:8787/h/")


def test_the_public_address_is_what_the_cabinet_gets(shop: Shop) -> None:
    settings = replace(load_listener(shop), public_url="https://shop.example/polka/")
    assert listener_url(settings) == f"https://shop.example/polka/h/{settings.secret}"


def test_a_port_in_use_is_said_with_a_free_one(shop: Shop) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        save_listener(shop, replace(load_listener(shop), enabled=True, port=port))
        engine = Engine(shop)
        engine.start()
        wait_until(lambda: engine.status().listener is Lamp.BAD)
        words = str(engine.status().listener_words)
        engine.stop()
    assert f"port {port} is in use by another program" in words
    free = int(words.split("; ")[1].split(maxsplit=1)[0])
    bound_socket("127.0.0.1", free).close()
    assert str(port) in words
    assert "is free" in words


def test_answers_leave_at_once() -> None:
    # asyncio turns Nagle's algorithm off only for sockets that name their protocol.
    with bound_socket("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP


def test_two_that_need_the_address_first_get_the_same_one(shop: Shop) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = {settings.secret for settings in pool.map(load_listener, [shop] * 8)}
    assert len(secrets) == 1
