"""The small parts of an xlsx around its sheets: names of cells, and what is taken out with the macros."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from app.spreadsheet.reading.tags import SHORT_TAG
from app.spreadsheet.report.mark import DONE, PLACE
from app.spreadsheet.report.styles_edit import UnusualError

CONTENT_TYPES = "[Content_Types].xml"
_NAMES = re.compile(rb"<(?:\w+:)?definedNames\b[^<>]*>")
_NO_NAMES = re.compile(rb"<(?:\w+:)?definedNames\b[^<>]*/>")
_BEFORE_NAMES = re.compile(
    rb"</(?:\w+:)?(?:sheets|functionGroups|externalReferences)>|<(?:\w+:)?functionGroups\b[^<>]*/>"
)
_SHEETS = re.compile(rb"<((?:\w+:)?)sheets\b")
_MACRO_PART = re.compile(
    rb"<(?:\w+:)?Override\b%b\bPartName=\"[^\"<]{0,999}/vba\w{0,99}\.(?:bin|xml)\"%b/>"
    % (SHORT_TAG, SHORT_TAG)
)
_MACRO_LINK = re.compile(rb"<(?:\w+:)?Relationship\b%b/vbaProject\"%b/>" % (SHORT_TAG, SHORT_TAG))
_WORKBOOK_TYPE = re.compile(
    rb"application/vnd\.(?:ms-excel|openxmlformats-officedocument\.spreadsheetml)"
    rb"\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml",
    re.IGNORECASE,
)
_PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def with_names(workbook: bytes, sheet: int, names: Mapping[str, str]) -> bytes:
    """The workbook with names that are valid in one sheet, instead of what it had of them."""
    sheets = _SHEETS.search(workbook)
    if sheets is None:
        raise UnusualError
    prefix = sheets[1]
    workbook = _NO_NAMES.sub(b"", _without(workbook, sheet))
    written = b"".join(
        b'<%bdefinedName name="%b" localSheetId="%d" hidden="1">%b</%bdefinedName>'
        % (prefix, name.encode(), sheet, escape(value).encode(), prefix)
        for name, value in names.items()
    )
    if existing := _NAMES.search(workbook):
        return workbook[: existing.end()] + written + workbook[existing.end() :]
    ends = [match.end() for match in _BEFORE_NAMES.finditer(workbook)]
    if not ends:
        raise UnusualError
    block = b"<%bdefinedNames>%b</%bdefinedNames>" % (prefix, written, prefix)
    return workbook[: ends[-1]] + block + workbook[ends[-1] :]


def _without(workbook: bytes, sheet: int) -> bytes:
    """Names of this sheet alone are ours to replace; other sheets may have come back earlier."""
    ours = re.compile(
        rb'<(?:\w+:)?definedName\b(?=[^<>]*\sname="(?:%b|%b\d+)")(?=[^<>]*\slocalSheetId="%d")[^<>]*>'
        rb"[^<]*</(?:\w+:)?definedName>" % (PLACE.encode(), DONE.encode(), sheet)
    )
    return ours.sub(b"", workbook)


def with_filter_name(workbook: bytes, sheet: int, heading_row: int, last: bytes) -> bytes:
    """The workbook in which the sheet's filter, which has a name too, reaches to this column."""
    name = re.compile(
        rb"(<(?:\w+:)?definedName\b(?=[^<>]*_FilterDatabase\")(?=[^<>]*\slocalSheetId=\"%d\")[^<>]*>"
        rb"[^<]*!\$[A-Z]+\$%d:\$)[A-Z]+(\$\d+)" % (sheet, heading_row)
    )
    return name.sub(rb"\g<1>" + last + rb"\2", workbook)


def is_macro(entry: str) -> bool:
    """Whether an entry belongs to the macros."""
    return entry.rpartition("/")[2].lower().startswith("vba")


def without_macros(name: str, part: bytes) -> bytes:
    """A list of parts or of links without the macros, as an ordinary workbook has it."""
    if name == CONTENT_TYPES:
        return _WORKBOOK_TYPE.sub(_PLAIN_TYPE, _MACRO_PART.sub(b"", part))
    return _MACRO_LINK.sub(b"", part)
