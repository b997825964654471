"""Watching over the listener from outside: is it reached, and does anything come at all."""

from __future__ import annotations

import logging

import anyio
import anyio.to_thread

from app.domain.errors import StorageError
from app.domain.refusal import Refusal
from app.domain.text import translate
from app.marketplace.own_test import OwnTests
from app.services.engine_status import StatusBoard
from app.services.reaching import check_reach
from app.services.receiving import ListenerSettings, listener_url
from app.services.refused_events import REFUSED, refused_now
from app.services.shop import Shop
from app.services.status_views import Lamp, Reach
from app.storage import inbox

log = logging.getLogger(__name__)

LOOK_SECONDS = 10.0
FIRST_TEST_SECONDS = 15.0
TEST_SECONDS = 15 * 60.0
TEST_AGAIN_SECONDS = 60.0
"""After a test that failed."""

LISTENING = translate("Engine", "Events: port {port}")


class OutsideWatch:
    """Says on the board what the listener's lamp has to show while it listens."""

    def __init__(self, shop: Shop, board: StatusBoard) -> None:
        self.own_tests = OwnTests()
        self._shop = shop
        self._board = board
        self._asked = anyio.Event()
        self._next_test = 0.0

    def ask(self) -> None:
        """Test the address now; the board tells what was found."""
        self._asked.set()

    async def run(self, settings: ListenerSettings) -> None:
        """Until cancelled; whatever fails here must not end what is watched."""
        self._board.set(reach=None)
        self._next_test = anyio.current_time() + FIRST_TEST_SECONDS
        while True:
            try:
                await self._look(settings)
            except Exception:
                log.exception("the listener could not be looked at")
                await anyio.sleep(LOOK_SECONDS)

    async def _look(self, settings: ListenerSettings) -> None:
        """Without a public address nothing is tested: nobody would reach that."""
        await self._show(settings)
        with anyio.move_on_after(LOOK_SECONDS):
            await self._asked.wait()
        if settings.public_url and (self._asked.is_set() or anyio.current_time() >= self._next_test):
            reach = await self._test(settings)
            pause = TEST_SECONDS if reach.lamp is Lamp.GOOD else TEST_AGAIN_SECONDS
            self._next_test = anyio.current_time() + pause
        self._asked = anyio.Event()

    async def _test(self, settings: ListenerSettings) -> Reach:
        if self._asked.is_set():  # a quiet test shows nothing before it has found something
            self._board.set(reach=Reach(Lamp.WORKING, _UNDER_WAY, None))
        reach = await check_reach(listener_url(settings), self.own_tests, self._shop.clock())
        self._board.set(reach=reach)
        return reach

    async def _show(self, settings: ListenerSettings) -> None:
        reach = self._board.status.reach
        refused, last = await self._heard()
        hours = self._silent_hours(settings, last)
        self._board.set(refused=refused)
        if refused is not None:
            self._board.set(listener=Lamp.WARNING, listener_words=REFUSED[refused])
        elif reach is not None and reach.lamp is Lamp.BAD:
            self._board.set(listener=Lamp.WARNING, listener_words=_NOT_REACHED)
        elif hours is not None:
            self._board.set(listener=Lamp.WARNING, listener_words=_SILENT.format(hours=hours))
        else:
            self._board.set(listener=Lamp.GOOD, listener_words=LISTENING.format(port=settings.port))

    async def _heard(self) -> tuple[Refusal | None, float | None]:
        """Why events are refused now, and when the last one was taken."""
        try:
            return await anyio.to_thread.run_sync(_heard, self._shop)
        except StorageError as error:
            log.info("what has come could not be read: %s", error)
            return None, None

    def _silent_hours(self, settings: ListenerSettings, last: float | None) -> int | None:
        """Since when nothing has come, where that is longer than usual; None where nothing ever came."""
        if not settings.silent_hours or last is None:
            return None
        hours = int((self._shop.clock() - last) // 3600)
        return hours if hours >= settings.silent_hours else None


def _heard(shop: Shop) -> tuple[Refusal | None, float | None]:
    with shop.database.read() as connection:
        return refused_now(shop, connection), inbox.last_received_at(connection)


_NOT_REACHED = translate("Engine", "Events: not reached from outside")
_SILENT = translate("Engine", "Events: none for {hours} h")
_UNDER_WAY = translate("Reach", "A test event is on its way…")
