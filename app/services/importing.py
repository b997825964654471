"""The steps of an import: open, say what the columns are, check, plan; left and taken up again."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.errors import OutdatedError, SpreadsheetError
from app.domain.text import translate
from app.services.import_history import import_row
from app.services.import_matching import Goods
from app.services.import_memory import (
    as_remembered,
    dump_choices,
    dump_layout,
    load_choices,
    load_layout,
)
from app.services.import_plan import make_plan
from app.services.import_views import Content, Creating, ImportDraft, ImportRow, ImportState, Plan
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.views import Change
from app.spreadsheet.catalogue_columns import Named, texts_to_look_up
from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.layout import Layout
from app.spreadsheet.likely_meaning import Likely, likely_meaning, title_above
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.reading.book import Book, BookSheet
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.report.mark import Mark, done_rows, read_mark, without_ours
from app.spreadsheet.sheet import Sheet
from app.spreadsheet.suited import suited
from app.storage import imports, naming

_PIECE = 1 << 20
PASTED = "imports"
"""The folder of what was pasted, within that of the data."""


@dataclass(frozen=True, slots=True)
class Guess:
    """How a sheet is understood before a person says anything."""

    layout: Layout
    meaning: Meaning
    choices: Choices
    creating: Creating
    is_remembered: bool  # a person said so of an earlier file with the same headings
    is_sure: bool = True  # of the meaning


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An import that was left, as it was. `is_changed`: the file has other content since."""

    draft: ImportDraft
    is_changed: bool


def open_file(path: Path, progress: Progress | None = None, encoding: str = "") -> Book:
    """The file's sheets. Raises `SpreadsheetError` and `StoppedError`, also later while rows are read."""
    progress = progress or Progress()
    return open_book(path, advance=progress.advance, encoding=encoding or None)


def keep_pasted(shop: Shop, text: str, name: str) -> Path:
    """A pasted block as a file of that name, so that the import can be taken up again."""
    path = shop.folder / PASTED / f"{name}.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def content_of(path: Path, progress: Progress | None = None) -> Content:
    """What tells this content from others. Raises `SpreadsheetError` and `StoppedError`."""
    progress = progress or Progress()
    found = hashlib.sha256()
    try:
        stamp = stamp_of(path.stat())
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                progress.advance(progress.done, progress.total)
                found.update(piece)
    except OSError as error:
        raise SpreadsheetError(
            translate("Import", "{name} cannot be read any more.").format(name=path.name),
            translate("Import", "Put the file back where it was, or choose another one."),
        ) from error
    return Content(found.hexdigest(), stamp)


def stamp_of(stat: os.stat_result) -> str:
    """Another one where a file was written meanwhile."""
    return f"{stat.st_size} {stat.st_mtime_ns}"


def guess(shop: Shop, sheet: BookSheet, mark: Mark | None = None, meaning: Meaning | None = None) -> Guess:
    """The layout by its first rows, or as a person said of an earlier file with the same headings.

    `mark`: the columns that an earlier import of the file added, which hold nothing to import. `meaning`:
    what the file means, where a person has said so.
    """
    head = sheet.head(ROWS_TO_GUESS)
    head = head if mark is None else without_ours(head, mark)
    texts = texts_to_look_up(head)
    with shop.database.read() as connection:
        named = Named(naming.known_articles(connection, texts), naming.known_barcodes(connection, texts))
        layout = guess_layout(head, sheet.merged, named, sheet.hidden_columns)
        known = imports.layout(connection, layout.fingerprint)
    if known is None:
        likely = likely_meaning(layout, title_above(head, layout))
        said = likely if meaning is None else Likely(meaning, is_sure=True)
        layout = suited(layout, said.meaning)
        return Guess(layout, said.meaning, Choices(), Creating(), is_remembered=False, is_sure=said.is_sure)
    choices, creating = load_choices(known.choices)
    layout = as_remembered(layout, load_layout(known.layout))
    return Guess(layout, Meaning(known.meaning), choices, creating, is_remembered=True)


def check_sheet(
    goods: Goods, sheet: Sheet, draft: ImportDraft, progress: Progress | None = None
) -> Checked:
    """Every row of the sheet, compared with the goods; what an earlier import took care of is left out.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    mark = read_mark(draft.path, draft.sheet)
    progress = progress or Progress()

    def advance(done: int, total: int) -> None:
        # Whoever reads rows whose number is not known tells how far the file is.
        progress.advance(*((done, total) if total else (progress.done, progress.total)))

    done = () if mark is None else done_rows(sheet, mark)
    return check(sheet, draft.layout, draft.meaning, draft.choices, goods.known, advance, done)


def plan_import(
    shop: Shop, goods: Goods, checked: Checked, draft: ImportDraft, import_id: int | None = None
) -> Plan:
    """What would be done to the goods; what was queued before, if the import was stopped, is left out."""
    done: set[tuple[int, int]] = set()
    if import_id is not None:
        with shop.database.read() as connection:
            done = imports.places(connection, import_id)
    return make_plan(shop, goods, checked, draft.meaning, draft.creating, done)


def prepare(shop: Shop, draft: ImportDraft) -> int:
    """Keep the import, so that it can be left; returns its number."""
    kept = {"created_at": shop.clock(), "who": shop.who, "state": ImportState.PREPARED}
    with shop.database.write() as connection:
        number = imports.add(connection, **kept, **_stored(draft))
    shop.changes.publish(Change(deliveries=True))
    return number


def put_aside(shop: Shop, draft: ImportDraft, import_id: int | None) -> None:
    """Leave the import as it is understood now; it can be taken up again. Raises as `save` does."""
    if not draft.content.digest:
        draft = replace(draft, content=content_of(draft.path))
    if import_id is None:
        prepare(shop, draft)
    else:
        save(shop, import_id, draft)


def save(shop: Shop, import_id: int, draft: ImportDraft) -> None:
    """Keep what was changed about it. Raises `OutdatedError` where it is not open any more."""
    with shop.database.write() as connection:
        record = imports.record(connection, import_id)
        if record is None or not ImportState(record.state).is_open:
            raise _not_open()
        imports.change(connection, import_id, **_stored(draft))


def remember(shop: Shop, draft: ImportDraft) -> None:
    """What a person said of these headings: the next file that has them needs no mapping.

    Edited cells are this file's alone.
    """
    choices = replace(draft.choices, edits={})
    with shop.database.write() as connection:
        imports.put_layout(
            connection,
            fingerprint=draft.layout.fingerprint,
            used_at=shop.clock(),
            meaning=draft.meaning,
            layout=dump_layout(draft.layout),
            choices=dump_choices(choices, draft.creating),
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
        "choices": dump_choices(draft.choices, draft.creating),
    }


def take_up(shop: Shop, import_id: int, progress: Progress | None = None) -> TakenUp:
    """An import that was left. Raises `OutdatedError` where it is not open any more, `SpreadsheetError`
    where its file is gone, and `StoppedError`.
    """
    with shop.database.read() as connection:
        record = imports.record(connection, import_id)
    if record is None or not ImportState(record.state).is_open:
        raise _not_open()
    content = content_of(Path(record.folder) / record.file, progress)
    return TakenUp(stored_draft(record, content), is_changed=content.digest != record.digest)


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
