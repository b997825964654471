"""The page *Import*: what it asks and says before anything is sent, and what it says of another file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.editing import queue_action
from app.services.import_rows import Part
from app.spreadsheet.meaning import Meaning
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.i18n import Language
from app.ui.main_window import PRODUCTS, MainView
from app.ui.models.import_check_model import CheckColumn
from app.ui.models.planned_model import PlannedColumn
from app.ui.pages.import_page import ImportPage
from app.ui.widgets.import_steps import Step
from app.ui.widgets.log_table import LEAST_STRETCHED
from app.ui.widgets.products_header import ProductsHeader
from tests.services.import_support import write_csv
from tests.services.support import add_simple_product
from tests.ui.import_window import checked, import_window, opened, settled

DATA = Path(__file__).parents[1] / "data"
UNKNOWN = "Артикул;Размер;Приход\nJACKET;XS;2\nBOOTS;40;1\nJACKET;XL;1"
KNOWN = "Артикул;Размер;Приход\nJACKET;XL;1"


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The window's inside, with two products, at the page *Import*."""
    add_simple_product(context.shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    add_simple_product(context.shop, "COAT", {"M": 1}, price=Decimal(90000), marketplace_id=18)
    return import_window(context, language, qtbot)


@pytest.fixture
def page(view: MainView) -> ImportPage:
    QAbstractItemModelTester(view.importing.check_step.model, view.importing)
    QAbstractItemModelTester(view.importing.send_step.model, view.importing)
    return view.importing


@pytest.fixture
def hiding(tmp_path: Path) -> Path:
    """A workbook with a row that is filtered out, and an empty one that is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Артикул", "Размер", "Приход"], ["JACKET", "XL", 2], ["JACKET", "L", 5]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[9].hidden = True
    path = tmp_path / "hiding.xlsx"
    book.save(path)
    return path


def cells(model: QAbstractItemModel, column: int) -> Sequence[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def planned(page: ImportPage) -> Sequence[int]:
    result = page.flow.result
    return [] if result is None else [row.quantity for row in result.plan.rows]


def test_nothing_of_the_file_before_stands_over_the_check_of_the_next(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "one.csv", UNKNOWN))
    step = page.check_step
    assert step.newcomers.isVisible()
    assert step.remark.words.text()
    page.anew.click()
    lines = "\n".join(f"JACKET;XL;{number % 7 + 1}" for number in range(100_000))
    opened(page, qtbot, write_csv(tmp_path / "other.csv", f"Артикул;Размер;Приход\n{lines}"))
    page.go_on()
    page.go_on()
    assert page.flow.result is None
    assert step.isVisible()
    assert not step.newcomers.isVisible()
    assert not step.remark.words.text()
    page.flow.leave()


def test_a_question_about_numbers_is_gone_with_its_file(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(page, qtbot, write_csv(tmp_path / "one.csv", "Артикул;Цена\nJACKET;1,234\nCOAT;2,345"))
    page.preview.meanings.choose(Meaning.PRICE)
    page.go_on()
    qtbot.waitUntil(page.columns_step.questions.isVisible)
    page.go_on()
    settled(page, qtbot)
    assert page.check_step.questions.isVisible()
    page.flow.leave()
    opened(page, qtbot, write_csv(tmp_path / "other.csv", KNOWN))
    page.go_on()
    assert not page.columns_step.questions.isVisible()
    page.go_on()
    assert not page.check_step.questions.isVisible()
    settled(page, qtbot)
    page.flow.leave()
    opened(page, qtbot, tmp_path / "one.csv")
    page.preview.meanings.choose(Meaning.PRICE)
    page.go_on()
    qtbot.waitUntil(page.columns_step.questions.isVisible)


def test_each_level_stands_alone_and_what_is_left_out_is_no_grey_note(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", UNKNOWN + "\nJACKET;L;две\nCOAT;M;нет\nCOAT;M;3"))
    step = page.check_step
    rows: dict[Part, Sequence[str]] = {}
    for part in (Part.ERRORS, Part.WARNINGS, Part.NOTES):
        step.filters.choose(part)
        rows[part] = cells(step.model, CheckColumn.ROW)
    assert rows == {Part.ERRORS: ["5"], Part.WARNINGS: ["2", "3"], Part.NOTES: ["6"]}
    step.filters.choose(Part.WARNINGS)
    remark = step.model.index(0, CheckColumn.REMARK)
    assert remark.data(Qt.ItemDataRole.ForegroundRole).name() == context.theme.color("warn")
    assert step.filters.button(Part.NOTES).text() == "Notes 1"


def test_prices_beside_pieces_are_said_not_to_be_sent(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход;Цена\nJACKET;XL;2;71000"))
    price = page.check_step.model.index(0, CheckColumn.PRICE)
    assert price.data() == "71,000"
    assert price.data(Qt.ItemDataRole.ForegroundRole).name() == context.theme.color("mute")
    assert "prices in the file are not sent" in page.bar.words
    page.go_on()
    assert "prices in the file are not sent" in page.send_step.left_out.text()
    page.flow.leave()
    checked(page, qtbot, write_csv(tmp_path / "g.csv", KNOWN))
    assert "not sent" not in page.bar.words


def test_nothing_is_sent_before_it_is_said_what_to_do_with_hidden_rows(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    opened(page, qtbot, hiding)
    assert page.preview.hidden.isVisible()
    assert not page.preview.hidden.without.isChecked()
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    question = page.check_step.hidden
    assert question.isVisible()
    assert not page.bar.next.isEnabled()
    assert "hidden rows" in page.bar.words
    page.go_on()
    assert page.step is Step.CHECK
    question.without.click()
    assert page.bar.next.isEnabled()
    assert planned(page) == [2]
    question.with_them.click()
    settled(page, qtbot)
    assert planned(page) == [2, 5]
    page.check_step.undo.click()
    settled(page, qtbot)
    assert not question.with_them.isChecked()
    assert not page.bar.next.isEnabled()
    question.without.click()
    page.go_on()
    assert page.step is Step.SEND
    assert "1 hidden row is left out." in page.send_step.left_out.text()


def test_nothing_is_sent_before_it_is_said_what_to_do_with_struck_rows_beside_hidden_ones(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    book = openpyxl.load_workbook(hiding)
    sheet = book.worksheets[0]
    for column, value in enumerate(("JACKET", "XL", 4), 1):
        sheet.cell(5, column, value).font = Font(strike=True)
    book.save(hiding)
    opened(page, qtbot, hiding)
    assert page.preview.struck.isVisible()
    page.preview.hidden.without.click()
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    question = page.check_step.struck
    assert question.isVisible()
    assert not question.without.isChecked()
    assert not page.bar.next.isEnabled()
    assert "struck out" in page.bar.words
    question.with_them.click()
    settled(page, qtbot)
    assert planned(page) == [6]
    question.without.click()
    settled(page, qtbot)
    assert planned(page) == [2]
    page.go_on()
    assert page.step is Step.SEND
    assert "What is struck out in 1 row is left out." in page.send_step.left_out.text()


def test_an_answer_of_the_first_step_is_enough_and_is_asked_anew_for_the_next_file(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    opened(page, qtbot, hiding)
    page.preview.hidden.without.click()
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    assert page.check_step.hidden.without.isChecked()
    assert page.bar.next.isEnabled()
    page.flow.leave()
    opened(page, qtbot, hiding)
    assert not page.preview.hidden.without.isChecked()


def test_the_first_rows_show_what_the_file_strikes_out(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    book = openpyxl.load_workbook(hiding)
    book.worksheets[0]["C2"].font = Font(strike=True)
    book.save(hiding)
    opened(page, qtbot, hiding)
    model, down, role = page.preview.model, Qt.Orientation.Vertical, Qt.ItemDataRole
    assert [model.headerData(row, down) for row in range(3)] == ["1", "2, struck out", "3, hidden"]
    assert "struck out" in model.headerData(1, down, role.ToolTipRole)
    assert model.index(1, 2).data(role.FontRole).strikeOut()
    assert model.index(1, 1).data(role.FontRole) is None
    assert model.index(1, 2).data(role.ForegroundRole) is not None
    page.preview.struck.with_them.click()
    assert model.index(1, 2).data(role.ForegroundRole) is None
    assert model.index(1, 2).data(role.FontRole).strikeOut()


def test_the_first_rows_show_which_of_them_the_file_hides(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    opened(page, qtbot, hiding)
    model, down, role = page.preview.model, Qt.Orientation.Vertical, Qt.ItemDataRole
    assert [model.headerData(row, down) for row in range(3)] == ["1", "2", "3, hidden"]
    assert "filtered out" in model.headerData(2, down, role.ToolTipRole)
    assert model.headerData(1, down, role.ToolTipRole) is None
    assert model.index(1, 0).data(role.ForegroundRole) is None
    assert model.index(2, 0).data(role.ForegroundRole) is not None
    page.preview.hidden.with_them.click()
    assert model.index(2, 0).data(role.ForegroundRole) is None
    assert model.headerData(2, down) == "3, hidden"


def test_what_is_undone_and_done_again_goes_to_the_next_line_together(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    checked(page, qtbot, hiding)
    step = page.check_step
    for width in range(300, 1000, 20):
        step.resize(width, 500)
        undo, redo = (button.mapTo(step, QPoint()) for button in (step.undo, step.redo))
        assert undo.y() == redo.y()


def test_hidden_rows_with_nothing_in_them_are_in_nobodys_way(
    page: ImportPage, qtbot: QtBot, hiding: Path
) -> None:
    book = openpyxl.load_workbook(hiding)
    book.worksheets[0].row_dimensions[3].hidden = False
    book.save(hiding)
    checked(page, qtbot, hiding)
    assert not page.check_step.hidden.isVisible()
    assert page.bar.next.isEnabled()


def test_what_the_new_stock_changed_in_the_plan_is_marked(
    page: ImportPage, context: UiContext, view: MainView, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Размер;Остаток\nCOAT;M;7\nJACKET;XL;9"))
    page.go_on()
    queue_action(context.shop, "JACKET", Action.RECEIPTS, {"XL": 1}, None, "anna")
    qtbot.waitUntil(lambda: not page.flow.is_checked)
    with qtbot.waitSignal(page.flow.outdated):
        page.go_on()
    model = page.send_step.model
    assert cells(model, PlannedColumn.CHANGES) == ["M: 1 → 7", "Changed: XL: 4 → 9"]
    assert "1 delivery" in view.message
    marked = model.index(1, PlannedColumn.CHANGES)
    assert marked.data(Qt.ItemDataRole.ForegroundRole).name() == context.theme.color("warn")
    qtbot.waitUntil(page.bar.next.isEnabled)
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()


def test_the_deliveries_of_the_file_before_are_none_that_changed(
    page: ImportPage, context: UiContext, view: MainView, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Артикул;Размер;Остаток\nCOAT;M;7\nJACKET;XL;9"
    checked(page, qtbot, write_csv(tmp_path / "ours.csv", text))
    opened(page, qtbot, write_csv(tmp_path / "theirs.csv", text))
    page.flow.set_meaning(Meaning.CABINET)
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    page.go_on()
    queue_action(context.shop, "JACKET", Action.RECEIPTS, {"XL": 1}, None, "anna")
    qtbot.waitUntil(lambda: not page.flow.is_checked)
    with qtbot.waitSignal(page.flow.outdated):
        page.go_on()
    assert page.send_step.changed == 0
    assert "look again" in view.message


def test_an_empty_clipboard_is_no_empty_file(
    page: ImportPage, view: MainView, context: UiContext, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("\n \t\n")
    QTest.keyClick(page.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "no cells to paste" in view.message
    assert not view.message_line.is_error
    assert page.flow.progress is None
    assert not (context.shop.folder / "imports").exists()


def test_why_a_file_was_not_taken_does_not_stand_over_the_next_good_one(
    page: ImportPage, view: MainView, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open(DATA / "pdf.xls")
    qtbot.waitUntil(lambda: view.message_line.is_error)
    opened(page, qtbot, write_csv(tmp_path / "f.csv", KNOWN))
    assert not view.message


def test_what_an_undone_import_types_is_named_before(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", KNOWN))
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    page.go_on()
    history = page.start.history
    qtbot.waitUntil(history.undo.isEnabled)
    history.undo.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Confirmation))
    box = QApplication.activeModalWidget()
    assert isinstance(box, Confirmation)
    assert "«sold» of as many pieces" in box.text()
    box.reject()


def test_a_repeated_file_does_not_say_that_the_first_one_sent_nothing(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", KNOWN)
    for _ in range(2):
        checked(page, qtbot, path)
        page.go_on()
        settled(page, qtbot)
        page.go_on()
        qtbot.waitUntil(lambda: page.flow.is_sent or QApplication.activeModalWidget() is not None)
        if page.flow.is_sent:
            page.go_on()
    box = QApplication.activeModalWidget()
    assert isinstance(box, Confirmation)
    assert "not sent again yet" in box.text()
    box.reject()


def has_room(table: QTableView, column: int, text: str) -> bool:
    """Whether a cell shows this text whole."""
    return table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(text) + 16


def test_no_figure_of_the_import_is_cut(page: ImportPage, view: MainView) -> None:
    check, send, typed = page.check_step.table, page.send_step.table, view.products.table.view
    assert has_room(check, CheckColumn.SIZE, "2026-10-12")
    assert has_room(check, CheckColumn.NUMBER, "−125,800")
    assert has_room(send, PlannedColumn.PIECES, "+1,125,800")
    assert has_room(typed, 2, "−12,000")


def test_a_remark_keeps_its_room_in_a_narrow_window(
    page: ImportPage, view: MainView, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", UNKNOWN))
    table = page.check_step.table
    assert not table.isColumnHidden(CheckColumn.PRICE)
    view.setMinimumWidth(800)
    view.resize(853, 533)
    qtbot.waitUntil(lambda: table.columnWidth(CheckColumn.REMARK) >= LEAST_STRETCHED)
    assert table.isColumnHidden(CheckColumn.PRICE)
    view.resize(1280, 800)
    qtbot.waitUntil(lambda: not table.isColumnHidden(CheckColumn.PRICE))


def test_a_hint_that_has_no_room_is_not_there_in_part(view: MainView, qtbot: QtBot) -> None:
    header = view.products.findChild(ProductsHeader)
    view.show_page(PRODUCTS)
    assert isinstance(header, ProductsHeader)
    assert header.hint.is_whole
    view.setMinimumWidth(800)
    view.resize(853, 533)
    qtbot.waitUntil(lambda: not header.hint.is_whole)
    picture = header.hint.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) <= 1
