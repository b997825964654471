"""Which styles of an Excel workbook make a cell look like something else than its value."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.spreadsheet.number_formats import LONGEST_CODE, PERCENT_CODES, is_odd, padded_width
from app.spreadsheet.reading.tags import SHORT_TAG

_LARGEST = 16 << 20
"""Bytes; of a larger part nothing is told."""

_FONT_END = re.compile(rb"</(?:\w{1,99}:)?font>|<(?:\w{1,99}:)?font\s*/>")
_STRIKE = re.compile(rb"""<(?:\w{1,99}:)?strike(?!\s+val\s*=\s*["'](?:0|false))[\s/>]""")
_FORMAT = re.compile(rb"<(?:\w{1,99}:)?numFmt\b(%b)>" % SHORT_TAG)
_STYLE = re.compile(rb"<(?:\w{1,99}:)?xf\b(%b)>" % SHORT_TAG)
_ATTRIBUTE = re.compile(rb"""\b(numFmtId|fontId|formatCode)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class StyleLooks:
    """Numbers of styles: those that strike a cell out, and those of odd formats with their codes."""

    struck: frozenset[int] = frozenset()
    formats: Mapping[int, str] = field(default_factory=dict[int, str])


def read_styles(pieces: Iterable[bytes]) -> StyleLooks:
    """The styles of `styles.xml` that matter; none where it is too large to be one."""
    text = b""
    for piece in pieces:
        text += piece
        if len(text) > _LARGEST:
            return StyleLooks()
    fonts = frozenset(_struck_fonts(_within(text, b"fonts"))) if b"strike" in text else frozenset[int]()
    codes = dict(_odd_codes(_within(text, b"numFmts")))
    struck: set[int] = set()
    formats: dict[int, str] = {}
    for number, style in enumerate(_STYLE.finditer(_within(text, b"cellXfs"))):
        said = _attributes(style[1])
        if _number(said.get(b"fontId")) in fonts:
            struck.add(number)
        if code := codes.get(_number(said.get(b"numFmtId"))):
            formats[number] = code
    return StyleLooks(frozenset(struck), formats)


def _within(text: bytes, name: bytes) -> bytes:
    start = re.search(rb"<(?:\w{1,99}:)?%b[\s>]" % name, text)
    if start is None:
        return b""
    end = re.compile(rb"</(?:\w{1,99}:)?%b>" % name).search(text, start.end())
    return text[start.start() : end.start() if end else len(text)]


def _struck_fonts(fonts: bytes) -> Iterator[int]:
    place = 0
    for number, end in enumerate(_FONT_END.finditer(fonts)):
        if _STRIKE.search(fonts, place, end.end()):
            yield number
        place = end.end()


def _odd_codes(formats: bytes) -> Iterator[tuple[int, str]]:
    yield from PERCENT_CODES.items()
    for found in _FORMAT.finditer(formats):
        said = _attributes(found[1])
        code = html.unescape(said.get(b"formatCode", b"").decode("utf-8", "replace"))
        if len(code) <= LONGEST_CODE and (is_odd(code) or padded_width(code)):
            yield _number(said.get(b"numFmtId")), code


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return {name: quoted or single for name, quoted, single in _ATTRIBUTE.findall(text)}


def _number(text: bytes | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else -1
