"""The page *Import*: a real file through the four steps of the real window."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.import_history import import_rows
from app.services.import_rows import Part
from app.services.import_views import Creating, ImportState
from app.services.outbox import delivery_rows
from app.services.views import ProductFilter
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.numbers import Reading
from app.ui.context import UiContext
from app.ui.dialogs.confirmation import Confirmation
from app.ui.format import NO_BREAK
from app.ui.i18n import Language
from app.ui.main_window import MainView
from app.ui.models.import_check_model import CheckColumn
from app.ui.models.import_history_model import HistoryColumn
from app.ui.models.planned_model import PlannedColumn
from app.ui.pages.import_page import ImportPage
from app.ui.pages.importing.preview_view import COLUMN_WIDTH
from app.ui.widgets.import_steps import Step
from tests.services.import_support import write_csv
from tests.services.support import add_simple_product
from tests.ui.import_window import checked, import_window, opened, settled

DATA = Path(__file__).parents[1] / "data"
RECEIPTS = """Артикул;Размер;Кол-во;Цена
JACKET;XL;2;82000
JACKET;ХL;1;82000
JACKET;L;две;82000
;M;4;90000
COAT;M;3;90000
BOOTS;40;1;34900"""


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The window's inside, with two products, at the page *Import*."""
    add_simple_product(context.shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000))
    add_simple_product(context.shop, "COAT", {"M": 1}, price=Decimal(90000), marketplace_id=18)
    return import_window(context, language, qtbot)


@pytest.fixture
def page(view: MainView) -> ImportPage:
    QAbstractItemModelTester(view.importing.check_step.model, view.importing)
    QAbstractItemModelTester(view.importing.preview.model, view.importing)
    QAbstractItemModelTester(view.importing.start.history.model, view.importing)
    QAbstractItemModelTester(view.importing.send_step.model, view.importing)
    return view.importing


def remarks(page: ImportPage) -> list[tuple[str, str]]:
    model = page.check_step.model
    return [
        (str(model.index(n, CheckColumn.ROW).data()), str(model.index(n, CheckColumn.REMARK).data()))
        for n in range(model.rowCount())
    ]


def sent_rows(context: UiContext) -> set[tuple[str, Action]]:
    rows = delivery_rows(context.shop, DeliveryKind.ALL, 0, 99)
    return {(row.article, row.action) for row in rows}


def test_a_file_goes_through_all_steps_and_only_the_last_one_sends(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "приход.csv", RECEIPTS)
    opened(page, qtbot, path)
    assert page.step is Step.FILE
    assert page.preview.meanings.value is Meaning.RECEIPTS
    assert page.preview.model.index(1, 0).data() == "JACKET"
    page.go_on()
    assert page.step is Step.COLUMNS
    assert "JACKET · XL · 2" in page.columns_step.read_words
    page.go_on()
    settled(page, qtbot)
    assert page.step is Step.CHECK
    rows = page.flow.result
    assert rows is not None
    assert [rows.rows.count(part) for part in Part] == [6, 2, 2, 0, 0]
    assert not sent_rows(context)
    page.go_on()
    assert page.step is Step.SEND
    assert not sent_rows(context)
    planned = page.send_step.model
    shown = [[planned.index(row, column).data() for column in PlannedColumn] for row in range(2)]
    assert shown == [["JACKET", "receipts", "+3", "XL: 3 → 6"], ["COAT", "receipts", "+3", "M: 1 → 4"]]
    with qtbot.waitSignal(page.flow.sent):
        QTest.mouseClick(page.bar.next, Qt.MouseButton.LeftButton)
    assert sent_rows(context) == {("JACKET", Action.RECEIPTS), ("COAT", Action.RECEIPTS)}
    qtbot.waitUntil(page.send_step.batch.isVisible)
    assert "приход.csv" in page.send_step.batch.words
    assert import_rows(context.shop, 9)[0].state is ImportState.QUEUED


