"""What each row of a sheet is: data, a product above its sizes, a total, the header once more, nothing."""

from __future__ import annotations

from array import array

from app.domain.text import Text, translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.control_total import ControlTotal, ReadSoFar
from app.spreadsheet.ditto import Dittos, Marks
from app.spreadsheet.flaws import Finding, Flaw, Level, error
from app.spreadsheet.later_headings import is_other_heading
from app.spreadsheet.layout import Layout
from app.spreadsheet.line_reader import LineReader, Row
from app.spreadsheet.lines import LeftOut
from app.spreadsheet.places import Places
from app.spreadsheet.readers import Readers
from app.spreadsheet.row_words import is_signature, is_total, repeats_header
from app.spreadsheet.size_words import size_label
from app.spreadsheet.unclear_lines import is_marked, unclear_line


class RowReader:
    """Gives the rows of data to the reader of lines, and keeps why other rows were left out."""

    def __init__(
        self,
        layout: Layout,
        places: Places,
        readers: Readers,
        line_reader: LineReader,
        above: RowReader | None = None,
    ) -> None:
        self._layout, self._readers, self._line_reader = layout, readers, line_reader
        self.names, self._size = places.names, places.size
        naming = (places.names, places.size, places.barcode)
        self._naming = [place for place in naming if place is not None]
        self._numbers = places.numbers
        self._article = self._title = ""
        self._dittos, self._size_marks = Dittos(places), Marks()
        self._group: tuple[int, Row, str] | None = None  # a product whose sizes may stand below
        self._read_so_far: ReadSoFar = (
            ReadSoFar(line_reader.lines, line_reader.problems) if above is None else above._read_so_far
        )
        self._total = None if layout.carries else ControlTotal(places, self._read_so_far)
        self.left_out: dict[LeftOut, array[int]] = {} if above is None else above.left_out

    def read(self, number: int, row: Row) -> bool:
        """Read one row below the header; False where it is the heading of other columns instead."""
        if self._numbers and is_marked(row[self._numbers[0]]):
            self._refuse_unclear(number, row)
            return True
        named = self._readers.names[row[self.names]]
        if named is None or (self._size is not None and self._size_marks[row[self._size]]):
            filled = self._with_dittos(number, row)
            if filled is None:
                return True
            row = filled
            named = self._readers.names[row[self.names]]
        if named is None and is_other_heading(row, self._layout):
            return False
        why = self._no_data(number, row) if named is None else None
        if why is None:
            if self._layout.carries:
                why = self._read_in_group(number, row)
            elif type(named) is str:
                why = self._line_reader.read(number, row, named)
            else:
                why = self._read_unusual(number, row)
        self._dittos.above = row
        if why is not None:
            self.leave_out(number, why)
            if why is not LeftOut.NOTHING:
                self._dittos.above = None
        return True

    def _with_dittos(self, number: int, row: Row) -> Row | None:
        """The row with what marks in it stand for; None where that is nothing, which a problem tells."""
        found = list(self._dittos.findings(row))
        for place, finding in found:
            self._line_reader.note(number, place, finding, row)
        if any(finding.level is Level.ERROR for _, finding in found):
            self._dittos.above = None
            return None
        return self._dittos.filled(row) if found else row

    def pass_by(self, number: int, row: Row, why: LeftOut) -> None:
        """Leave out a row, hidden, struck out or imported before; rows below may be of its product."""
        self._go_past(row)
        self._line_reader.pass_by(number, row)
        self.leave_out(number, why if any(map(cell_text, row)) else LeftOut.EMPTY)

    def refuse(self, number: int, row: Row, found: Finding[object]) -> None:
        """Read nothing of a row, as it is not known which of its numbers is which."""
        self._go_past(row)
        self._line_reader.note(number, self._numbers[0], found, row)

    def _refuse_unclear(self, number: int, row: Row) -> None:
        """A line of a message that is not clear is no heading, even where it has no size."""
        if found := unclear_line(cell_text(row[self._numbers[0]])):
            self.refuse(number, row, found)

    def _go_past(self, row: Row) -> None:
        row = self._dittos.filled(row)
        self._dittos.above = row if any(map(cell_text, row)) else None
        text = cell_text(row[self.names])
        if not text or (self._layout.sizes_below and size_label(text)):
            self._begin_sizes()
        elif self._layout.carries:
            self._end_group()
            named = self._readers.name(row[self.names])
            self._article = (named.value if isinstance(named, Finding) else named) or ""
            self._title = self._line_reader.title(row)

    def _read_unusual(self, number: int, row: Row) -> LeftOut | None:
        article = self._article_of(number, row)
        return None if article is None else self._line_reader.read(number, row, article)

    def leave_out(self, number: int, why: LeftOut) -> None:
        """Keep that nothing was made of a row."""
        self.left_out.setdefault(why, array("q")).append(number)

    def finish(self) -> None:
        """The table ends, perhaps with a product that no sizes stand below."""
        self._end_group()
        self._read_so_far.end_table()
        self._article = self._title = ""

    def _no_data(self, number: int, row: Row) -> LeftOut | None:
        if not any(row) or not any(map(cell_text, row)):
            return LeftOut.EMPTY
        if is_total(row):
            differs = None if self._total is None else self._total.compare(row)
            if differs is not None and self._is_all_read():
                self._line_reader.note(number, *differs, row)
                return LeftOut.TOTAL
            text = translate("Check", "A row of totals is not imported.")
            return self._noted(number, row, Flaw.TOTAL, text, LeftOut.TOTAL)
        if is_signature(cell_text(row[self.names])):
            text = translate("Check", "A line for signatures is not imported.")
            return self._noted(number, row, Flaw.GROUP, text, LeftOut.GROUP)
        if repeats_header(row, self._layout):
            return LeftOut.HEADER
        if self._size is not None and not any(cell_text(row[place]) for place in self._naming):
            text = translate("Check", "“{was}” has no article and no size: it is taken for a heading.")
            was = next(filter(None, map(cell_text, row)))
            return self._noted(number, row, Flaw.GROUP, text.format(was=was), LeftOut.GROUP)
        return None

    def _is_all_read(self) -> bool:
        """Whether nothing above was passed by or could not be read."""
        is_passed = not self.left_out.keys().isdisjoint({LeftOut.HIDDEN, LeftOut.STRUCK, LeftOut.DONE})
        return not is_passed and not self._read_so_far.has_error

    def _noted(self, number: int, row: Row, flaw: Flaw, text: Text, why: LeftOut) -> LeftOut:
        self._line_reader.note(number, self.names, Finding(Level.NOTE, flaw, text), row)
        return why

    def _article_of(self, number: int, row: Row) -> str | None:
        """The article of the row; None where there is none, which a problem tells."""
        named = self._readers.name(row[self.names])
        if named is None and (of_barcode := self._readers.of_barcode(row)):
            return of_barcode[0]
        if named is None:
            named = error(Flaw.NO_ARTICLE, translate("Check", "There is no article. Type it."))
        if isinstance(named, Finding):
            self._line_reader.note(number, self.names, named, row)
            return named.value
        return named

    def _read_in_group(self, number: int, row: Row) -> LeftOut | None:
        """A row where products stand above their sizes: a product, or one of its sizes."""
        text = cell_text(row[self.names])
        size = size_label(text) if text and self._layout.sizes_below else None
        if text and size is None:
            return self._read_product(number, row)
        if not self._article:
            found = error(Flaw.NO_ARTICLE, translate("Check", "There is no article above this row."))
            self._line_reader.note(number, self.names, found, row)
            return None
        self._begin_sizes()
        return self._line_reader.read(number, row, self._article, size or "", self._title)

    def _begin_sizes(self) -> None:
        """Sizes do stand below the product."""
        if self._group is not None:
            self.leave_out(self._group[0], LeftOut.GROUP)
            self._group = None

    def _read_product(self, number: int, row: Row) -> LeftOut | None:
        self._end_group()
        article = self._article_of(number, row)
        self._article, self._title = article or "", self._line_reader.title(row)
        if article is None:
            return None
        if self._layout.sizes_below or (self._size is not None and not cell_text(row[self._size])):
            self._group = (number, row, article)
            return None
        return self._line_reader.read(number, row, article)

    def _end_group(self) -> None:
        if self._group is None:
            return
        number, row, article = self._group
        self._group = None
        if why := self._line_reader.read(number, row, article):
            self.leave_out(number, why)
