"""Opens a file as a book of sheets, by what is in it: people and programs give files any name."""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from pathlib import Path

from app.domain.errors import SpreadsheetError
from app.domain.text import Text, translate
from app.spreadsheet.reading import complaints, kinds, old_xls, ole, xls_records
from app.spreadsheet.reading.book import Advance, Book, Facts, FileKind, Limits
from app.spreadsheet.reading.encodings import guess_encodings
from app.spreadsheet.reading.original import Original
from app.spreadsheet.reading.package import Package
from app.spreadsheet.reading.packed import read_packed
from app.spreadsheet.reading.text_file import beginning_of_text, read_text
from app.spreadsheet.reading.web_page import declared_charset, read_page
from app.spreadsheet.reading.workbook import MACROS, Cells, workbook_sheets
from app.spreadsheet.reading.xml_table import NAMESPACE, read_xml

_BEGINNING = 1 << 16
_TELLING_PART = 1 << 20
_WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)

OPEN_ELSEWHERE = translate(
    "Spreadsheet", "The file is open in another program. What is not saved there is not here yet."
)


def open_book(
    path: Path, *, limits: Limits | None = None, advance: Advance | None = None, encoding: str | None = None
) -> Book:
    """The file's sheets, none of them read yet where its kind allows that.

    `advance` is told how far it is, here and later while rows are read, and what it raises comes through.
    `encoding` is that of one of `Book.readings`, which a person chose.
    Raises `SpreadsheetError` for what is no table, or is none that may be read.
    """
    opening = _Opening(Original(path), limits or Limits(), advance or _go_on, encoding)
    book = opening.book()
    if not book.sheets:
        raise complaints.without_sheets(path.name)
    if opening.original.is_open_elsewhere():
        book = replace(book, notes=[*book.notes, OPEN_ELSEWHERE])
    return book


def _go_on(done: int, total: int) -> None:
    """Nobody looks."""
    del done, total


class _Opening:
    def __init__(self, original: Original, limits: Limits, advance: Advance, encoding: str | None) -> None:
        self.original = original
        self._limits = limits
        self._advance = advance
        self._encoding = encoding
        self._beginning = original.beginning(_BEGINNING)

    def book(self) -> Book:
        beginning = self._beginning
        if beginning.startswith(kinds.ZIP):
            return read_packed(Package(self.original, self._limits, self._advance), self._cells())
        if beginning.startswith(ole.SIGNATURE):
            return self._from_container()
        if old_xls.is_bare_stream(beginning):
            return self._from_old_workbook()
        if what := kinds.other_kind(beginning):
            raise self._refusal(what)
        text = beginning_of_text(beginning)
        if text.startswith("<") and NAMESPACE in text:
            return self._from_xml()
        if text.startswith("<") and _WEB_PAGE.search(text):
            return self._from_page()
        if text.startswith("<?xml"):
            raise self._refusal()
        book = read_text(self.original, self._limits, self._advance, self._encoding)
        if book is None:
            raise self._refusal()
        return book

    def _from_container(self) -> Book:
        try:
            container = ole.Container(self._whole())
        except ValueError as error:
            raise complaints.broken(self.original.name) from error
        names = container.names
        if "EncryptedPackage" in names:
            raise complaints.encrypted(self.original.name)
        notes = [MACROS] if "_VBA_PROJECT_CUR" in names else []
        if "Workbook" in names:
            return Book(FileKind.XLS, workbook_sheets(self._cells(), self._facts(container)), notes)
        if "Book" in names:
            return replace(self._from_old_workbook(), notes=notes)
        raise self._refusal(next((what for name, what in kinds.DOCUMENTS.items() if name in names), None))

    def _facts(self, container: ole.Container) -> list[Facts]:
        try:
            stream = container.stream("Workbook")
            if xls_records.has_password(stream):
                raise complaints.encrypted(self.original.name)
            return xls_records.read_facts(stream)
        except (ValueError, IndexError, struct.error) as error:
            raise complaints.broken(self.original.name) from error

    def _from_old_workbook(self) -> Book:
        sheets = old_xls.read_old_workbook(self.original, self._limits, self._advance)
        return Book(FileKind.OLD_XLS, sheets, encoding=old_xls.ENCODING)

    def _from_xml(self) -> Book:
        sheets = read_xml(self._whole(), self.original.name, self._limits, self._advance)
        return Book(FileKind.XML, sheets)

    def _from_page(self) -> Book:
        data = self._whole()
        # The beginning is text; what stands further down may be anything.
        guessed = next(iter(guess_encodings(data[:_TELLING_PART]) or guess_encodings(self._beginning)))
        encoding = self._encoding or declared_charset(self._beginning) or guessed
        try:
            text = data.decode(encoding, "replace")
        except (LookupError, ValueError):  # also those of Python that are none of pages
            encoding, text = guessed, data.decode(guessed, "replace")
        sheets = read_page(text, self.original.name, self._limits, self._advance)
        return Book(FileKind.HTML, sheets, encoding=encoding)

    def _whole(self) -> bytes:
        if self.original.size > self._limits.whole:
            raise complaints.too_large(self.original.name, self._limits.whole)
        with self.original.reading():
            return self.original.path.read_bytes()

    def _cells(self) -> Cells:
        return Cells(self.original, self._limits, self._advance)

    def _refusal(self, what: Text | None = None) -> SpreadsheetError:
        return complaints.not_a_table(self.original.name, what)
