"""A plan becomes deliveries of one batch, remembered with the rows that they come from."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from typing_extensions import override

from app.domain.delivery import State
from app.domain.errors import OutdatedError
from app.services.batch_views import BatchPart, BatchSource
from app.services.batches import batch_row
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind
from app.services.import_history import import_row, import_rows
from app.services.import_keeping import drop, prepare
from app.services.import_queue import AT_ONCE, AlreadyImportedError, queue_import
from app.services.import_views import Creating, ImportState
from app.services.ledger_export import origin_words
from app.services.ledger_views import LedgerFilter
from app.services.movements import movement_rows, unequal_sizes
from app.services.outbox import delivery_count, delivery_rows
from app.services.pausing import pause
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.views import ProductFilter, ProductRow
from app.spreadsheet.meaning import Meaning
from app.storage import imports
from tests.services.import_support import draft_of, imported, planned, write_csv
from tests.services.support import add_simple_product

RECEIPTS = "Артикул;Размер;Кол-во\nJACKET;XL;2\nJACKET;L;1\nCOAT;M;3\nJACKET;XL;5"
MANY = 2 * AT_ONCE + 10


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    add_simple_product(shop, "COAT", {"M": 1}, price=Decimal(90000))
    return shop


def products(shop: Shop) -> dict[str, ProductRow]:
    found = product_rows(shop, list(product_index(shop, ProductFilter()).ids))
    return {product.article: product for product in found}


def stock(shop: Shop, article: str) -> dict[str, int]:
    return {size.value: size.here for size in products(shop)[article].sizes}


class StopAfter(Progress):
    """A person who stops the work when so much is done."""

    def __init__(self, done: int) -> None:
        self._after = done
        super().__init__()

    @property
    @override
    def is_stopped(self) -> bool:
        return self.done >= self._after


def test_an_import_is_one_batch_with_a_delivery_for_each_product(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "приход.csv", RECEIPTS)
    number = imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    row = import_row(stocked, number)
    assert row is not None
    assert (row.file, row.meaning, row.state) == ("приход.csv", Meaning.RECEIPTS, ImportState.QUEUED)
    assert (row.planned, row.queued, row.counts.waiting) == (2, 2, 2)
    assert row.batch_id is not None
    batch = batch_row(stocked, row.batch_id)
    assert (batch.source, batch.title, batch.products) == (BatchSource.IMPORT, "приход.csv", 2)
    sent = delivery_rows(stocked, BatchPart(row.batch_id), 0, 9)
    assert {d.article: {line.value: line.quantity for line in d.lines} for d in sent} == {
        "JACKET": {"XL": 7, "L": 1},
        "COAT": {"M": 3},
    }
    assert stock(stocked, "JACKET") == {"XL": 10, "L": 5}
    assert unequal_sizes(stocked) == []


def test_the_ledger_names_the_file_and_the_row(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "приход.csv", RECEIPTS)
    imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    moved = movement_rows(stocked, LedgerFilter(), 0, 3)
    assert {str(origin_words(row)) for row in moved} == {
        "file приход.csv, row 2, delivery 1",
        "file приход.csv, row 3, delivery 1",
        "file приход.csv, row 4, delivery 2",
    }
    assert {(row.article, row.size): (row.file, row.file_row) for row in moved} == {
        ("JACKET", "XL"): ("приход.csv", 2),
        ("JACKET", "L"): ("приход.csv", 3),
        ("COAT", "M"): ("приход.csv", 4),
    }


def test_an_import_of_one_delivery_is_a_batch_too(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Цена\nCOAT;91000")
    row = import_row(stocked, imported(stocked, draft_of(stocked, path, Meaning.PRICE)))
    assert row is not None
    assert (row.batch_id, row.counts.waiting) == (1, 1)
    assert products(stocked)["COAT"].price == Decimal(91000)


def test_a_newer_price_replaces_one_that_was_never_tried(stocked: Shop, tmp_path: Path) -> None:
    for price in (91000, 92000):
        path = write_csv(tmp_path / f"{price}.csv", f"Артикул;Цена\nCOAT;{price}")
        imported(stocked, draft_of(stocked, path, Meaning.PRICE))
    rows = delivery_rows(stocked, DeliveryKind.ALL, 0, 9)
    assert [(row.price, row.old_price, row.state) for row in rows] == [
        (Decimal(92000), Decimal(90000), State.QUEUED),
        (Decimal(91000), Decimal(90000), State.SUPERSEDED),
    ]


def test_new_products_and_sizes_are_created_with_their_first_delivery(
    stocked: Shop, tmp_path: Path
) -> None:
    text = "Артикул;Название;Размер;Кол-во;Цена\nNEW;Пальто;S;1;500\nNEW;Пальто;M;2;500\nCOAT;;L;4;"
    path = write_csv(tmp_path / "f.csv", text)
    imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS, Creating(products=True, sizes=True)))
    new = products(stocked)["NEW"]
    assert (new.title, new.price, [(s.value, s.here) for s in new.sizes]) == (
        "Пальто",
        Decimal(500),
        [("S", 1), ("M", 2)],
    )
    assert stock(stocked, "COAT") == {"M": 1, "L": 4}
    assert product_index(stocked, ProductFilter("пальто")).ids.tolist() == [new.id]


def test_the_same_file_is_refused_the_second_time(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    first = imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    copy = write_csv(tmp_path / "copy.csv", RECEIPTS)
    with pytest.raises(AlreadyImportedError) as refused:
        imported(stocked, draft_of(stocked, copy, Meaning.RECEIPTS))
    assert refused.value.import_id == first
    assert delivery_count(stocked, DeliveryKind.ALL) == 2
    imported(stocked, draft_of(stocked, copy, Meaning.RECEIPTS), anyway=True)
    assert delivery_count(stocked, DeliveryKind.ALL) == 4


def test_the_same_file_may_mean_something_else(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во;Цена\nCOAT;M;2;95000")
    imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    imported(stocked, draft_of(stocked, path, Meaning.PRICE))
    assert len(import_rows(stocked, 9)) == 2
    assert products(stocked)["COAT"].price == Decimal(95000)


def test_what_is_paused_is_queued_as_held(stocked: Shop, tmp_path: Path) -> None:
    pause(stocked)
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    assert {row.state for row in delivery_rows(stocked, DeliveryKind.ALL, 0, 9)} == {State.HELD}


def many(shop: Shop, folder: Path) -> Path:
    lines = "\n".join(f"N{n:05};S;{n % 7 + 1}" for n in range(MANY))
    return write_csv(folder / "many.csv", f"Артикул;Размер;Кол-во\n{lines}")


def test_a_stopped_import_keeps_what_is_queued_and_goes_on_with_the_rest(
    shop: Shop, tmp_path: Path
) -> None:
    draft = draft_of(shop, many(shop, tmp_path), Meaning.RECEIPTS, Creating(products=True))
    number = imported(shop, draft, StopAfter(AT_ONCE))
    row = import_row(shop, number)
    assert row is not None
    assert (row.state, row.planned, row.queued) == (ImportState.QUEUEING, MANY, AT_ONCE)
    assert row.counts.waiting == AT_ONCE

    checked, plan = planned(shop, draft, number)
    assert (len(plan.deliveries), plan.done) == (MANY - AT_ONCE, AT_ONCE)
    assert queue_import(shop, number, plan, checked) == MANY - AT_ONCE
    row = import_row(shop, number)
    assert row is not None
    assert (row.state, row.planned, row.queued) == (ImportState.QUEUED, MANY, MANY)
    assert row.counts.waiting == MANY
    assert sum(size.here for p in products(shop).values() for size in p.sizes) == sum(
        n % 7 + 1 for n in range(MANY)
    )


def test_what_was_sent_of_a_dropped_import_is_not_sent_once_more(shop: Shop, tmp_path: Path) -> None:
    draft = draft_of(shop, many(shop, tmp_path), Meaning.RECEIPTS, Creating(products=True))
    number = imported(shop, draft, StopAfter(AT_ONCE))
    drop(shop, number)
    with pytest.raises(AlreadyImportedError) as refused:
        imported(shop, draft)
    assert refused.value.import_id == number
    drop(shop, prepare(shop, draft))
    assert delivery_count(shop, DeliveryKind.ALL) == AT_ONCE


def test_nothing_was_sent_of_an_import_that_was_dropped_before(stocked: Shop, tmp_path: Path) -> None:
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS)
    drop(stocked, prepare(stocked, draft))
    imported(stocked, draft)
    assert delivery_count(stocked, DeliveryKind.ALL) == 2


def test_the_old_plan_of_a_stopped_import_queues_nothing_twice(shop: Shop, tmp_path: Path) -> None:
    draft = draft_of(shop, many(shop, tmp_path), Meaning.RECEIPTS, Creating(products=True))
    number = prepare(shop, draft)
    checked, plan = planned(shop, draft)
    queue_import(shop, number, plan, checked, StopAfter(AT_ONCE))
    queue_import(shop, number, plan, checked)
    assert delivery_count(shop, DeliveryKind.ALL) == MANY
    assert len(imports_lines(shop, number)) == MANY


def imports_lines(shop: Shop, number: int) -> list[tuple[int, int]]:
    with shop.database.read() as connection:
        return [(line.row_number, line.delivery_id) for line in imports.lines(connection, number)]


def test_a_dropped_import_is_queued_no_more(stocked: Shop, tmp_path: Path) -> None:
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS)
    number = prepare(stocked, draft)
    checked, plan = planned(stocked, draft)
    drop(stocked, number)
    with pytest.raises(OutdatedError):
        queue_import(stocked, number, plan, checked)
    assert delivery_count(stocked, DeliveryKind.ALL) == 0


def test_an_import_that_was_sent_is_not_sent_again(stocked: Shop, tmp_path: Path) -> None:
    draft = draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS)
    number = prepare(stocked, draft)
    checked, plan = planned(stocked, draft)
    queue_import(stocked, number, plan, checked)
    with pytest.raises(OutdatedError):
        queue_import(stocked, number, plan, checked)
    assert delivery_count(stocked, DeliveryKind.ALL) == 2


def test_others_write_between_the_parts_of_an_import(shop: Shop, tmp_path: Path) -> None:
    draft = draft_of(shop, many(shop, tmp_path), Meaning.RECEIPTS, Creating(products=True))
    wrote: list[int] = []

    def write_too(_change: object) -> None:
        with closing(sqlite3.connect(shop.database.path, timeout=0)) as other:
            other.execute("INSERT INTO settings VALUES (?, '1')", (f"other {len(wrote)}",))
            other.commit()
        wrote.append(delivery_count(shop, DeliveryKind.ALL))

    unsubscribe = shop.changes.subscribe(write_too)
    imported(shop, draft)
    unsubscribe()
    assert {AT_ONCE, 2 * AT_ONCE, MANY} <= set(wrote)
