"""The columns that a meaning is about: its own words beat those that only say that there are pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.spreadsheet.headings import heading_kind, nearly_heading_kind, plain_heading
from app.spreadsheet.hidden_columns import with_hidden_in_doubt
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.meaning import Meaning, pieces_column
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.units import other_money, unit_of

_DOUBTFUL = 0.5
_PIECES = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK})
_BEFORE = re.compile(r"\b(?:начал|нач\b|учет|учёт|план|заказ|подлеж|opening|planned|ordered|басындағы)")
"""What was there before, or what somebody expects."""

_OWN: Mapping[Meaning, tuple[re.Pattern[str], ...]] = {
    meaning: tuple(re.compile(rf"\b(?:{words})") for words in ranks)
    for meaning, ranks in {
        Meaning.RECEIPTS: (
            "приход|поступ|принят|получ|оприход|receiv|receipt|кіріс|келді|түс(?:ті|кен|ім)",
            "отпущ",
        ),
        Meaning.SOLD: ("прода|реализ|расход|выкуп|sold|sale|сатыл|шығыс", "отгру|отпущ|shipped"),
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

_DAY = re.compile(r"\b(\d{2})[./](\d{2})[./](\d{4})\b")
_FREE = re.compile(r"\b(?:доступ|свобод|available|free)")
_RESERVED = re.compile(r"\b(?:резерв|заброн|reserved?)")
_ALL = re.compile(r"(?:всего|итого|общ\w*|total|барлығы)\b")
_WITHOUT_TAX = re.compile(r"\b(?:без (?:учета )?(?:ндс|налог)|excl\w*|net of vat)")

_NEW_PRICE = re.compile(r"\b(?:нов|new|жаңа)")
_OLD_PRICE = re.compile(r"\b(?:стар|опт|old|wholesale|до скидки|миним|ескі)")


def suited(layout: Layout, meaning: Meaning) -> Layout:
    """The layout with the columns that this meaning is about; those that only may be are doubtful."""
    return with_hidden_in_doubt(_suited(_with_price(layout), meaning))


def _suited(found: Layout, meaning: Meaning) -> Layout:
    if not meaning.has_pieces or found.wide:
        return found
    own = _own_columns(found, meaning)
    kind = ColumnKind.STOCK if meaning.is_count else ColumnKind.QUANTITY
    if own:
        found = found.with_column(own[0], kind)
        is_sure = len(own) == 1 and unit_of(found.columns[own[0]].label) is None
        return _with_reserved(found, meaning) if is_sure else _with_column_in_doubt(found, own[0])
    column = pieces_column(found, meaning)
    if column is not None and _is_of_undone(found.columns[column].label, meaning):
        return _suited(found.with_column(column, ColumnKind.IGNORE), meaning)
    if column is not None and _speaks_of_another(found.columns[column].label, meaning):
        return _with_column_in_doubt(found, column)
    return _with_reserved(found, meaning)


def _own_columns(layout: Layout, meaning: Meaning) -> list[int]:
    """The columns that the surest of the meaning's words name; where that is one alone, it is sure."""
    labels = {index: plain_heading(layout.columns[index].label) for index in _columns_of_pieces(layout)}
    for words in _OWN[meaning]:
        named = [index for index, label in labels.items() if words.search(label)]
        if named:
            named = [index for index in named if unit_of(labels[index]) is None] or named
            first = [index for index in named if not _BEFORE.search(labels[index])]
            first.sort(key=lambda index: _day(layout.columns[index].label), reverse=True)
            return first or named * 2  # «Приход план» alone is in doubt
    return []


def _day(label: str) -> str:
    """The day in a heading, so that later ones are greater; nothing where there is none."""
    found = _DAY.search(label)
    return "" if found is None else "".join(reversed(found.groups()))


