"""Places of cells as Excel names them."""

from __future__ import annotations


def column_number(letters: bytes) -> int:
    """The number of a column from its letters: 1 for A. Beyond seven letters none counts any more."""
    number = 0
    for letter in letters[:7].upper():
        number = number * 26 + letter - 64
    return number


def place_of(letters: bytes, digits: bytes) -> tuple[int, int]:
    """Row and column, counted from 1."""
    return int(digits), column_number(letters)
