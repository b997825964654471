"""The simulated marketplace, on threads of its own."""

from __future__ import annotations

import logging
import random
import socket
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from types import TracebackType

import uvicorn

from app.domain.dialect import Dialect
from app.sandbox.catalogue import CATALOGUE, CatalogueProduct
from app.sandbox.faults import Faults, parse_fault
from app.sandbox.protocol import ResettingProtocol
from app.sandbox.server import API_PATH, SandboxServer
from app.sandbox.state import Marketplace
from app.sandbox.webhooks import WebhookPoster

HOST = "127.0.0.1"
RETURNS = 0.2
"""Of five movements by itself one is a return."""


class Sandbox:
    """A marketplace on a thread of its own: `with Sandbox() as sandbox`."""

    def __init__(
        self,
        *,
        dialect: Dialect | None = None,
        token: str = "sandbox-token",  # noqa: S107  # of a simulation
        catalogue: Iterable[CatalogueProduct] = CATALOGUE,
        webhook_url: str | None = None,
        port: int = 0,
        sell_every: float | None = None,
        faults: Sequence[str] = (),
        honours_keys: bool = False,
    ) -> None:
        self.token = token
        self.state = Marketplace(dialect or Dialect(), honours_keys=honours_keys)
        self.state.load(catalogue)
        self._faults = Faults()
        self.set_faults(faults)
        self._poster = WebhookPoster(self.state, self._faults, webhook_url)
        self._server = SandboxServer(self.state, token, self._faults, self._poster)
        self._socket = _listening(port)
        self._uvicorn = uvicorn.Server(
            uvicorn.Config(
                self._server.app,
                http=ResettingProtocol,
                lifespan="off",
                ws="none",
                log_config=None,
                access_log=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._thread = threading.Thread(target=self._serve, name="sandbox", daemon=True)
        self._sell_every = sell_every
        self._stopped = threading.Event()
        self._seller = threading.Thread(target=self._sell, name="sandbox-seller", daemon=True)

    @property
    def page_url(self) -> str:
        """The page that shows its stock."""
        return f"http://{HOST}:{self._socket.getsockname()[1]}/"

    @property
    def api_url(self) -> str:
        """What a supplier copies from the cabinet."""
        return f"{self.page_url.rstrip('/')}{API_PATH}"

    @property
    def webhook_url(self) -> str | None:
        """Where it posts sales and returns."""
        return self._poster.url

    @webhook_url.setter
    def webhook_url(self, url: str | None) -> None:
        self._poster.url = url

    def set_faults(self, faults: Sequence[str]) -> None:
        """Misbehave so; an empty list: behave."""
        self._faults.active = [parse_fault(text) for text in faults]

    def sell(self, article: str, size: str, pieces: int = 1) -> None:
        """Sell on the site; a negative number is a return."""
        self._server.move(article, size, pieces)

    def stock(self, article: str, size: str) -> int:
        """Pieces that the marketplace has."""
        return self.state.products[article].sizes[size].stock

    def start(self) -> None:
        """Begin; returns when requests are answered."""
        logging.getLogger("uvicorn.error").addFilter(_is_no_cut)
        self._thread.start()
        self._poster.start()
        while not self._uvicorn.started:
            time.sleep(0.005)
        if self._sell_every:
            self._seller.start()

    def stop(self) -> None:
        """End; connections are closed."""
        self._stopped.set()
        if self._seller.is_alive():
            self._seller.join()
        self._poster.stop()
        self._server.is_stopping = True
        self._uvicorn.should_exit = True
        self._thread.join()
        self._socket.close()

    def __enter__(self) -> Sandbox:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def _serve(self) -> None:
        self._uvicorn.run(sockets=[self._socket])

    def _sell(self) -> None:
        """Sales, now and then a return, by itself."""
        while not self._stopped.wait(self._sell_every):
            found = self._server.pick()
            if found is not None:
                self._server.move(*found, -1 if random.random() < RETURNS else 1)


def _listening(port: int) -> socket.socket:
    # With the protocol named, asyncio turns Nagle's delay off, which costs 40 ms an answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()
    except BaseException:
        listening.close()
        raise
    return listening


def _is_no_cut(record: logging.LogRecord) -> bool:
    """An answer that a fault cuts off ends in an exception, which is no news."""
    return record.exc_info is None or record.exc_info[0] is not ConnectionAbortedError
