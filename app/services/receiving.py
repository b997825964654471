"""The listener's settings and address, and keeping what arrives: one commit for all that came meanwhile."""

from __future__ import annotations

import json
import secrets
import socket
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import anyio
import anyio.to_thread

from app.domain.errors import InvalidValueError, StorageError
from app.domain.text import translate
from app.services.shop import Shop
from app.services.views import Change
from app.storage import inbox
from app.storage import settings as stored_settings

if TYPE_CHECKING:
    from app.marketplace.receiver import Received

LISTENER = "listener"
DEFAULT_PORT = 8787
DEFAULT_MAX_BYTES = 1024 * 1024
SECRET_BYTES = 24
PORTS_TRIED = 200


@dataclass(frozen=True, slots=True)
class ListenerSettings:
    """Where the listener is. `public_url`: how it is reached from outside, where that differs."""

    enabled: bool = False
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    secret: str = ""
    public_url: str = ""
    max_bytes: int = DEFAULT_MAX_BYTES


def load_listener(shop: Shop) -> ListenerSettings:
    """The settings; a secret is made at the first use."""
    stored = shop.load_setting(LISTENER)
    return ListenerSettings(**stored) if stored and stored["secret"] else _with_secret(shop)


def _with_secret(shop: Shop) -> ListenerSettings:
    """Two that load at once get the same secret: the second finds that of the first."""
    with shop.database.write() as connection:
        stored = stored_settings.load(connection, LISTENER)
        settings = ListenerSettings() if stored is None else ListenerSettings(**stored)
        if not settings.secret:
            settings = replace(settings, secret=new_secret())
            stored_settings.save(connection, LISTENER, asdict(settings))
    shop.changes.publish(Change(settings=True))
    return settings


def save_listener(shop: Shop, settings: ListenerSettings) -> None:
    """Keep the settings; the engine listens anew by `restart_listener`.

    Raises `InvalidValueError` for a port that is none.
    """
    if not 1 <= settings.port <= 65535:
        raise InvalidValueError(
            translate("Listener", "The port is a number from 1 to 65535."),
            translate("Listener", "8787 is a good choice."),
        )
    shop.save_setting(LISTENER, asdict(settings))


def new_secret() -> str:
    """A long random part of the address; who does not know it gets 404."""
    return secrets.token_urlsafe(SECRET_BYTES)


def listener_url(settings: ListenerSettings) -> str:
    """The address to enter in the cabinet."""
    base = settings.public_url.rstrip("/") or f"http://{_bracketed(settings.host)}:{settings.port}"
    return f"{base}/h/{settings.secret}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def free_port(host: str, near: int) -> int:
    """A port that nobody uses: `near` or the next one that is free."""
    for port in range(near, min(near + PORTS_TRIED, 65536)):
        if is_free(host, port):
            return port
    with socket.socket(_family(host), socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def is_free(host: str, port: int) -> bool:
    """Whether the port can be listened on."""
    try:
        bound_socket(host, port).close()
    except OSError:
        return False
    return True


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Raises `OSError` where it is in use."""
    bound = socket.socket(_family(host), socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs share a port otherwise
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except BaseException:
        bound.close()
        raise
    return bound


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


class Inbox:
    """Keeps events: whoever waits is let go after the commit that carries their event."""

    def __init__(self, shop: Shop, kept: anyio.Event | None = None) -> None:
        self._shop = shop
        self._waiting: list[_Kept] = []
        self._arrived = kept or anyio.Event()
        self.unread = anyio.Event()

    async def keep(self, received: Received) -> None:
        """Return when it is on disk. Raises `StorageError` where it cannot be."""
        entry = _Kept(received, self._shop.clock(), anyio.Event())
        self._waiting.append(entry)
        self._arrived.set()
        await entry.committed.wait()
        if entry.error is not None:
            raise entry.error

    async def run(self) -> None:
        """Commit what arrives until cancelled."""
        while True:
            await self._arrived.wait()
            self._arrived = anyio.Event()
            group, self._waiting = self._waiting, []
            await self._commit(group)

    async def _commit(self, group: list[_Kept]) -> None:
        error: StorageError | None = None
        try:
            await anyio.to_thread.run_sync(self._write, group)
        except StorageError as failed:
            error = failed
        for entry in group:
            entry.error = error
            entry.committed.set()
        self.unread.set()

    def _write(self, group: list[_Kept]) -> None:
        rows = [
            {
                "received_at": entry.at,
                "sender": entry.received.sender,
                "headers": json.dumps(entry.received.headers),
                "body": entry.received.body,
                "state": inbox.NEW if entry.received.readable else inbox.UNREADABLE,
            }
            for entry in group
        ]
        with self._shop.database.write() as connection:
            inbox.keep(connection, rows)


@dataclass(slots=True)
class _Kept:
    received: Received
    at: float
    committed: anyio.Event
    error: StorageError | None = None
