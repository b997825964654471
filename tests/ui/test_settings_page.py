"""The settings: every tab takes effect on the spot and says what it found."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.action import Action
from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.services.calibration import Established
from app.services.connection import load_token
from app.services.editing import queue_action
from app.services.examples import Example
from app.services.receiving import load_listener
from app.services.retention import REPORT, Retention, load_retention
from app.services.settings import CALIBRATION, load_connection, save_dialect
from app.services.status_views import Lamp, Status
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.pages.settings_page import CONNECTION, DATA, LOOK, RECEIVING, SettingsPage
from tests.services.support import JACKET, add_simple_product, jacket_sandbox

SECONDS = 10_000
NOBODY = "http://127.0.0.1:9/api"


@pytest.fixture
def page(context: UiContext, language: Language, qtbot: QtBot) -> SettingsPage:
    """The page on the screen."""
    made = SettingsPage(context, language)
    qtbot.addWidget(made)
    made.resize(1080, 740)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def check(page: SettingsPage, url: str, token: str) -> None:
    """Type both and press Enter."""
    page.tabs.choose(CONNECTION)
    tab = page.connection
    for field, text in ((tab.url, url), (tab.token, token)):
        field.clear()
        QTest.keyClicks(field, text)
    QTest.keyClick(tab.token, Qt.Key.Key_Return)


def test_a_good_connection_is_checked_and_saved(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    with jacket_sandbox() as sandbox:
        check(page, f' "{sandbox.api_url}" ', f"Bearer {sandbox.token}")
        qtbot.waitUntil(page.connection.forget.isEnabled, timeout=SECONDS)
        assert load_connection(context.shop).url == sandbox.api_url
        assert load_token(context.shop) == sandbox.token
    assert "answered" in page.connection.words.text()
    assert page.connection.token.text() == ""


def test_a_refused_token_is_kept_as_typed_and_asked_about(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    tab = page.connection
    with jacket_sandbox() as sandbox:
        check(page, sandbox.api_url, sandbox.token)
        qtbot.waitUntil(tab.forget.isEnabled, timeout=SECONDS)
        check(page, sandbox.api_url, "wrong")
        qtbot.waitUntil(tab.card.save.isVisible, timeout=SECONDS)
        assert tab.words.text().endswith("It is not saved.")
        assert tab.token.text() == "wrong"
        assert load_token(context.shop) == sandbox.token
        QTest.keyClick(tab.token, Qt.Key.Key_X)
        assert not tab.card.save.isVisible()
        check(page, sandbox.api_url, "wrong")
        qtbot.waitUntil(tab.card.save.isVisible, timeout=SECONDS)
        tab.card.save.setFocus()
        QTest.keyClick(tab.card.save, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: load_token(context.shop) == "wrong", timeout=SECONDS)
        qtbot.waitUntil(lambda: tab.token.text() == "")
        assert not tab.card.save.isVisible()
        assert tab.words.text() == "It is saved, although the server refused it."


def test_what_does_not_work_works_again_once_the_marketplace_answers(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    check(page, NOBODY, "token")
    qtbot.waitUntil(page.connection.forget.isEnabled, timeout=SECONDS)
    assert page.connection.card.is_bad_news
    for lamp in (Lamp.WARNING, Lamp.WORKING):
        context.bridge.status_changed.emit(Status(lamp))
        assert page.connection.card.is_bad_news
    context.bridge.status_changed.emit(Status(Lamp.GOOD))
    assert page.connection.words.text() == "The marketplace answers again."
    assert not page.connection.card.is_bad_news


def test_what_was_not_saved_is_not_called_good_by_others(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    with jacket_sandbox() as sandbox:
        check(page, sandbox.api_url, "wrong")
        qtbot.waitUntil(page.connection.card.save.isVisible, timeout=SECONDS)
    context.bridge.status_changed.emit(Status(Lamp.GOOD))
    assert page.connection.card.is_bad_news


def test_an_address_where_nobody_listens_is_said_in_words(page: SettingsPage, qtbot: QtBot) -> None:
    check(page, NOBODY, "token")
    qtbot.waitUntil(lambda: page.connection.has_answer, timeout=SECONDS)
    assert "could not be reached" in page.connection.words.text()


def test_an_open_address_is_not_used_before_it_is_confirmed(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    check(page, "http://market.example/api", "token")
    assert page.connection.plain_http.isVisible()
    assert "not encrypted" in page.connection.words.text()
    assert load_connection(context.shop).url == ""


def test_what_was_found_is_said_in_the_language_of_now(
    page: SettingsPage, language: Language, qtbot: QtBot
) -> None:
    check(page, "http://market.example/api", "token")
    language.use("ru")
    qtbot.waitUntil(lambda: "шифрования" in page.connection.words.text())


def test_the_button_has_the_focus_again_after_the_check(page: SettingsPage, qtbot: QtBot) -> None:
    page.connection.url.setText(NOBODY)
    page.connection.token.setText("token")
    page.connection.check.setFocus()
    QTest.keyClick(page.connection.check, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.connection.has_answer, timeout=SECONDS)
    qtbot.waitUntil(page.connection.check.hasFocus)


def test_the_dialect_is_saved_at_once_and_the_example_shows_it(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    form = page.connection.dialect
    page.connection.show_advanced(is_open=True)
    before = form.example_text
    form.count.setCurrentIndex(1)
    assert form.example_text != before
    qtbot.waitUntil(lambda: load_connection(context.shop).dialect.count is CountMeaning.MOVED)


def test_every_setting_is_seen_in_one_of_the_examples(page: SettingsPage) -> None:
    form = page.connection.dialect
    plain = Dialect()
    changes = [
        (replace(plain, count=CountMeaning.MOVED), Example.SOLD, Example.RECEIPTS, Example.PRICE),
        (replace(plain, sold_count=SoldCountMeaning.OMITTED), Example.SOLD, Example.EVENT),
        (replace(plain, sold_count=SoldCountMeaning.TOTAL), Example.SOLD, Example.EVENT),
        (replace(plain, price_with_every_action=False), Example.SOLD, Example.RECEIPTS),
        (replace(plain, idempotency_key=False), Example.SOLD, Example.RECEIPTS, Example.PRICE),
    ]
    for dialect, *kinds in changes:
        for kind in Example:
            form.examples.choose(kind)
            form.show_dialect(plain, None)
            before = form.example_text
            form.show_dialect(dialect, None)
            assert (form.example_text != before) == (kind in kinds), (dialect, kind)


def queue_sale(context: UiContext) -> None:
    add_simple_product(context.shop, "SS21CA2N", JACKET)
    queue_action(context.shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")


def test_what_a_change_does_to_what_is_queued_is_said_before(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    queue_sale(context)
    form = page.connection.dialect
    page.connection.show_advanced(is_open=True)
    form.count.setCurrentIndex(1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = question()
    assert box.text().startswith("Not sent yet: 1.")
    box.reject()
    assert form.count.currentIndex() == 0
    assert load_connection(context.shop).dialect.count is CountMeaning.LEFT
    form.count.setCurrentIndex(1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    accept(question())
    qtbot.waitUntil(lambda: load_connection(context.shop).dialect.count is CountMeaning.MOVED)
    assert form.count.currentIndex() == 1


def test_a_change_that_touches_nothing_queued_is_not_asked_about(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    queue_sale(context)
    page.connection.dialect.repeat.setChecked(True)
    qtbot.waitUntil(lambda: load_connection(context.shop).dialect.repeat_is_harmless)
    assert QApplication.activeModalWidget() is None


def test_the_line_says_what_is_assumed_and_then_who_checked_it(
    context: UiContext, page: SettingsPage, language: Language, qtbot: QtBot
) -> None:
    line = page.connection.calibration
    qtbot.waitUntil(lambda: "It is assumed" in line.words.text())
    found = Established(CountMeaning.MOVED, 0.0, "anna", "SS21CA2N", "XL", 3, 7)
    context.shop.save_setting(CALIBRATION, asdict(found))
    qtbot.waitUntil(lambda: "something else is set now" in line.words.text())
    save_dialect(context.shop, Dialect(count=CountMeaning.MOVED), None)
    qtbot.waitUntil(lambda: "by anna" in line.words.text())
    assert "3 → 7" in line.words.text()
    qtbot.waitUntil(lambda: page.connection.dialect.count.currentIndex() == 1)
    language.use("ru")
    qtbot.waitUntil(lambda: "Проверено" in line.words.text())


def test_numbers_can_be_read_in_their_fields(page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.choose(RECEIVING)
    port = page.receiving.port
    qtbot.waitUntil(lambda: port.value() == 8787)
    text = port.fontMetrics().horizontalAdvance("8787")
    assert port.lineEdit().width() > text + 20
    assert port.lineEdit().geometry().left() >= 0


def test_the_wheel_does_not_change_a_number_in_passing(page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.choose(RECEIVING)
    port = page.receiving.port
    qtbot.waitUntil(lambda: port.value() == 8787)
    port.setFocus()
    turn(port)
    assert port.value() == 8787


def test_the_wheel_does_not_choose_another_meaning_in_passing(page: SettingsPage) -> None:
    page.tabs.choose(CONNECTION)
    form = page.connection.dialect
    form.count.setCurrentIndex(1)
    form.count.setFocus()
    turn(form.count)
    assert form.count.currentIndex() == 1


def test_the_address_is_made_anew_only_when_that_is_meant(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    old = load_listener(context.shop).secret
    page.tabs.choose(RECEIVING)
    page.receiving.renew.click()
    box = question()
    assert box.defaultButton() == box.button(QMessageBox.StandardButton.Cancel)
    box.reject()
    assert load_listener(context.shop).secret == old
    page.receiving.renew.click()
    box = question()
    accept(box)
    qtbot.waitUntil(lambda: load_listener(context.shop).secret != old)


def test_language_and_colours_change_on_the_spot_and_are_kept(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    page.tabs.choose(LOOK)
    page.look.languages.choose("ru")
    page.look.themes.choose("dark")
    qtbot.waitUntil(lambda: page.look.themes.button("dark").text() == "Тёмное")
    assert context.theme.is_dark
    assert (context.memory.value("language"), context.memory.value("theme")) == ("ru", "dark")


def test_a_backup_is_made_and_named(context: UiContext, page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.choose(DATA)
    page.data.backup.click()
    qtbot.waitUntil(lambda: page.data.words.startswith("Saved: "), timeout=SECONDS)
    assert len(list((context.shop.folder / "backups").iterdir())) == 1


def test_a_backup_that_cannot_be_made_is_told(context: UiContext, page: SettingsPage, qtbot: QtBot) -> None:
    (context.shop.folder / "backups").write_text("a file in the way")
    page.tabs.choose(DATA)
    page.data.backup.click()
    qtbot.waitUntil(lambda: "may not write" in page.data.words, timeout=SECONDS)
    assert page.data.backup.isEnabled()


def turn(widget: QWidget) -> None:
    """The mouse wheel, one notch."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        QGuiApplication.keyboardModifiers(),
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def question() -> QMessageBox:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def accept(box: QMessageBox) -> None:
    next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole).click()


