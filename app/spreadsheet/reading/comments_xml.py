"""Comments of the cells of an Excel sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.spreadsheet.reading.places import place_of
from app.spreadsheet.reading.rich_text import LONGEST_TEXT, parts_of
from app.spreadsheet.reading.tags import SHORT_TAG

_COMMENT = re.compile(
    rb'<(?:\w{1,99}:)?comment\b%b\sref="([A-Z]{1,3})(\d{1,7})"%b>' % (SHORT_TAG, SHORT_TAG)
)
_END = re.compile(rb"</(?:\w{1,99}:)?comment>")
_MOST = 20_000
_MOST_SIGNS = 200
_THREAD = re.compile(r"^\[[^\]]+\].*?(?:Comment|Комментарий|Примечание):", re.DOTALL)
"""How Excel tells older programs of a conversation, whose first words come then."""


def read_comments(pieces: Iterable[bytes]) -> dict[tuple[int, int], str]:
    """The texts of `comments1.xml` by the places of their cells, the first words of long ones."""
    found: dict[tuple[int, int], str] = {}
    rest = b""
    for piece in pieces:
        rest += piece
        place = 0
        for start in _COMMENT.finditer(rest):
            end = _END.search(rest, start.end(), start.end() + LONGEST_TEXT)
            if end is None:
                break
            if start.start() >= place:
                found[place_of(start[1], start[2])] = _text(rest[start.end() : end.start()])
                place = end.end()
        rest = rest[place:]
        if len(found) >= _MOST or len(rest) > LONGEST_TEXT + len(piece):
            break
    return found


def _text(comment: bytes) -> str:
    text = "".join(part.text for part in parts_of(comment))
    words = " ".join(_THREAD.sub("", text, count=1).split())
    return words if len(words) <= _MOST_SIGNS else f"{words[:_MOST_SIGNS]}…"
