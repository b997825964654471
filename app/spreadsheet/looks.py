"""What cells look like, where that says another thing than their values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Looks:
    """Rows and columns are counted from 1.

    `struck`: columns of the cells that are struck out as a whole, by their rows. `formats`: rows of numbers
    that are shown as others, by their column and the code of their format. `remarks`: comments of cells.
    """

    struck: Mapping[int, Collection[int]] = field(default_factory=dict[int, set[int]])
    formats: Mapping[tuple[int, str], Sequence[int]] = field(
        default_factory=dict[tuple[int, str], Sequence[int]]
    )
    remarks: Mapping[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])


AS_THEY_ARE = Looks()
"""Of a sheet whose cells look as they are, or of which nobody can tell."""
