"""A workbook written row by row: whatever its length, only one row of it is in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from app.domain.errors import StorageError
from app.domain.text import translate

MOST_ROWS = 1_048_576
"""More have no room in a sheet."""

LARGEST_NUMBER = 10**15
"""Excel rounds longer numbers."""

DATE = "mm-dd-yy"
"""Number 14 of the built-in formats, which every Excel shows as its country does."""

DATE_AND_TIME = "m/d/yy h:mm"
"""The same with the time: number 22."""

_KEPT = int | float | Decimal | time | timedelta | Cell


@contextmanager
def workbook_file(
    path: Path, name: str, heads: Sequence[tuple[str, int]]
) -> Iterator[Callable[[Sequence[object]], None]]:
    """A writer of rows of a sheet with this name, below bold, frozen headings of given widths.

    Widths are in characters.

    Raises `StorageError` where the rows have no room, and OSError.
    """
    with sheet_file(path, name, [width for _, width in heads]) as sheet:
        sheet.write_heads([heading for heading, _ in heads])
        yield sheet.write


@contextmanager
def sheet_file(path: Path, name: str, widths: Sequence[float], head_row: int = 1) -> Iterator[SheetWriter]:
    """A writer of all rows of a sheet, frozen down to `head_row`, which has the filter.

    Raises as `workbook_file` does.
    """
    workbook = Workbook(write_only=True)
    sheet: Any = workbook.create_sheet(name)
    writer = SheetWriter(workbook, sheet)
    try:
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        if head_row:
            sheet.freeze_panes = f"A{head_row + 1}"
        yield writer
        if head_row:
            end = f"{get_column_letter(len(widths))}{max(writer.count, head_row)}"
            sheet.auto_filter.ref = f"A{head_row}:{end}"
        workbook.save(path)
    except BaseException:
        _forget(sheet)
        raise


class SheetWriter:
    """Writes one row after the other."""

    def __init__(self, workbook: Workbook, sheet: Any) -> None:
        self._workbook, self._sheet = workbook, sheet
        self.count = 0

    def write_heads(self, headings: Sequence[object]) -> None:
        """Write a row in bold."""
        cells = [self._cell(heading) for heading in headings]
        for index, cell in enumerate(cells):
            styled: Any = cell if isinstance(cell, Cell) else WriteOnlyCell(self._sheet, cell)
            styled.font = Font(bold=True)
            cells[index] = styled
        self._append(cells)

    def write(self, cells: Sequence[object]) -> None:
        """Write a row: numbers and dates as such, texts as texts, cells of `text` as they are."""
        self._append([self._cell(value) for value in cells])

    def text(self, text: str) -> Any:
        """A text cell, whatever it begins with: never a formula, an error value or a number."""
        cell: Any = WriteOnlyCell(self._sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
        cell.data_type = "s"
        return cell

    def define(self, name: str, value: str) -> None:
        """Give a value a name that nobody sees, and programs find."""
        self._workbook.defined_names[name] = DefinedName(name, attr_text=value, hidden=True)

    def _append(self, cells: Sequence[object]) -> None:
        if self.count == MOST_ROWS:
            raise StorageError(
                translate("Exporting", "These are more rows than an Excel sheet can have."),
                translate("Exporting", "Choose fewer of them, or save them as CSV."),
            )
        self._sheet.append(cells)
        self.count += 1

    def _cell(self, value: object) -> Any:
        if isinstance(value, datetime):
            moment = value.astimezone().replace(tzinfo=None) if value.tzinfo else value
            is_day = value.tzinfo is None and moment.time() == time()
            return self._dated(moment.replace(microsecond=0), DATE if is_day else DATE_AND_TIME)
        if isinstance(value, date):
            return self._dated(value, DATE)
        if isinstance(value, int) and abs(value) >= LARGEST_NUMBER:
            return self.text(str(value))
        is_kept = value is None or isinstance(value, _KEPT)
        return value if is_kept else self.text(str(value))

    def _dated(self, value: Any, number_format: str) -> Any:
        cell: Any = WriteOnlyCell(self._sheet, value)
        cell.number_format = number_format
        return cell


def _forget(sheet: Any) -> None:
    """Take away the library's own half-written file, which it would keep until the program ends."""
    with suppress(OSError):
        if not sheet.closed:
            sheet.close()
        sheet._writer.cleanup()  # there is no public way
