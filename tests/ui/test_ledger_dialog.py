"""*Movements*: filters, the stock at a moment, the sum that must fit, and the way to the product."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.flow import Flow
from app.domain.movement import Cause
from app.domain.span import Span
from app.services.catalogue import product_rows
from app.services.editing import queue_action
from app.services.ledger_views import LedgerFilter
from app.ui.context import UiContext
from app.ui.dialogs.ledger_dialog import LedgerDialog, View
from app.ui.i18n import Language
from app.ui.models.ledger_table_model import LedgerColumn
from app.ui.models.past_stock_model import PastColumn
from app.ui.pages.products_page import ProductsPage
from app.ui.widgets.chip import ChipRole
from app.ui.widgets.ledger_filters import CHOSEN
from tests.services.support import JACKET, add_simple_product

ARTICLE = "SS21CA2N"
NOW = datetime.now().astimezone()


@pytest.fixture
def story(context: UiContext) -> UiContext:
    """Two products since ten days; Anna sold one XL three days ago, Boris takes an L in now."""
    shop = context.shop
    clock = shop.clock
    shop.clock = (NOW - timedelta(days=10)).timestamp
    add_simple_product(shop, ARTICLE, JACKET)
    add_simple_product(shop, "AC01BAG7", {"ONE": 5})
    shop.clock = (NOW - timedelta(days=3)).timestamp
    queue_action(shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna")
    shop.clock = clock
    queue_action(shop, ARTICLE, Action.RECEIPTS, {"L": 2}, None, "boris")
    return context


@pytest.fixture
def dialog(story: UiContext, qtbot: QtBot) -> LedgerDialog:
    return opened(story, qtbot, LedgerDialog(story, LedgerFilter()))


def opened(context: UiContext, qtbot: QtBot, made: LedgerDialog) -> LedgerDialog:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    for model in (made.model, made.past_model):
        QAbstractItemModelTester(model, mode, made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.model.is_loaded)
    return made


def rows_of(dialog: LedgerDialog, *columns: int) -> list[list[str]]:
    model = dialog.past_model if dialog.views.value is View.PAST else dialog.model
    return [[model.index(row, column).data() for column in columns] for row in range(model.rowCount())]


def choose(dialog: LedgerDialog, box: str, value: object) -> None:
    getattr(dialog.filters, box).choose(value)


def test_every_movement_stands_there_newest_first(dialog: LedgerDialog) -> None:
    columns = (LedgerColumn.PRODUCT, LedgerColumn.SIZE, LedgerColumn.PIECES, LedgerColumn.WHO)
    first, second, *openings = rows_of(dialog, *columns)
    assert first == [ARTICLE, "L", "+2", "boris"]
    assert second == [ARTICLE, "XL", "−1", "anna"]
    assert len(openings) == 4
    assert dialog.model.index(1, LedgerColumn.CAUSE).data(ChipRole).text == "sold"
    assert rows_of(dialog, LedgerColumn.BEFORE, LedgerColumn.AFTER, LedgerColumn.ORIGIN)[1] == [
        "3",
        "2",
        "delivery 1",
    ]


@pytest.mark.parametrize(
    ("box", "value", "count"),
    [
        ("kinds", Flow.HERE, 1),
        ("kinds", Cause.OPENING, 4),
        ("persons", "anna", 1),
        ("periods", Span.TODAY, 1),
        ("periods", Span.TWO_WEEKS, 6),
    ],
)
def test_a_filter_narrows_the_list(
    dialog: LedgerDialog, qtbot: QtBot, box: str, value: object, count: int
) -> None:
    qtbot.waitUntil(lambda: dialog.filters.persons.count() > 2)
    choose(dialog, box, value)
    qtbot.waitUntil(lambda: dialog.model.is_loaded and dialog.model.rowCount() == count)
    choose(dialog, box, None)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)


def test_a_period_of_ones_own_is_typed(dialog: LedgerDialog, qtbot: QtBot) -> None:
    choose(dialog, "periods", CHOSEN)
    assert dialog.filters.since.isVisible()
    dialog.filters.since.set_moment(NOW - timedelta(days=4))
    dialog.filters.until.set_moment(NOW - timedelta(days=2))
    qtbot.waitUntil(lambda: dialog.model.is_loaded and dialog.model.rowCount() == 1)


def test_a_search_that_finds_nothing_says_so(dialog: LedgerDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.search, "ac01")
    qtbot.waitUntil(lambda: dialog.model.is_loaded and dialog.model.rowCount() == 1)
    QTest.keyClicks(dialog.search, "x")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.empty)
    dialog.search.clear()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.table)


def test_the_stock_of_a_moment(dialog: LedgerDialog, qtbot: QtBot) -> None:
    dialog.views.choose(View.PAST)
    dialog.moment.set_moment(NOW - timedelta(days=5))
    qtbot.waitUntil(lambda: dialog.totals.text() == "4 sizes: 14 pcs then, 15 pcs now")
    qtbot.waitUntil(lambda: dialog.past_model.is_loaded)
    figures = (PastColumn.SIZE, PastColumn.THEN, PastColumn.NOW, PastColumn.CHANGE)
    assert rows_of(dialog, *figures) == [
        ["ONE", "5", "5", "—"],
        ["XL", "3", "2", "−1"],
        ["L", "4", "6", "+2"],
        ["M", "2", "2", "—"],
    ]
    dialog.moment.set_moment(NOW - timedelta(days=11))
    qtbot.waitUntil(lambda: dialog.totals.text() == "4 sizes: 0 pcs then, 15 pcs now")


def test_the_moment_begins_at_now_and_enter_shows_it(dialog: LedgerDialog, qtbot: QtBot) -> None:
    dialog.views.choose(View.PAST)
    assert datetime.now(UTC) - dialog.moment.moment < timedelta(minutes=2)
    dialog.moment.setFocus()
    dialog.moment.set_moment(NOW - timedelta(days=5))
    with qtbot.waitSignal(dialog.moment.moment_chosen):
        QTest.keyClick(dialog.moment, Qt.Key.Key_Return)
    assert dialog.views.value is View.PAST
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.totals.text() == "4 sizes: 14 pcs then, 15 pcs now")


def test_what_moves_meanwhile_comes_in(story: UiContext, dialog: LedgerDialog, qtbot: QtBot) -> None:
    queue_action(story.shop, ARTICLE, Action.SOLD, {"M": 1}, None, "vera")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 7)
    dialog.views.choose(View.PAST)
    qtbot.waitUntil(lambda: dialog.totals.text().endswith("14 pcs now"))
    queue_action(story.shop, ARTICLE, Action.SOLD, {"M": 1}, None, "vera")
    qtbot.waitUntil(lambda: dialog.totals.text().endswith("13 pcs now"))


def test_the_sum_of_the_movements_is_checked(story: UiContext, dialog: LedgerDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.check.text().startswith("Checked: every stock"))
    with story.shop.database.write() as connection:
        connection.exec_driver_sql("UPDATE sizes SET here = here + 1 WHERE value = 'M'")
    queue_action(story.shop, ARTICLE, Action.SOLD, {"XL": 1}, None, "vera")
    words = "1 size whose stock is not the sum of its movements: SS21CA2N M (stock 3, sum 2)."
    qtbot.waitUntil(lambda: dialog.check.text() == words)


def test_a_product_alone_then_all(story: UiContext, qtbot: QtBot) -> None:
    (product,) = product_rows(story.shop, [1])
    dialog = opened(story, qtbot, LedgerDialog(story, LedgerFilter(product_id=1), product))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 5)
    choose(dialog, "sizes", product.sizes[1].id)
    qtbot.waitUntil(lambda: dialog.model.is_loaded and dialog.model.rowCount() == 2)
    dialog.leave.click()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    assert dialog.search.isVisible()
    assert not dialog.filters.sizes.isVisible()


def test_a_row_leads_to_its_product(dialog: LedgerDialog, qtbot: QtBot) -> None:
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(lambda: dialog.model.row_at(1) is not None)
    dialog.table.selectRow(1)
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.product_requested) as told:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert told.args == [1, 1]
    assert not dialog.isVisible()


def test_what_is_shown_is_saved(dialog: LedgerDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.export_to(str(tmp_path / "movements.xlsx"))
    qtbot.waitUntil(lambda: dialog.said.text() == "6 rows saved.")
    dialog.views.choose(View.PAST)
    dialog.export_to(str(tmp_path / "stock.csv"))
    qtbot.waitUntil(lambda: dialog.said.text() == "4 rows saved.")
    assert len((tmp_path / "stock.csv").read_text(encoding="utf-8-sig").splitlines()) == 5
    dialog.export_to(str(tmp_path / "nowhere" / "stock.csv"))
    qtbot.waitUntil(lambda: "could not be written" in dialog.said.text())


def test_the_panel_of_a_product_opens_its_movements(story: UiContext, qtbot: QtBot) -> None:
    page = ProductsPage(story)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(page.panel.ledger.isVisible)
    page.panel.ledger.click()
    dialog = page.dialog
    assert isinstance(dialog, LedgerDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.scope.text() == "AC01BAG7"
    dialog.reject()


@pytest.mark.parametrize("code", ["ru", "en"])
def test_the_words_of_the_search_and_the_figures_are_whole(
    code: str, story: UiContext, language: Language, qtbot: QtBot
) -> None:
    language.use(code)
    dialog = opened(story, qtbot, LedgerDialog(story, LedgerFilter()))
    search = dialog.search
    glass, clear = 2 * search.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize), 30
    words = search.fontMetrics().horizontalAdvance(search.placeholderText())
    assert search.width() >= words + glass + clear
    pieces = dialog.table.fontMetrics().horizontalAdvance("+125 800") + 16
    assert dialog.table.columnWidth(LedgerColumn.PIECES) >= pieces
