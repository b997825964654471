"""Several chosen deliveries, undoing, copying, exporting, and what the log has room for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.outbox import delivery_counts, delivery_rows
from app.services.status_views import Status
from app.services.views import Change, ProductFilter
from app.storage import outbox
from app.ui.context import UiContext
from app.ui.delegates.sizes_delegate import SizesDelegate
from app.ui.format import NO_BREAK
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, MainView
from app.ui.models.delivery_table_model import DeliveryColumn
from app.ui.models.size_cells import SubtitleRole
from app.ui.pages.deliveries_page import DeliveriesPage
from tests.services.support import JACKET, add_simple_product
from tests.services.test_batches import rows, send_batch


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The pages, the deliveries looked at, at the size that the window usually has."""
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_page(DELIVERIES)
    return made


@pytest.fixture
def page(view: MainView) -> DeliveriesPage:
    """The page of deliveries in the window."""
    return view.deliveries


def take(context: UiContext, number: int, *steps: Step) -> None:
    with context.shop.database.write() as connection:
        for step in steps:
            outbox.take(connection, [number], step)
    context.shop.changes.publish(Change(None, deliveries=True))


def refused(context: UiContext, page: DeliveriesPage, qtbot: QtBot, *, of: int, number: int) -> list[int]:
    """So many deliveries of which the first are rejected, all in the log."""
    tester = QAbstractItemModelTester(page.model)
    send_batch(context.shop, of)
    ids = [row.id for row in rows(context.shop)]
    for one in ids[:number]:
        take(context, one, Step.BEGIN, Step.REFUSE)
    qtbot.waitUntil(lambda: states(page) == [State.QUEUED] * (of - number) + [State.REJECTED] * number)
    del tester
    return ids


def states(page: DeliveriesPage) -> list[State]:
    found = [page.model.row_at(row) for row in range(page.model.rowCount())]
    return [row.state for row in found if row is not None]


def question() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def asks() -> bool:
    return isinstance(QApplication.activeModalWidget(), QMessageBox)


