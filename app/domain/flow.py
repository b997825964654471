"""What an owner asks of the ledger: how much was sold online, sold here, came back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.domain.action import Action
from app.domain.movement import Cause


class Flow(StrEnum):
    """A kind of movements that is summed up as one figure."""

    ONLINE = "online"
    HERE = "here"
    RETURNS = "returns"

    @property
    def sign(self) -> int:
        """What a figure of pieces multiplies the signed sum of the movements with."""
        return 1 if self is Flow.RETURNS else -1


CAUSES: Mapping[Flow, frozenset[Cause]] = {
    # A reading that is settled later changes what was counted as sold online.
    Flow.ONLINE: frozenset({Cause.ONLINE_SALE, Cause.READING_SETTLED}),
    Flow.HERE: frozenset({Cause.SOLD}),
    Flow.RETURNS: frozenset({Cause.ONLINE_RETURN, Cause.RETURN, Cause.CANCEL}),
}
"""Receipts, opening stocks, what the cabinet corrected and what nothing explains belong to none of them."""

TAKEN_BACK: Mapping[Flow, frozenset[Action]] = {
    Flow.HERE: frozenset({Action.SOLD}),
    Flow.RETURNS: frozenset({Action.RETURN, Action.CANCEL}),
}
"""A delivery that was not sent after all takes its pieces back from the figure that they went into."""

UNLINKED_SIGN: Mapping[Flow, int] = {Flow.ONLINE: 1, Flow.RETURNS: -1}
"""So does a link that is undone: sold pieces come back, returned ones go."""
