"""The steps of an import: open, say what the columns are, check, plan."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services.import_begun import queued_places
from app.services.import_matching import Goods
from app.services.import_memory import as_remembered, load_choices, load_layout, load_told
from app.services.import_plan import make_plan
from app.services.import_views import Content, Creating, ImportDraft, Plan, Told
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.catalogue_columns import Named, texts_to_look_up
from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.layout import Layout
from app.spreadsheet.likely_meaning import (
    Likely,
    is_of_other_paper,
    likely_meaning,
    said_by_file,
    title_above,
)
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import Book, BookSheet
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.reading.pasting import as_file, pasted
from app.spreadsheet.report.mark import Mark, done_rows, without_ours
from app.spreadsheet.report.returned import results_mark
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
    words: tuple[str, ...] = ()  # of the file about it

    @property
    def told(self) -> Told:
        """The same, to be kept."""
        return Told(self.words, is_in_doubt=not self.is_sure)


def open_file(path: Path, progress: Progress | None = None, encoding: str = "") -> Book:
    """The file's sheets. Raises `SpreadsheetError` and `StoppedError`, also later while rows are read."""
    progress = progress or Progress()
    return open_book(path, advance=progress.advance, encoding=encoding or None)


def keep_pasted(shop: Shop, text: str, name: str) -> Path:
    """A pasted block as a file of that name, so that the import can be taken up again.

    Raises `SpreadsheetError` where there is nothing to take, or too much.
    """
    path = shop.folder / PASTED / f"{name}.tsv"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(as_file(pasted(text).rows()))
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


def guess(
    shop: Shop,
    sheet: BookSheet,
    mark: Mark | None = None,
    meaning: Meaning | None = None,
    name: str = "",
) -> Guess:
    """The layout by its first rows, or as a person said of an earlier file with the same headings.

    `mark`: the columns that an earlier import of the file added, which hold nothing to import. `meaning`:
    what the file means, where a person has said so. `name`: that of the file, which may say it too.
    """
    head = sheet.head(ROWS_TO_GUESS)
    head = head if mark is None else without_ours(head, mark)
    texts = texts_to_look_up(head)
    with shop.database.read() as connection:
        named = Named(naming.known_articles(connection, texts), naming.known_barcodes(connection, texts))
        layout = guess_layout(head, sheet.merged, named, sheet.hidden_columns)
        known = imports.layout(connection, layout.fingerprint)
    title = title_above(head, layout)
    words = said_by_file(title, name)
    if known is not None:
        return _remembered(known, layout, meaning, words)
    likely = likely_meaning(layout, title, name)
    said = likely if meaning is None else Likely(meaning, is_sure=True)
    return Guess(
        suited(layout, said.meaning),
        said.meaning,
        Choices(),
        Creating(),
        is_remembered=False,
        is_sure=said.is_sure,
        words=words,
    )


def _remembered(known: Any, layout: Layout, meaning: Meaning | None, words: tuple[str, ...]) -> Guess:
    choices, creating = load_choices(known.choices)
    said = Likely(Meaning(known.meaning), is_sure=True)
    if meaning is None:
        said = _remembered_meaning(said.meaning, load_told(known.choices).words, words)
    return Guess(
        as_remembered(layout, load_layout(known.layout)),
        said.meaning,
        choices.lasting,  # earlier versions remembered the answer about hidden rows, too
        creating,
        is_remembered=True,
        is_sure=said.is_sure,
        words=words,
    )


def _remembered_meaning(meaning: Meaning, before: tuple[str, ...] | None, words: tuple[str, ...]) -> Likely:
    """The meaning of an earlier file with the same headings, unless this one says another of itself.

    `before` are the words of that file: whoever heard them and said otherwise is not asked again.
    """
    kind = Meaning.COUNT if meaning.is_count else meaning
    if words == before:
        return Likely(meaning, is_sure=True)
    if not words:
        return Likely(meaning, is_sure=before is None or kind not in before)
    is_another = is_of_other_paper(words)
    if kind in words and not is_another:
        return Likely(meaning, is_sure=True)
    return Likely(meaning if is_another else Meaning(words[0]), is_sure=False)


def check_sheet(
    goods: Goods, sheet: BookSheet, draft: ImportDraft, progress: Progress | None = None
) -> Checked:
    """Every row of the sheet, compared with the goods; what an earlier import took care of is left out.

    Raises `SpreadsheetError` and `StoppedError`.
    """
    mark = results_mark(draft.path, draft.sheet, sheet, draft.meaning)
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
