"""A message of a shop's worker as a table: «SS24TS01 M - 5», «JACKET» and «XL - 2» below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from app.domain.errors import SpreadsheetError
from app.domain.text import Text, translate
from app.spreadsheet.headings import heading_kind
from app.spreadsheet.known import Known
from app.spreadsheet.likely_meaning import said_by_file
from app.spreadsheet.message_lines import MessageLine, read_line
from app.spreadsheet.reading.book import Advance
from app.spreadsheet.sheet import Cell, Sheet
from app.spreadsheet.size_words import size_label

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
_LONGEST_NAME = 80

Row = tuple[str, str, str, str]


def looks_like_message(first_rows: Iterable[Sequence[Cell]], known: Known) -> bool:
    """Whether some of these lines say how many pieces of what there are, and not too few of them."""
    lines = list(_lines(first_rows))
    read = sum(bool(line.amounts) for line in _read(lines, known))
    return read > 0 and read >= _LEAST_SHARE * len(lines)


def message_table(
    sheet: Sheet, known: Known, say: Callable[[Text], str], advance: Advance
) -> list[Sequence[str]]:
    """The rows of the table, each with the line that it was made of, in the order of the message.

    `say` words the headings. Lines that are no amounts stand alone in the last column; those above all
    others that say what the message means stand above the headings. A line that names an article and is
    not clear has its text where its number would be. Raises `SpreadsheetError` where it is too long.
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
    article, is_sure = "", False  # of what the sizes below are
    for number, line in enumerate(lines):
        is_above_sizes = number + 1 < len(lines) and _are_sizes(lines[number + 1])
        if line.article:
            is_heading = is_above_sizes and not line.amounts and not _has_digit(line.rest)
            is_read = bool(line.amounts) or is_heading
            if is_read or line.is_certain:
                article, is_sure = line.article, is_read
            yield from _of_article(line, is_heading=is_heading)
        elif _are_sizes(line):
            yield from _of_sizes(line, article, is_sure=is_sure)
        elif is_above_sizes and _may_be_name(line.text):
            article, is_sure = line.text.strip(" :-–—,."), True
            yield _alone(line)
        else:
            is_unclear = bool(article and _first_size(line))
            is_sure = is_sure and is_unclear
            yield _unclear(line, article) if is_unclear else _alone(line)


def _of_article(line: MessageLine, *, is_heading: bool) -> Iterator[Row]:
    for one in line.amounts:
        yield line.article, one.size, str(one.pieces), line.text
    if not line.amounts:
        is_error = line.is_certain and not is_heading
        yield _unclear(line, line.article) if is_error else _alone(line)


def _of_sizes(line: MessageLine, article: str, *, is_sure: bool) -> Iterator[Row]:
    """A line of sizes alone: of the article above, where nothing else stands between the two."""
    if article and not is_sure:
        yield _unclear(line, article)
        return
    for one in line.amounts:
        yield article, one.size, str(one.pieces), line.text


def _unclear(line: MessageLine, article: str) -> Row:
    """Its text where the number would be is an error of the check."""
    return article, _first_size(line), line.text, line.text


def _alone(line: MessageLine) -> Row:
    return "", "", "", line.text


def _first_size(line: MessageLine) -> str:
    return size_label(line.rest.split(" ")[0].strip(":-,=+")) or ""


def _are_sizes(line: MessageLine) -> bool:
    return not line.article and bool(line.amounts)


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _may_be_name(text: str) -> bool:
    """«Джинсы синие:» above its sizes names a product; a sentence, or what is meant, does not."""
    is_plain = len(text) <= _LONGEST_NAME and any(map(str.isalpha, text)) and not _has_digit(text)
    return is_plain and text[-1] not in "!?." and not heading_kind(text) and not said_by_file(text, "")
