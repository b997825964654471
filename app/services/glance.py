"""How the shop is at a glance: good, waiting for a person, or off."""

from __future__ import annotations

from enum import StrEnum

from app.services.pausing import BY_PERSON
from app.services.status_views import Lamp, Status


class Standing(StrEnum):
    """What the icon of the tray shows."""

    GOOD = "good"
    PERSON = "person"  # something waits for a person
    OFF = "off"  # a person paused it, or nothing is sent and nothing received


def standing(status: Status, unlinked: int) -> Standing:
    """From the engine's status, and how many lines of events no product is known for."""
    is_refused = status.paused is not None and status.paused != BY_PERSON
    is_broken = Lamp.BAD in {status.marketplace, status.listener} or status.refused is not None
    if is_refused or is_broken or status.deliveries.needs_person or unlinked:
        return Standing.PERSON
    if status.paused is not None or {status.marketplace, status.listener} == {Lamp.OFF}:
        return Standing.OFF
    return Standing.GOOD
