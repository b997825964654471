"""The page of products as staff use it: by keyboard, scanner and clipboard."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services import catalogue, editing, outbox
from app.services.delivery_views import DeliveryKind
from app.services.views import (
    PendingChange,
    PendingSummary,
    ProductDraft,
    ProductFilter,
    ProductKind,
    SizeDraft,
)
from app.ui.context import UiContext
from app.ui.dialogs.product_dialog import ProductDialog
from app.ui.dialogs.review_dialog import ReviewDialog
from app.ui.models.size_cells import Column
from app.ui.pages.products_page import ProductsPage

JACKET = ProductDraft(
    "SS21CA2N",
    "Jacket",
    "",
    Decimal(82000),
    (
        SizeDraft("XL", "2000000000015", 3),
        SizeDraft("L", "2000000000022", 4),
        SizeDraft("M", "2000000000039", 2),
    ),
)
JUMPER = ProductDraft(
    "FW20KT11",
    "Jumper",
    "",
    Decimal(34900),
    (SizeDraft("S", "2000000000046", 6), SizeDraft("M", "2000000000053", 11)),
)
# Rows: 0 FW20KT11, 1 S, 2 M, 3 SS21CA2N, 4 XL, 5 L, 6 M


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> Iterator[ProductsPage]:
    """The page with two products, ready to type."""
    for draft in (JACKET, JUMPER):
        catalogue.add_product(context.shop, draft)
    made = shown(context, qtbot)
    qtbot.waitUntil(lambda: made.table.model.rowCount() == 7)
    made.table.view.setFocus()
    yield made
    if made.dialog is not None:
        made.dialog.reject()


def shown(context: UiContext, qtbot: QtBot) -> ProductsPage:
    """A page on the screen."""
    made = ProductsPage(context)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """One key, as the window system sends it to what has the focus."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def type_text(page: ProductsPage, text: str) -> None:
    """Type into the current cell: the first key opens the editor."""
    for letter in text:
        target = editor(page) or page.table.view
        press(target, Qt.Key.Key_unknown, letter)


def editor(page: ProductsPage) -> QLineEdit | None:
    """The editor that is open in a cell."""
    found = page.table.view.viewport().findChildren(QLineEdit, "cellEditor")
    return found[-1] if found and page.table.view.is_editing else None


def finish(page: ProductsPage, key: Qt.Key) -> None:
    """A key into the open editor."""
    opened = editor(page)
    assert opened is not None
    press(opened, key)


def cell(page: ProductsPage, row: int, column: Column) -> str:
    """A cell as shown."""
    return str(page.table.model.index(row, column).data() or "")


def column_of(page: ProductsPage, column: Column) -> list[str]:
    """A whole column as shown."""
    return [cell(page, row, column) for row in range(page.table.model.rowCount())]


def changes(context: UiContext) -> int:
    """How many pending changes the database has."""
    return editing.pending_summary(context.shop).changes


