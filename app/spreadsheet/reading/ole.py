"""The OLE2 container in which Excel 5.0 to 2003 keeps a workbook: its streams, by their names."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")

_LAST_SECTOR = 0xFFFFFFFA  # [MS-CFB] 2.1: numbers from here on mean something else
_SECTOR_SIZES = {9: 512, 12: 4096}  # by the power of two that the header names
_SHORT = 64
_SHORTER_ARE_SHORT = 4096
_STREAM, _ROOT = 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class Container:
    """A file's streams and storages. Raises ValueError where the container is cut off or runs in circles.

    [MS-CFB] 2.2 (header), 2.3 and 2.5 (allocation tables), 2.4 (short streams), 2.6 (directory).
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._size = _SECTOR_SIZES[struct.unpack_from("<H", data, 30)[0]]
            self._next = self._table()
            directory = b"".join(self._sectors(self._header(48)))
            self._entries = list(_entries(directory))
            self._refuse_false_sizes()
        except (struct.error, KeyError, IndexError) as error:
            raise ValueError("the container is cut off") from error
        self.names = {entry.name for entry in self._entries}

    def stream(self, name: str) -> bytes:
        """The contents of a stream. Raises ValueError where they are not all there."""
        try:
            entry = next(entry for entry in self._entries if entry.name == name and entry.kind == _STREAM)
            if entry.size >= _SHORTER_ARE_SHORT:
                return b"".join(self._sectors(entry.start))[: entry.size]
            return self._short_stream(entry)
        except (struct.error, IndexError, StopIteration) as error:
            raise ValueError("the stream is cut off") from error

    def _refuse_false_sizes(self) -> None:
        """Calamine follows chains without end, and makes room for as many tables as are claimed."""
        most = len(self._data) // self._size + 1
        if max(self._header(44), self._header(64)) > most:
            raise IndexError("more tables than the file has room for")
        chains = [self._header(60), *(entry.start for entry in self._entries if entry.kind == _ROOT)]
        for first in chains:
            for sector in _chain(self._next, first):
                self._sector(sector)

    def _short_stream(self, entry: _Entry) -> bytes:
        root = next(entry for entry in self._entries if entry.kind == _ROOT)
        room = b"".join(self._sectors(root.start))
        table = array("I", b"".join(self._sectors(self._header(60))))
        places = (sector * _SHORT for sector in _chain(table, entry.start))
        return b"".join(room[place : place + _SHORT] for place in places)[: entry.size]

    def _sectors(self, first: int) -> Iterator[bytes]:
        for sector in _chain(self._next, first):
            yield self._sector(sector)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise IndexError(number)
        return self._data[start : start + self._size]

    def _header(self, place: int) -> int:
        number: int = struct.unpack_from("<I", self._data, place)[0]
        return number

    def _table(self) -> array[int]:
        """For each sector, the one after it. The header names 109 parts of it, and where more are."""
        parts = array("I", self._data[76:512])
        more = self._header(68)
        while more < _LAST_SECTOR:
            if len(parts) > len(self._data) // self._size:
                raise IndexError("it runs in circles")
            listed = array("I", self._sector(more))
            more = listed.pop()
            parts.extend(listed)
        return array("I", b"".join(self._sector(part) for part in parts if part < _LAST_SECTOR))


def _chain(table: array[int], first: int) -> Iterator[int]:
    sector = first
    for _ in range(len(table)):
        if sector >= _LAST_SECTOR:
            return
        yield sector
        sector = table[sector]
    if sector < _LAST_SECTOR:
        raise IndexError("it runs in circles")


def _entries(directory: bytes) -> Iterator[_Entry]:
    for place in range(0, len(directory) - 127, 128):
        written, length, kind = struct.unpack_from("<64sHB", directory, place)
        start, size = struct.unpack_from("<II", directory, place + 116)
        yield _Entry(written[: max(length - 2, 0)].decode("utf-16-le", "replace"), kind, start, size)
