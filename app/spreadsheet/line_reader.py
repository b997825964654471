"""Rows of one article each to lines; what is wrong with their cells to problems.

A cell that is as it should be is looked up among those read before, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.text import translate
from app.spreadsheet.barcode_beside import barcode_beside
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.cells_beside import CellsBeside
from app.spreadsheet.flaws import Finding, Flaw, Level, Problem, error
from app.spreadsheet.lines import LeftOut, Line
from app.spreadsheet.meaning import Choices, Meaning, Missing
from app.spreadsheet.memo import corrected
from app.spreadsheet.merged_numbers import MergedNumbers
from app.spreadsheet.places import Places
from app.spreadsheet.readers import Readers
from app.spreadsheet.sheet import Area, Cell
from app.spreadsheet.similar_sizes import SimilarSizes
from app.spreadsheet.size_cells import DoubtfulSize, read_size

Row = Sequence[Cell]


class LineReader:
    """Gathers the lines and the problems of the rows that it is given."""

    def __init__(
        self,
        places: Places,
        meaning: Meaning,
        choices: Choices,
        readers: Readers,
        beside: CellsBeside | None = None,
        above: LineReader | None = None,
        merged: Sequence[Area] = (),
    ) -> None:
        self._places, self._meaning = places, meaning
        of_line = places.numbers[0] + 1 if places.are_summed else None
        self.merged = MergedNumbers(merged, [place + 1 for place in places.pieces], of_line)
        self._has_merged = bool(self.merged)
        self.numbers = places.numbers
        self._is_count = meaning.is_count
        self._choices, self._readers = choices, readers
        self._has_more = any(
            place is not None for place in (places.title, places.price, places.product_id, places.size_id)
        )
        self._pieces = [(place, readers.pieces, size) for place, size in places.pieces.items()]
        self._read_rest = self._way_to_read()
        self._similar = SimilarSizes(readers.known)
        self._barcodes, self._beside = barcode_beside(places, readers.known), beside
        self.lines: list[Line] = [] if above is None else above.lines
        self.problems: list[Problem] = [] if above is None else above.problems

    def _way_to_read(self) -> Callable[[int, Row, str, str, str], LeftOut | None]:
        """How that is read which the file is about, once the product and the size are known."""
        if self._places.is_scanned:
            return self._read_scanned
        if self._places.are_summed:
            return self._read_summed
        if self._pieces:
            return self._read_pieces
        return self._read_price if self._meaning is Meaning.PRICE else self._read_ids

    def check_headings(self, number: int, row: Row) -> None:
        """Sizes side by side may have Cyrillic letters or have become dates like others."""
        for at, (place, memo, size) in enumerate(self._pieces):
            if (
                size
                and isinstance(sizes := read_size(row[place]), DoubtfulSize)
                and sizes.flaw is Flaw.DATE_SIZE
            ):
                self.note(number, place, sizes.as_heading(size), row)
            doubt = read_size(size) if size else None
            if isinstance(doubt, DoubtfulSize):
                found = self._fixed(doubt.settled(()), size)
                if isinstance(found, Finding):
                    self.note(number, place, found, row)
                    found = found.value or size
                self._pieces[at] = (place, memo, found)

    def read(self, number: int, row: Row, article: str, size: str = "", title: str = "") -> LeftOut | None:
        """The lines of a row; says why there are none where no problem does.

        `size` and `title` are those of the rows above or of the article's own cell.
        """
        place = self._places.size
        if place is not None:
            found = self._readers.sizes[row[place]]
            if isinstance(found, Finding) and found.flaw is Flaw.TOTAL:
                self.note(number, place, found, row)
                return LeftOut.TOTAL
            if type(found) is not str:
                if not self._has_number(row):
                    return self._missing(number, row)
                found = self._settled_size(number, row, article, found)
                if found is None:
                    return None
            size = found
            if similar := self._similar[article, size]:
                corrected_size = self._corrected(number, row, place, similar)
                if corrected_size is None:
                    return None
                size = corrected_size
        elif not size and self._readers.inner_sizes is not None:
            size = self._readers.inner_sizes[row[self._places.names]]
        if self._barcodes is not None and (odd := self._barcodes.look(row, article, size)):
            self.note(number, self._barcodes.place, odd, row)
            if odd.level is Level.ERROR:
                return None
        if self._is_refused_beside(number, row):
            return None
        return self._read_rest(number, row, article, size, title)

    def note(self, number: int, place: int, found: Finding[object], row: Row) -> None:
        """Tell what was found in a cell; places are counted from 0."""
        was = cell_text(row[place])
        self.problems.append(
            Problem(number, place + 1, found.level, found.flaw, found.text, was, found.proposed)
        )

    def _is_refused_beside(self, number: int, row: Row) -> bool:
        """Tell what other cells say of a row; whether that is an error."""
        if self._beside is None or not (told := self._beside.look(row)) or not self._has_number(row):
            return False
        for place, one in told:
            self.note(number, place, one, row)
        return any(one.level is Level.ERROR for _, one in told)

    def pass_by(self, number: int, row: Row) -> None:
        """A row is left out whose numbers others may share."""
        if self._has_merged:
            for place in self.numbers:
                self.merged.pass_by(number, place + 1, cell_text(row[place]))

    def title(self, row: Row) -> str:
        """The product's name in this row."""
        place = self._places.title
        return "" if place is None else self._readers.titles[row[place]]

    def _has_number(self, row: Row) -> bool:
        return any(cell_text(row[place]) for place in self._places.numbers)

    def _settled_size(
        self, number: int, row: Row, article: str, found: DoubtfulSize | Finding[str] | str | None
    ) -> str | None:
        """A size that is in doubt or absent; None where it stays so, which a problem tells."""
        place = self._places.size or 0
        known = self._readers.known.sizes.get(article, ())
        of_barcode = self._readers.of_barcode(row) if found is None else None
        if of_barcode and of_barcode[0] == article:
            return of_barcode[1]
        if found is None and len(known) == 1:
            return next(iter(known))
        if found is None and self._is_heading(row, article):
            text = translate(
                "Check", "A row of no known product and without a size is taken for a heading."
            )
            self.note(number, self._places.names, Finding(Level.NOTE, Flaw.GROUP, text), row)
            return None
        if found is None:
            found = self._without_size(article)
        if isinstance(found, DoubtfulSize):
            found = found.settled(known)
        if isinstance(found, Finding):
            found = self._fixed(found, row[place])
        if isinstance(found, Finding):
            self.note(number, place, found, row)
            return found.value
        return found

    def _without_size(self, article: str) -> Finding[str]:
        text = translate("Check", "There is no size. Type it.")
        if self._readers.known.sizes and article not in self._readers.known.sizes:
            words = translate("Check", "There is no product {article}, and the row names no size either.")
            text = words.format(article=article)
        return error(Flaw.NO_SIZE, text)

    def _corrected(self, number: int, row: Row, place: int, similar: Finding[str]) -> str | None:
        found = self._fixed(similar, row[place])
        if isinstance(found, str):
            return found
        self.note(number, place, found, row)
        return found.value

    def _is_heading(self, row: Row, article: str) -> bool:
        """«Верхняя одежда» above its products, with their sum beside it."""
        known = self._readers.known.sizes
        is_word = not any(map(str.isdecimal, article))
        return bool(known) and article not in known and is_word and not self.title(row)

    def _fixed(self, found: str | Finding[str], cell: Cell) -> str | Finding[str]:
        if isinstance(found, str) or found.proposed is None or found.flaw not in self._choices.fixes:
            return found
        return corrected(found.flaw, cell, found.proposed, found.proposed)

    def _read_pieces(self, number: int, row: Row, article: str, size: str, title: str) -> LeftOut | None:
        """The pieces of a row: of one size, or of several side by side."""
        lines = self.lines
        before = len(lines) + len(self.problems)
        more: tuple[Decimal | None, str, int | None, int | None] | None = None
        for place, memo, own_size in self._pieces:
            pieces = memo[row[place]]
            if type(pieces) is not int:
                if pieces is None:
                    self.merged.miss(number, place + 1, article, own_size or size)
                pieces = self._settled_pieces(number, row, place, pieces)
            if pieces is None or (pieces == 0 and not self._is_count):
                continue
            if own_size and (similar := self._similar[article, own_size]):
                self.note(number, place, replace(similar, proposed=None), row)
                continue
            if more is None:
                more = self._more(number, row, title)
            if self._has_merged:
                self.merged.meet(number, place + 1, article, own_size or size, pieces)
            lines.append(Line(number, place + 1, article, own_size or size, pieces, *more))
        if len(lines) + len(self.problems) > before:
            return None
        self._note_that_it_stays(number, row)
        return LeftOut.NOTHING

    def _read_scanned(self, number: int, row: Row, article: str, size: str, title: str) -> None:
        """One piece, of which nothing more is told."""
        del row
        self.lines.append(Line(number, self._places.names + 1, article, size, 1, None, title))

    def _read_summed(self, number: int, row: Row, article: str, size: str, title: str) -> LeftOut | None:
        """The pieces of a row in all places; none of them where one is in doubt."""
        total, is_known = 0, True
        for place, memo, _ in self._pieces:
            pieces = memo[row[place]]
            if isinstance(pieces, Finding):
                self.note(number, place, pieces, row)
                pieces = pieces.value
                is_known = is_known and pieces is not None
            elif pieces is None:
                self.merged.miss(number, place + 1, article, size)
            if pieces is not None:
                self.merged.meet(number, place + 1, article, size, pieces)
                total += pieces
        if not is_known:
            return None
        if not self._has_number(row):
            return self._missing(number, row)
        if total == 0 and not self._is_count:
            return LeftOut.NOTHING
        column = self._places.numbers[0] + 1
        self.lines.append(Line(number, column, article, size, total, *self._more(number, row, title)))
        return None

    def _settled_pieces(
        self, number: int, row: Row, place: int, found: int | Finding[int] | None
    ) -> int | None:
        """Pieces in doubt or absent; None where there are none to import."""
        if isinstance(found, Finding):
            self.note(number, place, found, row)
            return found.value
        if found is None and self._choices.missing is Missing.ZERO:
            return 0
        if found is None:
            self._note_missing(number, row, place)
        return found

    def _note_missing(self, number: int, row: Row, place: int) -> None:
        if self._choices.missing is Missing.ERROR:
            text = translate("Check", "There is no number. Type it.")
            self.note(number, place, error(Flaw.NO_VALUE, text), row)

    def _missing(self, number: int, row: Row) -> LeftOut | None:
        """A row without any number."""
        self._note_missing(number, row, self._places.numbers[0])
        if self._choices.missing is Missing.ERROR:
            return None
        self._note_that_it_stays(number, row)
        return LeftOut.NOTHING

    def _note_that_it_stays(self, number: int, row: Row) -> None:
        """A count that is left empty is not forgotten in silence."""
        if self._meaning is Meaning.COUNT:
            text = translate("Check", "There is no number: the stock stays as it is.")
            self.note(number, self._places.numbers[0], Finding(Level.NOTE, Flaw.NO_VALUE, text), row)

    def _read_price(self, number: int, row: Row, article: str, size: str, title: str) -> LeftOut | None:
        del size
        place = self._places.numbers[0]
        price = self._readers.prices[row[place]]
        if price is None:
            return self._missing(number, row)
        if isinstance(price, Finding):
            self.note(number, place, price, row)
            price = price.value
        if price is not None:
            self.lines.append(Line(number, place + 1, article, "", None, price, self.title(row) or title))
        return None

    def _read_ids(self, number: int, row: Row, article: str, size: str, title: str) -> LeftOut | None:
        if not self._has_number(row):
            return self._missing(number, row)
        price, title, product_id, size_id = self._more(number, row, title)
        if product_id is not None or size_id is not None:
            column = self._places.numbers[0] + 1
            self.lines.append(Line(number, column, article, size, None, price, title, product_id, size_id))
        return None

    def _more(
        self, number: int, row: Row, title: str
    ) -> tuple[Decimal | None, str, int | None, int | None]:
        """What else the row tells of its product: price, title, the marketplace's numbers."""
        if not self._has_more:
            return None, title, None, None
        places = self._places
        price = None if places.price is None else self._price_beside(number, row, places.price)
        product_id = None if places.product_id is None else self._id(number, row, places.product_id)
        size_id = None if places.size_id is None else self._id(number, row, places.size_id)
        return price, self.title(row) or title, product_id, size_id

    def _price_beside(self, number: int, row: Row, place: int) -> Decimal | None:
        """A price that the file is not about: where it is wrong the row is imported nonetheless."""
        found = self._readers.prices[row[place]]
        if isinstance(found, Finding):
            is_other_money = found.flaw is Flaw.UNIT
            told = replace(found, level=Level.NOTE) if is_other_money else found.downgraded()
            self.note(number, place, told, row)
            return found.value
        return found

    def _id(self, number: int, row: Row, place: int) -> int | None:
        found = self._readers.ids[row[place]]
        if isinstance(found, Finding):
            is_needed = self._meaning is Meaning.LINKS
            self.note(number, place, found if is_needed else found.downgraded(), row)
            return found.value
        return found
