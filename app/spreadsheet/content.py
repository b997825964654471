"""What a column holds by its values, for where its heading says nothing or something wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from app.spreadsheet.amounts import says_nothing
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.headings import Said
from app.spreadsheet.layout import ColumnKind, is_moment
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.sheet import Cell
from app.spreadsheet.size_words import is_size

_LENGTHS_OF_CODES = frozenset({8, 12, 13, 14})
_BY_CONTENT = 0.5
_MOST_PIECES_USUALLY = 1000
_LEAST_TO_CONTRADICT = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """Of the values that are there: how many, and which share of them is what."""

    count: int = 0
    numbers: float = 0
    whole: float = 0
    sizes: float = 0
    codes: float = 0
    spaced: float = 0
    with_digits: float = 0
    different: float = 0
    moments: float = 0
    middle: float = 0  # the median of the numbers


def profile(cells: Sequence[Cell]) -> Profile:
    """What these cells look like; empty ones do not count, nor those that say that there is nothing."""
    texts = [text for cell in cells if (text := cell_text(cell)) and not says_nothing(text)]
    if not texts:
        return Profile()
    count = len(texts)
    numbers = [number for text in texts if (number := likely_number(text.lstrip("<>~≈≥≤"))) is not None]
    return Profile(
        count=count,
        numbers=len(numbers) / count,
        whole=sum(number == int(number) for number in numbers) / count,
        sizes=sum(map(is_size, texts)) / count,
        codes=sum(map(is_barcode, texts)) / count,
        spaced=sum(" " in text for text in texts) / count,
        with_digits=sum(any(map(str.isdecimal, text)) for text in texts) / count,
        different=len(set(texts)) / count,
        moments=sum(map(is_moment, texts)) / count,
        middle=float(median(numbers)) if numbers else 0,
    )


def is_barcode(text: str) -> bool:
    """Whether the text is an EAN-8, UPC-A, EAN-13 or ITF-14 with the right check digit (GS1, 7.9)."""
    if len(text) not in _LENGTHS_OF_CODES or not (text.isascii() and text.isdecimal()):
        return False
    digits = [int(sign) for sign in reversed(text)]
    return (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10 == 0


def content_kind(found: Profile) -> Said | None:
    """What the values look like; None where they look like nothing in particular."""
    if not found.count:
        return None
    if found.codes >= 0.8:
        return Said(ColumnKind.BARCODE, _BY_CONTENT + 0.2)
    if found.moments >= 0.8:
        return Said(ColumnKind.IGNORE, _BY_CONTENT)
    if found.sizes >= 0.8 and (found.numbers < 0.8 or found.sizes >= 0.95):
        return Said(ColumnKind.SIZE, _BY_CONTENT + (0.1 if found.numbers < 0.5 else -0.1))
    if found.numbers >= 0.8:
        is_pieces = found.whole >= 0.8 and found.middle < _MOST_PIECES_USUALLY
        return Said(ColumnKind.QUANTITY if is_pieces else ColumnKind.PRICE, _BY_CONTENT)
    if found.spaced >= 0.6:
        return Said(ColumnKind.TITLE, _BY_CONTENT)
    if found.with_digits >= 0.6:
        return Said(ColumnKind.ARTICLE, _BY_CONTENT)
    return None


def contradicts(found: Profile, kind: ColumnKind) -> bool:
    """Whether values like these cannot be what the heading says."""
    if found.count < _LEAST_TO_CONTRADICT:
        return False
    match kind:
        case ColumnKind.QUANTITY | ColumnKind.STOCK | ColumnKind.PRICE:
            return found.codes >= 0.8 or (found.numbers < 0.2 and found.with_digits < 0.5)
        case ColumnKind.SIZE:
            is_money = found.numbers >= 0.9 and found.middle > 200
            return found.sizes < 0.2 and (found.codes >= 0.8 or is_money)
        case ColumnKind.ARTICLE:
            return found.sizes >= 0.9 and found.numbers < 0.5
        case ColumnKind.PRODUCT_ID | ColumnKind.SIZE_ID:
            return found.numbers < 0.5
        case _:
            return False
