"""What pages get in the window, over a shop of the test's own; the engine is not started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.engine import Engine
from app.services.shop import Shop
from app.ui.bridge import ShopBridge
from app.ui.context import UiContext
from app.ui.garbage import GarbageCollector
from app.ui.i18n import Language
from app.ui.tasks import TaskRunner
from app.ui.theme import Theme
from tests.patience import PatientBot


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt's own."""
    return PatientBot(request)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """English, which a test may change."""
    language = Language(qapp)
    language.use("en")
    yield language
    language.use("en")


@pytest.fixture
def context(
    shop: Shop, tmp_path: Path, language: Language, qtbot: QtBot, qapp: QApplication
) -> Iterator[UiContext]:
    garbage = GarbageCollector()
    qapp.setStyle("Fusion")
    engine = Engine(shop)
    tasks, bridge, theme = TaskRunner(), ShopBridge(shop, engine), Theme()
    theme.use("light")
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    yield UiContext(shop, engine, tasks, bridge, theme, memory)
    bridge.close()
    tasks.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # widgets before the style that they know
    garbage.close()
    qapp.setStyleSheet("")
