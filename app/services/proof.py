"""Whether the marketplace has taken something with this address and this token: better than any check."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.errors import SecretsError
from app.domain.text import translate
from app.services.connection import CheckResult, check_connection, load_token
from app.services.settings import load_connection
from app.services.shop import Shop
from app.services.status_views import Lamp
from app.storage import deliveries

SINCE = "connection_since"
"""The setting that says since when (seconds) address and token are what they are."""

PROVEN = translate(
    "Connection",
    "The server answered in {milliseconds} ms. The address and the token are right:"
    " a delivery was taken {when}.",
)


def check(shop: Shop, url: str, token: str, proxy: str) -> tuple[CheckResult, datetime | None]:
    """What the server says, and when a delivery last proved these."""
    result = check_connection(url, token, proxy)
    return result, last_taken(shop, url, token) if result.lamp is Lamp.GOOD else None


def last_taken(shop: Shop, url: str, token: str) -> datetime | None:
    """When the marketplace last took a delivery with these; None: never, or it refuses them since."""
    if not _is_same(shop, url, token):
        return None
    since = shop.load_setting(SINCE) or 0
    with shop.database.read() as connection:
        at = deliveries.last_taken(connection)
    return None if at is None or at < since else datetime.fromtimestamp(at, UTC).astimezone()


def last_answered(shop: Shop) -> datetime | None:
    """When the marketplace last answered, since address and token are what they are."""
    since = shop.load_setting(SINCE) or 0
    with shop.database.read() as connection:
        at = deliveries.last_answered(connection, since)
    return None if at is None else datetime.fromtimestamp(round(at), UTC).astimezone()


def note_change(shop: Shop, url: str, token: str) -> None:
    """These are about to be saved: where they are others than before, nothing proves them yet."""
    if not _is_same(shop, url, token):
        shop.save_setting(SINCE, shop.clock())


def _is_same(shop: Shop, url: str, token: str) -> bool:
    try:
        return load_connection(shop).url == url and load_token(shop) == token
    except SecretsError:
        return False
