"""Results that were saved in another format come back: what is delivered does not come a second time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.services import import_left_out, import_results
from app.services.arriving_files import prepare_file
from app.services.import_checking import begin_import, check_import
from app.services.import_results import WantedResults, save_results
from app.services.importing import content_of
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.words import STATES
from app.spreadsheet.report.told import told_mark
from app.spreadsheet.sheet import Cell
from tests.services.import_support import imported, write_csv
from tests.services.support import add_simple_product
from tests.spreadsheet.russian import in_russian

HEADS = "Артикул;Размер;Кол-во;Статус;Причина;Доставлено"
BACK = f"""{HEADS}
    JACKET;XL;2;доставлено;;26.11.2026 8:40
    JACKET;L;3;не импортировано;Такого товара или размера нет.;
    COAT;M;4;отклонено;Нет такой карточки.;
    COAT;S;5;будет отправлено;;"""


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3, "L": 4}, marketplace_id=17)
    add_simple_product(shop, "COAT", {"M": 1, "S": 1}, marketplace_id=18)
    return shop


def sizes_taken(shop: Shop, path: Path) -> list[tuple[str, str]]:
    beginning = begin_import(shop, path, None, "", Progress())
    assert beginning.is_returned
    result = check_import(shop, beginning.draft, None, Progress())
    return [(row.article, row.size) for row in result.plan.rows]


def test_only_what_is_left_to_do_is_taken_of_results_without_names(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "back.csv", BACK)
    assert sizes_taken(stocked, path) == [("JACKET", "L"), ("COAT", "S")]
    assert prepare_file(stocked, path, Progress()) is None
    english = BACK.replace("Статус;Причина;Доставлено", "Status;Reason;Delivered").replace(
        "доставлено", "delivered"
    )
    assert sizes_taken(stocked, write_csv(path, english)) == [("JACKET", "L"), ("COAT", "S")]


def test_a_count_that_was_refused_is_left_to_do(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "back.csv", BACK.replace("Кол-во", "Остаток"))
    assert sizes_taken(stocked, path) == [("JACKET", "L"), ("COAT", "M"), ("COAT", "S")]


@pytest.mark.parametrize("status", ["выдан", "доставлено курьером", ""])
def test_columns_of_orders_that_are_called_alike_are_not_ours(status: str) -> None:
    rows: list[list[Cell]] = [list(HEADS.split(";")), ["JACKET", "XL", 2.0, status, "", ""]]
    assert told_mark(rows) is None


def test_every_word_of_ours_is_known_in_both_languages() -> None:
    own = [import_results._SO_ALREADY, import_results._COMPARED, import_results._NOT_IMPORTED]
    own += [import_results._WOULD_BE_SENT, import_left_out._STAYS]
    own += [import_left_out._LEFT_OUT, import_left_out._REPEATS]
    for text in [*STATES.values(), *own]:
        for status in (text.source, in_russian(text)):
            rows: list[list[Cell]] = [list(HEADS.split(";")), ["JACKET", "XL", 2.0, status, "", ""]]
            assert told_mark(rows) is not None, status


def test_results_of_results_without_names_replace_their_columns(stocked: Shop, tmp_path: Path) -> None:
    path, again = write_csv(tmp_path / "back.csv", BACK), tmp_path / "again.xlsx"
    draft = begin_import(stocked, path, None, "", Progress()).draft
    number = imported(stocked, replace(draft, content=content_of(path)))
    save_results(stocked, again, WantedResults(number), str, Progress())
    rows = list(load_workbook(again).worksheets[0].values)
    assert rows[0] == ("Артикул", "Размер", "Кол-во", "Status", "Reason", "Delivered")
    assert [row[3] for row in rows[1:]] == ["доставлено", "queued", "отклонено", "queued"]
    assert sizes_taken(stocked, again) == []
