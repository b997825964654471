"""The marketplace of a simulation: the sandbox's logic on a virtual clock, and a faulty network."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import anyio
import anyio.lowlevel
from anyio.abc import TaskGroup

from app.domain.delivery import AttemptOutcome
from app.domain.text import translate
from app.marketplace.outcome import Answer
from app.sandbox.state import Marketplace, RefusedError

READ_TIMEOUT = 60.0
LATE = 60.0
"""Seconds after its end within which a lost request may still be applied."""


Spells: TypeAlias = "tuple[tuple[float, float], ...]"
"""(start, end) in seconds."""


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad everything is: probabilities of one request's fate, and spells."""

    not_sent: float
    lost_before: float
    lost_after: float
    error_before: float
    error_after: float
    busy: float
    refused: float
    slow: float
    killed: float  # the program, while this request is on its way
    disturbed: float  # the computer, at the same time
    wrong_token: Spells
    storms: Spells
    offline: Spells

    @classmethod
    def of(cls, rng: random.Random) -> Weather:
        """Mild for most seeds, foul for some."""
        worst = rng.choice((0.0, 0.1, 0.2, 0.4, 0.9))
        fates = [rng.uniform(0, worst) / 3 for _ in range(9)]
        return cls(*fates, rng.uniform(0, worst), _spells(rng), _spells(rng), _spells(rng))


def _spells(rng: random.Random) -> Spells:
    starts = [rng.uniform(0, 5400) for _ in range(rng.choice((0, 0, 0, 1, 2)))]
    return tuple((start, start + rng.uniform(10, 3600)) for start in starts)


@dataclass(eq=False, slots=True)
class Request:
    """One that is on its way; whether the marketplace is through with it."""

    way: anyio.CancelScope
    is_settled: bool = False


@dataclass(slots=True)
class SimulatedClient:
    """Speaks for `MarketplaceClient`; `repaired` ends the bad weather."""

    marketplace: Marketplace
    weather: Weather
    rng: random.Random
    later: TaskGroup
    applications: list[str] = field(default_factory=list[str])  # keys in the order of their application
    repaired: bool = False
    kill: Callable[[], object] = lambda: None
    disturb: Callable[[], object] = lambda: None
    _on_their_way: list[Request] = field(default_factory=list[Request])
    _late: list[tuple[bytes, str]] = field(default_factory=list[tuple[bytes, str]])

    async def send(self, body: bytes, key: str | None = None) -> Answer:
        """One request with the fate that the weather gives it."""
        assert key is not None
        with anyio.CancelScope() as way:
            request = Request(way)
            self._on_their_way.append(request)
            try:
                return await self._exchange(body, key, request)
            finally:
                self._on_their_way.remove(request)
        # The computer has slept meanwhile, and its connections are dead.
        applies = not request.is_settled and self.rng.random() < 0.5
        return await self._lose(AttemptOutcome.NO_ANSWER, body, key, applies=applies)

    def sleep(self) -> None:
        """The computer falls asleep for long; the marketplace goes on, and ends all that it had begun."""
        for request in self._on_their_way:
            request.way.cancel()
        while self._late:
            self._apply(*self._late.pop())

    async def _exchange(self, body: bytes, key: str, request: Request) -> Answer:
        if self._in(self.weather.offline) or self._strikes(self.weather.not_sent):
            await anyio.sleep(self.rng.choice((0.01, 10.0)))
            return _answer(AttemptOutcome.NOT_SENT)
        await anyio.sleep(self.rng.expovariate(20))
        if self._strikes(self.weather.slow):
            await anyio.sleep(self.rng.uniform(1, READ_TIMEOUT - 1))
        await self._meanwhile()
        request.is_settled = True
        if (instead := self._refusal()) is not None:
            return instead
        if self._strikes(self.weather.lost_before):
            return await self._lose(AttemptOutcome.NO_ANSWER, body, key, applies=self.rng.random() < 0.3)
        if self._strikes(self.weather.error_before):
            return _answer(AttemptOutcome.SERVER_ERROR)
        refused = self._apply(body, key)
        await self._meanwhile()
        if self._strikes(self.weather.lost_after):
            return await self._lose(AttemptOutcome.NO_ANSWER, body, key, applies=False)
        if self._strikes(self.weather.error_after):
            return _answer(AttemptOutcome.SERVER_ERROR)
        return _answer(AttemptOutcome.REFUSED if refused else AttemptOutcome.ACCEPTED)

    async def check(self) -> Answer:
        """Moves nothing."""
        await anyio.sleep(0.05)
        return _answer(
            AttemptOutcome.NOT_SENT if self._in(self.weather.offline) else AttemptOutcome.ACCEPTED
        )

    async def _meanwhile(self) -> None:
        if self._strikes(self.weather.disturbed):
            self.disturb()
        if self._strikes(self.weather.killed):
            self.kill()
        await anyio.lowlevel.checkpoint()

    def _refusal(self) -> Answer | None:
        if self._in(self.weather.wrong_token):
            return _answer(AttemptOutcome.WRONG_TOKEN)
        if self._in(self.weather.storms) or self._strikes(self.weather.busy):
            return _answer(AttemptOutcome.BUSY, self.rng.choice((None, 1.0, 30.0, 1e6)))
        return _answer(AttemptOutcome.REFUSED) if self._strikes(self.weather.refused) else None

    async def _lose(self, outcome: AttemptOutcome, body: bytes, key: str, *, applies: bool) -> Answer:
        """No answer, at once or after the timeout; the request may still be worked on, and be applied."""
        if applies:
            self.later.start_soon(self._apply_late, body, key)
        await anyio.sleep(self.rng.choice((0.0, READ_TIMEOUT)))
        return _answer(outcome)

    async def _apply_late(self, body: bytes, key: str) -> None:
        one = (body, key)
        self._late.append(one)
        await anyio.sleep(self.rng.uniform(0, LATE))
        if one in self._late:
            self._late.remove(one)
            self._apply(body, key)

    def _apply(self, body: bytes, key: str) -> bool:
        """Apply it; whether the marketplace refused."""
        known = self.marketplace.applied[key]
        try:
            self.marketplace.apply(json.loads(body), key)
        except RefusedError:
            return True
        if self.marketplace.applied[key] > known:
            self.applications.append(key)
        return False

    def _strikes(self, probability: float) -> bool:
        return not self.repaired and self.rng.random() < probability

    def _in(self, those: Spells) -> bool:
        now = anyio.current_time()
        return not self.repaired and any(start <= now < end for start, end in those)


def _answer(outcome: AttemptOutcome, retry_after: float | None = None) -> Answer:
    status = None if outcome in {AttemptOutcome.NOT_SENT, AttemptOutcome.NO_ANSWER} else 200
    return Answer(outcome, _WORDS, 1.0, status, retry_after)


_WORDS = translate("Simulation", "simulated")
