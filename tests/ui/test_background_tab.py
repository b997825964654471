"""The settings of what goes on without the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.notices import NoticeKind
from app.ui.context import UiContext
from app.ui.desktop.autostart import Autostart
from app.ui.desktop.choices import Closing, load_closing, load_notice_choices, save_closing
from app.ui.i18n import Language
from app.ui.pages.settings.background_tab import BackgroundTab


@pytest.fixture
def tab(context: UiContext, language: Language, qtbot: QtBot) -> BackgroundTab:
    made = BackgroundTab(context)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_chosen_is_kept_at_once(context: UiContext, tab: BackgroundTab) -> None:
    tab.notices[NoticeKind.SALE].click()
    tab.quiet.click()
    tab.closing.choose(Closing.KEEP)
    choices = load_notice_choices(context.memory)
    assert NoticeKind.SALE not in choices.kinds
    assert len(choices.kinds) == len(NoticeKind) - 1
    assert not choices.quiet_while_active
    assert load_closing(context.memory) is Closing.KEEP


def test_what_the_question_at_closing_changed_is_shown(context: UiContext, tab: BackgroundTab) -> None:
    tab.hide()
    save_closing(context.memory, Closing.QUIT)
    tab.show()
    assert tab.closing.value is Closing.QUIT


def test_starting_with_the_system_is_switched_on_and_off(
    context: UiContext, tab: BackgroundTab, qtbot: QtBot
) -> None:
    entry = Autostart.of_folder(context.shop.folder)
    tab.autostart.click()
    qtbot.waitUntil(lambda: entry.is_on)
    tab.autostart.click()
    qtbot.waitUntil(lambda: not entry.is_on)


def test_the_demo_offers_only_what_it_can_keep(
    context: UiContext, language: Language, qtbot: QtBot
) -> None:
    made = BackgroundTab(replace(context, is_temporary=True))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    assert made.quiet.isVisible()
    assert not made.closing.isVisible()
    assert not made.autostart.isVisible()
