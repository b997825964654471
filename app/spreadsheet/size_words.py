"""Which texts are sizes of clothes and shoes, as the heading of a column or as a value."""

from __future__ import annotations

import re
from functools import lru_cache

from app.domain.size_names import ONE_SIZE, normal_form

LEAST_WIDE = 3
"""So many sizes side by side make a wide sheet."""

_LETTER = r"(?:(?:[2-9]?x)?[sl]|m)"
_LETTERS = re.compile(rf"{_LETTER}(?:[-/]{_LETTER})?(?:[/ ]?\(?[\d/.-]+\)?)?")
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d)?(?:[-/]\d{1,3}(?:\.\d)?){0,3}")
_JEANS = re.compile(r"w\d{2}(?:[/ ]?l\d{2})?")
_BRA = re.compile(r"(?:6[05]|7[05]|8[05]|9[05]|1[01][05])[a-hавсде]{1,2}")
_AGE = re.compile(
    r"\d{1,2}(?:-\d{1,2})?\s*(?:мес\.?|месяцев|лет|года|год|г\.?|m|mo|months|y|yrs|years|жас|ай)"
)
_LONGEST_LABEL = 80
"""Letters of a size with words around it; on longer texts the expression below would take seconds."""

_AROUND = re.compile(
    r"^(?:размер|разм\.?|р-р|р\.|рост|size|өлшем|eu|ru|rus|uk|us)[\s:№]*(?=\S)|[\s,(]+(?:шт\.?|штук|pcs|дана)\)?$",
    re.IGNORECASE,
)


def size_label(text: str) -> str | None:
    """The size that a heading or a value names («Размер 42», «XL, шт»); None for another text."""
    if len(text) > _LONGEST_LABEL:
        return None
    named = _AROUND.sub("", text).strip()
    return named if named and is_size(named) else None


@lru_cache(maxsize=4096)
def is_size(text: str) -> bool:
    """Whether the text is a size: XS to 9XL, 15 to 62, 42-44, heights of children, ages, ONE SIZE."""
    if len(text) > 24:
        return False
    form = normal_form(text)
    if form == ONE_SIZE or any(words.fullmatch(form) for words in (_LETTERS, _JEANS, _BRA, _AGE)):
        return True
    return _NUMBERS.fullmatch(form) is not None and _are_numbers_of_sizes(form)


def is_letter_size(text: str) -> bool:
    """Whether the text is a size in letters, as S, 2XL or XL (50-52)."""
    return is_size(text) and _LETTERS.fullmatch(normal_form(text)) is not None


def _are_numbers_of_sizes(form: str) -> bool:
    numbers = [float(part) for part in re.split(r"[-/]", form)]
    if len(numbers) == 1:
        return _is_number_of_size(numbers[0])
    ages = len(numbers) == 2 and 0 <= numbers[0] < numbers[1] <= 18
    return ages or all(map(_is_number_of_size, numbers))


def _is_number_of_size(number: float) -> bool:
    """15 to 62 with halves, or the height of a child up to 188 cm."""
    return (15 <= number <= 62 and (number * 2).is_integer()) or (50 <= number <= 188 and number % 2 == 0)
