"""Cells repeat: each different one of a column is read once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Generic, TypeVar

from app.domain.text import translate
from app.spreadsheet.cell_text import cell_text
from app.spreadsheet.flaws import Finding, Flaw, Level
from app.spreadsheet.sheet import Cell

MOST_REMEMBERED = 50_000
"""Different cells of one column; what was read of them is forgotten then, to bound the memory."""

Value = TypeVar("Value")


class Memo(dict[Cell, "Value | Finding[Value] | None"], Generic[Value]):
    """`memo[cell]` reads the cell, with the proposals of these flaws taken. Truth values are no keys."""

    def __init__(
        self, read: Callable[[Cell], Value | Finding[Value] | None], fixes: Collection[Flaw] = ()
    ) -> None:
        super().__init__()
        self._read = read
        self._fixes = fixes

    def __missing__(self, cell: Cell) -> Value | Finding[Value] | None:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        found = self._read(cell)
        if isinstance(found, Finding) and found.flaw in self._fixes and found.proposed is not None:
            found = self._fixed(found, found.proposed, cell)
        self[cell] = found
        return found

    def _fixed(self, found: Finding[Value], proposed: str, cell: Cell) -> Value | Finding[Value] | None:
        again = self._read(proposed)
        if isinstance(again, Finding):
            return found if again.value is None else corrected(found.flaw, cell, proposed, again.value)
        return None if again is None else corrected(found.flaw, cell, proposed, again)


def corrected(flaw: Flaw, cell: Cell, proposed: str, value: Value) -> Finding[Value]:
    """The proposal was taken: a note tells what the file has."""
    text = translate("Check", "The file has “{was}”, corrected to {right}.")
    return Finding(Level.NOTE, flaw, text.format(was=cell_text(cell), right=proposed), None, value)
