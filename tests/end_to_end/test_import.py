"""`polka import` as a program: what it queues arrives at the marketplace, and a kill loses nothing."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.services.engine import Engine
from app.services.import_history import import_rows
from app.services.import_views import ImportState
from app.services.movements import unequal_sizes
from app.services.outbox import delivery_counts
from app.services.shop import Shop
from app.storage.database import FILE_NAME
from tests.cli.support import program
from tests.services.support import JACKET, add_simple_product, connect, jacket_sandbox, wait_until

PRODUCTS = 12_000
SECONDS = 120


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Приход")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    out, err = process.communicate(timeout=SECONDS)
    return process.returncode, out + err


def test_an_imported_workbook_arrives_and_the_stocks_agree(shop: Shop, tmp_path: Path) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    heading: list[object] = ["Артикул", "Размер", "Остаток"]
    rows: list[list[object]] = [["ИП Иванова, опись"], [], heading]
    rows += [["SS21CA2N", "XL", 7], ["SS21CA2N", "L", 1], ["Итого", "", 8]]
    path = workbook(tmp_path / "опись.xlsx", rows)
    with program("import", path, "--data", shop.folder, "--as", "count", "--send") as process:
        assert ended(process)[0] == 0
    with jacket_sandbox() as sandbox:
        connect(shop, sandbox)
        engine = Engine(shop)
        engine.start()
        wait_until(lambda: delivery_counts(shop).delivered == 2)
        engine.stop()
        assert [sandbox.stock("SS21CA2N", size) for size in ("XL", "L", "M")] == [7, 1, 2]
    row = import_rows(shop, 1)[0]
    assert (row.state, row.counts.delivered, row.file) == (ImportState.QUEUED, 2, "опись.xlsx")


@pytest.fixture
def large(shop: Shop, tmp_path: Path) -> Iterator[Path]:
    """A workbook with a row for each of many products."""
    with shop.database.write() as connection:
        numbers = range(1, PRODUCTS + 1)
        connection.exec_driver_sql(
            "INSERT INTO products (id, article, title, brand) VALUES (?, ?, '', '')",
            [(number, f"A-{number:05}") for number in numbers],
        )
        connection.exec_driver_sql(
            "INSERT INTO sizes (product_id, value, position, barcode, here, agreed)"
            " VALUES (?, 'M', 0, '', 0, 0)",
            [(number,) for number in numbers],
        )
    rows: list[list[object]] = [["Артикул", "Размер", "Кол-во"]]
    rows += [[f"A-{number:05}", "M", number % 9 + 1] for number in numbers]
    yield workbook(tmp_path / "large.xlsx", rows)


def queued(folder: Path) -> tuple[str, int, int, int]:
    """The import's state and figure, its deliveries, and the rows noted."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        found = connection.execute(
            "SELECT coalesce(max(state), ''), coalesce(max(queued), 0), (SELECT count(*) FROM deliveries),"
            " (SELECT count(*) FROM import_lines) FROM imports"
        ).fetchone()
    return (str(found[0]), int(found[1]), int(found[2]), int(found[3]))


def test_an_import_that_is_killed_knows_what_is_queued_and_goes_on(shop: Shop, large: Path) -> None:
    command = ("import", large, "--data", shop.folder, "--as", "receipts", "--send")
    with program(*command) as process:
        wait_until(lambda: queued(shop.folder)[1] > 0, SECONDS)
        process.kill()
    state, figure, deliveries, rows = queued(shop.folder)
    assert state == ImportState.QUEUEING
    assert 0 < figure < PRODUCTS
    assert figure == deliveries == rows
    assert unequal_sizes(shop) == []

    with program(*command) as process:
        code, words = ended(process)
    assert (code, queued(shop.folder)) == (0, (ImportState.QUEUED, PRODUCTS, PRODUCTS, PRODUCTS)), words
    assert f"{figure} queued before" in words
    assert unequal_sizes(shop) == []
    with closing(sqlite3.connect(shop.folder / FILE_NAME)) as connection:
        (left,) = connection.execute("SELECT sum(here) FROM sizes").fetchone()
    assert left == sum(number % 9 + 1 for number in range(1, PRODUCTS + 1))
    assert import_rows(shop, 9)[0].counts.waiting == delivery_counts(shop).queued == PRODUCTS
