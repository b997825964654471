"""The pause of the whole connection: by a person, or because the marketplace refuses everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.text import Text, translate
from app.services.shop import Shop
from app.services.views import Change
from app.storage import outbox, settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAUSE = "pause"


def load_pause(connection: Connection) -> Text | None:
    """Why the connection is paused, or None where it is not."""
    stored = settings.load(connection, PAUSE)
    return None if stored is None else Text.from_json(stored)


def why_paused(shop: Shop) -> Text | None:
    """The same, on a connection of its own."""
    with shop.database.read() as connection:
        return load_pause(connection)


def pause(shop: Shop, reason: Text | None = None) -> None:
    """Hold everything that is not sent yet. Without a reason it was a person's wish."""
    with shop.database.write() as connection:
        write_pause(connection, reason or translate("Sending", "Sending is paused by you."))
    shop.changes.publish(Change(None, deliveries=True, settings=True))


def write_pause(connection: Connection, reason: Text) -> None:
    """The same inside a transaction."""
    settings.save(connection, PAUSE, reason.to_json())
    outbox.hold_all(connection, reason.dumps())


def hold_while_paused(connection: Connection) -> None:
    """What was queued or put off during a pause is held, too."""
    if (paused := load_pause(connection)) is not None:
        outbox.hold_all(connection, paused.dumps())


def resume(shop: Shop) -> None:
    """Go on with what was held."""
    with shop.database.write() as connection:
        settings.save(connection, PAUSE, None)
        outbox.release_all(connection)
    shop.changes.publish(Change(None, deliveries=True, queued=True, settings=True))
