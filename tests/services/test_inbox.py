"""The log of events on its way out: as a file, and as a command for support."""

from __future__ import annotations

import shlex

from app.services import inbox, reading
from app.services.receiving import load_listener
from app.services.shop import Shop
from app.services.views import EventFilter
from app.storage import inbox as table


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
