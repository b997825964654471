"""Actions, states, kinds of events and causes of movements in the words of staff."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.services.event_views import EventKind

ACTIONS: Mapping[Action, Text] = {
    Action.RECEIPTS: translate("Words", "receipts"),
    Action.SOLD: translate("Words", "sold"),
    Action.CANCEL: translate("Words", "cancellation"),
    Action.RETURN: translate("Words", "return"),
    Action.PRICE: translate("Words", "price"),
}
STATES: Mapping[State, Text] = {
    State.QUEUED: translate("Words", "queued"),
    State.SENDING: translate("Words", "being sent"),
    State.WAITING: translate("Words", "waiting"),
    State.DELIVERED: translate("Words", "delivered"),
    State.CORRECTED: translate("Words", "corrected by the cabinet"),
    State.REJECTED: translate("Words", "rejected"),
    State.UNKNOWN: translate("Words", "no answer, please check"),
    State.HELD: translate("Words", "paused"),
    State.SUPERSEDED: translate("Words", "replaced by a newer price"),
    State.CANCELLED: translate("Words", "withdrawn"),
}
WAITS_FOR: Mapping[State, Text] = {
    State.REJECTED: translate("Words", "waits: earlier one rejected"),
    State.UNKNOWN: translate("Words", "waits: earlier one unanswered"),
}
"""By the state of the earlier delivery that needs a person."""

KINDS: Mapping[EventKind, Text] = {
    EventKind.SALE: translate("Words", "sale"),
    EventKind.RETURN: translate("Words", "return"),
    EventKind.ALREADY_COUNTED: translate("Words", "repeat"),
    EventKind.BASELINE: translate("Words", "first word"),
    EventKind.OVERWRITTEN: translate("Words", "overwritten"),
    EventKind.SEVERAL: translate("Words", "several readings"),
    EventKind.UNEXPLAINED: translate("Words", "does not fit"),
    EventKind.UNLINKED: translate("Words", "not recognised"),
    EventKind.UNREADABLE: translate("Words", "unreadable"),
    EventKind.NEW: translate("Words", "new"),
}
CAUSES: Mapping[Cause, Text] = {
    Cause.RECEIPTS: ACTIONS[Action.RECEIPTS],
    Cause.SOLD: ACTIONS[Action.SOLD],
    Cause.CANCEL: ACTIONS[Action.CANCEL],
    Cause.RETURN: ACTIONS[Action.RETURN],
    Cause.OPENING: translate("Words", "opening stock"),
    Cause.ONLINE_SALE: translate("Words", "online sale"),
    Cause.ONLINE_RETURN: translate("Words", "online return"),
    Cause.BASELINE: translate("Words", "marketplace's stock"),
    Cause.FOLLOWED: translate("Words", "as in the event"),
    Cause.READING_SETTLED: translate("Words", "reading settled"),
    Cause.CORRECTION: translate("Words", "taken back"),
    Cause.CORRECTED: translate("Words", "correction"),
    Cause.UNLINKED: translate("Words", "link undone"),
    Cause.CONFIRMED: translate("Words", "arrived"),
    Cause.DENIED: translate("Words", "did not arrive"),
    Cause.COUNTED: translate("Words", "as in the cabinet"),
}
