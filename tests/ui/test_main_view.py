"""What is above and beside the pages: messages, what stands in the way, counters, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.text import translate
from app.services.delivery_views import DeliveryCounts
from app.services.pausing import pause, why_paused
from app.services.views import Status
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, EVENTS, ICONS, PRODUCTS, MainView
from app.ui.widgets.banner import Banner


@pytest.fixture
def view(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """All pages over an empty shop."""
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def button(view: MainView, text: str) -> QPushButton:
    """A button above the pages."""
    found = [b for banner in view.findChildren(Banner) for b in banner.findChildren(QPushButton)]
    return next(b for b in found if b.text() == text and b.isVisible())


def test_a_message_is_said_above_the_page_and_can_be_closed(view: MainView) -> None:
    view.deliveries.message.emit("Noted.")
    assert view.message == "Noted."
    button(view, "Close").click()
    assert view.message == ""


def test_what_fails_on_any_page_is_said_there(view: MainView, tmp_path: Path, qtbot: QtBot) -> None:
    nowhere = str(tmp_path / "no such folder" / "table.csv")
    for number, export in (
        (DELIVERIES, view.deliveries.export_to),
        (EVENTS, view.events.export_to),
    ):
        view.show_page(number)
        view.show_message("")
        export(nowhere)
        qtbot.waitUntil(lambda: "could not be written" in view.message)
    view.show_page(PRODUCTS)
    view.products.export_to(nowhere)
    qtbot.waitUntil(lambda: "could not be written" in view.products.message.words)


def test_a_pause_is_said_on_every_page_and_can_be_ended_there(
    context: UiContext, view: MainView, qtbot: QtBot
) -> None:
    pause(context.shop)
    reason = why_paused(context.shop)
    context.bridge.status_changed.emit(Status(paused=reason))
    for number in range(len(ICONS)):
        view.show_page(number)
        assert "paused" in view.hindrance
    button(view, "Resume").click()
    qtbot.waitUntil(lambda: why_paused(context.shop) is None)
    context.bridge.status_changed.emit(Status())
    assert view.hindrance == ""


def test_the_banner_leads_to_the_settings(context: UiContext, view: MainView) -> None:
    words = translate("Sending", "The marketplace does not accept the token.")
    context.bridge.status_changed.emit(Status(paused=words))
    button(view, "To the settings").click()
    assert view.settings.isVisible()


@pytest.mark.parametrize(("count", "words"), [(1, "1 waits for you"), (2, "2 wait for you")])
def test_what_waits_is_counted_in_words(context: UiContext, view: MainView, count: int, words: str) -> None:
    context.bridge.status_changed.emit(Status(deliveries=DeliveryCounts(total=3, needs_person=count)))
    assert words in view.navigation.status_words


@pytest.mark.parametrize("count", [1, 14, 1000])
def test_a_counter_has_room_for_its_figures(context: UiContext, view: MainView, count: int) -> None:
    context.bridge.status_changed.emit(Status(deliveries=DeliveryCounts(total=count, needs_person=count)))
    QApplication.processEvents()
    badge = view.navigation.badge(DELIVERIES)
    assert badge.width() >= badge.fontMetrics().horizontalAdvance(badge.text()) + 14
    assert badge.geometry().right() <= badge.parentWidget().width() - 4


def test_numbers_of_pages_and_find_by_keyboard(view: MainView, qtbot: QtBot) -> None:
    for key, page in (
        (Qt.Key.Key_1, view.overview),
        (Qt.Key.Key_3, view.deliveries),
        (Qt.Key.Key_4, view.events),
    ):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
        assert page.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(view.events.search.hasFocus)


def test_every_page_speaks_the_language_of_now(view: MainView, language: Language, qtbot: QtBot) -> None:
    language.use("ru")
    names = ["Обзор", "Товары", "Отправка", "События", "Настройки"]
    qtbot.waitUntil(lambda: view.navigation.names == names)
    qtbot.waitUntil(lambda: view.deliveries.empty_words.startswith("Пока ничего не отправлено"))
