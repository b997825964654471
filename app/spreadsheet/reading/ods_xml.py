"""What an OpenDocument sheet says beside its values, found without an XML parser.

Cells and rows are written once and repeated, a million times if need be: what that comes to is counted here
before calamine lays it out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.spreadsheet.reading.book import Facts, columns_from
from app.spreadsheet.reading.tags import ATTRIBUTES, SHORT_TAG
from app.spreadsheet.sheet import Area

_START = re.compile(rb"<table:table(-row)?(?=[\s/>])" + ATTRIBUTES)
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(?=[\s/>])" + ATTRIBUTES)
_COLUMN = re.compile(rb"<table:table-column(?=[\s/>])" + ATTRIBUTES)
_CELL_STARTS = b"<table:table-cell", b"<table:covered-table-cell"
_NUMBER = {
    word: re.compile(rb"\btable:number-" + word + rb'="(\d{1,9})"')
    for word in (b"rows-repeated", b"columns-repeated", b"rows-spanned", b"columns-spanned")
}
_NAME = re.compile(rb'\btable:name="([^"]*)"')
_STYLE = re.compile(rb'\btable:style-name="([^"]*)"')
_IS_HIDDEN = re.compile(rb'\btable:visibility="(?:collapse|filter)"')
_LONGEST_ROW = 32 << 20
_FORMULA = b"table:formula="
_EMPTY_TEXT = b"<text:p/>"
_VALUE = b"value-type="
_HIDDEN_STYLE = re.compile(
    rb'<style:style\b%b\bstyle:name="([^"<]{0,999})"%b>\s*<style:table-properties\b%b\btable:display="false"'
    % (SHORT_TAG, SHORT_TAG, SHORT_TAG)
)


@dataclass(slots=True)
class OdsTab:
    """A sheet as far as it was looked at: how far its filled cells reach, and its facts."""

    name: str
    is_hidden: bool
    rows: int = 0
    columns: int = 0
    hidden: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])
    merged: list[Area] = field(default_factory=list[Area])
    without_value: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])

    @property
    def facts(self) -> Facts:
        return Facts(self.hidden, self.merged, self.without_value, hidden_columns=self.hidden_columns)


def read_tabs(pieces: Iterable[bytes], most_rows: int) -> list[OdsTab]:
    """Every sheet of `content.xml`. Of hidden rows, only the first so many are named.

    Raises ValueError for a row that goes on and on.
    """
    reader = _Reader(most_rows)
    for text in _whole_rows(pieces):
        reader.read(text)
    return reader.tabs


class _Reader:
    def __init__(self, most_rows: int) -> None:
        self.tabs: list[OdsTab] = []
        self._most_rows = most_rows
        self._hidden_styles: set[bytes] = set()
        self._row = self._rows_end = 0

    def read(self, text: bytes) -> None:
        if not self.tabs:
            self._hidden_styles.update(_HIDDEN_STYLE.findall(text))
        starts = list(_START.finditer(text))
        for start, end in zip(starts, [*(start.start() for start in starts[1:]), len(text)], strict=True):
            if start[1] is None:
                self._start_table(start[2])
                self._read_columns(text[start.end() : end])
            elif self.tabs:
                self._start_row(start[2])
                self._read_row(text[start.end() : end])

    def _read_row(self, cells: bytes) -> None:
        """A row is counted as a whole where each of its cells is one cell, as in nearly all."""
        if b"-repeated=" in cells or b"-spanned=" in cells or _FORMULA in cells:
            column = 0
            for cell in _CELL.finditer(cells):
                is_empty_text = cells.startswith(_EMPTY_TEXT, cell.end())  # as of =IF(A1;B1;"")
                column = self._add_cell(column, cell[1], has_result=is_empty_text)
        elif _VALUE in cells:
            self._fill(self.tabs[-1], sum(map(cells.count, _CELL_STARTS)))

    def _start_table(self, attributes: bytes) -> None:
        name, style = _NAME.search(attributes), _STYLE.search(attributes)
        self.tabs.append(
            OdsTab(
                html.unescape(name[1].decode("utf-8", "replace")) if name else "",
                bool(style and style[1] in self._hidden_styles),
            )
        )
        self._rows_end = 0

    def _read_columns(self, columns: bytes) -> None:
        last = 0
        for column in _COLUMN.finditer(columns):
            first, last = last + 1, last + _number(column[1], b"columns-repeated")
            if _IS_HIDDEN.search(column[1]):
                self.tabs[-1].hidden_columns.update(columns_from(first, last))

    def _start_row(self, attributes: bytes) -> None:
        self._row = self._rows_end + 1
        self._rows_end += _number(attributes, b"rows-repeated")
        if _IS_HIDDEN.search(attributes):
            self.tabs[-1].hidden.update(range(self._row, min(self._rows_end, self._most_rows) + 1))

    def _add_cell(self, before: int, attributes: bytes, *, has_result: bool) -> int:
        """The column that the cell ends with."""
        first, last = before + 1, before + _number(attributes, b"columns-repeated")
        tab = self.tabs[-1]
        if _VALUE in attributes:
            self._fill(tab, last)
        elif _FORMULA in attributes and not has_result:
            tab.without_value.add((self._row, first))
        if b"-spanned=" in attributes:
            bottom = self._row + _number(attributes, b"rows-spanned") - 1
            right = first + _number(attributes, b"columns-spanned") - 1
            if (bottom, right) != (self._row, first):
                tab.merged.append(Area(self._row, first, bottom, right))
        return last

    def _fill(self, tab: OdsTab, column: int) -> None:
        tab.rows = max(tab.rows, self._rows_end)
        tab.columns = max(tab.columns, column)


def _number(attributes: bytes, word: bytes) -> int:
    if word not in attributes:
        return 1
    found = _NUMBER[word].search(attributes)
    return max(int(found[1]), 1) if found else 1


def _whole_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where a row begins."""
    rest = b""
    for piece in pieces:
        text = rest + piece
        end = max(text.rfind(b"<table:table-row"), 0)
        yield text[:end]
        rest = text[end:]
        if len(rest) > _LONGEST_ROW:
            raise ValueError("this is no row of a table")
    yield rest
