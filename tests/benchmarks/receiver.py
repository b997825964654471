"""Events a second with the window open, each on disk before its answer, and the UI thread meanwhile."""

from __future__ import annotations

import json
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.benchmarks.flood import CONNECTIONS, post_sales, post_steadily
from tests.benchmarks.measuring import Figure, at_most, child
from tests.benchmarks.webhook import is_installed, webhook_running

Posted = TypeVar("Posted")

ROUNDS = 4
EVENTS = 12_000
LEAST = 0.4
MOST_LATE_MS = 16
PER_SECOND = 1000
STEADY_SECONDS = 10
MOST_TAKEN_MS = 20
SETTLED = 2.0
"""Seconds that a program is given to come to rest after its start."""


def measure() -> list[Figure]:
    """The best rate of several rounds, as a busy machine only lowers it; the usual lateness."""
    bare, polka, webhook = [], [], []
    late, taken, steadily_late = [], [], []
    for _ in range(ROUNDS):
        bare.append(_bare())
        rate, p99 = _polka(lambda address: post_sales(address, EVENTS), EVENTS)
        polka.append(rate)
        late.append(p99)
        answers, p99 = _polka(
            lambda address: post_steadily(address, PER_SECOND, STEADY_SECONDS),
            PER_SECOND * STEADY_SECONDS // CONNECTIONS * CONNECTIONS,
        )
        taken.append(_p99(answers))
        steadily_late.append(p99)
        if is_installed():
            webhook.append(_webhook())
    figures = [
        _at_least(
            "Events received a second, each on disk before its answer, window open on the page of events, "
            "against a starlette application that only answers",
            max(polka),
            max(bare),
            LEAST,
        ),
        at_most("The window's lateness meanwhile, p99", statistics.median(late), MOST_LATE_MS, "ms"),
        at_most(
            f"From when an event is due to its answer, at {PER_SECOND:,} a second, p99",
            statistics.median(taken),
            MOST_TAKEN_MS,
            "ms",
        ),
        at_most("The window's lateness then, p99", statistics.median(steadily_late), MOST_LATE_MS, "ms"),
    ]
    if webhook:
        figures.insert(
            1, _at_least("The same against webhook, which runs `true`", max(polka), max(webhook), 1)
        )
    return figures


def _at_least(name: str, polka: float, bare: float, least: float) -> Figure:
    ratio = polka / bare
    return Figure(
        name, f"{polka:.0f}", f"≥ {least}x", ratio >= least, bare=f"{bare:.0f}", ratio=f"{ratio:.2f}x"
    )


def _bare() -> float:
    with child("receiver_child") as process:
        address = process.read()
        time.sleep(SETTLED)
        return post_sales(address, EVENTS)


def _webhook() -> float:
    with webhook_running() as address:
        time.sleep(SETTLED)
        return post_sales(address, EVENTS)


def _polka(post: Callable[[str], Posted], count: int) -> tuple[Posted, float]:
    """What posting so many events gave, and the 99th percentile of the window's lateness meanwhile."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with child("window_child", folder) as process:
            address = process.read()
            time.sleep(SETTLED)
            process.say("they begin")
            posted = post(address)
            process.say("they have ended")
            late = json.loads(process.read())
        _check_kept(Path(folder), count)
    return posted, _p99(late)


def _p99(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


def _check_kept(folder: Path, count: int) -> None:
    """Every event that was answered must be there although the program was killed."""
    with closing(sqlite3.connect(folder / "polka.db")) as connection:
        kept = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    if kept < count:
        message = f"{count} events were answered and only {kept} were kept"
        raise RuntimeError(message)
