"""The log of events on its way out: as a file, and as a command for support."""

from __future__ import annotations

import json
import shlex

from sqlalchemy import select, update

from app.services import inbox, reading
from app.services.event_views import EventFilter
from app.services.receiving import load_listener
from app.services.rereading import read_again
from app.services.shop import Shop
from app.storage import inbox as table
from app.storage.tables import event_lines, events, movements, sizes
from tests.services.support import JACKET, add_simple_product


def receive(shop: Shop, body: bytes) -> None:
    with shop.database.write() as connection:
        row = {"received_at": 1e9, "sender": "10.0.0.1", "headers": "[]", "body": body, "state": "new"}
        table.keep(connection, [row])
    reading.read_new(shop)


def test_the_command_for_support_has_no_secret(shop: Shop) -> None:
    receive(shop, b"it's \xff")
    row = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
    details = inbox.event_details(shop, row.id)
    assert details is not None
    command = inbox.event_as_curl(shop, details)
    assert load_listener(shop).secret not in command
    assert "/h/***" in command
    assert shlex.split(command)[-1] == "it's \ufffd"


def state(shop: Shop) -> tuple[object, ...]:
    """Everything that an event may change."""
    with shop.database.read() as connection:
        return tuple(
            tuple(connection.execute(select(of)).all()) for of in (sizes, movements, event_lines, events)
        )


def test_reading_again_changes_nothing_however_often(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    for number, size in ((17, "L"), (17, "L"), (17, "XL"), (904, "XL")):
        receive(shop, event(number, size))
    receive(shop, b"hello")
    receive(shop, b'{"products": []}')
    before = state(shop)
    for row in inbox.event_rows(shop, EventFilter(), 0, 100):
        assert [read_again(shop, row.event_id) for _ in range(2)] == [0, 0]
    assert read_again(shop, 4711) == 0
    assert state(shop) == before


def test_reading_again_applies_what_was_not_understood_then(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    receive(shop, b"hello")
    with shop.database.write() as connection:  # an older program did not understand it
        connection.execute(update(events).values(body=event(17, "L")))
    assert [read_again(shop, 1), read_again(shop, 1)] == [1, 0]
    (row,) = inbox.event_rows(shop, EventFilter("ss21"), 0, 100)
    assert (row.article, row.size, row.after) == ("SS21CA2N", "L", 3)


def event(number: int, size: str) -> bytes:
    one = {"value": size, "count": 3, "soldCount": 1}
    return json.dumps({"products": [{"id": number, "sizes": [one]}]}).encode()


def test_an_unreadable_event_leaves_nothing_to_do(shop: Shop) -> None:
    receive(shop, b"it's \xff")
    with shop.database.read() as connection:
        assert not table.has_work(connection)
    receive(shop, b'{"products":[{"id":17,"sizes":[{"value":"L","count":4}]}]}')
    with shop.database.read() as connection:
        assert table.has_work(connection)
