"""Tables drawn with lines in a text, as DOS programs print them: «│JACKET│XL│    5│»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BARS = ("│║┃", "|", "!")
_RULE = frozenset("-=_+*:.|! ") | frozenset(map(chr, range(0x2500, 0x2580)))
_LEAST_OF_RULE = 3
_LEAST_BARS = 3
_LEAST_LINES = 2
_MOST_OF_HEADING = 4


@dataclass(frozen=True, slots=True)
class Framed:
    """`bars` part the cells, `count` of them in each line; the heading is wrapped into so many lines."""

    bars: str
    count: int
    heading: int = 1

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """A row for each line, empty ones for those that are only drawn. A wrapped heading is one row."""
        heading: list[list[str]] = []
        for line in lines:
            cells = self.cells(line)
            if cells is None:
                yield [text] if (text := line.strip()) and not is_rule(line) else []
            elif len(heading) == self.heading:
                yield cells
            else:
                heading.append(cells)
                is_whole = len(heading) == self.heading
                yield (
                    [" ".join(filter(None, parts)) for parts in zip(*heading, strict=True)]
                    if is_whole
                    else []
                )

    def cells(self, line: str) -> list[str] | None:
        """The cells of a line; None where it is none of the table."""
        text = line.strip()
        is_framed = sum(map(text.count, self.bars)) == self.count and not is_rule(text)
        if not is_framed or text[0] not in self.bars or text[-1] not in self.bars:
            return None
        for bar in self.bars[1:]:
            text = text.replace(bar, self.bars[0])
        return (
            [cell.strip() for cell in text[1:-1].split(self.bars[0])] if text[-1] == self.bars[0] else None
        )


def is_rule(line: str) -> bool:
    """Whether the line is only drawn."""
    signs = line.strip()
    return len(signs) >= _LEAST_OF_RULE and _RULE.issuperset(signs)


def find_frame(lines: Sequence[str]) -> Framed | None:
    """How these first lines of a text are framed; None where they are not, or not all alike."""
    if not any(map(is_rule, lines)):
        return None
    for bars in _BARS:
        counts = [sum(map(line.count, bars)) for line in lines if not is_rule(line)]
        framed = [count for count in counts if count]
        if len(framed) >= _LEAST_LINES and len(set(framed)) == 1 and framed[0] >= _LEAST_BARS:
            found = Framed(bars, framed[0])
            cells = [found.cells(line) for line in lines]
            if len(framed) == sum(one is not None for one in cells):
                return Framed(bars, framed[0], _lines_of_heading(lines, found))
    return None


def _lines_of_heading(lines: Sequence[str], frame: Framed) -> int:
    """Over how many lines the heading goes: those before a rule, without a number, if more comes below."""
    heading: list[list[str]] = []
    for number, line in enumerate(lines):
        cells = frame.cells(line)
        if cells is not None:
            heading.append(cells)
        elif heading and is_rule(line):
            is_table = any(frame.cells(below) is not None for below in lines[number:])
            texts = "".join("".join(cells) for cells in heading)
            is_wrapped = is_table and not any(map(str.isdecimal, texts))
            return len(heading) if is_wrapped and len(heading) <= _MOST_OF_HEADING else 1
    return 1
