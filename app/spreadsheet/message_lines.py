"""One line of a message: which article it names, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.spreadsheet.known import Known
from app.spreadsheet.size_words import size_label
from app.spreadsheet.written_amounts import LONGEST, Amount, plain_line, read_amounts

_MOST_WORDS = 12
_MOST_OF_ARTICLE = 5
_MOST_OF_AMOUNT = 4
_SHORTEST_CODE, _LONGEST_CODE = 4, 40
_SHORTEST_LIKE = 4
_SHORTEST_NAME = 3
_SHORTEST_NUMBER = 5
_EDGES = ".,:;!?()[]«»\"'*=+-"
_LATIN_NAME = re.compile(r"[A-Z][A-Z-]*")
_DAY = re.compile(r"\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b")
_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
_SENDER = re.compile(
    r"^(?:\[\d{1,4}[^\]]{3,24}\] ?[^:]{1,40}: |\d{1,2}\.\d{2}\.\d{2,4},? \d{1,2}:\d{2} - [^:]{1,40}: )"
)
"""What messengers put before a message that is copied: «[10:15, 12.11.2026] Иван: »."""

_BULLET = re.compile(r"^(?:[•●▪✅☑*-]|\d{1,2}\)|\d{1,2}\.(?= )) ?")


class MessageLine(NamedTuple):
    """What is read of a line. `text` is as it was written.

    `article` is as it stands there, empty where the line names none; `is_certain`: it is known, or has a
    digit, so that the line is about goods. `rest` is what stands behind it. Without `amounts` it is not
    clear what the line says, if anything.
    """

    text: str
    article: str
    rest: str
    amounts: list[Amount]
    is_certain: bool


def read_line(text: str, known: Known, article_above: str = "") -> MessageLine:
    """The line; `article_above`: of which its sizes are, where it names no article of its own."""
    line = _BULLET.sub("", _SENDER.sub("", plain_line(text[: LONGEST + 1]), count=1), count=1)
    if len(line) > LONGEST:
        return MessageLine(text, "", "", [], is_certain=False)
    of_size = read_amounts(line, known.sizes.get(article_above, ()))
    if of_size and of_size[0].size:
        return MessageLine(text, "", line, of_size, is_certain=False)
    words = list(re.finditer(r"\S+", line))[:_MOST_WORDS]
    found = _known_article(line, words, known) or _shaped_article(line, words)
    if found is None:
        named = _before_amount(line)
        return MessageLine(text, named, line, [], is_certain=bool(named))
    article, end, is_certain = found
    rest = line[end:].strip(" ,;")
    sizes = known.sizes.get(article, ())
    amounts = read_amounts(rest, sizes) or read_amounts(rest.lstrip(":=- "), sizes)
    if len(amounts) == 1 and not amounts[0].size:
        is_one = amounts[0].is_clear or article in known.sizes
        amounts = amounts if is_one else []
    of_barcode = known.of_barcode(article)
    if of_barcode and article not in known.sizes:
        article, size = of_barcode
        amounts = [one._replace(size=one.size or size) for one in amounts]
    return MessageLine(text, article, rest.strip(_EDGES + " "), amounts, is_certain)


def _known_article(line: str, words: list[re.Match[str]], known: Known) -> tuple[str, int, bool] | None:
    """The first that the catalogue knows, or that looks like one of it; and where it ends."""
    runs = list(_runs(line, words))
    for text, end in runs:
        if text in known.sizes or known.of_barcode(text):
            return text, end, True
    for text, end in runs:
        if len(text) >= _SHORTEST_LIKE and known.like(text):
            return text, end, True
    return None


def _runs(line: str, words: list[re.Match[str]]) -> Iterator[tuple[str, int]]:
    """Words beside each other without the signs around them, the longest first at each place."""
    for first, word in enumerate(words):
        for last in reversed(words[first : first + _MOST_OF_ARTICLE]):
            whole = line[word.start() : last.end()]
            text = whole.strip(_EDGES)
            if text and not size_label(text) and not (text.isdecimal() and len(text) < _SHORTEST_NAME):
                yield text, word.start() + whole.find(text) + len(text)


def _shaped_article(line: str, words: list[re.Match[str]]) -> tuple[str, int, bool] | None:
    """The first word that looks like an article: «SS24TS01», «КРД-042», «JACKET»."""
    ends = {text: word.start() + word[0].find(text) + len(text) for word in words if (text := _bare(word))}
    has_number = any(map(str.isdecimal, _DAY.sub("", line)))
    for is_shaped, is_certain in ((_is_code, True), (_is_name, has_number), (_is_number, False)):
        for text, end in ends.items():
            if is_shaped(text):
                return text, end, is_certain
    return None


def _before_amount(line: str) -> str:
    """What stands before a size with its pieces, though it looks like no article: «Кардиган синий M 5»."""
    words = line.split(" ")
    for first in range(max(1, len(words) - _MOST_OF_AMOUNT), len(words)):
        amounts = read_amounts(" ".join(words[first:]))
        if amounts and amounts[0].size:
            before = " ".join(words[:first]).strip(_EDGES + " ")
            return before if any(map(str.isalpha, before)) else ""
    return ""


def _bare(word: re.Match[str]) -> str:
    text = word[0].strip(_EDGES)
    is_goods = not _ADDRESS.search(text) and not size_label(text) and not read_amounts(text)
    return text if is_goods and not word[0].startswith("+") else ""


def _is_code(text: str) -> bool:
    signs = "".join(sign for sign in text if sign not in "-_./")
    return (
        _SHORTEST_CODE <= len(text) <= _LONGEST_CODE
        and signs.isalnum()
        and any(map(str.isdecimal, signs))
        and any(map(str.isalpha, signs))
    )


def _is_name(text: str) -> bool:
    return _SHORTEST_NAME <= len(text) <= _LONGEST_CODE and _LATIN_NAME.fullmatch(text) is not None


def _is_number(text: str) -> bool:
    return _SHORTEST_NUMBER <= len(text) <= _LONGEST_CODE and text.isascii() and text.isdecimal()
