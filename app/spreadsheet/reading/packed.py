"""Workbooks that are zip files: xlsx, xlsm, xlsb and ods, and what else may be packed under their names."""

from __future__ import annotations

import struct
from functools import partial

from app.domain.text import Text, translate
from app.spreadsheet.reading import complaints, kinds, ods_xml, sheet_xml, xlsb_records
from app.spreadsheet.reading.book import Book, FileKind, Seen
from app.spreadsheet.reading.excel_parts import ExcelParts, Tab
from app.spreadsheet.reading.package import Package
from app.spreadsheet.reading.workbook import MACROS, Cells, WorkbookSheet

OTHER_FILES = translate(
    "Spreadsheet", "The workbook refers to other files. Polka takes the values that were saved with it."
)

_XLSX, _XLSB, _ODS = "xl/workbook.xml", "xl/workbook.bin", "content.xml"
_BESIDE_SHEETS = ("/sharedStrings.xml", "/sharedStrings.bin", "/styles.xml", "/styles.bin")


def read_packed(package: Package, cells: Cells) -> Book:
    """The book that is packed, or the `SpreadsheetError` that says what is packed instead."""
    names = package.sizes
    if _XLSX in names:
        return _excel(package, cells, FileKind.XLSX, _XLSX)
    if _XLSB in names:
        return _excel(package, cells, FileKind.XLSB, _XLSB)
    if _ODS in names and b"spreadsheet" in package.part("mimetype"):
        return _open_document(package, cells)
    raise complaints.not_a_table(package.original.name, _what_else(package))


def _excel(package: Package, cells: Cells, kind: FileKind, workbook: str) -> Book:
    parts = ExcelParts(package, workbook)
    is_binary = kind is FileKind.XLSB
    sheets = [
        WorkbookSheet(
            cells,
            (tab.index, tab.name, tab.is_hidden),
            partial(_look_into_binary if is_binary else _look, package, cells, tab),
            None if is_binary else partial(parts.beginning, tab, limits=cells.limits),
        )
        for tab in parts.tabs
    ]
    return Book(kind, sheets, _notes(package))


def _look(package: Package, cells: Cells, tab: Tab) -> Seen:
    package.sift(*_BESIDE_SHEETS)
    size = package.sizes.get(tab.entry, 0)
    try:
        return sheet_xml.read_facts(lambda: package.pieces(tab.entry), size, cells.limits)
    except ValueError as error:
        raise complaints.broken(package.original.name) from error


def _look_into_binary(package: Package, cells: Cells, tab: Tab) -> Seen:
    del cells
    package.sift(*_BESIDE_SHEETS)
    try:
        return xlsb_records.read_facts(package.pieces(tab.entry))
    except (struct.error, IndexError) as error:
        raise complaints.broken(package.original.name) from error


def _open_document(package: Package, cells: Cells) -> Book:
    """All sheets are looked at before: calamine lays all of them out at once."""
    try:
        tabs = ods_xml.read_tabs(package.pieces(_ODS), cells.limits.rows)
    except ValueError as error:
        raise complaints.broken(package.original.name) from error
    for tab in tabs:
        cells.limits_hold(tab.rows, tab.columns)
    sheets = [
        WorkbookSheet(cells, (index, tab.name, tab.is_hidden), partial(_known, tab))
        for index, tab in enumerate(tabs)
    ]
    return Book(
        FileKind.ODS, sheets, [MACROS] if any(name.startswith("Basic/") for name in package.sizes) else []
    )


def _known(tab: ods_xml.OdsTab) -> Seen:
    return Seen(tab.facts, tab.rows, tab.columns)


def _notes(package: Package) -> list[Text]:
    notes: list[Text] = []
    if any(name.endswith("vbaProject.bin") for name in package.sizes):
        notes.append(MACROS)
    if any(name.startswith("xl/externalLinks/") for name in package.sizes):
        notes.append(OTHER_FILES)
    return notes


def _what_else(package: Package) -> Text:
    folders = {name.partition("/")[0] for name in package.sizes}
    if "word" in folders:
        return kinds.DOCUMENT
    if "ppt" in folders:
        return kinds.PRESENTATION
    return kinds.DOCUMENT if _ODS in package.sizes else kinds.ARCHIVE
