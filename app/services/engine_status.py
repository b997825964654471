"""The engine's status: a snapshot that any thread may read, and word of every change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.services.status_views import Status
from app.services.subscribers import Subscribers


class StatusBoard(Subscribers[Status]):
    """Holds the newest status, and tells every new one."""

    def __init__(self) -> None:
        super().__init__()
        self._status = Status()

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
