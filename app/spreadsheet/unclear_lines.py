"""Lines of a message that are not clear: marks before their text, which stands where a number would be."""

from __future__ import annotations

from enum import StrEnum
from typing import Never

from app.domain.text import translate
from app.spreadsheet.flaws import Finding, Flaw, error
from app.spreadsheet.sheet import Cell


class Doubt(StrEnum):
    """What is not clear. With its mark before it even the line «41» is no number."""

    LINE = "??"
    ARTICLE = "??↑"  # the line above it is not clear, which may name another one
    MEANING = "??≠"  # it stands below a word that says another meaning than that of the file


_WORDS = {
    Doubt.LINE: translate(
        "Check",
        "The line “{line}” is not clear. Write the article, the size and the number, and nothing else: "
        "{example}.",
    ),
    Doubt.ARTICLE: translate(
        "Check",
        "It is not sure which article the line “{line}” is of: what stands above it is not clear. "
        "Write the article before the size: {example}.",
    ),
    Doubt.MEANING: translate(
        "Check",
        "The line “{line}” stands below words with another meaning. "
        "A file has one meaning only: put the line into a file of its own.",
    ),
}
_EXAMPLE = "SS24TS01 M - 5"


def marked(line: str, doubt: Doubt) -> str:
    """The line as it stands where its number would be."""
    return f"{doubt} {line}"


def is_marked(cell: Cell) -> bool:
    """Whether the cell has a line with a mark before it."""
    return type(cell) is str and cell.startswith("??") and cell.partition(" ")[0] in _MARKS


def unclear_line(text: str) -> Finding[Never] | None:
    """What is wrong with a line that is marked so; None of another text."""
    mark, _, line = text.partition(" ")
    if not line or mark not in _MARKS:
        return None
    words = _WORDS[Doubt(mark)]
    return error(Flaw.UNCLEAR_LINE, words.format(line=line, example=_EXAMPLE))


_MARKS = frozenset(map(str, Doubt))
