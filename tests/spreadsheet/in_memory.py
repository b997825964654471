"""A sheet that is a list of lists."""

from collections.abc import Iterator, Sequence

from app.spreadsheet.looks import AS_THEY_ARE
from app.spreadsheet.sheet import Area, Cell


class InMemorySheet:
    """What a file would hold; rows as they are typed in the test."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], hidden: Sequence[int] = (), *, is_text: bool = False
    ) -> None:
        self._rows = rows
        self.name = ""
        self.is_hidden = False
        self.row_count = len(rows)
        self.hidden_rows = frozenset(hidden)
        self.hidden_columns: frozenset[int] = frozenset()
        self.is_text = is_text
        self.merged: Sequence[Area] = ()
        self.formulas_without_value: frozenset[tuple[int, int]] = frozenset()
        self.looks = AS_THEY_ARE

    def rows(self) -> Iterator[Sequence[Cell]]:
        return iter(self._rows)


def table(text: str) -> list[list[Cell]]:
    """Rows of cells from lines parted by `|`; what looks like a whole number is one, as in a workbook."""
    lines = [line.strip().removeprefix("|").removesuffix("|") for line in text.strip().splitlines()]
    return [[_cell(part.strip()) for part in line.split("|")] for line in lines]


def _cell(text: str) -> Cell:
    return float(text) if text.isdecimal() and not (text.startswith("0") and len(text) > 1) else text
