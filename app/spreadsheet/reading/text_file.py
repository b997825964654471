"""Text files (CSV and its kin): read row by row, however long they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TextIO

from typing_extensions import override

from app.domain.errors import SpreadsheetError
from app.spreadsheet.looks import AS_THEY_ARE, Looks
from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import Advance, Book, BookSheet, FileKind, Limits, TextReading
from app.spreadsheet.reading.delimiters import declared_delimiter, guess_delimiter
from app.spreadsheet.reading.encodings import NAMES, guess_encodings
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.printed import Printed, bare_line, find_printed
from app.spreadsheet.sheet import Area, Cell

_SAMPLE = 1 << 16
_PIECE = 1 << 20
_ROWS_AT_ONCE = 1_000
_MOST_LINES_SHOWN = 5
_LOOKED_THROUGH = 64 << 20
_LAST = "\0"
_DOS_END = "\x1a"


def read_text(original: Original, limits: Limits, advance: Advance, encoding: str | None) -> Book | None:
    """The file as a table, in the given encoding or the likeliest; None where it is no text."""
    with original.reading():
        sample = _telling_sample(original, advance)
    guessed = guess_encodings(sample)
    if encoding is None and not guessed:
        return None
    used = encoding or guessed[0]
    sheet = TextSheet(original, limits, advance, used)
    readings = _readings(sample, guessed) if len(guessed) > 1 else ()
    return Book(FileKind.TEXT, (sheet,), encoding=used, delimiter=sheet.delimiter, readings=readings)


def beginning_of_text(sample: bytes) -> str:
    """The first letters of a file, in whatever encoding; nothing where it is no text."""
    guessed = guess_encodings(sample)
    return sample.decode(guessed[0], "ignore").lstrip("\ufeff \t\r\n") if guessed else ""


class TextSheet(BookSheet):
    """The one table of a text file, whose cells are all text."""

    def __init__(self, original: Original, limits: Limits, advance: Advance, encoding: str) -> None:
        self._original = original
        self._limits = limits
        self._advance = advance
        self._encoding = encoding
        lines = self._first_lines()
        declared = declared_delimiter(lines[0]) if lines else None
        self.delimiter = declared or guess_delimiter(lines)
        self._is_declared = declared is not None
        self._printed = None if declared else find_printed(lines, self.delimiter)

    @property
    @override
    def name(self) -> str:
        return ""

    @property
    @override
    def is_hidden(self) -> bool:
        return False

    @property
    @override
    def row_count(self) -> int | None:
        return None

    @property
    @override
    def hidden_rows(self) -> Collection[int]:
        return ()

    @property
    @override
    def hidden_columns(self) -> Collection[int]:
        return ()

    @property
    @override
    def is_text(self) -> bool:
        return True

    @property
    @override
    def merged(self) -> Sequence[Area]:
        return ()

    @property
    @override
    def formulas_without_value(self) -> Collection[tuple[int, int]]:
        return ()

    @property
    @override
    def looks(self) -> Looks:
        return AS_THEY_ARE

    @override
    def head(self, count: int) -> Sequence[Sequence[Cell]]:
        return list(islice(self.rows(), count))

    @override
    def rows(self) -> Iterator[Sequence[Cell]]:
        name, limits, size = self._original.name, self._limits, self._original.size
        with (
            self._original.reading(),
            self._original.path.open("rb") as raw,
            io.TextIOWrapper(raw, self._encoding, newline="") as file,
        ):
            for number, row in enumerate(self._parsed(file), 1):
                if number > limits.rows:
                    raise complaints.too_many_rows(name, limits.rows)
                if len(row) > limits.columns:
                    raise complaints.too_many_columns(name, limits.columns)
                if not number % _ROWS_AT_ONCE:
                    self._advance(min(raw.tell(), size), size)
                yield row

    def _parsed(self, file: TextIO) -> Iterator[list[str]]:
        if self._printed is not None:
            yield from self._printed_rows(file, self._printed)
            return
        lines = _Lines(file)
        reader = csv.reader(lines.read(), delimiter=self.delimiter)
        row: list[str] = []
        begins_at = 1
        try:
            if self._is_declared:
                next(reader)
            for row in reader:
                if lines.are_over:
                    break
                if reader.line_num > begins_at and self._has_swallowed(row):
                    raise complaints.open_quote(self._original.name, begins_at)
                yield row
                begins_at = reader.line_num + 1
        except UnicodeDecodeError as error:
            raise self._other_encoding() from error
        except csv.Error as error:
            raise complaints.open_quote(self._original.name, begins_at) from error
        if row != [_LAST]:
            raise complaints.open_quote(self._original.name, begins_at)

    def _has_swallowed(self, row: Sequence[str]) -> bool:
        """Whether a quotation mark that stood alone in its cell took the cells and lines behind it."""
        ends = (self.delimiter, "\r", "\n")
        return any(cell.startswith(ends) and self.delimiter in cell and "\n" in cell for cell in row)

    def _printed_rows(self, file: TextIO, printed: Printed) -> Iterator[list[str]]:
        try:
            yield from printed.rows(bare_line(line) for line in file if line != _DOS_END)
        except UnicodeDecodeError as error:
            raise self._other_encoding() from error

    def _other_encoding(self) -> SpreadsheetError:
        return complaints.not_in_encoding(self._original.name, NAMES.get(self._encoding, self._encoding))

    def _first_lines(self) -> list[str]:
        with (
            self._original.reading(),
            self._original.path.open(encoding=self._encoding, errors="replace", newline="") as file,
        ):
            lines = list(io.StringIO(file.read(_SAMPLE), newline=""))
        return lines[:-1] if len(lines) > 1 and self._original.size > _SAMPLE else lines


class _Lines:
    """The lines of a file and one more, which shows whether a quotation mark swallowed the end."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.are_over = False

    def read(self) -> Iterator[str]:
        for line in self._file:
            if line != _DOS_END:
                yield line
        self.are_over = True
        yield _LAST


def _telling_sample(original: Original, advance: Advance) -> bytes:
    """The beginning, or the first lines that tell one encoding from another."""
    with original.path.open("rb") as file:
        beginning = file.read(_SAMPLE)
        if not beginning.isascii() or b"\0" in beginning:
            return beginning
        done = len(beginning)
        while done < _LOOKED_THROUGH and (piece := file.read(_PIECE)):
            if not piece.isascii():
                return piece[piece.find(b"\n") + 1 :]
            done += len(piece)
            advance(done, original.size)
    return beginning


def _readings(sample: bytes, encodings: Sequence[str]) -> Sequence[TextReading]:
    lines = [line.strip() for line in sample.splitlines() if not line.isascii()][:_MOST_LINES_SHOWN]
    return [
        TextReading(encoding, NAMES[encoding], [line.decode(encoding, "replace") for line in lines])
        for encoding in encodings
    ]
