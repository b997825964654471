"""The table of products over 100,000 sizes, and what the window takes while nothing happens."""

from __future__ import annotations

import json
import statistics
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert, text

from app.services.shop import Shop
from app.storage.tables import products, sizes
from tests.benchmarks.measuring import Figure, at_most, printed_by
from tests.services.support import memory_secrets

ROUNDS = 3
PRODUCTS = 25_000
VALUES = ("S", "M", "L", "XL")
MOST_MS = 50
MOST_MB = 200


def measure() -> list[Figure]:
    """The usual figures of several rounds, each in a window of its own on the same database."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _fill(Path(folder))
        rounds = [json.loads(printed_by("table_child", folder)) for _ in range(ROUNDS)]
    usual = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    rows_there = f" (rows there after {usual['rows_there']:.0f} ms, 80 of them the pause in typing)"
    shared = f" resident (RSS), {usual['own']:.0f} MB of them its own (USS)"
    return [
        at_most("Table over 100,000 sizes, UI thread busy: open", usual["open"], MOST_MS, "ms"),
        at_most("… from a keystroke in the search to rows", usual["search"], MOST_MS, "ms", rows_there),
        at_most("… scroll from end to end", usual["scroll"], MOST_MS, "ms"),
        at_most("Memory of the idle window over it", usual["resident"], MOST_MB, "MB", shared),
    ]


def _fill(folder: Path) -> None:
    shop = Shop(folder, secrets=memory_secrets())
    shop.open()
    numbers = range(1, PRODUCTS + 1)
    with shop.database.write() as connection:
        connection.execute(
            insert(products), [{"id": n, "article": f"A{n:06}", "price": "100"} for n in numbers]
        )
        connection.execute(
            insert(sizes),
            [
                {
                    "product_id": n,
                    "value": value,
                    "position": place,
                    "barcode": f"20{n:07}{place}",
                    "here": 3,
                }
                for n in numbers
                for place, value in enumerate(VALUES)
            ],
        )
        connection.execute(
            text("INSERT INTO product_search (rowid, words) SELECT id, lower(article) FROM products")
        )
    shop.close()
