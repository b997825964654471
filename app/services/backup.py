"""A copy of the whole database on demand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.services.shop import Shop


def back_up(shop: Shop) -> Path:
    """Write a copy into `backups/` and return its path. Raises `StorageError`."""
    now = datetime.fromtimestamp(shop.clock(), UTC).astimezone()
    path = shop.folder / "backups" / f"polka-{now:%Y%m%d-%H%M%S}.db"
    shop.database.backup(path)
    return path
