"""Sizes with their pieces as people write them in a message: «M - 5», «XL +3», «S-3, M-5», «42: 2 шт»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from app.domain.size_names import find_size_name
from app.spreadsheet.size_words import is_size, size_label

LONGEST = 400
"""Letters of a line that somebody typed; a longer one is not looked through."""

_MOST_PLAIN = 999
_MOST_BARE = 99
"""More pieces than that may be a price, unless the unit stands beside them; or a sign before them."""

_DASHES = re.compile("[‐‑‒–—−]")
_UNIT = re.compile(r"\s?(?<![^\W\d])(?:шт(?:ук[аи]?)?|ед|пар[аы]?|дана|pcs)\.?$", re.IGNORECASE)
_SIGNS = frozenset("-:=+*×")
_TIMES = frozenset("xхXХ")
_LETTER_THEN_NUMBER = re.compile(r"[^\W\d]\.?[\s-]+\d")
_RANGE = re.compile(r"\s?[-/]\s?")
_BETWEEN = (re.compile(r"[,;]"), re.compile(r"[,;](?!\d)|(?<!\d)[,;]"), re.compile(r"\s+"))
_LEAST_SECOND = 30
"""From it on a number may name its size a second time: «XL 52», «44 164»."""


class Amount(NamedTuple):
    """Pieces of a size, below zero where a minus stands right before them; the size may be empty.

    `is_clear`: a sign before the number, or a unit after it, says that it is one of pieces.
    """

    size: str
    pieces: int
    is_clear: bool


def plain_line(text: str) -> str:
    """The line with plain dashes and single spaces."""
    return " ".join(_DASHES.sub("-", text).split())


def read_amounts(text: str, sizes: Collection[str] = ()) -> list[Amount]:
    """What a plain line says, as far as nothing in it is in doubt; else nothing at all.

    `sizes` are the known ones of its product. Of several amounts each has a size.
    """
    if len(text) > LONGEST:
        return []
    known = tuple(sizes)
    if alone := _amount(text.strip(" ,;"), known):
        return [alone]
    for sign in _BETWEEN:
        parts = [part.strip() for part in sign.split(text) if part.strip(" .")]
        found = [one for one in _each(parts, known) if one.size]
        if len(found) == len(parts) > 1:
            return found
    return []


def _each(parts: Collection[str], known: tuple[str, ...]) -> Iterator[Amount]:
    """Those before the first that is none."""
    for part in parts:
        one = _amount(part, known)
        if one is None:
            return
        yield one


def _amount(text: str, known: tuple[str, ...]) -> Amount | None:
    bare = _UNIT.sub("", text.rstrip(" ."))
    has_unit = bare != text.rstrip(" .")
    bare = bare.rstrip()
    head = bare.rstrip("0123456789")
    number = bare[len(head) :]
    if not number.isascii() or not 0 < len(number) <= len("100000") or head[-1:] in {".", ",", "/", "("}:
        return None
    named, sign = _without_sign(head)
    size = _size(named, known)
    pieces = int(number)
    if size is None or (sign is None and named) or named[-1:] in _SIGNS:
        return None
    if pieces > (_MOST_PLAIN if sign else _MOST_BARE) and not has_unit:
        return None
    if not has_unit and _may_be_of_size(size, sign, number, known):
        return None
    is_below = head.endswith(" -")
    return Amount(size, -pieces if is_below else pieces, has_unit or bool(sign))


def _without_sign(head: str) -> tuple[str, str | None]:
    """The text before a number, and the sign between the two: empty for a space, None for nothing."""
    bare = head.rstrip()
    if bare[-1:] in _SIGNS:
        return bare[:-1].rstrip(), bare[-1]
    if bare[-1:] in _TIMES and (len(bare) == 1 or bare[-2].isspace()):
        return bare[:-1].rstrip(), "x"
    return bare, "" if bare != head else None


def _size(text: str, known: tuple[str, ...]) -> str | None:
    """The size that the text is; empty where it is nothing, None where it is something else."""
    if not text or find_size_name(text, known) is not None:
        return size_label(text) or text
    named = size_label(text)
    if named is None or _LETTER_THEN_NUMBER.search(named) or _are_several(named, known):
        return None
    return named


def _are_several(size: str, known: tuple[str, ...]) -> bool:
    """Whether it is two sizes of the product: «39-43», «M/L»; nobody knows of which the pieces are."""
    parts = _RANGE.split(size)
    return len(parts) > 1 and all(find_size_name(part, known) is not None for part in parts)


def _may_be_of_size(size: str, sign: str | None, number: str, known: tuple[str, ...]) -> bool:
    """Whether the number may go on with the size: «42-44», «XL 52», «44 164», or be one alone: «42»."""
    if sign not in {"", "-", None}:
        return False
    if not size:
        return not sign and (find_size_name(number, known) is not None if known else is_size(number))
    if find_size_name(number, known) is not None:
        return True
    if known and find_size_name(f"{size}{sign or ' '}{number}", known) is not None:
        return True
    is_second = is_size(number) and (not known or int(number) >= _LEAST_SECOND)
    return is_second if size[-1:].isdecimal() else is_second and not sign and int(number) >= _LEAST_SECOND
