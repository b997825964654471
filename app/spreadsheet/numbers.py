"""Numbers as spreadsheets have them: «1 234,50», «1.234,50», «12 шт», «12,5 тг», «(5)»."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.domain.money import plain_signs, without_currency

_LONGEST = 30
"""Characters of the longest text that is read as a number."""


class Reading(StrEnum):
    """Which mark parts the decimals in a column: it tells what «1,234» and «1.234» are there."""

    COMMA = "comma"
    POINT = "point"


class Number(NamedTuple):
    """A number; `shows` is the decimal mark where the text leaves no doubt about it,
    `decimals` how many digits stand behind it.
    """

    value: Decimal
    shows: Reading | None = None
    decimals: int = 0


class Doubtful(NamedTuple):
    """A text like «1,234», which is another number with another decimal mark."""

    with_comma: Decimal
    with_point: Decimal

    @property
    def whole(self) -> Decimal:
        """The number where the mark parts the thousands."""
        return max(self.with_comma, self.with_point, key=abs)

    def read(self, reading: Reading) -> Decimal:
        """The number where the column is read so."""
        return self.with_comma if reading is Reading.COMMA else self.with_point


_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<group>[ '.,])\d{3})(?:(?P=group)\d{3})*|\d+)"
    r"(?:(?P<mark>[.,])(?P<decimals>\d+))?",
    re.ASCII,
)
_UNITS = re.compile(
    r"(?<=[\d)]) ?(?:шт(?:ук[аи]?)?|ед|пар[аы]?|компл|дана|pcs?|pieces?|units?)\.?$", re.IGNORECASE
)
_MARKS = {",": Reading.COMMA, ".": Reading.POINT}


def parse_number(text: str) -> Number | Doubtful | None:
    """The number that the text is, without units; None where it is none."""
    if len(text) > _LONGEST:
        return None
    unsigned, sign = _unsigned(plain_signs(text))
    found = _NUMBER.fullmatch(unsigned)
    if found is None or (found["group"] and found["group"] == found["mark"]):
        return None
    if _is_doubtful(found):
        digits = re.sub(r"[.,]", ".", found["whole"])
        as_decimal, as_whole = sign * Decimal(digits), sign * Decimal(digits.replace(".", ""))
        is_comma = found["group"] == ","
        return Doubtful(as_decimal, as_whole) if is_comma else Doubtful(as_whole, as_decimal)
    return _number(found, sign)


def without_units(plain: str) -> str:
    """The number of «12 шт.»."""
    return _UNITS.sub("", plain)


def likely_number(text: str) -> Decimal | None:
    """The number that the text most likely is, for telling columns apart; no value is taken so."""
    match parse_number(without_currency(without_units(plain_signs(text)))):
        case Number(value):
            return value
        case Doubtful(_, with_point):
            return with_point
        case None:
            return None


def least_number(text: str) -> Decimal | None:
    """The lowest number that the text may be, as 30 of «30,000»."""
    match parse_number(without_currency(without_units(plain_signs(text)))):
        case Number(value):
            return value
        case Doubtful() as doubtful:
            return min(doubtful.with_comma, doubtful.with_point, key=abs)
        case None:
            return None


def _unsigned(plain: str) -> tuple[str, int]:
    """Accountants write (5) or 5- for a number below zero."""
    if plain.startswith("(") and plain.endswith(")"):
        return plain[1:-1].strip(), -1
    if plain.startswith("-") or plain.endswith("-"):
        return plain.removeprefix("-").removesuffix("-").strip(), -1
    return plain.removeprefix("+").strip(), 1


def _is_doubtful(found: re.Match[str]) -> bool:
    """One lone mark before three digits; no thousands begin with a zero."""
    whole, group = found["whole"], found["group"]
    return (
        group in {".", ","} and not found["mark"] and whole.count(group) == 1 and not whole.startswith("0")
    )


def _number(found: re.Match[str], sign: int) -> Number | None:
    whole, group, mark, decimals = found.group("whole", "group", "mark", "decimals")
    if group in _MARKS and whole.count(group) == 1 and not mark:  # 0,500
        whole, decimals = whole.split(group)
        mark, group = group, None
    if group and whole.startswith("0"):
        return None
    value = Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals or 0}")
    if not decimals:
        value = value.to_integral_value()
    if mark:
        return Number(sign * value, _MARKS[mark], len(decimals))
    other = {",": Reading.POINT, ".": Reading.COMMA}
    return Number(sign * value, other.get(group or ""))
