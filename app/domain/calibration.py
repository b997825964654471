"""Calibration: what one receipt of a single piece tells about how the marketplace reads `count`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.action import Action
from app.domain.dialect import CountMeaning

PIECES = 1
"""What the receipt is of."""

FEWEST = 2
"""Pieces that the cabinet must show before. The two readings end as many pieces apart: with none they
are the same, and with one a single sale in between would make one look like the other."""


class Finding(StrEnum):
    """What the cabinet's figure afterwards says."""

    LEFT = "left"
    MOVED = "moved"
    UNCHANGED = "unchanged"  # nothing arrived, or the cabinet is slow to show it
    NEITHER = "neither"

    @property
    def meaning(self) -> CountMeaning | None:
        """The meaning that it proves, if it proves one."""
        match self:
            case Finding.LEFT:
                return CountMeaning.LEFT
            case Finding.MOVED:
                return CountMeaning.MOVED
            case _:
                return None


@dataclass(frozen=True, slots=True)
class SentReceipt:
    """Pieces that the cabinet showed `before`, and the `count` that was sent with the action."""

    before: int
    count: int

    @classmethod
    def assuming(cls, meaning: CountMeaning, before: int) -> SentReceipt:
        """The receipt as it is sent while `count` is taken to mean this."""
        return cls(before, before + PIECES if meaning is CountMeaning.LEFT else PIECES)

    def shown_if(self, meaning: CountMeaning) -> int:
        """Pieces that the cabinet shows afterwards where `count` means this."""
        return self.count if meaning is CountMeaning.LEFT else self.before + self.count

    @property
    def is_telling(self) -> bool:
        """Whether the figure afterwards can tell the readings from each other and from no change."""
        left, moved = self.shown_if(CountMeaning.LEFT), self.shown_if(CountMeaning.MOVED)
        return abs(left - moved) >= FEWEST and self.before not in {left, moved}

    def finding(self, after: int) -> Finding:
        """What it says that the cabinet shows `after` pieces now."""
        if not self.is_telling:
            return Finding.NEITHER
        if after == self.before:
            return Finding.UNCHANGED
        if after == self.shown_if(CountMeaning.LEFT):
            return Finding.LEFT
        return Finding.MOVED if after == self.shown_if(CountMeaning.MOVED) else Finding.NEITHER


def way_back(before: int, after: int) -> tuple[Action, int] | None:
    """The action and its pieces that lead the marketplace's stock back; None where nothing moved.

    A wrong assumption moves more than the piece: `left` sent to a marketplace that means `moved` makes 3
    pieces 7.
    """
    if before == after:
        return None
    return (Action.SOLD if after > before else Action.RECEIPTS), abs(after - before)
