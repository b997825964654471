"""Articles with a size at their end: «КРД-042 / XL», «КРД-042-XL», «КРД-042, р. 42»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.spreadsheet.size_words import is_letter_size, size_label

_SIGN = re.compile(r"\s*[/\\,;|(]\s*|\s+-\s+|\s+|_|-")
_STRONG = re.compile(r"\s*[/\\,;|(]\s*|\s+-\s+")
_WORD = re.compile(r"[\s,;/(]*(?:р|разм|размер|size)\.?$", re.IGNORECASE)
_LEAST = 3
_LONGEST = 200
"""Letters of an article with a size; in a longer text, each of its words would be tried."""

_SHARE = 0.8


class Parted(NamedTuple):
    """An article and the size that stood at its end."""

    article: str
    size: str


@lru_cache(maxsize=4096)
def _ways(text: str) -> tuple[tuple[Parted, bool], ...]:
    """Every way to take a size off the end, the longest first; whether the sign between leaves no doubt."""
    return tuple(_all_ways(text))


def _all_ways(text: str) -> Iterator[tuple[Parted, bool]]:
    for sign in _SIGN.finditer(text) if len(text) <= _LONGEST else ():
        article = _WORD.sub("", text[: sign.start()]).strip()
        size = size_label(text[sign.end() :].rstrip(" )"))
        if article and size:
            yield Parted(article, size), _STRONG.fullmatch(sign[0]) is not None


class Parts:
    """Takes sizes off articles that are not known as they stand.

    `is_likely`: also where the rest is no known article, as it is new.
    """

    def __init__(self, known: Collection[str], *, is_likely: bool) -> None:
        self._known, self._is_likely = known, is_likely

    def __call__(self, text: str) -> Parted | None:
        """The article and its size; None where there is none."""
        if text in self._known:
            return None
        found = next((way for way, _ in _ways(text) if way.article in self._known), None)
        return part_likely(text) if found is None and self._is_likely else found


def part_likely(text: str) -> Parted | None:
    """The parts of an article that is not known: by a size in letters, or a sign that parts the two."""
    return next((way for way, is_clear in _ways(text) if is_clear or is_letter_size(way.size)), None)


def has_inner_sizes(texts: Sequence[str]) -> bool:
    """Whether most of a column ends with sizes, and the same article comes with several of them."""
    parted = [way for text in texts if (way := part_likely(text))]
    sizes: dict[str, set[str]] = {}
    for way in parted:
        sizes.setdefault(way.article, set()).add(way.size)
    several = sum(len(found) for found in sizes.values() if len(found) > 1)
    return len(parted) >= max(_LEAST, _SHARE * len(texts)) and 2 * several >= len(parted)
