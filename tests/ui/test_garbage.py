"""Qt objects in cycles end on the UI thread, whichever thread makes the collector run."""

from __future__ import annotations

import gc
import threading

from pytestqt.qtbot import QtBot

from app.ui.garbage import GarbageCollector

CYCLES = 20_000


class Knot:
    """Garbage that only the collector can end; it notes where that happens."""

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        self.me = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


def leave_cycles() -> None:
    for _ in range(CYCLES):
        knot: list[object] = []
        knot.append(knot)


def test_another_thread_does_not_collect(qtbot: QtBot) -> None:
    gc.enable()
    collector = GarbageCollector()
    ended_on: list[threading.Thread] = []
    Knot(ended_on)
    busy = threading.Thread(target=leave_cycles)
    busy.start()
    busy.join()
    assert not ended_on
    qtbot.waitUntil(lambda: ended_on == [threading.main_thread()])
    collector.close()
    assert gc.isenabled()
