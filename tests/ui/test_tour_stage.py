"""The tour goes on when what was asked for is here, however slow the machine is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.services.shop import Shop
from app.storage.secrets import session_secrets
from app.ui.application import PolkaWindow
from app.ui.tour.stage import SETTLE_SECONDS, Stage, Steps, settled


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window of a shop without products."""
    window = PolkaWindow(Shop(tmp_path / "shop", secrets=session_secrets()), language="en", theme="light")
    window.frame.show()
    yield Stage(window, tmp_path)
    window.close()


def test_a_step_waits_for_the_answer_to_the_one_before_it(stage: Stage, qtbot: QtBot) -> None:
    read = threading.Event()
    happened: list[str] = []

    def steps() -> Steps:
        yield stage.is_open
        stage.window.tasks.run(read.wait, done=lambda _: happened.append("answer"))
        QTimer.singleShot(round(SETTLE_SECONDS * 2000), read.set)
        yield settled()
        happened.append("next step")

    stage.finished = lambda: happened.append("end")
    stage.play(steps())
    qtbot.waitUntil(lambda: "end" in happened)
    assert (stage.problem, happened) == (None, ["answer", "next step", "end"])
