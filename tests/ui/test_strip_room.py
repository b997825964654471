"""The room above the log: one thing at a time, the most important first, and the log stays where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.delivery import Step
from app.domain.text import translate
from app.services.delivery_views import DeliveryCounts
from app.services.pausing import BY_PERSON
from app.services.status_views import Lamp, Obstacle, Standstill, Status
from app.services.views import Change
from app.storage import outbox
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, PRODUCTS, MainView
from app.ui.widgets.banner import Banner
from tests.services.test_batches import send_batch
from tests.ui.pointer import enter, leave

ONLINE = translate("Engine", "Marketplace: online")
WHY = translate("Connection", "The server could not be reached. Check the network and the address.")
SILENT = Standstill(Obstacle.SILENCE, WHY, datetime(2026, 11, 25, 12, 0, tzinfo=UTC))
CALM = Status(Lamp.GOOD, ONLINE)
DOUBTS = Status(Lamp.GOOD, ONLINE, deliveries=DeliveryCounts(total=5, queued=3, needs_person=2, unknown=2))


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The pages, with three deliveries in the log that were sent together."""
    send_batch(context.shop, 3)
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_page(DELIVERIES)
    qtbot.waitUntil(lambda: made.deliveries.model.rowCount() == 3)
    return made


def tell(context: UiContext, status: Status) -> None:
    context.bridge.status_changed.emit(status)
    QApplication.processEvents()


def banners(view: MainView) -> list[str]:
    """What is said on coloured ground, on the whole window."""
    return [banner.words.split(".")[0] for banner in view.findChildren(Banner) if banner.isVisible()]


def without_batch(view: MainView, qtbot: QtBot) -> None:
    """As if only single deliveries were sent."""
    qtbot.waitUntil(view.deliveries.batch.isVisible)
    view.deliveries.batch.show_progress(None)


def place(view: MainView) -> QRect:
    table = view.deliveries.table
    return QRect(table.mapTo(view, QPoint(0, 0)), table.size())


def test_what_is_in_the_way_comes_first_and_the_rest_is_counted(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    page = view.deliveries
    qtbot.waitUntil(page.batch.isVisible)
    tell(context, replace(DOUBTS, standstill=SILENT))
    assert banners(view) == ["The server could not be reached"]
    assert page.room.more.text() == "1 more"
    page.room.more.click()
    assert len(banners(view)) == 2
    assert page.room.more.text() == "Show less"
    assert page.room.more.hasFocus()
    page.room.more.click()
    assert banners(view) == ["The server could not be reached"]


def test_a_batch_under_way_hides_nothing_that_needs_a_person_and_keeps_its_place(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    page = view.deliveries
    qtbot.waitUntil(page.batch.isVisible)
    tell(context, CALM)
    before = page.batch.mapTo(view, QPoint(0, 0)), place(view)
    for status in (DOUBTS, replace(DOUBTS, standstill=SILENT), CALM):
        tell(context, status)
        assert page.batch.isVisible()
        assert (page.batch.mapTo(view, QPoint(0, 0)), place(view)) == before
    tell(context, DOUBTS)
    assert banners(view) == ["No answer came about 2 deliveries: they may have arrived, or not"]
    assert not page.room.more.isVisible()


def test_the_result_of_a_batch_stays_until_it_is_closed(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    page = view.deliveries
    with context.shop.database.write() as connection:
        for number in (1, 2, 3):
            for step in (Step.BEGIN, Step.ACCEPT):
                outbox.take(connection, [number], step)
    context.shop.changes.publish(Change(None, deliveries=True))
    qtbot.waitUntil(page.batch.close_button.isVisible)
    tell(context, DOUBTS)
    assert page.batch.isVisible()
    assert len(banners(view)) == 1
    page.batch.close_button.click()
    qtbot.waitUntil(lambda: not page.batch.isVisible())
    assert len(banners(view)) == 1


def test_a_silence_that_nothing_waits_for_does_not_hide_what_a_person_can_do(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    without_batch(view, qtbot)
    counts = replace(DOUBTS.deliveries, queued=0)
    tell(context, replace(DOUBTS, standstill=SILENT))
    assert banners(view) == ["The server could not be reached"]
    tell(context, replace(DOUBTS, standstill=SILENT, deliveries=counts))
    assert banners(view) == ["No answer came about 2 deliveries: they may have arrived, or not"]


def test_a_pause_is_said_once_wherever_one_is(context: UiContext, view: MainView) -> None:
    tell(context, replace(DOUBTS, paused=BY_PERSON))
    for number in (DELIVERIES, PRODUCTS, DELIVERIES):
        view.show_page(number)
        assert banners(view) == ["Sending is paused by you"]


def test_nothing_moves_under_the_pointer_whatever_comes_and_goes(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    without_batch(view, qtbot)
    tell(context, CALM)
    assert view.deliveries.room.calm_words == "Marketplace: online"
    enter(view.deliveries)
    before = place(view)
    told = replace(DOUBTS, standstill=SILENT)
    for status in (DOUBTS, told, replace(DOUBTS, paused=BY_PERSON), CALM, told, CALM):
        tell(context, status)
        assert place(view) == before


def test_a_room_that_had_to_grow_is_given_back_when_the_pointer_leaves(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    page = view.deliveries
    qtbot.waitUntil(page.batch.isVisible)
    enter(page)
    high = place(view)
    page.batch.show_progress(None)
    tell(context, CALM)
    assert place(view) == high
    leave(page)
    qtbot.waitUntil(lambda: place(view).top() < high.top())
