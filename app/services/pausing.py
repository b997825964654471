"""Pauses: of the whole connection, by a person or the marketplace's refusal, and of one batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.text import Text, translate
from app.services.shop import Shop
from app.services.views import Change
from app.storage import batches, outbox, settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAUSE = "pause"
BY_PERSON = translate("Sending", "Sending is paused by you.")


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
        write_pause(connection, reason or BY_PERSON)
    shop.changes.publish(Change(None, deliveries=True, settings=True))


def write_pause(connection: Connection, reason: Text) -> None:
    """The same inside a transaction."""
    settings.save(connection, PAUSE, reason.to_json())
    outbox.hold_all(connection, reason.dumps())


def hold_while_paused(connection: Connection) -> None:
    """What was queued, put off or released during a pause of everything, or of its batch, is held, too."""
    if (paused := load_pause(connection)) is not None:
        outbox.hold_all(connection, paused.dumps())
    for batch in batches.paused(connection):
        outbox.hold_batch(connection, batch.id, _why_batch_paused(batch).dumps())


def resume(shop: Shop) -> None:
    """Go on with what was held, but for the batches that a person paused."""
    with shop.database.write() as connection:
        settings.save(connection, PAUSE, None)
        outbox.release_all(connection)
        hold_while_paused(connection)
    shop.changes.publish(Change(None, deliveries=True, queued=True, settings=True))


def pause_batch(shop: Shop, batch_id: int) -> None:
    """Hold what is not sent yet of one batch."""
    with shop.database.write() as connection:
        write_batch_pause(connection, batch_id)
    shop.changes.publish(Change(None, deliveries=True))


def resume_batch(shop: Shop, batch_id: int) -> None:
    """Go on with a batch, at once or when the connection's own pause is over."""
    with shop.database.write() as connection:
        end_batch_pause(connection, batch_id)
    shop.changes.publish(Change(None, deliveries=True, queued=True))


def write_batch_pause(connection: Connection, batch_id: int) -> None:
    """The pause of a batch inside a transaction."""
    batches.set_paused(connection, batch_id, is_paused=True)
    hold_while_paused(connection)


def end_batch_pause(connection: Connection, batch_id: int) -> None:
    """Its end inside a transaction."""
    batches.set_paused(connection, batch_id, is_paused=False)
    outbox.release_batch(connection, batch_id)
    hold_while_paused(connection)


def _why_batch_paused(batch: Any) -> Text:
    if batch.title:
        words = translate("Sending", "You paused batch {number} ({title}).")
        return words.format(number=batch.id, title=batch.title)
    return translate("Sending", "You paused batch {number}.").format(number=batch.id)
