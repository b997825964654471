"""What a file tells of its own import: the columns that are added, and what each row of them says."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from app.domain.text import translate


class RowOutcome(Enum):
    """What became of a row, as its colour tells beside the words."""

    DELIVERED = "delivered"
    WAITING = "waiting"  # on its way, or a person has to say whether it arrived
    UNCHANGED = "unchanged"  # there was nothing to do
    REFUSED = "refused"  # the marketplace did not want it; it waits until a person repeats or withdraws it
    READY = "ready"  # nothing of it was sent yet
    FAILED = "failed"  # to be put right and imported again
    LEFT_OUT = "left out"  # there is nothing to import in it as it is now

    @property
    def is_left(self) -> bool:
        """Whether a later import of the file has to look at the row."""
        return self in {RowOutcome.READY, RowOutcome.FAILED, RowOutcome.LEFT_OUT}


class RowResult(NamedTuple):
    """What became of one row of the file, in the language of the person who reads it.

    `delivered_at` has a time zone. The words of rows that are left to do are no other rows' words: a later
    import of the file tells by the words which these are.
    """

    outcome: RowOutcome
    status: str
    reason: str = ""
    delivered_at: datetime | None = None


STATUS = translate("Report", "Status")
REASON = translate("Report", "Reason")
DELIVERED = translate("Report", "Delivered")

HEADINGS = (STATUS, REASON, DELIVERED)
WIDTHS = (20, 56, 17)
"""In characters."""

COLOURS = {  # of the letters and behind them: those that Excel calls good, neutral and bad
    RowOutcome.DELIVERED: ("006100", "C6EFCE"),
    RowOutcome.WAITING: ("7F4F00", "FFEB9C"),
    RowOutcome.REFUSED: ("9C0006", "FFC7CE"),
    RowOutcome.FAILED: ("9C0006", "FFC7CE"),
}