def test_a_digit_starts_editing_and_enter_goes_to_the_next_size(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    page.table.view.go_to(1, Column.NAME)
    type_text(page, "2")
    finish(page, Qt.Key.Key_Return)
    assert cell(page, 1, Column.QUANTITY) == "−2"
    assert page.table.view.current_row == 2
    type_text(page, "1")
    finish(page, Qt.Key.Key_Return)
    assert page.table.view.current_row == 4  # over the next product's own row
    qtbot.waitUntil(lambda: changes(context) == 2)


@pytest.mark.parametrize(
    ("row", "column", "following"), [(2, Column.QUANTITY, 4), (0, Column.NEW_PRICE, 3)]
)
def test_tab_goes_to_the_next_cell_of_the_kind(
    page: ProductsPage, row: int, column: Column, following: int
) -> None:
    page.table.view.go_to(row, column)
    type_text(page, "1")
    finish(page, Qt.Key.Key_Tab)
    assert page.table.view.currentIndex().row() == following
    assert page.table.view.currentIndex().column() == column


def test_a_quantity_typed_at_a_product_never_becomes_its_price(
    page: ProductsPage, context: UiContext
) -> None:
    page.table.view.go_to(3, Column.NAME)
    type_text(page, "2")
    assert editor(page) is None
    assert "Choose a size below" in page.table.view.bubble.text()
    assert changes(context) == 0


def test_a_quantity_typed_at_a_product_of_one_size_means_that_size(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    catalogue.add_product(context.shop, ProductDraft("AAA", sizes=(SizeDraft("ONE", opening=5),)))
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 9)
    page.table.view.go_to(0, Column.NAME)
    type_text(page, "2")
    finish(page, Qt.Key.Key_Return)
    assert cell(page, 1, Column.QUANTITY) == "−2"


def test_undo_where_nothing_is_typed_says_where_the_sent_stands(page: ProductsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.table.view.hasFocus)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Deliveries" in page.message.words


@pytest.mark.parametrize("text", ["-1", "1.5", "1000000000000"])
def test_what_cannot_be_taken_stays_in_the_editor_with_the_reason_at_the_cell(
    page: ProductsPage, text: str
) -> None:
    page.table.view.go_to(1)
    type_text(page, text)
    finish(page, Qt.Key.Key_Return)
    opened = editor(page)
    assert opened is not None
    assert opened.text() == text
    assert page.table.view.bubble.isVisible()
    assert page.table.view.bubble.text()
    press(opened, Qt.Key.Key_Escape)
    assert cell(page, 1, Column.QUANTITY) == ""
    assert page.table.view.current_row == 1


def test_a_change_from_elsewhere_does_not_disturb_what_is_being_typed(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    page.table.view.go_to(1)
    type_text(page, "3")
    editing.queue_action(context.shop, "FW20KT11", Action.SOLD, {"S": 1}, None, "script")
    qtbot.waitUntil(lambda: cell(page, 1, Column.STOCK) == "5")
    opened = editor(page)
    assert opened is not None
    assert opened.text() == "3"
    finish(page, Qt.Key.Key_Return)
    assert cell(page, 1, Column.BECOMES) == "2"


def test_the_chosen_action_decides_what_a_quantity_means(page: ProductsPage) -> None:
    page.header.happenings.choose(Action.RECEIPTS)
    page.table.view.go_to(1)
    type_text(page, "5")
    finish(page, Qt.Key.Key_Return)
    assert cell(page, 1, Column.QUANTITY) == "+5"
    assert cell(page, 1, Column.BECOMES) == "11"


def test_choosing_price_leads_to_the_products_new_price(page: ProductsPage) -> None:
    page.table.view.go_to(5)
    page.header.happenings.choose(Action.PRICE)
    assert page.table.view.current_row == 3
    type_text(page, "76000")
    finish(page, Qt.Key.Key_Return)
    price = page.table.model.index(3, Column.NEW_PRICE).data(Qt.ItemDataRole.EditRole)
    assert price == "76000"


def test_a_pasted_column_flows_over_the_sizes_as_one_step(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("1\r\n2\r\n3\r\n")
    page.table.view.go_to(1)
    with qtbot.waitSignal(page.table.blocks.planned):
        page.table.blocks.paste()
    assert column_of(page, Column.QUANTITY) == ["", "−1", "−2", "", "−3", "", ""]
    qtbot.waitUntil(lambda: changes(context) == 3)
    page.table.history.undo()
    assert column_of(page, Column.QUANTITY) == [""] * 7
    qtbot.waitUntil(lambda: changes(context) == 0)


def test_pasted_cells_that_cannot_be_read_are_told_in_one_sentence(
    page: ProductsPage, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("1\nx\n3\ny\n5\n6\n7\n")
    page.table.view.go_to(1)
    with qtbot.waitSignal(page.table.blocks.planned):
        page.table.blocks.paste()
    assert column_of(page, Column.QUANTITY) == ["", "−1", "", "", "−3", "", "−5"]
    assert "2 cell" in page.message.words
    assert "2 line" in page.message.words


def test_one_copied_figure_fills_all_selected_cells(page: ProductsPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("4")
    page.table.view.selectAll()
    with qtbot.waitSignal(page.table.blocks.planned):
        page.table.blocks.paste()
    assert column_of(page, Column.QUANTITY) == ["", "−4", "−4", "", "−4", "−4", "−4"]


def test_what_is_copied_can_be_pasted_again(page: ProductsPage, qtbot: QtBot) -> None:
    model, view = page.table.model, page.table.view
    model.setData(model.index(1, Column.QUANTITY), "2")
    model.setData(model.index(4, Column.QUANTITY), "1")
    view.selectColumn(Column.QUANTITY)
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        page.table.blocks.copy()
    assert QGuiApplication.clipboard().text() == "2\n\n1\n\n"


def test_delete_clears_the_selected_cells(page: ProductsPage, context: UiContext, qtbot: QtBot) -> None:
    model, view = page.table.model, page.table.view
    model.setData(model.index(1, Column.QUANTITY), "2")
    model.setData(model.index(4, Column.QUANTITY), "1")
    view.selectColumn(Column.QUANTITY)
    press(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: column_of(page, Column.QUANTITY) == [""] * 7)
    qtbot.waitUntil(lambda: changes(context) == 0)


def test_searching_shows_what_is_found_and_an_empty_answer_says_what_to_do(
    page: ProductsPage, qtbot: QtBot
) -> None:
    page.header.search.setText("jack")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 4)
    page.header.search.setText("nothing like it")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 0)
    assert not page.table.isVisible()
    page.header.show_all()
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 7)
    assert page.table.isVisible()


def test_the_place_is_kept_when_the_search_is_cleared(page: ProductsPage, qtbot: QtBot) -> None:
    page.header.search.setText("SS21")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 4)
    page.table.view.go_to(2, Column.QUANTITY)
    page.header.search.clear()
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 7)
    assert page.table.view.current_row == 5


