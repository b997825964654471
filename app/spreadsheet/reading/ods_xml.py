"""What an OpenDocument sheet says beside its values, found without an XML parser.

Cells and rows are written once and repeated, a million times if need be: what that comes to is counted here
before calamine lays it out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.spreadsheet.reading.book import Facts
from app.spreadsheet.sheet import Area

_TOKEN = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_START = re.compile(rb"<(?:table:|/table:|office:)")
_NUMBER = {
    word: re.compile(rb"\btable:number-" + word + rb'="(\d{1,9})"')
    for word in (b"rows-repeated", b"columns-repeated", b"rows-spanned", b"columns-spanned")
}
_NAME = re.compile(rb'\btable:name="([^"]*)"')
_STYLE = re.compile(rb'\btable:style-name="([^"]*)"')
_IS_HIDDEN = re.compile(rb'\btable:visibility="(?:collapse|filter)"')
_FORMULA = b"table:formula="
_VALUE = b"value-type="
_HIDDEN_STYLE = re.compile(
    rb'<style:style\b[^>]*style:name="([^"]*)"[^>]*>\s*<style:table-properties\b[^>]*table:display="false"'
)


@dataclass(slots=True)
class OdsTab:
    """A sheet as far as it was looked at: how far its filled cells reach, and its facts."""

    name: str
    is_hidden: bool
    rows: int = 0
    columns: int = 0
    hidden: set[int] = field(default_factory=set[int])
    merged: list[Area] = field(default_factory=list[Area])
    without_value: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    @property
    def facts(self) -> Facts:
        return Facts(self.hidden, self.merged, self.without_value)


def read_tabs(pieces: Iterable[bytes], most_rows: int) -> list[OdsTab]:
    """Every sheet of `content.xml`. Of hidden rows, only the first so many are named."""
    reader = _Reader(most_rows)
    for text in _whole_tags(pieces):
        reader.read(text)
    return reader.tabs


class _Reader:
    def __init__(self, most_rows: int) -> None:
        self.tabs: list[OdsTab] = []
        self._most_rows = most_rows
        self._hidden_styles: set[bytes] = set()
        self._row = self._rows_end = self._column = 0

    def read(self, text: bytes) -> None:
        if not self.tabs:
            self._hidden_styles.update(_HIDDEN_STYLE.findall(text))
        for token in _TOKEN.finditer(text):
            kind, attributes = token.groups()
            if kind == b"table":
                self._start_table(attributes)
            elif not self.tabs:
                continue
            elif kind == b"table-row":
                self._start_row(attributes)
            else:
                self._add_cell(attributes)

    def _start_table(self, attributes: bytes) -> None:
        name, style = _NAME.search(attributes), _STYLE.search(attributes)
        self.tabs.append(
            OdsTab(
                html.unescape(name[1].decode("utf-8", "replace")) if name else "",
                bool(style and style[1] in self._hidden_styles),
            )
        )
        self._rows_end = 0

    def _start_row(self, attributes: bytes) -> None:
        self._row = self._rows_end + 1
        self._rows_end += _number(attributes, b"rows-repeated")
        self._column = 0
        if _IS_HIDDEN.search(attributes):
            self.tabs[-1].hidden.update(range(self._row, min(self._rows_end, self._most_rows) + 1))

    def _add_cell(self, attributes: bytes) -> None:
        first = self._column + 1
        self._column += _number(attributes, b"columns-repeated")
        tab = self.tabs[-1]
        if _VALUE in attributes:
            tab.rows = max(tab.rows, self._rows_end)
            tab.columns = max(tab.columns, self._column)
        elif _FORMULA in attributes:
            tab.without_value.add((self._row, first))
        if b"-spanned=" in attributes:
            bottom = self._row + _number(attributes, b"rows-spanned") - 1
            right = first + _number(attributes, b"columns-spanned") - 1
            if (bottom, right) != (self._row, first):
                tab.merged.append(Area(self._row, first, bottom, right))


def _number(attributes: bytes, word: bytes) -> int:
    if word not in attributes:
        return 1
    found = _NUMBER[word].search(attributes)
    return max(int(found[1]), 1) if found else 1


def _whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        text = rest + piece
        end = max((match.start() for match in _START.finditer(text, max(len(text) - 65536, 0))), default=0)
        yield text[:end]
        rest = text[end:]
    yield rest
