"""Receiving in the settings: the address is tested, senders are checked, those sent away are listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.refusal import MEANT_FOR_US, Refusal
from app.domain.text import translate
from app.services.receiving import free_port, load_listener, save_listener
from app.services.refusals import SEVERAL, RefusalRow, refusal_rows
from app.services.refused_events import HELP, REFUSED
from app.services.sender_checks import SIGNING_SECRET, TOKEN
from app.services.status_views import Lamp, Reach, Status
from app.services.views import Change
from app.storage import refusals as table
from app.ui.context import UiContext
from app.ui.i18n import Language, translated
from app.ui.main_window import MainView
from app.ui.models.refusal_table_model import RefusalColumn, RefusalTableModel
from app.ui.pages.settings.receiving_tab import ReceivingTab
from app.ui.widgets.listener_card import ListenerCard
from app.ui.widgets.status_lines import LISTENER, StatusLines

SECONDS = 10_000


@pytest.fixture
def tab(context: UiContext, qtbot: QtBot) -> ReceivingTab:
    made = ReceivingTab(context)
    qtbot.addWidget(made)
    made.resize(600, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.port.value() == 8787)
    return made


@pytest.fixture
def running(context: UiContext) -> Iterator[UiContext]:
    """The engine listens, and its own address is taken for the public one."""
    port = free_port("127.0.0.1", 0)
    settings = load_listener(context.shop)
    url = f"http://127.0.0.1:{port}"
    save_listener(context.shop, replace(settings, enabled=True, port=port, public_url=url))
    context.engine.start()
    yield context
    context.engine.stop()


def test_the_address_is_tested_by_keyboard_and_the_result_said_in_words(
    running: UiContext, qtbot: QtBot, language: Language
) -> None:
    tab = ReceivingTab(running)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(lambda: running.bridge.status.listener is Lamp.GOOD, timeout=SECONDS)
    qtbot.waitUntil(lambda: tab.public_url.text() != "")
    QTest.keyClick(tab.reach.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "came through in" in tab.reach.words, timeout=SECONDS)
    assert "Checked: " in tab.reach.words
    language.use("ru")
    qtbot.waitUntil(lambda: "Пробное событие дошло" in tab.reach.words)


def test_without_a_public_address_it_is_said_what_to_do(tab: ReceivingTab) -> None:
    assert tab.reach.words == ""
    tab.reach.button.click()
    assert "There is no public address" in tab.reach.words


def test_a_listener_that_is_off_cannot_be_tested(
    context: UiContext, tab: ReceivingTab, qtbot: QtBot
) -> None:
    QTest.keyClicks(tab.public_url, "https://shop.example")
    tab.save.click()
    qtbot.waitUntil(lambda: load_listener(context.shop).public_url != "")
    tab.reach.button.click()
    qtbot.waitUntil(lambda: "Receiving has to be on" in tab.reach.words)


def test_checks_are_saved_with_their_secrets(context: UiContext, tab: ReceivingTab, qtbot: QtBot) -> None:
    tab.more.click()
    tab.checks.check_token.setChecked(True)
    tab.checks.check_signature.setChecked(True)
    QTest.keyClicks(tab.checks.token.edit, "tok-1")
    tab.checks.signing_secret.make.click()
    created = tab.checks.signing_secret.text
    assert QGuiApplication.clipboard().text() == created
    QTest.keyClicks(tab.checks.allowed, "203.0.113.0/24")
    tab.silent_hours.setValue(48)
    tab.save.click()
    qtbot.waitUntil(lambda: load_listener(context.shop).check_token)
    saved = load_listener(context.shop)
    assert (saved.check_signature, saved.allowed, saved.silent_hours) == (True, "203.0.113.0/24", 48)
    assert context.shop.secrets.get(TOKEN) == "tok-1"
    assert context.shop.secrets.get(SIGNING_SECRET) == created
    qtbot.waitUntil(lambda: tab.checks.token.text == "")
    qtbot.waitUntil(lambda: tab.checks.token.edit.placeholderText() == "saved")
    tab.save.click()
    qtbot.waitUntil(lambda: tab.checks.token.text == "")
    assert context.shop.secrets.get(TOKEN) == "tok-1"


def test_a_wrong_check_is_said_and_what_was_typed_stays(
    context: UiContext, tab: ReceivingTab, qtbot: QtBot
) -> None:
    tab.more.click()
    QTest.keyClicks(tab.checks.allowed, "203.0.113.0/99")
    tab.save.click()
    qtbot.waitUntil(lambda: "is not an address and not a network" in tab.result)
    assert tab.checks.allowed.text() == "203.0.113.0/99"
    assert load_listener(context.shop).allowed == ""
    tab.checks.allowed.setText("203.0.113.0/24")
    tab.save.click()
    qtbot.waitUntil(lambda: tab.result.startswith("Saved at "))
    assert load_listener(context.shop).allowed == "203.0.113.0/24"


def test_why_it_was_not_switched_on_is_said_at_the_switch_until_it_is(
    context: UiContext, tab: ReceivingTab, qtbot: QtBot
) -> None:
    tab.checks.allowed.setText("nowhere")
    tab.enabled.click()
    qtbot.waitUntil(lambda: "is not an address" in tab.words)
    assert tab.result == ""
    tab.checks.allowed.clear()
    tab.save.click()
    qtbot.waitUntil(lambda: "Saved" in tab.result)
    assert "is not an address" not in tab.words


def test_a_certificate_is_chosen_from_the_disk(tab: ReceivingTab, qtbot: QtBot) -> None:
    tab.more.click()
    tab.checks.certificate.choose.click()
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/etc/shop.pem")
    dialog.reject()
    assert tab.checks.certificate.text == "/etc/shop.pem"


def test_a_secret_is_typed_unseen(tab: ReceivingTab) -> None:
    field = tab.checks.token
    assert field.edit.echoMode() is field.edit.EchoMode.Password
    field.make.click()
    assert field.edit.echoMode() is field.edit.EchoMode.Normal
    QTest.keyClicks(field.edit, "x")
    assert field.edit.echoMode() is field.edit.EchoMode.Password


def refuse(context: UiContext, *senders: str) -> None:
    rows = [
        {"sender": one, "reason": Refusal.TOKEN, "times": 1234, "first_at": 100.0, "last_at": 100.0}
        for one in senders
    ]
    with context.shop.database.write() as connection:
        table.add(connection, rows, 1000)
    context.shop.changes.publish(Change(refusals=True))


def test_who_was_sent_away_is_listed_and_can_be_cleared(
    context: UiContext, tab: ReceivingTab, qtbot: QtBot
) -> None:
    card = tab.refusals
    qtbot.waitUntil(lambda: "Nobody was refused" in card.empty_words)
    refuse(context, "203.0.113.7", SEVERAL)
    qtbot.waitUntil(lambda: card.model.rowCount() == 2)
    assert card.empty_words == ""
    cells = [card.model.index(0, column).data() for column in RefusalColumn]
    assert cells[1:4] == ["203.0.113.7", "token missing or wrong", "1,234"]
    assert card.model.index(1, RefusalColumn.SENDER).data() == "other addresses"
    QTest.keyClick(card.clear, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.empty_words != "")
    assert refusal_rows(context.shop) == []


def test_the_table_keeps_to_the_rules_of_models(qapp: QApplication) -> None:
    model = RefusalTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    at = datetime.now(UTC)
    for reasons in ((), tuple(Refusal), (Refusal.TOKEN,)):
        model.show_rows([RefusalRow("203.0.113.7", reason, 1, at, at) for reason in reasons])
        assert model.rowCount() == len(reasons)
        assert all(model.index(row, RefusalColumn.REASON).data() for row in range(len(reasons)))
    tester.deleteLater()


def test_the_card_and_the_navigation_tell_what_the_lamp_means(
    context: UiContext, qtbot: QtBot, language: Language
) -> None:
    card, lines = ListenerCard(context.theme), StatusLines(context.theme)
    qtbot.addWidget(card)
    qtbot.addWidget(lines)
    silent = Status(
        listener=Lamp.WARNING,
        listener_words=translate("Engine", "Events: none for {hours} h").format(hours=26),
        listener_address="http://127.0.0.1:8787/h/x",
    )
    for status, title, line in (
        (silent, "nothing has come for long", "none for 26 h"),
        (replace(silent, reach=Reach(Lamp.BAD, silent.listener_words or NONE, None)), "outside", "26 h"),
    ):
        card.show_status(status)
        lines.show_status(status)
        assert title in card.title
        assert line in lines.words
    status = replace(silent, refused=Refusal.TOKEN, listener_words=REFUSED[Refusal.TOKEN])
    card.show_status(status)
    assert card.title == "Receiving is on, but events are refused"
    language.use("ru")
    lines.show_status(silent)
    assert "не приходят 26\xa0ч" in lines.words


NONE = translate("Engine", "Events: off")


def test_what_is_typed_and_not_saved_outlives_a_look_at_the_settings(
    context: UiContext, tab: ReceivingTab, qtbot: QtBot
) -> None:
    tab.public_url.setText("https://shop.example")
    tab.host.clear()
    tab.port.setValue(9000)
    tab.checks.allowed.setText("203.0.113.7")
    save_listener(context.shop, replace(load_listener(context.shop), port=9100, silent_hours=7))
    qtbot.waitUntil(lambda: tab.silent_hours.value() == 7)  # nobody has typed there
    typed = (tab.public_url.text(), tab.host.text(), tab.port.value(), tab.checks.allowed.text())
    assert typed == ("https://shop.example", "", 9000, "203.0.113.7")
    tab.save.click()
    qtbot.waitUntil(lambda: load_listener(context.shop).port == 9000)
    qtbot.waitUntil(lambda: tab.result.startswith("Saved"))
    assert (load_listener(context.shop).allowed, tab.host.text()) == ("203.0.113.7", "127.0.0.1")
    save_listener(context.shop, replace(load_listener(context.shop), port=9200))
    qtbot.waitUntil(lambda: tab.port.value() == 9200)


@pytest.mark.parametrize("refused", list(MEANT_FOR_US))
def test_from_anywhere_the_line_of_the_listener_leads_to_what_mends_a_refusal(
    context: UiContext, language: Language, qtbot: QtBot, refused: Refusal
) -> None:
    view = MainView(context, language)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    status = Status(listener=Lamp.WARNING, listener_words=REFUSED[refused], refused=refused)
    tab = view.settings.receiving
    context.bridge.status_changed.emit(status)
    line = view.navigation.status.lines[LISTENER]
    assert "refused" in line.accessibleName()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert tab.isVisible()
    assert translated(HELP[refused]) in tab.words
    focused = QApplication.focusWidget()
    assert focused is not None
    assert tab.isAncestorOf(focused)
    assert focused.isVisible()
    assert tab.more.isChecked() is (refused not in {Refusal.WRONG_SECRET, Refusal.TOO_LARGE})
