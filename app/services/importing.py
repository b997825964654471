"""The steps of an import: open, say what the columns are, check, plan."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from app.services.import_begun import queued_places
from app.services.import_matching import Goods
from app.services.import_memory import as_remembered, load_choices, load_layout
from app.services.import_plan import make_plan
from app.services.import_views import Content, Creating, ImportDraft, Plan
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.catalogue_columns import Named, texts_to_look_up
from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.layout import Layout
from app.spreadsheet.likely_meaning import Likely, likely_meaning, title_above
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.reading import complaints
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
        raise complaints.of_disk(path.name, error) from error
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
        layout = guess_layout(head, sheet.merged, named)
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
    """What would be done to the goods; what was queued before, if the import was stopped, is left out.

    Raises `SpreadsheetError` where that was queued of other content.
    """
    done: set[tuple[int, int]] = set()
    if import_id is not None:
        with shop.database.read() as connection:
            done = queued_places(connection, import_id, draft.content)
    return make_plan(shop, goods, checked, draft.meaning, draft.creating, done)
