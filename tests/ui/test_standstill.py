"""Why nothing is sent: said above the log, in its rows and its panel, with a way to what helps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.delivery import Step
from app.domain.text import Text, translate
from app.services.delivery_views import DeliveryCounts
from app.services.editing import queue_action
from app.services.status_views import Obstacle, Standstill, Status
from app.services.views import Change
from app.storage import outbox
from app.ui import format as shown
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, PRODUCTS, MainView
from app.ui.models.delivery_table_model import DeliveryColumn
from app.ui.pages.deliveries_page import DeliveriesPage
from app.ui.widgets.chip import ChipRole
from tests.services.support import JACKET, add_simple_product
from tests.ui.pointer import enter, leave

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
WHY = translate("Connection", "The server could not be reached. Check the network and the address.")
MISSING = translate("Engine", "The marketplace's token is missing, so nothing can be sent.")
REFUSED = translate("Answer", "The token was refused. Copy it from the cabinet once more, in Settings.")
THREE = DeliveryCounts(total=5, queued=3)


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The pages over a shop with a jacket, the deliveries looked at."""
    add_simple_product(context.shop, "SS21CA2N", JACKET)
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_page(DELIVERIES)
    return made


def tell(
    context: UiContext,
    obstacle: Obstacle | None,
    *,
    asks_at: datetime | None = None,
    paused: Text | None = None,
    marketplace_words: Text | None = None,
) -> None:
    """The engine says so."""
    words = MISSING if obstacle is Obstacle.NO_TOKEN else WHY
    standstill = None if obstacle is None else Standstill(obstacle, words, asks_at)
    status = Status(
        deliveries=THREE, standstill=standstill, paused=paused, marketplace_words=marketplace_words
    )
    context.bridge.status_changed.emit(status)


def buttons(view: MainView) -> list[QPushButton]:
    found = view.deliveries.standstill.findChildren(QPushButton)
    return [button for button in found if button.isVisible()]


def sold(context: UiContext, page: DeliveriesPage, qtbot: QtBot) -> int:
    """A sale in the queue, chosen in the log."""
    number = queue_action(context.shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "anna")[0]
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.model.row_at(0) is not None)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.delivery_id == number)
    return number


def state_words(page: DeliveriesPage, row: int = 0) -> str:
    return str(page.model.index(row, DeliveryColumn.STATE).data(ChipRole).text)


