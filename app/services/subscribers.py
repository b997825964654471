"""Who wants to be told of something, from whatever thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Said = TypeVar("Said")


class Subscribers(Generic[Said]):
    """Keeps its subscribers; what they are told, and when, is for those who build upon it."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._callbacks: list[Callable[[Said], None]] = []

    def subscribe(self, callback: Callable[[Said], None]) -> Callable[[], None]:
        """Call `callback` with everything that is said from now on; returns the way to stop that."""
        with self._lock:
            self._callbacks.append(callback)

        def unsubscribe() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return unsubscribe
