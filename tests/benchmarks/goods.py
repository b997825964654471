"""Files as a warehouse has them, and a shop that knows the goods in them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import Table, insert

from app.domain.movement import Cause
from app.services.shop import Shop
from app.storage.tables import movements, products, sizes
from tests.services.support import memory_secrets

HEADINGS = ("Артикул", "Наименование", "Размер", "Количество", "Цена")
SIZES = ("S", "M", "L", "XL")
STOCK = 5
SIZES_AT_ONCE = 20_000


def rows(count: int) -> Iterator[tuple[str, str, str, int, int]]:
    """Receipts of one to seven pieces, four sizes of each product."""
    for number in range(count):
        article = f"SS{number // len(SIZES):06}"
        yield article, f"Куртка {article}", SIZES[number % len(SIZES)], 1 + number % 7, 1000 + number % 900


def workbook(path: Path, count: int) -> Path:
    """A long sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Приход")
    sheet.append(HEADINGS)
    for row in rows(count):
        sheet.append(row)
    book.save(path)
    return path


def text(path: Path, count: int) -> Path:
    """The same as a text file of a Russian Excel."""
    with path.open("w", encoding="cp1251", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow(HEADINGS)
        written.writerows(rows(count))
    return path


def shop_with(folder: Path, count: int) -> Shop:
    """An open shop whose catalogue has the goods of so many rows.

    Written some at a time: the memory that a benchmark tells of is not that of its own preparation.
    """
    shop = Shop(folder, secrets=memory_secrets())
    shop.open()
    now = shop.clock()
    for start in range(0, count, SIZES_AT_ONCE):
        with shop.database.write() as connection:
            for table, written in _goods(now, range(start, min(start + SIZES_AT_ONCE, count))).items():
                connection.execute(insert(table), written)
    return shop


def _goods(now: float, numbers: range) -> dict[Table, list[dict[str, Any]]]:
    opening = {
        "at": now,
        "cause": Cause.OPENING,
        "quantity": STOCK,
        "here_after": STOCK,
        "delivery_id": None,
    }
    each = len(SIZES)
    return {
        products: [
            {"id": 1 + n // each, "article": f"SS{n // each:06}", "price": "1000"} for n in numbers[::each]
        ],
        sizes: [
            {
                "id": 1 + n,
                "product_id": 1 + n // each,
                "value": SIZES[n % each],
                "position": n % each,
                "here": STOCK,
                "agreed": STOCK,
            }
            for n in numbers
        ],
        movements: [opening | {"size_id": 1 + n} for n in numbers],
    }
