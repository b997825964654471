"""How long the parts of an attempt took."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """The parts of an attempt in milliseconds; a part that was not reached took none."""

    connecting: float  # from the beginning to the end of the request's head: name, connection, certificate
    sending: float  # of the request's body
    waiting: float  # from there to the end of the answer's head
