"""A log misses nothing that was committed while it was being read."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.domain.action import Action
from app.services.deciding import cancel
from app.services.editing import queue_action
from app.services.shop import Shop
from app.ui.context import UiContext
from app.ui.models.delivery_table_model import DeliveryTableModel
from tests.services.support import JACKET, add_simple_product


class ToldModel(DeliveryTableModel):
    """Says when it has read the count."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.has_read = threading.Event()

    @override
    def read_count(self, shop: Shop) -> int:
        count = super().read_count(shop)
        self.has_read.set()
        return count


def test_a_commit_during_the_reading_is_shown_too(context: UiContext, qtbot: QtBot) -> None:
    add_simple_product(context.shop, "A1", JACKET)
    model = ToldModel(context)
    model.refresh()
    assert model.has_read.wait(5)
    queue_action(context.shop, "A1", Action.SOLD, {"XL": 1}, None, "anna")
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_only_rows_that_changed_are_painted_anew(context: UiContext, qtbot: QtBot) -> None:
    for article in ("A1", "A2", "A3"):
        add_simple_product(context.shop, article, JACKET)
        queue_action(context.shop, article, Action.SOLD, {"XL": 1}, None, "anna")
    model = DeliveryTableModel(context)
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    cancel(context.shop, 2)
    with qtbot.waitSignal(model.page_arrived):
        model.refresh()
    assert told == [(1, 1)]
    with qtbot.waitSignal(model.page_arrived):
        model.refresh()
    assert told == [(1, 1)]
    queue_action(context.shop, "A1", Action.SOLD, {"XL": 1}, None, "anna")
    with qtbot.waitSignal(model.page_arrived):
        model.refresh()
    assert told == [(1, 1), (0, 0)]
