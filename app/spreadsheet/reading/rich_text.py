"""Texts of an Excel workbook of which parts are struck out or raised."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from app.spreadsheet.struck_text import raised, struck

TELLING = (b"strike", b"vertAlign")
"""Words without which no part of a text is struck out or raised."""

LONGEST_TEXT = 256 << 10
"""Bytes of one text; Excel keeps 32,767 signs in a cell."""

_MOST = 200_000
"""Texts; the looks of more than that would fill the memory."""

_TAG = re.compile(rb"<(/?)(?:\w{1,99}:)?(\w{1,99})([^<>]{0,999})>([^<]*)")
_STRING_END = re.compile(rb"</(?:\w{1,99}:)?si>|<(?:\w{1,99}:)?si\s*/>")
_VALUE = re.compile(rb"""\sval\s*=\s*["'](\w+)""")
_NO = {b"0", b"false", b"none"}


class Strike(Enum):
    """Whether a part is struck out, or as its cell is."""

    YES = "yes"
    NO = "no"
    AS_CELL = "as its cell"


class Part(NamedTuple):
    """Signs that look alike; `level` is above the line (1), in it (0) or below it (-1)."""

    text: str
    strike: Strike = Strike.AS_CELL
    level: int = 0


class Drawn(NamedTuple):
    """A text as it looks, and whether it is struck out as a whole."""

    text: str
    is_struck: bool


def parts_of(item: bytes) -> list[Part]:
    """The parts of a text, without what helps with its pronunciation."""
    found: list[Part] = []
    now, is_spoken = Part(""), False
    for tag in _TAG.finditer(item):
        is_end, name = bool(tag[1]), tag[2]
        if name == b"rPh":
            is_spoken = not is_end
        elif name == b"r":
            now = Part("")
        elif name == b"rPr" and not is_end:
            now = Part("", Strike.NO)
        elif name == b"strike" and not _is_off(tag[3]):
            now = now._replace(strike=Strike.YES)
        elif name == b"vertAlign":
            now = now._replace(level=_level(tag[3]))
        elif name == b"t" and not is_end and not is_spoken:
            found.append(now._replace(text=html.unescape(tag[4].decode("utf-8", "replace"))))
    return [part for part in found if part.text]


def drawn(parts: list[Part], *, is_cell_struck: bool) -> Drawn | None:
    """How the text looks in its cell; None where it looks as any."""
    shown: list[str] = []
    strokes: set[bool] = set()
    for part in parts:
        text = raised(part.text, is_below=part.level < 0) if part.level else part.text
        is_struck = part.strike is Strike.YES or (part.strike is Strike.AS_CELL and is_cell_struck)
        if text.strip():
            strokes.add(is_struck)
        shown.append(struck(text) if is_struck and text.strip() else text)
    if strokes == {True}:
        return Drawn("".join(part.text for part in parts), is_struck=True)
    text = "".join(shown)
    return None if text == "".join(part.text for part in parts) else Drawn(text, is_struck=False)


def rich_strings(pieces: Iterable[bytes], telling: tuple[bytes, ...]) -> dict[int, list[Part]]:
    """Texts that cells share, by their numbers: those with one of the telling words in them."""
    found: dict[int, list[Part]] = {}
    index = 0
    for text in _whole_strings(pieces):
        place = 0
        is_telling = any(word in text for word in telling)
        for end in _STRING_END.finditer(text):
            is_short = end.end() - place <= LONGEST_TEXT and len(found) < _MOST
            if is_telling and is_short and any(text.find(word, place, end.end()) >= 0 for word in telling):
                found[index] = parts_of(text[place : end.end()])
            index, place = index + 1, end.end()
    return found


def _whole_strings(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for piece in pieces:
        text = rest + piece
        end = text.rfind(b"si>") + 3
        end = end if end > 2 else 0
        yield text[:end]
        rest = text[end:]
        if len(rest) > LONGEST_TEXT + len(piece):
            return  # this is no text of a cell
    yield rest


def _is_off(attributes: bytes) -> bool:
    value = _VALUE.search(attributes)
    return value is not None and value[1] in _NO


def _level(attributes: bytes) -> int:
    value = _VALUE.search(attributes)
    levels = {b"superscript": 1, b"subscript": -1}
    return levels.get(value[1], 0) if value else 0
