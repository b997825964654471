"""Columns that only spaces part, as 1C and DOS programs print them: «JACKET     XL      5    82 000,00»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise

from app.spreadsheet.headings import heading_kind
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.reading.frames import is_rule

_MOST_ABOVE = 60
_MOST_TRIED = 5
_FAR = 1000
_MOST_PARTS = 100
_APART = re.compile(r" {2,}")
_PRODUCT = frozenset({ColumnKind.ARTICLE, ColumnKind.TITLE, ColumnKind.BARCODE})
_NUMBERS = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK, ColumnKind.PRICE})

Span = tuple[int, int]
"""Where a column begins and where it ends, counted from 0, the end outside."""


@dataclass(frozen=True, slots=True)
class FixedWidth:
    """Where the columns are, which of them have numbers, and in which line their headings."""

    spans: Sequence[Span]
    numbers: frozenset[int]
    heading: int

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """A row for each line. What does not stand in the columns is one cell.

        A line below the headings that has columns of its own is in that of the numbers too, where it is an
        error to the check: it may be data.
        """
        for number, line in enumerate(lines):
            text = line.rstrip()
            if not text or is_rule(text):
                yield []
            elif number < self.heading or (cells := self._cells(text)) is None:
                is_data = number > self.heading and _APART.search(text.strip()) and _has_digit(text)
                yield self._as_error(text.strip()) if is_data else [text.strip()]
            else:
                yield cells

    def _cells(self, line: str) -> list[str] | None:
        """The cells; None where no blank parts one from the next. Some are longer than their columns."""
        cuts = [0]
        for (_, end), (begin, _) in pairwise(self.spans):
            gap = line[end:begin].ljust(begin - end)
            beyond = gap.strip()
            is_left, is_right = beyond and gap[0] != " ", beyond and gap[-1] != " "
            if _APART.search(beyond) or (beyond and bool(is_left) == bool(is_right)):
                return None
            cuts.append(begin - len(beyond) if is_right else end + len(beyond))
        return [line[first:last].strip() for first, last in pairwise([*cuts, len(line)])]

    def _as_error(self, text: str) -> list[str]:
        return [text if not place or place in self.numbers else "" for place in range(len(self.spans))]


def find_columns(lines: Sequence[str]) -> FixedWidth | None:
    """The columns below the headings of these first lines of a text; None where there is any doubt.

    A column is what blanks part from others in all lines up to the next rule or empty line, and what has a
    heading of its own; a product and a number are among those.
    """
    heads = ((number, head) for number, head in enumerate(lines[:_MOST_ABOVE]) if _may_be_head(head))
    for number, head in islice(heads, _MOST_TRIED):
        body = _body(lines[number + 1 :])
        spans = _spans(head, body)
        kinds = [_kind(head[slice(*span)]) for span in spans]
        if body and _are_columns(spans, kinds, body):
            numbers = frozenset(place for place, kind in enumerate(kinds) if kind in _NUMBERS)
            return FixedWidth(spans, numbers, number)
    return None


def _may_be_head(line: str) -> bool:
    """Whether two words of a line are headings, which no comma parts."""
    if "\t" in line or len(line.split()) < 2:
        return False
    if len([part for part in line.split(",") if heading_kind(part)]) > 1:
        return False
    return sum(heading_kind(word) is not None for word in line.split()) > 1


def _body(lines: Sequence[str]) -> list[str]:
    """The lines right below, without a rule above them."""
    first = next((place for place, line in enumerate(lines) if not is_rule(line)), len(lines))
    found: list[str] = []
    for line in lines[first:]:
        if not line.strip() or is_rule(line) or "\t" in line:
            break
        found.append(line)
    return found


def _spans(head: str, body: Sequence[str]) -> list[Span]:
    lines = [head.rstrip(), *map(str.rstrip, body)]
    filled = {place for line in lines for place, sign in enumerate(line) if sign != " "}
    runs = groupby(range(max(map(len, lines))), filled.__contains__)
    parts = [(part[0], part[-1] + 1) for is_filled, places in runs if is_filled and (part := list(places))]
    return _with_values(_with_headings(parts, head), body) if len(parts) <= _MOST_PARTS else []


def _with_headings(parts: Sequence[Span], head: str) -> list[Span]:
    """What has no heading belongs to what stands nearer: «82» to «000,00»; nothing where that is unsure."""
    found = list(parts)
    while len(found) > 1:
        bare = next(
            (place for place, (begin, end) in enumerate(found) if not head[begin:end].strip()), None
        )
        if bare is None:
            break
        left = found[bare][0] - found[bare - 1][1] if bare else _FAR
        right = found[bare + 1][0] - found[bare][1] if bare + 1 < len(found) else _FAR
        if left == right:
            return []
        first = bare - 1 if left < right else bare
        found[first : first + 2] = [(found[first][0], found[first + 1][1])]
    return found


def _are_columns(spans: Sequence[Span], kinds: Sequence[ColumnKind | None], body: Sequence[str]) -> bool:
    """Whether there are a product and numbers, and no two of these in one cell."""
    if not _PRODUCT.intersection(kinds) or not _NUMBERS.intersection(kinds):
        return False
    cells = [
        (kind, line[begin:end].strip())
        for line in body
        for (begin, end), kind in zip(spans, kinds, strict=True)
    ]
    are_one = all(kind is ColumnKind.TITLE or not _APART.search(text) for kind, text in cells)
    numbers = [text for kind, text in cells if kind in _NUMBERS and text.strip("-")]
    return are_one and all(likely_number(text) is not None for text in numbers)


def _with_values(parts: Sequence[Span], body: Sequence[str]) -> list[Span]:
    """«Цена» and «розничная» above one column are its heading together."""
    found: list[Span] = []
    for begin, end in parts:
        is_empty = bool(found) and not any(line[slice(*found[-1])].strip() for line in body)
        if is_empty and begin - found[-1][1] == 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _kind(heading: str) -> ColumnKind | None:
    said = heading_kind(heading.strip())
    return None if said is None else said.kind


def _has_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))
