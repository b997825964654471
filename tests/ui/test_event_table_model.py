"""The log of events: rows come in whole, newest first, and what a person looks at stays."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.services.reading import read_new
from app.services.shop import Shop
from app.services.views import EventFilter
from app.storage import inbox
from app.ui.context import UiContext
from app.ui.models.event_table_model import EventColumn, EventTableModel
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
