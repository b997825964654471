"""Cells of sizes: to a size, or to a doubt that the known sizes of the product may settle."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import time, timedelta
from functools import lru_cache
from typing import NamedTuple

from app.domain.lookalikes import as_latin_letters
from app.domain.size_names import find_size_name
from app.domain.text import translate
from app.spreadsheet.amounts import error_value, is_error_value, several_sizes
from app.spreadsheet.articles import MOST_SIGNS
from app.spreadsheet.cell_text import TRUTH, cell_text
from app.spreadsheet.excel_dates import likeliest, sizes_of_date
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.odd_looks import looks_odd
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_words import is_letter_size, is_size
from app.spreadsheet.written_amounts import plain_line, read_amounts

_BETWEEN = re.compile(r"[,;|]\s|\s?[/|]\s?|\s-\s")


class DoubtfulSize(NamedTuple):
    """A text that may be one of other sizes, likeliest first, because of its flaw."""

    was: str
    candidates: tuple[str, ...]
    flaw: Flaw

    def settled(self, known: Collection[str]) -> str | Finding[str]:
        """The size, or what it may be; `known` are the sizes of its product."""
        return _settled(self, tuple(known))

    def as_heading(self, taken: str) -> Finding[str]:
        """A date over a column is taken for this size; another one can be chosen for the column."""
        text = translate("Check", "Excel made the date {was} of a size, most likely of {right}.")
        return Finding(Level.WARNING, Flaw.DATE_SIZE, text.format(was=self.was, right=taken), None, taken)


@lru_cache(maxsize=4096)
def _settled(doubt: DoubtfulSize, known: tuple[str, ...]) -> str | Finding[str]:
    was = doubt.was
    if was in known:
        return was
    if doubt.flaw is Flaw.DATE_SIZE:
        right = likeliest(doubt.candidates, known)
        text = translate("Check", "Excel made the date {was} of a size, most likely of {right}.")
        return error(Flaw.DATE_SIZE, text.format(was=was, right=right), right)
    found = find_size_name(was, known)
    right = doubt.candidates[0] if found is None else known[found]
    text = (
        translate("Check", "Cyrillic letters look like {right} in the size {was}.")
        if doubt.flaw is Flaw.MIXED_LETTERS
        else translate("Check", "In “{was}” only {right} is a size.")
    )
    return Finding(Level.WARNING, doubt.flaw, text.format(was=was, right=right), right, was)


def read_size(cell: Cell) -> str | DoubtfulSize | Finding[str] | None:
    """The size in the cell; None where it is empty."""
    text = cell_text(cell)
    if not text:
        return None
    if candidates := sizes_of_date(cell):
        return DoubtfulSize(text, candidates, Flaw.DATE_SIZE)
    if isinstance(cell, time | timedelta) or text in TRUTH:
        words = translate("Check", "{was} is not a size. Excel may have changed what was typed.")
        return error(Flaw.NOT_A_NAME, words.format(was=text))
    if is_error_value(text):
        return error_value(text)
    odd = looks_odd(text)
    if odd and (odd.flaw is Flaw.STRUCK_IN_PART or is_size(odd.proposed or "")):
        return odd
    if len(text) > MOST_SIGNS:
        return error(Flaw.TOO_LONG, translate("Check", "A size has at most 200 characters."))
    if len(read_amounts(plain_line(text))) > 1:
        return several_sizes(text)
    latin = text if text.isascii() else as_latin_letters(text)
    if latin != text and is_letter_size(latin):
        return DoubtfulSize(text, (latin,), Flaw.MIXED_LETTERS)
    return _among_words(text) or text


def _among_words(text: str) -> DoubtfulSize | None:
    """«42, красный» and “Red / S”: one part is a size, the others are words."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    sizes = [part for part in parts if is_size(part)]
    if len(parts) < 2 or len(sizes) != 1 or is_size(text):
        return None
    return DoubtfulSize(text, (sizes[0],), Flaw.SIZE_AMONG_WORDS)
