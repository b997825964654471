"""A person opens the window over a large catalogue, waits, searches and scrolls.

Usage: python -m tests.benchmarks.table_child FOLDER. Prints as JSON for how many milliseconds the UI thread
was busy without a break, at most, and how many MB it took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from app.services.shop import Shop
from app.ui.application import PolkaWindow, make_application
from app.ui.pages.products_page import ProductsPage
from tests.benchmarks.ticks import Ticks, let_pass
from tests.services.support import memory_secrets

SETTLING_MS = 600
IDLE_MS = 4000
STEPS = 120
FRAME_MS = 16
MEBIBYTE = 2**20


def wait_for(signal_of: Callable[[QEventLoop], object]) -> None:
    """Go on with events until a signal comes."""
    loop = QEventLoop()
    signal_of(loop)
    loop.exec()


def opened(window: PolkaWindow, ticks: Ticks) -> float:
    """From the window's parts to the first rows of the table."""
    wait_for(lambda loop: window.opened.connect(loop.quit))
    ticks.take()
    let_pass(SETTLING_MS)
    return max(ticks.take())


def searched(page: ProductsPage, ticks: Ticks) -> tuple[float, float]:
    """The longest stop while keys are typed, and the time from the last key to its rows."""
    search = page.header.search
    QTest.keyClicks(search, "a012")
    let_pass(SETTLING_MS)
    ticks.take()
    started = time.perf_counter()
    QTest.keyClick(search, Qt.Key.Key_3)
    wait_for(lambda loop: page.table.model.listed.connect(loop.quit))
    taken = (time.perf_counter() - started) * 1000
    let_pass(SETTLING_MS)
    stop = max(ticks.take())
    search.clear()
    let_pass(SETTLING_MS)
    ticks.take()
    return stop, taken


def scrolled(page: ProductsPage, ticks: Ticks) -> float:
    """The longest stop on the way from the first row to the last."""
    bar = page.table.view.verticalScrollBar()
    for step in range(STEPS):
        bar.setValue(bar.maximum() * step // STEPS)
        let_pass(FRAME_MS)
    return max(ticks.take())


def main() -> None:
    make_application()
    window = PolkaWindow(Shop(Path(sys.argv[1]), secrets=memory_secrets()), language="ru", theme="light")
    ticks = Ticks()
    window.frame.show()
    opening = opened(window, ticks)
    assert window.view is not None
    let_pass(IDLE_MS)
    memory = psutil.Process().memory_full_info()
    ticks.take()
    searching, rows_there = searched(window.view.products, ticks)
    figures = {
        "open": opening,
        "search": searching,
        "rows_there": rows_there,
        "scroll": scrolled(window.view.products, ticks),
        "resident": memory.rss / MEBIBYTE,
        "own": memory.uss / MEBIBYTE,
    }
    window.close()
    print(json.dumps(figures))


main()
