"""An import is kept, so that it can be left and taken up again, or dropped; and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.errors import OutdatedError
from app.domain.text import translate
from app.services.import_begun import queued_places
from app.services.import_memory import dump_choices, dump_layout, load_choices, load_layout, load_told
from app.services.import_views import Content, ImportDraft, ImportState
from app.services.importing import content_of
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.views import Change
from app.spreadsheet.meaning import Meaning
from app.storage import imports


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An import that was left, as it was.

    `is_changed`: the file has other content since. `is_begun`: some of it is done.
    """

    draft: ImportDraft
    is_changed: bool
    is_begun: bool


def prepare(shop: Shop, draft: ImportDraft) -> int:
    """Keep the import, so that it can be left; returns its number."""
    kept = {"created_at": shop.clock(), "who": shop.who, "state": ImportState.PREPARED}
    with shop.database.write() as connection:
        number = imports.add(connection, **kept, **_stored(draft))
    shop.changes.publish(Change(deliveries=True))
    return number


def keep(shop: Shop, draft: ImportDraft, import_id: int | None) -> int:
    """Keep the import as it is understood now; returns its number. Raises as `save` does."""
    if not draft.content.digest:
        draft = replace(draft, content=content_of(draft.path))
    if import_id is None:
        return prepare(shop, draft)
    save(shop, import_id, draft)
    return import_id


def save(shop: Shop, import_id: int, draft: ImportDraft) -> None:
    """Keep what was changed about it. Raises `OutdatedError` where it is not open any more, and
    `SpreadsheetError` where a part of other content is queued.
    """
    with shop.database.write() as connection:
        record = imports.record(connection, import_id)
        if record is None or not ImportState(record.state).is_open:
            raise _not_open()
        if record.digest != draft.content.digest:
            queued_places(connection, import_id, draft.content)
        imports.change(connection, import_id, **_stored(draft))


def remember(shop: Shop, draft: ImportDraft) -> None:
    """What a person said of these headings: the next file that has them needs no mapping."""
    with shop.database.write() as connection:
        imports.put_layout(
            connection,
            fingerprint=draft.layout.fingerprint,
            used_at=shop.clock(),
            meaning=draft.meaning,
            layout=dump_layout(draft.layout),
            choices=dump_choices(draft.choices.lasting, draft.creating, draft.told),
        )


def _stored(draft: ImportDraft) -> dict[str, object]:
    return {
        "file": draft.path.name,
        "folder": str(draft.path.parent.resolve()),
        "digest": draft.content.digest,
        "stamp": draft.content.stamp,
        "sheet": draft.sheet,
        "encoding": draft.encoding,
        "meaning": draft.meaning,
        "fingerprint": draft.layout.fingerprint,
        "layout": dump_layout(draft.layout),
        "choices": dump_choices(draft.choices, draft.creating, draft.told),
    }


def take_up(shop: Shop, import_id: int, progress: Progress | None = None) -> TakenUp:
    """An import that was left. Raises `OutdatedError` where it is not open any more, `SpreadsheetError`
    where its file is gone or changed after a part of it was queued, and `StoppedError`.
    """
    with shop.database.read() as connection:
        record = imports.record(connection, import_id)
    if record is None or not ImportState(record.state).is_open:
        raise _not_open()
    content = content_of(Path(record.folder) / record.file, progress)
    is_changed = content.digest != record.digest
    if is_changed:
        with shop.database.read() as connection:
            queued_places(connection, import_id, content)
    is_begun = record.state == ImportState.QUEUEING
    return TakenUp(stored_draft(record, content), is_changed, is_begun)


def stored_draft(record: Any, content: Content) -> ImportDraft:
    """How the file of an import was understood when it was left or sent."""
    choices, creating = load_choices(record.choices)
    return ImportDraft(
        path=Path(record.folder) / record.file,
        content=content,
        layout=load_layout(record.layout),
        meaning=Meaning(record.meaning),
        sheet=record.sheet,
        encoding=record.encoding,
        choices=choices,
        creating=creating,
        told=load_told(record.choices),
    )


def _not_open() -> OutdatedError:
    return OutdatedError(
        translate("Import", "This import is finished or was dropped."),
        translate("Import", "Choose the file again to import it anew."),
    )


def drop(shop: Shop, import_id: int) -> None:
    """It is not wanted any more; what was queued of it stays."""
    with shop.database.write() as connection:
        record = imports.record(connection, import_id)
        if record is None or not ImportState(record.state).is_open:
            raise _not_open()
        imports.change(connection, import_id, state=ImportState.DROPPED)
    shop.changes.publish(Change(deliveries=True))
