"""Running the sender with the saved connection, and saying how the marketplace answers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import anyio

from app.domain.delivery import COUNTS_AS_FAILURE, PAUSES_CONNECTION
from app.domain.errors import PolkaError, StorageError
from app.domain.text import Text, translate
from app.marketplace.outcome import Answer
from app.services.attempts import recover
from app.services.breaker import Silence
from app.services.calls import LoopCalls
from app.services.connection import effective_connection, words_of_silence
from app.services.engine_status import StatusBoard
from app.services.proof import last_answered
from app.services.rate import RateLimit
from app.services.sending import Sender
from app.services.settings import ConnectionSettings
from app.services.shop import Shop
from app.services.status_views import Lamp, Obstacle, Standstill


class Dispatcher:
    """Sends with the newest settings until it is stopped, on a loop of its own.

    Every method may be called from any thread. New settings and an orderly end both wait for the answers
    to what is in flight: a request that is cut off would be one that nobody knows about.
    """

    def __init__(self, shop: Shop, board: StatusBoard) -> None:
        self._shop = shop
        self._board = board
        self._calls = LoopCalls()
        self._sender: Sender | None = None
        self._rate = RateLimit(None)
        self._is_stopping = False
        self._is_troubled = False
        self._last_said = (Lamp.WORKING, _NOT_ASKED)
        self._why_silent = _SILENT
        self._changed: anyio.Event | None = None
        self._scope: anyio.CancelScope | None = None

    def wake(self) -> None:
        """Something was queued."""
        self._calls.soon(self._wake)

    def reload(self) -> None:
        """Address, token or dialect have changed; nothing that is queued afterwards leaves with the old."""
        sender = self._sender
        if sender is not None:
            sender.begin_no_more()
        self._calls.soon(self._reload)

    def stop(self, last_answers: float) -> None:
        """Begin nothing more; `run` returns when what is in flight has ended, or after so many seconds."""
        self._is_stopping = True
        self._calls.soon(self._stop, last_answers)

    def _wake(self) -> None:
        if self._sender is not None:
            self._sender.wake()

    def _reload(self) -> None:
        if self._changed is not None:
            self._changed.set()
        if self._sender is not None:
            self._sender.stop()

    def _stop(self, last_answers: float) -> None:
        if self._scope is not None:
            self._scope.deadline = asyncio.get_running_loop().time() + last_answers
        self._reload()

    def run(self) -> None:
        """Send until stopped; without address or token wait for them."""
        anyio.run(self._run)

    async def _run(self) -> None:
        with self._calls.taken(), anyio.CancelScope() as self._scope:
            await self._send_until_stopped()

    async def _send_until_stopped(self) -> None:
        while not self._is_stopping:
            self._changed = changed = anyio.Event()
            settings, token = self._connection()
            if settings is None or not settings.url or not token:
                await changed.wait()
            elif not self._is_stopping:
                await self._send(settings, token, changed)

    def _connection(self) -> tuple[ConnectionSettings | None, str | None]:
        try:
            settings, token = effective_connection(self._shop)
        except StorageError:
            raise  # tried again later; the others wait for other settings
        except PolkaError as error:
            self._stand(Lamp.BAD, error.title, Standstill(Obstacle.SETTINGS, error.title))
            return None, None
        if not settings.url or not token:
            self._stand(Lamp.OFF, _NOT_CONNECTED, _NO_TOKEN if settings.url else _NO_ADDRESS)
            # What a crash left on its way is told also where nothing can be sent now.
            recover(self._shop)
        return settings, token

    async def _send(self, settings: ConnectionSettings, token: str, changed: anyio.Event) -> None:
        from app.marketplace.client import MarketplaceClient

        asked = last_answered(self._shop)
        self._stand(Lamp.WORKING, _NOT_ASKED if asked is None else _ASKED.format(when=asked))
        self._rate = RateLimit(settings.rate_per_second)
        async with MarketplaceClient(settings.url, token, settings.proxy) as client:
            self._sender = Sender(
                self._shop,
                client,
                self._rate,
                answered=self._on_answered,
                silent=self._on_silent,
                troubled=self._on_troubled,
                is_outdated=lambda: self._is_outdated(settings, token),
            )
            try:
                if not changed.is_set():
                    await self._sender.run()
            finally:
                self._sender = None

    def _is_outdated(self, settings: ConnectionSettings, token: str) -> bool:
        try:
            now, token_now = effective_connection(self._shop)
        except PolkaError:
            return False
        return (now.url, now.proxy, token_now) != (settings.url, settings.proxy, token)

    def _on_answered(self, answer: Answer) -> None:
        self._last_said = _said_of(answer)
        if answer.outcome in COUNTS_AS_FAILURE:
            self._why_silent = words_of_silence(answer)
        slowed = self._rate.slowed
        self._board.set(seconds_between=None if slowed is None else 1 / slowed)
        if not self._is_troubled:
            self._say(*self._last_said)

    def _on_silent(self, silence: Silence | None) -> None:
        if silence is None:
            self._board.set(standstill=None)
            return
        at = None if silence.ask_at is None else datetime.fromtimestamp(silence.ask_at, UTC).astimezone()
        self._board.set(standstill=Standstill(Obstacle.SILENCE, self._why_silent, at))

    def _on_troubled(self, error: StorageError | None) -> None:
        self._is_troubled = error is not None
        if error is None:
            self._say(*self._last_said)
        else:
            self._say(Lamp.BAD, error.title)

    def _stand(self, lamp: Lamp, words: Text, standstill: Standstill | None = None) -> None:
        """How it stands with settings that are new."""
        self._board.set(
            marketplace=lamp, marketplace_words=words, standstill=standstill, seconds_between=None
        )

    def _say(self, lamp: Lamp, words: Text) -> None:
        self._board.set(marketplace=lamp, marketplace_words=words)


def _said_of(answer: Answer) -> tuple[Lamp, Text]:
    if answer.outcome in PAUSES_CONNECTION:
        return Lamp.BAD, _REFUSES
    if answer.outcome in COUNTS_AS_FAILURE:
        return Lamp.WARNING, _SILENT if answer.status is None else _BUSY
    return Lamp.GOOD, _ONLINE


_NO_ADDRESS = Standstill(
    Obstacle.NO_ADDRESS,
    translate("Engine", "The marketplace is not connected: its address and the token are not entered yet."),
)
_NO_TOKEN = Standstill(
    Obstacle.NO_TOKEN,
    translate("Engine", "The marketplace's token is missing, so nothing can be sent."),
)
_NOT_CONNECTED = translate("Engine", "Marketplace: not connected")
_NOT_ASKED = translate("Engine", "Marketplace: nothing sent yet")
_ASKED = translate("Engine", "Marketplace: last answered {when}")
_ONLINE = translate("Engine", "Marketplace: online")
_BUSY = translate("Engine", "Marketplace: busy, trying again")
_SILENT = translate("Engine", "Marketplace: no answer")
_REFUSES = translate("Engine", "Marketplace: refuses, see Settings")
