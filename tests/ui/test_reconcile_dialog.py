"""*Reconcile*: typing, pasting, deciding, undoing, what is written, paper and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.catalogue import add_product, product_rows
from app.services.editing import queue_action, set_pending
from app.services.reconciling import Scope
from app.services.views import PendingChange, ProductDraft, ProductFilter, SizeDraft
from app.ui.context import UiContext
from app.ui.count_print import count_line, count_paper
from app.ui.dialogs.confirmation import Confirmation
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.models.count_model import CountColumn
from tests.services.support import JACKET, add_simple_product
from tests.services.test_doubts import lose_all, online_sale

ARTICLE = "SS21CA2N"
EVERYTHING = Scope(filter=ProductFilter())
Open = Callable[..., ReconcileDialog]


@pytest.fixture
def opened(context: UiContext, qtbot: QtBot) -> Open:
    def open_dialog(scope: Scope = EVERYTHING) -> ReconcileDialog:
        dialog = ReconcileDialog(context, scope)
        QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
        return dialog

    add_simple_product(context.shop, ARTICLE, JACKET, marketplace_id=17)
    return open_dialog


def column(dialog: ReconcileDialog, which: CountColumn) -> list[str]:
    return [dialog.model.index(row, which).data() for row in range(dialog.model.rowCount())]


def type_down(dialog: ReconcileDialog, *figures: str) -> None:
    dialog.table.go_to(0)
    dialog.table.setFocus()
    for figure in figures:
        QTest.keyClicks(dialog.table, figure[:1])
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Qt.Key.Key_Return)


def follows(dialog: ReconcileDialog) -> list[str]:
    return column(dialog, CountColumn.FOLLOWS)


def test_a_difference_waits_until_somebody_says_who_is_right(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened()
    assert dialog.summary.text() == "Nothing is typed yet."
    type_down(dialog, "3", "6", "1")
    assert follows(dialog) == ["agrees", "who is right?", "who is right?"]
    assert column(dialog, CountColumn.DIFFERENCE) == ["", "+2", "−1"]
    assert dialog.summary.text() == "1 agrees, 2 differences to decide."
    dialog.table.go_to(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.table.go_to(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert follows(dialog) == ["agrees", "stock here 4 → 6", "correction +1 to be sent"]
    assert "1 correction is prepared for the review" in dialog.summary.text()
    with qtbot.waitSignals([dialog.written, dialog.accepted]):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    xl, large, medium = product_rows(context.shop, [1])[0].sizes
    assert (xl.here, large.here, medium.here) == (3, 6, 2)
    assert medium.pending == PendingChange(Action.RECEIPTS, 1, corrects=True)
    assert large.pending is None


def test_nothing_is_done_about_what_nobody_decided(context: UiContext, opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    type_down(dialog, "3", "6")
    with qtbot.waitSignal(dialog.written):
        dialog.apply.click()
    assert [size.here for size in product_rows(context.shop, [1])[0].sizes] == [3, 4, 2]
    assert dialog.isVisible()
    assert column(dialog, CountColumn.SHOWN) == ["", "6", ""]
    assert not dialog.apply.isEnabled()


def test_all_differences_are_decided_at_once_or_the_chosen_ones(opened: Open) -> None:
    dialog = opened()
    type_down(dialog, "9", "9", "9")
    dialog.table.selectAll()
    assert dialog.cabinet.text() == "Cabinet is right: 3 rows"
    dialog.cabinet.click()
    assert [words.split()[0] for words in follows(dialog)] == ["stock"] * 3
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    dialog.table.selectionModel().clearSelection()
    for row in (0, 2):
        dialog.table.selectionModel().select(dialog.model.index(row, 0), flags)
    dialog.ours.click()
    assert [words.split()[0] for words in follows(dialog)] == ["correction", "stock", "correction"]
    dialog.history.undo()
    assert [words.split()[0] for words in follows(dialog)] == ["stock"] * 3
    dialog.history.undo()
    assert follows(dialog) == ["who is right?"] * 3
    dialog.history.redo()
    dialog.table.selectAll()
    dialog.leave.click()
    assert follows(dialog) == ["who is right?"] * 3


def test_one_chosen_row_is_decided_alone(opened: Open) -> None:
    dialog = opened()
    type_down(dialog, "9", "9", "9")
    for row, button in ((0, dialog.cabinet), (1, dialog.ours)):
        dialog.table.go_to(row)
        assert button.text().endswith(": 1 row")
        button.click()
    decided = ["stock here 3 → 9", "correction −5 to be sent"]
    assert follows(dialog) == [*decided, "who is right?"]
    dialog.table.go_to(0)
    dialog.leave.click()
    assert follows(dialog) == ["who is right?", decided[1], "who is right?"]


def test_without_a_chosen_difference_only_the_open_ones_are_decided(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    type_down(dialog, "9", "9")
    dialog.table.go_to(0)
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: follows(dialog)[0] == "correction −6 to be sent")
    dialog.table.go_to(2)  # nothing is typed there
    assert dialog.cabinet.text() == "Cabinet is right: 1 row"
    assert not dialog.leave.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: follows(dialog) == ["correction −6 to be sent", "stock here 4 → 9", ""])


def test_typed_figures_are_not_dropped_unasked(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    type_down(dialog, "9")
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    box = dialog.findChild(Confirmation)
    assert isinstance(box, Confirmation)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert column(dialog, CountColumn.SHOWN)[0] == "9"
    dialog.close_button.click()
    [box] = [box for box in dialog.findChildren(Confirmation) if box.isVisible()]
    with qtbot.waitSignal(dialog.rejected):
        box.sure.click()


def test_a_table_without_figures_closes_at_once(opened: Open) -> None:
    dialog = opened()
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_pasted_column_is_one_step_to_undo(opened: Open) -> None:
    dialog = opened()
    dialog.table.go_to(0)
    QGuiApplication.clipboard().setText("3\n\n7\n")
    QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert column(dialog, CountColumn.SHOWN) == ["3", "", "7"]
    dialog.history.undo()
    assert column(dialog, CountColumn.SHOWN) == [""] * 3


def test_what_is_in_flight_is_marked_and_cannot_be_decided(context: UiContext, opened: Open) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")
    lose_all(context.shop)
    dialog = opened()
    assert column(dialog, CountColumn.ON_ITS_WAY) == ["", "−1", ""]
    assert follows(dialog)[1] == "a delivery is without an answer: wait"
    type_down(dialog, "3", "9")
    dialog.cabinet.click()
    assert follows(dialog)[1] == "a delivery is without an answer: wait"
    assert "1 waits for an answer" in dialog.summary.text()
    assert [one.row.size for one in dialog.model.counted()] == ["XL"]


def test_a_typed_change_keeps_its_place(context: UiContext, opened: Open) -> None:
    set_pending(context.shop, {1: PendingChange(Action.SOLD, 1)})
    dialog = opened()
    type_down(dialog, "9")
    dialog.ours.click()
    assert follows(dialog)[0] == "a change is typed: send it or take it away first"
    assert not dialog.apply.isEnabled()


def test_figures_follow_what_comes_in_and_what_is_typed_stays(
    context: UiContext, opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(Scope(sizes=(2, 3)))
    type_down(dialog, "3")
    dialog.cabinet.click()
    assert follows(dialog)[0] == "stock here 4 → 3"
    online_sale(context.shop, "L", 3)
    qtbot.waitUntil(lambda: follows(dialog)[0] == "agrees")
    assert column(dialog, CountColumn.SIZE) == ["L", "M"]
    assert "1 typed row has changed" in dialog.notice.text()


def test_the_paper_has_room_for_a_pen_and_the_file_what_is_typed(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(Scope(sizes=(2,)))
    words = count_paper().document(map(count_line, dialog.model.rows)).toPlainText().split("\n")
    assert words[-8:-1] == [ARTICLE, "", "L", "4", "", "4", ""]
    type_down(dialog, "5")
    path = tmp_path / "counts.csv"
    dialog.export_to(str(path))
    qtbot.waitUntil(lambda: "1 row saved" in dialog.notice.text())
    assert path.read_text("utf-8-sig").splitlines()[1] == f"{ARTICLE};;L;4;0;4;5"


def test_a_stock_that_nobody_has_said_is_a_dash_until_the_cabinet_says_it(
    context: UiContext, opened: Open
) -> None:
    add_product(context.shop, ProductDraft("AA", sizes=(SizeDraft("S"),)))
    dialog = opened()
    assert column(dialog, CountColumn.HERE)[0] == "—"
    assert count_line(dialog.model.counts[0][0])[3] == "—"
    type_down(dialog, "7")
    dialog.cabinet.click()
    assert column(dialog, CountColumn.FOLLOWS)[0] == "stock here — → 7"
