"""A person imports a long file in the real window: reads it, checks it, stops it, sends it.

Usage: python -m tests.benchmarks.import_window_child FOLDER FILE. Prints as JSON by how many milliseconds
the UI thread was late, 99 of 100 times at most and once at most, and after how many a check had stopped.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject

from app.services.shop import Shop
from app.ui.application import PolkaWindow, make_application
from app.ui.main_window import IMPORT
from app.ui.pages.import_page import ImportPage
from app.ui.widgets.import_steps import Step
from tests.benchmarks.ticks import Ticks, let_pass
from tests.services.support import memory_secrets

SETTLING_MS = 2000
BEFORE_STOP_MS = 300
PERCENT = 99


def wait_until(is_so: Callable[[], bool], told_by: QObject) -> None:
    """Go on with events until something is so, which a change of the import's work may make it."""
    while not is_so():
        loop = QEventLoop()
        told_by.busy_changed.connect(loop.quit)
        told_by.kept.connect(loop.quit)
        loop.exec()


def late(ticks: Ticks) -> list[float]:
    """The usual latest and the very latest of what was gathered."""
    found = sorted(ticks.take())
    return [found[len(found) * PERCENT // 100], found[-1]]


def checked(page: ImportPage) -> None:
    """The file is read and checked, and its rows are shown."""
    page.go(Step.CHECK)
    wait_until(lambda: page.flow.is_checked and page.flow.is_kept, page.flow)


def stopped(page: ImportPage) -> float:
    """After how many milliseconds a check that is under way has ended."""
    page.go(Step.CHECK)
    let_pass(BEFORE_STOP_MS)
    started = time.perf_counter()
    page.bar.work.stopped.emit()
    wait_until(lambda: page.flow.progress is None, page.flow)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    make_application()
    window = PolkaWindow(Shop(Path(sys.argv[1]), secrets=memory_secrets()), language="ru", theme="light")
    ticks, loop = Ticks(), QEventLoop()
    window.opened.connect(loop.quit)
    window.frame.show()
    loop.exec()
    view = window.view
    assert view is not None
    view.show_page(IMPORT)
    let_pass(SETTLING_MS)
    page = view.importing
    page.open(Path(sys.argv[2]))
    wait_until(lambda: page.flow.has_file, page.flow)
    let_pass(SETTLING_MS)
    figures: dict[str, object] = {"stopped": stopped(page)}
    ticks.take()
    checked(page)
    let_pass(SETTLING_MS)
    figures["checked"] = late(ticks)
    page.go(Step.SEND)
    wait_until(lambda: page.flow.progress is None, page.flow)
    ticks.take()
    page.go_on()
    wait_until(lambda: page.flow.is_sent, page.flow)
    let_pass(SETTLING_MS)
    figures["sent"] = late(ticks)
    assert page.flow.row is not None
    figures["queued"] = page.flow.row.queued
    window.close()
    print(json.dumps(figures))


main()
