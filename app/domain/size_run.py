"""Many sizes typed at once: «XS S M L XL», «36-46», «42-50/2»."""

from __future__ import annotations

import re

from app.domain.errors import InvalidValueError
from app.domain.text import translate

LONGEST_RUN = 60
"""Sizes in one run; more than that is a slip of the finger."""

_RANGE = re.compile(r"(\d{1,4})\s*[-–—]\s*(\d{1,4})(?:\s*/\s*(\d{1,2}))?")
_PART = re.compile(rf"{_RANGE.pattern}|[^\s,;]+")


def size_run(text: str) -> list[str]:
    """The sizes in the order typed, each once. A range counts by 1, or by what follows the slash.

    Raises InvalidValueError.
    """
    sizes: list[str] = []
    for part in _PART.finditer(text):
        sizes += _range(part) if part[1] else [part[0]]
        if len(sizes) > LONGEST_RUN:
            raise InvalidValueError(
                translate("SizeRun", "At most {count} sizes at once.").format(count=LONGEST_RUN),
                translate("SizeRun", "Check the range, for example 36-46."),
            )
    return list(dict.fromkeys(sizes))


def _range(part: re.Match[str]) -> list[str]:
    first, last, step = int(part[1]), int(part[2]), int(part[3] or 1)
    if last < first or step < 1:
        raise InvalidValueError(
            translate("SizeRun", "The range {text} goes backwards.").format(text=part[0]),
            translate("SizeRun", "Write the smaller size first, for example 36-46."),
        )
    numbers = range(first, min(last, first + step * LONGEST_RUN) + 1, step)
    return [str(number) for number in numbers]
