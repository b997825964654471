"""A message of a shop's worker as a table: «SS24TS01 M - 5», «JACKET» and «XL - 2» below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.domain.errors import SpreadsheetError
from app.domain.text import Text, translate
from app.spreadsheet.known import Known
from app.spreadsheet.likely_meaning import said_by_file
from app.spreadsheet.message_lines import MessageLine, is_of_messenger, named_before, read_line
from app.spreadsheet.reading.book import Advance
from app.spreadsheet.sheet import Cell, Sheet
from app.spreadsheet.unclear_lines import Doubt, marked
from app.spreadsheet.written_amounts import LONGEST

_HEADINGS = (
    translate("Import", "Article"),
    translate("Import", "Size"),
    translate("Import", "Quantity"),
    translate("Import", "Line of the message"),
)
"""Of the table that is made; what stands below the last one is the line as it was written."""

MOST_LINES = 2000
"""Nobody types more."""

_LEAST_SHARE = 0.25

Row = tuple[str, str, str, str]


def looks_like_message(first_rows: Iterable[Sequence[Cell]], known: Known) -> bool:
    """Whether some of these lines say something of articles and pieces, and not too few of them."""
    lines = _read(list(_lines(first_rows)), known)
    is_of_known = [_is_known(line.article, known) for line in lines]
    read = [
        bool(line.amounts) or (line.is_goods and bool(not line.article or (is_known and line.rest)))
        for line, is_known in zip(lines, is_of_known, strict=True)
    ]
    names_any = any(is_of_known) or any(line.amounts for line in lines)
    return names_any and 0 < sum(read) >= _LEAST_SHARE * len(lines)


def has_whole_lines(first_rows: Iterable[Sequence[Cell]], known: Known) -> bool:
    """Whether a messenger wrote these lines, or one cell alone says how many pieces of which size."""
    return any(
        is_of_messenger(",".join(map(str, row))) or any(_is_whole(str(cell), known) for cell in row)
        for row in first_rows
    )


def _is_whole(cell: str, known: Known) -> bool:
    line = read_line(cell, known)
    return any(one.size for one in line.amounts) or bool(
        line.article and line.first_size and " " in line.rest
    )


def _is_known(article: str, known: Known) -> bool:
    return bool(article) and (article in known.sizes or known.like(article) is not None)


def message_table(
    sheet: Sheet, known: Known, say: Callable[[Text], str], advance: Advance
) -> list[Sequence[str]]:
    """The rows of the table, each with the line that it was made of, in the order of the message.

    `say` words the headings. Lines that are no amounts stand alone in the last column; those above all
    others that say what the message means stand above the headings. A line of goods that is not clear has
    its text where its number would be, marked so that it is none. An article above its sizes stands before
    the line of each. Raises `SpreadsheetError` where it is too long.
    """
    lines: list[str] = []
    for number, line in enumerate(_lines(sheet.rows())):
        if number == MOST_LINES:
            raise _too_long()
        advance(number, sheet.row_count or 0)
        lines.append(line)
    rows = list(_rows(_read(lines, known)))
    above = next((place for place, row in enumerate(rows) if any(row[:3])), 0)
    titles = [row[3] for row in rows[:above] if said_by_file(row[3], "")]
    rows = [row for place, row in enumerate(rows) if place >= above or row[3] not in titles]
    return [*([title] for title in titles), [say(heading) for heading in _HEADINGS], *rows]


def _lines(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """What was a line before it was divided into cells, without empty ones."""
    for row in rows:
        line = ",".join(map(str, row)).strip(" ,")
        if line:
            yield line


def _too_long() -> SpreadsheetError:
    return SpreadsheetError(
        translate("Import", "The text has more than {most} lines: that is no message.").format(
            most=MOST_LINES
        ),
        translate("Import", "Delete what does not belong to it, and choose the file again."),
    )


def _read(lines: Sequence[str], known: Known) -> list[MessageLine]:
    found: list[MessageLine] = []
    article = ""
    for text in lines:
        line = read_line(text, known, article)
        article = line.article or article
        found.append(line)
    return found


def _rows(lines: Sequence[MessageLine]) -> Iterator[Row]:
    place = _Place()
    for number, line in enumerate(lines):
        is_above_sizes = number + 1 < len(lines) and _begins_with_size(lines[number + 1])
        yield from place.rows_of(line, is_above_sizes=is_above_sizes)


class _Place:
    """What stands above a line: the article of its sizes, and the words that say what is meant."""

    def __init__(self) -> None:
        self._article, self._is_sure, self._heading = "", False, ""
        self._meaning: tuple[str, ...] = ()
        self._is_of_other, self._has_begun = False, False

    def rows_of(self, line: MessageLine, *, is_above_sizes: bool) -> Iterator[Row]:
        """The rows of the next line; those of a heading stand with its sizes."""
        is_goods = line.is_goods or bool(line.amounts) or self._is_size_below(line)
        self._has_begun = self._has_begun or is_goods
        if line.is_heading and is_above_sizes:
            self._article, self._is_sure, self._heading = line.article, True, f"{line.text} / "
        elif line.amounts:
            if line.article:
                self._article, self._is_sure, self._heading = line.article, True, ""
            yield from self._amounts(line)
        elif is_goods:
            self._take_unclear(line)
            yield self._unclear(line, Doubt.LINE)
        else:
            self._is_sure = False
            self._take_words(line.text)
            yield "", "", "", line.text

    def _is_size_below(self, line: MessageLine) -> bool:
        return bool(self._article and not line.article and line.first_size)

    def _take_unclear(self, line: MessageLine) -> None:
        """Sizes below an article with more words are not sure to be of it: «SS24TS01 нет», «M - 5»."""
        named = line.article or named_before(line)
        if named:
            self._article, self._is_sure, self._heading = named, False, ""

    def _take_words(self, text: str) -> None:
        """Above the goods they say what the message means; further down what the lines below them mean."""
        said = said_by_file(text[:LONGEST])
        if not self._has_begun:
            self._meaning += said
        elif said:
            self._is_of_other = not set(said) <= set(self._meaning)

    def _amounts(self, line: MessageLine) -> Iterator[Row]:
        if self._is_of_other:
            yield self._unclear(line, Doubt.MEANING)
            return
        if not self._is_sure:
            yield self._unclear(line, Doubt.ARTICLE if self._article else Doubt.LINE)
            return
        for one in line.amounts:
            yield self._article, one.size, str(one.pieces), self._heading + line.text

    def _unclear(self, line: MessageLine, doubt: Doubt) -> Row:
        """Its text where the number would be is an error of the check."""
        return self._article, line.first_size, marked(line.text, doubt), self._heading + line.text


def _begins_with_size(line: MessageLine) -> bool:
    return not line.article and bool(line.amounts or line.first_size)
