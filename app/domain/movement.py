"""Why a stock changed: the causes in the ledger."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """What a movement comes from; the first four are the actions of the same name."""

    RECEIPTS = "receipts"
    SOLD = "sold"
    CANCEL = "cancel"
    RETURN = "return"
    OPENING = "opening"
    ONLINE_SALE = "online_sale"
    ONLINE_RETURN = "online_return"
    BASELINE = "baseline"
    FOLLOWED = "followed"  # an event that nothing explains: nobody knows what it was
    READING_SETTLED = "reading_settled"
    CORRECTION = "correction"
    UNLINKED = "unlinked"  # events that were another product's are taken back
    CORRECTED = "corrected"  # the marketplace is to follow our stock, which stays
    CONFIRMED = "confirmed"  # a person saw that a delivery arrived; the stock stays
    DENIED = "denied"  # a person saw that it did not; the stock stays
    COUNTED = "counted"  # a person took over the figure of the cabinet


SAID: frozenset[Cause] = frozenset(
    {
        Cause.RECEIPTS,
        Cause.SOLD,
        Cause.CANCEL,
        Cause.RETURN,
        Cause.OPENING,
        Cause.COUNTED,
        Cause.CORRECTED,
    }
)
"""By these a person has said something of a stock: it is known from then on, also where it is 0."""
