"""What the page of products says of sizes that need a person, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.catalogue import product_rows
from app.services.conflicts import load_corrects_alone
from app.services.editing import queue_action
from app.services.reconciling import Counted, Scope, Verdict, count_rows, write_counts
from app.services.views import PendingChange, ProductKind, SizeRow
from app.ui.context import UiContext
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.models.size_cells import Column
from app.ui.pages.products_page import ProductsPage
from app.ui.widgets.correction_choice import CorrectionChoice
from tests.services.support import JACKET, add_simple_product, lose_all
from tests.services.test_event_words import MOVED, receive

ARTICLE = "SS21CA2N"


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> Iterator[ProductsPage]:
    add_simple_product(context.shop, ARTICLE, JACKET)
    add_simple_product(context.shop, "ZZ", {"ONE": 5})
    page = ProductsPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 6 and page.table.model.size_at(2) is not None)
    yield page
    page.close()


def large(context: UiContext) -> SizeRow:
    return product_rows(context.shop, [1])[0].sizes[1]


def differ(context: UiContext) -> None:
    """A person counted two L in the cabinet and says that our four are right."""
    row = count_rows(context.shop, Scope(sizes=(2,)))[0]
    write_counts(context.shop, [Counted(row, 2, Verdict.OURS)])


def button(page: ProductsPage, words: str) -> QPushButton:
    found = [b for b in page.panel.attention.findChildren(QPushButton) if b.text().startswith(words)]
    return found[-1]


def test_a_drafted_correction_is_asked_about(page: ProductsPage, context: UiContext, qtbot: QtBot) -> None:
    assert page.conflicts.isHidden()
    differ(context)
    qtbot.waitUntil(lambda: "1 correction is prepared" in page.conflicts.words)
    state = page.table.model.index(2, Column.STATE)
    qtbot.waitUntil(lambda: state.data(Qt.ItemDataRole.AccessibleTextRole) == "correction")
    assert page.table.model.index(2, Column.QUANTITY).data() == "+2"
    assert page.table.model.index(2, Column.BECOMES).data() == "4"
    page.table.view.go_to(2)
    qtbot.waitUntil(lambda: "the marketplace has 2, here it is 4" in page.panel.attention.words())
    page.conflicts.clicked.emit()
    qtbot.waitUntil(lambda: isinstance(page.dialog, ReviewDialog))
    assert isinstance(page.dialog, ReviewDialog)
    assert page.dialog.model.index(0).data().startswith("Correction of the marketplace: ")
    page.dialog.reject()


def test_a_correction_that_is_not_needed_leaves_the_mark(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    differ(context)
    qtbot.waitUntil(lambda: not page.conflicts.isHidden())
    page.conflicts.other_clicked.emit()
    qtbot.waitUntil(lambda: "stays marked" in page.message.words)
    assert large(context).pending is None
    assert large(context).flag is not None
    qtbot.waitUntil(page.conflicts.isHidden)


def test_a_correction_taken_away_in_its_cell_comes_back_by_undo(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    differ(context)
    drafted = large(context).pending
    qtbot.waitUntil(lambda: page.table.model.index(2, Column.QUANTITY).data() == "+2")
    page.table.view.go_to(2, Column.QUANTITY)
    QTest.keyClick(page.table.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: large(context).pending is None)
    page.table.history.undo()
    qtbot.waitUntil(lambda: large(context).pending == drafted)


def test_an_oversale_is_found_told_and_its_cancellation_drafted(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"L": 6}, None, "anna")
    page.header.kinds.choose(ProductKind.FLAGGED)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 4)
    page.table.view.go_to(2)
    state = page.table.model.index(2, Column.STATE)
    qtbot.waitUntil(lambda: state.data(Qt.ItemDataRole.AccessibleTextRole) == "oversold")
    qtbot.waitUntil(lambda: "L: 2 more sold than there was" in page.panel.attention.words())
    button(page, "The order is cancelled").click()
    qtbot.waitUntil(lambda: large(context).pending == PendingChange(Action.CANCEL, 2))


def test_nothing_to_look_at_is_said(page: ProductsPage, qtbot: QtBot) -> None:
    page.header.kinds.choose(ProductKind.FLAGGED)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 0)


def shown_sizes(page: ProductsPage, qtbot: QtBot) -> list[str]:
    qtbot.waitUntil(lambda: isinstance(page.dialog, ReconcileDialog) and page.dialog.model.rowCount() > 0)
    assert isinstance(page.dialog, ReconcileDialog)
    found = [row.size for row in page.dialog.model.rows]
    page.dialog.reject()
    qtbot.waitUntil(lambda: page.dialog is None)
    page.activateWindow()
    qtbot.waitUntil(page.table.view.hasFocus)
    return found


def test_a_size_a_product_or_all_that_is_shown_is_compared(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"L": 6}, None, "anna")
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.waitUntil(page.table.view.hasFocus)
    page.table.view.go_to(2)
    qtbot.waitUntil(lambda: bool(page.panel.attention.words()))
    button(page, "Reconcile this size").click()
    assert shown_sizes(page, qtbot) == ["L"]
    QTest.keyClick(page.table.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert shown_sizes(page, qtbot) == ["L"]
    page.table.view.go_to(0)
    QTest.keyClick(page.table.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert shown_sizes(page, qtbot) == ["XL", "L", "M"]
    page.header.reconcile_clicked.emit()
    assert shown_sizes(page, qtbot) == ["XL", "L", "M", "ONE"]


def test_correcting_without_asking_is_kept(context: UiContext, qtbot: QtBot) -> None:
    choice = CorrectionChoice(context)
    qtbot.addWidget(choice)
    qtbot.waitUntil(choice.box.isEnabled)
    assert not choice.box.isChecked()
    choice.box.click()
    qtbot.waitUntil(lambda: load_corrects_alone(context.shop))
    again = CorrectionChoice(context)
    qtbot.addWidget(again)
    qtbot.waitUntil(again.box.isChecked)
    again.box.click()
    qtbot.waitUntil(lambda: not load_corrects_alone(context.shop))


def test_a_reading_is_chosen_in_the_card(page: ProductsPage, context: UiContext, qtbot: QtBot) -> None:
    jacket = add_simple_product(context.shop, "J", {"XL": 5}, marketplace_id=17)
    receive(context.shop, 4, 1)
    queue_action(context.shop, "J", Action.SOLD, {"XL": 1}, None, "anna")
    lose_all(context.shop, MOVED)
    receive(context.shop, 4, 1)  # once more, or one came back after ours had arrived
    page.header.kinds.choose(ProductKind.FLAGGED)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2 and page.table.model.size_at(1) is not None)
    page.table.view.go_to(1)
    qtbot.waitUntil(lambda: "several ways" in page.panel.attention.words())
    button(page, "Stock 4, at the marketplace 4").click()
    qtbot.waitUntil(lambda: page.message.words == "Chosen: the stock is 4.")
    (size,) = product_rows(context.shop, [jacket])[0].sizes
    assert (size.here, size.agreed, size.flag) == (4, 4, None)
    qtbot.waitUntil(page.panel.attention.isHidden)


def test_in_a_narrow_window_the_panel_comes_over_the_table_and_goes(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    queue_action(context.shop, ARTICLE, Action.SOLD, {"L": 6}, None, "anna")
    page.resize(820, 600)
    page.activateWindow()
    page.table.view.go_to(2)
    page.table.view.setFocus()
    assert not page.panel.isVisible()
    QTest.keyClick(page.table.view, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: "2 more sold than there was" in page.panel.attention.words())
    assert page.panel.isVisible()
    assert button(page, "The order is cancelled").isVisible()
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    state = page.table.model.index(2, Column.STATE)
    qtbot.waitUntil(lambda: state.data(Qt.ItemDataRole.AccessibleTextRole) == "oversold")
    mark = page.table.view.visualRect(state).center()
    QTest.mouseClick(page.table.view.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    assert page.panel.isVisible()
    page.table.view.setFocus()
    assert not page.panel.isVisible()
