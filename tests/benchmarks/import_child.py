"""Reads a file of goods: as python-calamine alone, as a script that a user would write, or as Polka.

Usage: python -m tests.benchmarks.import_child calamine|script|polka|preview|queue FILE FOLDER COUNT. Prints
as JSON how many seconds it took and how many MB the process had at most.
"""

from __future__ import annotations

import gc
import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
from pydantic import BaseModel
from python_calamine import CalamineWorkbook

from app.services.import_keeping import prepare
from app.services.import_matching import load_goods
from app.services.import_queue import queue_import
from app.services.import_views import ImportDraft, Plan
from app.services.importing import check_sheet, content_of, guess, open_file, plan_import
from app.services.shop import Shop
from app.spreadsheet.columns import ROWS_TO_GUESS
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Meaning
from tests.benchmarks.goods import STOCK, rows, shop_with


class Row(BaseModel):
    """What the script expects of a row."""

    article: str
    title: str
    size: str
    quantity: int
    price: Decimal


def calamine(file: Path, _folder: Path, _count: int) -> Callable[[], object]:
    """The cells, and nothing known of them."""
    return lambda: CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()


def script(file: Path, folder: Path, count: int) -> Callable[[], object]:
    """openpyxl, a pydantic model for each row, and the stock in SQLite."""
    database = sqlite3.connect(folder / "script.db")
    database.execute(
        "CREATE TABLE stock (article TEXT, size TEXT, pieces INTEGER, PRIMARY KEY (article, size))"
    )
    stocks = ((article, size, STOCK) for article, _, size, _, _ in rows(count))
    database.executemany("INSERT INTO stock VALUES (?, ?, ?)", stocks)
    database.commit()

    def run() -> object:
        sheet = openpyxl.load_workbook(file, read_only=True).worksheets[0]
        planned = []
        for values in sheet.iter_rows(min_row=2, values_only=True):
            row = Row.model_validate(dict(zip(Row.model_fields, values, strict=True)))
            found = database.execute(
                "SELECT pieces FROM stock WHERE article = ? AND size = ?", (row.article, row.size)
            ).fetchone()
            planned.append((row, found[0], found[0] + row.quantity))
        return planned

    return run


def polka(file: Path, folder: Path, count: int) -> Callable[[], object]:
    """From the file to the plan, every cell checked."""
    shop = shop_with(folder, count)
    return lambda: planned(shop, file)


def planned(shop: Shop, file: Path) -> tuple[ImportDraft, Checked, Plan]:
    sheet = open_file(file).sheets[0]
    draft = ImportDraft(file, content_of(file), guess(shop, sheet).layout, Meaning.RECEIPTS)
    goods = load_goods(shop)
    checked = check_sheet(goods, sheet, draft)
    return draft, checked, plan_import(shop, goods, checked, draft)


def preview(file: Path, _folder: Path, _count: int) -> Callable[[], object]:
    """What the first picture of a file needs."""
    return lambda: open_file(file).sheets[0].head(ROWS_TO_GUESS)


def queue(file: Path, folder: Path, count: int) -> Callable[[], object]:
    """The plan's deliveries into the outbox."""
    shop = shop_with(folder, count)
    draft, checked, plan = planned(shop, file)
    number = prepare(shop, draft)
    return lambda: queue_import(shop, number, plan, checked)


def main() -> None:
    kind, file, folder, count = sys.argv[1:5]
    kinds = {one.__name__: one for one in (calamine, script, polka, preview, queue)}
    run = kinds[kind](Path(file), Path(folder), int(count))
    gc.collect()
    if kind not in {"calamine", "script"}:
        gc.disable()  # as `polka import` and the window do
    started = time.perf_counter()
    found = run()
    taken = time.perf_counter() - started
    if isinstance(found, tuple):
        assert len(found[2].rows) == int(count), found[1].problems[:3]
    print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    main()
