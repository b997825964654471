"""Many deliveries without an answer in one table: typing, pasting, what is written, paper and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from app.domain.action import Action
from app.domain.delivery import State
from app.services import deciding
from app.services.editing import queue_action
from app.services.outbox import delivery_counts
from app.services.reading import read_new
from app.ui.context import UiContext
from app.ui.dialogs.resolve_many_dialog import ResolveManyDialog
from app.ui.doubt_print import doubt_line, doubt_paper
from app.ui.models.doubt_model import DoubtColumn
from tests.services.support import add_simple_product
from tests.services.test_deciding import state, unknown_sale
from tests.services.test_doubts import lose_all, online_sale, two_of_one_size, unknown_sales

Open = Callable[[], ResolveManyDialog]


@pytest.fixture
def opened(context: UiContext, qtbot: QtBot) -> Open:
    def open_dialog() -> ResolveManyDialog:
        dialog = ResolveManyDialog(context, None)
        QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
        return dialog

    return open_dialog


def column(dialog: ResolveManyDialog, which: DoubtColumn) -> list[str]:
    return [dialog.model.index(row, which).data() for row in range(dialog.model.rowCount())]


def editor(dialog: ResolveManyDialog) -> QLineEdit:
    """The cell that is open; those before it may wait for their end."""
    field = dialog.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def type_down(dialog: ResolveManyDialog, *figures: str) -> None:
    """From the first row on, each figure with Enter, as on a till."""
    dialog.table.go_to(0)
    dialog.table.setFocus()
    for figure in figures:
        QTest.keyClicks(dialog.table, figure[:1])
        QTest.keyClicks(editor(dialog), figure[1:])
        QTest.keyClick(editor(dialog), Qt.Key.Key_Return)


def test_a_figure_says_what_follows_while_others_stay_open(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    unknown_sales(context.shop, 4)
    dialog = opened()
    assert column(dialog, DoubtColumn.NOT_ARRIVED) == ["10"] * 4
    assert column(dialog, DoubtColumn.ARRIVED) == ["9"] * 4
    assert not dialog.apply.isEnabled()
    type_down(dialog, "9", "10", "3")
    assert column(dialog, DoubtColumn.MEANING) == [
        "arrived",
        "did not arrive, is sent again",
        "something else, becomes 3",
        "",
    ]
    assert dialog.table.currentIndex().row() == 3
    assert dialog.summary.text() == (
        "1 arrived, 1 did not arrive and goes again, 1 follows the cabinet, 1 stays open. "
        "The figures of 1 delivery fit neither case: check them again first."
    )
    assert dialog.summary.property("tone") == "warn"
    with qtbot.waitSignal(dialog.resolved) as told:
        dialog.apply.click()
    assert told.args[0].startswith("Written: 1 arrived, 1 did not arrive")
    assert [state(context.shop, n) for n in (1, 2, 3, 4)] == [
        State.DELIVERED,
        State.QUEUED,
        State.CORRECTED,
        State.UNKNOWN,
    ]
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert "meanwhile" not in dialog.notice.text()


def test_it_closes_when_every_delivery_has_its_answer(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    unknown_sales(context.shop, 2)
    dialog = opened()
    type_down(dialog, "9", "9")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert delivery_counts(context.shop).unknown == 0


def test_the_sizes_of_a_delivery_are_concluded_together(context: UiContext, opened: Open) -> None:
    unknown_sale(context.shop)
    dialog = opened()
    assert column(dialog, DoubtColumn.SIZE) == ["XL", "L"]
    type_down(dialog, "2")
    assert column(dialog, DoubtColumn.MEANING) == ["type the other sizes, too", ""]
    assert not dialog.apply.isEnabled()
    type_down(dialog, "2", "3")
    assert column(dialog, DoubtColumn.MEANING) == ["arrived", "arrived"]


def test_rows_that_contradict_each_other_say_so(context: UiContext, opened: Open) -> None:
    unknown_sale(context.shop)
    dialog = opened()
    type_down(dialog, "2", "4")
    assert column(dialog, DoubtColumn.MEANING) == [
        "contradicts the other rows, becomes 2",
        "contradicts the other rows, becomes 4",
    ]
    type_down(dialog, "2", "9")
    assert column(dialog, DoubtColumn.MEANING)[1] == "something else, becomes 9"


def test_one_figure_stands_for_both_deliveries_of_a_size(context: UiContext, opened: Open) -> None:
    two_of_one_size(context.shop)
    dialog = opened()
    assert column(dialog, DoubtColumn.ARRIVED) == ["8 or 9", "8 or 9"]
    type_down(dialog, "9")
    assert column(dialog, DoubtColumn.SHOWN) == ["9", "9"]
    assert column(dialog, DoubtColumn.MEANING) == ["fits both, stays open"] * 2
    assert not dialog.apply.isEnabled()


def test_a_pasted_column_goes_down_and_is_one_step_to_undo(context: UiContext, opened: Open) -> None:
    unknown_sales(context.shop, 4)
    dialog = opened()
    dialog.table.go_to(0)
    QGuiApplication.clipboard().setText("9\n\nabc\n1\xa0000\n5\n")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert column(dialog, DoubtColumn.SHOWN) == ["9", "", "", "1,000"]
    assert "1 line could not be read" in dialog.notice.text()
    assert "1 line found no row" in dialog.notice.text()
    dialog.history.undo()
    assert column(dialog, DoubtColumn.SHOWN) == [""] * 4
    dialog.history.redo()
    assert column(dialog, DoubtColumn.SHOWN)[0] == "9"
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert column(dialog, DoubtColumn.SHOWN)[0] == ""


def test_several_columns_are_not_guessed_at(context: UiContext, opened: Open) -> None:
    unknown_sales(context.shop, 1)
    dialog = opened()
    QGuiApplication.clipboard().setText("A001\t9")
    dialog.table.paste()
    assert "one column only" in dialog.notice.text()
    assert column(dialog, DoubtColumn.SHOWN) == [""]


def test_what_cannot_be_read_is_refused_at_the_cell(context: UiContext, opened: Open) -> None:
    unknown_sales(context.shop, 1)
    dialog = opened()
    type_down(dialog, "1,5")
    assert dialog.table.bubble.text() == "Pieces are whole: 1, 2, 3."
    assert dialog.table.is_editing
    assert column(dialog, DoubtColumn.SHOWN) == [""]


def test_what_is_answered_meanwhile_leaves_with_a_word_and_nothing_typed_is_lost(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    unknown_sales(context.shop, 3)
    dialog = opened()
    type_down(dialog, "9", "9", "9")
    deciding.resolve_arrived(context.shop, 1)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert "1 delivery got an answer meanwhile" in dialog.notice.text()
    assert column(dialog, DoubtColumn.SHOWN) == ["9", "9"]


def test_a_figure_that_an_online_sale_made_old_is_read_once_more(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    shop = context.shop
    add_simple_product(shop, "A000", {"M": 10}, marketplace_id=17)
    queue_action(shop, "A000", Action.SOLD, {"M": 1}, None, "test")
    lose_all(shop)
    unknown_sales(shop, 2)
    dialog = opened()
    type_down(dialog, "9", "9")
    dialog.table.go_to(1)
    online_sale(shop, "M", 9)
    read_new(shop)
    qtbot.waitUntil(lambda: column(dialog, DoubtColumn.SHOWN) == ["", "9", ""])
    assert "An online sale changed 1 figure meanwhile" in dialog.notice.text()
    assert dialog.table.currentIndex().row() == 1


def test_who_stands_at_a_row_that_leaves_types_into_no_other(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    unknown_sales(context.shop, 3)
    dialog = opened()
    dialog.table.setFocus()
    dialog.table.go_to(1)
    deciding.resolve_arrived(context.shop, 2)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    QTest.keyClicks(dialog.table, "9")
    assert column(dialog, DoubtColumn.SHOWN) == ["", ""]
    assert not dialog.table.is_editing


def test_an_open_cell_is_not_disturbed(context: UiContext, opened: Open, qtbot: QtBot) -> None:
    unknown_sales(context.shop, 3)
    dialog = opened()
    dialog.table.go_to(1)
    dialog.table.setFocus()
    QTest.keyClicks(dialog.table, "9")
    with qtbot.waitSignal(context.bridge.changed):
        deciding.resolve_arrived(context.shop, 1)
    qtbot.waitUntil(lambda: dialog.is_stale)
    assert dialog.model.rowCount() == 3
    QTest.keyClick(editor(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert column(dialog, DoubtColumn.SHOWN) == ["9", ""]


def test_the_table_is_saved_with_what_is_typed(
    context: UiContext, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    unknown_sales(context.shop, 2)
    dialog = opened()
    type_down(dialog, "9")
    path = tmp_path / "check.xlsx"
    dialog.export_to(str(path))
    qtbot.waitUntil(lambda: "2 rows saved" in dialog.notice.text())
    assert dialog.notice.property("tone") == "ok"
    heads, first, second = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert heads[-3:] == ["If it did not arrive", "If it arrived", "In the cabinet now"]
    assert (first[0], first[2:4], first[-3:]) == ("A001", ["M", "sold"], [10.0, 9.0, 9.0])
    assert second[-3:] == [10.0, 9.0, ""]


def test_the_paper_has_both_figures_and_room_for_a_pen(
    context: UiContext, opened: Open, tmp_path: Path
) -> None:
    unknown_sales(context.shop, 2)
    dialog = opened()
    words = doubt_paper().document(map(doubt_line, dialog.model.rows)).toPlainText().split("\n")
    assert words[-8:] == ["A002", "", "M", "sold", "10", "9", "", ""]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "check.pdf"))
    doubt_paper().print(printer, map(doubt_line, list(dialog.model.rows) * 60))
    pdf = (tmp_path / "check.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") > 1
