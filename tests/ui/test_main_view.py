"""What is above and beside the pages: messages, what stands in the way, counters, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.errors import PolkaError
from app.domain.text import translate
from app.services.delivery_views import DeliveryCounts
from app.services.pausing import pause, why_paused
from app.services.status_views import Status
from app.ui.context import UiContext
from app.ui.frame import SMALLEST, Frame
from app.ui.i18n import Language
from app.ui.main_window import DELIVERIES, EVENTS, ICONS, PRODUCTS, MainView
from app.ui.widgets.banner import Banner
from app.ui.widgets.message_line import ERROR
from app.ui.widgets.navigation import NavigationItem
from tests.services.test_linking import arrive


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


def buttons(view: MainView) -> list[str]:
    """What can be pressed above the pages."""
    found = [b for banner in view.findChildren(Banner) for b in banner.findChildren(QPushButton)]
    return [b.text() for b in found if b.isVisible()]


def test_a_message_moves_nothing_on_the_page(view: MainView) -> None:
    view.show_page(DELIVERIES)
    QApplication.processEvents()
    before = view.deliveries.filters.mapToGlobal(QPoint(0, 0)), view.deliveries.size()
    view.deliveries.message.emit("Noted.")
    QApplication.processEvents()
    assert view.message == "Noted."
    assert (view.deliveries.filters.mapToGlobal(QPoint(0, 0)), view.deliveries.size()) == before


def test_an_error_stays_until_it_is_closed(view: MainView) -> None:
    line = view.message_line
    view.show_message("Noted.")
    assert line.leaves_by_itself
    line.say("The disk is full.", tone=ERROR)
    assert not line.leaves_by_itself
    view.show_message("Saved.")
    assert view.message == "Saved."
    assert line.leaves_by_itself
    line.dismiss()
    assert view.message == "The disk is full."
    assert line.is_error
    line.dismiss()
    assert view.message == ""


def test_an_error_that_was_read_does_not_come_back(view: MainView) -> None:
    line = view.message_line
    line.shown_for = 0
    line.say("The disk is full.", tone=ERROR)
    view.show_message("Saved.")
    line.dismiss()
    assert view.message == ""


def test_an_old_error_does_not_follow_to_another_page(view: MainView) -> None:
    line = view.message_line
    line.say("The disk is full.", tone=ERROR)
    view.show_page(EVENTS)
    assert view.message == "The disk is full."  # nobody had the time to read it
    view.show_message("Saved.")
    view.show_page(DELIVERIES)
    line.dismiss()
    assert view.message == ""
    line.shown_for = 0
    line.say("The disk is full.", tone=ERROR)
    view.show_page(EVENTS)
    assert view.message == ""


def test_a_message_does_not_stay_in_the_language_of_before(
    context: UiContext, view: MainView, language: Language, qtbot: QtBot
) -> None:
    title = translate("Connection", "The server could not be reached. Check the network and the address.")
    view.show_message("1 waiting event applied.")
    language.use("ru")
    qtbot.waitUntil(lambda: view.message == "")
    context.tasks.failed.emit(PolkaError(title, title))
    label = view.message_line.findChild(QLabel)
    assert label is not None
    assert label.text().startswith("Связаться с сервером не удалось.")
    language.use("en")
    qtbot.waitUntil(lambda: label.text().startswith("The server could not be reached."))


def test_an_error_that_is_true_no_more_goes_from_behind_newer_words(view: MainView) -> None:
    line = view.message_line
    line.say("The disk is full.", tone=ERROR)
    view.show_message("Saved.")
    line.withdraw("The disk is full.")
    line.dismiss()
    assert view.message == ""


def test_what_is_said_on_any_page_is_said_above_the_bar_of_the_products(view: MainView) -> None:
    view.show_page(DELIVERIES)
    view.message_line.say("The disk is full.", tone=ERROR)
    view.show_page(PRODUCTS)
    QApplication.processEvents()
    line, bar = view.message_line, view.products.bar
    assert line.mapTo(view, line.rect().bottomLeft()).y() < bar.mapTo(view, QPoint(0, 0)).y()
    middle = line.mapTo(view, line.rect().center())
    assert line.isAncestorOf(view.childAt(middle)) or view.childAt(middle) is line
    view.products.message.say("All edits are taken away.")
    assert view.message == "All edits are taken away."


def test_in_a_narrow_window_the_navigation_is_icons_that_say_their_names(
    context: UiContext, language: Language, qtbot: QtBot
) -> None:
    language.use("ru")
    frame = Frame(context.memory)
    qtbot.addWidget(frame)
    view = MainView(context, language)
    frame.show_view(view)
    frame.resize(1280, 800)
    frame.show()
    qtbot.waitUntil(lambda: view.navigation.tips == [""] * 6)
    frame.resize(*SMALLEST)
    names = ["Обзор", "Товары", "Импорт", "Отправка", "События", "Настройки"]
    qtbot.waitUntil(lambda: view.navigation.tips == names)
    counts = DeliveryCounts(total=1200, needs_person=1200)
    context.bridge.status_changed.emit(Status(deliveries=counts))
    for number, name in enumerate(names):
        view.show_page(number)
        QApplication.processEvents()
        assert view.minimumSizeHint().width() <= SMALLEST[0], name
    assert (frame.width(), frame.height()) == SMALLEST


def test_the_window_is_never_larger_than_the_screen(context: UiContext, qtbot: QtBot) -> None:
    frame = Frame(context.memory)
    qtbot.addWidget(frame)
    room = frame.screen().availableSize()
    assert frame.minimumWidth() <= room.width()
    assert frame.minimumHeight() <= room.height()


def test_the_title_of_the_window_speaks_the_language_of_now(
    context: UiContext, language: Language, qtbot: QtBot
) -> None:
    frame = Frame(context.memory)
    qtbot.addWidget(frame)
    language.use("ru")
    qtbot.waitUntil(lambda: frame.windowTitle() == "Полка")


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
    assert buttons(view) == ["Resume"]
    view.show_page(DELIVERIES)
    assert not view.deliveries.pause.isVisible()
    button(view, "Resume").click()
    qtbot.waitUntil(lambda: why_paused(context.shop) is None)
    context.bridge.status_changed.emit(Status())
    assert view.hindrance == ""
    assert view.deliveries.pause.isVisible()


def test_the_banner_leads_to_the_settings(context: UiContext, view: MainView) -> None:
    words = translate("Sending", "The marketplace does not accept the token.")
    context.bridge.status_changed.emit(Status(paused=words))
    button(view, "To the settings").click()
    assert view.settings.isVisible()


def test_the_line_of_what_waits_speaks_of_deliveries_only(context: UiContext, view: MainView) -> None:
    context.bridge.status_changed.emit(Status())
    assert view.navigation.status_words.endswith("Deliveries: none waits")
    context.bridge.status_changed.emit(Status(deliveries=DeliveryCounts(total=3, queued=2)))
    assert view.navigation.status_words.endswith("Deliveries: 2 queued")


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
        (Qt.Key.Key_3, view.importing),
        (Qt.Key.Key_4, view.deliveries),
        (Qt.Key.Key_5, view.events),
    ):
        QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
        assert page.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(view.events.search.hasFocus)


def test_every_page_speaks_the_language_of_now(view: MainView, language: Language, qtbot: QtBot) -> None:
    language.use("ru")
    names = ["Обзор", "Товары", "Импорт", "Отправка", "События", "Настройки"]
    qtbot.waitUntil(lambda: view.navigation.names == names)
    qtbot.waitUntil(lambda: view.deliveries.empty_words.startswith("Пока ничего не отправлено"))


def test_the_counters_say_what_they_count(
    context: UiContext, view: MainView, language: Language, qtbot: QtBot
) -> None:
    item = view.navigation.badge(EVENTS).parentWidget()
    deliveries = view.navigation.badge(DELIVERIES).parentWidget()
    assert isinstance(item, NavigationItem)
    assert isinstance(deliveries, NavigationItem)
    assert (item.toolTip(), item.accessibleDescription()) == ("", "")
    arrive(context.shop, "L", 3)
    qtbot.waitUntil(lambda: item.toolTip() == "1 event not recognised: choose the product")
    assert item.accessibleDescription() == item.toolTip()
    view.resize(900, 800)
    qtbot.waitUntil(lambda: item.toolTip() == "Events\n1 event not recognised: choose the product")
    context.bridge.status_changed.emit(Status(deliveries=DeliveryCounts(total=3, needs_person=2)))
    assert deliveries.toolTip() == "Deliveries\n2 deliveries wait for you"
    language.use("ru")
    qtbot.waitUntil(lambda: item.accessibleDescription() == "1 событие не опознано: выберите товар")
    assert deliveries.toolTip() == "Отправка\n2 отправки ждут вас"
