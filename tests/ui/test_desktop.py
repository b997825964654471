"""The window in the tray: notices, closing, leading to rows, ends from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.delivery import Step
from app.domain.notices import Notice, NoticeChoices, NoticeKind, Spot, Target
from app.domain.text import translate
from app.services.catalogue import product_rows
from app.services.delivery_views import DeliveryCounts
from app.services.editing import queue_action
from app.services.event_views import EventCounts, EventFilter, EventFilterKind
from app.services.glance import Standing
from app.services.inbox import event_rows
from app.services.news import seen_now
from app.services.pausing import why_paused
from app.services.receiving import load_listener, save_listener
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.storage import outbox
from app.ui.context import UiContext
from app.ui.desktop.choices import (
    Closing,
    load_closing,
    load_notice_choices,
    save_closing,
    save_notice_choices,
)
from app.ui.desktop.closing_question import ClosingQuestion
from app.ui.desktop.desktop import Desktop
from app.ui.frame import Frame
from app.ui.i18n import Language
from app.ui.main_window import MainView
from app.ui.models.size_cells import Column
from tests.services.support import JACKET, add_simple_product
from tests.services.test_news import receive, sell

GOOD = Status(marketplace=Lamp.GOOD, listener=Lamp.GOOD)
LINE = translate("Test", "SS21CA2N XL, 4 left")


@pytest.fixture
def jacket(shop: Shop) -> int:
    product = add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    receive(shop, *({"value": v, "count": n, "soldCount": 0} for v, n in JACKET.items()))
    return product


@pytest.fixture
def view(context: UiContext, language: Language, jacket: int) -> MainView:
    return MainView(context, language)


@pytest.fixture
def frame(context: UiContext, view: MainView, qtbot: QtBot) -> Iterator[Frame]:
    made = Frame(context.memory)
    made.setCentralWidget(view)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.closes_at_once = False
    yield made
    made.closes_at_once = True


class Tray:
    """Whether the system has one; a test can take it away."""

    is_there = True

    def __call__(self) -> bool:
        return self.is_there


@pytest.fixture
def system_tray() -> Tray:
    return Tray()


@pytest.fixture
def desktop(context: UiContext, view: MainView, frame: Frame, system_tray: Tray) -> Iterator[Desktop]:
    made = Desktop(context, view, frame, seen_now(context.shop), system_tray)
    frame.close_requested.connect(made.close_window)
    yield made
    made.close()


@pytest.fixture
def receiving(context: UiContext) -> None:
    """As it is saved; the engine has not begun, as in the first seconds after a start."""
    save_listener(context.shop, replace(load_listener(context.shop), enabled=True))


def asked(desktop: Desktop, frame: Frame, qtbot: QtBot) -> ClosingQuestion:
    """The question that closing asks."""
    frame.close()
    qtbot.waitUntil(lambda: desktop.question is not None)
    assert desktop.question is not None
    return desktop.question


@pytest.mark.usefixtures("receiving")
def test_closing_asks_once_and_then_hides(desktop: Desktop, frame: Frame, qtbot: QtBot) -> None:
    question = asked(desktop, frame, qtbot)
    assert frame.isVisible()
    assert "receiving events" in question.text()
    assert question.icon() is QMessageBox.Icon.NoIcon  # ours, and not that of the toolkit
    assert not question.iconPixmap().isNull()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert not frame.isVisible()
    frame.show()
    frame.close()
    assert not frame.isVisible()
    assert desktop.question is None


@pytest.mark.usefixtures("receiving")
def test_the_question_can_be_left(context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot) -> None:
    question = asked(desktop, frame, qtbot)
    with qtbot.assertNotEmitted(desktop.quit_requested):
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert frame.isVisible()
    assert load_closing(context.memory) is Closing.ASK


@pytest.mark.usefixtures("receiving")
def test_an_answer_that_is_not_to_be_remembered_is_asked_for_again(
    context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot
) -> None:
    question = asked(desktop, frame, qtbot)
    question.ask_no_more.click()
    question.keep.click()
    assert not frame.isVisible()
    assert load_closing(context.memory) is Closing.ASK


@pytest.mark.usefixtures("receiving")
def test_quit_in_the_question_quits(
    context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot
) -> None:
    question = asked(desktop, frame, qtbot)
    with qtbot.waitSignal(desktop.quit_requested):
        question.quit.click()
    assert load_closing(context.memory) is Closing.QUIT


def test_without_receiving_there_is_nothing_to_ask(desktop: Desktop, frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desktop.quit_requested):
        frame.close()
    assert desktop.question is None


@pytest.mark.usefixtures("receiving")
def test_without_a_tray_it_is_asked_what_closing_means_and_the_window_can_be_made_small(
    context: UiContext, desktop: Desktop, frame: Frame, system_tray: Tray, qtbot: QtBot
) -> None:
    system_tray.is_there = False
    question = asked(desktop, frame, qtbot)
    assert question.text() == "Events do not come in while Polka is closed."
    with qtbot.assertNotEmitted(desktop.quit_requested):
        question.keep.click()
    assert frame.isMinimized()
    assert load_closing(context.memory) is Closing.KEEP


@pytest.mark.usefixtures("receiving")
def test_without_a_tray_who_wants_to_quit_is_not_asked_again(
    context: UiContext, desktop: Desktop, frame: Frame, system_tray: Tray, qtbot: QtBot
) -> None:
    system_tray.is_there = False
    question = asked(desktop, frame, qtbot)
    with qtbot.waitSignal(desktop.quit_requested):
        question.quit.click()
    qtbot.waitUntil(lambda: desktop.question is None)
    with qtbot.waitSignal(desktop.quit_requested):
        frame.close()
    assert desktop.question is None


def test_without_a_tray_a_window_that_is_to_be_kept_is_made_small(
    context: UiContext, desktop: Desktop, frame: Frame, system_tray: Tray, qtbot: QtBot
) -> None:
    save_closing(context.memory, Closing.KEEP)
    system_tray.is_there = False
    with qtbot.assertNotEmitted(desktop.quit_requested):
        frame.close()
    assert frame.isMinimized()


def test_a_sale_is_told_while_the_window_is_hidden(
    context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot
) -> None:
    frame.hide()
    with qtbot.waitSignal(desktop.announcer.due) as told:
        sell(context.shop, "L", 3)
        sell(context.shop, "XL", 2)
    (notice,) = told.args
    assert (notice.kind, notice.count) == (NoticeKind.SALE, 2)


def test_nothing_is_told_to_who_works_in_the_window(
    context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot
) -> None:
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    told: list[Notice] = []
    desktop.announcer.due.connect(told.append)
    sell(context.shop, "L", 3)
    qtbot.waitUntil(lambda: desktop.announcer.is_waiting)
    qtbot.waitUntil(lambda: not desktop.announcer.is_waiting)
    assert told == []
    save_notice_choices(context.memory, NoticeChoices(quiet_while_active=False))
    with qtbot.waitSignal(desktop.announcer.due):
        sell(context.shop, "L", 2)


def test_receiving_that_is_lost_is_told_unless_it_comes_back_at_once(
    context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot
) -> None:
    frame.hide()
    lost = replace(GOOD, listener=Lamp.BAD, listener_words=translate("Test", "The port is in use."))
    context.bridge.status_changed.emit(GOOD)
    context.bridge.status_changed.emit(lost)
    assert desktop.announcer.is_waiting
    context.bridge.status_changed.emit(GOOD)
    assert not desktop.announcer.is_waiting
    with qtbot.waitSignal(desktop.announcer.due) as told:
        context.bridge.status_changed.emit(lost)
    assert told.args[0].kind is NoticeKind.RECEIVING


def test_nothing_is_told_after_the_end(
    context: UiContext, desktop: Desktop, frame: Frame, qtbot: QtBot
) -> None:
    frame.hide()
    lost = replace(GOOD, listener=Lamp.BAD, listener_words=translate("Test", "The port is in use."))
    context.bridge.status_changed.emit(lost)
    desktop.announcer.close()
    with qtbot.assertNotEmitted(desktop.announcer.due, wait=2500):
        context.bridge.status_changed.emit(GOOD)
        context.bridge.status_changed.emit(lost)


def test_the_icon_and_its_menu_say_how_things_are(context: UiContext, desktop: Desktop) -> None:
    tray = desktop.tray
    context.bridge.status_changed.emit(GOOD)
    assert tray.standing is Standing.GOOD
    assert "Deliveries: none waits" in tray.icon.toolTip()
    assert tray.menu.nothing.isVisible()
    tray.show_events(EventCounts(unlinked=1))
    context.bridge.status_changed.emit(replace(GOOD, deliveries=DeliveryCounts(needs_person=2)))
    assert tray.standing is Standing.PERSON
    assert tray.menu.deliveries.text() == "2 deliveries wait for you"
    assert tray.menu.events.text() == "1 event not recognised"
    assert not tray.menu.nothing.isVisible()


def test_sending_is_paused_and_resumed_from_the_menu(
    context: UiContext, desktop: Desktop, qtbot: QtBot
) -> None:
    menu = desktop.tray.menu
    menu.pause.trigger()
    qtbot.waitUntil(lambda: why_paused(context.shop) is not None)
    context.bridge.status_changed.emit(replace(GOOD, paused=why_paused(context.shop)))
    assert menu.pause.text() == "Resume sending"
    assert desktop.tray.standing is Standing.OFF
    menu.pause.trigger()
    qtbot.waitUntil(lambda: why_paused(context.shop) is None)


def test_the_menu_speaks_the_language_of_now(desktop: Desktop, language: Language, qtbot: QtBot) -> None:
    language.use("ru")
    qtbot.waitUntil(lambda: desktop.tray.menu.quit.text() == "Выйти из «Полки»")


def test_the_menu_leads_to_what_waits(
    context: UiContext, desktop: Desktop, view: MainView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desktop.open_requested):
        desktop.tray.menu.deliveries.trigger()
    assert view.deliveries.isVisible()
    desktop.tray.menu.events.trigger()
    assert view.events.isVisible()
    assert view.events.filters.value is EventFilterKind.UNLINKED


def test_a_click_on_a_sale_leads_to_its_event(
    context: UiContext, desktop: Desktop, view: MainView, qtbot: QtBot
) -> None:
    view.events.search.setText("nothing like this")
    sell(context.shop, "L", 3)
    sell(context.shop, "XL", 2)
    newest = {row.size: row for row in event_rows(context.shop, EventFilter(), 0, 2)}
    desktop.tray.show_notice(Notice(NoticeKind.SALE, 1, (LINE,), Spot(Target.EVENT, newest["L"].id)))
    with qtbot.waitSignal(desktop.open_requested):
        desktop.tray.icon.messageClicked.emit()
    qtbot.waitUntil(lambda: view.events.panel.line_id == newest["L"].id)
    assert view.events.isVisible()


def test_a_click_on_an_unknown_delivery_leads_to_it(
    context: UiContext, view: MainView, desktop: Desktop, qtbot: QtBot
) -> None:
    pieces = {"L": 1}
    queued = [queue_action(context.shop, "SS21CA2N", Action.SOLD, pieces, None, "t") for _ in range(3)]
    numbers = [number for numbers in queued for number in numbers]
    with context.shop.database.write() as connection:
        outbox.take(connection, numbers[:2], Step.LOSE)
    view.lead_to(Spot(Target.DELIVERY, numbers[0]))
    qtbot.waitUntil(lambda: view.deliveries.panel.delivery_id == numbers[0])


def test_a_click_on_an_oversale_leads_to_the_size(
    context: UiContext, view: MainView, desktop: Desktop, jacket: int, qtbot: QtBot
) -> None:
    size = product_rows(context.shop, [jacket])[0].sizes[1]
    view.lead_to(Spot(Target.PRODUCT, jacket, size.id))
    table = view.products.table
    row = 2
    qtbot.waitUntil(lambda: table.view.currentIndex().row() == row)
    assert table.model.index(row, Column.NAME).data() == size.value


@pytest.mark.parametrize("target", [Target.CONNECTION, Target.RECEIVING])
def test_a_click_on_a_hindrance_leads_to_its_settings(
    view: MainView, desktop: Desktop, target: Target
) -> None:
    view.lead_to(Spot(target))
    tab = view.settings.connection if target is Target.CONNECTION else view.settings.receiving
    assert tab.isVisible()


def test_choices_are_kept(context: UiContext) -> None:
    assert load_notice_choices(context.memory) == NoticeChoices()
    wanted = NoticeChoices(frozenset({NoticeKind.SALE, NoticeKind.PAUSE}), quiet_while_active=False)
    save_notice_choices(context.memory, wanted)
    context.memory.sync()
    assert load_notice_choices(context.memory) == wanted
    context.memory.setValue("desktop/closing", "nonsense")
    assert load_closing(context.memory) is Closing.ASK
