"""The engine's status: a snapshot that any thread may read, and word of every change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.services.status_views import Status


class StatusBoard:
    """Holds the newest status."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._status = Status()
        self._callbacks: list[Callable[[Status], None]] = []

    @property
    def status(self) -> Status:
        """The newest status."""
        return self._status

    def set(self, **fields: Any) -> None:
        """Change some of its fields and tell who wants to know, if anything is new."""
        with self._lock:
            if all(getattr(self._status, name) == value for name, value in fields.items()):
                return
            self._status = changed = replace(self._status, **fields)
            for callback in tuple(self._callbacks):  # still locked, so that the newest is told last
                callback(changed)

    def subscribe(self, callback: Callable[[Status], None]) -> Callable[[], None]:
        """Call `callback` with every new status; returns how to stop that."""
        with self._lock:
            self._callbacks.append(callback)

        def unsubscribe() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return unsubscribe
