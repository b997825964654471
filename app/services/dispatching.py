"""Running the sender with the saved connection, and saying how the marketplace answers."""

from __future__ import annotations

import anyio
import anyio.to_thread

from app.domain.delivery import COUNTS_AS_FAILURE, PAUSES_CONNECTION
from app.domain.errors import PolkaError, StorageError
from app.domain.text import Text, translate
from app.marketplace.outcome import Answer
from app.services.attempts import recover
from app.services.connection import effective_connection
from app.services.engine_status import StatusBoard
from app.services.rate import RateLimit
from app.services.sending import Sender
from app.services.settings import ConnectionSettings
from app.services.shop import Shop
from app.services.views import Lamp


class Dispatcher:
    """Sends with the newest settings until it is stopped. Every method runs on the engine's loop.

    New settings and an orderly end both wait for the answers to what is in flight: a request that is
    cut off would be one that nobody knows about.
    """

    def __init__(self, shop: Shop, board: StatusBoard) -> None:
        self._shop = shop
        self._board = board
        self._sender: Sender | None = None
        self._is_stopping = False
        self._changed = anyio.Event()

    def wake(self) -> None:
        """Something was queued."""
        if self._sender is not None:
            self._sender.wake()

    def reload(self) -> None:
        """Address, token or dialect have changed."""
        self._changed.set()
        if self._sender is not None:
            self._sender.stop()

    def stop(self) -> None:
        """Begin nothing more; `run` returns when what is in flight has ended."""
        self._is_stopping = True
        self.reload()

    async def run(self) -> None:
        """Send; without address or token wait for them."""
        while not self._is_stopping:
            self._changed = anyio.Event()
            settings, token = await self._connection()
            if settings is None or not settings.url or not token:
                await self._changed.wait()
            elif not self._is_stopping:
                await self._send(settings, token)

    async def _connection(self) -> tuple[ConnectionSettings | None, str | None]:
        try:
            settings, token = await anyio.to_thread.run_sync(effective_connection, self._shop)
        except PolkaError as error:
            self._say(Lamp.BAD, error.title)
            return None, None
        if not settings.url or not token:
            self._say(Lamp.OFF, _NOT_CONNECTED)
            # What a crash left on its way is told also where nothing can be sent now.
            await anyio.to_thread.run_sync(recover, self._shop)
        return settings, token

    async def _send(self, settings: ConnectionSettings, token: str) -> None:
        from app.marketplace.client import MarketplaceClient

        self._say(Lamp.WORKING, _NOT_ASKED)
        async with MarketplaceClient(settings.url, token, settings.proxy) as client:
            self._sender = Sender(
                self._shop,
                client,
                RateLimit(settings.rate_per_second),
                answered=self._on_answered,
                troubled=self._on_troubled,
            )
            try:
                if not self._changed.is_set():
                    await self._sender.run()
            finally:
                self._sender = None

    def _on_answered(self, answer: Answer) -> None:
        if answer.outcome in PAUSES_CONNECTION:
            self._say(Lamp.BAD, _REFUSES)
        elif answer.outcome in COUNTS_AS_FAILURE:
            self._say(Lamp.WARNING, _SILENT if answer.status is None else _BUSY)
        else:
            self._say(Lamp.GOOD, _ONLINE)

    def _on_troubled(self, error: StorageError | None) -> None:
        if error is None:
            self._say(Lamp.WORKING, _NOT_ASKED)
        else:
            self._say(Lamp.BAD, error.title)

    def _say(self, lamp: Lamp, words: Text) -> None:
        self._board.set(marketplace=lamp, marketplace_words=words)


_NOT_CONNECTED = translate("Engine", "Marketplace: not connected")
_NOT_ASKED = translate("Engine", "Marketplace: nothing sent yet")
_ONLINE = translate("Engine", "Marketplace: online")
_BUSY = translate("Engine", "Marketplace: busy, trying again")
_SILENT = translate("Engine", "Marketplace: no answer")
_REFUSES = translate("Engine", "Marketplace: refuses, see Settings")