def test_how_long_events_are_kept_is_typed_and_what_went_is_said(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    form = page.data.retention
    qtbot.waitUntil(lambda: (form.events.value(), form.bodies.value()) == (400, 90))
    qtbot.waitUntil(lambda: form.words == "Nothing has been removed yet.")
    form.bodies.setValue(30)
    qtbot.waitUntil(lambda: load_retention(context.shop) == Retention(400, 30))
    context.shop.save_setting(REPORT, {"at": context.shop.clock(), "events": 1, "bodies": 12})
    qtbot.waitUntil(lambda: form.words.startswith("Removed last: "))
    assert form.words.endswith(", 1 event, 12 bodies of requests.")


@pytest.mark.parametrize("code", ["ru", "en"])
@pytest.mark.parametrize("width", [900 - 80, 853 - 80])
def test_the_title_stands_above_its_tabs_where_there_is_no_room_beside_them(
    code: str, width: int, page: SettingsPage, language: Language, qtbot: QtBot
) -> None:
    language.use(code)
    page.resize(width, 600)
    qtbot.waitUntil(lambda: page.width() == width)
    for part in (page.title, page.tabs):
        assert part.width() >= part.sizeHint().width()
        assert page.rect().contains(QRect(part.mapTo(page, QPoint(0, 0)), part.size()))
