"""One sender for a data folder: a lock on a file that the system drops when the program ends."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout


class SenderLease:
    """Whoever holds it sends."""

    def __init__(self, folder: Path) -> None:
        # Not thread-local: the engine takes it on a worker thread and lets it go on its own.
        self._lock = FileLock(folder / "sender.lock", timeout=0, thread_local=False)

    @property
    def held(self) -> bool:
        """Whether it is ours."""
        return self._lock.is_locked

    def acquire(self) -> bool:
        """Take it if nobody has it; whether it is ours now."""
        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Let it go; nothing happens where it is not ours."""
        self._lock.release(force=True)
