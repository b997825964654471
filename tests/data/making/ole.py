"""A small OLE2 container, as Excel 5.0 to 2003 wrote: one or more streams, 512-byte sectors.

Streams below 4,096 bytes are filled up with zeros: the short-stream table is left out.
"""

from __future__ import annotations

import struct

SECTOR = 512
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def container(streams: dict[str, bytes]) -> bytes:
    """The file's bytes: header, one sector of allocation table, directory, streams."""
    padded = {name: _padded(data.ljust(4096, b"\0")) for name, data in streams.items()}
    directory_sectors = (len(padded) + 1 + 3) // 4
    chains = [TABLE, *_chain(1, directory_sectors)]
    starts: dict[str, int] = {}
    for name, data in padded.items():
        starts[name] = len(chains)
        chains += _chain(len(chains), len(data) // SECTOR)
    assert len(chains) <= 128, "one sector of allocation table holds 128 entries"
    table = struct.pack("<128I", *chains, *[FREE] * (128 - len(chains)))
    entries = [_entry("Root Entry", 5, END, 0, child=1 if padded else FREE)]
    names = list(padded)
    for number, name in enumerate(names):
        right = number + 2 if number + 1 < len(names) else FREE
        entries.append(_entry(name, 2, starts[name], len(padded[name]), right=right))
    directory = b"".join(entries).ljust(directory_sectors * SECTOR, b"\0")
    return _header() + table + directory + b"".join(padded.values())


def _header() -> bytes:
    fixed = struct.pack("<8s16sHHHHH6s", bytes.fromhex("D0CF11E0A1B11AE1"), b"", 0x3E, 3, 0xFFFE, 9, 6, b"")
    numbers = struct.pack("<9I", 0, 1, 1, 0, 4096, END, 0, END, 0)
    return fixed + numbers + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE) -> bytes:
    written = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        written,
        len(written) + 2,
        kind,
        1,
        FREE,
        right,
        child,
        b"",
        0,
        0,
        0,
        start,
        size,
    )


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END]


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % SECTOR)
