"""Nothing that happens around it disturbs what somebody is typing into a cell."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services import catalogue, editing
from app.services.views import ProductDraft, SizeDraft
from app.ui.context import UiContext
from app.ui.dialogs.product_dialog import ProductDialog
from app.ui.i18n import Language
from app.ui.models.size_cells import Column
from app.ui.pages.products_page import ProductsPage
from tests.ui.test_products_page import JACKET, cell, changes, editor, finish, shown, type_text

XL = 1


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> Iterator[ProductsPage]:
    """The page with a jacket, and «1» typed into the quantity of XL."""
    catalogue.add_product(context.shop, JACKET)
    made = shown(context, qtbot)
    qtbot.waitUntil(lambda: made.table.model.rowCount() == 4)
    made.table.view.setFocus()
    made.table.view.go_to(XL, Column.QUANTITY)
    type_text(made, "1")
    yield made
    if made.dialog is not None:
        made.dialog.reject()


def typed(page: ProductsPage) -> str | None:
    opened = editor(page)
    return None if opened is None else opened.text()


def taken(page: ProductsPage, context: UiContext, qtbot: QtBot) -> None:
    """Enter takes what was typed."""
    finish(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: changes(context) == 1)
    assert cell(page, XL, Column.QUANTITY) == "−1"


def test_other_colours(context: UiContext, page: ProductsPage, qtbot: QtBot) -> None:
    context.theme.use("dark")
    assert typed(page) == "1"
    taken(page, context, qtbot)


def test_another_language(context: UiContext, page: ProductsPage, language: Language, qtbot: QtBot) -> None:
    language.use("ru")
    assert typed(page) == "1"
    taken(page, context, qtbot)


def test_another_size_of_the_window(context: UiContext, page: ProductsPage, qtbot: QtBot) -> None:
    page.resize(824, 560)
    assert typed(page) == "1"
    opened = editor(page)
    assert opened is not None
    where = page.table.view.visualRect(page.table.model.index(XL, Column.QUANTITY))
    qtbot.waitUntil(lambda: where.contains(opened.geometry().center()))
    taken(page, context, qtbot)


def test_products_that_come_and_stock_that_moves(
    context: UiContext, page: ProductsPage, qtbot: QtBot
) -> None:
    catalogue.add_product(context.shop, ProductDraft("AAA", sizes=(SizeDraft("S", opening=1),)))
    editing.queue_action(context.shop, JACKET.article, Action.SOLD, {"L": 1}, None, "anna")
    with qtbot.waitSignal(page.table.model.listed, raising=False, timeout=500):
        pass
    assert typed(page) == "1"
    finish(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 6 and changes(context) == 1)


def test_the_reason_of_a_refusal_goes_away_with_the_editor(page: ProductsPage) -> None:
    type_text(page, ",5")
    finish(page, Qt.Key.Key_Return)
    assert page.table.view.bubble.isVisible()
    finish(page, Qt.Key.Key_Escape)
    assert not page.table.view.bubble.isVisible()
    assert editor(page) is None


def test_what_a_closing_cell_did_not_take_is_said_at_the_cell_and_stays_said(
    page: ProductsPage, qtbot: QtBot
) -> None:
    finish(page, Qt.Key.Key_Escape)
    view = page.table.view
    view.go_to(0, Column.NEW_PRICE)
    type_text(page, "0")
    where = view.visualRect(page.table.model.index(XL, Column.NAME)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(view.bubble.isVisible)
    assert view.bubble.text().startswith("“0” was not taken. A price cannot be zero.")
    assert page.message.is_error
    assert cell(page, 0, Column.NEW_PRICE) == ""


def test_a_refusal_is_said_until_its_cell_takes_something(page: ProductsPage, qtbot: QtBot) -> None:
    finish(page, Qt.Key.Key_Escape)
    view = page.table.view
    view.go_to(0, Column.NEW_PRICE)
    type_text(page, "0")
    where = view.visualRect(page.table.model.index(XL, Column.NAME)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.message.is_error
    view.go_to(0, Column.NEW_PRICE)
    type_text(page, "950")
    finish(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.message.words == "")


def test_a_double_click_on_the_name_opens_the_form(page: ProductsPage, qtbot: QtBot) -> None:
    finish(page, Qt.Key.Key_Escape)
    view = page.table.view
    where = view.visualRect(page.table.model.index(XL, Column.NAME)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: isinstance(page.dialog, ProductDialog))
