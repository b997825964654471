"""Posting webhooks to the supplier, in order, again and again until they are taken."""

from __future__ import annotations

import json
import logging
import queue
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any

from app.sandbox.faults import WEBHOOK, Faults
from app.sandbox.state import Marketplace

_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # the listener is on this machine

log = logging.getLogger(__name__)

TRIES = 5
PAUSE = 0.5
TIMEOUT = 5.0
DELAY = 2.0


class WebhookPoster:
    """One thread; `url` may be set later."""

    def __init__(self, marketplace: Marketplace, faults: Faults, url: str | None) -> None:
        self.url = url
        self._marketplace = marketplace
        self._faults = faults
        self._waiting: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._held: dict[str, Any] | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sandbox-webhooks", daemon=True)

    def start(self) -> None:
        """Begin to post."""
        self._thread.start()

    def stop(self) -> None:
        """Stop posting; what waits is dropped."""
        self._stopped.set()
        self._waiting.put(None)
        self._thread.join()

    def post(self, body: dict[str, Any]) -> None:
        """Post this as soon as those before it are through."""
        self._waiting.put(body)

    def _run(self) -> None:
        while (body := self._waiting.get()) is not None and not self._stopped.is_set():
            struck = self._faults.take(WEBHOOK)
            if "lose" in struck:
                continue
            if "reorder" in struck and self._held is None:
                self._held = body
                continue
            if "delay" in struck:
                self._stopped.wait(struck["delay"] or DELAY)
            self._deliver(body)
            if "duplicate" in struck:
                self._deliver(body)
            if self._held is not None:
                held, self._held = self._held, None
                self._deliver(held)

    def _deliver(self, body: dict[str, Any]) -> None:
        if not self.url:
            return
        for _ in range(TRIES):
            status = self._try(self.url, body)
            self._marketplace.webhooks.append({"at": time.time(), "body": body, "status": status})
            if status is not None and status < 500:
                return
            if self._stopped.wait(PAUSE):
                return

    def _try(self, url: str, body: dict[str, Any]) -> int | None:
        try:
            request = urllib.request.Request(  # noqa: S310  # the address that the user gave
                url, json.dumps(body).encode(), {"Content-Type": "application/json"}
            )
            with _opener.open(request, timeout=TIMEOUT) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except (OSError, ValueError, HTTPException) as error:
            log.info("the webhook was not taken: %s", error)
            return None
