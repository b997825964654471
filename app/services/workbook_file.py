"""A workbook written row by row: whatever its length, only one row of it is in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from app.domain.errors import StorageError
from app.domain.text import translate

MOST_ROWS = 1_048_576
"""More have no room in a sheet."""

LARGEST_NUMBER = 10**15
"""Excel rounds longer numbers."""

DATE_AND_TIME = "m/d/yy h:mm"
"""Number 22 of the built-in formats, which every Excel shows as its country does."""


@contextmanager
def workbook_file(
    path: Path, name: str, heads: Sequence[tuple[str, int]]
) -> Iterator[Callable[[Sequence[object]], None]]:
    """A writer of rows of a sheet with this name, below bold, frozen headings of given widths.

    Widths are in characters.

    Raises `StorageError` where the rows have no room, and OSError.
    """
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(name)
    rows = _Rows(sheet)
    try:
        for number, (_, width) in enumerate(heads, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.freeze_panes = "A2"
        rows.write_heads([heading for heading, _ in heads])
        yield rows.write
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{rows.count}"
        workbook.save(path)
    except BaseException:
        _forget(sheet)
        raise


class _Rows:
    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self.count = 0

    def write_heads(self, headings: Sequence[str]) -> None:
        cells = [self._text(heading) for heading in headings]
        for cell in cells:
            cell.font = Font("Calibri", 11, bold=True)  # else LibreOffice takes one with serifs
        self._append(cells)

    def write(self, cells: Sequence[object]) -> None:
        self._append([self._cell(value) for value in cells])

    def _append(self, cells: Sequence[object]) -> None:
        if self.count == MOST_ROWS:
            raise StorageError(
                translate("Exporting", "These are more rows than an Excel sheet can have."),
                translate("Exporting", "Choose fewer of them, or save them as CSV."),
            )
        self._sheet.append(cells)
        self.count += 1

    def _cell(self, value: object) -> object:
        if isinstance(value, datetime):
            cell: Any = WriteOnlyCell(self._sheet, value.astimezone().replace(tzinfo=None, microsecond=0))
            cell.number_format = DATE_AND_TIME
            return cell
        if isinstance(value, int) and abs(value) >= LARGEST_NUMBER:
            return self._text(str(value))
        return value if value is None or isinstance(value, int | Decimal) else self._text(str(value))

    def _text(self, text: str) -> Any:
        """A text cell, whatever it begins with: never a formula, an error value or a number."""
        cell: Any = WriteOnlyCell(self._sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
        cell.data_type = "s"
        return cell


def _forget(sheet: Any) -> None:
    """Take away the library's own half-written file, which it would keep until the program ends."""
    with suppress(OSError):
        if not sheet.closed:
            sheet.close()
        sheet._writer.cleanup()  # there is no public way
