"""The zip file that a workbook is."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path


def new_package(part: Path) -> zipfile.ZipFile:
    """A file to pack entries in. Less compression would be little faster, more little smaller."""
    return zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=4)


def copy_entry(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Pack an entry, piece by piece."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)
