"""The window at its page *Import*, and the way of a file through the first steps."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.ui.context import UiContext
from app.ui.i18n import Language
from app.ui.main_window import IMPORT, MainView
from app.ui.pages.import_page import ImportPage


def import_window(context: UiContext, language: Language, qtbot: QtBot) -> MainView:
    """The window's inside, shown, over whatever the shop has."""
    made = MainView(context, language)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_page(IMPORT)
    return made


def opened(page: ImportPage, qtbot: QtBot, path: Path) -> None:
    """Its first rows are shown."""
    page.open(path)
    qtbot.waitUntil(lambda: page.flow.sample is not None and page.flow.draft.path == path)


def checked(page: ImportPage, qtbot: QtBot, path: Path) -> None:
    """It is opened and checked."""
    opened(page, qtbot, path)
    page.go_on()
    page.go_on()
    settled(page, qtbot)


def settled(page: ImportPage, qtbot: QtBot) -> None:
    """Checked as it is understood now, and kept; what was sent before may still outdate it."""
    flow = page.flow
    qtbot.waitUntil(
        lambda: (
            flow.progress is None
            and flow.result is not None
            and flow.result.draft == flow.draft
            and flow.is_kept
        )
    )
