"""How late the UI thread comes to what it should do."""

from __future__ import annotations

import time

from PySide6.QtCore import QEventLoop, Qt, QTimer

TICK_MS = 4


class Ticks:
    """Wants to be called every few milliseconds and gathers by how many it was called too late."""

    def __init__(self) -> None:
        self._late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def take(self) -> list[float]:
        """What was gathered; begins anew, and what ran just before does not count."""
        late, self._late = self._late, []
        self._last = time.perf_counter()
        return late


def let_pass(milliseconds: int) -> None:
    """Go on with events for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
