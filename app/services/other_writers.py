"""Noticing what other programs commit to the same database."""

from __future__ import annotations

from app.services.shop import Shop
from app.storage.database import Watcher


class OtherWriters:
    """Whether somebody has written since the last question."""

    def __init__(self, shop: Shop) -> None:
        self._database = shop.database
        self._watcher = Watcher(shop.database.path)
        self._seen = self._state()
        self._is_doubtful = False

    def _state(self) -> tuple[int, int]:
        return self._watcher.version(), self._database.commits

    def have_written(self) -> bool:
        """True where the file has changed although this program committed nothing.

        Where both may have written since the last question, True the next time that it is quiet.
        """
        before, self._seen = self._seen, self._state()
        changed = self._seen[0] != before[0]
        if changed and self._seen[1] != before[1]:
            self._is_doubtful = True
            return False
        written = changed or self._is_doubtful
        self._is_doubtful = False
        return written

    def close(self) -> None:
        """Close its connection."""
        self._watcher.close()
