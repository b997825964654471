"""Cyrillic letters that cannot be told from Latin ones by eye: «Х» in «XL», «С» in «SS21CA2N»."""

from __future__ import annotations

import re

_CYRILLIC = "асехмтокрвну" + "АСЕХМТОКРВНУ"
_LATIN = "acexmtokpbhy" + "ACEXMTOKPBHY"
_LATIN_OF = dict(zip(_CYRILLIC, _LATIN, strict=True))
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_CYRILLIC_LETTER = re.compile(r"[А-Яа-яЁё]")


def as_latin_letters(text: str) -> str:
    """The text with a Latin letter for every Cyrillic one that looks the same."""
    return "".join(_LATIN_OF.get(letter, letter) for letter in text)


def is_mixed(text: str) -> bool:
    """Whether one text has letters of both alphabets, all Cyrillic ones looking Latin."""
    return (
        _LATIN_LETTER.search(text) is not None
        and _CYRILLIC_LETTER.search(text) is not None
        and _CYRILLIC_LETTER.search(as_latin_letters(text)) is None
    )
