"""Tables as files: figures, dates and words as a spreadsheet program sees them, and no half files."""

from __future__ import annotations

import csv
import json
import tempfile
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.domain.action import Action
from app.domain.errors import StorageError
from app.domain.text import Text, translate
from app.services import catalogue, editing, exporting, log_pages, reading, reviewing, workbook_file
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.event_views import EventFilter
from app.services.progress import Progress, StoppedError
from app.services.shop import Shop
from app.services.table_file import Cell, Column, Table, table_file
from app.services.views import PendingChange, ProductDraft, ProductFilter, SizeDraft
from app.storage import inbox
from app.storage.tables import attempts
from tests.services.support import JACKET, add_simple_product, lose_all

FORMULA = '=HYPERLINK("http://example.org")'
TABLE = Table(
    translate("Export", "Products"),
    (Column(translate("Export", "Article"), 12), Column(translate("Export", "Stock"), 8)),
)


def shouted(text: Text) -> str:
    """Another language."""
    return str(text).upper()


def cells_of(path: Path) -> list[list[Any]]:
    """What a reader that is not the writer's library finds."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, delimiter=";"))
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def sheet_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


def left_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The library's own temporary files: none stays."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    yield made
    assert left_in(made) == []


def test_a_workbook_of_deliveries_has_numbers_dates_and_texts(shop: Shop, folder: Path) -> None:
    add_simple_product(shop, FORMULA, {"M": 5}, price=Decimal(100))
    queue_action(shop, FORMULA, Action.SOLD, {"M": 2}, None, "-anna")
    queue_action(shop, FORMULA, Action.PRICE, {}, Decimal("76000.50"), "-anna")
    path = folder / "deliveries.xlsx"
    assert exporting.export_deliveries(shop, path, DeliveryKind.ALL, shouted) == 2
    heads, price, sale = cells_of(path)
    assert heads[:4] == ["CREATED", "ARTICLE", "TITLE", "ACTION"]
    now = datetime.fromtimestamp(shop.clock(), UTC).astimezone().replace(tzinfo=None)
    assert abs((sale[0] - now).total_seconds()) < 3600
    assert sale[1:11] == [FORMULA, "", "SOLD", "M", 2.0, 5.0, 3.0, "", "", "QUEUED"]
    assert sale[-2] == "-anna"
    assert (price[8], price[9]) == (100.0, 76000.5)
    xml = sheet_xml(path)
    assert "<f>" not in xml
    assert 'state="frozen"' in xml
    assert '<autoFilter ref="A1:T3"' in xml
    assert left_in(folder) == ["deliveries.xlsx"]


@pytest.mark.parametrize("name", ["deliveries.xlsx", "deliveries.csv"])
def test_the_last_attempt_is_told_with_its_times_and_status(shop: Shop, folder: Path, name: str) -> None:
    add_simple_product(shop, "A1", {"M": 5}, price=Decimal(100))
    queue_action(shop, "A1", Action.SOLD, {"M": 1}, None, "anna")
    tried = {"delivery_id": 1, "at": shop.clock(), "request": "{}", "outcome": "server_error"}
    times = {"connecting": 12.4, "sending": 0.6, "waiting": 830.0}
    with shop.database.write() as connection:
        connection.execute(attempts.insert(), {**tried, "status": 500})
        connection.execute(attempts.insert(), {**tried, **times, "status": 200})
    path = folder / name
    assert exporting.export_deliveries(shop, path, DeliveryKind.ALL) == 1
    heads, line = cells_of(path)
    at = heads.index("Last attempt")
    assert heads[at + 1 : at + 5] == ["HTTP status", "Connecting, ms", "Sending, ms", "Waiting, ms"]
    assert line[at] != ""
    assert [int(cell) for cell in line[at + 1 : at + 5]] == [200, 12, 1, 830]


def test_a_workbook_names_its_sheet_the_product_and_the_batch(shop: Shop, folder: Path) -> None:
    products = [
        catalogue.add_product(shop, ProductDraft(article, "Jacket", sizes=(SizeDraft("M", opening=5),)))
        for article in ("A1", "A2")
    ]
    for row in catalogue.product_rows(shop, products):
        editing.set_pending(shop, {row.sizes[0].id: PendingChange(Action.SOLD, 1)})
    editing.queue_review(shop, reviewing.review(shop))
    path = folder / "deliveries.xlsx"
    assert exporting.export_deliveries(shop, path, DeliveryKind.ALL, shouted) == 2
    lines = cells_of(path)[1:]
    assert [line[2] for line in lines] == ["Jacket", "Jacket"]
    assert [line[-1] for line in lines] == [1.0, 1.0]
    assert CalamineWorkbook.from_path(path).sheet_names == ["DELIVERIES"]


def test_csv_runs_no_formula_and_keeps_numbers(shop: Shop, folder: Path) -> None:
    add_simple_product(shop, "=1+1", JACKET | {"+XL": 1}, marketplace_id=17)
    queue_action(shop, "=1+1", Action.SOLD, {"+XL": 3}, None, "anna")
    size = {"value": "+XL", "count": 0}
    body = json.dumps({"products": [{"id": 17, "sizes": [size]}]}).encode()
    with shop.database.write() as connection:
        row = {"received_at": 1e9, "sender": "10.0.0.1", "headers": "[]", "body": body, "state": "new"}
        inbox.keep(connection, [row])
    reading.read_new(shop)
    path = folder / "events.csv"
    assert exporting.export_events(shop, path, EventFilter(), shouted) == 1
    heads, line = cells_of(path)
    assert exporting.export_events(shop, folder / "none.csv", EventFilter("nowhere")) == 0
    assert heads[0] == "RECEIVED"
    assert line[2:7] == ["'=1+1", "17", "'+XL", "-2", "-3"]


def test_what_waits_for_an_earlier_one_is_called_as_on_the_screen(shop: Shop, folder: Path) -> None:
    add_simple_product(shop, "A", JACKET)
    for size in ("XL", "L"):
        queue_action(shop, "A", Action.SOLD, {size: 1}, None, "anna")
        lose_all(shop)
    path = folder / "deliveries.csv"
    exporting.export_deliveries(shop, path, DeliveryKind.ALL)
    rows = cells_of(path)[1:]
    assert "waits: earlier one unanswered" in rows[0]
    assert "no answer, please check" in rows[1]


def test_products_are_the_same_table_in_both_forms(shop: Shop, folder: Path) -> None:
    add_simple_product(shop, "00123", {"42": 3}, price=Decimal("9.90"))
    for name in ("products.csv", "products.xlsx"):
        assert exporting.export_products(shop, folder / name, ProductFilter()) == 1
    assert cells_of(folder / "products.csv")[1] == ["00123", "", "", "42", "", "3", "", "9,90", ""]
    assert cells_of(folder / "products.xlsx")[1] == ["00123", "", "", "42", "", 3.0, "", 9.9, ""]


def test_pages_join_without_a_gap(shop: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_pages, "ROWS_AT_ONCE", 2)
    add_simple_product(shop, "A", {"M": 50})
    for quantity in range(1, 6):
        queue_action(shop, "A", Action.SOLD, {"M": quantity}, None, "anna")
    path = folder / "deliveries.csv"
    assert exporting.export_deliveries(shop, path, DeliveryKind.ALL) == 5
    assert [line[5] for line in cells_of(path)[1:]] == ["5", "4", "3", "2", "1"]


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_what_is_stopped_leaves_the_file_that_was_there(shop: Shop, folder: Path, name: str) -> None:
    add_simple_product(shop, "A", {"M": 50})
    path = folder / name
    path.write_text("as it was")
    progress = Progress()
    progress.stop()
    with pytest.raises(StoppedError):
        exporting.export_products(shop, path, ProductFilter(), progress=progress)
    assert path.read_text() == "as it was"
    assert left_in(folder) == [name]


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_full_disk_is_said_and_nothing_stays(folder: Path, name: str) -> None:
    full = OSError(28, "No space left on device")
    with (
        pytest.raises(StorageError, match="The disk is full; table"),
        table_file(folder / name, TABLE, str) as write,
    ):
        write(("A", 1))
        raise full
    assert left_in(folder) == []


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_place_that_takes_no_file_is_said(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    for path in (folder / name, folder / "nowhere" / name):
        with (
            pytest.raises(StorageError, match=r"could not be written\. If it is open"),
            table_file(path, TABLE, str) as write,
        ):
            write(("A", 1))
    assert left_in(folder) == [name]


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_times_are_those_of_this_computer_without_fractions(folder: Path, name: str) -> None:
    moment = datetime(2026, 11, 25, 12, 30, 15, 678_901, tzinfo=UTC)
    with table_file(folder / name, TABLE, str) as write:
        write((moment, 1))
    cell = cells_of(folder / name)[1][0]
    local = moment.astimezone().replace(tzinfo=None, microsecond=0)
    assert cell == (f"{local:%Y-%m-%d %H:%M:%S}" if name.endswith("csv") else local)


def test_odd_texts_stay_texts(folder: Path) -> None:
    path = folder / "table.xlsx"
    odd: list[Cell] = ["#N/A", "a\x00b\x1f", "2026-01-01", "  two spaces", 10**17, "'", "@x"]
    with table_file(path, TABLE, str) as write:
        for text in odd:
            write((text, None))
    found = [line[0] for line in cells_of(path)[1:]]
    assert found == ["#N/A", "ab", "2026-01-01", "  two spaces", str(10**17), "'", "@x"]


def test_more_rows_than_a_sheet_has_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "MOST_ROWS", 3)
    with (
        pytest.raises(StorageError, match="more rows than an Excel sheet"),
        table_file(folder / "table.xlsx", TABLE, str) as write,
    ):
        for number in range(3):
            write(("A", number))
    assert left_in(folder) == []


def test_many_rows_take_little_memory(folder: Path) -> None:
    with table_file(folder / "warm.xlsx", TABLE, str) as write:
        write(("A", 1))
    tracemalloc.start()
    with table_file(folder / "table.xlsx", TABLE, str) as write:
        for number in range(5000):
            write((f"SS21CA{number}" * 20, number))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000
    assert len(cells_of(folder / "table.xlsx")) == 5001
