"""One data folder: its database, its secrets, and the word to everybody when something changed."""

from __future__ import annotations

import getpass
import hashlib
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.services.subscribers import Subscribers
from app.storage.secrets import Secrets

if TYPE_CHECKING:
    from app.services.views import Change
    from app.storage.database import Database

log = logging.getLogger(__name__)


class Changes(Subscribers["Change"]):
    """Tells every subscriber what was committed, on the thread that committed it."""

    def publish(self, change: Change) -> None:
        """Say what was committed. A subscriber that fails does not keep the others from hearing."""
        with self._lock:
            callbacks = tuple(self._callbacks)
        for callback in callbacks:
            try:
                callback(change)
            except Exception:
                log.exception("a subscriber failed on %s", change)


def _unheard() -> None:
    """Nobody waits where it would have to be said."""


class Shop:
    """One data folder. Making one is quick; `open` reads the disk."""

    def __init__(
        self,
        folder: Path,
        *,
        secrets: Secrets | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.folder = folder
        self.changes = Changes()
        self.secrets = secrets or Secrets(_folder_key(folder))
        self.clock = clock
        self._database: Database | None = None

    @property
    def database(self) -> Database:
        """The open database."""
        if self._database is None:
            message = "the shop is not open"
            raise RuntimeError(message)
        return self._database

    def open(self, upgrading: Callable[[], object] = _unheard) -> None:
        """Open the database, made new or brought up to date where needed. Raises `StorageError`.

        `upgrading` is called before an older one is brought up to date, which can take a minute.
        """
        from app.storage.database import Database  # not needed before the window's first picture

        database = Database(self.folder)
        database.open(upgrading)
        self._database = database

    def close(self) -> None:
        """Close the database; the shop can be opened again."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def load_setting(self, name: str) -> Any:
        """A setting's plain JSON value, or None."""
        from app.storage import settings

        with self.database.read() as connection:
            return settings.load(connection, name)

    def save_setting(self, name: str, value: Any) -> None:
        """Keep a setting; None forgets it."""
        from app.services.views import Change
        from app.storage import settings

        with self.database.write() as connection:
            settings.save(connection, name, value)
        self.changes.publish(Change(settings=True))

    @property
    def who(self) -> str:
        """The person at this computer, for the ledger."""
        try:
            return getpass.getuser()
        except (OSError, KeyError, ImportError):  # no such user in a bare container
            return ""


def _folder_key(folder: Path) -> str:
    """Two data folders have two tokens; the name of the folder is not shown in the secret store."""
    return hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
