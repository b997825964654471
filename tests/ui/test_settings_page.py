"""The settings: every tab takes effect on the spot and says what it found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.dialect import CountMeaning
from app.services.connection import load_token
from app.services.receiving import load_listener
from app.services.settings import load_connection
from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.pages.settings_page import CONNECTION, DATA, LOOK, RECEIVING, SettingsPage
from tests.services.support import jacket_sandbox

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
    next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole).click()
    qtbot.waitUntil(lambda: load_listener(context.shop).secret != old)


def test_language_and_colours_change_on_the_spot_and_are_kept(
    context: UiContext, page: SettingsPage, qtbot: QtBot
) -> None:
    page.tabs.choose(LOOK)
    page.look.languages.choose("ru")
    page.look.themes.choose("dark")
    qtbot.waitUntil(lambda: page.look.themes.button("dark").text() == "Тёмные")
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
