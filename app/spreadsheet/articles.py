"""Cells of articles, barcodes and titles: to the text that was typed once, or to what Excel made of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Never

from app.domain.lookalikes import as_latin_letters, is_mixed
from app.domain.text import Text, translate
from app.spreadsheet.amounts import error_value, is_error_value
from app.spreadsheet.cell_text import MOST_EXACT, TRUTH, cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.inner_sizes import Parted
from app.spreadsheet.known import Known
from app.spreadsheet.odd_looks import looks_odd, struck_in_part
from app.spreadsheet.sheet import Cell
from app.spreadsheet.struck_text import STROKE

MOST_SIGNS = 200
"""The longest article that the catalogue takes."""

_SHORTENED = re.compile(r"(\d)[.,](\d+)E\+(\d{1,2})", re.IGNORECASE)
_HARMLESS = re.compile(r"'(?=[=+\-@\t\r\d])")
"""What exports and people write before a text that Excel would run or count with."""

_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
"""How text files keep Excel from taking the zeros of ="00123"."""


class ArticleReader:
    """Reads the cells of articles; what is not known is compared with what is.

    `part` takes a size off the end of an article where there may be one.
    """

    def __init__(self, known: Known, part: Callable[[str], Parted | None] | None = None) -> None:
        self._known, self._part = known, part

    def read(self, cell: Cell) -> str | Finding[str] | None:
        """The article in the cell; None where it is empty."""
        named = plain_name(cell)
        if not isinstance(named, str):
            return named
        if named in self._known.sizes:
            return named if isinstance(cell, str) else self._with_twin(named) or named
        parted = None if self._part is None else self._part(named)
        if parted is not None:
            named = parted.article
            if named in self._known.sizes:
                return named
        if isinstance(cell, float) and not cell.is_integer():
            return _lost_decimals(named)
        almost = self._almost_known(named) if self._known.sizes else None
        return almost or _mixed(named) or _raised(named) or named

    def _with_twin(self, named: str) -> Finding[str] | None:
        """1024 where there is 001024 too: a number with zeros before it by its format is both."""
        twin = self._known.with_zeros(named)
        if twin is None or twin == named:
            return None
        text = translate("Check", "There are {was} and {right}, and Excel keeps no zeros at the beginning.")
        return _instead(Flaw.LOST_ZEROS, text.format(was=named, right=twin), named, twin)

    def _almost_known(self, named: str) -> Finding[str] | None:
        if like := self._known.like(named):
            text = translate("Check", "There is no article {was}, but {right} looks the same.")
            return error(Flaw.ALMOST_KNOWN, text.format(was=named, right=like), like)
        if padded := self._known.with_zeros(named):
            text = translate(
                "Check", "There is no article {was}. Is it {right}? Excel keeps no zeros at the beginning."
            )
            return error(Flaw.LOST_ZEROS, text.format(was=named, right=padded), padded)
        if (bare := named.lstrip("0")) != named and bare in self._known.sizes:
            text = translate("Check", "There is no article {was}, only {right}: that one is taken.")
            return Finding(Level.WARNING, Flaw.LOST_ZEROS, text.format(was=named, right=bare), None, bare)
        if within := self._known.within(named):
            text = translate("Check", "There is no article “{was}”, but {right} is in it.")
            return error(Flaw.ALMOST_KNOWN, text.format(was=named, right=within), within)
        return None


def plain_name(cell: Cell) -> str | Finding[str] | None:
    """The text that names something, digits without a point; None where the cell is empty."""
    match cell:
        case str():
            return _from_text(_bare(cell_text(cell)))
        case bool() | date() | time() | timedelta():
            return _no_name(cell_text(cell))
        case int() | float():
            return _lost_digits(repr(cell)) if abs(cell) >= MOST_EXACT else cell_text(cell)


def _bare(text: str) -> str:
    if text.startswith("'"):
        return _HARMLESS.sub("", text, count=1)
    kept = _KEPT_AS_TEXT.fullmatch(text) if text.startswith("=") else None
    return kept[1].strip() if kept else text


def _from_text(text: str) -> str | Finding[str] | None:
    if not text:
        return None
    if text in TRUTH:
        return _no_name(text)
    if is_error_value(text):
        return error_value(text)
    if STROKE in text:
        return struck_in_part(text)
    if len(text) > MOST_SIGNS:
        return error(Flaw.TOO_LONG, translate("Check", "The article has 1 to 200 characters."))
    shortened = _SHORTENED.fullmatch(text)
    return _unshortened(text, shortened) if shortened else text


def _no_name(was: str) -> Finding[Never]:
    text = translate("Check", "{was} is not an article. Excel may have changed what was typed.")
    return error(Flaw.NOT_A_NAME, text.format(was=was))


def _unshortened(text: str, found: re.Match[str]) -> Finding[str]:
    """4,601234567893E+12 has all its digits, 4,60E+12 has lost them."""
    if len(found[2]) < int(found[3]):
        return _lost_digits(text)
    value = str(int(Decimal(f"{found[1]}.{found[2]}e{found[3]}")))
    words = translate("Check", "Excel shortened it to “{was}”; all its digits are there: {right}.")
    return Finding(Level.NOTE, Flaw.RESTORED, words.format(was=text, right=value), None, value)


def _lost_digits(was: str) -> Finding[Never]:
    text = translate("Check", "Excel shortened the number to {was}, its digits are lost. Type it.")
    return error(Flaw.LOST_DIGITS, text.format(was=was))


def _lost_decimals(named: str) -> Finding[str]:
    text = translate("Check", "Excel keeps {was} as a number; zeros at its end may be missing.")
    return Finding(Level.WARNING, Flaw.LOST_DECIMALS, text.format(was=named), None, named)


def _mixed(named: str) -> Finding[str] | None:
    if named.isascii() or not is_mixed(named):
        return None
    latin = as_latin_letters(named)
    text = translate("Check", "Cyrillic and Latin letters are mixed in {was}. In Latin ones it is {right}.")
    return _instead(Flaw.MIXED_LETTERS, text.format(was=named, right=latin), named, latin)


def _raised(named: str) -> Finding[str] | None:
    """A number of a note behind the article, or a part of its name."""
    odd = looks_odd(named)
    return odd and _instead(odd.flaw, odd.text, named, odd.proposed or named)


def _instead(flaw: Flaw, text: Text, value: str, proposed: str) -> Finding[str]:
    return Finding(Level.WARNING, flaw, text, proposed, value)
