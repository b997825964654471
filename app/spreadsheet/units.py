"""What a heading says its numbers are in: packs and not pieces, thousands, or money of somewhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from app.spreadsheet.headings import Said, plain_heading
from app.spreadsheet.layout import ColumnKind

PACK = (
    r"(?:упак\w*|уп|кор|короб\w*|ящ|ящик\w*|пач|пачк\w*|пачек|палл?ет\w*"
    r"|box|boxes|packs?|packages?|cartons?|cases?)"
)
"""What pieces are packed in, as a pattern for lower case."""

_PACK = rf"(?:{PACK}|мест|месте)"
_PACKS = re.compile(rf"\b{_PACK}\b")
_IN_A_PACK = re.compile(
    rf"\b(?:в|per|in)\s+(?:(?:одн\w+|1|кажд\w+|a|one|each)\s+)?{_PACK}\b"
    r"|\bнорма упак|\bвложени|\bкратност"
)
_UNPACKED = re.compile(r"\bбез (?:\w+ )?упак")
_THOUSANDS = re.compile(r"\b(?:тыс\w*|мың|thousands?)\b")
_TENGE = re.compile(r"₸|\b(?:тг|тенге|теңге|kzt)\b", re.IGNORECASE)
_OTHER_MONEY = re.compile(
    r"[$€₽¥£]|\b(?:руб(?:л\w*)?|rub|rur|usd|eur|евро|долл\w*|cny|rmb|юан\w*|kgs|сом|uzs|лир[аы]?|gbp)\b|(?<!\w)р\.?$",
    re.IGNORECASE,
)
_ALL_PIECES = re.compile(r"\b(?:итого|всего|общ\w*|total)\b.*\b(?:шт|штук\w*|pcs|pieces|units|дана)\b")

_PIECES = frozenset({ColumnKind.QUANTITY, ColumnKind.STOCK})
_DOUBTFUL = 0.45
_SURE = 0.9


class Unit(StrEnum):
    """What the numbers of a column are, where they are neither pieces nor prices in tenge."""

    PACKS = "packs"
    IN_A_PACK = "in a pack"  # how many pieces a pack has
    THOUSANDS = "thousands"


def unit_of(label: str) -> Unit | None:
    """What the heading says; None where it says nothing special."""
    plain = plain_heading(label)
    if _IN_A_PACK.search(plain):
        return Unit.IN_A_PACK
    if _PACKS.search(plain) and not _UNPACKED.search(plain):
        return Unit.PACKS
    return Unit.THOUSANDS if _THOUSANDS.search(plain) else None


def other_money(text: str) -> bool:
    """Whether a heading or a price speaks of other money than tenge."""
    return _OTHER_MONEY.search(text) is not None and _TENGE.search(text) is None


def by_units(said: Mapping[int, Said], labels: Mapping[int, str]) -> dict[int, Said]:
    """What headings say, where some count packs: all pieces together win, and packs are in doubt."""
    units = {index: unit_of(labels[index]) for index in said}
    if not {Unit.PACKS, Unit.IN_A_PACK} & set(units.values()):
        return dict(said)
    return {index: _of_packs(one, units[index], labels[index]) for index, one in said.items()}


def _of_packs(said: Said, unit: Unit | None, label: str) -> Said:
    is_silent = said.kind is ColumnKind.IGNORE and said.confidence == 0
    if unit is Unit.IN_A_PACK and (is_silent or said.kind in _PIECES):
        return Said(ColumnKind.IGNORE, _SURE)
    if unit is Unit.PACKS and said.kind in _PIECES:
        return Said(said.kind, min(said.confidence, _DOUBTFUL))
    if unit is None and said.kind is ColumnKind.IGNORE and _ALL_PIECES.search(plain_heading(label)):
        return Said(ColumnKind.QUANTITY, _SURE)
    return said
