"""The sender: takes deliveries from the outbox, sends them, and writes down how each one ended.

One transaction writes the ends of some deliveries and the beginnings of others, so that eight
requests in flight cost about one commit for every few of them.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import anyio
import anyio.to_thread
from anyio.abc import TaskGroup

from app.domain.action import Action
from app.domain.delivery import (
    COUNTS_AS_FAILURE,
    MAY_HAVE_BEEN_APPLIED,
    PAUSES_CONNECTION,
    SCHEDULE,
    Outcome,
    State,
    after_attempt,
    after_crash,
)
from app.domain.dialect import CountMeaning, Dialect
from app.domain.text import translate
from app.marketplace.outcome import Answer
from app.marketplace.schema import OutgoingSize, render
from app.services.agreement import write_tracks
from app.services.pausing import write_pause
from app.services.rate import RateLimit
from app.services.shop import Shop
from app.services.tracks import dump_track, load_track
from app.services.views import Change
from app.storage import catalogue, outbox
from app.storage.outbox import Claimed, ClaimedSize, Finished, Sending, SentSize

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.domain.worlds import Track

log = logging.getLogger(__name__)

MOST_IN_FLIGHT = 8
FAILURES_THAT_OPEN_THE_BREAKER = 5
LONGEST_SLEEP = 60.0
SHORTEST_SLEEP = 0.01


class Client(Protocol):
    """What the sender needs of the marketplace's client."""

    async def send(self, body: bytes, key: str | None = None) -> Answer:
        """Post one action."""
        ...

    async def check(self) -> Answer:
        """Ask without moving anything."""
        ...


@dataclass(frozen=True, slots=True)
class InFlight:
    """A delivery whose `sending` is committed."""

    claimed: Claimed
    attempt_id: int
    body: bytes
    at: float


@dataclass(slots=True)
class Sender:
    """Sends what is due, at most `MOST_IN_FLIGHT` at a time, one at a time for each product."""

    shop: Shop
    client: Client
    dialect: Dialect
    rate: RateLimit
    rng: random.Random = field(default_factory=random.Random)
    answered: Callable[[Answer], None] = lambda _: None

    _done: list[tuple[InFlight, Answer]] = field(default_factory=list[tuple[InFlight, Answer]])
    _flying: int = 0
    _failures: int = 0
    _wake: anyio.Event = field(default_factory=anyio.Event)

    def wake(self) -> None:
        """Something was queued, or an answer came; call on the sender's loop."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled. What is in flight then is found again by `recover`."""
        await anyio.to_thread.run_sync(recover, self.shop, self.dialect)
        async with anyio.create_task_group() as tasks:
            while True:
                await self._round(tasks)

    async def _round(self, tasks: TaskGroup) -> None:
        self._wake = anyio.Event()
        await self._probe_after_failures()
        room = min(MOST_IN_FLIGHT - self._flying, self.rate.available(anyio.current_time()))
        done, self._done = self._done, []
        started, due = await anyio.to_thread.run_sync(self._step, done, room)
        self.rate.take(anyio.current_time(), len(started))
        self._flying += len(started)
        for flight in started:
            tasks.start_soon(self._fly, flight)
        if not started:
            await self._sleep(due)

    async def _fly(self, flight: InFlight) -> None:
        key = flight.claimed.key if self.dialect.idempotency_key else None
        answer = await self.client.send(flight.body, key)
        self._note(answer)
        self._done.append((flight, answer))
        self._flying -= 1
        self._wake.set()

    def _note(self, answer: Answer) -> None:
        self._failures = self._failures + 1 if answer.outcome in COUNTS_AS_FAILURE else 0
        self.rate.note(answer.outcome, anyio.current_time())
        self.answered(answer)

    async def _sleep(self, due: float | None) -> None:
        """Until something happens, the next waiting delivery is due, or the rate allows more."""
        now = anyio.current_time()
        seconds = LONGEST_SLEEP if due is None else due - self.shop.clock()
        if not self.rate.available(now):
            seconds = self.rate.seconds_until_available(now)
        with anyio.move_on_after(min(max(seconds, SHORTEST_SLEEP), LONGEST_SLEEP)):
            await self._wake.wait()

    async def _probe_after_failures(self) -> None:
        """The circuit breaker: after five failures in a row ask harmlessly until somebody answers."""
        tries = 0
        while self._failures >= FAILURES_THAT_OPEN_THE_BREAKER and not self._done:
            longest = SCHEDULE[min(tries, len(SCHEDULE) - 1)]
            await anyio.sleep(self.rng.uniform(1.0, longest))
            answer = await self.client.check()
            self.answered(answer)
            tries += 1
            if answer.outcome not in COUNTS_AS_FAILURE:
                self._failures = 0

    def _step(self, done: list[tuple[InFlight, Answer]], room: int) -> tuple[list[InFlight], float | None]:
        """On a worker thread: write what ended and take what may be sent, in one transaction."""
        with self.shop.database.read() as connection:
            if not done and not outbox.has_due(connection, self.shop.clock()):
                return [], outbox.next_due(connection)
        with self.shop.database.write() as connection:
            self._write_ends(connection, done)
            started = self._start(connection, room)
            due = outbox.next_due(connection)
        touched = {f.claimed.product_id for f, _ in done} | {f.claimed.product_id for f in started}
        if touched:
            self.shop.changes.publish(Change(frozenset(touched), deliveries=True))
        return started, due

    def _start(self, connection: Connection, room: int) -> list[InFlight]:
        now = self.shop.clock()
        claimed = outbox.claim(connection, now, room) if room > 0 else []
        if not claimed:
            return []
        sizes = [size.size_id for delivery in claimed for size in delivery.sizes]
        unaccepted = outbox.open_movements(connection, sizes)
        group = [_sending(delivery, unaccepted, self.dialect, now) for delivery in claimed]
        attempts = outbox.mark_sending(connection, group)
        return [
            InFlight(delivery, attempt_id, sending.body.encode(), now)
            for delivery, sending, attempt_id in zip(claimed, group, attempts, strict=True)
        ]

    def _write_ends(self, connection: Connection, done: list[tuple[InFlight, Answer]]) -> None:
        if not done:
            return
        now = self.shop.clock()
        outbox.finish(connection, [self._finished(flight, answer, now) for flight, answer in done])
        settle(connection, done, now)
        for _, answer in done:
            if answer.outcome in PAUSES_CONNECTION:
                write_pause(connection, answer.words)
                break

    def _finished(self, flight: InFlight, answer: Answer, now: float) -> Finished:
        claimed = flight.claimed
        first = flight.at if claimed.first_tried_at is None else claimed.first_tried_at
        following = after_attempt(
            answer.outcome,
            repeatable=_repeatable(claimed.action, self.dialect),
            attempts=claimed.attempts + 1,
            age=now - first,
            retry_after=answer.retry_after,
            rng=self.rng,
        )
        accepted = answer.outcome is Outcome.ACCEPTED and claimed.action is Action.PRICE
        return Finished(
            id=claimed.id,
            attempt_id=flight.attempt_id,
            at=now,
            outcome=answer.outcome,
            status=answer.status,
            milliseconds=answer.milliseconds,
            answer=answer.body,
            words=answer.words.dumps(),
            state=following.state,
            next_at=None if following.wait is None else now + following.wait,
            sizes=(),
            agreed_price=(claimed.product_id, str(claimed.price)) if accepted else None,
        )


