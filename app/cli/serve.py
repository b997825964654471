"""`polka serve`: the engine without a window."""

from __future__ import annotations

import contextlib
import logging
import shlex
from argparse import Namespace
from pathlib import Path

from app.cli.folder import opened_shop
from app.cli.stopping import stop_event, wait_for_stop
from app.services.engine import Engine
from app.services.status_views import Status

_UNANSWERED = """\
Deliveries without an answer: {count}. They may have arrived, or not; a person has to look.
  See them:     polka list deliveries --unanswered --data {folder}
  Settle them:  polka --data {folder}  (Deliveries, Check against the cabinet…)"""


def run(options: Namespace) -> int:
    """Send and receive until SIGTERM or Ctrl+C."""
    logging.getLogger().setLevel(logging.INFO)
    for noisy in ("httpx", "httpcore", "alembic", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    stopped = stop_event()
    with opened_shop(options) as shop:
        engine = Engine(shop)
        unsubscribe = engine.on_status(_Told(shop.folder))
        engine.start()
        print(f"Polka is running on {shop.folder}; Ctrl+C stops it.", flush=True)
        wait_for_stop(stopped)
        unsubscribe()
        engine.stop()
    print("Polka has stopped.", flush=True)
    return 0


class _Told:
    """Prints a status line when its words change, and of deliveries without an answer when one more is."""

    def __init__(self, folder: Path) -> None:
        self._folder = shlex.quote(str(folder))
        self._last = ""
        self._unknown = 0

    def __call__(self, status: Status) -> None:
        words = [status.marketplace_words, status.listener_words, status.paused]
        line = " ".join(str(text) for text in words if text is not None)
        if line and line != self._last:
            self._last = line
            _print(line)
        unknown = status.deliveries.unknown
        if unknown > self._unknown:
            _print(_UNANSWERED.format(count=unknown, folder=self._folder))
        self._unknown = unknown


def _print(words: str) -> None:
    with contextlib.suppress(OSError):  # nobody reads it any more; that stops no sending
        print(words, flush=True)
