"""Parts of an Excel workbook: which sheets it has, and the beginning of one as a workbook of its own."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from xml.etree import ElementTree as ET

from app.spreadsheet.reading import complaints, sheet_xml, xlsb_records
from app.spreadsheet.reading.book import Limits, Seen
from app.spreadsheet.reading.cell_looks import CellLooks
from app.spreadsheet.reading.comments_xml import read_comments
from app.spreadsheet.reading.package import Package
from app.spreadsheet.reading.rich_text import TELLING, rich_strings
from app.spreadsheet.reading.styles_xml import StyleLooks, read_styles
from app.spreadsheet.reading.tags import SHORT_TAG

_SHEET = "/worksheet"
_STRINGS = "/sharedStrings"
_STYLES = "/styles"
_COMMENTS = "/comments"
_ROW_END = re.compile(rb"</((?:\w+:)?)row>|<((?:\w+:)?)row\b%b/>" % SHORT_TAG)
_SHARED = re.compile(rb'\st="s"%b>\s*<(?:\w+:)?v>(\d{1,9})<' % SHORT_TAG)
_STRING_END = re.compile(rb"</((?:\w+:)?)si>|<((?:\w+:)?)si\s*/>")


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the workbook: its place among all, charts too, and the entry that holds it."""

    index: int
    name: str
    is_hidden: bool
    entry: str


class ExcelParts:
    """Where the parts of an xlsx or xlsb are. Raises `SpreadsheetError` where they make no workbook."""

    def __init__(self, package: Package, workbook: str) -> None:
        self._package = package
        self._workbook = workbook
        try:
            self._links = dict(self._relations())
            self.tabs = list(self._tabs())
        except (ET.ParseError, KeyError, struct.error) as error:
            raise complaints.broken(package.original.name) from error

    def beginning(self, tab: Tab, count: int, limits: Limits) -> tuple[bytes, Seen]:
        """A workbook with the first rows of one sheet, for the reader of whole ones, and a look at them."""
        try:
            return self._beginning(tab, count, limits)
        except ValueError as error:
            raise complaints.broken(self._package.original.name) from error

    def _beginning(self, tab: Tab, count: int, limits: Limits) -> tuple[bytes, Seen]:
        sheet = _cut(self._package.pieces(tab.entry), _ROW_END, count, b"sheetData", b"worksheet")
        strings = self._strings(max(map(int, _SHARED.findall(sheet)), default=-1) + 1)
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for name in self._package.sizes:
                if name == tab.entry:
                    archive.writestr(name, sheet)
                elif name == strings[0]:
                    archive.writestr(name, strings[1])
                elif (
                    name.endswith((".rels", "styles.xml", "[Content_Types].xml")) or name == self._workbook
                ):
                    archive.writestr(name, self._package.part(name))
        looks = partial(self._cell_looks, [strings[1]])
        return written.getvalue(), sheet_xml.read_facts(lambda: [sheet], len(sheet), limits, looks)

    @property
    def telling(self) -> tuple[bytes, ...]:
        """Words without which no text that cells share looks like something else."""
        return (*TELLING, b"rPr") if self._styles.struck else TELLING

    def looks(self, *, has_rich_strings: bool) -> CellLooks:
        """Who gathers what the cells of a sheet look like."""
        return self._cell_looks(self._package.pieces(self.strings_name) if has_rich_strings else ())

    def remarks(self, tab: Tab) -> dict[tuple[int, int], str]:
        """The comments of a sheet's cells."""
        folder, name = posixpath.split(tab.entry)
        beside = f"{folder}/_rels/{name}.rels"
        if beside not in self._package.sizes:
            return {}
        try:
            links = list(self._linked(beside, folder))
        except (ET.ParseError, KeyError):
            return {}
        names = [target for _, kind, target in links if kind.endswith(_COMMENTS)]
        return read_comments(self._package.pieces(names[0])) if names else {}

    def _cell_looks(self, strings: Iterable[bytes]) -> CellLooks:
        return CellLooks(self._styles, rich_strings(strings, self.telling))

    @cached_property
    def _styles(self) -> StyleLooks:
        names = [target for kind, target in self._links.values() if kind.endswith(_STYLES)]
        return read_styles(self._package.pieces(names[0])) if names else StyleLooks()

    @property
    def strings_name(self) -> str:
        """The entry with the texts that cells share."""
        names = [target for kind, target in self._links.values() if kind.endswith(_STRINGS)]
        return names[0] if names else ""

    def _strings(self, count: int) -> tuple[str, bytes]:
        name = self.strings_name
        return name, _cut(self._package.pieces(name), _STRING_END, count, b"sst")

    def _relations(self) -> Iterator[tuple[str, tuple[str, str]]]:
        folder, name = posixpath.split(self._workbook)
        for identity, kind, target in self._linked(f"{folder}/_rels/{name}.rels", folder):
            yield identity, (kind, target)

    def _linked(self, name: str, folder: str) -> Iterator[tuple[str, str, str]]:
        """Identity, kind and target of each link that stands in a part."""
        for link in _parsed(self._package.part(name)):
            target = posixpath.normpath(posixpath.join("/", folder, link.attrib["Target"])).lstrip("/")
            yield link.attrib["Id"], link.attrib["Type"], target

    def _tabs(self) -> Iterator[Tab]:
        listed = self._listed_in_binary() if self._workbook.endswith(".bin") else self._listed_in_xml()
        for index, (name, is_hidden, identity) in enumerate(listed):
            kind, target = self._links.get(identity, ("", ""))
            if kind.endswith(_SHEET):
                yield Tab(index, name, is_hidden, target)

    def _listed_in_binary(self) -> Iterator[tuple[str, bool, str]]:
        return xlsb_records.read_tabs(self._package.pieces(self._workbook))

    def _listed_in_xml(self) -> Iterator[tuple[str, bool, str]]:
        for element in _parsed(self._package.part(self._workbook)).iter():
            if _local(element.tag) == "sheet":
                identity = next(
                    (value for name, value in element.attrib.items() if name.endswith("}id")), ""
                )
                yield element.attrib["name"], element.get("state", "visible") != "visible", identity


def _cut(pieces: Iterator[bytes], end: re.Pattern[bytes], count: int, *around: bytes) -> bytes:
    """The text up to the end of so many elements, and the ends of the elements around them.

    Raises ValueError for an element that goes on and on.
    """
    text, seen, place = b"", 0, 0
    for piece in pieces:
        if len(text) - place > sheet_xml.LONGEST_ROW:
            raise ValueError("this is no element of a sheet")
        text += piece
        for match in end.finditer(text, place):
            seen, place = seen + 1, match.end()
            if seen >= count:
                prefix = match[1] or match[2] or b""
                return text[:place] + b"".join(b"</" + prefix + name + b">" for name in around)
    return text


def _parsed(part: bytes) -> ET.Element:
    return ET.fromstring(part)  # noqa: S314 - the package refuses parts with declarations


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
