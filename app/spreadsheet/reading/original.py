"""The file on the disk: what it is before a byte is read, and whether it stays so."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.spreadsheet.reading import complaints


class Original:
    """A file as it was when it was chosen. Every look into it goes through `reading`."""

    def __init__(self, path: Path) -> None:
        """Raises `SpreadsheetError` for what is no file, or an empty one."""
        self.path = path
        self.name = path.name
        with self.reading(is_known=False):
            found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise complaints.folder(self.name)
        if not stat.S_ISREG(found.st_mode):
            raise complaints.not_a_file(self.name)
        if not found.st_size:
            raise complaints.empty(self.name)
        self.size = found.st_size
        self._written_at = found.st_mtime_ns

    @contextmanager
    def reading(self, *, is_known: bool = True) -> Iterator[None]:
        """Trouble with the disk becomes a `SpreadsheetError`, and so does a change before or after."""
        try:
            if is_known:
                self._check()
            yield
            if is_known:
                self._check()
        except OSError as error:
            if error.errno is None:  # calamine's word for bytes that cannot be unpacked
                raise complaints.broken(self.name) from error
            raise complaints.of_disk(self.name, error) from error

    def beginning(self, size: int) -> bytes:
        """The first bytes, at most so many."""
        with self.reading(), self.path.open("rb") as file:
            return file.read(size)

    def is_open_elsewhere(self) -> bool:
        """Whether Excel or LibreOffice left its mark beside the file, as both do while it is open."""
        marks = (f"~${self.name}", f".~lock.{self.name}#")
        return any(self.path.with_name(mark).exists() for mark in marks)

    def _check(self) -> None:
        found = self.path.stat()
        if (found.st_size, found.st_mtime_ns) != (self.size, self._written_at):
            raise complaints.changed(self.name)
