"""States, actions, kinds and causes in the person's words, with the tone of their chips."""

from __future__ import annotations

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.flow import Flow
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.services.event_views import EventKind
from app.services.words import ACTIONS, CAUSES, KINDS, STATES
from app.ui.i18n import translated
from app.ui.widgets.chip import Chip

_STATE_TONES: dict[State, str] = {
    State.QUEUED: "info",
    State.SENDING: "info",
    State.WAITING: "warn",
    State.DELIVERED: "ok",
    State.CORRECTED: "warn",
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
_SHORT: dict[State, Text] = {
    State.CORRECTED: translate("Words", "corrected"),
    State.UNKNOWN: translate("Words", "no answer"),
}
"""For a column that has no room for the whole."""
_FLOWS: dict[Flow, Text] = {
    Flow.ONLINE: translate("Words", "Sold online"),
    Flow.HERE: translate("Words", "Sold here"),
    Flow.RETURNS: translate("Words", "Returns"),
}
_CAUSE_TONES: dict[Cause, str] = {
    Cause.RECEIPTS: "info",
    Cause.SOLD: "info",
    Cause.CORRECTED: "info",
    Cause.ONLINE_SALE: "ok",
    Cause.ONLINE_RETURN: "warn",
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


def short_state_chip(state: State) -> Chip:
    """A chip for the column of a table of products; the whole is said to who asks."""
    words = translated(_SHORT.get(state, STATES[state]))
    return Chip(words, _STATE_TONES[state], state_words(state))


def kind_chip(kind: EventKind) -> Chip:
    """What an event's line was, as a chip."""
    return _chip((KINDS[kind], _KIND_TONES[kind]))


def flow_words(flow: Flow) -> str:
    """What an owner asks of the ledger, as staff call it."""
    return translated(_FLOWS[flow])


def cause_chip(cause: Cause) -> Chip:
    """Why a stock changed, as a chip."""
    return _chip((CAUSES[cause], _CAUSE_TONES.get(cause, "quiet")))


def _chip(entry: tuple[Text, str]) -> Chip:
    return Chip(translated(entry[0]), entry[1])
