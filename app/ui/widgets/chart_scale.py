"""Where pieces are on a chart: round lines, sales above zero and returns below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.flow import Flow
from app.services.overview_views import Part

MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """From `-below` to `above` pieces, with a line every `step`."""

    above: int
    below: int
    step: int

    def lines(self) -> Iterable[int]:
        """Every line, from the lowest; returns have the same lines as sales."""
        return range(-(self.below // self.step) * self.step, self.above + 1, self.step)

    def y(self, pieces: float, top: float, height: float) -> float:
        """The place of a figure, where `top` is that of the highest."""
        return top + height * (self.above - pieces) / (self.above + self.below)


def scale_of(parts: Sequence[Part]) -> Scale:
    """The smallest scale of round lines that has room for all figures."""
    sold = (part.pieces[flow] for part in parts for flow in (Flow.ONLINE, Flow.HERE))
    above = max((0, *sold))
    below = max((0, *(part.pieces[Flow.RETURNS] for part in parts)))
    step = _step(max(above, below, 1))
    return Scale(max(1, -(-above // step)) * step, below, step)


def _step(most: int) -> int:
    power = 1
    while True:
        for round_number in (1, 2, 5):
            if most <= MOST_LINES * round_number * power:
                return round_number * power
        power *= 10
