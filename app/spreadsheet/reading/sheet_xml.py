"""What an xlsx sheet says beside its values, found without an XML parser: nothing is expanded or followed.

The rows are read by calamine, which lays out every cell between the first and the last one; whether that
fits the memory is found here, before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from app.spreadsheet.looks import Looks
from app.spreadsheet.reading.book import Facts, Limits, Seen, columns_from
from app.spreadsheet.reading.cell_looks import CellLooks
from app.spreadsheet.reading.places import column_number, place_of
from app.spreadsheet.reading.tags import ATTRIBUTES, SHORT_TAG
from app.spreadsheet.sheet import Area

MOST_ROWS = 1_049_999
"""A little more than a sheet can have, which is easily told by its digits."""

_LONG_TAIL = 50_000  # rows; of fewer, a copy would win nothing
LONGEST_ROW = 32 << 20
_SHORTEST_ROW = 30  # bytes of a row with one cell
_REST = rb'(?: (?:s|t|cm|vm|ph)="\w*")*\s?'
_FILLED_CELL = re.compile(rb'<c r="([A-Za-z]+)(\d+)"' + _REST + b">")
_DISORDERLY_CELL = re.compile(rb'<c(?=[\s/>])(?! r="[A-Za-z]+\d+"' + _REST + b"/?>)")
_PREFIXED_CELL = re.compile(rb"<\w+:c[\s/>]")
_TOKEN = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])" + ATTRIBUTES)
_ATTRIBUTE = re.compile(rb"""(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(rb"([A-Za-z]*)(\d*)")
_HIDDEN = re.compile(
    rb'<(?:\w+:)?row\b(?=%b\shidden="(?:1|true)")%b\sr="(\d{1,7})"' % (SHORT_TAG, SHORT_TAG)
)
_HIDDEN_COLUMNS = re.compile(rb'<(?:\w+:)?col\b(?=%b\shidden="(?:1|true)")(%b)>' % (SHORT_TAG, SHORT_TAG))
_RANGE = re.compile(rb'\s(min|max)="(\d{1,5})"')
_F = rb"<(?:\w+:)?f\b(?:%b/>|%b>[^<]*</(?:\w+:)?f>)" % (SHORT_TAG, SHORT_TAG)
_FORMULA = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"(%b)>\s*%b\s*'
    rb"((?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)\s*)?</(?:\w+:)?c>" % (SHORT_TAG, _F)
)
_ERROR = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"%b\st="e"%b>(?:\s*%b)?\s*<(?:\w+:)?v>([^<]*)<'
    % (SHORT_TAG, SHORT_TAG, _F)
)
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b%b\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"' % SHORT_TAG
)


class WildSheetError(Exception):
    """The cells are not as the quick look expects them."""


def read_facts(
    pieces: Callable[[], Iterable[bytes]],
    size: int,
    limits: Limits,
    looks: Callable[[], CellLooks] = CellLooks,
) -> Seen:
    """The facts of a sheet of so many bytes, and the most rows and columns that calamine would lay out.

    `looks` gathers what its cells look like.

    A quick look is enough where columns have one letter and no more rows than the bytes can hold;
    it is what nearly all suppliers' files are, and costs a tenth of the reading.

    Raises ValueError for a row that goes on and on.
    """
    try:
        bounds: _Bounds = _QuickBounds(size, limits)
        return Seen(_facts(pieces(), bounds, looks()), bounds.rows, bounds.columns)
    except WildSheetError:
        bounds = _ExactBounds()
        return Seen(_facts(pieces(), bounds, looks()), bounds.rows, bounds.columns)


class _Bounds:
    rows = 0
    columns = 0

    def look(self, rows: bytes) -> None:
        raise NotImplementedError


