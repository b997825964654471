"""The engine: a thread whose loop receives, and another one whose loop sends.

Each loop commits by itself: none of its answers can leave before, and threads that hand the interpreter to
each other for every commit take longer than the commits.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial

import anyio
import anyio.to_thread

from app.domain.errors import PolkaError
from app.domain.text import translate
from app.services.attending import attend
from app.services.calls import LoopCalls
from app.services.dispatching import Dispatcher
from app.services.engine_status import StatusBoard
from app.services.keeping import Inbox
from app.services.lease import SenderLease
from app.services.listening import listen
from app.services.other_writers import OtherWriters
from app.services.outbox import delivery_counts
from app.services.outside import OutsideWatch
from app.services.pausing import why_paused
from app.services.reading import AT_ONCE, read_new
from app.services.refusals import RefusalLog
from app.services.retention import keep_tidy
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.services.views import Change

log = logging.getLogger(__name__)

WATCH_SECONDS = 1.0
RESTART_SECONDS = 5.0
GIVEN_WAY = 10
"""Keeping goes before reading: while events come in, so many times as long as a reading took."""

GLANCE_SECONDS = 0.15
"""What comes is read when nothing more comes, at the latest after this time: a flood is seen by then."""

LONGEST_FLOOD = 10.0
"""Seconds. A flood is kept first and read when it is over; of one that goes on, a little each time."""

COUNT_SECONDS = 0.1
"""However busy the sender is, the figures are counted anew at most so often."""

LAST_ANSWERS_SECONDS = 10.0
"""So long an end waits for the answers to what is in flight."""


class Engine:
    """Sender, listener and reader of one shop. Every method may be called from any thread."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._board = StatusBoard()
        self._lease = SenderLease(shop.folder)
        self._thread: threading.Thread | None = None
        self._calls = LoopCalls()
        self._ready = threading.Event()
        self._stop: anyio.Event | None = None
        self._last_answers = LAST_ANSWERS_SECONDS
        self._inbox: Inbox | None = None
        self._listener_changed: anyio.Event | None = None
        self._outside: OutsideWatch | None = None
        self._dispatcher: Dispatcher | None = None
        self._uncounted: anyio.Event | None = None

    @property
    def is_sender(self) -> bool:
        """Whether this engine, and not another program's, sends for the folder."""
        return self._lease.held

    def status(self) -> Status:
        """How everything is now."""
        return self._board.status

    def on_status(self, callback: Callable[[Status], None]) -> Callable[[], None]:
        """Call `callback` with every new status, on a thread of the engine's; returns how to stop that."""
        return self._board.subscribe(callback)

    def start(self) -> None:
        """Start the thread; the shop must be open. Returns at once."""
        self._ready.clear()
        self._thread = threading.Thread(target=self._main, name="polka-engine", daemon=True)
        self._thread.start()

    def stop(self, last_answers: float = LAST_ANSWERS_SECONDS) -> None:
        """Stop receiving and sending and wait for the thread to end.

        What is in flight gets `last_answers` seconds to be answered; what is not is unknown afterwards.
        """
        if self._thread is None:
            return
        self._ready.wait(RESTART_SECONDS)
        self._last_answers = last_answers
        self._calls.soon(_set, self._stop)
        self._thread.join(last_answers + RESTART_SECONDS)
        self._thread = None

    def wake(self) -> None:
        """Something was queued."""
        if self._dispatcher is not None:
            self._dispatcher.wake()

    def restart_listener(self) -> None:
        """The listener's settings have changed."""
        self._calls.soon(_set, self._listener_changed)

    def check_address(self) -> None:
        """Test whether the public address leads here; the status tells what was found."""
        if self._outside is not None:
            self._calls.soon(self._outside.ask)

    def reload_connection(self) -> None:
        """Address, token or dialect have changed."""
        if self._dispatcher is not None:
            self._dispatcher.reload()

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
            self._lease.release()
            self._ready.set()

    async def _run(self) -> None:
        self._stop, self._listener_changed, self._uncounted = anyio.Event(), anyio.Event(), anyio.Event()
        self._inbox = inbox = Inbox(self._shop)
        self._outside = OutsideWatch(self._shop, self._board)
        refusals = RefusalLog(self._shop)
        unsubscribe = self._shop.changes.subscribe(self._on_change)
        try:
            with self._calls.taken():
                async with anyio.create_task_group() as tasks:
                    self._ready.set()
                    tasks.start_soon(self._send_until_stopped, tasks.cancel_scope)
                    for name, job in self._jobs(inbox, self._outside, refusals):
                        tasks.start_soon(_restarted, name, job)
                    await self._stop.wait()
                    if self._dispatcher is not None:
                        self._dispatcher.stop(self._last_answers)
                    tasks.cancel_scope.deadline = anyio.current_time() + self._last_answers
        finally:
            unsubscribe()

    def _jobs(
        self, inbox: Inbox, outside: OutsideWatch, refusals: RefusalLog
    ) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
        listening = partial(listen, self._shop, inbox, self._board, outside, refusals)
        return [
            ("inbox", inbox.run),
            ("reader", partial(self._read, inbox)),
            ("listener", partial(self._listen, listening)),
            ("refusals", refusals.run),
            ("counter", self._count),
            ("watcher", self._watch),
            ("attendant", partial(attend, self._shop)),
            ("retention", partial(keep_tidy, self._shop)),
        ]

    async def _send_until_stopped(self, everything: anyio.CancelScope) -> None:
        """Send once the lease is ours. Its end, when it was stopped, ends the other jobs too."""
        await _restarted("sender", self._send, until=self._stop)
        everything.cancel()

    async def _send(self) -> None:
        while not await anyio.to_thread.run_sync(self._lease.acquire):
            self._board.set(marketplace=Lamp.WARNING, marketplace_words=_SENT_ELSEWHERE)
            with anyio.move_on_after(RESTART_SECONDS):
                await _wait(self._stop)
                return
        if _is_set(self._stop):
            return
        self._dispatcher = dispatcher = Dispatcher(self._shop, self._board)
        try:
            await anyio.to_thread.run_sync(dispatcher.run, abandon_on_cancel=True)
        finally:
            dispatcher.stop(0)
            self._dispatcher = None

    def _on_change(self, change: Change) -> None:
        if change.queued or change.settings:
            self.wake()
        if (change.deliveries or change.settings) and not _is_set(self._uncounted):
            self._calls.soon(_set, self._uncounted)
        if change.structure or change.events:
            self._calls.soon(self._read_again)

    def _read_again(self) -> None:
        if self._inbox is not None:
            self._inbox.unread.set()

    async def _count(self) -> None:
        """Keep the figures of the deliveries on the board up to date."""
        while True:
            self._uncounted = uncounted = anyio.Event()
            counts = await anyio.to_thread.run_sync(delivery_counts, self._shop)
            paused = await anyio.to_thread.run_sync(why_paused, self._shop)
            self._board.set(deliveries=counts, paused=paused)
            await uncounted.wait()
            await anyio.sleep(COUNT_SECONDS)

    async def _read(self, inbox: Inbox) -> None:
        """Read events as they are kept; at the start also those of an earlier run."""
        took = 0.0
        while True:
            await inbox.quiet(max(GLANCE_SECONDS, GIVEN_WAY * took))
            if inbox.is_flooded():
                await inbox.quiet(LONGEST_FLOOD)
            inbox.unread = anyio.Event()
            began = anyio.current_time()
            has_more = await anyio.to_thread.run_sync(read_new, self._shop) == AT_ONCE
            took = anyio.current_time() - began
            if not has_more:
                await inbox.unread.wait()

    async def _listen(self, listening: Callable[[], Coroutine[None, None, None]]) -> None:
        """Listen with the saved settings; begin anew when they change."""
        while True:
            self._listener_changed = anyio.Event()
            changed = self._listener_changed
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(listening)
                await changed.wait()
                tasks.cancel_scope.cancel()

    async def _watch(self) -> None:
        """Hear of what other programs (a script, a second window) commit to the same file."""
        writers = await anyio.to_thread.run_sync(OtherWriters, self._shop)
        try:
            while True:
                await anyio.sleep(WATCH_SECONDS)
                if await anyio.to_thread.run_sync(writers.have_written):
                    self._shop.changes.publish(_ANYTHING)
        finally:
            writers.close()


_ANYTHING = Change(None, structure=True, deliveries=True, queued=True, events=True)
_SENT_ELSEWHERE = translate("Engine", "Another Polka is open on these data and does the sending.")


def _set(event: anyio.Event | None) -> None:
    if event is not None:
        event.set()


def _is_set(event: anyio.Event | None) -> bool:
    return event is not None and event.is_set()


async def _wait(event: anyio.Event | None) -> None:
    if event is not None:
        await event.wait()


async def _restarted(
    name: str, job: Callable[[], Awaitable[None]], until: anyio.Event | None = None
) -> None:
    """Run a job; should it fail, say so in the log and begin again after a while."""
    while until is None or not until.is_set():
        try:
            await job()
        except PolkaError as error:
            log.warning("%s: %s", name, error)
        except Exception:
            log.exception("the %s failed and begins again", name)
        if until is None or not until.is_set():
            await anyio.sleep(RESTART_SECONDS)
