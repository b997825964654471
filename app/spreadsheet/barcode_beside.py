"""Barcodes beside articles: they name the same thing, or one of the two is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.size_names import find_size_name
from app.domain.text import translate
from app.spreadsheet.articles import plain_name
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.known import Known
from app.spreadsheet.places import Places
from app.spreadsheet.sheet import Cell


class BarcodeBeside:
    """Compares the barcode of a row with the article and the size that the row names."""

    def __init__(self, place: int, known: Known) -> None:
        self.place = place
        self._known = known

    def look(self, row: Sequence[Cell], article: str, size: str) -> Finding[object] | None:
        """What is wrong; an error where the two name different things. An empty `size` is not compared."""
        code = plain_name(row[self.place])
        if isinstance(code, Finding):
            is_known = article in self._known.sizes
            return replace(code, level=Level.NOTE if is_known else Level.WARNING)
        meant = None if code is None else self._known.of_barcode(code)
        if meant is None:
            return None
        if meant[0] != article:
            if meant[0] in {self._known.like(article), self._known.with_zeros(article)}:
                return None  # that it is only almost the article is told of the article
            text = translate("Check", "The barcode {code} is of {right}, the row says {was}. Correct one.")
            return error(Flaw.OTHER_BARCODE, text.format(code=code, right=meant[0], was=article))
        if size and meant[1] != size and find_size_name(size, [meant[1]]) is None:
            text = translate(
                "Check", "The barcode {code} is of size {right}, the row says {was}. Correct one."
            )
            return error(Flaw.OTHER_BARCODE, text.format(code=code, right=meant[1], was=size))
        return None


def barcode_beside(places: Places, known: Known) -> BarcodeBeside | None:
    """None where no barcodes stand beside articles."""
    if places.barcode is None or places.by_barcode:
        return None
    return BarcodeBeside(places.barcode, known)
