"""Cold start: from the call of the program to the first picture of its window."""

from __future__ import annotations

import time
from tempfile import TemporaryDirectory

from tests.benchmarks.measuring import KINDS, Figure, child

ROUNDS = 9
MOST = 2.0


def measure() -> list[Figure]:
    """The best of several starts: a busy machine only makes them longer."""
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(ROUNDS):
        for kind in KINDS:
            times[kind].append(_start(kind))
    bare, polka = (min(times[kind]) for kind in KINDS)
    return [
        Figure(
            "Cold start to the first painted window, against a PySide6 window with an empty table",
            f"{polka * 1000:.0f} ms",
            f"≤ {MOST:.0f}x",
            polka <= MOST * bare,
            bare=f"{bare * 1000:.0f} ms",
            ratio=f"{polka / bare:.2f}x",
        )
    ]


def _start(kind: str) -> float:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        started = time.perf_counter()
        with child("start_child", kind, folder) as process:
            said = process.read()
            taken = time.perf_counter() - started
    if said != "painted":
        message = f"the {kind} window said {said!r}"
        raise RuntimeError(message)
    return taken
