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

    def _state(self) -> tuple[int, int]:
        return self._watcher.version(), self._database.commits

    def have_written(self) -> bool:
        """True where the file has changed although this program committed nothing.

        What both wrote within one second is heard of with our own commit.
        """
        before, self._seen = self._seen, self._state()
        return self._seen[0] != before[0] and self._seen[1] == before[1]

    def close(self) -> None:
        """Close its connection."""
        self._watcher.close()
