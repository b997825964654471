"""The zip file that a modern workbook is: opened with suspicion, unpacked in pieces and counted."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import Advance, Limits
from app.spreadsheet.reading.original import Original

PIECE = 1 << 20
"""Bytes unpacked between two looks at whether the work is still wanted: a few milliseconds."""

_ENCRYPTED = 0x1
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_CLAIM = re.compile(rb"""uniqueCount\s*=\s*["']\s*(\d+)""")
"""How many strings are said to come, for which calamine makes room at once."""

_SMALL = 16 << 20
_LONGEST_WORD = 20


class Package:
    """What is packed in a workbook. Raises `SpreadsheetError` for what is cut off, locked or a bomb."""

    def __init__(self, original: Original, limits: Limits, advance: Advance) -> None:
        self.original = original
        self._limits = limits
        self._advance = advance
        with self._opened() as archive:
            entries = archive.infolist()
        if len(entries) > limits.entries:
            raise complaints.unpacks_too_far(original.name)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise complaints.encrypted(original.name)
        self.sizes = {entry.filename: entry.file_size for entry in entries}
        self._refuse_a_bomb(sum(entry.file_size for entry in entries))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The contents of an entry, piece by piece; none where there is no such entry."""
        if name not in self.sizes:
            return
        done, whole = 0, self.sizes[name]
        with self._opened() as archive, archive.open(name) as file:
            while piece := file.read(PIECE):
                if not done and _DECLARATION.search(piece):
                    raise complaints.unsafe(self.original.name)
                claim = _CLAIM.search(piece)
                if claim and int(claim[1]) > whole:
                    raise complaints.broken(self.original.name)
                done += len(piece)
                self._refuse_a_bomb(done)
                self._advance(min(done, whole), whole)
                yield piece

    def sift(self, *endings: str, words: Sequence[bytes] = ()) -> set[str]:
        """Unpack all entries with such names once, for a reader that would not notice what is wrong.

        Gives the names of those in which one of the words stands.
        """
        found: set[str] = set()
        for name in self.sizes:
            if name.endswith(endings):
                end = b""
                for piece in self.pieces(name):
                    if any(word in piece or word in end + piece[:_LONGEST_WORD] for word in words):
                        found.add(name)
                    end = piece[-_LONGEST_WORD:]
        return found

    def part(self, name: str) -> bytes:
        """A small entry as a whole, to be given to a parser: in one-byte text and without declarations."""
        content = b""
        for piece in self.pieces(name):
            content += piece
            if len(content) > _SMALL:
                raise complaints.unpacks_too_far(self.original.name)
        if b"\0" in content or _DECLARATION.search(content):
            raise complaints.unsafe(self.original.name)
        return content

    def _refuse_a_bomb(self, unpacked: int) -> None:
        limits = self._limits
        is_suspicious = unpacked > limits.unpacked_freely
        if unpacked > limits.unpacked or (is_suspicious and unpacked > self.original.size * limits.ratio):
            raise complaints.unpacks_too_far(self.original.name)

    @contextmanager
    def _opened(self) -> Iterator[zipfile.ZipFile]:
        try:
            with self.original.reading(), zipfile.ZipFile(self.original.path) as archive:
                yield archive
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
            raise complaints.broken(self.original.name) from error