class _QuickBounds(_Bounds):
    def __init__(self, size: int, limits: Limits) -> None:
        digits = len(str(size // _SHORTEST_ROW))
        self.rows = min(10**digits - 1, MOST_ROWS)
        self.columns = min(26, limits.columns, limits.cells // self.rows)
        if self.rows > limits.rows or not self.columns:
            raise WildSheetError
        million = rb"|10[0-4]\d{4}" if digits >= 7 else b""
        letters = f"A-{chr(ord('A') + self.columns - 1)}".encode()
        number = rb"\d{1,%d}" % min(digits, 6)
        place = rb'<c(?=[\s/>])(?! r="[%b](?:%b%b)"' % (letters, number, million)
        self._wild_cell = re.compile(place + _REST + b"/?>)")

    def look(self, rows: bytes) -> None:
        if self._wild_cell.search(rows) or _has_prefixed_cells(rows):
            raise WildSheetError


class _ExactBounds(_Bounds):
    """The last row and column that hold something; formatted empty cells do not count."""

    def __init__(self) -> None:
        self._row = 0

    def look(self, rows: bytes) -> None:
        if _is_orderly(rows):
            found = _FILLED_CELL.findall(rows)
            self._reach(max((int(row) for row in {row for _, row in found}), default=0), 0)
            self._reach(
                0, max((column_number(letters) for letters in {letters for letters, _ in found}), default=0)
            )
            self._row = self._row or self.rows
        else:
            self._look_at_each(rows)

    def _look_at_each(self, rows: bytes) -> None:
        column = 0
        for token in _TOKEN.finditer(rows):
            letters, digits = _reference(token[2], is_row=token[1] == b"row")
            if token[1] == b"row":
                self._row = int(digits) if digits else self._row + 1
                column = 0
                continue
            column = column_number(letters) if letters else column + 1
            if not token[2].endswith(b"/"):
                self._reach(int(digits) if digits else self._row, column)

    def _reach(self, row: int, column: int) -> None:
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column)


class _Tail:
    """How many rows there are up to the last that holds something: a million formatted ones may follow."""

    def __init__(self) -> None:
        self._rows = self._filled = 0

    def look(self, rows: bytes) -> None:
        last = rows.rfind(b"</c")
        if last >= 0:
            self._filled = self._rows + rows.count(b"<row", 0, last)
        self._rows += rows.count(b"<row")

    @property
    def filled_rows(self) -> int | None:
        is_long = self._rows > _LONG_TAIL and self._filled < self._rows // 4
        return self._filled if is_long else None


def _is_orderly(rows: bytes) -> bool:
    """Whether every cell names its place and little else, as all known programs write it."""
    return not _DISORDERLY_CELL.search(rows) and not _has_prefixed_cells(rows)


def _has_prefixed_cells(rows: bytes) -> bool:
    return b":c" in rows and _PREFIXED_CELL.search(rows) is not None


def _reference(attributes: bytes, *, is_row: bool) -> tuple[bytes, bytes]:
    """Letters and digits of the place that a row or cell names, empty where it names none.

    Where it names two, calamine takes a row's first and a cell's last.
    """
    named = [quoted or single for name, quoted, single in _ATTRIBUTE.findall(attributes) if name == b"r"]
    found = _REFERENCE.fullmatch(named[0 if is_row else -1]) if named else None
    return (found[1], found[2]) if found else (b"", b"")


def _facts(pieces: Iterable[bytes], bounds: _Bounds, looks: CellLooks) -> Facts:
    hidden: set[int] = set()
    empty: set[tuple[int, int]] = set()
    texts: dict[tuple[int, int], str] = {}
    merged: list[Area] = []
    columns: set[int] = set()
    tail = _Tail()
    for rows in _whole_rows(pieces):
        bounds.look(rows)
        tail.look(rows)
        looks.look(rows)
        if b'hidden="1"' in rows or b'hidden="true"' in rows:
            hidden.update(int(match[1]) for match in _HIDDEN.finditer(rows))
            columns.update(_hidden_columns(rows))
        if b"<f" in rows or (not rows.startswith(b"<row") and b":f" in rows):
            empty.update(_without_value(rows))
        if b't="e"' in rows:
            texts.update(
                (place_of(match[1], match[2]), match[3].decode("utf-8", "replace"))
                for match in _ERROR.finditer(rows)
            )
        if b"ergeCell" in rows:
            merged += [_area(match) for match in _MERGED.finditer(rows)]
    found = Looks(looks.struck, looks.formats)
    return Facts(hidden, merged, empty, {**looks.drawn, **texts}, tail.filled_rows, columns, found)


def _without_value(text: bytes) -> Iterator[tuple[int, int]]:
    for found in _FORMULA.finditer(text):
        is_empty_text = found[4] and b' t="str"' in found[3]  # as of =IF(A1;B1;"")
        if not is_empty_text:
            yield place_of(found[1], found[2])


def _hidden_columns(text: bytes) -> Iterator[int]:
    for found in _HIDDEN_COLUMNS.finditer(text):
        ends = {word: int(number) for word, number in _RANGE.findall(found[1])}
        yield from columns_from(ends.get(b"min", 1), ends.get(b"max", 0))


def _whole_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where a row ends, so that nothing that belongs together is torn."""
    rest = b""
    for piece in pieces:
        if len(rest) > LONGEST_ROW:
            raise ValueError("this is no row of a sheet")
        text = rest + piece
        end = text.rfind(b"row>") + 4
        if end < 4:
            end = max(text.rfind(b"<"), 0)
        yield text[:end]
        rest = text[end:]
    yield rest


def _area(match: re.Match[bytes]) -> Area:
    left, top, right, bottom = match.groups()
    return Area(int(top), column_number(left), int(bottom), column_number(right))
