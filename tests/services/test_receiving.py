"""Webhooks over real HTTP: kept first, answered then, understood later."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import httpx
import pytest

from app.domain.action import Action
from app.services import inbox
from app.services.catalogue import product_rows
from app.services.editing import set_pending
from app.services.engine import Engine
from app.services.linking import link, suggestions
from app.services.receiving import free_port, listener_url, load_listener, save_listener
from app.services.shop import Shop
from app.services.views import EventFilter, EventKind, Lamp, PendingChange
from tests.services.support import JACKET, add_simple_product, wait_until

SALE = {"products": [{"id": 17, "sizes": [{"value": "L", "count": 3, "soldCount": 1, "sizeId": 3}]}]}


@pytest.fixture
def address(shop: Shop) -> Iterator[str]:
    settings = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 18787))
    save_listener(shop, settings)
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: engine.status().listener is Lamp.GOOD)
    yield listener_url(settings)
    engine.stop()


def kinds(shop: Shop) -> list[EventKind]:
    return [row.kind for row in inbox.event_rows(shop, EventFilter(), 0, 100)]


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
    assert [row.id for row in suggestions(shop, 17, "")] == [product, other]
    assert link(shop, 17, product) == 1
    assert kinds(shop) == [EventKind.SALE]
    assert product_rows(shop, [product])[0].sizes[1].here == 3


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"garbage", 422),
        (b"", 422),
        (b"[" * 200_000, 422),
        (b'{"products":[{"id":NaN,"sizes":[]}]}', 422),
        (b'{"products":[{"id":1,"sizes":[{"value":"L","count":1.5}]}]}', 422),
        (b"\xff\xfe\x00<script>", 422),
        (b"x" * 2_000_000, 413),
    ],
)
def test_bad_bodies_are_answered_and_kept_as_unreadable(
    shop: Shop, address: str, body: bytes, status: int
) -> None:
    assert httpx.post(address, content=body).status_code == status
    if status == 422:
        wait_until(lambda: kinds(shop) == [EventKind.UNREADABLE])
        row = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
        details = inbox.event_details(shop, row.id)
        assert details is not None
        assert details.body == body
    else:
        assert kinds(shop) == []


def test_who_does_not_know_the_secret_gets_nothing(shop: Shop, address: str) -> None:
    assert httpx.post(f"{address}x", json=SALE).status_code == 404
    assert httpx.post(address.rsplit("/", 1)[0] + "/ы", json=SALE).status_code == 404
    assert httpx.get(address).status_code == 405
    assert kinds(shop) == []


def test_a_half_sent_request_does_not_keep_others_from_coming(shop: Shop, address: str) -> None:
    url = httpx.URL(address)
    with socket.create_connection((url.host, url.port)) as slow:
        slow.sendall(f"POST {url.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{{".encode())
        assert httpx.post(address, json=SALE).status_code == 200


def test_a_port_in_use_is_said_with_a_free_one(shop: Shop) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        save_listener(shop, replace(load_listener(shop), enabled=True, port=port))
        engine = Engine(shop)
        engine.start()
        wait_until(lambda: engine.status().listener is Lamp.BAD)
        words = str(engine.status().listener_words)
        engine.stop()
    assert str(port) in words
    assert "is free" in words


def test_two_that_need_the_address_first_get_the_same_one(shop: Shop) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = {settings.secret for settings in pool.map(load_listener, [shop] * 8)}
    assert len(secrets) == 1