def test_a_letter_typed_in_the_table_starts_a_search(page: ProductsPage, qtbot: QtBot) -> None:
    page.table.view.go_to(3, Column.NAME)
    type_text(page, "f")
    assert page.header.search.text() == "f"
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 3)


def test_a_scanned_barcode_selects_its_size(page: ProductsPage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.header.search, "2000000000022")
    qtbot.keyClick(page.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.view.current_row == 5)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 7)
    assert page.table.view.current_row == 5
    assert page.header.search.text() == ""


def test_a_scanner_is_understood_with_the_russian_layout_on(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    draft = ProductDraft("Z9", "Bag", "", None, (SizeDraft("ONE", "AB-17x", 1),))
    catalogue.add_product(context.shop, draft)
    page.focus_search()
    page.header.search.setText("ФИ-17ч")
    qtbot.keyClick(page.header.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.article == "Z9")


def test_the_filter_of_changes_shows_only_products_with_edits(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    model = page.table.model
    model.setData(model.index(4, Column.QUANTITY), "1")
    qtbot.waitUntil(lambda: changes(context) == 1)
    page.header.kinds.choose(ProductKind.CHANGED)
    qtbot.waitUntil(lambda: column_of(page, Column.NAME) == ["SS21CA2N", "XL", "L", "M"])


def test_what_was_typed_is_there_after_a_restart(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    model = page.table.model
    model.setData(model.index(4, Column.QUANTITY), "1")
    qtbot.waitUntil(lambda: changes(context) == 1)
    again = shown(context, qtbot)
    qtbot.waitUntil(lambda: again.table.model.rowCount() == 7)
    assert cell(again, 4, Column.QUANTITY) == "−1"
    qtbot.waitUntil(lambda: again.bar.has_changes)


def test_review_and_send_queues_what_was_typed_and_leads_to_the_deliveries(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    model = page.table.model
    model.setData(model.index(4, Column.QUANTITY), "1")
    page.bar.show_summary(PendingSummary(1, 1))
    page.bar.review_clicked.emit()
    qtbot.waitUntil(lambda: isinstance(page.dialog, ReviewDialog))
    dialog = page.dialog
    assert isinstance(dialog, ReviewDialog)
    with qtbot.waitSignal(dialog.sent):
        dialog.send()
    qtbot.waitUntil(lambda: cell(page, 4, Column.STOCK) == "2")
    assert outbox.delivery_count(context.shop, DeliveryKind.ALL) == 1
    assert changes(context) == 0
    assert "1 action" in page.message.words
    assert not page.table.history.can_undo


def test_the_panel_shows_the_product_of_the_current_row(page: ProductsPage, qtbot: QtBot) -> None:
    page.table.view.go_to(5)
    qtbot.waitUntil(lambda: page.panel.article == "SS21CA2N")
    page.table.view.go_to(1)
    qtbot.waitUntil(lambda: page.panel.article == "FW20KT11")


def test_a_shop_without_products_says_what_to_do(context: UiContext, qtbot: QtBot) -> None:
    page = shown(context, qtbot)
    with qtbot.waitSignal(page.table.model.listed):
        page.table.model.set_filter(ProductFilter())
    assert not page.table.isVisible()
    page.header.add_clicked.emit()
    assert isinstance(page.dialog, ProductDialog)
    page.dialog.reject()


def test_a_new_product_appears_and_is_the_current_one(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    page.header.add_clicked.emit()
    dialog = page.dialog
    assert isinstance(dialog, ProductDialog)
    dialog.article.edit.setText("AC01BAG7")
    dialog.price.edit.setText("41 000")
    dialog.sizes.add_run("S M L 40-42")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 14)
    assert column_of(page, Column.NAME)[:7] == ["AC01BAG7", "S", "M", "L", "40", "41", "42"]
    qtbot.waitUntil(lambda: page.table.view.current_row == 1)


def test_a_wrong_field_is_told_at_the_field_and_nothing_is_saved(
    page: ProductsPage, context: UiContext
) -> None:
    page.header.add_clicked.emit()
    dialog = page.dialog
    assert isinstance(dialog, ProductDialog)
    dialog.price.edit.setText("cheap")
    dialog.sizes.add_run("S")
    dialog.save()
    assert dialog.article.problem
    assert dialog.price.problem
    assert dialog.isVisible()
    assert len(catalogue.product_index(context.shop, ProductFilter()).ids) == 2


def test_an_article_that_is_taken_is_told_in_the_form(page: ProductsPage, qtbot: QtBot) -> None:
    page.header.add_clicked.emit()
    dialog = page.dialog
    assert isinstance(dialog, ProductDialog)
    dialog.article.edit.setText("SS21CA2N")
    dialog.sizes.add_run("S")
    dialog.save()
    qtbot.waitUntil(lambda: "SS21CA2N" in dialog.problem_words)
    assert dialog.isVisible()


def test_a_product_can_be_renamed_and_its_sizes_put_in_order(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    page.table.view.go_to(4)
    page.edit_current()
    qtbot.waitUntil(lambda: isinstance(page.dialog, ProductDialog))
    dialog = page.dialog
    assert isinstance(dialog, ProductDialog)
    dialog.article.edit.setText("SS21CA2X")
    dialog.sizes.model.move(0, 1)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    expected = ["SS21CA2X", "L", "XL", "M"]
    qtbot.waitUntil(lambda: column_of(page, Column.NAME)[3:] == expected)


def test_the_products_shown_are_exported_for_a_spreadsheet(
    page: ProductsPage, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    editing.set_pending(context.shop, {row_id(context, "S"): PendingChange(Action.SOLD, 2)})
    page.header.search.setText("FW20")
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 3)
    path = tmp_path / "products.csv"
    page.export_to(str(path))
    qtbot.waitUntil(lambda: "2 size" in page.message.words)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    assert lines[1] == ["FW20KT11", "Jumper", "", "S", "2000000000046", "6", "-2", "34900", ""]
    assert len(lines) == 3


def row_id(context: UiContext, value: str) -> int:
    """The id of a size of the jumper."""
    ids = catalogue.product_index(context.shop, ProductFilter("FW20")).ids
    sizes = catalogue.product_rows(context.shop, ids)[0].sizes
    return next(size.id for size in sizes if size.value == value)


def test_an_export_that_cannot_be_written_says_so(page: ProductsPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.export_to(str(tmp_path))  # a folder, not a file
    qtbot.waitUntil(lambda: page.message.words != "")
    assert tmp_path.name in page.message.words


def test_what_the_form_saved_can_be_undone_and_done_again(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    def names() -> list[str]:
        return [row for row in column_of(page, Column.NAME) if len(row) > 2]

    before = names()
    page.header.add_clicked.emit()
    dialog = page.dialog
    assert isinstance(dialog, ProductDialog)
    dialog.article.edit.setText("AC01BAG7")
    dialog.sizes.add_run("ONE")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    qtbot.waitUntil(lambda: names()[0] == "AC01BAG7")
    page.table.history.undo()
    qtbot.waitUntil(lambda: names() == before)
    page.table.history.redo()
    qtbot.waitUntil(lambda: names()[0] == "AC01BAG7")


def test_a_renamed_product_gets_its_old_name_and_sizes_back(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    before = column_of(page, Column.NAME)
    page.table.view.go_to(0)
    page.edit_current()
    qtbot.waitUntil(lambda: isinstance(page.dialog, ProductDialog))
    dialog = page.dialog
    assert isinstance(dialog, ProductDialog)
    dialog.article.edit.setText("AAA")
    dialog.sizes.model.remove(0)
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    qtbot.waitUntil(lambda: column_of(page, Column.NAME) == ["AAA", *before[2:]])
    page.table.history.undo()
    qtbot.waitUntil(lambda: column_of(page, Column.NAME) == before)
