"""Which sheet of a workbook is meant: not always the first, which may be a page of instructions."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.services.import_views import ImportDraft
from app.services.importing import guess
from app.services.shop import Shop
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.meaning import absent_kinds
from app.spreadsheet.reading.book import Book, BookSheet
from app.spreadsheet.synonyms import EXPLANATIONS

MOST_LOOKED_AT = 30
"""Sheets; somebody who has more says which one is meant."""


def chosen_sheet(book: Book, draft: ImportDraft) -> BookSheet:
    """The one that was chosen. Raises `SpreadsheetError` where the workbook has it no longer."""
    if draft.sheet >= len(book.sheets):
        raise SpreadsheetError(
            translate("Import", "{name} has no sheet {number} any more.").format(
                name=draft.path.name, number=draft.sheet + 1
            ),
            translate("Import", "Put the sheet back, or choose the file anew."),
        )
    return book.sheets[draft.sheet]


def fitting_sheets(shop: Shop, book: Book) -> Sequence[int]:
    """The places of the sheets that are not hidden and have headings that are understood, from 0."""
    found: list[int] = []
    for place, sheet in enumerate(book.sheets[:MOST_LOOKED_AT]):
        if not sheet.is_hidden and sheet.name.strip().casefold() not in EXPLANATIONS:
            guessed = guess(shop, sheet)
            absent = set(absent_kinds(guessed.layout, guessed.meaning)) - {
                ColumnKind.ALL_PLACES
            }  # it is asked
            if guessed.layout.header and not absent:
                found.append(place)
    return found


def likely_sheets(shop: Shop, book: Book) -> Sequence[int]:
    """The sheets that fit, the one that is taken before the others; else the first that is not hidden."""
    visible = [place for place, sheet in enumerate(book.sheets) if not sheet.is_hidden]
    if len(visible) < 2:
        return visible or [0]
    return fitting_sheets(shop, book) or visible[:1]


def likely_sheet(shop: Shop, book: Book) -> int:
    """The one that is taken where nobody says which."""
    return likely_sheets(shop, book)[0]