def test_a_row_of_totals_is_no_error(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nJACKET;XL;2\nИтого;;2"))
    result = page.flow.result
    assert result is not None
    assert result.summary.failed == 0
    assert result.rows.count(Part.ERRORS) == 0


def test_an_import_whose_plan_is_another_one_meanwhile_is_shown_first(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Размер;Остаток\nJACKET;XL;9"))
    page.go_on()
    queue_action(context.shop, "JACKET", Action.RECEIPTS, {"XL": 1}, None, "anna")
    qtbot.waitUntil(lambda: not page.flow.is_checked)
    with qtbot.waitSignal(page.flow.outdated):
        page.go_on()
    assert page.flow.row is None
    assert page.flow.result is not None
    assert [row.quantity for row in page.flow.result.plan.rows] == [5]
    qtbot.waitUntil(page.bar.next.isEnabled)
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()


def test_the_errors_stand_alone_and_their_cells_are_edited_in_place(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    step = page.check_step
    step.filters.choose(Part.ERRORS)
    assert [row for row, _ in remarks(page)] == ["4", "5"]
    cell = step.model.index(0, CheckColumn.NUMBER)
    assert (cell.data(), step.model.index(0, CheckColumn.ARTICLE).data()) == ("две", "JACKET")
    step.table.setFocus()
    step.table.setCurrentIndex(cell)
    QTest.keyClicks(step.table, "5")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.flow.has_file and len(page.flow.draft.choices.edits) == 1)
    settled(page, qtbot)
    assert [row for row, _ in remarks(page)] == ["5"]
    QTest.keyClick(step.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(page, qtbot)
    assert [row for row, _ in remarks(page)] == ["4", "5"]


def test_what_is_new_is_created_only_where_it_is_wanted(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    step = page.check_step
    assert step.newcomers.products.isVisible()
    assert not step.newcomers.products.isChecked()
    assert len(page.flow.result.plan.deliveries) == 2 if page.flow.result else False
    step.newcomers.products.click()
    assert page.flow.draft.creating == Creating(products=True)
    settled(page, qtbot)
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    products = product_rows(context.shop, list(product_index(context.shop, ProductFilter()).ids))
    assert "BOOTS" in {product.article for product in products}


def test_a_column_that_is_named_otherwise_is_read_otherwise(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Артикул;Размер;Резерв;Кол-во\nJACKET;XL;9;2\nCOAT;M;8;3"
    opened(page, qtbot, write_csv(tmp_path / "f.csv", text))
    page.go_on()
    header = page.columns_step.header
    assert header.boxes[4].value is ColumnKind.QUANTITY
    header.boxes[3].choose(ColumnKind.QUANTITY)
    assert header.boxes[4].value is ColumnKind.IGNORE
    qtbot.waitUntil(lambda: "JACKET · XL · 9" in page.columns_step.read_words)
    header.boxes[3].choose(ColumnKind.IGNORE)
    assert not page.bar.next.isEnabled()


def test_sizes_side_by_side_are_shown_below_each_other(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Артикул;S;M;L;XL\nJACKET;;;1;4\nCOAT;;2;;"
    opened(page, qtbot, write_csv(tmp_path / "f.csv", text))
    page.go_on()
    words = page.columns_step.read_words
    assert "JACKET · XL · 4" in words
    assert "COAT · M · 2" in words


def test_a_table_on_its_side_is_turned_by_a_button(page: ImportPage, qtbot: QtBot) -> None:
    opened(page, qtbot, DATA / "on-its-side.ods")
    assert "Turn the table" in page.preview.notes.text()
    assert page.preview.turn.isVisible()
    with qtbot.waitSignal(page.flow.begun):
        QTest.mouseClick(page.preview.turn, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.flow.sample is not None)
    assert not page.preview.turn.isVisible()
    page.preview.meanings.choose(Meaning.COUNT)
    page.go_on()
    qtbot.waitUntil(lambda: "КРД-042 · S · 2 · 24,900" in page.columns_step.read_words)


def test_a_message_becomes_a_table_by_a_button_and_is_sent(
    page: ImportPage, context: UiContext, qtbot: QtBot
) -> None:
    opened(page, qtbot, DATA / "message.txt")
    assert "no table but a message" in page.preview.notes.text()
    assert not page.preview.turn.isVisible()
    with qtbot.waitSignal(page.flow.begun):
        QTest.mouseClick(page.preview.message, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.flow.sample is not None)
    assert not page.preview.message.isVisible()
    model = page.preview.model
    shown = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert shown[0][0] == "Здравствуйте! Приход на 12.11"
    assert ["COAT", "M", "5", "COAT: S-3, M-5, L – 2"] in shown
    assert ["", "", "", "Спасибо!"] in shown
    assert page.flow.draft.path.name == "message.tsv"
    assert page.preview.table.columnWidth(3) > COLUMN_WIDTH
    assert not page.flow.is_meaning_asked
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    said = [text for _, text in remarks(page)]
    assert any("The line “JACKET XL много” is not clear" in text for text in said)
    assert any("“Спасибо!” has no article" in text for text in said)
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    assert sent_rows(context) == {("JACKET", Action.RECEIPTS), ("COAT", Action.RECEIPTS)}


def test_a_last_column_of_numbers_keeps_its_width(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    opened(page, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Размер;Приход;Закупка\nJACKET;XL;2;20000"))
    assert page.flow.draft.layout.columns[4].kind is ColumnKind.IGNORE
    assert page.preview.table.columnWidth(3) == COLUMN_WIDTH


def test_a_message_is_not_offered_to_be_turned(page: ImportPage, qtbot: QtBot) -> None:
    """Words below each other look like the headings of a table on its side."""
    page.flow.paste("Приход\nJACKET XL - 5\nОстаток:\nCOAT M - 2")
    qtbot.waitUntil(page.preview.message.isVisible)
    assert not page.preview.turn.isVisible()
    assert "Turn the table" not in page.preview.notes.text()


def test_a_pasted_message_that_was_left_is_taken_up_as_its_table(page: ImportPage, qtbot: QtBot) -> None:
    page.flow.paste("JACKET: XL-3, L-5\nСпасибо!")
    qtbot.waitUntil(page.preview.message.isVisible)
    with qtbot.waitSignal(page.flow.begun):
        QTest.mouseClick(page.preview.message, Qt.MouseButton.LeftButton)
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    page.anew.click()
    history = page.start.history
    qtbot.waitUntil(lambda: history.isVisible() and history.take_up.isEnabled())
    history.take_up.click()
    qtbot.waitUntil(lambda: page.step is Step.CHECK and page.flow.is_checked)
    result = page.flow.result
    assert result is not None
    assert [line[2:5] for line in result.checked.lines] == [("JACKET", "XL", 3), ("JACKET", "L", 5)]


def test_what_counts_of_warehouses_and_their_total_is_asked_once(
    page: ImportPage, context: UiContext, qtbot: QtBot
) -> None:
    add_simple_product(context.shop, "ПЛТ-7", {"M": 1}, price=Decimal(76000))
    opened(page, qtbot, DATA / "warehouses.xls")
    page.go_on()
    step = page.columns_step
    assert step.places.isVisible()
    assert step.places.total.text() == "The column «Остатки Итого»"
    assert not page.bar.next.isEnabled()
    QTest.mouseClick(step.places.sum, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "ПЛТ-7 · M · 9" in step.read_words)
    assert not step.places.isVisible()
    page.go_on()
    settled(page, qtbot)
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    page.go_on()
    opened(page, qtbot, DATA / "warehouses.xls")  # the next file of this kind
    page.go_on()
    assert not step.places.isVisible()
    assert page.flow.draft.layout.places == (3, 4, 5)
    assert step.state.text() == "The columns are as you said for the last file of this kind."


def test_sizes_in_articles_are_taken_off_as_long_as_a_person_wants_it(
    page: ImportPage, qtbot: QtBot
) -> None:
    opened(page, qtbot, DATA / "sizes-in-articles.ods")
    page.go_on()
    step = page.columns_step
    assert step.inside.isChecked()
    qtbot.waitUntil(lambda: "КРД-042 · XL · 2" in step.read_words)
    QTest.mouseClick(step.inside, Qt.MouseButton.LeftButton, pos=QPoint(8, step.inside.height() // 2))
    qtbot.waitUntil(lambda: "КРД-042 / XL · 2" in step.read_words)


def test_a_number_that_may_mean_two_is_asked_about_once(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "Артикул;Цена\nJACKET;1,234\nCOAT;2,345"
    opened(page, qtbot, write_csv(tmp_path / "f.csv", text))
    page.preview.meanings.choose(Meaning.PRICE)
    page.go_on()
    questions = page.columns_step.questions
    qtbot.waitUntil(questions.isVisible)
    words = {reading: button.text() for (_, reading), button in questions.buttons.items()}
    assert words[Reading.POINT].replace(NO_BREAK, " ") in {"1,234", "1 234"}
    questions.buttons[2, Reading.POINT].click()
    page.go_on()
    settled(page, qtbot)
    result = page.flow.result
    assert result is not None
    assert [row.after for row in result.plan.rows] == [1234, 2345]


def test_a_file_with_a_doubtful_encoding_shows_both_readings(page: ImportPage, qtbot: QtBot) -> None:
    path = Path("tests/data/doubtful.csv").resolve()
    opened(page, qtbot, path)
    buttons = page.preview.encodings.buttons
    assert len(buttons) > 1
    other = next(button for button in buttons if not button.isChecked())
    used = page.flow.beginning
    other.click()
    qtbot.waitUntil(lambda: page.flow.beginning is not used)
    assert page.flow.draft.encoding


def test_a_file_that_is_none_is_refused_in_words(page: ImportPage, view: MainView, qtbot: QtBot) -> None:
    page.open(Path("tests/data/pdf.xls").resolve())
    qtbot.waitUntil(lambda: bool(view.message))
    assert not page.flow.has_file
    assert page.stack.currentWidget() is page.start


def test_a_file_dropped_on_another_page_is_opened(
    view: MainView, page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    view.show_page(0)
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPoint(9, 9), action, data, buttons, keys),
        QDropEvent(QPointF(9, 9), action, data, buttons, keys),
    ):
        QApplication.sendEvent(view, event)
    qtbot.waitUntil(lambda: page.flow.has_file)
    assert page.isVisible()


def test_copied_cells_are_pasted(page: ImportPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Артикул\tРазмер\tКол-во\nJACKET\tXL\t2\n")
    QTest.keyClick(page.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.flow.has_file)
    assert page.preview.model.index(1, 2).data() == "2"
    assert page.flow.draft.path.name.startswith("pasted ")


def test_an_import_that_was_left_is_taken_up(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    page.check_step.model.edited.emit(4, 3, "7")
    qtbot.waitUntil(lambda: bool(page.flow.draft.choices.edits))
    settled(page, qtbot)
    page.anew.click()
    assert page.stack.currentWidget() is page.start
    history = page.start.history
    qtbot.waitUntil(lambda: history.isVisible() and history.take_up.isEnabled())
    history.take_up.click()
    qtbot.waitUntil(lambda: page.step is Step.CHECK and page.flow.is_checked)
    assert page.flow.draft.choices.edits == {(4, 3): "7"}


def test_a_file_that_changed_since_it_was_left_is_shown_with_what_became_of_the_corrections(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(page, qtbot, path)
    page.check_step.model.edited.emit(4, 3, "7")
    qtbot.waitUntil(lambda: bool(page.flow.draft.choices.edits))
    settled(page, qtbot)
    page.anew.click()
    write_csv(path, "Артикул;Размер;Кол-во\nCOAT;M;3\nJACKET;XL;2")
    history = page.start.history
    qtbot.waitUntil(lambda: history.isVisible() and history.take_up.isEnabled())
    history.take_up.click()
    qtbot.waitUntil(page.preview.isVisible)
    assert page.step is Step.FILE
    assert page.preview.notes.isVisible()
    told = page.preview.notes.text().splitlines()
    assert told[0].startswith("The file was changed since you looked at it.")
    assert told[1].startswith("1 correction of yours is dropped")
    assert page.preview.model.index(1, 0).data() == "COAT"
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    assert page.flow.result is not None
    assert [row.quantity for row in page.flow.result.plan.rows] == [3, 2]


def test_a_file_that_is_saved_while_it_is_checked_takes_its_reader_back_to_its_first_rows(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(page, qtbot, path)
    write_csv(path, "Артикул;Размер;Кол-во\nCOAT;M;3")
    page.check_step.model.edited.emit(4, 3, "7")
    qtbot.waitUntil(lambda: page.step is Step.FILE and page.preview.isVisible())
    assert "1 correction of yours is dropped" in page.preview.notes.text()
    assert not page.check_step.undo_stack.canUndo()


def test_an_import_may_be_put_aside_before_its_columns_are_known(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(page, qtbot, write_csv(tmp_path / "f.csv", "Артикул;Заметка\nJACKET;x"))
    page.go_on()
    assert page.step is Step.COLUMNS
    assert not page.bar.next.isEnabled()
    page.anew.click()
    history = page.start.history
    qtbot.waitUntil(lambda: history.isVisible() and history.take_up.isEnabled())
    assert history.model.index(0, HistoryColumn.FILE).data() == "f.csv"
    history.take_up.click()
    qtbot.waitUntil(lambda: page.step is Step.COLUMNS)


def test_the_same_file_is_sent_twice_only_when_a_person_says_so(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "f.csv", RECEIPTS)
    checked(page, qtbot, path)
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    page.anew.click()
    checked(page, qtbot, path)
    qtbot.waitUntil(lambda: "already" in page.preview.notes.text())
    page.go_on()
    settled(page, qtbot)  # what the first one changed may be told only now, and is looked at
    page.go_on()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Confirmation))
    box = QApplication.activeModalWidget()
    assert isinstance(box, Confirmation)
    with qtbot.waitSignal(page.flow.sent):
        box.sure.click()
    assert len(delivery_rows(context.shop, DeliveryKind.ALL, 0, 99)) == 4


def test_rows_with_errors_are_saved_for_another_try(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    target = tmp_path / "errors.xlsx"
    with qtbot.waitSignal(page.message):
        page.save_failed_to(str(target))
    rows = list(openpyxl.load_workbook(target).active.iter_rows(values_only=True))
    assert [row[:3] for row in rows[1:]] == [("JACKET", "L", "две"), (None, "M", 4)]
    assert [row[4] for row in rows] == ["Status", "not imported", "not imported"]
    assert rows[2][5] == "There is no article. Type it."


def test_the_workbook_comes_back_with_what_happened_to_each_row(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    assert not page.save_results.isVisible()
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    assert page.save_results.isVisible()
    assert page.header.width() - page.save_results.geometry().right() < 24, "it is the last in the line"
    whole, failed = tmp_path / "whole.xlsx", tmp_path / "failed.xlsx"
    for path in (whole, failed):
        with qtbot.waitSignal(page.message):
            page.save_results.save(str(path), only_failed=path is failed)
    rows = [row[4:6] for row in openpyxl.load_workbook(whole).active.iter_rows(values_only=True)]
    assert [row[0] for row in rows] == [
        *("Status", "queued", "queued", "not imported", "not imported", "queued", "not imported")
    ]
    assert rows[6][1] == "There is no such product or size."
    rows = list(openpyxl.load_workbook(failed).active.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["JACKET", None, "BOOTS"]


def test_the_results_of_an_earlier_import_are_saved_and_only_the_rest_of_them_is_imported(
    page: ImportPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    checked(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    page.go_on()
    with qtbot.waitSignal(page.flow.sent):
        page.go_on()
    page.go_on()
    history = page.start.history
    qtbot.waitUntil(history.results.isEnabled)
    back = tmp_path / "back.xlsx"
    with qtbot.waitSignal(page.message):
        history.results.save(str(back))
    (tmp_path / "f.csv").unlink()
    with qtbot.waitSignal(context.tasks.failed) as told:
        history.results.save(str(tmp_path / "again.xlsx"))
    assert "f.csv is not in" in str(told.args[0].title)

    opened(page, qtbot, back)
    assert "only its rows that are left to do are taken" in page.preview.notes.text()
    page.go_on()
    page.go_on()
    settled(page, qtbot)
    assert {row for row, _ in remarks(page)} == {"4", "5", "7"}


def test_a_template_is_understood_without_any_mapping(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "template.xlsx"
    with qtbot.waitSignal(page.message):
        page.start.templates.save("long", str(target))
    book = openpyxl.load_workbook(target)
    book.worksheets[0].append(["JACKET", "XL", 2])
    book.save(target)
    opened(page, qtbot, target)
    page.go_on()
    assert "JACKET · XL · 2" in page.columns_step.read_words


def test_a_check_that_takes_long_can_be_stopped(
    page: ImportPage, view: MainView, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = "\n".join(f"JACKET;XL;{number % 7 + 1}" for number in range(200_000))
    opened(page, qtbot, write_csv(tmp_path / "f.csv", f"Артикул;Размер;Кол-во\n{lines}"))
    page.go_on()
    page.go_on()
    qtbot.waitUntil(page.bar.work.isVisible)
    page.bar.work.stop.click()
    qtbot.waitUntil(lambda: page.flow.progress is None, timeout=2000)
    assert page.step is Step.COLUMNS
    assert view.message == "Stopped. Nothing was sent."
    assert not view.message_line.is_error
    page.go_on()
    assert page.step is Step.CHECK
    page.flow.leave()


def test_everything_can_be_done_by_keyboard(page: ImportPage, qtbot: QtBot, tmp_path: Path) -> None:
    opened(page, qtbot, write_csv(tmp_path / "f.csv", RECEIPTS))
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page, Qt.Key.Key_Return, held)
    assert page.step is Step.COLUMNS
    QTest.keyClick(page, Qt.Key.Key_Return, held)
    settled(page, qtbot)
    QTest.keyClick(page, Qt.Key.Key_Return, held)
    assert page.step is Step.SEND
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.step is Step.CHECK
