"""The same xlsx with our columns: only the sheet, its formats and the names of the workbook are touched."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from app.spreadsheet.layout import Layout
from app.spreadsheet.reading import sheet_xml
from app.spreadsheet.reading.book import Advance, Limits
from app.spreadsheet.reading.excel_parts import ExcelParts, Tab
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.package import Package
from app.spreadsheet.report.mark import WORKBOOK, mark_of, names_to_give
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
_DAY = timedelta(days=1)


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
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            for name in self._package.sizes:
                if name == self._tab.entry:
                    _copy(archive, name, self._sheet(first, cells))
                elif not is_macro(name):
                    kept = changed.get(name)
                    _copy(archive, name, self._package.pieces(name) if kept is None else [kept])
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
            return b"".join(_text(prefix, column, number, style, text) for column, text in pairs)
        result = self._results.get(number)
        if result is None:
            return None
        self.left -= 1
        status, reason, moment = self._columns
        written = _text(prefix, status, number, self._formats[result.outcome], result.status)
        if result.reason:
            written += _text(prefix, reason, number, self._formats[Plain.TEXT], result.reason)
        if result.delivered_at:
            written += self._moment(prefix, moment, number, result.delivered_at)
        return written

    def _moment(self, prefix: bytes, column: bytes, number: int, moment: datetime) -> bytes:
        local = moment.astimezone().replace(tzinfo=None, microsecond=0)
        value = b"%.9f" % ((local - self._epoch) / _DAY)
        style = self._formats[Plain.MOMENT]
        return b'<%bc r="%b%d" s="%b"><%bv>%b</%bv></%bc>' % (
            prefix, column, number, style, prefix, value, prefix, prefix,
        )  # fmt: skip


def _text(prefix: bytes, column: bytes, number: int, style: bytes, text: str) -> bytes:
    """A text cell, whatever it begins with: never a formula."""
    written = escape(ILLEGAL_CHARACTERS_RE.sub("", text)).encode()
    return b'<%bc r="%b%d" s="%b" t="inlineStr"><%bis><%bt xml:space="preserve">%b</%bt></%bis></%bc>' % (
        prefix, column, number, style, prefix, prefix, written, prefix, prefix, prefix,
    )  # fmt: skip


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
        self._advance(min(self._before + done, self.total), self.total)


def _tab(package: Package, sheet: int) -> Tab:
    tabs = ExcelParts(package, WORKBOOK).tabs
    if sheet >= len(tabs) or tabs[sheet].entry not in package.sizes:
        raise UnusualError
    return tabs[sheet]


def _is_1904(workbook: bytes) -> bool:
    return b'date1904="1"' in workbook or b'date1904="true"' in workbook


def _copy(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    with archive.open(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)
