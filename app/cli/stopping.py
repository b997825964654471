"""Being told to stop: Ctrl+C, or a signal of the system."""

from __future__ import annotations

import signal
import threading


def wait_for_stop(stopped: threading.Event) -> None:
    """Return when the program is told to stop."""
    while not stopped.wait(0.5):  # a bare wait would not let Windows deliver Ctrl+C
        pass


def stop_event() -> threading.Event:
    """An event that is set when the program is told to stop; from now on that does nothing else."""
    stopped = threading.Event()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _number, _frame: stopped.set())
    return stopped
