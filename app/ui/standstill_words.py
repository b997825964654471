"""Why nothing is sent, in words: for the banner, for a delivery that waits, and after a retry."""

from __future__ import annotations

from app.domain.text import Text, translate
from app.services.delivery_views import DeliveryCounts
from app.services.status_views import Obstacle, Standstill, Status
from app.ui import format as shown
from app.ui.i18n import translated

FELT_SECONDS = 2.0
"""Between two requests; less is not worth a word."""

_CHIPS: dict[Obstacle, Text] = {
    Obstacle.NO_ADDRESS: translate("Standstill", "waits to be connected"),
    Obstacle.NO_TOKEN: translate("Standstill", "waits for the token"),
    Obstacle.SETTINGS: translate("Standstill", "waits for the settings"),
    Obstacle.SILENCE: translate("Standstill", "waits for the marketplace"),
}
_LATER: dict[Obstacle, Text] = {
    Obstacle.NO_ADDRESS: translate("Standstill", "Sending goes on once the marketplace is connected."),
    Obstacle.NO_TOKEN: translate("Standstill", "Sending goes on once the token is entered."),
    Obstacle.SETTINGS: translate("Standstill", "Sending goes on once the settings are put right."),
    Obstacle.SILENCE: translate("Standstill", "Sending goes on once the marketplace answers."),
}
_WAITING = translate("Standstill", "Waiting to be sent: {count}.")
_HELD_BACK = translate(
    "Standstill", "Waiting for your decision about an earlier one of their product: {count}."
)
_SLOWED = translate(
    "Standstill", "The marketplace asked for fewer requests: one goes every {seconds} s for now."
)
_PAUSED = translate("Standstill", "Sending goes on once it is resumed.")
_AT_ONCE = translate("Standstill", "It is sent again.")
_QUEUED = translate("Standstill", "It is in the queue again.")
_ASKED_AT = translate("Standstill", "It is asked again at {time}.")
_ASKED_NOW = translate("Standstill", "It is being asked just now…")


def standstill_words(standstill: Standstill, counts: DeliveryCounts) -> str:
    """Why, how many wait, and when a silent marketplace is asked next."""
    return joined(translated(standstill.words), waiting_words(counts), _asked(standstill))


def slowed_words(status: Status) -> str:
    """How slowly it goes where that is felt; nothing while nothing waits for it."""
    seconds = status.seconds_between
    if seconds is None or seconds < FELT_SECONDS or not status.deliveries.moving:
        return ""
    words = translated(_SLOWED).format(seconds=shown.number(round(seconds)))
    return joined(words, waiting_words(status.deliveries))


def joined(*sentences: str) -> str:
    """One after the other; what a server said itself may lack its full stop."""
    return " ".join(s if s.endswith((".", "…", "!")) else f"{s}." for s in sentences if s)


def waiting_words(counts: DeliveryCounts) -> str:
    """«Waiting to be sent: 3.», and apart from them those that wait for a person; nothing for none."""
    told = ((_WAITING, counts.moving), (_HELD_BACK, counts.held_back))
    return joined(*(translated(w).format(count=shown.number(number)) for w, number in told if number))


def _asked(standstill: Standstill) -> str:
    if standstill.obstacle is not Obstacle.SILENCE:
        return ""
    if standstill.asks_at is None:
        return translated(_ASKED_NOW)
    return translated(_ASKED_AT).format(time=shown.clock(standstill.asks_at))


def pause_words(status: Status) -> str:
    """What stands in the way on every page; nothing while sending is not paused."""
    if status.paused is None:
        return ""
    missing = status.standstill if status.is_unconnected else None
    why = translated(status.paused if missing is None else missing.words)
    return joined(why, waiting_words(status.deliveries))


def chip_words(obstacle: Obstacle) -> str:
    """What a delivery waits for that would go otherwise."""
    return translated(_CHIPS[obstacle])


def sent_again_words(status: Status) -> str:
    """What happens to a delivery that a person wants tried now."""
    later = later_words(status)
    return f"{translated(_QUEUED)} {later}" if later else translated(_AT_ONCE)


def later_words(status: Status) -> str:
    """When what is queued goes; nothing where it goes at once."""
    if status.standstill is not None and (status.paused is None or status.is_unconnected):
        return translated(_LATER[status.standstill.obstacle])
    return "" if status.paused is None else translated(_PAUSED)
