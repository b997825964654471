"""How a file is known again that came back from an import: by names in the workbook that nobody sees.

Excel and LibreOffice keep them, and move them when a person inserts columns or sorts rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.reading.book import Advance, Limits
from app.spreadsheet.reading.excel_parts import ExcelParts, Tab
from app.spreadsheet.reading.kinds import ZIP
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.package import Package
from app.spreadsheet.reading.places import column_number
from app.spreadsheet.report.results import HEADINGS, RowResult
from app.spreadsheet.sheet import Cell, Sheet

WORKBOOK = "xl/workbook.xml"
"""The entry of an xlsx that has its names."""

PLACE = "PolkaImport"
"""The name of the cells of our headings."""

DONE = "PolkaImportDone"
"""How the names begin of the words in the first of our columns that say that nothing is left to do."""

_RANGE = re.compile(r"(.*)!\$([A-Z]{1,3})\$(\d{1,7}):\$([A-Z]{1,3})\$(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Mark:
    """Our columns in a sheet: the first of them and their headings' row, counted from 1."""

    column: int
    row: int
    done: frozenset[str]


def read_mark(path: Path, sheet: int = 0, advance: Advance = lambda _done, _total: None) -> Mark | None:
    """The mark of an earlier import in this sheet, counted from 0; None where there is none.

    Only xlsx keeps it. Raises `SpreadsheetError` as `open_book` does.
    """
    return read_marks(path, advance).get(sheet)


def read_marks(path: Path, advance: Advance = lambda _done, _total: None) -> Mapping[int, Mark]:
    """The same of all sheets that have one, by their places."""
    original = Original(path)
    if not original.beginning(4).startswith(ZIP):
        return {}
    package = Package(original, Limits(), advance)
    if WORKBOOK not in package.sizes:
        return {}
    tabs = ExcelParts(package, WORKBOOK).tabs
    workbook = ET.fromstring(package.part(WORKBOOK))  # noqa: S314 - the package refuses declarations
    marks = ((place, _mark(tab, workbook)) for place, tab in enumerate(tabs))
    return {place: mark for place, mark in marks if mark is not None}


def mark_of(tab: Tab, package: Package) -> Mark | None:
    """The same of an opened workbook."""
    return _mark(tab, ET.fromstring(package.part(WORKBOOK)))  # noqa: S314 - as above


def _mark(tab: Tab, workbook: ET.Element) -> Mark | None:
    names = _names(tab, workbook)
    place = _RANGE.fullmatch(names.get(PLACE, ""))
    if place is None:
        return None
    words = (value for name, value in names.items() if name.startswith(DONE))
    done = frozenset(word[1:-1].replace('""', '"') for word in words)
    return Mark(column_number(place[2].encode()), int(place[3]), done)


def _names(tab: Tab, workbook: ET.Element) -> dict[str, str]:
    """Names of this sheet, and those of the workbook where it has none of its own."""
    found: dict[str, str] = {}
    for element in workbook.iter():
        if element.tag.rpartition("}")[2] != "definedName":
            continue
        scope = element.get("localSheetId")
        if scope == str(tab.index):
            found[element.get("name", "")] = element.text or ""
        elif scope is None:
            found.setdefault(element.get("name", ""), element.text or "")
    return found


def without_ours(rows: Sequence[Sequence[Cell]], mark: Mark) -> list[list[Cell]]:
    """First rows as they were before, for guessing a layout: our columns hold nothing to import."""
    ours = range(mark.column - 1, mark.column - 1 + len(HEADINGS))
    return [["" if place in ours else cell for place, cell in enumerate(row)] for row in rows]


def done_rows(sheet: Sheet, mark: Mark) -> set[int]:
    """Rows of the file that an earlier import took care of; all others are left to do, new ones too."""
    status = mark.column - 1
    return {
        number
        for number, row in enumerate(sheet.rows(), 1)
        if number > mark.row and len(row) > status and cell_text(row[status]) in mark.done
    }


def names_to_give(
    sheet: str,
    mark_row: int,
    letters: tuple[str, str],
    results: Mapping[int, RowResult],
    before: Mark | None,
) -> dict[str, str]:
    """Names and what they are of, as Excel writes it. `letters` are those of our first and last columns.

    Words that rows have which are left to do are no words of done ones.
    """
    left = {result.status for result in results.values() if result.outcome.is_left}
    done = {result.status for result in results.values() if not result.outcome.is_left}
    words = sorted((done | (before.done if before else set())) - left)
    quoted = sheet.replace("'", "''")
    first, last = letters
    names = {PLACE: f"'{quoted}'!${first}${mark_row}:${last}${mark_row}"}
    for number, word in enumerate(words, 1):
        names[f"{DONE}{number}"] = '"{}"'.format(word.replace('"', '""'))
    return names
