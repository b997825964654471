"""Sizes that Excel took for dates: «10-12» became the 10th of December, «12-14» December 2014."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.domain.size_names import find_size_name
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_words import is_size

_MONTHS = (
    ("янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    ("қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"),
)
_NUMBER_OF = {name: number for names in _MONTHS for number, name in enumerate(names, 1)} | {"май": 5}
_NAME = "|".join(_NUMBER_OF)
_MONTH_FIRST = re.compile(rf"({_NAME})[а-яa-zәіңғүұқөһ]*\.?[ .-]*(\d{{2}}|\d{{4}})", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[ .-]*({_NAME})[а-яa-zәіңғүұқөһ]*\.?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_RUSSIAN = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_LAST_CENTURY = 2000


class _Parts(NamedTuple):
    """What can still be seen of the two numbers; a day of 0 where Excel shows the month and the year."""

    day: int
    month: int
    year: int


def sizes_of_date(cell: Cell) -> tuple[str, ...]:
    """What the cell may have been before Excel made a date of it, likeliest first; empty for no date."""
    parts = _parts(cell)
    if parts is None:
        return ()
    day, month, year = parts
    of_year = (f"{month}-{year % 100:02}", f"{year % 100:02}-{month}")
    low, high = sorted((day, month))
    of_day: tuple[str, ...] = (f"{low}-{high}", f"{high}-{low}")
    if month == 5 and day:
        of_day = (f"{day}.5", *of_day)
    order = [*of_day, *of_year]
    if not day or (day == 1 and (year < _LAST_CENTURY or is_size(of_year[0]))):
        order = [*of_year, *(of_day if day else ())]
    return tuple(dict.fromkeys(order))


def likeliest(candidates: Sequence[str], known: Sequence[str]) -> str:
    """The known size that one of the candidates is, in any usual spelling; else the first of them."""
    for candidate in candidates:
        for mark in ("-", "/", ".", ","):
            found = find_size_name(candidate.replace("-", mark), known)
            if found is not None:
                return known[found]
    return candidates[0]


def _parts(cell: Cell) -> _Parts | None:
    if isinstance(cell, date):
        return _Parts(cell.day, cell.month, cell.year)
    if not isinstance(cell, str) or len(cell) > 24:
        return None
    if found := _MONTH_FIRST.fullmatch(cell):
        return _Parts(0, _NUMBER_OF[found[1].lower()], int(found[2]))
    if found := _DAY_FIRST.fullmatch(cell):
        return _Parts(int(found[1]), _NUMBER_OF[found[2].lower()], 0)
    if found := _ISO.fullmatch(cell):
        return _Parts(int(found[3]), int(found[2]), int(found[1]))
    if found := _RUSSIAN.fullmatch(cell):
        return _Parts(int(found[1]), int(found[2]), int(found[3]))
    return None
