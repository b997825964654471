"""The sender: takes deliveries from the outbox, sends them, and writes down how each one ended.

One transaction writes the ends of some deliveries and the beginnings of others, so that the
requests in flight cost about one commit for every few of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import anyio
from anyio.abc import TaskGroup

from app.domain.delivery import MAY_HAVE_BEEN_APPLIED, PAUSES_CONNECTION, QUIET
from app.domain.dialect import Dialect
from app.domain.errors import StorageError
from app.marketplace.outcome import Answer
from app.services.attempts import Ended, InFlight, begin_attempts, end_attempts, is_idle, recover
from app.services.breaker import Breaker, Silence
from app.services.rate import RateLimit
from app.services.settings import read_connection
from app.services.shop import Shop
from app.services.views import Change
from app.storage import claims

MOST_IN_FLIGHT = 24
"""More share a commit; each may be a question to a person after a crash. At the usual rate few fly."""

GATHER_SECONDS = 0.0015
"""Answers that come within this time of the first share its commit."""

LONGEST_SLEEP = 60.0
SHORTEST_SLEEP = 0.01
STORAGE_RETRY = 2.0
"""Seconds until a database that could not be written is tried again; answers are kept meanwhile."""


class Client(Protocol):
    """What the sender needs of the marketplace's client."""

    async def send(self, body: bytes, key: str | None = None) -> Answer:
        """Post one action."""
        ...

    async def check(self) -> Answer:
        """Ask without moving anything."""
        ...