def test_a_silent_marketplace_says_why_how_many_wait_and_when_it_is_asked(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    strip = view.deliveries.standstill
    assert strip.words == ""
    tell(context, Obstacle.SILENCE, asks_at=NOON)
    assert strip.words == (
        "The server could not be reached. Check the network and the address. Waiting to be sent: 3. "
        f"It is asked again at {shown.clock(NOON)}."
    )
    assert [button.text() for button in buttons(view)] == ["Check now"]
    with qtbot.waitSignal(strip.check_requested):
        buttons(view)[0].click()
    tell(context, Obstacle.SILENCE)
    assert strip.words.endswith("It is being asked just now…")
    assert [(button.text(), button.isEnabled()) for button in buttons(view)] == [("Checking…", False)]
    tell(context, None)
    assert strip.words == ""


def test_a_line_under_the_pointer_keeps_its_place_when_it_ends(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    strip, below = view.deliveries.standstill, view.deliveries.table
    tell(context, Obstacle.SILENCE, asks_at=NOON)
    QApplication.processEvents()
    before = below.mapTo(view, QPoint(0, 0))
    enter(view.deliveries, strip)
    tell(context, None)
    QApplication.processEvents()
    assert strip.words == ""
    assert buttons(view) == []
    assert below.mapTo(view, QPoint(0, 0)) == before
    assert strip.isVisible()
    leave(strip)
    qtbot.waitUntil(strip.isHidden)


@pytest.mark.parametrize(
    ("obstacle", "button"),
    [(Obstacle.NO_ADDRESS, "Connect…"), (Obstacle.NO_TOKEN, "Enter the token")],
)
def test_what_is_missing_can_be_typed_at_once(
    context: UiContext, view: MainView, qtbot: QtBot, obstacle: Obstacle, button: str
) -> None:
    tell(context, obstacle)
    (only,) = buttons(view)
    assert only.text() == button
    only.click()
    tab = view.settings.connection
    field = tab.url if obstacle is Obstacle.NO_ADDRESS else tab.token
    qtbot.waitUntil(field.hasFocus)


def test_a_pause_is_told_once_with_how_many_wait(context: UiContext, view: MainView) -> None:
    tell(context, Obstacle.SILENCE, paused=REFUSED)
    assert view.hindrance.startswith("The token was refused.")
    assert view.hindrance.endswith("Waiting to be sent: 3.")
    assert view.deliveries.standstill.words == ""


def test_a_token_that_is_not_there_is_not_called_refused(context: UiContext, view: MainView) -> None:
    marketplace = translate("Engine", "Marketplace: not connected")
    tell(context, Obstacle.NO_TOKEN, paused=REFUSED, marketplace_words=marketplace)
    view.show_page(PRODUCTS)
    assert view.hindrance.startswith("The marketplace's token is missing")
    assert "refused" not in view.navigation.status_words
    assert "not connected" in view.navigation.status_words


def test_a_row_and_its_panel_say_what_it_waits_for(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    page = view.deliveries
    sold(context, page, qtbot)
    assert state_words(page) == "queued"
    tell(context, Obstacle.NO_TOKEN)
    assert state_words(page) == "waits for the token"
    assert page.panel.words == "Queued. Sending goes on once the token is entered."
    tell(context, None)
    assert state_words(page) == "queued"
    assert page.panel.words == "Queued."


def test_a_retry_does_not_promise_what_cannot_be(context: UiContext, view: MainView, qtbot: QtBot) -> None:
    page = view.deliveries
    number = sold(context, page, qtbot)
    with context.shop.database.write() as connection:
        outbox.take(connection, [number], Step.BEGIN)
        outbox.take(connection, [number], Step.REFUSE)
    context.shop.changes.publish(Change(None, deliveries=True))
    tell(context, Obstacle.SILENCE, asks_at=NOON)
    qtbot.waitUntil(page.panel.retry.isVisible)
    with qtbot.waitSignal(page.message) as told:
        page.panel.retry.click()
    assert told.args == ["It is in the queue again. Sending goes on once the marketplace answers."]


def test_a_delivery_says_what_it_waits_for_and_leads_there(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    page = view.deliveries
    first = sold(context, page, qtbot)
    with context.shop.database.write() as connection:
        outbox.take(connection, [first], Step.BEGIN)
        outbox.take(connection, [first], Step.REFUSE)
    later = queue_action(context.shop, "SS21CA2N", Action.RECEIPTS, {"L": 1}, None, "anna")[0]
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 and page.model.row_at(0) is not None)
    assert state_words(page) == "waits: earlier one rejected"
    assert not page.panel.show_earlier.isVisible()
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.delivery_id == later)
    assert page.panel.earlier_words.startswith(
        "An earlier delivery of this product needs your decision: sold"
    )
    page.panel.show_earlier.click()
    qtbot.waitUntil(lambda: page.panel.delivery_id == first)
    assert page.table.currentIndex().row() == 1


def test_a_slowed_rate_is_said_while_something_waits_for_it(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    strip = view.deliveries.standstill
    context.bridge.status_changed.emit(Status(deliveries=THREE, seconds_between=10.0))
    assert strip.words == (
        "The marketplace asked for fewer requests: one goes every 10 s for now. Waiting to be sent: 3."
    )
    context.bridge.status_changed.emit(Status(deliveries=THREE, seconds_between=0.4))
    assert strip.words == ""
    held = replace(THREE, held_back=1)
    context.bridge.status_changed.emit(Status(deliveries=held, seconds_between=10.0))
    assert strip.words.endswith(
        "Waiting to be sent: 2. Waiting for your decision about an earlier one of their product: 1."
    )
    context.bridge.status_changed.emit(Status(deliveries=replace(THREE, held_back=3), seconds_between=10.0))
    assert strip.words == ""  # the rate is not why they wait
    context.bridge.status_changed.emit(Status(seconds_between=10.0))
    assert strip.words == ""


def test_what_is_due_waits_its_turn(context: UiContext, view: MainView, qtbot: QtBot) -> None:
    (number,) = queue_action(context.shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
    with context.shop.database.write() as connection:
        outbox.take(connection, [number], Step.BEGIN)
        outbox.take(connection, [number], Step.POSTPONE, next_at=context.shop.clock() - 1)
    context.shop.changes.publish(Change(None, deliveries=True))
    index = view.deliveries.model.index
    qtbot.waitUntil(lambda: chip(index(0, DeliveryColumn.STATE)) == "waits its turn")


def chip(index: QModelIndex) -> str:
    data = index.data(ChipRole)
    return "" if data is None else data.text
