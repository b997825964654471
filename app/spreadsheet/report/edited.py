"""The same xlsx with our columns: only the sheet, its formats and the names of the workbook are touched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from app.spreadsheet.layout import Layout
from app.spreadsheet.reading import sheet_xml
from app.spreadsheet.reading.book import Advance, Limits
from app.spreadsheet.reading.excel_parts import ExcelParts, Tab
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.package import Package
from app.spreadsheet.report.cell_xml import day_number, number_cell, text_cell
from app.spreadsheet.report.mark import WORKBOOK, mark_of, names_to_give
from app.spreadsheet.report.packing import copy_entry, new_package
from app.spreadsheet.report.parts_edit import (
    CONTENT_TYPES,
    is_macro,
    with_filter_name,
    with_names,
    without_macros,
)
from app.spreadsheet.report.results import WIDTHS, RowResult
from app.spreadsheet.report.sheet_edit import Ours, edited, last_used, letters
from app.spreadsheet.report.sheet_frame import with_columns, with_filter
from app.spreadsheet.report.styles_edit import Format, Plain, UnusualError, with_formats

_STYLES = "xl/styles.xml"
_LINKS = "xl/_rels/workbook.xml.rels"


def write_edited(
    path: Path,
    part: Path,
    sheet: int,
    layout: Layout,
    results: Mapping[int, RowResult],
    headings: tuple[str, ...],
    advance: Advance,
) -> bool:
    """Write the workbook with our columns; returns whether it had macros, which are left out.

    Raises `UnusualError`, `SpreadsheetError`, OSError, and what `advance` raises.
    """
    editing = _Editing(path, sheet, layout, results, headings, advance)
    editing.write(part)
    return editing.has_macros


class _Editing:
    def __init__(
        self,
        path: Path,
        sheet: int,
        layout: Layout,
        results: Mapping[int, RowResult],
        headings: tuple[str, ...],
        advance: Advance,
    ) -> None:
        self._steps = _Steps(advance)
        self._package = Package(Original(path), Limits(), self._steps.advance)
        if not {WORKBOOK, _STYLES, _LINKS} <= self._package.sizes.keys():
            raise UnusualError
        self._tab = _tab(self._package, sheet)
        sizes = self._package.sizes
        self._steps.total = sum(sizes.values()) + sizes[self._tab.entry]
        self._results, self._headings = results, headings
        self._mark = mark_of(self._tab, self._package)
        self._row = self._mark.row if self._mark else max(layout.header, default=0)
        self.has_macros = any(map(is_macro, sizes))

    def write(self, part: Path) -> None:
        """Write every entry that stays, in the order of the original."""
        first = self._mark.column if self._mark else self._after_the_last()
        workbook = self._package.part(WORKBOOK)
        styles, formats = with_formats(self._package.part(_STYLES))
        cells = _Cells(self._results, self._headings, first, self._row, formats, is_1904=_is_1904(workbook))
        names = self._named(workbook, first)
        changed = {WORKBOOK: names, _STYLES: styles}
        for name in (CONTENT_TYPES, _LINKS):
            changed[name] = without_macros(name, self._package.part(name))
        with new_package(part) as archive:
            for name in self._package.sizes:
                if name == self._tab.entry:
                    copy_entry(archive, name, self._sheet(first, cells))
                elif not is_macro(name):
                    kept = changed.get(name)
                    copy_entry(archive, name, self._package.pieces(name) if kept is None else [kept])
        if cells.left:
            raise UnusualError

    def _after_the_last(self) -> int:
        last, rest = last_used(self._package.pieces(self._tab.entry))
        seen = sheet_xml.read_facts(lambda: [rest], len(rest), Limits())
        across = (area.right for area in seen.facts.merged if area.bottom >= self._row)
        return max([last, *across]) + 1

    def _named(self, workbook: bytes, first: int) -> bytes:
        last = letters(first + len(WIDTHS) - 1)
        ends = (letters(first).decode(), last.decode())
        names = names_to_give(self._tab.name, max(self._row, 1), ends, self._results, self._mark)
        workbook = with_filter_name(workbook, self._tab.index, self._row, last)
        return with_names(workbook, self._tab.index, names)

    def _sheet(self, first: int, cells: _Cells) -> Iterator[bytes]:
        last = first + len(WIDTHS) - 1
        ours = Ours(first, last, self._row, cells.of_row)
        held: bytes | None = None
        for number, text in enumerate(edited(self._package.pieces(self._tab.entry), ours)):
            self._steps.tell()
            if held is not None:
                yield held
            held = text if number else with_columns(text, first, WIDTHS)
        yield with_filter(held or b"", self._row, last)


class _Cells:
    """The XML of our cells of each row. `left`: how many rows with a result were not met yet."""

    def __init__(
        self,
        results: Mapping[int, RowResult],
        headings: tuple[str, ...],
        first: int,
        heading_row: int,
        formats: Mapping[Format, bytes],
        *,
        is_1904: bool,
    ) -> None:
        self._results, self._headings, self._heading_row = results, headings, heading_row
        self._columns = [letters(first + index) for index in range(len(WIDTHS))]
        self._formats = formats
        self._epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900
        self.left = len(results)

    def of_row(self, number: int, prefix: bytes, beside: bytes) -> bytes | None:
        """None where nothing is told of the row. `beside` is the style of the last of the headings."""
        if number == self._heading_row:
            style = (beside.strip(b"0") and beside) or self._formats[Plain.HEADING]
            pairs = zip(self._columns, self._headings, strict=True)
            return b"".join(
                text_cell(prefix, column + b"%d" % number, style, text) for column, text in pairs
            )
        result = self._results.get(number)
        if result is None:
            return None
        self.left -= 1
        places = (column + b"%d" % number for column in self._columns)
        status, reason, moment = places
        written = text_cell(prefix, status, self._formats[result.outcome], result.status)
        if result.reason:
            written += text_cell(prefix, reason, self._formats[Plain.TEXT], result.reason)
        if result.delivered_at:
            days = day_number(result.delivered_at, self._epoch)
            written += number_cell(prefix, moment, self._formats[Plain.MOMENT], days)
        return written


class _Steps:
    """How far the whole is, from how far each entry is."""

    def __init__(self, advance: Advance) -> None:
        self._advance = advance
        self._before = self._last = 0
        self.total = 0

    def advance(self, done: int, _whole: int) -> None:
        """An entry is so far; a lower figure than before is of the next one."""
        if done < self._last:
            self._before += self._last
        self._last = done
        self.tell()

    def tell(self) -> None:
        """Say it once more, so that the work can be stopped in the midst of a piece."""
        self._advance(min(self._before + self._last, self.total), self.total)


def _tab(package: Package, sheet: int) -> Tab:
    tabs = ExcelParts(package, WORKBOOK).tabs
    if sheet >= len(tabs) or tabs[sheet].entry not in package.sizes:
        raise UnusualError
    return tabs[sheet]


def _is_1904(workbook: bytes) -> bool:
    return b'date1904="1"' in workbook or b'date1904="true"' in workbook
