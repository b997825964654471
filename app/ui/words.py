"""States, actions, kinds and causes in the person's words, with the tone of their chips."""

from __future__ import annotations

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.services.views import EventKind
from app.ui.i18n import translated
from app.ui.widgets.chip import Chip

_ACTIONS = {
    Action.RECEIPTS: translate("Words", "receipts"),
    Action.SOLD: translate("Words", "sold"),
    Action.CANCEL: translate("Words", "cancellation"),
    Action.RETURN: translate("Words", "return"),
    Action.PRICE: translate("Words", "price"),
}
_STATES: dict[State, tuple[Text, str]] = {
    State.QUEUED: (translate("Words", "queued"), "info"),
    State.SENDING: (translate("Words", "being sent"), "info"),
    State.WAITING: (translate("Words", "waiting"), "warn"),
    State.DELIVERED: (translate("Words", "delivered"), "ok"),
    State.REJECTED: (translate("Words", "rejected"), "bad"),
    State.UNKNOWN: (translate("Words", "no answer, please check"), "bad"),
    State.HELD: (translate("Words", "paused"), "warn"),
    State.SUPERSEDED: (translate("Words", "replaced by a newer price"), "quiet"),
    State.CANCELLED: (translate("Words", "not sent"), "quiet"),
}
_KINDS: dict[EventKind, tuple[Text, str]] = {
    EventKind.SALE: (translate("Words", "sale"), "ok"),
    EventKind.RETURN: (translate("Words", "return"), "warn"),
    EventKind.ALREADY_COUNTED: (translate("Words", "repeat"), "quiet"),
    EventKind.BASELINE: (translate("Words", "first word"), "info"),
    EventKind.OVERWRITTEN: (translate("Words", "overwritten"), "warn"),
    EventKind.SEVERAL: (translate("Words", "several readings"), "warn"),
    EventKind.UNEXPLAINED: (translate("Words", "does not fit"), "bad"),
    EventKind.UNLINKED: (translate("Words", "not recognised"), "bad"),
    EventKind.UNREADABLE: (translate("Words", "unreadable"), "bad"),
    EventKind.NEW: (translate("Words", "new"), "quiet"),
}
_CAUSES: dict[Cause, tuple[Text, str]] = {
    Cause.RECEIPTS: (_ACTIONS[Action.RECEIPTS], "info"),
    Cause.SOLD: (_ACTIONS[Action.SOLD], "info"),
    Cause.CANCEL: (_ACTIONS[Action.CANCEL], "quiet"),
    Cause.RETURN: (_ACTIONS[Action.RETURN], "quiet"),
    Cause.OPENING: (translate("Words", "opening stock"), "quiet"),
    Cause.ONLINE_SALE: (translate("Words", "online sale"), "ok"),
    Cause.ONLINE_RETURN: (translate("Words", "online return"), "warn"),
    Cause.BASELINE: (translate("Words", "marketplace's stock"), "quiet"),
    Cause.READING_SETTLED: (translate("Words", "reading settled"), "quiet"),
    Cause.CORRECTION: (translate("Words", "taken back"), "quiet"),
}


def action_words(action: Action) -> str:
    """An action as staff call it."""
    return translated(_ACTIONS[action])


def state_words(state: State) -> str:
    """A delivery's state as staff call it."""
    return translated(_STATES[state][0])


def state_chip(state: State) -> Chip:
    """The same as a chip."""
    return _chip(_STATES[state])


def kind_chip(kind: EventKind) -> Chip:
    """What an event's line was, as a chip."""
    return _chip(_KINDS[kind])


def cause_chip(cause: Cause) -> Chip:
    """Why a stock changed, as a chip."""
    return _chip(_CAUSES[cause])


def _chip(entry: tuple[Text, str]) -> Chip:
    return Chip(translated(entry[0]), entry[1])
