"""How soon the UI thread gets the interpreter back from a thread that computes."""

from __future__ import annotations

import sys

SHORT_SECONDS = 0.001
_USUAL = sys.getswitchinterval()


def shorten() -> None:
    """Much is computed beside: a frame may wait several times for its turn."""
    sys.setswitchinterval(SHORT_SECONDS)


def as_usual() -> None:
    """As Python does it by itself: longer turns make all of the work end a little sooner."""
    sys.setswitchinterval(_USUAL)
