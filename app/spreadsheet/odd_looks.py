"""Cells of which a part is struck out or raised: what is left is proposed, and never taken unasked."""

from __future__ import annotations

from typing import Never

from app.domain.text import translate
from app.spreadsheet.flaws import Finding, Flaw, error
from app.spreadsheet.struck_text import (
    STROKE,
    parts_raised,
    parts_struck,
    without_raised,
    without_struck,
)


def looks_odd(text: str) -> Finding[Never] | None:
    """What is to be said of a text that would be a number; None where nothing of it is struck or raised."""
    if text.isascii():
        return None
    if STROKE in text:
        return struck_in_part(text)
    left = without_raised(text)
    if left == text:
        return None
    words = translate("Check", "“{part}” is raised or lowered in “{was}”. Is it {left}?")
    return error(Flaw.RAISED, words.format(part=parts_raised(text), was=text, left=left), left)


def struck_in_part(text: str) -> Finding[Never]:
    """A part of the text is struck out."""
    part, left = parts_struck(text), without_struck(text)
    words = translate("Check", "In the file “{part}” is struck out: {left} is left. Is it {left}?")
    return error(Flaw.STRUCK_IN_PART, words.format(part=part, left=left), left)
