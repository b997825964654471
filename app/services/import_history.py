"""The history of imports: who, when, which file, what became of it; and their undoing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.delivery import State
from app.domain.errors import InvalidValueError
from app.domain.text import translate
from app.services.batch_views import BatchCounts
from app.services.batches import CANCELLED_AT_ONCE, batch_counts, cancel_some
from app.services.import_memory import load_told
from app.services.import_views import ImportDraft, ImportRow, ImportState, Undone
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.undoing import draft_undo_of
from app.services.views import Change
from app.spreadsheet.meaning import Meaning
from app.storage import batches, imports

if TYPE_CHECKING:
    from sqlalchemy import Connection

DRAFTED_AT_ONCE = 50
"""In one transaction, so that others can write in between."""


def import_rows(shop: Shop, limit: int) -> list[ImportRow]:
    """The newest imports, newest first."""
    with shop.database.read() as connection:
        return [_row(connection, record) for record in imports.records(connection, limit)]


def import_row(shop: Shop, import_id: int) -> ImportRow | None:
    """One import, or None where there is no such one."""
    with shop.database.read() as connection:
        record = imports.record(connection, import_id)
        return None if record is None else _row(connection, record)


def _row(connection: Connection, record: Any) -> ImportRow:
    counts = BatchCounts() if record.batch_id is None else batch_counts(connection, record.batch_id)
    return ImportRow(
        id=record.id,
        at=datetime.fromtimestamp(record.created_at, UTC).astimezone(),
        who=record.who,
        file=record.file,
        folder=record.folder,
        meaning=Meaning(record.meaning),
        state=ImportState(record.state),
        planned=record.planned,
        queued=record.queued,
        unchanged=record.unchanged,
        left_out=record.left_out,
        batch_id=record.batch_id,
        counts=counts,
        is_meaning_in_doubt=record.state == ImportState.PREPARED and load_told(record.choices).is_in_doubt,
    )


def earlier_import(shop: Shop, draft: ImportDraft, import_id: int | None = None) -> ImportRow | None:
    """The newest import of the same content that was sent with the same meaning; `import_id` is not it."""
    with shop.database.read() as connection:
        found = imports.of_content(connection, draft.content.digest, ImportState.sent())
        numbers = [
            record.id
            for record in found
            if (record.sheet, record.meaning) == (draft.sheet, draft.meaning) and record.id != import_id
        ]
    return import_row(shop, numbers[0]) if numbers else None


def undo_import(shop: Shop, import_id: int, progress: Progress | None = None) -> Undone:
    """Cancel what has not begun, and type the compensating action of what was delivered, for a review.

    Raises `InvalidValueError` where there is nothing that could be undone. A stopped one keeps what is
    cancelled and drafted, and can be called again.
    """
    progress = progress or Progress()
    batch_id = _batch_to_undo(shop, import_id)
    cancelled = some = cancel_some(shop, batch_id)
    while some == CANCELLED_AT_ONCE and not progress.is_stopped:
        some = cancel_some(shop, batch_id)
        cancelled += some
    with shop.database.read() as connection:
        delivered = batches.ids(connection, batch_id, State.DELIVERED)
    drafted = 0
    for start in range(0, len(delivered), DRAFTED_AT_ONCE):
        progress.done, progress.total = start, len(delivered)
        if progress.is_stopped:
            break
        drafted += draft_undo_of(shop, delivered[start : start + DRAFTED_AT_ONCE])
    return _ended(shop, import_id, batch_id, cancelled, drafted, is_whole=not progress.is_stopped)


def _batch_to_undo(shop: Shop, import_id: int) -> int:
    row = import_row(shop, import_id)
    if row is None or row.state not in ImportState.sent() or row.batch_id is None:
        raise InvalidValueError(
            translate("Import", "Nothing of this import can be taken back."),
            translate("Import", "Only pieces and prices that were sent can be, and only once."),
        )
    return row.batch_id


def _ended(
    shop: Shop, import_id: int, batch_id: int, cancelled: int, drafted: int, *, is_whole: bool
) -> Undone:
    with shop.database.write() as connection:
        counts = batch_counts(connection, batch_id)
        if is_whole:
            imports.change(connection, import_id, state=ImportState.UNDONE)
    shop.changes.publish(Change(deliveries=True))
    return Undone(cancelled, drafted, counts.waiting + counts.unknown + counts.delivered - drafted)
