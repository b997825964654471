"""Tables of web pages, which programs save under the name of an Excel file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from typing_extensions import override

from app.spreadsheet.reading.book import Advance, BookSheet, Limits
from app.spreadsheet.reading.grid import Grid, Room

_PIECE = 1 << 18
_CELLS = {"td", "th"}
_BREAKS = {"br", "p", "div", "li"}
_UNSEEN = {"style", "script", "title", "head"}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DECLARATION = re.compile(r"<![^>]*>")
_CHARSET = re.compile(rb"""charset\s*=\s*(?:["']\s*)?([\w-]+)""", re.IGNORECASE)


def declared_charset(beginning: bytes) -> str | None:
    """The encoding that a page says it has; what it says could be read, so tags are as in ASCII."""
    found = _CHARSET.search(beginning)
    charset = found[1].decode("ascii") if found else "ascii"
    try:
        has_tags = b"<table>".decode(charset) == "<table>"
    except (LookupError, ValueError):  # also those of Python that are none of pages
        has_tags = False
    return charset if found and has_tags else None


def read_page(text: str, file: str, limits: Limits, advance: Advance) -> Sequence[BookSheet]:
    """Its tables that have cells, in their order. A table within a cell is a table of its own."""
    text = _without_declarations(text)
    parser = _Tables(file, limits)
    for place in range(0, len(text), _PIECE):
        advance(place, len(text))
        parser.feed(text[place : place + _PIECE])
    parser.close()
    return [grid.sheet() for grid in parser.found if any(grid.rows)]


def _without_declarations(text: str) -> str:
    """The page up to its last tag, without comments and the like.

    Python's parser looks for the end of each to the end of the page, and stumbles over some.
    """
    kept: list[str] = []
    place = 0
    while (start := text.find("<!--", place)) >= 0:
        kept.append(text[place:start])
        end = text.find("-->", start + 4)
        place = end + 3 if end >= 0 else len(text)
    kept.append(text[place:])
    text = "".join(kept)
    return _DECLARATION.sub("", text[: text.rfind(">") + 1])


class _Tables(HTMLParser):
    def __init__(self, file: str, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Grid] = []
        self._room = Room(file, limits)
        self._open: list[_OpenTable] = []
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.found.append(Grid(self._room))
            self._open.append(_OpenTable(self.found[-1]))
        elif tag in _UNSEEN:
            self._unseen += 1
        elif self._open:
            self._open[-1].start(tag, given)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table" and self._open:
            self._open.pop().end_cell()
        elif self._open and tag in _CELLS | {"tr"}:
            self._open[-1].end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self._open and not self._unseen:
            self._open[-1].text += data

    @override
    def close(self) -> None:
        super().close()
        for table in self._open:
            table.end_cell()


class _OpenTable:
    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._span: tuple[int, int] | None = None
        self.text = ""

    def start(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "tr":
            self.end_cell()
            style = (given.get("style") or "").replace(" ", "").lower()
            self._grid.start_row(is_hidden="display:none" in style)
        elif tag in _CELLS:
            self.end_cell()
            self._span = _span(given.get("colspan")), _span(given.get("rowspan"))
            self.text = ""
        elif tag in _BREAKS:
            self.text += " "

    def end_cell(self) -> None:
        if self._span is not None:
            across, down = self._span
            self._grid.add(_SPACES.sub(" ", self.text).strip(" "), across=across, down=down)
            self._span = None


def _span(written: str | None) -> int:
    word = (written or "").strip()
    return min(max(int(word), 1), 65_534) if word.isascii() and word.isdigit() else 1
