"""The listener's settings and address."""

from __future__ import annotations

import errno
import secrets
import socket
from dataclasses import asdict, dataclass, replace

from app.domain.address import is_everywhere, is_numeric, is_web_address
from app.domain.errors import InvalidValueError, ListenerError
from app.domain.text import translate
from app.marketplace.sender_checks import MOST_CONNECTIONS_OF_ONE, parse_networks
from app.services.shop import Shop
from app.services.views import Change
from app.storage import settings as stored_settings

LISTENER, LISTENS_SINCE = "listener", "listener_since"
"""The settings, and when they were saved: who was refused before may come in now."""

DEFAULT_PORT = 8787
DEFAULT_MAX_BYTES = 1024 * 1024
SECRET_BYTES = 24
PORTS_TRIED = 200


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
