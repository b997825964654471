"""What the page *Import* does where a file can be understood in several ways."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.arriving_files import prepare_file
from app.services.import_keeping import remember
from app.services.progress import Progress
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import Meaning
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.models.import_history_model import HistoryColumn
from app.ui.pages.import_page import ImportPage
from tests.services.import_support import write_csv
from tests.services.support import add_simple_product
from tests.ui.import_window import checked, import_window, opened, settled


@pytest.fixture
def page(context: UiContext, language: Language, qtbot: QtBot) -> ImportPage:
    """The page *Import* of a window with one product."""
    add_simple_product(context.shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    return import_window(context, language, qtbot).importing


def test_what_nothing_in_the_file_says_is_asked(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    opened(page, qtbot, write_csv(tmp_path / "a.csv", "Артикул;Размер;Кол-во\nJACKET;XL;2"))
    assert page.preview.meanings.property("doubt")
    assert "does not say for sure" in page.preview.notes.text()
    page.preview.meanings.activated.emit(page.preview.meanings.currentIndex())
    assert not page.preview.meanings.property("doubt")
    assert not page.preview.notes.isVisible()


def test_another_meaning_takes_the_column_that_speaks_of_it(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Артикул;Размер;Приход;Расход;Конечный остаток\nJACKET;XL;2;1;4"
    opened(page, qtbot, write_csv(tmp_path / "a.csv", text))
    for meaning, column in ((Meaning.RECEIPTS, 3), (Meaning.SOLD, 4), (Meaning.RECEIPTS, 3)):
        page.preview.meanings.choose(meaning)
        assert page.flow.draft.layout.find(ColumnKind.QUANTITY) == column
    page.flow.set_layout(page.flow.draft.layout.with_column(5, ColumnKind.QUANTITY))
    page.preview.meanings.choose(Meaning.SOLD)
    assert page.flow.draft.layout.find(ColumnKind.QUANTITY) == 5, "a person has said so"


def test_tables_without_names_are_told_apart(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "report.xls"
    tables = ("<tr><td>1</tr>", "<tr><td>Артикул<td>Размер<td>Остаток</tr><tr><td>JACKET<td>L<td>3</tr>")
    page_text = "".join(f"<table>{rows}</table>" for rows in tables)
    path.write_text(f"<html>{page_text}</html>", encoding="utf-8")
    opened(page, qtbot, path)
    sheets = page.preview.sheets
    assert [sheets.itemText(place) for place in range(sheets.count())] == ["Table 1", "Table 2"]
    assert sheets.value == 1


def test_a_file_that_says_otherwise_than_the_last_is_asked_about_once(
    context: UiContext, page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    table = "Артикул;Размер;Кол-во\nJACKET;XL;2"
    opened(page, qtbot, write_csv(tmp_path / "a.csv", table))
    remember(context.shop, replace(page.flow.draft, meaning=Meaning.RECEIPTS))
    sold = write_csv(tmp_path / "b.csv", f"Отчёт о продажах;;\n{table}")
    opened(page, qtbot, sold)
    assert page.flow.draft.meaning is Meaning.SOLD
    assert page.preview.meanings.property("doubt")
    assert "the last one with these headings" in page.preview.notes.text()
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    page.flow.send()
    qtbot.waitUntil(lambda: page.flow.is_sent)
    opened(page, qtbot, write_csv(tmp_path / "c.csv", f"Отчёт о продажах;;\n{table}\nJACKET;L;1"))
    assert page.flow.draft.meaning is Meaning.SOLD
    assert not page.preview.meanings.property("doubt")


def test_an_import_whose_meaning_is_in_doubt_is_marked_in_the_history(
    context: UiContext, page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "Продажи.csv", "Артикул;Размер;Кол-во\nJACKET;XL;2")
    prepare_file(context.shop, path, Progress())
    page.flow.leave()
    model = page.start.history.model
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    row = model.row_at(0)
    assert row is not None
    assert model.text(row, HistoryColumn.MEANING) == "Sold?"
    assert "for sure" in model.data(model.index(0, HistoryColumn.MEANING), Qt.ItemDataRole.ToolTipRole)


def test_a_hidden_column_that_is_taken_is_named(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Артикул", "Размер", "Кол-во"], ["JACKET", "XL", 2]):
        sheet.append(row)
    sheet.column_dimensions["C"].hidden = True
    book.save(tmp_path / "a.xlsx")
    opened(page, qtbot, tmp_path / "a.xlsx")
    page.go_on()
    assert page.columns_step.state.text().endswith("Hidden in the file: Кол-во.")
    assert "hidden in the file" in page.columns_step.header.boxes[3].accessibleName()


def test_a_title_has_the_room_of_the_empty_cells_beside_it(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    table = "Поступление товаров № 7 от 26.11.2026;;\nАртикул;Размер;Кол-во\nJACKET;XL;2"
    opened(page, qtbot, write_csv(tmp_path / "a.csv", table))
    assert [page.preview.table.columnSpan(row, 0) for row in range(3)] == [3, 1, 1]
    opened(page, qtbot, write_csv(tmp_path / "b.csv", table.partition("\n")[2]))
    assert page.preview.table.columnSpan(0, 0) == 1


def test_other_sheets_that_fit_are_named_until_a_person_chooses_one(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    book, path = Workbook(), tmp_path / "a.xlsx"
    for name in ("Ноябрь", "Декабрь"):
        sheet = book.create_sheet(name)
        for row in (["Артикул", "Размер", "Приход"], ["JACKET", "XL", 2]):
            sheet.append(row)
    book.save(path)
    opened(page, qtbot, path)
    assert page.preview.sheets.property("doubt")
    assert "look like goods as well: Декабрь." in page.preview.notes.text()
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    assert "1 sheet that looks like goods as well is left out." in page.send_step.left_out.text()
    page.preview.sheets.choose(2)
    qtbot.waitUntil(lambda: page.flow.draft.sheet == 2)
    assert not page.preview.sheets.property("doubt")
    assert "as well" not in page.preview.notes.text()


def test_where_nothing_is_to_be_sent_nobody_is_led_to_the_sending(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "a.csv", "Артикул;Размер;Кол-во\nJACKET;XL;\nJACKET;L;"))
    assert page.bar.words.startswith("There is nothing to send")
    assert not page.bar.next.isEnabled()
    checked(page, qtbot, write_csv(tmp_path / "b.csv", "Артикул;Размер;Кол-во\nJACKET;XL;1\nJACKET;L;"))
    assert page.bar.next.isEnabled()
