"""Cells of pieces and of prices: to an exact number, or to what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Never

from typing_extensions import override

from app.domain.money import HIGHEST_PRICE, MOST_PIECES, grouped, plain_signs, without_currency
from app.domain.text import Text, translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.ditto import is_ditto
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.numbers import Doubtful, Number, Reading, parse_number, without_units
from app.spreadsheet.odd_looks import looks_odd
from app.spreadsheet.sheet import Cell
from app.spreadsheet.units import other_money
from app.spreadsheet.written_amounts import plain_line, read_amounts

_ROUNDING = Decimal("0.000001")
"""So far from a round number a formula's result is still meant to be one."""

_NOTHING = frozenset(
    {
        *("-", "--", "---", "нет", "нету", "нет в наличии", "отсутствует", "нет данных", "пусто", "жоқ"),
        *("no", "none", "nil", "n/a", "na", "н/д", "х", "x"),
    }
)
_YES_NO = frozenset({"true", "false", "истина", "ложь", "да", "yes", "иә"})
_ERROR = re.compile(r"#(?:N/A|Н/Д|[A-ZА-Я]+(?:/0)?[!?])")
_PERCENT = re.compile(r"[-+]?[\d., ]+ ?%")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}.*")
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e[-+]?\d{1,2}", re.IGNORECASE)
_PENCE = re.compile(r"(?<=\d{3})[-=]00$")
_INEXACT = re.compile(
    r"(?:[<>]=?|[≥≤~≈]|(?:не )?(?:более|больше|менее|меньше|свыше|около|от|до)\b"
    r"|more than|over|under|about) ?(.+)|(.+?) ?\+",
    re.IGNORECASE,
)


def is_error_value(text: str) -> bool:
    """Whether the cell shows what Excel writes where a formula failed: #N/A, #ССЫЛКА!."""
    return text.startswith("#") and _ERROR.fullmatch(text) is not None


def says_nothing(text: str) -> bool:
    """Whether the text stands for no number at all: «нет», «-», or a failed formula."""
    plain = plain_signs(text)
    return plain.casefold() in _NOTHING or is_error_value(plain)


