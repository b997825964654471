"""`polka import` where it is not sure: a script is asked before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from app.services.delivery_views import DeliveryKind
from app.services.outbox import delivery_count
from app.services.shop import Shop
from tests.cli.support import Ended, polka
from tests.services.import_support import write_csv
from tests.services.support import JACKET, add_simple_product
from tests.services.test_import_queue import stock

WITHOUT_HEADER = "SS21CA2N;XL;2\nSS21CA2N;L;1"


@pytest.fixture
def folder(shop: Shop) -> Path:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    return shop.folder


def run(folder: Path, path: Path, *arguments: object) -> Ended:
    return polka("import", "--data", folder, path, "--as", "receipts", *arguments)


def test_guessed_columns_are_named_and_sent_only_once_they_are_said(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", WITHOUT_HEADER)
    said = "article=A,size=B,quantity=C,header=0"
    ended = run(folder, path, "--send")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert f"Quantity: column C, not sure; say --mapping {said}" in ended.out
    assert said in ended.err
    assert run(folder, path, "--send", "--mapping", said).code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 5, "M": 2}


def test_a_guessed_column_is_named_with_its_heading(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Начальный остаток\nSS21CA2N;XL;2")
    ended = run(folder, path)
    assert "column C «Начальный остаток», not sure" in ended.out
    told = json.loads(run(folder, path, "--json").out)
    assert told["guessed"][0]["heading"] == "Начальный остаток"


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def strike_out(sheet: Worksheet) -> None:
    sheet["C3"].font = Font(strike=True)


@pytest.mark.parametrize(
    ("set_aside", "kind", "told", "word", "xl"),
    [
        (hide, "hidden", "hidden or filtered out in the file: 1", "--with-hidden", 8),
        (hide, "hidden", "hidden or filtered out in the file: 1", "--without-hidden", 5),
        (strike_out, "struck", "struck out in the file: 1", "--with-struck", 8),
        (strike_out, "struck", "struck out in the file: 1", "--without-struck", 5),
    ],
)
def test_rows_that_a_file_sets_aside_are_counted_and_sent_only_as_it_is_said(
    shop: Shop,
    folder: Path,
    tmp_path: Path,
    set_aside: Callable[[Worksheet], None],
    kind: str,
    told: str,
    word: str,
    xl: int,
) -> None:
    path = tmp_path / "f.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Артикул", "Размер", "Приход"], ["SS21CA2N", "XL", 2], ["SS21CA2N", "XL", 3]):
        sheet.append(row)
    set_aside(sheet)
    book.save(path)
    ended = run(folder, path, "--send")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert told in ended.out
    assert json.loads(run(folder, path, "--json").out)[kind] == 1
    assert run(folder, path, "--send", word).code == 0
    assert stock(shop, "SS21CA2N")["XL"] == xl


def test_hidden_rows_in_which_there_is_nothing_are_not_asked_about(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "f.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Артикул", "Размер", "Приход"], ["SS21CA2N", "XL", 2], [], ["SS21CA2N", "L", 1]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    book.save(path)
    assert json.loads(run(folder, path, "--json").out)["hidden"] == 0
    assert run(folder, path, "--send").code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 5, "M": 2}


def test_pieces_that_are_added_up_are_named(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход\nSS21CA2N;XL;2\nSS21CA2N;XL;3")
    ended = run(folder, path)
    assert ended.code == 0
    assert "row 3, note: The same article and size as in row 2; the pieces are added up." in ended.out


def test_it_speaks_the_language_that_is_asked_for(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход\nSS21CA2N;XL;2\nSS21CA2N;L;много")
    report = tmp_path / "out.xlsx"
    what = ("--data", folder, path, "--as", "receipts", "--send", "--report", report)
    ended = polka("--language", "ru", "import", *what)
    assert "отправок: 1, изменений: 1" in ended.out
    assert "строка 3 «много»" in ended.out
    assert "is not" not in ended.out
    assert "Ничего не отправлено" in ended.err
    headings = [cell.value for cell in load_workbook(report).worksheets[0][1]]
    assert "Статус" in headings


def test_nothing_is_sent_of_one_of_several_sheets_that_fit_before_it_is_named(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "f.xlsx"
    book = Workbook()
    for name in ("Ноябрь", "Декабрь"):
        sheet = book.create_sheet(name)
        sheet.append(["Артикул", "Размер", "Приход"])
        sheet.append(["SS21CA2N", "XL", 2])
    book.save(path)
    assert "sheet “Ноябрь” was taken; these fit as well: Декабрь; say --sheet" in run(folder, path).out
    ended = run(folder, path, "--send")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert "Say which one with --sheet: Ноябрь, Декабрь" in ended.err
    assert "--sheet" not in run(folder, path, "--sheet", "Декабрь", "--send").out
    assert delivery_count(shop, DeliveryKind.ALL) == 1
    assert "these fit as well: Ноябрь, Декабрь" in run(folder, path, "--sheet", "Sheet").out


def test_a_table_of_a_page_is_chosen_by_its_number(folder: Path, tmp_path: Path) -> None:
    rows = "<tr><td>Артикул<td>Размер<td>Приход</tr><tr><td>SS21CA2N<td>XL<td>{}</tr>"
    path = tmp_path / "f.xls"
    page = "".join(f"<table>{rows.format(pieces)}</table>" for pieces in (2, "много"))
    path.write_text(f"<html>{page}</html>", encoding="utf-8")
    assert run(folder, path).code == 0
    assert run(folder, path, "--sheet", "2").code == 1


def test_a_count_says_what_it_does_not_name_and_what_it_leaves_empty(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Факт\nSS21CA2N;XL;4\nSS21CA2N;L;")
    report = tmp_path / "out.xlsx"
    ended = polka("import", "--data", folder, path, "--as", "count", "--report", report)
    assert ended.code == 0
    assert "stay as they are: 2 sizes, 0 products of them wholly" in ended.out
    cells = [[cell.value for cell in row] for row in load_workbook(report).worksheets[0].iter_rows()]
    assert "no number: stays" in cells[2]


def test_every_one_of_guessed_warehouses_is_named(shop: Shop, folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Алматы;Астана\nSS21CA2N;XL;2;3\nSS21CA2N;L;1;1")
    said = "article=A,size=B,place=C,place=D,header=1"
    ended = run(folder, path, "--send")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert said in ended.err
    assert run(folder, path, "--send", "--mapping", said).code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 8, "L": 6, "M": 2}


@pytest.mark.parametrize(
    "text",
    [
        "Артикул;Размер;Приход;Статус\nSS21CA2N;XL;2;Отменён",
        "Артикул;Размер;Приход;Ед. изм.\nSS21CA2N;XL;2;упак",
        "Артикул;Размер;Приход\nSS21CA2N;XL;2\nИтого;;3",
    ],
)
def test_rows_that_may_mean_something_else_are_sent_only_once_they_are_looked_at(
    shop: Shop, folder: Path, tmp_path: Path, text: str
) -> None:
    path = write_csv(tmp_path / "f.csv", text)
    assert (run(folder, path, "--send").code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert run(folder, path, "--send", "--accept-warnings").code == 0
    assert stock(shop, "SS21CA2N")["XL"] == 5


def test_what_is_said_beside_a_number_is_told_before_rows_that_are_no_data(
    folder: Path, tmp_path: Path
) -> None:
    rows = "Артикул;Размер;Кол-во;Примечание\nИтого;;3;\nSS21CA2N;XL;2;брак\nSS21CA2N;L;;\nSS21CA2N;M;1;"
    path = write_csv(tmp_path / "f.csv", rows)
    ended = run(folder, path, "--as", "receipts")
    notes = [line.strip() for line in ended.out.splitlines() if "note:" in line]
    assert [note.split(",")[0] for note in notes] == ["row 3", "row 2"]
    assert "“брак”" in notes[0]
    assert "rows without a number, or with 0: 1" in ended.out
    told = json.loads(run(folder, path, "--json").out)
    assert ([note["row"] for note in told["notes"]], told["without_number"]) == ([3, 2], 1)


def test_rows_that_were_imported_already_are_counted_when_the_results_come_back(
    folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nSS21CA2N;XL;2\nSS21CA2N;L;много")
    back = tmp_path / "back.xlsx"
    run(folder, path, "--send", "--skip-errors", "--report", back)
    ended = run(folder, back)
    assert "an earlier import of this file took care of: 1" in ended.out
    assert json.loads(run(folder, back, "--json").out)["imported_before"] == 1


def test_numbers_that_the_file_shows_as_others_hold_the_sending_back(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path, book = tmp_path / "f.xlsx", Workbook()
    sheet = book.worksheets[0]
    for row in (["Артикул", "Размер", "Приход"], ["SS21CA2N", "XL", 2], ["SS21CA2N", "L", 1]):
        sheet.append(row)
    sheet["C2"].number_format, sheet["C3"].number_format = '"минус "0', ";;;"
    book.save(path)
    ended = run(folder, path, "--send")
    assert "The file shows “минус 2” here, and the number is 2" in ended.out
    assert "The file shows nothing here, and the number is 1" in ended.out
    assert delivery_count(shop, DeliveryKind.ALL) == 0
    assert run(folder, path, "--send", "--accept-warnings").code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 5, "M": 2}


def test_goods_of_which_none_has_a_number_do_not_end_as_done(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "f.txt"
    path.write_text("Артикул Размер Кол-во\nSS21CA2N XL 2\nSS21CA2N L 1\n", encoding="utf-8")
    ended = run(folder, path, "--send")
    assert ended.code == 1
    assert "No row has a number" in ended.out
