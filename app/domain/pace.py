"""How fast something goes, as measured lately, and how long the rest will take."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

WINDOW = 30.0
"""Seconds that are measured."""

STANDSTILL = 10.0
"""Seconds without any progress: then nothing is told, and what follows is measured anew."""

HONEST = ((4.0, 5), (2.0, 20))
"""Seconds and how much was done in them: from less nothing is told, it would jump with every look."""


@dataclass(slots=True)
class Pace:
    """Fed with how much is done, at times of one clock in seconds."""

    _looks: deque[tuple[float, int]] = field(default_factory=deque[tuple[float, int]])
    _moved_at: float = 0.0

    def note(self, at: float, done: int) -> None:
        """So much is done in all. Where nobody looked for long, or something was undone, it begins anew."""
        if self._looks and (done < self._looks[-1][1] or at - self._looks[-1][0] > WINDOW):
            self._looks.clear()
        if not self._looks or done > self._looks[-1][1]:
            if at - self._moved_at > STANDSTILL:
                self._looks.clear()
            self._moved_at = at
        self._looks.append((at, done))
        while len(self._looks) > 1 and self._looks[1][0] <= at - WINDOW:
            self._looks.popleft()

    def forget(self) -> None:
        """What was measured counts no longer: it stood still on purpose."""
        self._looks.clear()

    def seconds_for(self, rest: int) -> float | None:
        """How long the rest takes at this pace; None before the measurement is honest enough."""
        if not self._looks:
            return None
        (began, done_then), (now, done) = self._looks[0], self._looks[-1]
        if now - self._moved_at > STANDSTILL:
            return None
        seconds, gained = now - began, done - done_then
        if not any(seconds >= least and gained >= few for least, few in HONEST):
            return None
        return rest * seconds / gained
