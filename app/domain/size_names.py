"""One size, many spellings: «ХL» typed in Cyrillic, «42.0», «One Size», «Единый»."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from app.domain.lookalikes import as_latin_letters

ONE_SIZE = "one size"

_SPOKEN = {
    **dict.fromkeys(("эс", "эска", "эсочка"), "s"),
    **dict.fromkeys(("эм", "эмка", "эмочка"), "m"),
    **dict.fromkeys(("л", "эл", "эль", "элка", "элька"), "l"),
    **dict.fromkeys(("хс", "хэска", "иксэс", "иксэска", "икс эс"), "xs"),
    **dict.fromkeys(("хл", "хэль", "хэлька", "иксэль", "иксель", "икселька", "иксэлька", "икс эль"), "xl"),
    **dict.fromkeys(("ххл", "двухиксэль", "два икса", "два икс эль"), "xxl"),
    **dict.fromkeys(("хххл", "трехиксэль", "три икса", "три икс эль"), "xxxl"),
}
"""Sizes as they are said, or typed in Russian letters by their sound."""

_LETTERS_OF_SIZES = re.compile(r"[0-9smlx/.+ -]*")
_NAMES_OF_ONE = frozenset(
    {
        *("one size", "onesize", "one", "os", "o/s", "uni", "universal", "free size", "no size"),
        *("единый", "единый размер", "универсальный", "универсальный размер"),
        *("один размер", "без размера", "безразмерный", "б/р"),
    }
)
_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_SLASH = re.compile(r"\s*/\s*")
_WORD_BEFORE = re.compile(r"^(?:размер|size|р-р|разм\.?|р\.)\s*(?=[\dsmlxмх])")
_RUSSIAN_WORD_BEFORE = re.compile(r"^(?:размер|size|р-р|разм\.?|р\.)\s*")
_TWOFOLD = re.compile(r"([^()]+?)\s*\(([^()]+)\)|([^\W\d]+|\d?x+[sl])\s*/?\s*(\d[\d/.-]*)")
"""«XXL (54-56)», «XXL 54-56»: one size in letters and in numbers."""

_HEIGHT = re.compile(r"1[4-9]\d|200")
"""In centimetres, of grown people."""

_DASH_OR_SLASH = re.compile(r"[-/]")
_PARTED_LETTERS = re.compile(r"x+-[sl]")
_WHOLE = re.compile(r"(\d+)[.,]0+(?!\d)")
_COMMA = re.compile(r"(\d),(\d)")
_MANY_X = re.compile(r"\b(x{2,})([sl])\b")
_COUNTED_X = re.compile(r"\b([2-9])\s*x\s*([sl])\b")


LONGEST = 200
"""Letters of what may be a size; a longer text is no other spelling of one, and is not looked through."""


def spelled(value: str) -> str:
    """Case and spaces do not count, nor which of two code points writes the same letter."""
    return " ".join(unicodedata.normalize("NFKC", value.replace("½", ".5")).casefold().split())


def normal_form(value: str) -> str:
    """What two spellings of one size have in common; sizes of different forms may be different ones."""
    text = spelled(value)
    if len(text) > LONGEST:
        return text
    text = _DASHES.sub("-", text)
    if text in _NAMES_OF_ONE or text.replace("-", " ") in _NAMES_OF_ONE:
        return ONE_SIZE
    text = _SLASH.sub("/", text)
    bare = _RUSSIAN_WORD_BEFORE.sub("", text)
    if spoken := _SPOKEN.get(bare.replace("ё", "е").replace("-", " ")):
        text = spoken
    latin = as_latin_letters(_WORD_BEFORE.sub("", text))
    if _LETTERS_OF_SIZES.fullmatch(latin):  # else it is a word, which is not read letter by letter
        text = latin
    text = _COMMA.sub(r"\1.\2", _WHOLE.sub(r"\1", text))
    text = _MANY_X.sub(lambda found: f"{len(found[1])}x{found[2]}", text)
    return _COUNTED_X.sub(r"\1x\2", text)


def find_size_name(value: str, known: Sequence[str]) -> int | None:
    """The place in `known` of the one size that this is: as it stands, by case, by its normal form.

    None where no size fits, or where several do.
    """
    forms: tuple[Callable[[str], str], ...] = (str, spelled, normal_form)
    for form in forms:
        wanted = form(value)
        found = [place for place, name in enumerate(known) if form(name) == wanted]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def similar_size_name(value: str, known: Sequence[str]) -> int | None:
    """The place in `known` of the one size that this may be with more or less said: «XXL (54-56)», XXL.

    None where none may be, or where several may.
    """
    parts = _parts(value)
    found = [place for place, name in enumerate(known) if parts & _parts(name)]
    return found[0] if len(found) == 1 else None


def _parts(value: str) -> set[str]:
    text = spelled(value)
    twofold = _TWOFOLD.fullmatch(text.replace("[", "(").replace("]", ")")) if len(text) <= LONGEST else None
    forms = {normal_form(part) for part in (twofold.groups() if twofold else (value,)) if part}
    return forms.union(*map(_less_said, forms))


def _less_said(form: str) -> set[str]:
    """The size of «44/170» and «44-170-88», which name a height too, and of «X-L»."""
    if _PARTED_LETTERS.fullmatch(form):
        return {normal_form(form.replace("-", ""))}
    parts = _DASH_OR_SLASH.split(form)
    others = {part for part in parts if not _HEIGHT.fullmatch(part)}
    return (
        others if len(parts) > 1 and len(others) < len(parts) and all(map(str.isdecimal, parts)) else set()
    )
