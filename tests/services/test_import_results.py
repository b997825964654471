"""The workbook of an import back from the history, and imported once more."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from app.domain.errors import SpreadsheetError
from app.services.deciding import cancel
from app.services.delivery_views import DeliveryKind
from app.services.import_applying import apply_counts, apply_links
from app.services.import_keeping import prepare
from app.services.import_results import WantedResults, save_results
from app.services.import_views import ImportDraft
from app.services.importing import content_of, guess, open_file
from app.services.outbox import delivery_rows
from app.services.progress import Progress
from app.services.reconciling import Verdict
from app.services.shop import Shop
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.report.mark import read_mark
from tests.services.import_support import draft_of, imported, planned, write_csv
from tests.services.support import add_simple_product, refuse_all

RECEIPTS = "Артикул;Размер;Кол-во\nJACKET;XL;2\nJACKET;L;две\nGONE;M;1\nCOAT;M;4"


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000), marketplace_id=17)
    add_simple_product(shop, "COAT", {"M": 1}, price=Decimal(90000), marketplace_id=18)
    return shop


def results(
    shop: Shop, import_id: int, folder: Path, *, only_failed: bool = False
) -> list[tuple[Any, ...]]:
    """What stands in each row below the header: article, then status and reason."""
    target = folder / "results.xlsx"
    save_results(shop, target, WantedResults(import_id, only_failed), str, Progress())
    head, *rows = openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True)
    status = head.index("Status")
    return [(row[0], row[status], row[status + 1]) for row in rows]


def test_the_results_are_those_of_now(stocked: Shop, tmp_path: Path) -> None:
    number = imported(stocked, draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS))
    not_a_number = "“две” is not a number. Pieces are a whole number, for example 2."
    assert results(stocked, number, tmp_path) == [
        ("JACKET", "queued", None),
        ("JACKET", "not imported", not_a_number),
        ("GONE", "not imported", "There is no such product or size."),
        ("COAT", "queued", None),
    ]
    refuse_all(stocked)
    add_simple_product(stocked, "GONE", {"M": 0}, price=Decimal(1))
    left = [
        ("JACKET", "not imported", not_a_number),
        ("GONE", "not imported", "There was no such product or size when it was imported."),
    ]
    assert results(stocked, number, tmp_path, only_failed=True) == left
    decide = "Repeat or withdraw it on the page Deliveries."
    assert results(stocked, number, tmp_path)[0] == ("JACKET", "rejected", decide)


def test_rejected_pieces_are_not_counted_twice_by_importing_what_came_back(
    stocked: Shop, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nJACKET;XL;2")
    number = imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    refuse_all(stocked)
    results(stocked, number, tmp_path)
    assert left_to_do(stocked, tmp_path / "results.xlsx") == []
    cancel(stocked, delivery_rows(stocked, DeliveryKind.ALL, 0, 9)[0].id)
    assert [row[1] for row in results(stocked, number, tmp_path)] == ["withdrawn"]
    assert left_to_do(stocked, tmp_path / "results.xlsx") == [("JACKET", "XL", 2)]


def left_to_do(shop: Shop, back: Path, meaning: Meaning = Meaning.RECEIPTS) -> list[tuple[str, str, int]]:
    found = guess(shop, open_file(back).sheets[0], read_mark(back))
    draft = ImportDraft(back, content_of(back), found.layout, meaning)
    assert draft.layout.width == 3
    return [(row.article, row.size, row.quantity) for row in planned(shop, draft)[1].rows]


def test_a_count_that_had_nothing_to_do_is_no_change_also_later(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Остаток\nJACKET;XL;3\nCOAT;M;5"
    number = imported(stocked, draft_of(stocked, write_csv(tmp_path / "f.csv", text), Meaning.COUNT))
    more = write_csv(tmp_path / "more.csv", "Артикул;Размер;Кол-во\nJACKET;XL;2")
    imported(stocked, draft_of(stocked, more, Meaning.RECEIPTS))
    assert [row[1] for row in results(stocked, number, tmp_path)] == ["no change", "queued"]


def test_numbers_and_counts_that_become_no_delivery_are_told_too(stocked: Shop, tmp_path: Path) -> None:
    links = draft_of(
        stocked, write_csv(tmp_path / "l.csv", "Артикул;ID товара\nJACKET;99\nGONE;98"), Meaning.LINKS
    )
    number = prepare(stocked, links)
    checked, plan = planned(stocked, links)
    apply_links(stocked, number, plan, checked)
    assert [row[1] for row in results(stocked, number, tmp_path)] == ["no change", "not imported"]
    counts = draft_of(
        stocked,
        write_csv(tmp_path / "c.csv", "Артикул;Размер;Остаток\nJACKET;XL;1\nCOAT;M;1"),
        Meaning.CABINET,
    )
    number = prepare(stocked, counts)
    checked, plan = planned(stocked, counts)
    apply_counts(stocked, number, plan, checked, Verdict.CABINET)
    assert [row[1] for row in results(stocked, number, tmp_path)] == ["compared", "compared"]


def test_a_file_that_is_gone_or_changed_is_said_and_nothing_is_written(
    stocked: Shop, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    number = imported(stocked, draft_of(stocked, path, Meaning.RECEIPTS))
    write_csv(path, "Артикул;Размер;Кол-во\nCOAT;M;1")
    with pytest.raises(SpreadsheetError, match=r"f\.csv was changed after it was imported"):
        results(stocked, number, tmp_path)
    path.unlink()
    with pytest.raises(SpreadsheetError, match=r"f\.csv is not in .* any more"):
        results(stocked, number, tmp_path)
    assert not list(tmp_path.glob("*.xlsx"))


def test_the_workbook_that_came_back_is_imported_for_what_is_left(stocked: Shop, tmp_path: Path) -> None:
    number = imported(stocked, draft_of(stocked, write_csv(tmp_path / "f.csv", RECEIPTS), Meaning.RECEIPTS))
    back = tmp_path / "back.xlsx"
    save_results(stocked, back, WantedResults(number), str, Progress())
    workbook = openpyxl.load_workbook(back)
    workbook.worksheets[0]["C3"] = 7
    workbook.save(back)
    assert left_to_do(stocked, back) == [("JACKET", "L", 7)]


def test_a_row_that_is_struck_out_says_that_it_was_left_out(stocked: Shop, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Артикул", "Размер", "Кол-во"], ["JACKET", "XL", 2], ["COAT", "M", 9]):
        sheet.append(row)
    sheet["A3"].font = Font(strike=True)
    book.save(tmp_path / "f.xlsx")
    draft = draft_of(stocked, tmp_path / "f.xlsx", Meaning.RECEIPTS)
    assert results(stocked, imported(stocked, draft), tmp_path) == [
        ("JACKET", "queued", None),
        ("COAT", "left out", "The row is struck out in the file."),
    ]


def test_a_row_that_is_left_out_says_why(stocked: Shop, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    rows = [["Артикул", "Размер", "Кол-во"], ["JACKET", "XL", 2], ["JACKET", "L", "нет"], ["JACKET", "L"]]
    for row in [*rows, ["COAT", "M", 9], rows[0], ["Итого", None, 11]]:
        sheet.append(row)
    sheet.row_dimensions[5].hidden = True
    book.save(tmp_path / "f.xlsx")
    draft = draft_of(stocked, tmp_path / "f.xlsx", Meaning.RECEIPTS)
    assert results(stocked, imported(stocked, draft), tmp_path) == [
        ("JACKET", "queued", None),
        ("JACKET", "left out", "Read as 0."),
        ("JACKET", "left out", "There is no number, or it is 0."),
        ("COAT", "left out", "The row is hidden in the file."),
        ("Артикул", "left out", "These are the headings once more."),
        ("Итого", "left out", "A row of totals is not imported."),
    ]
    path = tmp_path / "results.xlsx"
    came_back = openpyxl.load_workbook(path)
    came_back.worksheets[0]["C4"] = 3
    came_back.worksheets[0].row_dimensions[5].hidden = False
    came_back.save(path)
    assert left_to_do(stocked, path) == [("JACKET", "L", 3), ("COAT", "M", 9)]


def test_a_row_that_only_repeats_another_is_not_left_to_do(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Факт\nJACKET;XL;5\nJACKET;XL;5")
    number = imported(stocked, draft_of(stocked, path, Meaning.COUNT))
    once = "The same article, size and number as in row 2; it is taken once."
    assert results(stocked, number, tmp_path)[1] == ("JACKET", "repeats another row", once)
    more = write_csv(tmp_path / "more.csv", "Артикул;Размер;Кол-во\nJACKET;XL;2")
    imported(stocked, draft_of(stocked, more, Meaning.RECEIPTS))
    assert left_to_do(stocked, tmp_path / "results.xlsx", Meaning.COUNT) == []
