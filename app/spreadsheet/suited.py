"""The columns that a meaning is about: its own words beat those that only say that there are pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.spreadsheet.headings import heading_kind, nearly_heading_kind, plain_heading
from app.spreadsheet.hidden_columns import doubted
from app.spreadsheet.layout import Column, Kind, Layout
from app.spreadsheet.meaning import Meaning, pieces_column
from app.spreadsheet.numbers import likely_number

_DOUBTFUL = 0.5
_PIECES = frozenset({Kind.QUANTITY, Kind.STOCK})
_BEFORE = re.compile(r"\b(?:начал|нач\b|учет|учёт|план|заказ|opening|planned|ordered|басындағы)")
"""What was there before, or what somebody expects."""

_OWN: Mapping[Meaning, tuple[re.Pattern[str], ...]] = {
    meaning: tuple(re.compile(rf"\b(?:{words})") for words in ranks)
    for meaning, ranks in {
        Meaning.RECEIPTS: (
            "приход|поступ|принят|получ|оприход|receiv|receipt|кіріс|келді|түс(?:ті|кен|ім)",
        ),
        Meaning.SOLD: ("прода|реализ|расход|sold|sale|сатыл|шығыс", "отгру|shipped"),
        Meaning.RETURN: ("возвр|return|қайтар",),
        Meaning.CANCEL: ("отмен|cancel|бас тарт",),
        Meaning.COUNT: (
            "факт|пересч|counted|нақты",
            "кон|остаток на конец|closing|соңындағы",
            "остат|налич|қалды|stock|on hand|inventory|available|balance",
        ),
        Meaning.CABINET: (
            "кон|остаток на конец|closing|соңындағы",
            "остат|налич|қалды|stock|on hand|inventory|available|balance",
        ),
    }.items()
}
"""The words of each meaning, the surest first."""

_NEW_PRICE = re.compile(r"\b(?:нов|new|жаңа)")
_OLD_PRICE = re.compile(r"\b(?:стар|опт|old|wholesale|до скидки|миним|ескі)")


def suited(layout: Layout, meaning: Meaning) -> Layout:
    """The layout with the columns that this meaning is about; those that only may be are doubtful."""
    return doubted(_suited(_with_price(layout), meaning))


def _suited(found: Layout, meaning: Meaning) -> Layout:
    if not meaning.has_pieces or found.wide:
        return found
    own = _own_columns(found, meaning)
    kind = Kind.STOCK if meaning.is_count else Kind.QUANTITY
    if own:
        found = found.with_column(own[0], kind)
        return found if len(own) == 1 else _doubted(found, own[0])
    column = pieces_column(found, meaning)
    if column is not None and _speaks_of_another(found.columns[column].label, meaning):
        return _doubted(found, column)
    return found


def _own_columns(layout: Layout, meaning: Meaning) -> list[int]:
    """The columns that the surest of the meaning's words name; where that is one alone, it is sure."""
    labels = {index: plain_heading(layout.columns[index].label) for index in _columns_of_pieces(layout)}
    for words in _OWN[meaning]:
        named = [index for index, label in labels.items() if words.search(label)]
        if named:
            first = [index for index in named if not _BEFORE.search(labels[index])]
            return first or named * 2  # «Приход план» alone is in doubt
    return []


def _columns_of_pieces(layout: Layout) -> list[int]:
    """Columns of numbers whose headings speak of pieces, whether they are taken for that or not."""
    return [
        index
        for index, column in layout.columns.items()
        if (column.kind in _PIECES or _may_be_taken(column))
        and _heading_is(column.label, _PIECES)
        and _has_numbers(column.samples)
    ]


def _speaks_of_another(label: str, meaning: Meaning) -> bool:
    plain = plain_heading(label)
    if _BEFORE.search(plain):
        return True
    others = [one for one in _OWN if one.is_count is not meaning.is_count or not one.is_count]
    return any(words.search(plain) for one in others if one is not meaning for words in _OWN[one])


def _with_price(layout: Layout) -> Layout:
    """One new price is the price; of others that are as likely none is sure."""
    labels = {
        index: plain_heading(column.label)
        for index, column in layout.columns.items()
        if (column.kind is Kind.PRICE or _may_be_taken(column))
        and _heading_is(column.label, {Kind.PRICE})
        and _has_numbers(column.samples)
    }
    likely = [index for index, label in labels.items() if not _OLD_PRICE.search(label)]
    new = [index for index in likely if _NEW_PRICE.search(labels[index])]
    if len(new) == 1:
        return layout.with_column(new[0], Kind.PRICE)
    column = layout.find(Kind.PRICE)
    return _doubted(layout, column) if column is not None and len(likely) > 1 else layout


def _may_be_taken(column: Column) -> bool:
    return column.kind is Kind.IGNORE and not column.is_hidden


def _doubted(layout: Layout, index: int) -> Layout:
    column = layout.columns[index]
    doubted = replace(column, confidence=min(column.confidence, _DOUBTFUL))
    return replace(layout, columns={**layout.columns, index: doubted})


def _heading_is(label: str, kinds: frozenset[Kind] | set[Kind]) -> bool:
    said = heading_kind(label) or nearly_heading_kind(label)
    return said is not None and said.kind in kinds


def _has_numbers(samples: Sequence[str]) -> bool:
    return not samples or any(likely_number(sample) is not None for sample in samples)
