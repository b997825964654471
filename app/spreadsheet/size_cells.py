"""Cells of sizes: to a size, or to a doubt that the known sizes of the product may settle."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time, timedelta
from typing import NamedTuple

from app.domain.lookalikes import as_latin_letters
from app.domain.size_names import find_size_name
from app.domain.text import translate
from app.spreadsheet.amounts import error_value, is_error_value
from app.spreadsheet.articles import MOST_SIGNS
from app.spreadsheet.cell_text import TRUTH, cell_text
from app.spreadsheet.excel_dates import likeliest, sizes_of_date
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_words import is_letter_size


class DoubtfulSize(NamedTuple):
    """A text that may be one of other sizes; `is_date`: it cannot be what it is now."""

    was: str
    candidates: tuple[str, ...]
    is_date: bool

    def settled(self, known: Collection[str]) -> str | Finding[str]:
        """The size, or what it may be; `known` are the sizes of its product."""
        if self.was in known:
            return self.was
        if self.is_date:
            right = likeliest(self.candidates, tuple(known))
            text = translate("Check", "Excel made the date {was} of a size, most likely of {right}.")
            return error(Flaw.DATE_SIZE, text.format(was=self.was, right=right), right)
        names = tuple(known)
        found = find_size_name(self.was, names)
        right = self.candidates[0] if found is None else names[found]
        text = translate("Check", "Cyrillic letters look like {right} in the size {was}.")
        return Finding(
            Level.WARNING, Flaw.MIXED_LETTERS, text.format(was=self.was, right=right), right, self.was
        )


def read_size(cell: Cell) -> str | DoubtfulSize | Finding[str] | None:
    """The size in the cell; None where it is empty."""
    text = cell_text(cell)
    if not text:
        return None
    if candidates := sizes_of_date(cell):
        return DoubtfulSize(text, candidates, is_date=True)
    if isinstance(cell, time | timedelta) or text in TRUTH:
        words = translate("Check", "{was} is not a size. Excel may have changed what was typed.")
        return error(Flaw.NOT_A_NAME, words.format(was=text))
    if is_error_value(text):
        return error_value(text)
    if len(text) > MOST_SIGNS:
        return error(Flaw.TOO_LONG, translate("Check", "A size has at most 200 characters."))
    latin = text if text.isascii() else as_latin_letters(text)
    if latin != text and is_letter_size(latin):
        return DoubtfulSize(text, (latin,), is_date=False)
    return text
