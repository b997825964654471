"""One line of a message: which article it names, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.spreadsheet.goods_lines import is_about_goods, last_amount
from app.spreadsheet.known import Known
from app.spreadsheet.size_words import size_label
from app.spreadsheet.written_amounts import LONGEST, Amount, plain_line, read_amounts

_MOST_WORDS = 12
_MOST_OF_ARTICLE = 5
_SHORTEST_CODE, _LONGEST_CODE = 4, 40
_SHORTEST_LIKE = 4
_SHORTEST_NAME = 3
_SHORTEST_NUMBER = 5
_EDGES = ".,:;!?()[]«»\"'*=+-~<>"
_LATIN_NAME = re.compile(r"[A-Z][A-Z-]*")
_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
_SENDER = re.compile(
    r"^(?:\[\d{1,4}[^\]]{3,24}\] ?[^:]{1,40}: |\d{1,2}\.\d{2}\.\d{2,4},? ?\d{1,2}:\d{2} - [^:]{1,40}: )"
)
"""What messengers put before a message that is copied: «[10:15, 12.11.2026] Иван: »."""

_BULLET = re.compile(r"^(?:[•●▪✅☑*-]|\d{1,2}\)|\d{1,2}\.(?= )) ?")
_BEFORE_ARTICLE = re.compile(r"(?:арт(?:\.|икул)?:? ?)?[#№]? ?", re.IGNORECASE)
"""All that may stand before an article; any other word may say that nothing came at all: «нет», «брак»."""


class MessageLine(NamedTuple):
    """What is read of a line. `text` is as it was written.

    `article` is as it stands there, empty where the line names none; `rest` is what stands behind it, or
    the line without what a messenger puts before it. Without `amounts` it is not clear what the line says,
    if anything: it is of goods where `is_goods`.
    """

    text: str
    article: str
    rest: str
    amounts: list[Amount]
    is_goods: bool
    is_heading: bool = False  # it is an article and nothing else

    @property
    def first_size(self) -> str:
        """What stands first, where it is a size."""
        return size_label(self.rest.split(" ")[0].strip(":-,=+")) or ""


class _Found(NamedTuple):
    """An article, where it stands, and whether a line with it is of goods for certain."""

    text: str
    start: int
    is_certain: bool = True

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_line(text: str, known: Known, article_above: str = "") -> MessageLine:
    """The line; `article_above`: of which its sizes are, where it names no article of its own."""
    line = _BULLET.sub("", _SENDER.sub("", plain_line(text[: LONGEST + 1]), count=1), count=1)
    if len(line) > LONGEST:
        return MessageLine(text, "", "", [], is_goods=False)
    of_size = read_amounts(line, known.sizes.get(article_above, ()))
    if of_size and of_size[0].size:
        return MessageLine(text, "", line, of_size, is_goods=True)
    words = list(re.finditer(r"\S+", line))[:_MOST_WORDS]
    found = _known_article(line, words, known) or _shaped_article(words)
    if found is None:
        return MessageLine(text, "", line, [], is_about_goods(line))
    if not found.is_certain and not _BEFORE_ARTICLE.fullmatch(line[: found.start]):
        return MessageLine(text, "", line, [], is_about_goods(line))
    return _of_article(text, line, found, known)


def _of_article(text: str, line: str, found: _Found, known: Known) -> MessageLine:
    article, rest = found.text, line[found.end :].strip(" ,;")
    if not _BEFORE_ARTICLE.fullmatch(line[: found.start]):
        return MessageLine(text, article, rest, [], is_goods=True)
    sizes = known.sizes.get(article, ())
    amounts = read_amounts(rest, sizes) or read_amounts(rest.lstrip(":=- "), sizes)
    if len(amounts) == 1 and not amounts[0].size:
        is_one = len(sizes) == 1 or (not sizes and amounts[0].is_clear)
        amounts = amounts if is_one else []
    of_barcode = known.of_barcode(article)
    if of_barcode and article not in known.sizes:
        article, size = of_barcode
        amounts = [one._replace(size=one.size or size) for one in amounts]
    is_alone = not rest.strip(" :-.")
    is_heading = is_alone and (found.is_certain or not article.isdecimal())
    is_goods = found.is_certain or (not is_alone and is_about_goods(line))
    return MessageLine(text, article, rest.strip(_EDGES + " "), amounts, is_goods, is_heading)


def is_of_messenger(line: str) -> bool:
    """Whether a messenger wrote before it who sent it and when."""
    return _SENDER.match(line[:LONGEST]) is not None


def named_before(line: MessageLine) -> str:
    """What stands before the pieces, though it looks like no article: «Кардиган синий M 5»."""
    before = last_amount(line.rest)
    name = line.rest[:before].strip(_EDGES + " ") if before else ""
    return name if any(map(str.isalpha, name)) else ""


def _known_article(line: str, words: list[re.Match[str]], known: Known) -> _Found | None:
    """The first that the catalogue knows, or that looks like one of it."""
    runs = list(_runs(line, words))
    for run in runs:
        if run.text in known.sizes or known.of_barcode(run.text):
            return run
    for run in runs:
        is_bare = run.text[0].isalnum() and len(run.text) >= _SHORTEST_LIKE
        if is_bare and known.like(run.text):
            return run
    return None


def _runs(line: str, words: list[re.Match[str]]) -> Iterator[_Found]:
    """Words beside each other without the signs around them, the longest first at each place."""
    for first, word in enumerate(words):
        for last in reversed(words[first : first + _MOST_OF_ARTICLE]):
            whole = line[word.start() : last.end()]
            text = whole.strip(_EDGES).removeprefix("#").removeprefix("№")
            if text and not size_label(text) and not (text.isdecimal() and len(text) < _SHORTEST_NAME):
                yield _Found(text, word.start() + whole.find(text))


def _shaped_article(words: list[re.Match[str]]) -> _Found | None:
    """The first word that looks like an article: «SS24TS01», «КРД-042», «JACKET»."""
    places = {text: word.start() + word[0].find(text) for word in words if (text := _bare(word))}
    for is_shaped, is_certain in ((_is_code, True), (_is_name, False), (_is_number, False)):
        for text, start in places.items():
            if is_shaped(text):
                return _Found(text, start, is_certain)
    return None


def _bare(word: re.Match[str]) -> str:
    text = word[0].strip(_EDGES).lstrip("#№")
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
