"""Files as a warehouse has them, and a shop that knows the goods in them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import insert

from app.domain.movement import Cause
from app.services.shop import Shop
from app.storage.tables import movements, products, sizes
from tests.services.support import memory_secrets

HEADINGS = ("Артикул", "Наименование", "Размер", "Количество", "Цена")
SIZES = ("S", "M", "L", "XL")
STOCK = 5


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
    """An open shop whose catalogue has the goods of so many rows."""
    shop = Shop(folder, secrets=memory_secrets())
    shop.open()
    now, numbers = shop.clock(), range(1, count + 1)
    opening = {
        "at": now,
        "cause": Cause.OPENING,
        "quantity": STOCK,
        "here_after": STOCK,
        "delivery_id": None,
    }
    known = {
        products: [
            {"id": 1 + n, "article": f"SS{n:06}", "price": "1000"} for n in range(count // len(SIZES))
        ],
        sizes: [
            {
                "id": n,
                "product_id": 1 + (n - 1) // len(SIZES),
                "value": SIZES[(n - 1) % len(SIZES)],
                "position": (n - 1) % len(SIZES),
                "here": STOCK,
                "agreed": STOCK,
            }
            for n in numbers
        ],
        movements: [opening | {"size_id": n} for n in numbers],
    }
    with shop.database.write() as connection:
        for table, written in known.items():
            connection.execute(insert(table), written)
    return shop
