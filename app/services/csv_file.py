"""A file of CSV that spreadsheet programs open as it is."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import StorageError
from app.domain.text import translate

if TYPE_CHECKING:
    from _csv import Writer


@contextmanager
def csv_file(path: Path) -> Iterator[Writer]:
    """A writer of lines. Raises `StorageError` where the file cannot be written."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            yield csv.writer(file, delimiter=";")
    except OSError as error:
        raise StorageError(
            translate("Exporting", "The file {name} could not be written.").format(name=path.name),
            translate(
                "Exporting",
                "If it is open in another program, close it there, or choose another place.",
            ),
        ) from error
