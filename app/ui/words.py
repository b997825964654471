"""States, actions, kinds and causes in the person's words, with the tone of their chips."""

from __future__ import annotations

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.services.views import EventKind
from app.services.words import ACTIONS, KINDS, STATES
from app.ui.i18n import translated
from app.ui.widgets.chip import Chip

_STATE_TONES: dict[State, str] = {
    State.QUEUED: "info",
    State.SENDING: "info",
    State.WAITING: "warn",
    State.DELIVERED: "ok",
    State.REJECTED: "bad",
    State.UNKNOWN: "bad",
    State.HELD: "warn",
    State.SUPERSEDED: "quiet",
    State.CANCELLED: "quiet",
}
_KIND_TONES: dict[EventKind, str] = {
    EventKind.SALE: "ok",
    EventKind.RETURN: "warn",
    EventKind.ALREADY_COUNTED: "quiet",
    EventKind.BASELINE: "info",
    EventKind.OVERWRITTEN: "warn",
    EventKind.SEVERAL: "warn",
    EventKind.UNEXPLAINED: "bad",
    EventKind.UNLINKED: "bad",
    EventKind.UNREADABLE: "bad",
    EventKind.NEW: "quiet",
}
_CAUSES: dict[Cause, tuple[Text, str]] = {
    Cause.RECEIPTS: (ACTIONS[Action.RECEIPTS], "info"),
    Cause.SOLD: (ACTIONS[Action.SOLD], "info"),
    Cause.CANCEL: (ACTIONS[Action.CANCEL], "quiet"),
    Cause.RETURN: (ACTIONS[Action.RETURN], "quiet"),
    Cause.OPENING: (translate("Words", "opening stock"), "quiet"),
    Cause.ONLINE_SALE: (translate("Words", "online sale"), "ok"),
    Cause.ONLINE_RETURN: (translate("Words", "online return"), "warn"),
    Cause.BASELINE: (translate("Words", "marketplace's stock"), "quiet"),
    Cause.READING_SETTLED: (translate("Words", "reading settled"), "quiet"),
    Cause.CORRECTION: (translate("Words", "taken back"), "quiet"),
    Cause.CORRECTED: (translate("Words", "correction"), "info"),
    Cause.CONFIRMED: (translate("Words", "arrived"), "quiet"),
    Cause.DENIED: (translate("Words", "did not arrive"), "quiet"),
    Cause.COUNTED: (translate("Words", "as in the cabinet"), "quiet"),
}


def action_words(action: Action) -> str:
    """An action as staff call it."""
    return translated(ACTIONS[action])


def state_words(state: State) -> str:
    """A delivery's state as staff call it."""
    return translated(STATES[state])


def state_chip(state: State) -> Chip:
    """The same as a chip."""
    return _chip((STATES[state], _STATE_TONES[state]))


def kind_chip(kind: EventKind) -> Chip:
    """What an event's line was, as a chip."""
    return _chip((KINDS[kind], _KIND_TONES[kind]))


def cause_chip(cause: Cause) -> Chip:
    """Why a stock changed, as a chip."""
    return _chip(_CAUSES[cause])


def _chip(entry: tuple[Text, str]) -> Chip:
    return Chip(translated(entry[0]), entry[1])
