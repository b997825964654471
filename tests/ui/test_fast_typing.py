"""What a scanner or a macro types, faster than any hand, is taken to the last row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import catalogue, reviewing
from app.services.views import ProductDraft, SizeDraft
from app.ui.context import UiContext
from app.ui.models.product_pages import PAGE
from app.ui.models.size_cells import Column
from app.ui.pages.products_page import ProductsPage
from tests.ui.test_products_page import changes, shown

PRODUCTS = 200
FIRST_UNREAD = 2 * PAGE
"""The product from which on nothing was read when the table was filled."""


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> ProductsPage:
    """The page with two hundred products of one size, the person in it."""
    for number in range(PRODUCTS):
        draft = ProductDraft(f"A{number:03}", sizes=(SizeDraft("XL", "", 500),))
        catalogue.add_product(context.shop, draft)
    made = shown(context, qtbot)
    qtbot.waitUntil(lambda: made.table.model.rowCount() == 2 * PRODUCTS)
    made.table.view.setFocus()
    return made


def window_of(page: ProductsPage) -> QWindow:
    """Where the keys of the window system arrive."""
    handle = page.window().windowHandle()
    assert handle is not None
    return handle


def type_figure(window: QWindow, figure: int) -> None:
    """The figure and Enter."""
    for digit in str(figure):
        QTest.keyClick(window, digit)
    QTest.keyClick(window, Qt.Key.Key_Return)


def figures(context: UiContext) -> list[int]:
    """What is pending, by article."""
    return [line.quantity for item in reviewing.review(context.shop).items for line in item.lines]


def test_every_one_of_two_hundred_values_is_taken(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    page.table.view.go_to(1, Column.QUANTITY)
    window = window_of(page)
    for figure in range(1, PRODUCTS + 1):
        type_figure(window, figure)
    qtbot.waitUntil(lambda: changes(context) == PRODUCTS, timeout=60_000)
    assert figures(context) == list(range(1, PRODUCTS + 1))


def test_what_is_typed_before_its_row_is_read_is_typed_when_it_is(
    page: ProductsPage, context: UiContext, qtbot: QtBot
) -> None:
    model, window = page.table.model, window_of(page)
    context.tasks.hold()
    page.table.view.go_to(2 * FIRST_UNREAD + 1, Column.QUANTITY)
    assert model.size_at(page.table.view.current_row) is None
    for figure in (12, 7, 30):
        type_figure(window, figure)
    context.tasks.release()
    qtbot.waitUntil(lambda: changes(context) == 3)
    assert figures(context) == [12, 7, 30]
    assert page.table.view.current_row == 2 * (FIRST_UNREAD + 3) + 1


def test_escape_forgets_what_was_typed_ahead(page: ProductsPage, context: UiContext, qtbot: QtBot) -> None:
    view, window = page.table.view, window_of(page)
    context.tasks.hold()
    view.go_to(2 * FIRST_UNREAD + 1, Column.QUANTITY)
    type_figure(window, 12)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    context.tasks.release()
    qtbot.waitUntil(lambda: page.table.model.size_at(view.current_row) is not None)
    type_figure(window, 3)
    qtbot.waitUntil(lambda: changes(context) == 1)
    assert figures(context) == [3]
