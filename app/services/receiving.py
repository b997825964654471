"""The listener's settings and address, and keeping what arrives: one commit for all that came meanwhile."""

from __future__ import annotations

import errno
import json
import secrets
import socket
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import anyio

from app.domain.address import is_everywhere, is_numeric, is_web_address
from app.domain.errors import DatabaseLockedError, InvalidValueError, ListenerError, StorageError
from app.domain.text import translate
from app.marketplace.sender_checks import MOST_CONNECTIONS_OF_ONE, parse_networks
from app.services.shop import Shop
from app.services.views import Change
from app.storage import inbox
from app.storage import settings as stored_settings
from app.storage.database import BUSY_TIMEOUT

if TYPE_CHECKING:
    from app.marketplace.receiver import Received

LISTENER, LISTENS_SINCE = "listener", "listener_since"
"""The settings, and when they were saved: who was refused before may come in now."""

DEFAULT_PORT = 8787
DEFAULT_MAX_BYTES = 1024 * 1024
SECRET_BYTES = 24
PORTS_TRIED = 200
QUIET_SECONDS = 0.02
GATHER_SECONDS = 0.001
"""What comes within this time of the first shares its commit."""

LOCKED_SECONDS = 0.001
"""Until a database that somebody else writes to is tried again."""


@dataclass(frozen=True, slots=True)
class ListenerSettings:
    """Where the listener is, and whom it takes events from.

    `public_url`: how it is reached from outside, where that differs. `allowed`: networks of senders, as
    typed; empty: everybody. `per_second` and `connections` are of one address; 0 requests a second: any
    number.
    `silent_hours`: for so long nothing may come before that is said, 0: for ever.
    """

    enabled: bool = False
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    secret: str = ""
    public_url: str = ""
    max_bytes: int = DEFAULT_MAX_BYTES
    check_token: bool = False
    check_signature: bool = False
    allowed: str = ""
    per_second: int = 0
    connections: int = MOST_CONNECTIONS_OF_ONE
    certificate: str = ""
    key: str = ""
    silent_hours: int = 24


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

    Raises `InvalidValueError` for a port, an address of this computer or a public address that is none.
    """
    checked = asdict(_checked(settings))
    with shop.database.write() as connection:
        stored_settings.save(connection, LISTENER, checked)
        stored_settings.save(connection, LISTENS_SINCE, shop.clock())
    shop.changes.publish(Change(settings=True))


def _checked(settings: ListenerSettings) -> ListenerSettings:
    host = settings.host.strip().removeprefix("[").removesuffix("]")
    public_url = settings.public_url.strip()
    if not 1 <= settings.port <= 65535:
        raise InvalidValueError(
            translate("Listener", "The port is a number from 1 to 65535."),
            translate("Listener", "8787 is a good choice."),
        )
    if not is_numeric(host) and host != "localhost":
        raise InvalidValueError(
            translate("Listener", "“{host}” is not an address of a computer.").format(host=host),
            translate(
                "Listener", "127.0.0.1 is heard on this computer only, 0.0.0.0 in every network it is in."
            ),
        )
    if public_url and not is_web_address(public_url):
        raise InvalidValueError(
            translate("Listener", "The public address is not a web address."),
            translate("Listener", "It begins with https://. Leave it empty where there is none."),
        )
    try:
        parse_networks(settings.allowed)
    except ValueError as error:
        raise InvalidValueError(
            translate("Listener", "“{wrong}” is not an address and not a network.").format(wrong=error),
            translate("Listener", "Write them as 203.0.113.7 or 203.0.113.0/24, parted by commas."),
        ) from error
    return replace(settings, host=host, public_url=public_url)


def new_secret() -> str:
    """A long random part of the address; who does not know it gets 404."""
    return secrets.token_urlsafe(SECRET_BYTES)


def listener_url(settings: ListenerSettings) -> str:
    """The address to enter in the cabinet."""
    host = socket.gethostname() if is_everywhere(settings.host) else _bracketed(settings.host)
    scheme = "https" if settings.certificate else "http"
    base = settings.public_url.rstrip("/") or f"{scheme}://{host}:{settings.port}"
    return f"{base}/h/{settings.secret}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def free_port(host: str, near: int) -> int:
    """A port that nobody uses: `near` or the next one that is free.

    Raises `ListenerError` where this computer has no such address.
    """
    for port in (*range(near, min(near + PORTS_TRIED, 65536)), 0):
        try:
            with bound_socket(host, port) as bound:
                return int(bound.getsockname()[1])
        except OSError as error:
            if not is_port_trouble(error):
                raise no_such_address(host) from error
    raise no_such_address(host)


def is_port_trouble(error: OSError) -> bool:
    """Whether another port of the same address may do: this one is in use, or not for everybody."""
    return error.errno in {errno.EADDRINUSE, errno.EACCES}


def no_such_address(host: str) -> ListenerError:
    """Nothing can be listened on there."""
    return ListenerError(
        translate("Listener", "This computer has no address {host} now.").format(host=host),
        translate("Listener", "Choose another one in Settings, Receiving; 127.0.0.1 is always there."),
    )


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on the address. Raises `OSError` where that is not possible."""
    # asyncio turns Nagle's algorithm off only where the protocol is named; with it an answer waits 40 ms.
    bound = socket.socket(_family(host), socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs share a port otherwise
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.listen()  # two sockets may be bound to one port; only one may listen
    except BaseException:
        bound.close()
        raise
    return bound


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


class Inbox:
    """Keeps events: whoever waits is let go after the commit that carries their event."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._group = _Group()
        self._arrived = anyio.Event()
        self._is_running = False
        self._unanswered = 0
        self._answered_at = 0.0  # on the monotonic clock
        self.unread = anyio.Event()

    async def keep(self, received: Received) -> None:
        """Return when it is on disk. Raises `StorageError` where it cannot be."""
        if not self._is_running:
            raise _not_kept()
        group = self._group
        group.received.append((self._shop.clock(), received))
        self._unanswered += 1
        self._arrived.set()
        await group.ended.wait()
        if group.error is not None:
            raise group.error

    async def run(self) -> None:
        """Commit what arrives until cancelled; who waits then is sent away."""
        self._is_running = True
        try:
            while True:
                await self._arrived.wait()
                await anyio.sleep(GATHER_SECONDS)
                self._arrived = anyio.Event()
                await self._commit(self._take_group())
        finally:
            self._is_running = False
            self._let_go(self._take_group(), _not_kept())

    async def quiet(self, longest: float) -> None:
        """Return when nothing has come for a moment, at the latest after `longest` seconds."""
        with anyio.move_on_after(longest):
            while self._unanswered or time.monotonic() < self._answered_at + QUIET_SECONDS:  # noqa: ASYNC110
                await anyio.sleep(QUIET_SECONDS)

    def _take_group(self) -> _Group:
        group, self._group = self._group, _Group()
        return group

    async def _commit(self, group: _Group) -> None:
        error: StorageError | None = _not_kept()
        try:
            await self._write_when_free(group.received)
            error = None
            self.unread.set()
        except StorageError as failed:
            error = failed
        finally:
            self._let_go(group, error)

    def _let_go(self, group: _Group, error: StorageError | None) -> None:
        self._unanswered -= len(group.received)
        self._answered_at = time.monotonic()
        group.error = error
        group.ended.set()

    async def _write_when_free(self, group: Sequence[tuple[float, Received]]) -> None:
        """Write on this loop, as another thread would take longer to wake; others are waited for off it."""
        patience_ends = time.monotonic() + BUSY_TIMEOUT
        while True:
            try:
                return self._write(group)
            except DatabaseLockedError:
                if time.monotonic() >= patience_ends:
                    raise
            await anyio.sleep(LOCKED_SECONDS)

    def _write(self, group: Sequence[tuple[float, Received]]) -> None:
        rows = [
            {
                "received_at": at,
                "sender": received.sender,
                "headers": json.dumps(received.headers),
                "body": received.body,
                "state": inbox.NEW if received.readable else inbox.UNREADABLE,
            }
            for at, received in group
        ]
        with self._shop.database.write(patient=False) as connection:
            inbox.keep(connection, rows)


class _Group:
    """What one commit carries."""

    def __init__(self) -> None:
        self.received: list[tuple[float, Received]] = []
        self.ended = anyio.Event()
        self.error: StorageError | None = None


def _not_kept() -> StorageError:
    return StorageError(
        translate("Listener", "Polka is stopping, so this event was not kept."),
        translate("Listener", "The sender may try again."),
    )
