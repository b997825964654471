"""The readers of the cells of one sheet, each with what it read before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from app.domain.text import translate
from app.spreadsheet.amounts import PiecesReader, PriceReader
from app.spreadsheet.articles import ArticleReader, plain_name
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.headings import heading_kind, may_be_heading
from app.spreadsheet.inner_sizes import Parts
from app.spreadsheet.known import Known
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.memo import MOST_REMEMBERED, Memo
from app.spreadsheet.numbers import Reading
from app.spreadsheet.places import Places
from app.spreadsheet.row_words import is_signature, is_total_text
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_cells import DoubtfulSize, read_size

HIGHEST_ID = 2**63


class Readers:
    """How the cells of each place are read. None of `names`: the row has to be looked at as a whole."""

    def __init__(
        self, layout: Layout, places: Places, meaning: Meaning, choices: Choices, known: Known
    ) -> None:
        self.known = known
        self._barcode = places.barcode
        self._heading = layout.columns[places.names + 1].label.casefold()
        part = Parts(known.sizes, is_likely=layout.sizes_inside) if places.may_be_inside else None
        self.inner_sizes = None if part is None else InnerSizes(part)
        ways = {ColumnKind.BARCODE: self._of_barcode, ColumnKind.SIZE_ID: self._of_number}
        self._read_name = ways.get(places.naming) or ArticleReader(known, part).read
        self._named: Memo[str] = Memo(self._read_name, choices.fixes)
        self.names: Memo[str] = Memo(self._name_of_data)
        named = {ColumnKind.BARCODE: self._size_of_barcode, ColumnKind.SIZE_ID: self._size_of_number}
        read = named.get(places.naming) if places.size == places.names else None
        self.sizes = Sizes(read or _size_or_total)
        self.titles = Titles()
        self.ids: Memo[int] = Memo(read_id, choices.fixes)
        price_reader = PriceReader(_reading(choices, places.price))
        # Sizes side by side are written alike: they are asked about once, at the first of them.
        first = next(iter(places.pieces), None)
        pieces_reader = PiecesReader(_reading(choices, first), is_count=meaning.is_count)
        self.prices: Memo[Decimal] = Memo(price_reader.price, choices.fixes)
        self.pieces: Memo[int] = Memo(pieces_reader.pieces, choices.fixes)
        amounts = ((places.price, price_reader), (first, pieces_reader))
        self.amounts = {place: reader for place, reader in amounts if place is not None}

    def of_barcode(self, row: Sequence[Cell]) -> tuple[str, str] | None:
        """The article and the size that the barcode of a row is known to be of."""
        code = None if self._barcode is None else plain_name(row[self._barcode])
        return self.known.of_barcode(code) if isinstance(code, str) else None

    def name(self, cell: Cell) -> str | Finding[str] | None:
        """The article that the cell names, whatever the rest of its row says."""
        return self._named[cell]

    def _name_of_data(self, cell: Cell) -> str | None:
        named = self._read_name(cell)
        if not isinstance(named, str) or named in self.known.sizes:
            return named if isinstance(named, str) else None
        folded = named.casefold()
        is_heading = folded == self._heading or self._heading.startswith(f"{folded} ")
        if not is_heading and may_be_heading(named) and not any(map(str.isdecimal, named)):
            is_heading = heading_kind(named) is not None  # perhaps of other columns
        return None if is_heading or is_total_text(named) or is_signature(named) else named

    def _of_barcode(self, cell: Cell) -> str | Finding[str] | None:
        code = plain_name(cell)
        if not isinstance(code, str):
            return code
        if known := self.known.of_barcode(code):
            return known[0]
        text = translate("Check", "No size has the barcode {was}.")
        return error(Flaw.UNKNOWN_BARCODE, text.format(was=code))

    def _of_number(self, cell: Cell) -> str | Finding[str] | None:
        number = read_id(cell)
        if not isinstance(number, int):
            return None if number is None else error(number.flaw, number.text)
        if number in self.known.numbers:
            return self.known.numbers[number][0]
        text = translate("Check", "No size has the number {was} on the marketplace.")
        return error(Flaw.UNKNOWN_NUMBER, text.format(was=number))

    def _size_of_number(self, cell: Cell) -> str | None:
        number = read_id(cell)
        found = self.known.numbers.get(number) if isinstance(number, int) else None
        return found and found[1]

    def _size_of_barcode(self, cell: Cell) -> str | None:
        code = plain_name(cell)
        known = self.known.of_barcode(code) if isinstance(code, str) else None
        return known and known[1]


class Titles(dict[Cell, str]):
    """Titles of products by their cells."""

    def __missing__(self, cell: Cell) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        title = self[cell] = cell_text(cell)
        return title


class InnerSizes(dict[Cell, str]):
    """Sizes at the end of articles by the articles' cells; empty where there is none."""

    def __init__(self, part: Parts) -> None:
        super().__init__()
        self._part = part

    def __missing__(self, cell: Cell) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        named = plain_name(cell)
        parted = self._part(named) if isinstance(named, str) else None
        size = self[cell] = "" if parted is None else parted.size
        return size


class Sizes(dict[Cell, "str | DoubtfulSize | Finding[str] | None"]):
    """Sizes by their cells; doubts are settled where the product is known."""

    def __init__(self, read: Callable[[Cell], str | DoubtfulSize | Finding[str] | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> str | DoubtfulSize | Finding[str] | None:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self[cell] = self._read(cell)
        return found


def read_id(cell: Cell) -> int | Finding[int] | None:
    """The marketplace's number of a product or a size; None where the cell is empty."""
    text = plain_name(cell)
    if isinstance(text, Finding):
        if text.value is None:
            return error(text.flaw, text.text)
        text = text.value
    if text is None:
        return None
    if text.isascii() and text.isdecimal() and len(text) < len(str(HIGHEST_ID)) and int(text) > 0:
        return int(text)
    words = translate("Check", "{was} is not a number of the marketplace. It has digits only.")
    return error(Flaw.NOT_A_NUMBER, words.format(was=text))


def _size_or_total(cell: Cell) -> str | DoubtfulSize | Finding[str] | None:
    if isinstance(cell, str) and is_total_text(cell):
        text = translate("Check", "A row of totals is not imported.")
        return Finding(Level.NOTE, Flaw.TOTAL, text)
    return read_size(cell)


def _reading(choices: Choices, place: int | None) -> Reading | None:
    return None if place is None else choices.readings.get(place + 1)
