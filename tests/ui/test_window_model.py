"""A log misses nothing that was committed while it was being read."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.domain.action import Action
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