def test_a_retry_is_for_all_chosen_ones_that_may_be_tried(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    refused(context, page, qtbot, of=4, number=2)
    page.table.selectAll()
    qtbot.waitUntil(lambda: page.panel.retry.text() == "Retry: 2 of 4 chosen")
    qtbot.waitUntil(page.panel.retry.isVisible)
    with qtbot.waitSignal(page.message) as told:
        page.panel.retry.click()
    assert told.args == ["Queued again: 2 of 4."]
    assert delivery_counts(context.shop).queued == 4


def test_the_delete_key_asks_about_all_chosen_ones(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    ids = refused(context, page, qtbot, of=3, number=1)
    take(context, ids[2], Step.BEGIN, Step.ACCEPT)
    qtbot.waitUntil(lambda: states(page)[0] is State.DELIVERED)
    page.table.selectAll()
    qtbot.waitUntil(lambda: page.panel.cancel.text() == "Do not send: 2 of 3 chosen")
    qtbot.waitUntil(page.panel.cancel.isVisible)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(asks)
    box = question()
    assert box.text().startswith("2 of 3 chosen deliveries will not be sent")
    assert box.defaultButton() == box.button(QMessageBox.StandardButton.Cancel)
    accept = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    with qtbot.waitSignal(page.message) as told:
        accept.click()
    assert told.args == ["Withdrawn: 2 of 3; their stock is what it was before."]
    products = product_rows(context.shop, list(product_index(context.shop, ProductFilter()).ids))
    assert [product.here for product in products] == [10, 10, 9]


def test_rows_that_are_not_read_yet_are_chosen_as_well(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    send_batch(context.shop, 700)
    qtbot.waitUntil(lambda: page.model.rowCount() == 700 and page.model.row_at(0) is not None)
    selection = page.table.selectionModel()
    span = QItemSelection(page.model.index(10, 0), page.model.index(649, 0))
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.table.setCurrentIndex(page.model.index(10, 0))
    selection.select(span, flags)
    qtbot.waitUntil(lambda: page.panel.cancel.text() == "Do not send: 640 of 640 chosen")
    add_simple_product(context.shop, "SS21CA2N", JACKET)
    queue_action(context.shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")
    qtbot.waitUntil(lambda: page.model.rowCount() == 701)
    qtbot.waitUntil(page.panel.cancel.isVisible)
    page.panel.cancel.click()
    qtbot.waitUntil(asks)
    box = question()
    assert box.text().startswith("640 of 640 chosen deliveries will not be sent")
    accept = next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    with qtbot.waitSignal(page.message) as told:
        accept.click()
    assert told.args == ["Withdrawn: 640 of 640; their stock is what it was before."]
    kept = [row.id for row in delivery_rows(context.shop, DeliveryKind.QUEUED, 0, 1000)]
    assert kept == [*range(701, 690, -1), *range(50, 0, -1)]


def test_one_chosen_row_is_asked_about_as_before(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    refused(context, page, qtbot, of=2, number=1)
    page.table.selectRow(1)
    qtbot.waitUntil(page.panel.retry.isVisible)
    assert (page.panel.retry.text(), page.panel.cancel.text()) == ("Retry", "Do not send")


def test_what_a_person_decided_is_seen_at_once(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    refused(context, page, qtbot, of=2, number=1)
    page.table.selectRow(1)
    qtbot.waitUntil(page.panel.retry.isVisible)
    context.bridge.close()  # word of what happens elsewhere may come a second later
    page.panel.retry.click()
    qtbot.waitUntil(lambda: states(page) == [State.QUEUED] * 2)
    qtbot.waitUntil(lambda: not page.panel.retry.isVisible())


def test_a_panel_begins_at_its_top_for_every_delivery(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    refused(context, page, qtbot, of=2, number=0)
    page.window().resize(1000, 600)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.delivery_id is not None)
    bar = page.panel.scroll_bar
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_undoing_is_in_sight_and_leads_to_what_is_typed(
    context: UiContext, view: MainView, page: DeliveriesPage, qtbot: QtBot
) -> None:
    add_simple_product(context.shop, "SS21CA2N", JACKET)
    sizes = dict.fromkeys(JACKET, 1)
    number = queue_action(context.shop, "SS21CA2N", Action.SOLD, sizes, None, "anna")[0]
    take(context, number, Step.BEGIN, Step.ACCEPT)
    qtbot.waitUntil(lambda: states(page) == [State.DELIVERED])
    page.table.selectRow(0)
    qtbot.waitUntil(page.panel.undo.isVisible)
    assert page.panel.undo.visibleRegion().boundingRect() == page.panel.undo.rect()
    with qtbot.waitSignal(page.drafted):
        page.panel.undo.click()
    assert view.message.startswith("Typed on the page Products")
    buttons = view.message_line.findChildren(QPushButton)
    link = next(button for button in buttons if button.text() == "Show it")
    link.click()
    assert view.products.isVisible()
    assert view.message == ""
    qtbot.waitUntil(lambda: view.products.table.current_product_id() is not None)


def test_a_copied_command_gives_a_sign(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    refused(context, page, qtbot, of=2, number=0)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.delivery_id is not None)
    page.panel.curl.click()
    qtbot.waitUntil(lambda: page.panel.curl.text() == "Copied ✓")
    assert QGuiApplication.clipboard().text().startswith("curl ")
    page.table.selectRow(1)
    qtbot.waitUntil(lambda: page.panel.curl.text() == "Copy as cURL")


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
def test_an_export_of_a_filter_says_so_and_offers_all(
    context: UiContext, page: DeliveriesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    refused(context, page, qtbot, of=3, number=1)
    context.bridge.status_changed.emit(Status(deliveries=delivery_counts(context.shop)))
    page.show_kind(DeliveryKind.NEEDS_PERSON)
    qtbot.waitUntil(lambda: states(page) == [State.REJECTED])
    page.export_button.click()
    menu = page.exporter.menu
    qtbot.waitUntil(menu.isVisible)
    titles = [action.text() for action in menu.actions()]
    assert titles == ["Export: 1 delivery, “Wait for you”", "Export: all 3 deliveries"]
    menu.close()
    for action, lines in zip(menu.actions(), (1, 3), strict=True):
        action.trigger()
        (dialog,) = [d for d in page.findChildren(QFileDialog) if d.isVisible()]
        assert dialog.windowTitle() == action.text()
        path = tmp_path / f"{lines}.csv"
        with qtbot.waitSignal(page.message):
            dialog.fileSelected.emit(str(path))
        dialog.reject()
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.reader(file, delimiter=";"))) == lines + 1


def test_sizes_that_a_cell_cannot_hold_are_counted_and_never_cut(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    sizes = {"XS": 1, "S": 2, "M": 3, "L": 4, "XL": 5}
    add_simple_product(context.shop, "A5", sizes)
    queue_action(context.shop, "A5", Action.SOLD, sizes, None, "anna")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.model.row_at(0) is not None)
    cell = page.model.index(0, DeliveryColumn.SIZES)
    assert cell.data(Qt.ItemDataRole.ToolTipRole).splitlines()[-1] == "XL: 5 → 0"
    delegate = page.table.itemDelegateForColumn(DeliveryColumn.SIZES)
    assert isinstance(delegate, SizesDelegate)
    assert painted(delegate, cell, 100) == "5 sizes: −15 pcs"
    assert painted(delegate, cell, 240) == "XS: −1, S: −2, M: −3, L: −4, XL: −5"


def painted(delegate: SizesDelegate, cell: QModelIndex, width: int) -> str:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, 46)  # type: ignore[attr-defined]
    delegate.initStyleOption(option, cell)
    return str(option.text).replace(NO_BREAK, " ")  # type: ignore[attr-defined]


def test_the_log_shows_title_and_figures_and_gives_room_to_both(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    add_simple_product(context.shop, "SS22JN04-LONG", {"XL": 3, "L": 4, "42": 2})
    sizes = {"XL": 1, "L": 2, "42": 1}
    queue_action(context.shop, "SS22JN04-LONG", Action.SOLD, sizes, None, "anna")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.model.row_at(0) is not None)
    cell = page.model.index(0, DeliveryColumn.SIZES)
    assert cell.data().replace(NO_BREAK, " ") == "XL: −1, L: −2, 42: −1"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "XL: 3 → 2\nL: 4 → 2\n42: 2 → 1"
    assert page.model.index(0, DeliveryColumn.PRODUCT).data(SubtitleRole) == ""
    narrow = page.table.columnWidth(DeliveryColumn.PRODUCT)
    assert narrow > page.table.fontMetrics().horizontalAdvance("SS22JN04-LONG")
    page.window().resize(1700, 800)
    qtbot.waitUntil(lambda: page.table.columnWidth(DeliveryColumn.PRODUCT) > narrow + 80)
    page.table.horizontalHeader().resizeSection(DeliveryColumn.PRODUCT, 150)
    chosen = page.table.columnWidth(DeliveryColumn.STATE)
    page.window().resize(1500, 800)
    qtbot.waitUntil(lambda: page.table.columnWidth(DeliveryColumn.STATE) == chosen - 200)
    assert page.table.columnWidth(DeliveryColumn.PRODUCT) == 150
    assert page.table.columnWidth(DeliveryColumn.PRODUCT) == 150


def test_both_pauses_are_told_apart(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> None:
    refused(context, page, qtbot, of=2, number=0)
    qtbot.waitUntil(page.batch.isVisible)
    assert (page.pause.text(), page.batch.pause.text()) == ("Pause all", "Pause the batch")


def test_what_follows_the_cabinet_has_a_figure_of_its_own(
    context: UiContext, page: DeliveriesPage, qtbot: QtBot
) -> None:
    ids = refused(context, page, qtbot, of=2, number=0)
    take(context, ids[0], Step.BEGIN, Step.LOSE, Step.CORRECT)
    take(context, ids[1], Step.BEGIN, Step.ACCEPT)

    def figures() -> list[str]:
        return [link.text() for link in page.batch.links.values() if not link.isHidden()]

    qtbot.waitUntil(lambda: figures() == ["Delivered 1", "Corrected by the cabinet 1"])
    assert page.batch.words == "Sending of 2 products has ended"
