"""`polka import`: what it says, what it writes, and how it ends."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.services.delivery_views import DeliveryKind
from app.services.import_history import import_rows
from app.services.import_views import ImportState
from app.services.outbox import delivery_count, delivery_rows
from app.services.shop import Shop
from tests.cli.support import Ended, polka
from tests.services.import_support import write_csv
from tests.services.support import JACKET, add_simple_product
from tests.services.test_import_queue import stock

RECEIPTS = "Артикул;Размер;Кол-во\nSS21CA2N;XL;2\nSS21CA2N;L;1"
BAD = "Артикул;Размер;Кол-во\nSS21CA2N;XL;2\nSS21CA2N;L;много\nGONE;M;1"


@pytest.fixture
def folder(shop: Shop) -> Path:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    return shop.folder


def run(folder: Path, path: Path, *arguments: object) -> Ended:
    return polka("import", "--data", folder, path, *arguments)


def test_without_send_it_only_says_what_would_happen(shop: Shop, folder: Path, tmp_path: Path) -> None:
    ended = run(folder, write_csv(tmp_path / "приход.csv", RECEIPTS), "--as", "receipts")
    assert ended.code == 0
    assert "приход.csv: 1 deliveries with 2 changes; 0 unchanged" in ended.out
    assert "Nothing was sent" in ended.out
    assert delivery_count(shop, DeliveryKind.ALL) == 0
    assert import_rows(shop, 9) == []


def test_send_queues_it_and_a_second_time_is_refused(shop: Shop, folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    assert run(folder, path, "--as", "receipts", "--send").code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 5, "M": 2}
    again = run(folder, path, "--as", "receipts", "--send")
    assert (again.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 1)
    assert "imported already" in again.err
    assert run(folder, path, "--as", "receipts", "--send", "--anyway").code == 0
    assert delivery_count(shop, DeliveryKind.ALL) == 2
    assert [row.state for row in import_rows(shop, 9)] == [ImportState.QUEUED] * 2


def test_rows_with_problems_are_named_and_keep_all_from_being_sent(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", BAD)
    ended = run(folder, path, "--as", "receipts", "--send")
    assert ended.code == 1
    assert "row 3 “много”" in ended.out
    assert "row 4: There is no product GONE." in ended.out
    assert "--skip-errors" in ended.err
    assert delivery_count(shop, DeliveryKind.ALL) == 0
    assert run(folder, path, "--as", "receipts", "--send", "--skip-errors").code == 1
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 4, "M": 2}


def test_what_the_guard_warns_of_is_sent_only_where_it_is_right(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Цена\nSS21CA2N;8200")
    ended = run(folder, path, "--as", "price", "--send")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert "row 2, to be looked at: The price changes by more than 50 %." in ended.out
    assert run(folder, path, "--as", "price", "--send", "--accept-warnings").code == 0
    assert [row.price for row in delivery_rows(shop, DeliveryKind.ALL, 0, 9)] == [Decimal(8200)]


def test_what_is_missing_is_created_where_that_is_wanted(shop: Shop, folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nNEW;S;3\nSS21CA2N;XS;1")
    assert run(folder, path, "--as", "receipts", "--create", "--send").code == 0
    assert stock(shop, "NEW") == {"S": 3}
    assert stock(shop, "SS21CA2N")["XS"] == 1


def test_columns_can_be_named(shop: Shop, folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "a;b;c;d\nSS21CA2N;XL;9;2")
    mapping = tmp_path / "mapping.json"
    mapping.write_text('{"header": 1, "article": "A", "size": "B", "quantity": "D"}', encoding="utf-8")
    for given in ("header=1,article=A,size=B,quantity=D", "header=1,article=1,size=2,quantity=4", mapping):
        ended = run(folder, path, "--as", "receipts", "--mapping", given, "--json")
        assert (ended.code, json.loads(ended.out)["changes"]) == (0, 1)
    wide = write_csv(tmp_path / "wide.csv", "a;b;c\nSS21CA2N;1;2")
    ended = run(
        folder, wide, "--as", "sold", "--mapping", "header=1,article=A,size:XL=B,size:L=C", "--send"
    )
    assert ended.code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 2, "L": 2, "M": 2}


@pytest.mark.parametrize("mapping", ["article", "nothing=A", "article=A1", "article=ABCD", "no.json"])
def test_a_mapping_that_is_not_understood_ends_with_2(folder: Path, tmp_path: Path, mapping: str) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    assert run(folder, path, "--as", "receipts", "--mapping", mapping).code == 2


def test_a_file_that_cannot_be_read_ends_with_2(folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    for path in (picture, tmp_path / "gone.xlsx"):
        ended = run(folder, path, "--as", "receipts")
        assert ended.code == 2
        assert path.name in ended.err


def test_a_sheet_is_chosen_by_its_name(folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Приход").append(["Артикул", "Размер", "Кол-во"])
    book["Приход"].append(["SS21CA2N", "XL", 2])
    path = tmp_path / "book.xlsx"
    book.save(path)
    assert "1 deliveries" in run(folder, path, "--as", "receipts", "--sheet", "Приход").out
    ended = run(folder, path, "--as", "receipts", "--sheet", "Май")
    assert ended.code == 2
    assert "Приход" in ended.err


def test_numbers_that_can_be_read_in_two_ways_are_settled_by_an_option(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Цена\nSS21CA2N;81,500")
    asked = run(folder, path, "--as", "price")
    assert asked.code == 1
    assert "--decimal" in asked.out
    assert run(folder, path, "--as", "price", "--decimal", "point", "--send").code == 0
    assert delivery_rows(shop, DeliveryKind.ALL, 0, 9)[0].price == Decimal(81500)


def reported(path: Path) -> list[tuple[object, ...]]:
    rows = load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)
    return [row[:5] for row in rows]


def test_the_report_has_each_row_with_its_result(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", BAD)
    out = tmp_path / "out.xlsx"
    run(folder, path, "--as", "receipts", "--report", out)
    assert reported(out) == [
        ("SS21CA2N", "XL", 2, "would be sent", None),
        (
            "SS21CA2N",
            "L",
            "много",
            "not imported",
            "“много” is not a number. Pieces are a whole number, for example 2.",
        ),
        ("GONE", "M", 1, "not imported", "There is no such product or size."),
    ]
    run(folder, out, "--as", "receipts", "--send", "--skip-errors", "--report", out)
    assert [row[3] for row in reported(out)] == ["queued", "not imported", "not imported"]
    again = run(folder, out, "--as", "receipts", "--json")
    assert json.loads(again.out)["changes"] == 0  # what is on its way is not taken twice
    assert run(folder, path, "--as", "receipts", "--report", tmp_path / "out.csv").code == 2


def test_the_cabinet_counts_only_where_it_is_said_who_is_right(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Остаток\nSS21CA2N;XL;1")
    assert "1 counts, 1 differ" in run(folder, path, "--as", "cabinet").out
    assert run(folder, path, "--as", "cabinet", "--send").code == 1
    assert stock(shop, "SS21CA2N")["XL"] == 3
    assert run(folder, path, "--as", "cabinet", "--send", "--right", "cabinet").code == 0
    assert stock(shop, "SS21CA2N")["XL"] == 1


def test_json_tells_a_program_the_same(folder: Path, tmp_path: Path) -> None:
    told = json.loads(run(folder, write_csv(tmp_path / "f.csv", BAD), "--as", "receipts", "--json").out)
    assert (told["deliveries"], told["changes"], told["queued"]) == (1, 1, None)
    assert [problem["row"] for problem in told["problems"]] == [3, 4]
    assert told["new_products"] == ["GONE"]
