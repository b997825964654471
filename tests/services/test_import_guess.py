"""How a file is understood at once, with what the catalogue knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from app.services.catalogue import add_product
from app.services.import_sheet import fitting_sheets, likely_sheet
from app.services.importing import Guess, guess, open_file
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.templates import Template, write_template
from tests.services.import_support import write_csv


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    for number, article in enumerate(("FW22PK08", "FW22PK11", "FW23CT02"), 1):
        sizes = (SizeDraft("S", f"487001200001{number}", opening=4), SizeDraft("M", opening=2))
        add_product(shop, ProductDraft(article, price=None, sizes=sizes))
    return shop


def guessed(shop: Shop, path: Path, text: str) -> Guess:
    return guess(shop, open_file(write_csv(path / "f.csv", text)).sheets[0])


def test_a_column_of_known_articles_beats_a_better_heading(stocked: Shop, tmp_path: Path) -> None:
    text = "Код товара;Модель;Размер;Приход\nFW22PK08;Пуховик;S;1\nFW22PK11;Парка;M;2\nNEW;Пальто;S;1"
    layout = guessed(stocked, tmp_path, text).layout
    assert [layout.columns[index].kind for index in (1, 2)] == [ColumnKind.ARTICLE, ColumnKind.TITLE]
    assert not layout.columns[1].is_doubtful


def test_where_the_catalogue_knows_neither_of_two_a_person_is_asked(stocked: Shop, tmp_path: Path) -> None:
    text = "Код товара;Модель;Размер;Приход\nA-1;Z-100;S;1\nA-2;Z-200;M;2"
    layout = guessed(stocked, tmp_path, text).layout
    article = layout.find(ColumnKind.ARTICLE)
    assert article is not None
    assert layout.columns[article].is_doubtful
    alone = guessed(stocked, tmp_path, text.replace("Код товара", "Цвет")).layout
    assert not alone.columns[2].is_doubtful


def test_known_barcodes_are_barcodes_whatever_stands_above_them(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Шифр;Приход\n4870012000011;x;1\n4870012000012;y;2"
    layout = guessed(stocked, tmp_path, text).layout
    assert (layout.find(ColumnKind.BARCODE), layout.find(ColumnKind.ARTICLE)) == (1, None)


def test_pieces_are_not_articles_although_articles_may_be_numbers(shop: Shop, tmp_path: Path) -> None:
    for article in ("1", "2", "3", "101"):
        add_product(shop, ProductDraft(article, price=None, sizes=(SizeDraft("S", opening=1),)))
    layout = guessed(shop, tmp_path, "Артикул;Размер;Кол-во\n101;S;1\n102;S;2\n103;M;3").layout
    assert (layout.find(ColumnKind.ARTICLE), layout.find(ColumnKind.QUANTITY)) == (1, 3)


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("old") else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_the_sheet_that_is_understood_is_taken(stocked: Shop, tmp_path: Path) -> None:
    goods: list[list[object]] = [["Артикул", "Размер", "Наличие"], ["FW22PK08", "S", 3]]
    notes: list[list[object]] = [
        ["Уважаемые коллеги!"],
        ["Остатки во второй вкладке."],
        ["Контакт", "Айгуль"],
    ]
    book = open_file(workbook(tmp_path / "a.xlsx", {"old": goods, "Инструкция": notes, "Остатки": goods}))
    assert likely_sheet(stocked, book) == 2
    assert fitting_sheets(stocked, book) == [2]
    bare = open_file(workbook(tmp_path / "b.xlsx", {"old": goods, "Инструкция": notes, "Ещё": notes}))
    assert likely_sheet(stocked, bare) == 1


def test_of_the_tables_of_a_page_the_one_that_is_understood_is_taken(stocked: Shop, tmp_path: Path) -> None:
    path = tmp_path / "report.xls"
    path.write_text(
        "<html><table><tr><td>Страница 1</td></tr></table>"
        "<table><tr><th>Артикул</th><th>Размер</th><th>Остаток</th></tr>"
        "<tr><td>FW22PK08</td><td>S</td><td>3</td></tr></table></html>",
        encoding="utf-8",
    )
    assert likely_sheet(stocked, open_file(path)) == 1


def test_the_sheet_that_explains_a_template_is_not_one_that_fits_as_well(
    stocked: Shop, tmp_path: Path
) -> None:
    for template in Template:
        path = tmp_path / f"{template}.xlsx"
        write_template(path, template)
        assert fitting_sheets(stocked, open_file(path)) == [0]
