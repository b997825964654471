"""Work off the UI thread: plain data in, plain data out, answered on the UI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import Any, Literal, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.domain.errors import PolkaError, stumbled

log = logging.getLogger(__name__)

T = TypeVar("T")
Lane = Literal["read", "write"]
READERS = 3


class Task:
    """One piece of work on its way."""

    def __init__(
        self,
        work: Callable[[], object],
        done: Callable[[Any], None] | None,
        failed: Callable[[PolkaError], None] | None,
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self.is_cancelled = False

    @classmethod
    def nothing(cls) -> Task:
        """A task that was never begun; it can be cancelled like any other."""
        return cls(lambda: None, None, None)

    def cancel(self) -> None:
        """Drop the answer; a function that has not begun is not called."""
        self.is_cancelled = True

    def work(self) -> tuple[object, Exception | None]:
        """The answer, or what was raised; called on a thread."""
        if self.is_cancelled:
            return None, None
        try:
            return self._work(), None
        except Exception as raised:  # noqa: BLE001  # told to the person or logged as a bug
            return None, raised

    def finish(self, answer: object) -> None:
        """Hand the answer over, on the UI thread."""
        if not self.is_cancelled and self._done is not None and not _is_gone(self._done):
            self._done(answer)

    def fail(self, error: PolkaError) -> bool:
        """Hand the failure over, on the UI thread; whether somebody took it."""
        if self.is_cancelled:
            return True
        if self._failed is None or _is_gone(self._failed):
            return False
        self._failed(error)
        return True


class TaskRunner(QObject):
    """Runs functions on threads: reads beside each other, writes one after the other, in order."""

    failed = Signal(object)  # PolkaError that no caller took
    closing = Signal()  # who reads for long is to end
    broke = Signal(object)  # an exception that is a bug
    _ended = Signal(int, object, object)  # number of the task, answer, exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {
            "read": ThreadPoolExecutor(READERS, "polka-read"),
            "write": ThreadPoolExecutor(1, "polka-write"),
        }
        self._is_open = True
        self._held: list[tuple[Lane, int]] | None = None
        # A task holds callbacks of pages and dialogs: the last who knows it must be this thread.
        self._tasks: dict[int, Task] = {}
        self._numbers = count()
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        function: Callable[..., T],
        *args: Any,
        done: Callable[[T], None] | None = None,
        failed: Callable[[PolkaError], None] | None = None,
        lane: Lane = "read",
    ) -> Task:
        """Call the function on a thread, then `done` or `failed` on the UI thread.

        `failed` is called after a bug too, with a sentence: whoever waits goes on.
        """
        task = Task(partial(function, *args), done, failed)
        if self._is_open:
            number = next(self._numbers)
            self._tasks[number] = task
            if self._held is None:
                self._lanes[lane].submit(self._work, number)
            else:
                self._held.append((lane, number))
        return task

    @property
    def is_idle(self) -> bool:
        """Whether every answer is handed over."""
        return not self._tasks

    def hold(self) -> None:
        """Begin nothing until `release`: a thread would take turns with what this one is doing."""
        self._held = []

    def release(self) -> None:
        """Begin what was held, in order."""
        held, self._held = self._held, None
        if self._is_open:
            for lane, number in held or ():
                self._lanes[lane].submit(self._work, number)

    def close(self) -> None:
        """Finish what is being written, drop what is being read, and take nothing more."""
        self._is_open = False
        self.closing.emit()
        self._lanes["read"].shutdown(wait=True, cancel_futures=True)
        self._lanes["write"].shutdown(wait=True)
        self._tasks.clear()

    def _work(self, number: int) -> None:
        answer, error = self._tasks[number].work()
        if self._is_open:
            self._ended.emit(number, answer, error)

    @Slot(int, object, object)
    def _on_ended(self, number: int, answer: object, error: Exception | None) -> None:
        task = self._tasks.pop(number, None)
        if task is None:
            return
        if error is None:
            task.finish(answer)
        elif isinstance(error, PolkaError):
            if not task.fail(error):
                self.failed.emit(error)
        else:
            log.error("a task failed by a bug", exc_info=error)
            task.fail(stumbled())
            self.broke.emit(error)


def _is_gone(callback: Callable[..., None]) -> bool:
    """Whether the answer comes for a page or dialog that is closed and deleted meanwhile."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
