"""Words have room: in tables, under the navigation, and on a small screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.text import translate
from app.services.editing import queue_action
from app.services.reconciling import Scope
from app.services.status_views import Lamp, Status
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.dialogs.figure_dialog import FigureDialog
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.dialogs.resolve_many_dialog import ResolveManyDialog
from app.ui.frame import Frame
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, PRODUCTS, MainView
from app.ui.models.delivery_table_model import DeliveryColumn
from app.ui.models.size_cells import Column
from app.ui.theme import interface_font
from app.ui.widgets.chip import CELL_SIDE, chip_width
from app.ui.widgets.elided_lines import ElidedLines
from app.ui.widgets.whole_label import WholeLabel
from app.ui.words import short_state_chip, state_chip, state_words
from tests.services.support import JACKET, add_simple_product
from tests.services.test_doubts import unknown_sales

SIZES = ((1280, 800), (1024, 700), (900, 600))
REASON = translate(
    "Connection",
    "The server's certificate is not trusted. Check the address and this computer's date; "
    "in a company network ask whoever runs it.",
)


@pytest.fixture
def frame(context: UiContext, language: Language, qtbot: QtBot) -> Iterator[Frame]:
    """The window with a delivery, in Russian, whose words are the longer ones."""
    usual = QApplication.font()
    QApplication.setFont(interface_font())
    language.use("ru")
    add_simple_product(context.shop, "SS21CA2N", JACKET)
    queue_action(context.shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")
    made = Frame(context.memory)
    qtbot.addWidget(made)
    made.setCentralWidget(view := MainView(context, language))
    view.show_page(DELIVERIES)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: view.deliveries.model.rowCount() == 1)
    yield made
    QApplication.setFont(usual)


def view_of(frame: Frame) -> MainView:
    view = frame.centralWidget()
    assert isinstance(view, MainView)
    return view


@pytest.mark.parametrize("size", SIZES)
def test_titles_and_states_have_room_in_the_log(frame: Frame, size: tuple[int, int]) -> None:
    frame.resize(*size)
    QApplication.processEvents()
    table = view_of(frame).deliveries.table
    room = table.columnWidth(DeliveryColumn.STATE) - CELL_SIDE - 4
    assert room >= max(chip_width(state_chip(state), table.font()) for state in State)
    metrics = QFontMetrics(table.font())
    for column, words in (
        (DeliveryColumn.PRODUCT, "Куртка демисезонная"),
        (DeliveryColumn.SIZES, shown.size_change("ONE", 23, 22)),
        (DeliveryColumn.TIME, shown.longest_day()),
    ):
        assert table.columnWidth(column) - 2 * CELL_SIDE >= metrics.horizontalAdvance(words), words
    last = DeliveryColumn.ATTEMPTS
    assert table.columnViewportPosition(last) + table.columnWidth(last) <= table.viewport().width()


@pytest.mark.parametrize("code", ["ru", "en"])
def test_a_products_state_fits_its_column_and_says_all_to_who_asks(
    frame: Frame, language: Language, code: str
) -> None:
    language.use(code)
    view = view_of(frame).products.table.view
    room = view.columnWidth(Column.STATE) - 2 * CELL_SIDE
    for state in set(State) - {State.CANCELLED, State.SUPERSEDED}:
        chip = short_state_chip(state)
        assert chip_width(chip, view.font()) <= room, chip.text
        assert chip.spoken == state_words(state)


def test_the_page_of_products_is_named_where_the_system_shows_all_half_as_large_again(frame: Frame) -> None:
    view = view_of(frame)
    view.show_page(PRODUCTS)
    frame.resize(1280 * 2 // 3, 800 * 2 // 3)
    QApplication.processEvents()
    (title,) = [
        label for label in view.products.header.findChildren(WholeLabel) if label.text() == "Товары"
    ]
    assert title.is_whole


def test_a_long_reason_takes_two_lines_under_the_navigation(context: UiContext, frame: Frame) -> None:
    frame.resize(1280, 800)
    words = view_of(frame).navigation
    context.bridge.status_changed.emit(Status(marketplace=Lamp.BAD, marketplace_words=REASON))
    QApplication.processEvents()
    (line, *_) = words.findChildren(ElidedLines)
    assert line.text().count("\n") == 1
    assert line.text().endswith("…")
    assert all(
        line.fontMetrics().horizontalAdvance(part) <= line.width() for part in line.text().split("\n")
    )
    assert line.toolTip() == line.accessibleDescription() == words.status_words.split("\n")[0]
    assert line.toolTip().endswith("администратора.")


@pytest.mark.parametrize("of", [ResolveManyDialog, ReconcileDialog])
def test_a_table_to_fill_in_fits_a_small_screen(
    context: UiContext, frame: Frame, qtbot: QtBot, of: type[FigureDialog]
) -> None:
    unknown_sales(context.shop, 2)
    page = view_of(frame).deliveries
    dialog: FigureDialog
    if of is ResolveManyDialog:
        dialog = ResolveManyDialog(context, None, page)
    else:
        dialog = ReconcileDialog(context, Scope(), page)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.width() <= dialog.screen().availableSize().width()
    dialog.resize(870, 460)
    QApplication.processEvents()
    assert dialog.table.horizontalScrollBar().maximum() == 0
    assert not dialog.table.isColumnHidden(0)
    dialog.resize(1200, 460)
    QApplication.processEvents()
    assert not any(map(dialog.table.isColumnHidden, range(dialog.table.model().columnCount())))
