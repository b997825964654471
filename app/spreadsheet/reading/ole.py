"""Names in an OLE2 container (the file format of Excel 5.0 to 2003), read without its contents."""

from __future__ import annotations

import struct

SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")

_LAST_SECTOR = 0xFFFFFFFA  # [MS-CFB] 2.1: numbers from here on mean something else
_SECTOR_SIZES = {9: 512, 12: 4096}  # by the power of two that the header names
_TABLES_IN_HEADER = 109
_MOST_SECTORS = 1_000


def stream_names(data: bytes) -> set[str]:
    """Names of streams and storages of a file. Raises ValueError where the container is cut off.

    [MS-CFB] 2.2 (header), 2.3 (allocation table), 2.6 (directory).
    """
    try:
        size = _SECTOR_SIZES[struct.unpack_from("<H", data, 30)[0]]
        sector: int = struct.unpack_from("<I", data, 48)[0]
        names: set[str] = set()
        for _ in range(_MOST_SECTORS):
            if sector >= _LAST_SECTOR:
                return names
            start = (sector + 1) * size
            names.update(_name(data, place) for place in range(start, start + size, 128))
            if sector * 4 // size >= _TABLES_IN_HEADER:
                return names  # the rest would need a longer look; Excel's own names come first
            sector = _next(data, sector, size)
    except (struct.error, KeyError) as error:
        raise ValueError("the container is cut off") from error
    raise ValueError("the directory does not end")


def _name(data: bytes, place: int) -> str:
    written: bytes
    length: int
    written, length = struct.unpack_from("<64sH", data, place)
    return written[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _next(data: bytes, sector: int, size: int) -> int:
    """The sector after this one, by the allocation table."""
    table = sector * 4 // size
    place = (struct.unpack_from("<I", data, 76 + 4 * table)[0] + 1) * size
    following: int = struct.unpack_from("<I", data, place + sector * 4 % size)[0]
    return following
