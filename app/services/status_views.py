"""How the marketplace, the listener and the sending are, as whoever shows it gets it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.refusal import Refusal
from app.domain.text import Text
from app.services.delivery_views import DeliveryCounts


class Lamp(StrEnum):
    """How something is, for the three lines under the navigation."""

    GOOD = "good"
    WORKING = "working"
    WARNING = "warning"
    BAD = "bad"
    OFF = "off"


class Obstacle(StrEnum):
    """What keeps everything from being sent, besides a pause."""

    NO_ADDRESS = "no_address"
    NO_TOKEN = "no_token"  # noqa: S105
    SETTINGS = "settings"  # the connection's settings cannot be used as they are
    SILENCE = "silence"  # the marketplace does not answer


@dataclass(frozen=True, slots=True)
class Standstill:
    """Why nothing is sent. `asks_at`: when a silent marketplace is asked again; None: it is being asked."""

    obstacle: Obstacle
    words: Text
    asks_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """What the last test of the public address found; `at` is None while one is under way."""

    lamp: Lamp
    words: Text
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Status:
    """The three lines that always tell the truth, and why nothing is sent where that is so."""

    marketplace: Lamp = Lamp.OFF
    marketplace_words: Text | None = None
    listener: Lamp = Lamp.OFF
    listener_words: Text | None = None
    listener_address: str = ""
    port_trouble: bool = False  # another port may do
    refused: Refusal | None = None  # why events are sent away that the marketplace posts
    reach: Reach | None = None
    paused: Text | None = None  # why the whole connection is paused, if it is
    deliveries: DeliveryCounts = field(default_factory=DeliveryCounts)
    standstill: Standstill | None = None
    seconds_between: float | None = None  # requests, where the marketplace asked for fewer of them

    @property
    def is_unconnected(self) -> bool:
        """Whether address or token are missing: no pause is the reason then, and its end would not help."""
        missing = {Obstacle.NO_ADDRESS, Obstacle.NO_TOKEN}
        return self.standstill is not None and self.standstill.obstacle in missing
