"""`polka serve`: the engine without a window."""

from __future__ import annotations

import contextlib
import logging
from argparse import Namespace

from app.cli.folder import opened_shop
from app.cli.stopping import stop_event, wait_for_stop
from app.services.engine import Engine
from app.services.status_views import Status


def run(options: Namespace) -> int:
    """Send and receive until SIGTERM or Ctrl+C."""
    logging.getLogger().setLevel(logging.INFO)
    for noisy in ("httpx", "httpcore", "alembic", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    stopped = stop_event()
    with opened_shop(options) as shop:
        engine = Engine(shop)
        unsubscribe = engine.on_status(_Told())
        engine.start()
        print(f"Polka is running on {shop.folder}; Ctrl+C stops it.", flush=True)
        wait_for_stop(stopped)
        unsubscribe()
        engine.stop()
    print("Polka has stopped.", flush=True)
    return 0


class _Told:
    """Prints a status line when its words change, and only then."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, status: Status) -> None:
        words = [status.marketplace_words, status.listener_words, status.paused]
        line = " ".join(str(text) for text in words if text is not None)
        if line and line != self._last:
            self._last = line
            with contextlib.suppress(OSError):  # nobody reads it any more; that stops no sending
                print(line, flush=True)
