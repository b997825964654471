"""`polka import` where it needs to be told something: it says what to type, and typing that works."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.cli.import_arguments import MEANINGS
from app.cli.import_columns import KINDS
from app.services.catalogue import add_product
from app.services.delivery_views import DeliveryKind
from app.services.outbox import delivery_count
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.spreadsheet.layout import ColumnKind
from tests.cli.support import Ended, polka
from tests.services.import_support import write_csv
from tests.services.support import JACKET, add_simple_product
from tests.services.test_import_queue import stock

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(shop: Shop) -> Path:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    return shop.folder


def run(folder: Path, path: Path, *arguments: object) -> Ended:
    return polka("import", "--data", folder, path, *arguments)


def mappings(ended: Ended) -> list[str]:
    return re.findall(r"--mapping (\S+)", ended.out)


def test_every_kind_of_column_has_a_name() -> None:
    assert set(ColumnKind) - set(KINDS) == {ColumnKind.IGNORE}


@pytest.mark.parametrize("meaning", MEANINGS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_warehouses_side_by_side_are_asked_about_whatever_the_file_means(
    folder: Path, meaning: str, language: str
) -> None:
    path = DATA / "warehouses.xls"
    ended = polka("--language", language, "import", "--data", folder, path, "--as", meaning, "--send")
    assert ended.code == 1
    assert "--mapping" in ended.out
    assert "--mapping" in ended.err


@pytest.mark.parametrize(("way", "xl"), [("the total", 40), ("the sum", 5)])
def test_the_total_or_the_sum_of_the_warehouses_is_taken_as_it_is_said(
    shop: Shop, folder: Path, tmp_path: Path, way: str, xl: int
) -> None:
    rows = ["Артикул;Размер;Остаток склад 1;Остаток склад 2;Итого", "SS21CA2N;XL;2;3;40"]
    rows += [f"SS21CA2N;XL{number};1;2;3" for number in range(20)]
    path = write_csv(tmp_path / "f.csv", "\n".join(rows))
    asked = run(folder, path, "--as", "count", "--send")
    assert "for the sum of the warehouses" in asked.err
    total, summed = mappings(asked)
    said = {"the total": total, "the sum": summed}[way]
    assert run(folder, path, "--as", "count", "--send", "--skip-errors", "--mapping", said).code == 1
    assert stock(shop, "SS21CA2N")["XL"] == xl


def test_a_column_that_nobody_named_is_asked_for_among_those_that_there_are(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Когда\nSS21CA2N;XL;2026-11-26")
    ended = run(folder, path, "--as", "receipts", "--send")
    assert "--mapping article=A,size=B,quantity=?,header=1" in ended.err
    assert "A «Артикул», B «Размер», C «Когда»" in ended.out
    assert delivery_count(shop, DeliveryKind.ALL) == 0


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ("article=A,size=B,quantity=Z", "no column Z in the table. Its last column is C"),
        ("article=A,size=B,quantity=ZZZ", "no column ZZZ"),
        ("article=A,size=B,quantity=C,header=9", "no rows below row 9"),
    ],
)
def test_a_column_or_a_row_that_is_not_there_is_no_mapping(
    folder: Path, tmp_path: Path, mapping: str, words: str
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход\nSS21CA2N;XL;2")
    ended = run(folder, path, "--as", "receipts", "--mapping", mapping)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err


def test_a_column_that_only_a_late_row_has_is_there(folder: Path, tmp_path: Path) -> None:
    rows = ["Артикул;Размер", *["SS21CA2N;XL"] * 300, "SS21CA2N;L;2"]
    path = write_csv(tmp_path / "f.csv", "\n".join(rows))
    said = "article=A,size=B,quantity=C,header=1"
    ended = run(folder, path, "--as", "receipts", "--mapping", said, "--json")
    assert (ended.code, json.loads(ended.out)["changes"]) == (0, 1)


def test_a_size_with_a_comma_can_be_mapped(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "a;b;c\nSS21CA2N;1;2")
    said = "header=1,article=A,size:42,5=B,size:XL=C"
    ended = run(folder, path, "--as", "receipts", "--mapping", said, "--json")
    assert json.loads(ended.out)["new_sizes"] == [["SS21CA2N", "42,5"]]


def test_numbers_of_sizes_that_name_the_goods_are_in_the_mapping_that_is_to_be_typed(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    size = SizeDraft("ONE", opening=1, marketplace_size_id=1001)
    add_product(shop, ProductDraft("AC05", "Scarf", marketplace_id=18, sizes=(size,)))
    path = write_csv(tmp_path / "f.csv", "ID размера;Начальный остаток\n1001;2")
    said = mappings(run(folder, path, "--as", "receipts"))[0]
    assert said == "size_id=A,stock=B,header=1"
    assert run(folder, path, "--as", "receipts", "--send", "--mapping", said).code == 0
    assert stock(shop, "AC05") == {"ONE": 3}


def test_a_text_that_can_be_read_in_two_ways_is_not_sent_before_one_is_said(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(DATA / "doubtful.csv", tmp_path))
    ended = run(folder, path, "--as", "receipts", "--send", "--create", "--accept-warnings")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (1, 0)
    assert "Windows-1251: “sku;ив”" in ended.out
    assert "DOS 866: “sku;шт”" in ended.out
    assert "--encoding cp1251 / --encoding cp866" in ended.err
    assert "--encoding" not in run(folder, path, "--as", "receipts", "--encoding", "cp866").out


def test_a_text_in_another_encoding_leads_to_the_option_for_it(folder: Path) -> None:
    ended = run(folder, DATA / "doubtful.csv", "--as", "receipts", "--encoding", "utf-8")
    assert ended.code == 2
    assert "is not in the encoding" in ended.err
    assert "--encoding cp1251" in ended.err


def test_a_mapping_with_a_space_can_be_typed_as_it_stands(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Дата;ONE SIZE;42;44\n2026-11-26;1;2;3")
    asked = run(folder, path, "--as", "receipts")
    assert '--mapping "size:ONE SIZE=B,size:42=C,size:44=D,article=?,header=1" with' in asked.out


@pytest.mark.parametrize("meaning", ["count", "cabinet"])
def test_rows_of_several_warehouses_are_added_up_where_that_is_said(
    shop: Shop, folder: Path, tmp_path: Path, meaning: str
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Остаток\nSS21CA2N;XL;4\nSS21CA2N;XL;5")
    asked = run(folder, path, "--as", meaning)
    assert asked.code == 1
    assert "add --add-up" in asked.out
    more = ("--right", "cabinet") if meaning == "cabinet" else ()
    ended = run(folder, path, "--as", meaning, "--add-up", "--send", *more)
    assert ended.code == 0
    assert "--add-up" not in ended.out
    assert stock(shop, "SS21CA2N")["XL"] == 9


def test_what_is_not_there_leads_to_the_option_that_creates_it(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход\nNEW;XL;4\nSS21CA2N;XS;5")
    assert "products: 1, sizes: 1. Add --create" in run(folder, path, "--as", "receipts").out
    assert "--create" not in run(folder, path, "--as", "receipts", "--create").out


def test_a_table_that_lies_on_its_side_is_turned_where_that_is_said(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;SS21CA2N;SS21CA2N\nРазмер;XL;L\nПриход;2;1")
    asked = run(folder, path, "--as", "receipts", "--send").err
    assert ("add --turn" in asked, "--message" in asked) == (True, False)
    assert run(folder, path, "--as", "receipts", "--send", "--turn").code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 5, "M": 2}


def test_a_message_is_made_a_table_where_that_is_said(shop: Shop, folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.txt", "Приход на 12.11\nSS21CA2N: XL-2, L – 1\nСпасибо!")
    assert "add --message" in run(folder, path, "--as", "receipts", "--send").err
    assert run(folder, path, "--as", "receipts", "--send", "--message").code == 0
    assert stock(shop, "SS21CA2N") == {"XL": 5, "L": 5, "M": 2}


@pytest.mark.parametrize(
    "text",
    [
        "12.11.2026, 10:15 - Иван: приход\nSS21CA2N\nXL-2\n12.11.2026, 10:16 - Асель: L-1",
        "12.11.2026, 10:16 - Иван: SS21CA2N XL - 2\n12.11.2026, 10:17 - Асель: SS21CA2N L - 1",
        "Иван, приход:\nSS21CA2N XL - 2, срочно!\nSS21CA2N L - 1",
        "Приход 12.11.26, 10:30\nSS21CA2N XL - 2\nИван, Алматы",
        "SS21CA2N белый XL - 2\nSS21CA2N чёрный L - 1",
        "возврат SS21CA2N XL 2, обмен",
    ],
)
def test_commas_and_more_words_do_not_hide_that_a_text_is_a_message(
    folder: Path, tmp_path: Path, text: str
) -> None:
    path = write_csv(tmp_path / "f.txt", text)
    assert "add --message" in run(folder, path, "--as", "receipts").out


@pytest.mark.parametrize("text", ["Артикул;Размер\nSS21CA2N;XL", "SS21CA2N;XL;2\nSS21CA2N;L;1"])
def test_a_table_is_no_message(folder: Path, tmp_path: Path, text: str) -> None:
    path = write_csv(tmp_path / "f.csv", text)
    assert "--message" not in run(folder, path, "--as", "receipts").out


def test_a_message_that_says_another_meaning_is_refused(shop: Shop, folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.txt", "Продажа\nSS21CA2N XL - 2")
    refused = run(folder, path, "--as", "receipts", "--send", "--message")
    assert (refused.code, "The message says “Продажа”" in refused.err) == (2, True)
    assert stock(shop, "SS21CA2N") == {"XL": 3, "L": 4, "M": 2}
    assert run(folder, path, "--as", "sold", "--send", "--message").code == 0


def test_a_printed_text_is_imported_by_its_columns_and_comes_back_with_what_happened(
    shop: Shop, folder: Path, tmp_path: Path
) -> None:
    text = (DATA / "frames-cp866.txt").read_bytes().decode("cp866").replace("ПЛТ-7   ", "SS21CA2N")
    path = tmp_path / "f.txt"
    path.write_bytes(text.encode("cp866"))
    report = tmp_path / "back.xlsx"
    said = ("--as", "count", "--send", "--skip-errors", "--report", report)
    run(folder, path, *said)
    assert stock(shop, "SS21CA2N")["M"] == 12
    back = [list(row) for row in openpyxl.load_workbook(report).active.iter_rows(values_only=True)]
    assert back[4][:4] == ["Артикул", "Размер", "Коли- чество", "Цена"]
    assert back[8][:3] == ["SS21CA2N", "M", 12]
    assert back[8][4]


def test_prices_beside_pieces_are_said_not_to_be_sent(folder: Path, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход;Цена\nSS21CA2N;XL;2;50000")
    words = "The prices of the file are not sent. To send them, import it once more with --as price."
    assert words in run(folder, path, "--as", "receipts").out
    assert words not in run(folder, path, "--as", "price").out


def test_a_file_that_is_not_there_and_a_folder_are_said_to_be_that(folder: Path, tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "gone.csv", "The file gone.csv is not there."),
        (tmp_path, "is a folder"),
    ):
        ended = run(folder, path, "--as", "receipts")
        assert ended.code == 2
        assert words in ended.err