class AmountReader:
    """Reads the cells of one column, and remembers what they show of its decimal mark."""

    def __init__(self, reading: Reading | None, without_words: Callable[[str], str], example: Text) -> None:
        self._reading = reading
        self._without_words = without_words
        self._example = example
        self.shown: set[Reading] = set()
        self.decimals: set[int] = set()  # how many the numbers have that show it
        self.doubtful: dict[str, Doubtful] = {}
        self.is_mixed = False  # the column has numbers in doubt with either mark: no answer fits all

    def read(self, cell: Cell) -> Decimal | Finding[Never] | None:
        """The number in the cell; None where it is empty."""
        match cell:
            case bool():
                return self._read_text(cell_text(cell))
            case int():
                return Decimal(cell)
            case float():
                return _decimal(cell) if isfinite(cell) else self._nonsense(repr(cell))
            case str():
                return self._read_text(plain_signs(cell).removeprefix("'"))
            case date() | time() | timedelta():
                return error(Flaw.DATE, _date_instead(cell_text(cell), self._example))

    def _read_text(self, plain: str) -> Decimal | Finding[Never] | None:
        if not plain:
            return None
        match parse_number(self._without_words(plain)):
            case Number(value, shows, decimals):
                if shows:
                    self.shown.add(shows)
                    self.decimals.add(decimals)
                return value
            case Doubtful() as doubt:
                return self._read_doubtful(plain, doubt)
            case None:
                return self._why_not(plain)

    def _read_doubtful(self, plain: str, doubt: Doubtful) -> Decimal | Finding[Never]:
        self.doubtful.setdefault(plain, doubt)
        if self._reading:
            return self._read_as_said(plain, doubt, self._reading)
        text = translate("Check", "“{was}” may be {first} or {second}. Say once how this column is meant.")
        low, high = sorted((doubt.with_comma, doubt.with_point), key=abs)
        decimal = f"{low.normalize():f}".replace(".", "." if "," in plain else ",")
        return error(Flaw.AMBIGUOUS, text.format(was=plain, first=high, second=decimal))

    def _read_as_said(self, plain: str, doubt: Doubtful, reading: Reading) -> Decimal | Finding[Never]:
        value = doubt.read(reading)
        if not self.is_mixed or value == doubt.whole:
            return value
        text = translate("Check", "“{was}” has another mark than other numbers here. Type it without one.")
        return error(Flaw.AMBIGUOUS, text.format(was=plain), str(doubt.whole))

    def _why_not(self, plain: str) -> Finding[Never]:
        folded = plain.casefold()
        if odd := looks_odd(plain):
            return odd
        if is_ditto(plain):
            text = translate("Check", "“{was}” stands for the number above. Type the number itself.")
            return error(Flaw.DITTO, text.format(was=plain))
        if len(read_amounts(plain_line(plain))) > 1:
            return several_sizes(plain)
        if folded in _NOTHING:
            return self._nothing(plain)
        if folded in _YES_NO:
            return error(Flaw.YES_NO, self._not_a_number(plain))
        if is_error_value(plain):
            return error_value(plain)
        if _PERCENT.fullmatch(plain):
            text = translate("Check", "“{was}” is a percentage. {example}")
            return error(Flaw.PERCENT, text.format(was=plain, example=self._example))
        if _DATE.fullmatch(plain):
            return error(Flaw.DATE, _date_instead(plain, self._example))
        if _SCIENTIFIC.fullmatch(plain):
            return self._scientific(plain)
        return self._inexact(plain) or self._nonsense(plain)

    def _nothing(self, plain: str) -> Finding[Never]:
        text = translate("Check", "“{was}” is not a number. If there are none, write 0.")
        return error(Flaw.NOTHING_WORD, text.format(was=plain), "0")

    def _scientific(self, plain: str) -> Finding[Never]:
        text = translate("Check", "Excel shortened the number to {was}. Write it in full.")
        value = Decimal(plain.replace(",", "."))
        whole = f"{value:f}" if value == value.to_integral_value() else None
        return error(Flaw.SCIENTIFIC, text.format(was=plain), whole)

    def _inexact(self, plain: str) -> Finding[Never] | None:
        found = _INEXACT.fullmatch(plain)
        number = parse_number(self._without_words(found[1] or found[2])) if found else None
        if not isinstance(number, Number):
            return None
        text = translate("Check", "“{was}” is not exact. Write one number, for example {number}.")
        return error(Flaw.INEXACT, text.format(was=plain, number=number.value), str(number.value))

    def _nonsense(self, was: str) -> Finding[Never]:
        return error(Flaw.NOT_A_NUMBER, self._not_a_number(was))

    def _not_a_number(self, was: str) -> Text:
        return translate("Check", "“{was}” is not a number. {example}").format(
            was=was, example=self._example
        )


class PiecesReader(AmountReader):
    """Whole pieces from 0 on."""

    def __init__(self, reading: Reading | None, *, is_count: bool) -> None:
        example = translate("Check", "Pieces are a whole number, for example 2.")
        super().__init__(reading, without_units, example)
        self._is_count = is_count

    def pieces(self, cell: Cell) -> int | Finding[int] | None:
        """The pieces in the cell; None where it is empty."""
        if type(cell) is float and cell.is_integer() and 0 <= cell <= MOST_PIECES:
            return int(cell)
        number = self.read(cell)
        if number is None:
            return None
        if isinstance(number, Finding):
            return number if self._is_count else _none_come_or_go(number)
        whole = round(number) if abs(number) <= MOST_PIECES * 10 else int(number)
        if abs(number - whole) > _ROUNDING:
            text = translate("Check", "{was} is not whole. {example}")
            return error(Flaw.FRACTION, text.format(was=cell_text(cell), example=self._example))
        return self._in_range(whole, cell)

    def _in_range(self, whole: int, cell: Cell) -> int | Finding[int]:
        if whole < 0:
            return self._below_zero(whole, cell)
        if whole > MOST_PIECES:
            text = translate("Check", "{was} is more than {most} pieces. Look whether the column is right.")
            return error(Flaw.TOO_HIGH, text.format(was=cell_text(cell), most=grouped(MOST_PIECES)))
        return whole

    def _below_zero(self, whole: int, cell: Cell) -> Finding[int]:
        if self._is_count:
            text = translate("Check", "There cannot be {was} pieces. If there are none, write 0.")
            return error(Flaw.BELOW_ZERO, text.format(was=cell_text(cell)), "0")
        text = translate(
            "Check", "{was} is below zero. Import what goes the other way apart, or write {right}."
        )
        return error(Flaw.BELOW_ZERO, text.format(was=cell_text(cell), right=-whole), str(-whole))


