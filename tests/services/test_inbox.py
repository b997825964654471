"""The log of events on its way out: as a file, and as a command for support."""

from __future__ import annotations

import csv
import json
import shlex
from pathlib import Path

import pytest

from app.domain.errors import StorageError
from app.services import inbox, reading
from app.services.receiving import load_listener
from app.services.shop import Shop
from app.services.views import EventFilter
from app.storage import inbox as table
from tests.services.support import JACKET, add_simple_product


def receive(shop: Shop, body: bytes) -> None:
    with shop.database.write() as connection:
        row = {"received_at": 1e9, "sender": "10.0.0.1", "headers": "[]", "body": body, "state": "new"}
        table.keep(connection, [row])
    reading.read_new(shop)


def event(size: str, count: int) -> bytes:
    return json.dumps({"products": [{"id": 17, "sizes": [{"value": size, "count": count}]}]}).encode()


def test_the_export_runs_no_formula_and_keeps_numbers(shop: Shop, tmp_path: Path) -> None:
    add_simple_product(shop, "=1+1", JACKET | {"+XL": 1}, marketplace_id=17)
    receive(shop, event("+XL", -3))
    path = tmp_path / "events.csv"
    assert inbox.export_events(shop, path, EventFilter()) == 1
    line = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))[1]
    assert line[2:7] == ["'=1+1", "17", "'+XL", "1", "-3"]


def test_a_file_that_cannot_be_written_is_said(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"events\.csv could not be written"):
        inbox.export_events(shop, tmp_path / "nowhere" / "events.csv", EventFilter())


def test_the_command_for_support_has_no_secret(shop: Shop) -> None:
    receive(shop, b"it's \xff")
    row = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
    details = inbox.event_details(shop, row.id)
    assert details is not None
    command = inbox.event_as_curl(shop, details)
    assert load_listener(shop).secret not in command
    assert "/h/***" in command
    assert shlex.split(command)[-1] == "it's \ufffd"