def settle(connection: Connection, done: list[tuple[InFlight, Answer]], now: float) -> None:
    """Tell the tracks which writes were accepted and which were not; unknown ones stay open."""
    known = [(f, a) for f, a in done if a.outcome not in MAY_HAVE_BEEN_APPLIED]
    ids = {size.size_id for flight, _ in known for size in flight.claimed.sizes}
    records = {record.id: record for record in catalogue.size_records_by_id(connection, list(ids))}
    changed: dict[int, tuple[Track, Track, int]] = {}
    for flight, answer in known:
        for size in flight.claimed.sizes:
            record = records[size.size_id]
            old = load_track(record.track, record.agreed)
            number = flight.claimed.id
            accepted = answer.outcome is Outcome.ACCEPTED
            new = old.accepted(number) if accepted else old.rejected(number)
            changed[size.size_id] = (old, new.fold(now), record.here)
    if changed:
        write_tracks(connection, changed, at=now)


def _sending(delivery: Claimed, unaccepted: dict[int, int], dialect: Dialect, now: float) -> Sending:
    carried = delivery.sizes if _carries_sizes(delivery, dialect) else ()
    outgoing: list[OutgoingSize] = []
    sent: list[SentSize] = []
    for size in carried:
        known = _known_stock(size, unaccepted.get(size.size_id, 0))
        movement = delivery.action.sign * size.quantity
        left = dialect.count is CountMeaning.LEFT
        track = load_track(size.track, size.agreed).sending(
            delivery.id, known + movement if left else None, movement, now
        )
        sent.append(SentSize(size.size_id, known, known + movement, dump_track(track)))
        outgoing.append(OutgoingSize(size.value, size.quantity, known + movement, size.marketplace_size_id))
    body = render(delivery.action, delivery.article, delivery.price, outgoing, dialect)
    return Sending(delivery.id, now, body.decode(), tuple(sent))


def _carries_sizes(delivery: Claimed, dialect: Dialect) -> bool:
    return delivery.action.moves_stock or dialect.price_carries_sizes


def _known_stock(size: ClaimedSize, unaccepted: int) -> int:
    """The marketplace's stock; where nobody knows it yet, ours without what is still on its way."""
    return size.here - unaccepted if size.agreed is None else size.agreed


def _repeatable(action: Action, dialect: Dialect) -> bool:
    return action is Action.PRICE or dialect.repeat_is_harmless


def recover(shop: Shop, dialect: Dialect) -> None:
    """After a crash: what was being sent is unknown, or waits where a repeat is harmless."""
    reason = translate(
        "Sending",
        "Polka was stopped while this was on its way, so nobody knows whether it arrived.",
    )
    with shop.database.write() as connection:
        now = shop.clock()
        for number, action in outbox.stranded(connection):
            state = after_crash(repeatable=_repeatable(action, dialect))
            due = now if state is State.WAITING else None
            outbox.set_state(connection, [number], state, reason=reason.dumps(), next_at=due)
