"""The page of events over a log of 1,000,000 lines: opening, searching, scrolling, memory."""

from __future__ import annotations

import json
import sqlite3
import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.text import translate
from app.services.event_views import EventKind
from app.services.shop import Shop
from app.storage import event_log
from app.storage.database import FILE_NAME
from tests.benchmarks.measuring import Figure, at_most, printed_by
from tests.services.support import memory_secrets

ROUNDS = 3
EVENTS = 1_000_000
PRODUCTS = 2_000
VALUES = ("S", "M", "L", "XL")
APART_SECONDS = 30.0
UNLINKED_EVERY = 50_000
RETURN_EVERY = 10
AT_ONCE = 20_000
NOTE = translate("Event", "Stock {before} → {after}.").format(before=4, after=3).dumps()

MOST_OPEN_MS, MOST_SEARCH_MS, MOST_FRAME_MS, MOST_MB = 300, 100, 16, 250


def measure() -> list[Figure]:
    """The usual figures of several rounds, each in a window of its own on the same log."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fill(Path(folder))
        rounds = [json.loads(printed_by("events_child", folder)) for _ in range(ROUNDS)]
    usual = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    worst = f" p99, longest {usual['scroll_longest']:.0f} ms"
    jumps = f" p99, longest {usual['jump_longest']:.0f} ms; rows of the oldest end {usual['end']:.0f} ms"
    own = f" resident (RSS), {usual['own']:.0f} MB of them its own (USS)"
    return [
        at_most("Log of 1,000,000 events: rows there", usual["open"], MOST_OPEN_MS, "ms"),
        at_most("… search for an article", usual["article"], MOST_SEARCH_MS, "ms"),
        at_most("… search for a text of the body", usual["body"], MOST_SEARCH_MS, "ms"),
        at_most("… search for a size", usual["size"], MOST_SEARCH_MS, "ms"),
        at_most("… only what waits", usual["waiting"], MOST_SEARCH_MS, "ms"),
        at_most("… scroll row by row, a frame late by", usual["scroll"], MOST_FRAME_MS, "ms", worst),
        at_most("… drag from end to end, a frame late by", usual["jump"], MOST_FRAME_MS, "ms", jumps),
        at_most("Memory of the window over it", usual["resident"], MOST_MB, "MB", own),
    ]


def fill(folder: Path) -> None:
    """Write products and a log as reading would have, past SQLAlchemy: a million rows at 30 s each."""
    shop = Shop(folder, secrets=memory_secrets())
    shop.open()
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        _products(connection)
        connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)", _events())
        marks = ", ".join("?" * 16)
        connection.executemany(f"INSERT INTO event_lines VALUES ({marks})", _lines())
        connection.commit()
    for first in range(1, EVENTS + 1, AT_ONCE):
        with shop.database.write() as session:
            event_log.index(session, range(first, first + AT_ONCE))
    shop.close()


def _products(connection: sqlite3.Connection) -> None:
    numbers = range(1, PRODUCTS + 1)
    connection.executemany(
        "INSERT INTO products (id, article, title, brand) VALUES (?, ?, ?, '')",
        ((n, f"A{n:06}", f"Товар {n}") for n in numbers),
    )
    connection.executemany(
        "INSERT INTO product_search (rowid, words) VALUES (?, ?)",
        ((n, f"a{n:06}\nтовар {n}") for n in numbers),
    )


def _events() -> Iterator[tuple[object, ...]]:
    now = time.time()
    for number in range(1, EVENTS + 1):
        size = {"value": _value(number), "count": 3, "soldCount": 1, "sizeId": 5_000_000 + number}
        body = json.dumps({"products": [{"id": _marketplace_id(number), "sizes": [size]}]}).encode()
        yield number, now - (EVENTS - number) * APART_SECONDS, "203.0.113.1", "[]", body, "read"


def _lines() -> Iterator[tuple[object, ...]]:
    now = time.time()
    for number in range(1, EVENTS + 1):
        is_known = number % UNLINKED_EVERY != 0
        kind = EventKind.RETURN if number % RETURN_EVERY == 0 else EventKind.SALE
        yield (
            *(number, number, now - (EVENTS - number) * APART_SECONDS, _marketplace_id(number)),
            *(number % PRODUCTS + 1 if is_known else None, None, _value(number), 3, 1, None),
            *(kind if is_known else EventKind.UNLINKED, -1, 4, 3, NOTE, is_known),
        )


def _marketplace_id(number: int) -> int:
    return 10_000 + number % PRODUCTS


def _value(number: int) -> str:
    return VALUES[number % len(VALUES)]
