"""A new workbook with rows of a sheet and our columns: of what is no xlsx, or of the failed rows alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties

from app.domain.errors import StorageError
from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.layout import Layout
from app.spreadsheet.reading.book import Advance, BookSheet
from app.spreadsheet.report.chosen_rows import ChosenRows, Row
from app.spreadsheet.report.mark import Mark, names_to_give
from app.spreadsheet.report.packing import copy_entry, new_package
from app.spreadsheet.report.results import WIDTHS, RowResult
from app.spreadsheet.report.row_xml import RowWriter
from app.spreadsheet.report.styles_edit import with_formats

MOST_ROWS = 1_048_576
"""More have no room in a sheet."""

_SHEET, _STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
_EMPTY = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
_SIZE = re.compile(rb"<dimension\b[^<>]*/>")
_TO_MEASURE = 50
_NARROWEST, _WIDEST = 8, 50
_ROWS_AT_ONCE = 1024
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def write_rewritten(
    sheet: BookSheet,
    part: Path,
    layout: Layout,
    results: Mapping[int, RowResult],
    headings: tuple[str, ...],
    advance: Advance,
    mark: Mark | None = None,
    *,
    only_failed: bool,
) -> None:
    """Write all rows at their places, or the header and the failed ones only.

    `mark`: our columns of an earlier time, which are replaced; rows without a result keep theirs. Raises
    `SpreadsheetError`, `StorageError`, OSError, and what `advance` raises.
    """
    rows = ChosenRows(sheet, layout, results, advance)
    count, last = rows.size()
    width = mark.column - 1 if mark else last
    head_row = len(layout.header) if only_failed else max(layout.header, default=0)
    head = sheet.head(_TO_MEASURE)[min(layout.header, default=1) - 1 :]
    widths = [*_widths(head, width), *WIDTHS]
    name = _NOT_IN_NAMES.sub(" ", sheet.name)[:_LONGEST_NAME].strip() or "Sheet1"
    ends = (get_column_letter(width + 1), get_column_letter(width + len(WIDTHS)))
    names = names_to_give(name, max(head_row, 1), ends, results, mark)
    frame = _frame(name, widths, head_row, rows.most_failed() if only_failed else count, names)
    styles, formats = with_formats(frame[_STYLES])
    writer = RowWriter(layout, results, headings, width, last, formats)
    chosen = rows.failed() if only_failed else rows.all()
    with new_package(part) as archive:
        for name, content in frame.items():
            if name == _SHEET:
                copy_entry(archive, name, _filled(content, writer, chosen))
            else:
                copy_entry(archive, name, [styles if name == _STYLES else content])


def _filled(frame: bytes, writer: RowWriter, rows: Iterable[tuple[int, Row]]) -> Iterator[bytes]:
    before, after = _EMPTY.split(_SIZE.sub(b"", frame))
    yield before + b"<sheetData>"
    written: list[bytes] = []
    for place, (number, row) in enumerate(rows, 1):
        if place > MOST_ROWS:
            raise StorageError(
                translate("Report", "These are more rows than an Excel sheet can have."),
                translate("Report", "Save the failed rows only."),
            )
        written.append(writer.row(place, number, row))
        if place % _ROWS_AT_ONCE == 0:
            yield b"".join(written)
            written.clear()
    yield b"".join(written) + b"</sheetData>" + after


def _frame(
    name: str, widths: Sequence[int], head_row: int, last_row: int, names: Mapping[str, str]
) -> dict[str, bytes]:
    """The entries of a workbook with an empty sheet."""
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = name
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if head_row:
        sheet.freeze_panes = f"A{head_row + 1}"
        sheet.auto_filter.ref = f"A{head_row}:{get_column_letter(len(widths))}{max(head_row, last_row)}"
    for key, value in names.items():
        sheet.defined_names[key] = DefinedName(key, attr_text=value, hidden=True)
    written = io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


def _widths(head: Sequence[Row], count: int) -> list[int]:
    longest = [_NARROWEST] * count
    for row in head:
        for place, cell in enumerate(row[:count]):
            longest[place] = max(longest[place], min(len(cell_text(cell)) + 2, _WIDEST))
    return longest
