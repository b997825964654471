"""Prices and quantities as people type them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from app.domain.errors import InvalidValueError
from app.domain.text import Text, translate

MOST_PIECES = 1_000_000
HIGHEST_PRICE = Decimal(10) ** 12

_CURRENCY = r"(?:₸|тг\.?|тенге|kzt|₽|руб\.?|р\.?|rub|\$|€)"
_AROUND_PRICE = re.compile(rf"^{_CURRENCY} ?|(?<=\d) ?{_CURRENCY}$", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:(?P<mark>[.,' ])\d{3})(?:(?P=mark)\d{3})*")


def grouped(number: int) -> str:
    """A whole number as sentences for a person have it, in any language: 1 000 000."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def parse_quantity(text: str, most: int = MOST_PIECES) -> int:
    """Whole pieces from 1 to `most`. Raises `InvalidValueError` with what is wrong."""
    plain = plain_signs(text)
    in_groups = _GROUPED.fullmatch(plain)
    if in_groups and in_groups["mark"] == " ":
        plain = plain.replace(" ", "")
    if not plain.isdecimal():
        raise _invalid(_why_no_quantity(plain))
    plain = plain.lstrip("0") or "0"
    # Longer numbers than that are refused before int() has to read them.
    if len(plain) > len(str(most)) or int(plain) > most:
        raise _invalid(translate("Value", "That is more than {most} pieces.").format(most=grouped(most)))
    if plain == "0":
        raise _invalid(translate("Value", "Zero pieces change nothing. Clear the cell instead."))
    return int(plain)


def parse_count(text: str) -> int:
    """Whole pieces from 0 on, as a stock is read off. Raises `InvalidValueError` with what is wrong."""
    plain = plain_signs(text)
    return 0 if plain and not plain.strip("0") else parse_quantity(plain)


def _why_no_quantity(plain: str) -> Text:
    if re.fullmatch(r"- ?\d+", plain):
        return translate("Value", "Type the quantity without a minus: the action says the direction.")
    if re.fullmatch(r"\d+[.,]\d+", plain):
        return translate("Value", "Pieces are whole: 1, 2, 3.")
    return translate("Value", "The quantity is a whole number, for example 2.")


def parse_price(text: str) -> Decimal:
    """An exact price above zero with at most two decimals.

    Reads “76 000,50”, “76,000.50” and “76 000 ₸”. Raises `InvalidValueError` with what is wrong.
    """
    plain = without_currency(plain_signs(text))
    if plain.startswith("-"):
        raise _invalid(translate("Value", "A price cannot be below zero."))
    price = _decimal(_ungrouped(plain))
    if price == 0:
        raise _invalid(translate("Value", "A price cannot be zero."))
    if price >= HIGHEST_PRICE:
        raise _invalid(translate("Value", "That price is too high to be right."))
    return price


def without_currency(plain: str) -> str:
    """The number of “76 000 ₸” or “$5”."""
    return _AROUND_PRICE.sub("", plain)


def plain_signs(text: str) -> str:
    """The text with everyday signs for digits, minus, apostrophe and space, and no invisible ones."""
    everyday = text if text.isascii() else "".join(map(_everyday, text))
    return " ".join(everyday.split())


def _everyday(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return "" if unicodedata.category(sign) == "Cf" else _EVERYDAY.get(sign, sign)


_EVERYDAY = dict(zip("−–—’，．٬٫", "---',.,.", strict=True))


def _ungrouped(plain: str) -> str:
    """The digits with a point as the decimal mark, without group marks."""
    whole, mark, decimals = plain, "", ""
    if found := re.fullmatch(r"(.*?)([.,])(\d{1,2})", plain):
        whole, mark, decimals = found.groups()
    if not whole.isdecimal():
        in_groups = _GROUPED.fullmatch(whole)
        # The same mark cannot both part groups and decimals; one lone mark before three digits,
        # as in 76.000, could be either and is not guessed.
        if in_groups is None or in_groups["mark"] == mark:
            raise _no_price(plain)
        if not mark and in_groups["mark"] in {".", ","} and whole.count(in_groups["mark"]) == 1:
            raise _no_price(plain) if whole.startswith("0") else _doubtful(plain)
        whole = re.sub(r"\D", "", whole)
    return f"{whole}.{decimals}" if decimals else whole


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(r"\d+(\.\d{1,2})?", text, re.ASCII):
        raise _no_price(text)
    return Decimal(text)


def _doubtful(plain: str) -> InvalidValueError:
    return _invalid(
        translate("Value", "Is “{text}” thousands or decimals? Type 76 000 or 76,50.").format(text=plain)
    )


def _no_price(plain: str) -> InvalidValueError:
    if re.fullmatch(r"[\d ]+[.,]\d{3,}", plain):
        return _invalid(translate("Value", "A price has at most two decimals, for example 76 000,50."))
    return _invalid(translate("Value", "A price is a number, for example 76 000 or 76 000,50."))


def _invalid(title: Text) -> InvalidValueError:
    return InvalidValueError(title, translate("Value", "The old value stays."))
