"""Gathers the cells of an Excel sheet that look like something else than their values."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping

from app.spreadsheet.number_formats import padded_width
from app.spreadsheet.reading.places import place_of
from app.spreadsheet.reading.rich_text import LONGEST_TEXT, TELLING, Part, drawn, parts_of
from app.spreadsheet.reading.styles_xml import StyleLooks
from app.spreadsheet.reading.tags import SHORT_TAG

_CELL = rb'<(?:\w{1,99}:)?c r="([A-Z]{1,3})(\d{1,7})"'
_F = rb"(?:\s*<(?:\w{1,99}:)?f\b(?:%b/>|%b>[^<]*</(?:\w{1,99}:)?f>))?" % (SHORT_TAG, SHORT_TAG)
_V = rb"\s*<(?:\w{1,99}:)?v>([^<]{1,99})<"
_SHARED = re.compile(_CELL + rb'(?=%b\st="s")(%b)>' % (SHORT_TAG, SHORT_TAG) + _V)
_INLINE = re.compile(_CELL + rb"(%b)>\s*<(?:\w{1,99}:)?is>" % SHORT_TAG)
_INLINE_END = re.compile(rb"</(?:\w{1,99}:)?is>")
_STYLE = re.compile(rb'\ss="(\d{1,5})"')
_MOST = 200_000
"""Cells of a kind; the looks of more than that would fill the memory."""


class CellLooks:
    """What is found in rows that are given one after the other.

    `drawn`: the text of a cell as it looks. `struck`: columns of cells that are struck out, by their rows.
    """

    def __init__(
        self, styles: StyleLooks | None = None, strings: Mapping[int, list[Part]] | None = None
    ) -> None:
        self.drawn: dict[tuple[int, int], str] = {}
        self.struck: dict[int, set[int]] = {}
        self.formats: dict[tuple[int, str], array[int]] = {}
        self._styles, self._strings = styles or StyleLooks(), strings or {}
        self._styled = _styled({*self._styles.struck, *self._styles.formats})

    def look(self, rows: bytes) -> None:
        """Look at some whole rows."""
        if self._styled is not None:
            self._look_at_styled(rows, self._styled)
        if self._strings:
            for found in _SHARED.finditer(rows):
                parts = self._strings.get(_whole(found[4]))
                if parts:
                    self._draw(place_of(found[1], found[2]), _style(found[3]), parts)
        if b"is>" in rows and any(word in rows for word in TELLING):
            for place, style, parts in _inline(rows):
                self._draw(place, style, parts)

    def _look_at_styled(self, rows: bytes, styled: re.Pattern[bytes]) -> None:
        for found in styled.finditer(rows):
            place, style = place_of(found[1], found[2]), int(found[3])
            if style in self._styles.struck and len(self.struck) < _MOST:
                self.struck.setdefault(place[0], set()).add(place[1])
            code = self._styles.formats.get(style)
            if code is not None and found[5] and b' t="' not in found[4].replace(b' t="n"', b""):
                self._format(place, code, found[5])

    def _format(self, place: tuple[int, int], code: str, value: bytes) -> None:
        width = padded_width(code)
        if not width:
            self.formats.setdefault((place[1], code), array("q")).append(place[0])
        elif value.isdigit() and len(value) < width and len(self.drawn) < _MOST:
            self.drawn[place] = value.decode("ascii").zfill(width)

    def _draw(self, place: tuple[int, int], style: int, parts: list[Part]) -> None:
        found = drawn(parts, is_cell_struck=style in self._styles.struck)
        row, column = place
        if found is not None and found.is_struck:
            self.struck.setdefault(row, set()).add(column)
            return
        if column in self.struck.get(row, ()):  # its parts say better what is struck out
            self.struck[row].discard(column)
            if not self.struck[row]:
                del self.struck[row]
        if found is not None and len(self.drawn) < _MOST:
            self.drawn[place] = found.text


def _styled(numbers: set[int]) -> re.Pattern[bytes] | None:
    """Cells of these styles that hold something."""
    if not numbers:
        return None
    styles = b"|".join(str(number).encode() for number in sorted(numbers))
    tag = rb'(?=[^<>]{0,99}?\ss="(%b)")(%b)>' % (styles, SHORT_TAG)
    return re.compile(_CELL + tag + _F + rb"(?:%b|\s*<(?:\w{1,99}:)?is>)" % _V)


def _inline(rows: bytes) -> Iterator[tuple[tuple[int, int], int, list[Part]]]:
    """Cells with their texts in them."""
    for found in _INLINE.finditer(rows):
        end = _INLINE_END.search(rows, found.end(), found.end() + LONGEST_TEXT)
        if end is None:
            return
        item = rows[found.end() : end.start()]
        if any(word in item for word in TELLING):
            yield place_of(found[1], found[2]), _style(found[3]), parts_of(item)


def _style(attributes: bytes) -> int:
    found = _STYLE.search(attributes)
    return int(found[1]) if found else 0


def _whole(value: bytes) -> int:
    return int(value) if value.isdigit() and len(value) < 10 else -1
