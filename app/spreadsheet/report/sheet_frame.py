"""What stands around the rows of an xlsx sheet and has to know of our columns: widths, size, filter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.spreadsheet.reading.places import column_number
from app.spreadsheet.reading.tags import SHORT_TAG
from app.spreadsheet.report.sheet_edit import letters

_DIMENSION = re.compile(
    rb'(<(?:\w+:)?dimension\b%b\sref="[A-Z]{1,3}\d{1,7}:)([A-Z]{1,3})(\d+")' % SHORT_TAG
)
_COLUMNS = re.compile(rb"<((?:\w+:)?)cols\b[^<>]*>((?:[^<]++|<(?!/?\1cols))*+)</\1cols>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^<>]*?)/?>(?:</(?:\w+:)?col>)?")
_ENDS = re.compile(rb'\s(min|max)="(\d{1,9})"')
_DATA = re.compile(rb"<((?:\w+:)?)sheetData\b")
_FILTER = re.compile(
    rb'(<(?:\w+:)?autoFilter\b%b\sref="[A-Z]{1,3})(\d{1,7})(:)([A-Z]{1,3})(\d+")' % SHORT_TAG
)


def with_columns(head: bytes, first: int, widths: Sequence[int]) -> bytes:
    """The beginning of a sheet, in which our columns have their widths and are not hidden."""
    last = first + len(widths) - 1
    head = _DIMENSION.sub(lambda found: found[1] + _further(found[2], last) + found[3], head, count=1)
    data = _DATA.search(head)
    if data is None:
        return head
    prefix = data[1]
    old = _COLUMNS.search(head)
    columns = _split(old[2], first, last) if old else []
    columns += [(first + i, first + i, b' width="%d" customWidth="1"' % w) for i, w in enumerate(widths)]
    written = b"".join(
        b'<%bcol min="%d" max="%d"%b/>' % (prefix, start, end, rest) for start, end, rest in sorted(columns)
    )
    start, end = old.span() if old else (data.start(), data.start())
    return head[:start] + b"<%bcols>%b</%bcols>" % (prefix, written, prefix) + head[end:]


def _split(columns: bytes, first: int, last: int) -> list[tuple[int, int, bytes]]:
    """The columns without those from `first` to `last`: an element may be about many."""
    kept: list[tuple[int, int, bytes]] = []
    for match in _COLUMN.finditer(columns):
        ends = {name: int(value) for name, value in _ENDS.findall(match[1])}
        start, end, rest = ends[b"min"], ends[b"max"], _ENDS.sub(b"", match[1])
        around = ((start, min(end, first - 1), rest), (max(start, last + 1), end, rest))
        kept += [column for column in around if column[0] <= column[1]]
    return kept


def with_filter(tail: bytes, heading_row: int, last: int) -> bytes:
    """The end of a sheet, in which the filter of the header has our columns too."""

    def further(found: re.Match[bytes]) -> bytes:
        column = _further(found[4], last) if int(found[2]) == heading_row else found[4]
        return found[1] + found[2] + found[3] + column + found[5]

    return _FILTER.sub(further, tail, count=1)


def _further(column: bytes, last: int) -> bytes:
    return letters(max(column_number(column), last))
