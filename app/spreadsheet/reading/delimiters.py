"""What separates the columns of a text file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence

DELIMITERS = (";", "\t", "|", ",")
"""Likeliest first where several fit: a comma is also in numbers and in names."""

_LINES = 100


def declared_delimiter(line: str) -> str | None:
    """What Excel's own first line says, `sep=;`."""
    word = line.strip("\ufeff\r\n").strip('"')
    return word[4] if len(word) == 5 and word.lower().startswith("sep=") else None


def guess_delimiter(lines: Sequence[str]) -> str:
    """The sign that divides the most lines into equally many columns."""
    return max(DELIMITERS, key=lambda sign: (_agreement(lines[:_LINES], sign), -DELIMITERS.index(sign)))


def _agreement(lines: Sequence[str], sign: str) -> int:
    """How many lines have the number of columns that most have; a title above them has only one."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
    except csv.Error:
        return 0
    return max(widths.values(), default=0)
