"""Reading an event once more: what was applied stays as it is, so that twice is as good as once."""

from __future__ import annotations

from app.marketplace.schema import UnreadableError, parse_event
from app.services.reading import read_new
from app.services.shop import Shop
from app.storage import inbox


def read_again(shop: Shop, event_id: int) -> int:
    """Read an event as if it had just come; returns how many of its lines were applied by that.

    Only what waits, or what was not understood then and is now, can change anything.
    """
    with shop.database.read() as connection:
        before, body = inbox.applied_lines(connection, event_id), inbox.body_of(connection, event_id)
    if _is_understood(body):
        with shop.database.write() as connection:
            inbox.forget_wordless(connection, event_id)
    read_new(shop)  # the oldest first
    with shop.database.read() as connection:
        return inbox.applied_lines(connection, event_id) - before


def _is_understood(body: bytes) -> bool:
    try:
        return any(product.sizes for product in parse_event(body).products)
    except UnreadableError:
        return False