@dataclass(slots=True)
class Sender:
    """Sends what is due, at most `MOST_IN_FLIGHT` at a time, one at a time for each product.

    `answered` hears of every answer, `silent` of a marketplace that gives none, with the time in UTC
    seconds at which it is asked next (and of None when it answers again), `troubled` of a database that
    cannot be written (and of None when it can again). `is_outdated` says whether address or token have
    changed since the client was made: then this sender ends, and a refusal pauses nothing.

    It needs a loop of its own, which it holds up while it reads and writes: without the database it has
    nothing to do, and another thread for that would cost more than the writing.
    """

    shop: Shop
    client: Client
    rate: RateLimit
    rng: random.Random = field(default_factory=random.Random)
    answered: Callable[[Answer], None] = lambda _: None
    silent: Callable[[Silence | None], None] = lambda _: None
    troubled: Callable[[StorageError | None], None] = lambda _: None
    is_outdated: Callable[[], bool] = lambda: False

    _ended: list[Ended] = field(default_factory=list[Ended])
    _flying: int = 0
    _dialect: Dialect = field(default_factory=Dialect)
    _is_stopping: bool = False
    _is_wanted_now: bool = False
    _breaker: Breaker = field(init=False)
    _told_silence: Silence | None = None
    _quiet: dict[int, float] = field(default_factory=dict[int, float])
    """Deliveries that may not be repeated before a time on the monotonic clock: the other one can jump."""

    _wake: anyio.Event = field(default_factory=anyio.Event)

    def __post_init__(self) -> None:
        self._breaker = Breaker(self.rng)

    def wake(self) -> None:
        """Something was queued, or a person wants it tried now; call on the sender's loop."""
        self._is_wanted_now = True
        self._wake.set()

    def begin_no_more(self) -> None:
        """What is committed after this call is not begun any more; from any thread, `stop` must follow."""
        self._is_stopping = True

    def stop(self) -> None:
        """Begin nothing more; `run` returns when what is in flight has ended."""
        self.begin_no_more()
        self._wake.set()

    async def run(self) -> None:
        """Send until `stop`. What a cancellation leaves in flight is found again by `recover`."""
        await self._stored(recover, self.shop)
        self._keep_quiet(await self._stored(self._in_doubt))
        async with anyio.create_task_group() as tasks:
            while not self._is_done:
                await self._round(tasks)
            tasks.cancel_scope.cancel()  # a question may still be on its way

    async def _round(self, tasks: TaskGroup) -> None:
        self._wake = anyio.Event()
        if self._is_wanted_now:
            self._is_wanted_now = False
            self._breaker.ask_soon(anyio.current_time())
        if self._breaker.should_ask(anyio.current_time()) and not self._is_stopping:
            self._breaker.asking()
            tasks.start_soon(self._ask)
        self._tell_silence()
        ended, self._ended = self._ended, []
        started, room, due = await self._stored(self._step, ended)
        self.rate.take(anyio.current_time(), len(started))
        self._flying += len(started)
        for flight in started:
            tasks.start_soon(self._fly, flight)
        if (len(started) < room or not self._room()) and not self._is_done:
            await self._sleep(due)

    @property
    def _is_done(self) -> bool:
        return self._is_stopping and not self._flying and not self._ended

    def _room(self) -> int:
        if self._is_stopping:
            return 0
        room = min(MOST_IN_FLIGHT - self._flying, self.rate.available(anyio.current_time()))
        trusted = self._breaker.room(self._flying)
        return max(room if trusted is None else min(room, trusted), 0)

    async def _stored(self, function: Callable[..., Any], *args: object) -> Any:
        """Call it until the database can be written; nothing that was answered is forgotten."""
        was_troubled = False
        while True:
            try:
                result = function(*args)
            except StorageError as error:
                was_troubled = True
                self.troubled(error)
                await anyio.sleep(STORAGE_RETRY)
            else:
                if was_troubled:
                    self.troubled(None)
                return result

    async def _fly(self, flight: InFlight) -> None:
        key = flight.claimed.key if self._dialect.idempotency_key else None
        answer = await self.client.send(flight.body, key)
        now = anyio.current_time()
        self._breaker.note(answer.outcome, now)
        self.rate.note(answer.outcome, now)
        self.answered(answer)
        self._ended.append(Ended(flight, answer))
        self._flying -= 1
        self._wake.set()

    async def _ask(self) -> None:
        answer = await self.client.check()
        self._breaker.answered(answer.outcome, anyio.current_time())
        self.answered(answer)
        self._wake.set()

    def _tell_silence(self) -> None:
        silence = self._breaker.silence
        if silence != self._told_silence:
            self._told_silence = silence
            if silence is not None and silence.ask_at is not None:
                silence = Silence(self.shop.clock() + silence.ask_at - anyio.current_time())
            self.silent(silence)

    async def _sleep(self, due: float | None) -> None:
        """Until something happens, the next waiting delivery is due, or rate or breaker allow more."""
        now = anyio.current_time()
        times = [LONGEST_SLEEP]
        if due is not None:
            times.append(max(due - self.shop.clock(), SHORTEST_SLEEP))
        if not self.rate.available(now):
            times.append(max(self.rate.seconds_until_available(now), SHORTEST_SLEEP))
        if quiet := self._still_quiet():
            times.append(min(quiet.values()) - now)
        if (asking := self._breaker.seconds_until_asking(now)) is not None:
            times.append(max(asking, SHORTEST_SLEEP))
        with anyio.move_on_after(min(times)):
            await self._wake.wait()
            await anyio.sleep(GATHER_SECONDS)

    def _step(self, ended: list[Ended]) -> tuple[list[InFlight], int, float | None]:
        """In one transaction: write what ended and take what may be sent.

        Returns what begins, for how many there was room, and when the next one is due.
        """
        now, room = self.shop.clock(), self._room()
        if not ended and not room:
            return [], 0, None
        if not ended:
            with self.shop.database.read() as connection:
                if is_idle(connection, now):
                    return [], room, claims.next_due(connection, now)
        with self.shop.database.write() as connection:
            # Read together with what it renders: a dialect changed by anybody counts from that moment on.
            self._dialect = read_connection(connection).dialect
            end_attempts(connection, self._judged(ended), self._dialect, now, self.rng)
            self._keep_quiet(
                e.flight.claimed.id for e in ended if e.answer.outcome in MAY_HAVE_BEEN_APPLIED
            )
            room = min(room, self._room())  # what is begun no more counts from this transaction on
            begun = begin_attempts(connection, self._dialect, room, now, self._still_quiet())
            due = claims.next_due(connection, now) if len(begun.started) < room else None
        touched = {e.flight.claimed.product_id for e in ended} | begun.touched
        if touched:
            self.shop.changes.publish(Change(frozenset(touched), deliveries=True))
        return begun.started, room, due

    def _in_doubt(self) -> list[int]:
        with self.shop.database.read() as connection:
            return claims.in_doubt(connection)

    def _keep_quiet(self, numbers: Iterable[int]) -> None:
        self._quiet |= dict.fromkeys(numbers, anyio.current_time() + QUIET)

    def _still_quiet(self) -> Mapping[int, float]:
        now = anyio.current_time()
        self._quiet = {number: until for number, until in self._quiet.items() if until > now}
        return self._quiet

    def _judged(self, ended: list[Ended]) -> list[Ended]:
        """Asked while nobody else can write: who ends the pause has changed address and token before."""
        if not any(e.answer.outcome in PAUSES_CONNECTION for e in ended) or not self.is_outdated():
            return ended
        self.stop()
        return [replace(e, is_outdated=True) for e in ended]
