"""What one heading says about its column: by its words, parts of them, or nearly so."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.synonyms import SYNONYMS

_PART_OF_HEADING = 0.9
_NEARLY = 0.75
_LIKENESS = 0.82
_SHORTEST_FUZZY = 4
_LONGEST_FUZZY = 30
_LONGEST = 200
_LEAST_WORD = 2

_SIGNS = re.compile(r"[\W_]+")
_NOT_WANTED = re.compile(r"\b(?:закуп|себестоим|сумм|вход|в пути)")
_DIVIDED = re.compile(r"([^\W\d_]{2,})-\s*([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W_]+")
_OLD = re.compile(r"\b(?:стар|опт|old|wholesale|начал|до скидки|миним)")


class Said(NamedTuple):
    """What a heading says, and how sure that is, from 0 to 1."""

    kind: ColumnKind
    confidence: float


def plain_heading(label: str) -> str:
    """The words of a heading without case, signs and «ё»."""
    text = unicodedata.normalize("NFKC", label).casefold().replace("ё", "е")
    return " ".join(_SIGNS.sub(" ", text).split())


def may_be_heading(text: str) -> bool:
    """Whether `heading_kind` may say something of it, told quickly: nearly all cells are no headings."""
    return not _KNOWN_WORDS.isdisjoint(_WORD.findall(text.casefold().replace("ё", "е")))


@lru_cache(maxsize=4096)
def heading_kind(label: str) -> Said | None:
    """What the heading says; None where it says nothing known."""
    plain = plain_heading(_joined(label))
    if not plain or len(plain) > _LONGEST or plain.isdecimal():
        return None
    return _exact(plain) or _unwanted(plain) or _part(plain)


def _joined(label: str) -> str:
    """«Коли-чество» as one word, as forms divide it at the end of a line; «Штрих-код» is two words."""
    whole = label.replace("\N{SOFT HYPHEN}", "")
    return _DIVIDED.sub(_as_one, whole) if "-" in whole and len(whole) <= _LONGEST else whole


def _as_one(divided: re.Match[str]) -> str:
    halves = {half.casefold() for half in divided.groups()}
    return divided[0] if halves & _WORDS.keys() else divided[1] + divided[2]


@lru_cache(maxsize=4096)
def nearly_heading_kind(label: str) -> Said | None:
    """What a heading with a slip of the finger says; slower than `heading_kind`."""
    plain = plain_heading(label)
    if not _SHORTEST_FUZZY <= len(plain) <= _LONGEST_FUZZY or plain.isdecimal():
        return None
    near = get_close_matches(plain, _LONG_WORDS, n=1, cutoff=_LIKENESS)
    return _weaker(_WORDS[near[0]], _NEARLY) if near else None


def _words() -> dict[str, Said]:
    found: dict[str, Said] = {}
    for kind, words in SYNONYMS.items():
        for word, confidence in words.items():
            said = Said(kind, confidence)
            found.setdefault(plain_heading(word), said)
    return found


_WORDS = _words()
_LONG_WORDS = [word for word in _WORDS if len(word) >= _SHORTEST_FUZZY]
_KNOWN_WORDS = frozenset(part for word in _WORDS for part in word.split())
_COMPACT = {word.replace(" ", ""): said for word, said in _WORDS.items()}


def _exact(plain: str) -> Said | None:
    return _WORDS.get(plain) or _COMPACT.get(plain.replace(" ", ""))


def _unwanted(plain: str) -> Said | None:
    """«Сумма продажи» and «Цена закупочная» hold nothing that is wanted, whatever their other words."""
    return Said(ColumnKind.IGNORE, _PART_OF_HEADING) if _NOT_WANTED.search(plain) else None


def _part(plain: str) -> Said | None:
    """«Цена розничная, тг» by «цена розничная»: the first known words in it, the most of them."""
    words = plain.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            part = " ".join(words[start:end])
            if len(part) >= _LEAST_WORD and part in _WORDS:
                return _weaker(_WORDS[part], _PART_OF_HEADING * (0.6 if _OLD.search(plain) else 1))
    return None


def _weaker(said: Said, factor: float) -> Said:
    return Said(said.kind, round(said.confidence * factor, 3))
