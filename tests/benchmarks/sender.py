"""Emptying a full outbox into the sandbox: how fast, against a loop that only posts, and at what cost."""

from __future__ import annotations

import json
import statistics
from tempfile import TemporaryDirectory

from tests.benchmarks.measuring import KINDS, Figure, at_most, child, printed_by

ROUNDS = 3
ACTIONS = 10_000
LEAST = 0.8
MOST_LATE_MS = 16
MOST_GROWN_MB = 60
MANY = 100_000
MOST_FOUND_MS = 1000
TOKEN = "sandbox-token"


def measure() -> list[Figure]:
    """The best of several rounds, each with a sandbox of its own: a busy machine only lowers the rates."""
    rates: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(ROUNDS):
        for kind in KINDS:
            rates[kind].append(float(_printed("sender_child", ACTIONS, kind)))
    bare, polka = (max(rates[kind]) for kind in KINDS)
    window = json.loads(_printed("drain_child", ACTIONS))
    found = float(_printed("queue_child", MANY)) * 1000
    return [
        Figure(
            f"Actions sent a second, {ACTIONS:,} in a row, every state on disk, "
            "against a bare loop of httpx.AsyncClient",
            f"{polka:.0f}",
            f"≥ {LEAST}x",
            polka >= LEAST * bare,
            bare=f"{bare:.0f}",
            ratio=f"{polka / bare:.2f}x",
        ),
        at_most(
            "The window's lateness meanwhile, open on the page of deliveries, p99",
            statistics.quantiles(window["late"], n=100)[98],
            MOST_LATE_MS,
            "ms",
        ),
        at_most("Memory of that window over its idle state", window["grown"], MOST_GROWN_MB, "MB"),
        at_most(
            f"From the start over {MANY:,} queued actions to the first delivered",
            found,
            MOST_FOUND_MS,
            "ms",
        ),
    ]


def _printed(module: str, count: int, *kind: str) -> str:
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        child("sandbox_child", str(count)) as sandbox,
    ):
        return printed_by(module, *kind, str(count), sandbox.read(), TOKEN, folder)
