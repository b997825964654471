"""The log of events: rows come in whole, newest first, and what a person looks at stays."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.services.catalogue import product_rows
from app.services.editing import queue_action
from app.services.event_views import EventFilter
from app.services.reading import read_new
from app.services.shop import Shop
from app.storage import inbox
from app.ui.context import UiContext
from app.ui.models.event_table_model import EventColumn, EventTableModel
from app.ui.models.size_cells import Column, SizeCells
from app.ui.models.window_model import PAGE
from tests.services.support import add_simple_product


@pytest.fixture
def model(context: UiContext) -> Iterator[EventTableModel]:
    """Over two sold pieces; watched by Qt's own checks."""
    add_simple_product(context.shop, "SS21CA2N", {"L": 9}, marketplace_id=17)
    sell(context.shop, 8, 7)
    made = EventTableModel(context)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    context.bridge.changed.connect(made.refresh)
    made.refresh()
    yield made
    del tester


def sell(shop: Shop, *left: int) -> None:
    """Events of one piece each, as the listener keeps them."""
    common = {"received_at": shop.clock(), "sender": "", "headers": "[]", "state": inbox.NEW}
    with shop.database.write() as connection:
        inbox.keep(connection, [common | {"body": body(count)} for count in left])
    read_new(shop)


def receive_many(shop: Shop, lines: int) -> None:
    """An event with so many sizes of a number that nobody knows."""
    sizes = [{"value": str(number), "count": 1, "soldCount": 1} for number in range(lines)]
    many = json.dumps({"products": [{"id": 904, "sizes": sizes}]}).encode()
    common = {"received_at": shop.clock(), "sender": "", "headers": "[]", "state": inbox.NEW}
    with shop.database.write() as connection:
        inbox.keep(connection, [common | {"body": many}])
    read_new(shop)


def body(count: int) -> bytes:
    size = {"value": "L", "count": count, "soldCount": 1}
    return json.dumps({"products": [{"id": 17, "sizes": [size]}]}).encode()


def stocks(model: EventTableModel) -> list[str | None]:
    return [model.index(row, EventColumn.AFTER).data() for row in range(model.rowCount())]


def test_rows_are_there_as_soon_as_their_number_is(model: EventTableModel, qtbot: QtBot) -> None:
    seen: list[list[str | None]] = []
    model.modelReset.connect(lambda: seen.append(stocks(model)))
    model.start_anew()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [[], ["7", "8"]]


def test_new_events_come_on_top_and_the_chosen_one_stays(
    model: EventTableModel, context: UiContext, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: stocks(model) == ["7", "8"])
    chosen = QPersistentModelIndex(model.index(0, EventColumn.AFTER))
    with qtbot.waitSignal(model.rowsInserted):
        sell(context.shop, 6, 5)
    assert stocks(model) == ["5", "6", "7", "8"]
    assert chosen.row() == 2
    assert chosen.data() == "7"


def test_an_event_that_comes_while_rows_are_read_is_shown_too(
    model: EventTableModel, context: UiContext, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    model.refresh()
    sell(context.shop, 6)
    model.refresh()
    qtbot.waitUntil(lambda: stocks(model) == ["6", "7", "8"])


def test_a_filter_that_finds_nothing_says_that_it_has_looked(model: EventTableModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    model.show_filter(EventFilter("nowhere"))
    qtbot.waitUntil(lambda: model.is_loaded)
    assert model.rowCount() == 0


def test_a_cell_has_no_answer_to_what_its_column_does_not_show(
    model: EventTableModel, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert model.index(0, EventColumn.PRODUCT).data() == "SS21CA2N"
    assert model.index(0, EventColumn.PRODUCT).data(Qt.ItemDataRole.BackgroundRole) is None


@pytest.fixture
def long_model(context: UiContext, qtbot: QtBot) -> Iterator[EventTableModel]:
    """Over eight pages of lines, of which the first is read."""
    receive_many(context.shop, 8 * PAGE)
    made = EventTableModel(context)
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.refresh()
    qtbot.waitUntil(lambda: made.rowCount() == 8 * PAGE)
    yield made
    del tester


def test_pages_beside_each_other_join_whatever_way_one_scrolls(
    long_model: EventTableModel, qtbot: QtBot
) -> None:
    for row in (7 * PAGE, 6 * PAGE, PAGE, 2 * PAGE):
        long_model.row_at(row)
        qtbot.waitUntil(lambda row=row: long_model.row_at(row) is not None)
    for page in (0, 1, 2, 6, 7):
        numbers = [row.id for row in long_model.loaded(page * PAGE, (page + 1) * PAGE - 1)]
        assert numbers == list(range((8 - page) * PAGE, (7 - page) * PAGE, -1))


def test_what_was_scrolled_past_is_not_read(
    long_model: EventTableModel, context: UiContext, qtbot: QtBot
) -> None:
    context.tasks.hold()
    for page in range(1, 8):
        assert long_model.row_at(page * PAGE) is None
    context.tasks.release()
    qtbot.waitUntil(lambda: long_model.row_at(7 * PAGE) is not None)
    assert not list(long_model.loaded(3 * PAGE, 3 * PAGE))


def test_a_stock_below_zero_says_what_it_means(
    context: UiContext, model: EventTableModel, qtbot: QtBot
) -> None:
    shop = context.shop
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 7}, None, "anna")
    sell(shop, 6)
    qtbot.waitUntil(lambda: stocks(model)[:1] == ["−1"])
    index = model.index(0, EventColumn.AFTER)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert "−1: 1 more sold than there was" in index.data(role)
    result = model.index(0, EventColumn.RESULT)
    assert "sold more than there was" in result.data(Qt.ItemDataRole.ToolTipRole)
    cells = SizeCells(context.theme)
    (product,) = product_rows(shop, [1])
    tip = cells.of_size(product.sizes[0], Column.STOCK, Qt.ItemDataRole.ToolTipRole)
    assert tip == "−1: 1 more sold than there was, so an order lacks its goods"
