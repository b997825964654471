"""Work that cannot be stopped, done in a thread of its own so that nobody has to wait for its end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from app.spreadsheet.reading.book import Advance

Result = TypeVar("Result")

LOOK_EVERY = 0.05
"""Seconds between two looks at whether the work is still wanted."""


def patiently(work: Callable[[], Result], advance: Advance) -> Result:
    """What the work gives or raises. Where `advance` raises, the work goes on unseen and is thrown away;
    the program does not wait for it at its end.
    """
    future: Future[Result] = Future()
    threading.Thread(target=_run, args=(work, future), name="reading a workbook", daemon=True).start()
    while True:
        try:
            return future.result(LOOK_EVERY)
        except TimeoutError:
            if future.done():
                raise
            advance(0, 0)


def _run(work: Callable[[], Result], future: Future[Result]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - a panic of the reader is no Exception
        future.set_exception(error)
