"""Our few formats among those of an xlsx workbook, in letters like the workbook's own."""

from __future__ import annotations

import re
from enum import Enum

from app.spreadsheet.report.results import COLOURS, RowOutcome

_FONT = re.compile(rb"<((?:\w+:)?)font>((?:[^<]++|<(?!/?\1font>))*+)</\1font>")
_OF_FONT = re.compile(rb"<(?:\w+:)?(?:sz|name|family|charset)\b[^<>]*/>")


class Plain(Enum):
    """Formats that tell nothing of the outcome."""

    HEADING = "heading"
    TEXT = "text"
    MOMENT = "moment"
    DAY = "day"
    TIME = "time"
    SPAN = "span"


Format = RowOutcome | Plain

_NUMBER_FORMATS = {Plain.MOMENT: 22, Plain.DAY: 14, Plain.TIME: 21, Plain.SPAN: 46}
"""Built-in ones, which every Excel shows as its country does."""


_INDENTED = frozenset({*RowOutcome, Plain.TEXT})
"""A number may stand before them."""


class UnusualError(Exception):
    """The workbook is written in a way that is not edited; its values can still be written anew."""


def with_formats(styles: bytes) -> tuple[bytes, dict[Format, bytes]]:
    """The styles with ours, and the number of each. Raises `UnusualError`."""
    font = _FONT.search(styles)
    if font is None:
        raise UnusualError
    prefix = font[1]
    of_font = b"".join(_OF_FONT.findall(font[2]))
    colours = list(COLOURS.values())
    bold = b"<%bfont><%bb/>%b</%bfont>" % (prefix, prefix, of_font, prefix)
    fonts = [bold, *(_coloured(prefix, of_font, letters.encode()) for letters, _ in colours)]
    styles, bold_at = _added(styles, b"fonts", b"font", prefix, fonts)
    fills = [_filled(prefix, behind.encode()) for _, behind in colours]
    styles, fill_at = _added(styles, b"fills", b"fill", prefix, fills)
    formats: dict[Format, tuple[int, int, int]] = {name: (of, 0, 0) for name, of in _NUMBER_FORMATS.items()}
    formats |= {
        Plain.HEADING: (0, bold_at, 0),
        Plain.TEXT: (0, 0, 0),
        RowOutcome.UNCHANGED: (0, 0, 0),
        RowOutcome.READY: (0, 0, 0),
        RowOutcome.LEFT_OUT: (0, 0, 0),
    }
    for index, outcome in enumerate(COLOURS):
        formats[outcome] = (0, bold_at + 1 + index, fill_at + index)
    xfs = [_format(prefix, *ids, indent=name in _INDENTED) for name, ids in formats.items()]
    styles, first = _added(styles, b"cellXfs", b"xf", prefix, xfs)
    return styles, {name: b"%d" % (first + index) for index, name in enumerate(formats)}


def _coloured(prefix: bytes, of_font: bytes, letters: bytes) -> bytes:
    colour = b'<%bcolor rgb="FF%b"/>' % (prefix, letters)
    return b"<%bfont>%b%b</%bfont>" % (prefix, of_font, colour, prefix)


def _filled(prefix: bytes, behind: bytes) -> bytes:
    pattern = b'<%bpatternFill patternType="solid"><%bfgColor rgb="FF%b"/></%bpatternFill>'
    inner = pattern % (prefix, prefix, behind, prefix)
    return b"<%bfill>%b</%bfill>" % (prefix, inner, prefix)


def _format(prefix: bytes, number_format: int, font: int, fill: int, *, indent: bool) -> bytes:
    alignment = b'<%balignment horizontal="left" indent="1"/>' % prefix if indent else b""
    return (
        b'<%bxf numFmtId="%d" fontId="%d" fillId="%d" borderId="0" xfId="0" applyNumberFormat="1"'
        b' applyFont="1" applyFill="1" applyAlignment="1">%b</%bxf>'
        % (prefix, number_format, font, fill, alignment, prefix)
    )


def _added(
    styles: bytes, name: bytes, of: bytes, prefix: bytes, elements: list[bytes]
) -> tuple[bytes, int]:
    """The styles with these elements at the end of a list of them, and the number of the first."""
    tag = prefix + name
    found = re.search(rb"<%b\b([^<>]*)>((?:[^<]++|<(?!/?%b\b))*+)</%b>" % (tag, tag, tag), styles)
    if found is None:
        raise UnusualError
    count = len(re.findall(rb"<%b%b[\s/>]" % (prefix, of), found[2]))
    rest = re.sub(rb'\scount="\d+"', b"", found[1])
    opening = b'<%b%b count="%d"%b>' % (prefix, name, count + len(elements), rest)
    closing = b"</%b%b>" % (prefix, name)
    whole = opening + found[2] + b"".join(elements) + closing
    return styles[: found.start()] + whole + styles[found.end() :], count
