"""Excel's XML of 2003 (SpreadsheetML), which 1C and web shops save under the name of an Excel file.

Elements and attributes: [MS-OI29500] is of no help here; "XML Spreadsheet Reference", Microsoft 2001.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from xml.parsers import expat

from app.spreadsheet.reading import complaints
from app.spreadsheet.reading.book import Advance, BookSheet, Limits
from app.spreadsheet.reading.grid import Grid, Room
from app.spreadsheet.sheet import Cell

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"

_PIECE = 1 << 18


def read_xml(data: bytes, file: str, limits: Limits, advance: Advance) -> Sequence[BookSheet]:
    """Its sheets. Raises `SpreadsheetError`, also for declarations of entities."""
    tables = _Tables(file, limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = tables.start
    parser.EndElementHandler = tables.end
    parser.CharacterDataHandler = tables.add_text
    parser.EntityDeclHandler = tables.refuse
    try:
        for place in range(0, len(data), _PIECE):
            advance(place, len(data))
            parser.Parse(data[place : place + _PIECE])
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise complaints.broken(file) from error
    return [grid.sheet() for grid in tables.found]


class _Tables:
    def __init__(self, file: str, limits: Limits) -> None:
        self.found: list[Grid] = []
        self._file = file
        self._room = Room(file, limits)
        self._cell: dict[str, str] = {}
        self._type = ""
        self._text: list[str] = []
        self._is_data = False

    def start(self, name: str, given: dict[str, str]) -> None:
        match _own(name):
            case "Worksheet":
                title = given.get(f"{NAMESPACE} Name", "")
                self.found.append(Grid(self._room, title))
            case "WorksheetOptions" | None:
                pass
            case "Row" if self.found:
                number = given.get(f"{NAMESPACE} Index")
                is_hidden = given.get(f"{NAMESPACE} Hidden") == "1"
                self.found[-1].start_row(int(number) if number else None, is_hidden=is_hidden)
            case "Cell":
                self._cell, self._type, self._text = given, "", []
            case "Data":
                self._type, self._is_data = given.get(f"{NAMESPACE} Type", "String"), True
            case _:
                pass

    def end(self, name: str) -> None:
        match _own(name):
            case "Data":
                self._is_data = False
            case "Cell" if self.found:
                self._add_cell()
            case _:
                pass

    def add_text(self, text: str) -> None:
        if self._is_data:
            self._text.append(text)

    def refuse(self, *_: object) -> None:
        raise complaints.unsafe(self._file)

    def _add_cell(self) -> None:
        index = self._cell.get(f"{NAMESPACE} Index")
        self.found[-1].add(
            _value(self._type, "".join(self._text)),
            across=max(int(self._cell.get(f"{NAMESPACE} MergeAcross", "0")), 0) + 1,
            down=max(int(self._cell.get(f"{NAMESPACE} MergeDown", "0")), 0) + 1,
            column=int(index) if index else None,
        )


def _own(name: str) -> str | None:
    space, _, local = name.rpartition(" ")
    return local if space == NAMESPACE else None


def _value(kind: str, text: str) -> Cell:
    match kind:
        case "Number" if text:
            return float(text)
        case "Boolean":
            return text == "1"
        case "DateTime":
            moment = datetime.fromisoformat(text)
            return moment if moment.time() != moment.min.time() else moment.date()
        case _:
            return text
