"""A block of cells from the clipboard, as Excel, LibreOffice and web pages put it there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from app.domain.errors import SpreadsheetError
from app.domain.text import translate
from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import BookSheet, Limits
from app.spreadsheet.reading.delimiters import guess_delimiter
from app.spreadsheet.reading.grid import ReadSheet
from app.spreadsheet.reading.printed import bare_line, find_printed
from app.spreadsheet.sheet import Cell

_CLIPBOARD = translate("Spreadsheet", "the clipboard")
_LAST = "\0"


def pasted(text: str, limits: Limits | None = None) -> BookSheet:
    """The cells of a pasted text: divided by tabs, or by what divides CSV where it has none.

    Raises `SpreadsheetError` where there is nothing to take, or too much.
    """
    if not text.strip():
        raise SpreadsheetError(
            translate("Spreadsheet", "There is no text in the clipboard."),
            translate("Spreadsheet", "Copy cells of a table first."),
        )
    limits = limits or Limits()
    text = text.lstrip("\ufeff")
    delimiter = "\t" if "\t" in text else guess_delimiter(list(io.StringIO(text, newline="")))
    lines = list(io.StringIO(text, newline=""))
    if "\t" not in text and (printed := find_printed(lines, delimiter)):
        return ReadSheet("", list(_limited(printed.rows(map(bare_line, lines)), limits)))
    rows = list(_parsed(text, delimiter, limits, csv.QUOTE_MINIMAL))
    if rows[-1] != [_LAST]:  # a quotation mark that is only a sign of its cell
        rows = list(_parsed(text, delimiter, limits, csv.QUOTE_NONE))
    return ReadSheet("", rows[:-1])


def as_file(rows: Iterable[Sequence[Cell]]) -> bytes:
    """A file of these texts that is read with the same cells: its first line says what divides them."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter="\t").writerows([["sep="], *rows])
    # Half a sign, as some programs cut it, has no bytes.
    return written.getvalue().replace("sep=\r\n", "sep=\t\r\n", 1).encode("utf-8-sig", "replace")


def _parsed(text: str, delimiter: str, limits: Limits, quoting: Literal[0, 3]) -> Iterator[list[str]]:
    """The rows, and one more that shows whether a quotation mark swallowed the end."""
    lines = chain(io.StringIO(text, newline=""), [_LAST])
    yield from _limited(csv.reader(lines, delimiter=delimiter, quoting=quoting), limits)


def _limited(rows: Iterable[list[str]], limits: Limits) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number > limits.rows:
            raise complaints.too_many_rows(_CLIPBOARD, limits.rows)
        if len(row) > limits.columns:
            raise complaints.too_many_columns(_CLIPBOARD, limits.columns)
        yield row
