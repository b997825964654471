"""A folder in which files appear, such as exports from 1C: whole ones are found, and prepared only."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.services.import_keeping import prepare
from app.services.import_sheet import likely_sheet
from app.services.import_views import ImportDraft, Told
from app.services.importing import content_of, guess, open_file, stamp_of
from app.services.progress import Progress
from app.services.shop import Shop
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.report.returned import has_results
from app.storage import imports

TABLES = frozenset(
    {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html", ".xml"}
)
_NOT_WHOLE = ("~$", ".", "_~")
"""How the names begin of what programs keep beside a file while they write it."""


@dataclass(frozen=True, slots=True)
class Look:
    """`ready`: new files that did not grow since the look before. `stamps` are for the next look.

    `is_empty`: there is no table in the folder, neither a new one nor one that was prepared.
    """

    ready: tuple[Path, ...] = ()
    stamps: Mapping[Path, str] = field(default_factory=dict[Path, str])
    is_empty: bool = False


def new_files(folder: Path, known: Collection[tuple[str, str]], before: Look | None = None) -> Look:
    """What is new in a folder, or written anew, since it was looked at `before`.

    `known`: names and stamps of what was prepared, as `known_files` tells. Raises `SpreadsheetError` where
    the folder cannot be read.
    """
    seen = {} if before is None else before.stamps
    there = _files(folder)
    found = {path: stamp for path, stamp in there.items() if (path.name, stamp) not in known}
    ready = sorted(path for path, stamp in found.items() if seen.get(path) == stamp)
    return Look(tuple(ready), found, is_empty=not there)


def _files(folder: Path) -> dict[Path, str]:
    found: dict[Path, str] = {}
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                path = folder / entry.name
                if path.suffix.lower() not in TABLES or entry.name.startswith(_NOT_WHOLE):
                    continue
                with suppress(OSError):  # renamed this moment, or a link that leads nowhere
                    stat = entry.stat()
                    if entry.is_file() and stat.st_size:
                        found[path] = stamp_of(stat)
    except FileNotFoundError as error:
        raise SpreadsheetError(
            translate("Import", "The watched folder {name} is not there.").format(name=folder),
            translate("Import", "Put it back or connect its drive, or choose another folder."),
        ) from error
    except OSError as error:
        raise SpreadsheetError(
            translate("Import", "The watched folder {name} cannot be read.").format(name=folder),
            translate("Import", "Choose another folder, or switch the watching off."),
        ) from error
    return found


def known_files(shop: Shop, folder: Path) -> set[tuple[str, str]]:
    """Names and stamps of the files of a folder that were ever prepared."""
    with shop.database.read() as connection:
        return imports.known_files(connection, str(folder.resolve()))


def prepare_file(shop: Shop, path: Path, progress: Progress, meaning: Meaning | None = None) -> int | None:
    """Prepare the likeliest sheet of a file as it is guessed; nothing is sent. Returns its number, or None
    for a file that came back from an import, which is left alone.

    `meaning`: what a person said of all files of the folder. Raises `SpreadsheetError` and `StoppedError`.
    """
    book = open_file(path, progress)
    if has_results(path, book, progress.advance):
        return None
    place = likely_sheet(shop, book)
    found = guess(shop, book.sheets[place], meaning=meaning, name=path.stem)
    draft = ImportDraft(
        path=path,
        content=content_of(path, progress),
        layout=found.layout,
        meaning=meaning or found.meaning,
        sheet=place,
        choices=found.choices,
        creating=found.creating,
        told=Told(found.words, is_in_doubt=meaning is None and not found.is_sure),
    )
    return prepare(shop, draft)
