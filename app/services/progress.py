"""How far long work is: told by the thread that does it, read and stopped by the one that shows it."""

from __future__ import annotations

import threading

from app.domain.errors import PolkaError
from app.domain.text import translate


class StoppedError(PolkaError):
    """The person stopped the work: no trouble, and not told as such."""


class Progress:
    """`done` of `total` parts; a total of 0: not known yet."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._stop = threading.Event()

    def stop(self) -> None:
        """The work ends at its next part."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether a person wants no more of it."""
        return self._stop.is_set()

    def advance(self, done: int, total: int) -> None:
        """So much is done. Raises `StoppedError` where the work is not wanted any more."""
        self.done, self.total = done, total
        if self.is_stopped:
            raise StoppedError(
                translate("Progress", "Stopped."), translate("Progress", "Nothing was changed.")
            )
