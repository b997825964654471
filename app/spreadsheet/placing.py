"""A file that is there whole or not at all: it is written beside its place and moved there at the end."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.text import translate


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Where to write what comes to this place. Raises `StorageError` where that is not possible."""
    part = path.with_name(f".{path.name}.part")
    try:
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _sentence(error, path) from error


def _sentence(error: OSError, path: Path) -> StorageError:
    if error.errno == errno.ENOSPC:
        return StorageError(
            translate("Exporting", "The disk is full; {name} was not written.").format(name=path.name),
            translate("Exporting", "Free some space, or choose another place."),
        )
    return StorageError(
        translate("Exporting", "The file {name} could not be written.").format(name=path.name),
        translate(
            "Exporting",
            "If it is open in another program, close it there, or choose another place.",
        ),
    )
