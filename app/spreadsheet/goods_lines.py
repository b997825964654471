"""Which lines without an article are of goods nonetheless, and no greeting, price or telephone number."""

from __future__ import annotations

import re

from app.spreadsheet.size_words import size_label
from app.spreadsheet.written_amounts import read_amounts

_MOST_OF_AMOUNT = 4
_EDGES = ".,:;!?()[]«»\"'*=+- "
_MONTHS = "янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек"
_NO_PIECES = re.compile(
    r"(?<![\w-])(?:\+?7|8)[ (-]{0,2}\d{3}[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?![\w-])"  # telephone
    r"|\b\d{4} \d{4} \d{4} \d{4}\b"  # card
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b[0-3]?\d\.(?:0[1-9]|1[0-2])\b|\b\d{4}-\d{2}-\d{2}\b"
    rf"|\b\d{{1,2}} (?:{_MONTHS})\w{{0,6}}(?: \d{{4}})?\b"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::\d{2})?\b"
    r"|№ ?\d+|\d[\d ]* ?(?:тг|тенге|kzt|₸|руб|₽|%)",
    re.IGNORECASE,
)
"""Numbers that are none of pieces: telephones, cards, days, times, papers, prices."""

_TOTAL = re.compile(
    r"(?:итого|всего|барлығы|total)\b[\s:=-]*\d*(?: ?(?:шт|ед|пар\w?)\w*\.?)?", re.IGNORECASE
)


def is_about_goods(line: str) -> bool:
    """Whether a plain line has a size and a number, ends in pieces, or is a size or a number alone."""
    if _TOTAL.fullmatch(line):
        return False
    rest = " ".join(_NO_PIECES.sub(" ", line).split())
    words = [word.strip(_EDGES) for word in rest.split(" ")]
    is_one = len(words) == 1 and bool(size_label(words[0]))
    if is_one or (any(map(str.isdecimal, rest)) and not any(map(str.isalpha, rest))):
        return True
    return last_amount(rest) is not None or _has_size_and_number(words)


def last_amount(line: str) -> int | None:
    """Where the pieces begin that stand last, with their size; None where none stand there."""
    words = line.split(" ")
    for first in range(max(0, len(words) - _MOST_OF_AMOUNT), len(words)):
        if read_amounts(" ".join(words[first:])):
            return len(" ".join(words[:first]))
    return None


def _has_size_and_number(words: list[str]) -> bool:
    """Small letters stand for words: «с 10 до 18»."""
    sizes = [place for place, word in enumerate(words) if word == word.upper() and size_label(word)]
    numbers = [place for place, word in enumerate(words) if any(map(str.isdecimal, word))]
    return any(size != number for size in sizes for number in numbers)
