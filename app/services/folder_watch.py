"""The watching of a folder as a person set it: each look into it prepares what is whole since the last."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.errors import InvalidValueError, PolkaError, SpreadsheetError, stumbled
from app.domain.text import translate
from app.services.arriving_files import Look, known_files, new_files, prepare_file
from app.services.progress import Progress, StoppedError
from app.services.shop import Shop
from app.spreadsheet.meaning import Meaning

log = logging.getLogger(__name__)

SETTING = "watched_folder"

TRIED_AGAIN_AFTER = 60.0
"""Seconds after which a file that could not be read is read once more: it may have been open elsewhere."""


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """`meaning` of None: what the headings of each file say."""

    folder: str = ""
    is_on: bool = False
    meaning: Meaning | None = None


class Prepared(NamedTuple):
    """A file whose import is in the history now."""

    file: str
    import_id: int


class Trouble(NamedTuple):
    """Why a file is not prepared. `at`: seconds since the epoch."""

    stamp: str
    error: PolkaError
    at: float


@dataclass(frozen=True, slots=True)
class FolderSight:
    """What a look found. `growing` are files that may not be whole yet; `error`: of the folder itself.

    `ours`: workbooks with results that somebody saved here, by their stamps; they are left alone.
    `bugs`: what files set off that are troubles by our own fault; they are in the log.
    """

    watched: WatchedFolder = WatchedFolder()
    prepared: Sequence[Prepared] = ()
    growing: Sequence[str] = ()
    troubles: Mapping[Path, Trouble] = field(default_factory=dict[Path, Trouble])
    ours: Mapping[Path, str] = field(default_factory=dict[Path, str])
    error: PolkaError | None = None
    is_empty: bool = False
    look: Look = field(default_factory=Look)
    bugs: Sequence[Exception] = ()


def load_watched(shop: Shop) -> WatchedFolder:
    """As a person set it; off before that."""
    stored: dict[str, Any] | None = shop.load_setting(SETTING)
    if stored is None:
        return WatchedFolder()
    meaning = stored["meaning"]
    return WatchedFolder(stored["folder"], stored["is_on"], Meaning(meaning) if meaning else None)


def save_watched(shop: Shop, watched: WatchedFolder) -> None:
    """Keep it. Raises `InvalidValueError` where a folder is to be watched that there is not."""
    if watched.is_on and not (watched.folder and Path(watched.folder).is_dir()):
        raise InvalidValueError(
            translate("Import", "There is no such folder."),
            translate("Import", "Choose the one that 1C puts its files into."),
        )
    stored = {"folder": watched.folder, "is_on": watched.is_on, "meaning": watched.meaning}
    shop.save_setting(SETTING, stored)


def look_into(shop: Shop, before: FolderSight, progress: Progress | None = None) -> FolderSight:
    """Look into the folder, and prepare what is whole since the look before; nothing is sent.

    Raises `StoppedError`.
    """
    progress = progress or Progress()
    watched = load_watched(shop)
    if not watched.is_on:
        return FolderSight(watched)
    folder = Path(watched.folder)
    is_same = before.watched.folder == watched.folder
    try:
        look = new_files(folder, known_files(shop, folder), before.look if is_same else None)
    except SpreadsheetError as error:
        return FolderSight(watched, error=error)
    prepared: list[Prepared] = []
    bugs: list[Exception] = []
    troubles = _still_true(before.troubles, look, shop.clock())
    ours = {path: stamp for path, stamp in before.ours.items() if look.stamps.get(path) == stamp}
    for path in look.ready:
        if path in troubles or path in ours:
            continue
        try:
            number = prepare_file(shop, path, progress, watched.meaning)
        except StoppedError:
            raise
        except PolkaError as error:
            troubles[path] = Trouble(look.stamps[path], error, shop.clock())
        except Exception as error:  # a bug with one file is no reason to leave the others alone
            log.exception("a file of the watched folder was not read, by a bug")
            troubles[path] = Trouble(look.stamps[path], stumbled(), shop.clock())
            bugs.append(error)
        else:
            if number is None:
                ours[path] = look.stamps[path]
            else:
                prepared.append(Prepared(path.name, number))
    growing = sorted(path.name for path in look.stamps if path not in look.ready)
    return FolderSight(watched, prepared, growing, troubles, ours, None, look.is_empty, look, bugs)


def _still_true(troubles: Mapping[Path, Trouble], look: Look, now: float) -> dict[Path, Trouble]:
    """Those of files that are as they were, and were tried not long ago."""
    return {
        path: trouble
        for path, trouble in troubles.items()
        if look.stamps.get(path) == trouble.stamp and 0 <= now - trouble.at < TRIED_AGAIN_AFTER
    }
