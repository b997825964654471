"""Python's search for garbage, on the UI thread alone.

A cycle of objects that nobody needs any more may hold widgets. Whichever thread happens to find it
deletes them, and Qt hangs or crashes where that is another thread than theirs.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 500
_USUAL = gc.get_threshold()


class GarbageCollector(QObject):
    """From now on no thread collects by itself; until it is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def close(self) -> None:
        """Collect what there is; then Python does as it always does."""
        self._timer.stop()
        take_back()
        gc.collect()
        gc.enable()


def set_aside() -> None:
    """Much of what there is now stays for long: searches leave it out."""
    gc.freeze()


def take_back() -> None:
    """What was set aside may be garbage by now: searches look at all of it again."""
    gc.unfreeze()


def pause() -> None:
    """Another thread makes very much that is no garbage: looking through it would hold up this one."""
    gc.set_threshold(0, 0, 0)


def resume() -> None:
    """Search again."""
    gc.set_threshold(*_USUAL)


def collect_due() -> None:
    """Collect the oldest generation that is due, as Python would by itself."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if threshold and count > threshold
    ]
    if due:
        gc.collect(due[-1])
