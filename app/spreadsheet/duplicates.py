"""Rows that speak of the same size twice, or of the same product's price."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from app.domain.size_names import normal_form
from app.domain.text import Text, translate
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.lines import Line
from app.spreadsheet.meaning import Meaning

_LINES_AT_ONCE = 10_000
_GROUPS_AT_ONCE = 1_000


class Settled(NamedTuple):
    """The lines that remain, the problems, and the rows that only repeat what others say."""

    lines: list[Line]
    problems: list[Problem]
    repeated: list[int]


def settle_duplicates(
    lines: list[Line],
    meaning: Meaning,
    *,
    is_summed: bool,
    attend: Callable[[], object],
    is_expected: bool = False,
) -> Settled:
    """Pieces are added up where that is wanted. Else the same counts once, and what differs not at all.

    `is_expected`: that they are added up is how the file is meant, and nobody has to be told.
    `attend` is called now and then, and raises where no more is wanted.
    """
    dropped: set[int] = set()
    problems: list[Problem] = []
    if is_summed and is_expected:
        return Settled(lines, [], [])
    for number, places in enumerate(groups(_keys(lines, meaning), attend)):
        if number % _GROUPS_AT_ONCE == 0:
            attend()
        first, *later = places
        if is_summed:
            problems += _repeated(lines, later, _summed(lines[first]))
        elif wrong := [*contradicting(places, [_told(lines[place], meaning) for place in places])]:
            problems += (_contradiction(lines[place], lines[other], meaning) for place, other in wrong)
            dropped.update(places)
        else:
            dropped.update(later)
            if meaning.has_pieces:
                problems += _repeated(lines, later, _once(lines[first]))
    kept = [line for place, line in enumerate(lines) if place not in dropped] if dropped else lines
    return Settled(kept, problems, silent(lines, kept, problems, dropped))


def groups(keys: Iterable[Hashable], attend: Callable[[], object]) -> list[list[int]]:
    """The places of keys that come twice or more, each with all of them."""
    seen: dict[Hashable, int] = {}
    found: dict[int, list[int]] = {}
    for place, key in enumerate(keys):
        if place % _LINES_AT_ONCE == 0:
            attend()
        first = seen.setdefault(key, place)
        if first != place:
            found.setdefault(first, [first]).append(place)
    return list(found.values())


def silent(
    lines: Sequence[Line], kept: Sequence[Line], problems: Sequence[Problem], dropped: Collection[int]
) -> list[int]:
    """Rows that only say once more what other rows say."""
    if not dropped:
        return []
    told = {line.row for line in kept} | {problem.row for problem in problems}
    return sorted({lines[place].row for place in dropped} - told)


def _keys(lines: Sequence[Line], meaning: Meaning) -> Iterator[Hashable]:
    if meaning is Meaning.PRICE:
        yield from (line.article for line in lines)
    else:
        forms = _Forms()
        yield from ((line.article, forms[line.size]) for line in lines)


class _Forms(dict[str, str]):
    def __missing__(self, size: str) -> str:
        form = self[size] = normal_form(size)
        return form


def _repeated(lines: Sequence[Line], places: Sequence[int], text: Text) -> Iterator[Problem]:
    return (_problem(lines[place], Level.WARNING, Flaw.REPEATED, text) for place in places)


def _summed(first: Line) -> Text:
    text = translate("Check", "The same article and size as in row {row}; the pieces are added up.")
    return text.format(row=first.row)


def _once(first: Line) -> Text:
    text = translate("Check", "The same article, size and number as in row {row}; it is taken once.")
    return text.format(row=first.row)


def contradicting(places: Sequence[int], told: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Each of the places, with one that tells another than it does; none where all tell the same."""
    first = places[0]
    other = next((place for place, one in zip(places, told, strict=True) if one != told[0]), None)
    if other is not None:
        for place, one in zip(places, told, strict=True):
            yield place, other if one == told[0] else first


def _told(line: Line, meaning: Meaning) -> Hashable:
    """What must not differ between lines that speak of the same."""
    return line.price if meaning is Meaning.PRICE else line.pieces


def _contradiction(line: Line, other: Line, meaning: Meaning) -> Problem:
    return _problem(line, Level.ERROR, Flaw.CONTRADICTION, _other_told(other, meaning))


def _other_told(other: Line, meaning: Meaning) -> Text:
    if meaning is Meaning.PRICE:
        text = translate("Check", "Row {row} has another price, {value}. Leave one of them.")
        return text.format(row=other.row, value=other.price)
    text = translate("Check", "Row {row} has another number for this size: {value}. Leave one of them.")
    return text.format(row=other.row, value=other.pieces)


def _problem(line: Line, level: Level, flaw: Flaw, text: Text) -> Problem:
    value = line.price if line.pieces is None else line.pieces
    return Problem(line.row, line.column, level, flaw, text, "" if value is None else str(value))
