"""The log of events: what they changed, which wait for a product, and the address to copy."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.domain.text import translate
from app.services.catalogue import add_product, product_rows
from app.services.event_views import EventFilterKind
from app.services.inbox import event_counts
from app.services.reading import read_new
from app.services.receiving import load_listener
from app.services.retention import Retention, remove_old, save_retention
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.services.views import Change, ProductDraft, SizeDraft
from app.storage import inbox
from app.storage.tables import event_lines, events
from app.ui.context import UiContext
from app.ui.dialogs.choose_product_dialog import ChooseProductDialog
from app.ui.dialogs.period_dialog import PeriodDialog
from app.ui.dialogs.reconcile_dialog import ReconcileDialog
from app.ui.i18n import Language
from app.ui.main_window import EVENTS, PRODUCTS, READ, MainView
from app.ui.models.event_table_model import EventColumn
from app.ui.pages.events_page import EventsPage
from app.ui.widgets.chip import ChipRole
from tests.services.support import JACKET, add_simple_product

ADDRESS = "http://127.0.0.1:8787/h/secret"


@pytest.fixture
def page(context: UiContext, qtbot: QtBot) -> EventsPage:
    """The page over a jacket that is linked and a scarf that is not."""
    add_simple_product(context.shop, "SS21CA2N", JACKET, marketplace_id=17)
    add_simple_product(context.shop, "AC05SCF2", {"ONE": 12})
    made = EventsPage(context)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def arrive(shop: Shop, marketplace_id: int, size: str, count: int, sold: int = 1) -> None:
    """An event as the marketplace posts it, kept and read."""
    sizes = [{"value": size, "count": count, "soldCount": sold}]
    keep(shop, json.dumps({"products": [{"id": marketplace_id, "sizes": sizes}]}).encode())


def keep(shop: Shop, body: bytes) -> None:
    """Keep and read a body."""
    row = {"received_at": shop.clock(), "sender": "203.0.113.1", "headers": "[]", "body": body}
    with shop.database.write() as connection:
        inbox.keep(connection, [row | {"state": inbox.NEW}])
    read_new(shop)


def filled(page: EventsPage, qtbot: QtBot, rows: int = 1) -> None:
    qtbot.waitUntil(lambda: page.model.rowCount() == rows and page.model.row_at(0) is not None)


def row(page: EventsPage, number: int = 0) -> list[str]:
    """Kind, product, size, before, after, result as shown."""
    cells = [page.model.index(number, column) for column in EventColumn]
    texts = [str(cell.data() or "") for cell in cells]
    return [cells[EventColumn.KIND].data(ChipRole).text, *texts[EventColumn.PRODUCT :]]


def test_an_empty_log_says_how_it_fills(page: EventsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.empty_words.startswith("No events yet"))
    page.search.setText("nothing of that kind")
    qtbot.waitUntil(lambda: page.empty_words.startswith("Nothing found"))


def test_a_sale_shows_what_it_changed_and_what_came(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    arrive(context.shop, 17, "L", 3)
    filled(page, qtbot)
    assert row(page) == ["sale", "SS21CA2N", "L", "4", "3", "Stock 4 → 3."]
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.line_id is not None)
    assert page.panel.title.text() == "Sale · SS21CA2N · L"
    assert json.loads(page.panel.body)["products"][0]["sizes"][0]["value"] == "L"
    assert page.panel.body.count("\n") < 5


def test_figures_stand_under_their_headings(context: UiContext, page: EventsPage, qtbot: QtBot) -> None:
    arrive(context.shop, 17, "L", 3)
    filled(page, qtbot)
    role, side = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    for column in (EventColumn.BEFORE, EventColumn.AFTER):
        assert page.model.headerData(column, side, role) & Qt.AlignmentFlag.AlignRight
        assert page.model.index(0, column).data(role) & Qt.AlignmentFlag.AlignRight


def test_one_line_is_led_to_however_far_down_it_stands(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    sizes = [{"value": str(number), "count": 1, "soldCount": 1} for number in range(450)]
    keep(context.shop, json.dumps({"products": [{"id": 56, "sizes": sizes}]}).encode())
    filled(page, qtbot, len(sizes))
    page.search.setText("nothing like this")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.show_line(3)
    qtbot.waitUntil(lambda: page.panel.line_id == 3)
    assert page.table.currentIndex().row() == len(sizes) - 3


def test_search_and_filter_work_together(context: UiContext, page: EventsPage, qtbot: QtBot) -> None:
    arrive(context.shop, 17, "L", 3)
    arrive(context.shop, 17, "XL", 2)
    arrive(context.shop, 17, "M", 3)
    filled(page, qtbot, 3)
    page.filters.choose(EventFilterKind.SALES)
    filled(page, qtbot, 2)
    page.search.setText("xl")
    filled(page, qtbot, 1)
    assert row(page)[2] == "XL"
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    filled(page, qtbot, 2)


def test_down_leads_from_the_search_into_the_log(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    arrive(context.shop, 17, "L", 3)
    filled(page, qtbot)
    page.activateWindow()
    page.focus_search()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.waitUntil(page.table.hasFocus)


def test_an_unknown_product_is_chosen_once_by_keyboard_alone(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    arrive(context.shop, 56, "ONE", 11)
    filled(page, qtbot)
    assert row(page)[0] == "not recognised"
    assert row(page)[-1] == "Choose product…"
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(ChooseProductDialog) is not None)
    dialog = page.findChild(ChooseProductDialog)
    assert isinstance(dialog, ChooseProductDialog)
    qtbot.waitUntil(lambda: dialog.articles == ["AC05SCF2", "SS21CA2N"])
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert told.args == ["1 waiting event applied."]
    qtbot.waitUntil(lambda: row(page)[:2] == ["sale", "AC05SCF2"])
    assert event_counts(context.shop).unlinked == 0


def test_arrows_move_in_the_list_while_one_types(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    dialog = ChooseProductDialog(context, 56)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: len(dialog.articles) == 2)
    first = dialog.chosen
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.chosen not in {first, None}
    QTest.keyClicks(dialog.search, "scf")
    qtbot.waitUntil(lambda: dialog.articles == ["AC05SCF2"])
    assert dialog.chosen == "AC05SCF2"
    QTest.keyClicks(dialog.search, "xyz")
    qtbot.waitUntil(lambda: dialog.articles == [])
    assert not dialog.choose.isEnabled()


def test_the_card_copies_the_address_and_switches(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    words = translate("Listener", "Events: port {port}").format(port=8787)
    page.card.show_status(Status(listener=Lamp.GOOD, listener_words=words, listener_address=ADDRESS))
    with qtbot.waitSignal(page.message):
        page.card.copy.click()
    assert QGuiApplication.clipboard().text() == ADDRESS
    page.card.show_status(Status(listener=Lamp.OFF))
    page.card.switch.click()
    qtbot.waitUntil(lambda: load_listener(context.shop).enabled)


def test_an_export_that_cannot_be_written_is_told(
    context: UiContext, page: EventsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(context.tasks.failed) as failed:
        page.export_to(str(tmp_path / "no such folder" / "events.csv"))
    assert "could not be written" in failed.args[0].title.source


def choose(page: EventsPage, words: str) -> None:
    """An entry of the menu of filters."""
    next(action for action in page.more_filters.choices if action.text() == words).trigger()


def test_filters_are_named_with_what_they_find_and_left_by_a_click(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    arrive(context.shop, 17, "L", 3)
    arrive(context.shop, 17, "L", 3)
    arrive(context.shop, 56, "ONE", 11)
    filled(page, qtbot, 3)
    assert page.filter_line.words == ""
    choose(page, "Came once more")
    filled(page, qtbot, 1)
    choose(page, "Today")
    filled(page, qtbot, 1)
    assert page.filter_line.words == "Found: 1 · Came once more  ✕ · Today  ✕"
    page.filter_line.chips[0].click()
    filled(page, qtbot, 3)
    assert page.filter_line.words == "Found: 3 · Today  ✕"
    QTest.keyClick(page.filter_line.chips[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.filter_line.words == "")


def test_the_log_is_narrowed_to_the_product_of_a_row(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    arrive(context.shop, 17, "L", 3)
    arrive(context.shop, 56, "ONE", 11)
    filled(page, qtbot, 2)
    assert not page.more_filters.product.isEnabled()
    page.table.selectRow(1)
    choose(page, "Only SS21CA2N")
    filled(page, qtbot, 1)
    assert row(page)[1] == "SS21CA2N"
    assert page.filter_line.words == "Found: 1 · SS21CA2N  ✕"
    page.show_line(1)
    assert page.filter_line.words == ""


def test_the_panel_says_that_a_body_was_removed(context: UiContext, page: EventsPage, qtbot: QtBot) -> None:
    arrive(context.shop, 17, "L", 3)
    save_retention(context.shop, Retention(body_days=1))
    with context.shop.database.write() as connection:
        for of in (events, event_lines):
            connection.execute(update(of).values(received_at=context.shop.clock() - 3 * 86_400))
    assert [gone.bodies for gone in remove_old(context.shop)] == [1]
    filled(page, qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.body.startswith("Removed: "))
    assert not any(button.isEnabled() for button in page.panel.body_buttons)
    assert page.panel.link.isEnabled()


def test_copying_and_reading_again_say_what_was_done(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    arrive(context.shop, 17, "L", 3)
    filled(page, qtbot)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.panel.line_id is not None)
    with qtbot.waitSignal(page.message) as told:
        page.panel.curl.click()
    assert told.args == ["The command is copied, without the secret of your address."]
    assert QGuiApplication.clipboard().text().startswith("curl -X POST ")
    with qtbot.waitSignal(page.message) as told:
        page.panel.again.click()
    assert told.args == ["Read again: nothing has changed by that."]
    assert row(page) == ["sale", "SS21CA2N", "L", "4", "3", "Stock 4 → 3."]


def receive_many(shop: Shop, page: EventsPage, qtbot: QtBot, lines: int, rows: int) -> None:
    """An event with so many sizes of an unknown number."""
    sizes = [{"value": str(number), "count": 1, "soldCount": 1} for number in range(lines)]
    keep(shop, json.dumps({"products": [{"id": 904, "sizes": sizes}]}).encode())
    filled(page, qtbot, rows)


def test_new_events_are_seen_while_one_is_at_the_top(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    receive_many(context.shop, page, qtbot, 100, 100)
    receive_many(context.shop, page, qtbot, 2, 102)
    assert page.table.rowAt(0) == 0
    assert page.tail.button.isHidden()


def test_who_reads_further_down_is_told_of_new_events_and_stays_there(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    receive_many(context.shop, page, qtbot, 100, 100)
    page.table.verticalScrollBar().setValue(33 * 40)
    top = page.table.rowAt(0)
    receive_many(context.shop, page, qtbot, 2, 102)
    receive_many(context.shop, page, qtbot, 1, 103)
    assert page.table.rowAt(0) == top + 3
    assert page.tail.button.text() == "↑ 3 new"
    assert page.tail.button.isVisible()
    QTest.keyClick(page.tail.button, Qt.Key.Key_Space)
    assert page.table.rowAt(0) == 0
    assert page.tail.button.isHidden()


def test_new_events_go_on_coming_into_sight_while_one_is_chosen(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    receive_many(context.shop, page, qtbot, 100, 100)
    page.table.selectRow(3)
    chosen = page.model.row_at(3)
    assert chosen is not None
    qtbot.waitUntil(lambda: page.panel.line_id == chosen.id)
    receive_many(context.shop, page, qtbot, 2, 102)
    assert page.table.rowAt(0) == 0
    assert page.tail.button.isHidden()
    assert page.table.currentIndex().row() == 5
    qtbot.waitUntil(lambda: page.table.currentIndex().data(Qt.ItemDataRole.UserRole) == chosen)
    assert page.table.selectionModel().isRowSelected(5)
    receive_many(context.shop, page, qtbot, 60, 162)
    assert page.table.rowAt(0) == 0  # the chosen one is out of sight, and its panel is there
    assert (page.table.currentIndex().row(), page.panel.line_id) == (65, chosen.id)


def chosen_first(page: EventsPage, qtbot: QtBot) -> None:
    """The newest line is chosen and its panel shown."""
    page.table.selectRow(0)
    line = page.model.row_at(0)
    qtbot.waitUntil(lambda: line is not None and page.panel.line_id == line.id)


def test_whose_figure_is_right_is_chosen_in_the_panel(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    sizes = (SizeDraft("S", opening=0),)
    draft = ProductDraft("AW24", sizes=sizes, marketplace_id=18, already_there=False)
    product = add_product(context.shop, draft)
    arrive(context.shop, 18, "S", 9)
    filled(page, qtbot, 1)
    chosen_first(page, qtbot)
    qtbot.waitUntil(lambda: len(page.panel.readings.buttons) == 2)
    theirs, ours = page.panel.readings.buttons
    assert theirs.text() == "Stock 9, at the marketplace 9"
    assert ours.text() == "Stock 0; correct the marketplace’s 9"
    assert ours.text() in ours.toolTip()
    ours.setText("Stock 0; " + 99 * "9")  # other figures, another language
    qtbot.waitUntil(lambda: 0 < ours.mapTo(page.panel, ours.rect().topRight()).x() < page.panel.width())
    QTest.keyClick(ours, Qt.Key.Key_Space)
    qtbot.waitUntil(page.panel.readings.isHidden)
    (size,) = product_rows(context.shop, [product])[0].sizes
    assert size.pending is not None
    assert size.pending.corrects


def test_a_reading_is_chosen_in_the_panel(context: UiContext, page: EventsPage, qtbot: QtBot) -> None:
    for count in (3, 4, 3):
        arrive(context.shop, 17, "L", count)  # the last one is the first once more, or one more sold
    filled(page, qtbot, 3)
    chosen_first(page, qtbot)
    words = [button.text() for button in page.panel.readings.buttons]
    assert sorted(words) == ["Stock 3, at the marketplace 3", "Stock 4, at the marketplace 4"]
    with qtbot.waitSignal(page.message) as said:
        page.panel.readings.buttons[words.index("Stock 4, at the marketplace 4")].click()
    assert said.args == ["Chosen: the stock is 4."]
    qtbot.waitUntil(page.panel.readings.isHidden)
    large = product_rows(context.shop, [1])[0].sizes[1]
    assert (large.here, large.agreed, large.flag) == (4, 4, None)


def test_what_does_not_fit_leads_to_the_cabinet(context: UiContext, page: EventsPage, qtbot: QtBot) -> None:
    arrive(context.shop, 17, "L", 3)
    filled(page, qtbot)
    chosen_first(page, qtbot)
    assert page.panel.reconcile.isHidden()
    arrive(context.shop, 17, "L", 1)
    filled(page, qtbot, 2)
    chosen_first(page, qtbot)
    qtbot.waitUntil(page.panel.reconcile.isVisible)
    page.panel.reconcile.click()
    (dialog,) = page.findChildren(ReconcileDialog)
    qtbot.waitUntil(lambda: [row.size for row in dialog.model.rows] == ["L"])
    dialog.reject()


def test_a_period_is_typed_and_kept_until_it_is_left(
    context: UiContext, page: EventsPage, qtbot: QtBot
) -> None:
    noon = datetime(2026, 11, 10, 12).astimezone()
    for days in range(5):
        context.shop.clock = (noon + timedelta(days)).timestamp
        arrive(context.shop, 17, "L", 3)
    context.bridge.changed.emit(Change(events=True))
    filled(page, qtbot, 5)
    dialog = ask_days(page)
    for field, digits in ((dialog.first, "13112026"), (dialog.last, "11112026")):  # in either order
        field.setFocus()
        field.setSelectedSection(field.Section.DaySection)
        QTest.keyClicks(field, digits)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    filled(page, qtbot, 3)
    assert page.filter_line.words == "Found: 3 · 11/11/2026 – 13/11/2026  ✕"
    again = ask_days(page)
    assert again.first.date().day() == 11
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert page.more_filters.days is not None
    page.filter_line.chips[0].click()
    filled(page, qtbot, 5)
    left = ask_days(page)
    QTest.keyClick(left, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: checked(page) == ["Any result", "At any time"])


def ask_days(page: EventsPage) -> PeriodDialog:
    choose(page, "From day to day…")
    return page.window().findChildren(PeriodDialog)[-1]


def checked(page: EventsPage) -> list[str]:
    return [action.text() for action in page.more_filters.choices if action.isChecked()]


def test_what_is_in_sight_counts_as_read(context: UiContext, language: Language, qtbot: QtBot) -> None:
    add_simple_product(context.shop, "SS21CA2N", {"L": 4000}, marketplace_id=17)
    view = MainView(context, language)
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    badge = view.navigation.badge(EVENTS)
    sell(context.shop, 3990, 60)
    qtbot.waitUntil(lambda: badge.text() == "60")
    view.show_page(EVENTS)
    filled(view.events, qtbot, 60)
    qtbot.waitUntil(badge.isHidden)
    sell(context.shop, 3930, 1)
    filled(view.events, qtbot, 61)
    qtbot.waitUntil(lambda: int(str(context.memory.value(READ))) == 61)
    assert badge.isHidden()
    view.events.table.verticalScrollBar().setValue(33 * 20)
    sell(context.shop, 3929, 1)
    qtbot.waitUntil(lambda: badge.text() == "1" and badge.isVisible())
    QTest.keyClick(view.events.tail.button, Qt.Key.Key_Space)
    qtbot.waitUntil(badge.isHidden)
    view.show_page(PRODUCTS)
    sell(context.shop, 3928, 1)
    qtbot.waitUntil(lambda: badge.text() == "1" and badge.isVisible())


def sell(shop: Shop, first: int, times: int) -> None:
    """So many sales of one piece, after which the marketplace has `first` and fewer."""
    for count in range(first, first - times, -1):
        arrive(shop, 17, "L", count)
