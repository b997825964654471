"""Numbers of the marketplace: each means one product, within it one size, and a size has one number."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from app.domain.size_names import normal_form
from app.domain.text import Text, translate
from app.spreadsheet.duplicates import Settled, contradicting, groups, silent
from app.spreadsheet.flaws import Flaw, Level, Problem
from app.spreadsheet.lines import Line


def settle_numbers(lines: list[Line], attend: Callable[[], object]) -> Settled:
    """What contradicts itself is not taken at all, what is only said again once.

    `attend` is called now and then, and raises where no more is wanted.
    """
    wrong: dict[int, Problem] = {}
    for key, told, words in (
        (_product_number, _product, _other_product),
        (_size_number, _named, _other_product),
        (_numbered_size, _number_of_size, _other_number),
    ):
        for place, other in _differing(lines, key, told, attend):
            line = lines[place]
            number = str(line.size_id or line.product_id)
            wrong[place] = Problem(
                line.row, line.column, Level.ERROR, Flaw.CONTRADICTION, words(lines[other]), number
            )
    again = {place for places in groups(map(_everything, lines), attend) for place in places[1:]}
    dropped = wrong.keys() | again
    kept = [line for place, line in enumerate(lines) if place not in dropped] if dropped else lines
    problems = list(wrong.values())
    return Settled(kept, problems, silent(lines, kept, problems, dropped))


def _differing(
    lines: Sequence[Line],
    key: Callable[[Line], Hashable],
    told: Callable[[Line], Hashable],
    attend: Callable[[], object],
) -> Iterator[tuple[int, int]]:
    """Places of lines with one key that do not all tell the same, each with one that tells another."""
    for places in groups(map(key, lines), attend):
        if key(lines[places[0]]) is not None:
            yield from contradicting(places, [told(lines[place]) for place in places])


def _product_number(line: Line) -> Hashable:
    return line.product_id


def _product(line: Line) -> Hashable:
    return line.article


def _size_number(line: Line) -> Hashable:
    return None if line.size_id is None else (line.product_id, line.size_id)


def _numbered_size(line: Line) -> Hashable:
    return None if line.size_id is None else (line.product_id, *_named(line))


def _number_of_size(line: Line) -> Hashable:
    return line.size_id


def _everything(line: Line) -> Hashable:
    return (*_named(line), line.product_id, line.size_id)


def _named(line: Line) -> tuple[str, str]:
    return line.article, normal_form(line.size)


def _other_product(other: Line) -> Text:
    text = translate("Check", "Row {row} gives this number to {value}. Leave one of them.")
    return text.format(row=other.row, value=f"{other.article} {other.size}".strip())


def _other_number(other: Line) -> Text:
    text = translate("Check", "Row {row} has another number for this size: {value}. Leave one of them.")
    return text.format(row=other.row, value=other.size_id)
