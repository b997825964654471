"""Text that is struck out or raised in part, written so that it looks in plain text as it does in the file.

A number of which a digit is struck out is none any more: it is read as text, and asked about.
"""

from __future__ import annotations

import re

STROKE = "\u0336"
"""Combining long stroke overlay: it strikes out the sign before it."""

_STRUCK = re.compile(rf"(?:[^{STROKE}]{STROKE})+")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]+")
_ABOVE = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_BELOW = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
_LEVEL = {sign: digit for signs in (_ABOVE, _BELOW) for digit, sign in signs.items()}


def struck(text: str) -> str:
    """The text with a stroke through each sign."""
    return "".join(sign + STROKE for sign in text)


def raised(text: str, *, is_below: bool = False) -> str:
    """The text with its digits above the line, or below it; other signs stay where they are."""
    signs = _BELOW if is_below else _ABOVE
    return "".join(signs.get(sign, sign) for sign in text)


def parts_struck(text: str) -> str:
    """What of the text is struck out; empty where nothing is."""
    return "".join(_STRUCK.findall(text)).replace(STROKE, "") if STROKE in text else ""


def parts_raised(text: str) -> str:
    """The digits above or below the line, as they would stand in it."""
    return "".join(_LEVEL[sign] for sign in "".join(_RAISED.findall(text)))


def without_struck(text: str) -> str:
    """What is left of the text."""
    return _STRUCK.sub("", text).strip() if STROKE in text else text


def without_raised(text: str) -> str:
    """The text without its digits above and below the line."""
    return _RAISED.sub("", text).strip()
