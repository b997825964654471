"""The engine: one background thread with one event loop that sends, receives and reads."""

from __future__ import annotations

import logging
import threading
from collections.abc import Awaitable, Callable
from functools import partial

import anyio
import anyio.to_thread
from anyio.from_thread import BlockingPortal

from app.domain.errors import PolkaError
from app.domain.text import translate
from app.services.dispatching import keep_sending
from app.services.engine_status import StatusBoard
from app.services.lease import SenderLease
from app.services.listening import listen
from app.services.outbox import delivery_counts
from app.services.pausing import why_paused
from app.services.reading import AT_ONCE, read_new
from app.services.receiving import Inbox
from app.services.shop import Shop
from app.services.views import Change, Lamp, Status
from app.services.watching import OtherWriters

log = logging.getLogger(__name__)

WATCH_SECONDS = 1.0
RESTART_SECONDS = 5.0


class Engine:
    """Sender, listener and reader of one shop. Every method may be called from any thread."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._board = StatusBoard()
        self._lease = SenderLease(shop.folder)
        self._thread: threading.Thread | None = None
        self._portal: BlockingPortal | None = None
        self._ready = threading.Event()
        self._stop: anyio.Event | None = None
        self._inbox: Inbox | None = None
        self._listener_changed: anyio.Event | None = None
        self._connection_changed: anyio.Event | None = None
        self._work_arrived: Callable[[], None] = lambda: None

    @property
    def is_sender(self) -> bool:
        """Whether this engine, and not another program's, sends for the folder."""
        return self._lease.held

    def status(self) -> Status:
        """How everything is now."""
        return self._board.status

    def on_status(self, callback: Callable[[Status], None]) -> Callable[[], None]:
        """Call `callback` with every new status, on the engine's thread; returns how to stop that."""
        return self._board.subscribe(callback)

    def start(self) -> None:
        """Start the thread; the shop must be open. Returns at once."""
        self._thread = threading.Thread(target=self._main, name="polka-engine", daemon=True)
        self._thread.start()

    def stop(self, timeout: float = 5.0) -> None:
        """Stop sending and receiving and wait for the thread to end."""
        if self._thread is None:
            return
        self._ready.wait(timeout)
        self._call(partial(_set, self._stop))
        self._thread.join(timeout)
        self._thread = None

    def wake(self) -> None:
        """Something was queued."""
        self._call(self._work_arrived)

    def restart_listener(self) -> None:
        """The listener's settings have changed."""
        self._call(partial(_set, self._listener_changed))

    def reload_connection(self) -> None:
        """Address, token or dialect have changed."""
        self._call(partial(_set, self._connection_changed))

    def _call(self, function: Callable[[], object]) -> None:
        portal = self._portal
        if portal is None:
            return
        try:
            portal.start_task_soon(function)
        except RuntimeError:  # it has stopped meanwhile
            log.debug("the engine has stopped; a call was dropped")

    def _main(self) -> None:
        try:
            anyio.run(self._run)
        except Exception:
            log.exception("the engine stopped by a bug")
            self._board.set(
                marketplace=Lamp.BAD,
                marketplace_words=translate("Engine", "Sending has stopped. Start Polka again."),
            )
        finally:
            self._portal = None
            self._lease.release()
            self._ready.set()

    async def _run(self) -> None:
        self._stop = anyio.Event()
        self._listener_changed = anyio.Event()
        self._connection_changed = anyio.Event()
        self._inbox = Inbox(self._shop)
        unsubscribe = self._shop.changes.subscribe(self._on_change)
        try:
            async with BlockingPortal() as portal, anyio.create_task_group() as tasks:
                self._portal = portal
                self._ready.set()
                for name, job in self._jobs():
                    tasks.start_soon(_restarted, name, job)
                await self._stop.wait()
                self._portal = None
                tasks.cancel_scope.cancel()
        finally:
            unsubscribe()

    def _jobs(self) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        assert self._inbox is not None  # noqa: S101  # set by `_run` just before
        return [
            ("inbox", self._inbox.run),
            ("reader", self._read),
            ("listener", self._listen),
            ("sender", self._send),
            ("watcher", self._watch),
        ]

    def _on_change(self, change: Change) -> None:
        if change.deliveries or change.settings:
            self.wake()
            self._call(self._count)
        if change.structure or change.events:
            self._call(self._read_again)

    def _read_again(self) -> None:
        if self._inbox is not None:
            self._inbox.unread.set()

    async def _count(self) -> None:
        counts = await anyio.to_thread.run_sync(delivery_counts, self._shop)
        paused = await anyio.to_thread.run_sync(why_paused, self._shop)
        self._board.set(deliveries=counts, paused=paused)

    async def _read(self) -> None:
        """Read events as they are kept; at the start also those of an earlier run."""
        inbox = self._inbox
        while inbox is not None:
            inbox.unread = anyio.Event()
            while await anyio.to_thread.run_sync(read_new, self._shop) == AT_ONCE:
                pass
            await inbox.unread.wait()

    async def _listen(self) -> None:
        """Listen with the saved settings; begin anew when they change."""
        while self._inbox is not None:
            self._listener_changed = anyio.Event()
            changed = self._listener_changed
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(partial(listen, self._shop, self._inbox, self._board))
                await changed.wait()
                tasks.cancel_scope.cancel()

    async def _send(self) -> None:
        """Send with the saved connection once the lease is ours; begin anew when it changes."""
        await self._count()
        while not await anyio.to_thread.run_sync(self._lease.acquire):
            self._board.set(marketplace=Lamp.WARNING, marketplace_words=_SENT_ELSEWHERE)
            await anyio.sleep(RESTART_SECONDS)
        while True:
            self._connection_changed = anyio.Event()
            changed = self._connection_changed
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(partial(keep_sending, self._shop, self._board, self._on_sender))
                await changed.wait()
                tasks.cancel_scope.cancel()

    def _on_sender(self, wake: Callable[[], None]) -> None:
        self._work_arrived = wake

    async def _watch(self) -> None:
        """Hear of what other programs (a script, a second window) commit to the same file."""
        writers = await anyio.to_thread.run_sync(OtherWriters, self._shop)
        try:
            while True:
                await anyio.sleep(WATCH_SECONDS)
                if await anyio.to_thread.run_sync(writers.have_written):
                    self._shop.changes.publish(Change(None, structure=True, deliveries=True, events=True))
        finally:
            writers.close()


_SENT_ELSEWHERE = translate("Engine", "Another Polka is open on these data and does the sending.")


def _set(event: anyio.Event | None) -> None:
    if event is not None:
        event.set()


async def _restarted(name: str, job: Callable[[], Awaitable[None]]) -> None:
    """Run a job; should it fail, say so in the log and begin again after a while."""
    while True:
        try:
            await job()
        except PolkaError as error:
            log.warning("%s: %s", name, error)
        except Exception:
            log.exception("the %s failed and begins again", name)
        await anyio.sleep(RESTART_SECONDS)
