"""Formats by which a number is shown as another one: in thousands, as a percentage, with other words.

Codes: ECMA-376, 18.8.30 and 18.8.31.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from app.spreadsheet.units import other_money, unit_of

PERCENT_CODES = {9: "0%", 10: "0.00%"}
"""Those that a workbook need not write down, by their numbers."""

LONGEST_CODE = 255
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[([^\]]*)\]|(.)', re.DOTALL)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|$)', re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_NO_NUMBERS = frozenset("ymdhseYMDHSE@/")
"""Signs of times, of texts, and of numbers that are shown in another way still."""

_ZEROS = re.compile(r"0{2,20}")


_MONEY = r"₸|тг|тенге|теңге|kzt|[$€₽¥£]|руб\w*|р|rub|usd|eur|сом|сум"
_PIECES = r"шт(?:ук[аи]?)?|ед|пар[аы]?|компл|дана|pcs?|pieces?|units?"
_HARMLESS = re.compile(rf"(?:{_MONEY}|{_PIECES}|[\s.,'’%+/])*", re.IGNORECASE)
"""What may stand beside a number without making another one of it."""


class _Section(NamedTuple):
    """What one part of a code does: literals before and behind the digits, and how these are scaled.

    Without `digits` it shows the literals alone.
    """

    before: str
    behind: str
    decimals: int
    is_grouped: bool
    factor: Decimal
    condition: tuple[str, Decimal] | None
    has_digits: bool

    @property
    def is_odd(self) -> bool:
        literal = f"{self.before} {self.behind}".strip()
        return self.factor != 1 or unit_of(literal) is not None

    @property
    def says_otherwise(self) -> bool:
        """Whether a number above zero looks like another one, as «(5)» and «5 из 10» do, or like none."""
        literal = f"{self.before} {self.behind}"
        return not self.has_digits or "+" in self.behind or _HARMLESS.fullmatch(literal) is None

    @property
    def is_other_money(self) -> bool:
        return other_money(f"{self.before} {self.behind}".strip())


def padded_width(code: str) -> int:
    """How many digits a whole number is shown with at least, where that is all that the format says."""
    return len(code) if _ZEROS.fullmatch(code) else 0


def is_odd(code: str) -> bool:
    """Whether some numbers are shown as others by this code."""
    sections = _sections(code)
    if any(one is not None and (one.is_odd or one.is_other_money) for one in sections):
        return True
    has_conditions = any(one is not None and one.condition for one in sections)
    above_zero = sections if has_conditions else sections[:1]
    return any(one is not None and one.says_otherwise for one in above_zero)


def shown_otherwise(code: str, number: float, *, is_price: bool) -> str | None:
    """What is shown instead of the number, perhaps nothing; None where it is shown as it is.

    Another currency only matters to a price.
    """
    section = _section_of(_sections(code), Decimal(repr(number)))
    if section is None:
        return None
    is_odd = section.is_odd or (number > 0 and section.says_otherwise)
    if not is_odd and not (is_price and section.is_other_money):
        return None
    if not section.has_digits:
        return section.before.strip()
    value = abs(Decimal(repr(number))) * section.factor
    rounded = value.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP)
    digits = f"{rounded:,f}".replace(",", " ") if section.is_grouped else f"{rounded:f}"
    sign = "-" if number < 0 else ""
    return f"{sign}{section.before}{digits}{section.behind}".strip()


def _section_of(sections: Sequence[_Section | None], number: Decimal) -> _Section | None:
    """The part of a code that shows this number: by conditions, else the first for those above zero."""
    for one in sections:
        if one is not None and one.condition and _holds(number, *one.condition):
            return one
    plain = [one for one in sections if one is None or not one.condition]
    place = 0
    if len(plain) == len(sections):
        place = 1 if number < 0 < len(plain) - 1 else 2 if number == 0 and len(plain) > 2 else 0
    return plain[place] if plain else None


def _holds(number: Decimal, sign: str, limit: Decimal) -> bool:
    below, equal = number < limit, number == limit
    return {
        "<": below,
        "<=": below or equal,
        "=": equal,
        "<>": not equal,
        ">": not below and not equal,
        ">=": not below,
    }[sign]


@lru_cache(maxsize=1000)
def _sections(code: str) -> Sequence[_Section | None]:
    """The parts of a code; None for one of dates or texts, or that shows numbers in a way of its own."""
    if len(code) > LONGEST_CODE or code.casefold() == "general":
        return ()
    parts: list[str] = _SECTION.findall(code)
    return [_section(part) for part in parts[:-1][:4]]


def _section(part: str) -> _Section | None:
    literals, digits = ["", ""], ""
    condition: tuple[str, Decimal] | None = None
    percents = 0
    for quoted, escaped, currency, bracket, sign in _TOKEN.findall(part):
        if bracket:
            if limit := _CONDITION.fullmatch(bracket):
                condition = limit[1], Decimal(limit[2])
        elif sign and sign in "0#?.,":
            digits += sign
        elif sign and sign in _NO_NUMBERS:
            return None
        else:
            percents += sign == "%"
            literals[bool(digits)] += quoted or escaped or currency or sign
    has_digits = any(mark in digits for mark in "0#?")
    factor = Decimal(100) ** percents / Decimal(1000) ** _scaling(digits)
    decimals = len(digits.partition(".")[2].replace(",", ""))
    grouped = "," in digits.rstrip(",.")
    return _Section(literals[0], literals[1], decimals, grouped, factor, condition, has_digits)


def _scaling(digits: str) -> int:
    """Commas directly behind the digits before or behind the point divide by thousand each."""
    whole, _, decimals = digits.partition(".")
    return len(whole) - len(whole.rstrip(",")) + len(decimals) - len(decimals.rstrip(","))