class PriceReader(AmountReader):
    """Prices above zero with at most two decimals."""

    def __init__(self, reading: Reading | None) -> None:
        example = translate("Check", "A price is a number, for example 76 000 or 76 000,50.")
        super().__init__(reading, _without_pence, example)

    def price(self, cell: Cell) -> Decimal | Finding[Decimal] | None:
        """The price in the cell; None where it is empty."""
        number = self.read(cell)
        if number is None or isinstance(number, Finding):
            return number
        price = self._in_range(number, cell)
        if isinstance(price, Decimal) and isinstance(cell, str) and other_money(cell.strip()):
            text = translate("Check", "“{was}” is another currency. Polka sends the number as it stands.")
            return Finding(Level.WARNING, Flaw.UNIT, text.format(was=cell_text(cell)), None, price)
        return price

    def _in_range(self, number: Decimal, cell: Cell) -> Decimal | Finding[Never]:
        if number == 0:
            text = translate("Check", "A price cannot be zero. Leave the cell empty.")
            return error(Flaw.ZERO_PRICE, text, "")
        if number < 0:
            return error(Flaw.BELOW_ZERO, translate("Check", "A price cannot be below zero."))
        if number >= HIGHEST_PRICE:
            text = translate("Check", "The price {was} is too high. Look whether the column is right.")
            return error(Flaw.TOO_HIGH, text.format(was=cell_text(cell)))
        rounded = number.quantize(Decimal("0.01"))
        if abs(number - rounded) > _ROUNDING:
            text = translate("Check", "{was} has more than two decimals. Write {right}.")
            return error(Flaw.DECIMALS, text.format(was=cell_text(cell), right=rounded), str(rounded))
        return number if number == rounded else rounded

    @override
    def _nothing(self, plain: str) -> Finding[Never]:
        text = translate("Check", "“{was}” is not a price. Leave the cell empty where there is none.")
        return error(Flaw.NOTHING_WORD, text.format(was=plain), "")


def _without_pence(plain: str) -> str:
    """«41 500-00» as invoices write it, and without the currency."""
    return _PENCE.sub("", without_currency(plain))


def _decimal(number: float) -> Decimal:
    return Decimal(int(number)) if number.is_integer() else Decimal(repr(number))


def _none_come_or_go(found: Finding[Never]) -> Finding[int]:
    """«Нет» among pieces that come or go is nothing; among those that are there it may not be."""
    if found.flaw is not Flaw.NOTHING_WORD:
        return found
    return Finding(Level.NOTE, found.flaw, translate("Check", "Read as 0."), None, 0)


def _date_instead(was: str, example: Text) -> Text:
    return translate("Check", "{was} is a date. {example}").format(was=was, example=example)


def several_sizes(was: str) -> Finding[Never]:
    """«S-3, M-5» in one cell."""
    text = translate(
        "Check", "“{was}” is several sizes at once. Give each a row of its own, its number beside it."
    )
    return error(Flaw.SEVERAL_SIZES, text.format(was=was))


def error_value(was: str) -> Finding[Never]:
    """A formula failed in this cell."""
    text = translate("Check", "The formula in this cell failed: {was}. Type the value.")
    return error(Flaw.ERROR_VALUE, text.format(was=was))
