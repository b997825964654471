"""Whether the marketplace itself is sent away: events that should have come in and did not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain.refusal import KNEW_THE_ADDRESS, MEANT_FOR_US, Refusal
from app.domain.text import Text, translate
from app.services.receiving import LISTENER, LISTENS_SINCE
from app.services.shop import Shop
from app.storage import inbox, refusals, settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

RECENT_SECONDS = 24 * 3600.0
"""What was refused longer ago is told by the list of refusals only."""

AMONG_OTHERS_SECONDS = 3600.0
"""So long it is told that who knows the address fails a check although other events do come in."""

REFUSED: Mapping[Refusal, Text] = {
    Refusal.WRONG_SECRET: translate("Refused", "Events are refused: sent to an old or wrong address"),
    Refusal.SENDER: translate("Refused", "Events are refused: the sender’s address is not allowed"),
    Refusal.TOKEN: translate("Refused", "Events are refused: the token is missing or wrong"),
    Refusal.SIGNATURE: translate("Refused", "Events are refused: the signature is missing or wrong"),
    Refusal.TIMESTAMP: translate("Refused", "Events are refused: their signature is over 5 minutes old"),
    Refusal.TOO_OFTEN: translate("Refused", "Events are refused: too many come in a second"),
    Refusal.TOO_LARGE: translate("Refused", "Events are refused: they are larger than is allowed"),
}
HELP: Mapping[Refusal, Text] = {
    Refusal.WRONG_SECRET: translate("Refused", "Enter the address below in the cabinet."),
    Refusal.SENDER: translate(
        "Refused", "Add the address of the sender, listed under “Refused”, or empty the field."
    ),
    Refusal.TOKEN: translate(
        "Refused", "Enter the token that the sender uses, or take away the tick if it has none."
    ),
    Refusal.SIGNATURE: translate(
        "Refused", "Enter the secret that the sender signs with, or take away the tick if it does not sign."
    ),
    Refusal.TIMESTAMP: translate("Refused", "Check the clock of this computer."),
    Refusal.TOO_OFTEN: translate("Refused", "Allow more requests a second."),
    Refusal.TOO_LARGE: translate("Refused", "Allow larger events."),
}
"""What a person can do about it in the settings of receiving."""


def refused_now(shop: Shop, connection: Connection) -> Refusal | None:
    """Why the marketplace's events are sent away now; None where they are not, or nobody listens.

    Counts only what came since the listener's settings were saved, and before an event that was taken.
    """
    listener = settings.load(connection, LISTENER)
    if listener is None or not listener["enabled"]:
        return None
    now = shop.clock()
    since = max(now - RECENT_SECONDS, settings.load(connection, LISTENS_SINCE) or 0.0)
    accepted = inbox.last_received_at(connection) or 0.0
    for reason, at in refusals.last_times(connection, MEANT_FOR_US, since):
        is_known = Refusal(reason) in KNEW_THE_ADDRESS
        if at > accepted or (is_known and at > now - AMONG_OTHERS_SECONDS):
            return Refusal(reason)
    return None
