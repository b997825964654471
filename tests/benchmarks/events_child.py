"""A person opens the page of a long log, searches, narrows it and scrolls.

Usage: python -m tests.benchmarks.events_child FOLDER. Prints as JSON after how many milliseconds rows were
there, by how many the UI thread came too late to its frames meanwhile, and how many MB it took.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from PySide6.QtCore import QEventLoop

from app.services.event_views import EventFilterKind
from app.services.shop import Shop
from app.ui.application import PolkaWindow, make_application
from app.ui.main_window import EVENTS
from app.ui.models.event_table_model import EventTableModel
from app.ui.pages.events_page import EventsPage
from tests.benchmarks.ticks import Ticks, let_pass
from tests.services.support import memory_secrets

SETTLING_MS = 1500
STEPS = 240
ROWS_A_STEP = 3
ROW_PIXELS = 33
FRAME_MS = 16
MEBIBYTE = 2**20


def rows_after(model: EventTableModel, begin: Callable[[], object]) -> float:
    """Milliseconds from the beginning until the first rows are there."""
    loop = QEventLoop()
    model.page_arrived.connect(loop.quit)
    started = time.perf_counter()
    begin()
    loop.exec()
    taken = (time.perf_counter() - started) * 1000
    model.page_arrived.disconnect(loop.quit)
    let_pass(SETTLING_MS)
    return taken


def searched(page: EventsPage, text: str) -> float:
    """From the end of the pause in typing to the rows."""
    taken = rows_after(page.model, lambda: page.search.searched.emit(text))
    rows_after(page.model, lambda: page.search.searched.emit(""))
    return taken


def narrowed(page: EventsPage) -> float:
    """Until what waits for a product is there."""
    taken = rows_after(page.model, lambda: page.filters.choose(EventFilterKind.UNLINKED))
    rows_after(page.model, lambda: page.filters.choose(EventFilterKind.ALL))
    return taken


def scrolled(page: EventsPage, ticks: Ticks, place: Callable[[int], int]) -> tuple[float, float]:
    """(99th percentile, most) of how late the UI thread came while it scrolled."""
    bar = page.table.verticalScrollBar()
    ticks.take()
    for step in range(STEPS):
        bar.setValue(place(step))
        let_pass(FRAME_MS)
    late = ticks.take()
    return statistics.quantiles(late, n=100)[-1], max(late)


def at_the_end(page: EventsPage) -> float:
    """Until the oldest rows are there."""
    bar = page.table.verticalScrollBar()
    bar.setValue(0)
    let_pass(SETTLING_MS)
    return rows_after(page.model, lambda: bar.setValue(bar.maximum()))


def main() -> None:
    make_application()
    window = PolkaWindow(Shop(Path(sys.argv[1]), secrets=memory_secrets()), language="ru", theme="light")
    loop = QEventLoop()
    window.opened.connect(loop.quit)
    window.frame.show()
    loop.exec()
    assert window.view is not None
    window.view.show_page(EVENTS)
    let_pass(SETTLING_MS)
    page, ticks = window.view.events, Ticks()
    maximum = page.table.verticalScrollBar().maximum()
    figures = {
        "open": rows_after(page.model, page.model.start_anew),
        "article": searched(page, "a000123"),
        "body": searched(page, "5777123"),
        "size": searched(page, "xl"),
        "waiting": narrowed(page),
    }
    scroll = scrolled(page, ticks, lambda step: step * ROWS_A_STEP * ROW_PIXELS)
    jump = scrolled(page, ticks, lambda step: maximum * step // STEPS)
    figures |= dict(
        zip(("scroll", "scroll_longest", "jump", "jump_longest"), (*scroll, *jump), strict=True)
    )
    figures["end"] = at_the_end(page)
    memory = psutil.Process().memory_full_info()
    figures |= {"resident": memory.rss / MEBIBYTE, "own": memory.uss / MEBIBYTE}
    window.close()
    print(json.dumps(figures))


main()
