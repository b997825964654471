"""Data of an older version: the window says that they are brought up to date, and stays alive meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine

from app.services.shop import Shop
from app.storage.database import FILE_NAME
from app.storage.migrations import upgrade
from app.storage.secrets import session_secrets
from app.ui.application import PolkaWindow
from app.ui.widgets.upgrade_page import UpgradePage


def test_a_slow_upgrade_is_said_and_the_window_goes_on(tmp_path: Path, qtbot: QtBot) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / FILE_NAME}")
    upgrade(engine, "0005")
    engine.dispose()
    window = PolkaWindow(Shop(tmp_path, secrets=session_secrets()), language="en", theme="light")
    ticks: list[int] = []
    timer = QTimer(window, interval=10)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as another:
        another.execute("PRAGMA journal_mode = WAL")
        another.execute("BEGIN IMMEDIATE")  # the scripts have to wait for it
        window.begin()
        qtbot.waitUntil(lambda: isinstance(window.frame.centralWidget(), UpgradePage))
        qtbot.waitUntil(lambda: any((tmp_path / "backups").glob("*.db")))
        page = window.frame.centralWidget()
        words = [label.text() for label in page.findChildren(QLabel)]
        assert words[0] == "Your data are being brought up to date"
        since = len(ticks)
        qtbot.waitUntil(lambda: len(ticks) > since + 30)
        assert window.view is None
        another.execute("ROLLBACK")
    qtbot.waitUntil(lambda: window.desktop is not None)
    window.close()


def test_new_data_and_those_of_now_open_without_a_word(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        shop = Shop(tmp_path, secrets=session_secrets())
        shop.open(lambda: told.append("upgrading"))
        shop.close()
    assert told == []