def _with_reserved(layout: Layout, meaning: Meaning) -> Layout:
    """«Доступно» is not what is there where some is reserved and a column has both; a person is asked."""
    chosen = pieces_column(layout, meaning)
    if (
        not meaning.is_count
        or chosen is None
        or not _FREE.search(plain_heading(layout.columns[chosen].label))
    ):
        return layout
    labels = {index: plain_heading(column.label) for index, column in layout.columns.items()}
    has_reserved = any(_RESERVED.search(label) for label in labels.values())
    whole = [
        index
        for index, label in labels.items()
        if _ALL.match(label) and _has_numbers(layout.columns[index].samples)
    ]
    if not has_reserved or len(whole) != 1:
        return layout
    return _with_column_in_doubt(layout.with_column(whole[0], ColumnKind.STOCK), whole[0])


def movement_columns(layout: Layout) -> list[int]:
    """Columns of what came or went, whether they are taken for that or not; none of what was planned."""
    found = [] if layout.wide else _columns_of_pieces(layout, {ColumnKind.QUANTITY})
    return [index for index in found if not _BEFORE.search(plain_heading(layout.columns[index].label))]


def _columns_of_pieces(
    layout: Layout, kinds: frozenset[ColumnKind] | set[ColumnKind] = _PIECES
) -> list[int]:
    """Columns of numbers whose headings speak of such pieces, whether they are taken for that or not."""
    return [
        index
        for index, column in layout.columns.items()
        if (column.kind in _PIECES or _may_be_taken(column))
        and _heading_is(column.label, kinds)
        and _has_numbers(column.samples)
    ]


def _speaks_of_another(label: str, meaning: Meaning) -> bool:
    plain = plain_heading(label)
    if _BEFORE.search(plain):
        return True
    others = [one for one in _OWN if one.is_count is not meaning.is_count or not one.is_count]
    return any(words.search(plain) for one in others if one is not meaning for words in _OWN[one])


def _is_of_undone(label: str, meaning: Meaning) -> bool:
    """«Возвращено» is never what was sold or came, not even as a guess."""
    plain, undone = plain_heading(label), (Meaning.RETURN, Meaning.CANCEL)
    said = [one for one in undone if any(words.search(plain) for words in _OWN[one])]
    return bool(said) and meaning not in said


def _with_price(layout: Layout) -> Layout:
    """One new price is the price; of others that are as likely none is sure."""
    labels = {
        index: plain_heading(column.label)
        for index, column in layout.columns.items()
        if (column.kind is ColumnKind.PRICE or _may_be_taken(column))
        and _heading_is(column.label, {ColumnKind.PRICE})
        and _has_numbers(column.samples)
    }
    likely = [index for index, label in labels.items() if not _OLD_PRICE.search(label)]
    own = [index for index in likely if _is_own_price(layout.columns[index].label)]
    new = [index for index in own or likely if _NEW_PRICE.search(labels[index])] or own
    if len(new) == 1 and (new != own or len(likely) > 1):
        return layout.with_column(new[0], ColumnKind.PRICE)
    column = layout.find(ColumnKind.PRICE)
    return _with_column_in_doubt(layout, column) if column is not None and len(likely) > 1 else layout


def _is_own_price(label: str) -> bool:
    """Whether it is what a buyer pays: in tenge, with the tax, and not in thousands."""
    is_whole = unit_of(label) is None and not _WITHOUT_TAX.search(plain_heading(label))
    return is_whole and not other_money(label)


def _may_be_taken(column: Column) -> bool:
    return column.kind is ColumnKind.IGNORE and not column.is_hidden


def _with_column_in_doubt(layout: Layout, index: int) -> Layout:
    column = layout.columns[index]
    doubted = replace(column, confidence=min(column.confidence, _DOUBTFUL))
    return replace(layout, columns={**layout.columns, index: doubted})


def _heading_is(label: str, kinds: frozenset[ColumnKind] | set[ColumnKind]) -> bool:
    said = heading_kind(label) or nearly_heading_kind(label)
    return said is not None and said.kind in kinds


def _has_numbers(samples: Sequence[str]) -> bool:
    return not samples or any(likely_number(sample) is not None for sample in samples)
