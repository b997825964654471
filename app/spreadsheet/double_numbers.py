"""Numbers of the marketplace that a file gives twice: each means one product or one size, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.domain.text import Text, translate
from app.spreadsheet.duplicates import Forms, Settled, contradicting, groups, silent
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.lines import Line


class _Rule(NamedTuple):
    """Lines with the same `key` must not differ in what they tell of it; None: nothing is told."""

    key: Callable[[Line], object]
    told: Callable[[Line], object]
    words: Callable[[Line], Text]  # of the other line


def settle_numbers(lines: list[Line], attend: Callable[[], object]) -> Settled:
    """Lines that contradict each other are left out, all of them; what differs not at all counts once.

    A product may have several numbers, as it has after it was put up anew. `attend` is called now and then,
    and raises where no more is wanted.
    """
    forms, problems = Forms(), dict[int, Problem]()
    for rule in _rules(forms):
        for places in groups(map(rule.key, lines), attend):
            for place, other in contradicting(lines, places, rule.told):
                problems.setdefault(place, _problem(lines[place], rule.words(lines[other])))
    whole = ((line.product_id, line.size_id, line.article, forms[line.size]) for line in lines)
    dropped = {place for same in groups(whole, attend) for place in same[1:]} | problems.keys()
    kept = [line for place, line in enumerate(lines) if place not in dropped] if dropped else lines
    found = list(problems.values())
    return Settled(kept, found, silent(lines, kept, found, dropped))


def _rules(forms: Forms) -> Iterator[_Rule]:
    def size(line: Line) -> object:
        return line.article, forms[line.size]

    def numbered_size(line: Line) -> object:
        return None if line.size_id is None else size(line)

    yield _Rule(lambda line: line.product_id, lambda line: line.article, _given_to)
    yield _Rule(lambda line: line.size_id, size, _given_to)
    yield _Rule(numbered_size, lambda line: line.size_id, _other_number)


def _given_to(other: Line) -> Text:
    text = translate("Check", "Row {row} gives this number to {value}. Leave one of them.")
    return text.format(row=other.row, value=f"{other.article} {other.size}".strip())


def _other_number(other: Line) -> Text:
    text = translate("Check", "Row {row} has another number for this size: {value}. Leave one of them.")
    return text.format(row=other.row, value=other.size_id)


def _problem(line: Line, text: Text) -> Problem:
    number = line.product_id if line.size_id is None else line.size_id
    return Problem(line.row, line.column, Level.ERROR, Flaw.CONTRADICTION, text, str(number))
