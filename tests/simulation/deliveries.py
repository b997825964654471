"""One seed: a few days of one shop against a marketplace in bad weather, on shaky ground, with crashes.

What must hold is in `promises.py`.
"""

from __future__ import annotations

import math
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import anyio
from trio._core import _run as scheduler
from trio.testing import MockClock
from typing_extensions import override

from app.domain.action import Action
from app.domain.delivery import LONGEST_WAIT, State
from app.domain.dialect import CountMeaning, Dialect
from app.domain.errors import PolkaError, StorageError
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize
from app.sandbox.state import Marketplace
from app.services import deciding
from app.services.batches import batch_rows, cancel_some
from app.services.catalogue import add_product, product_index, product_rows
from app.services.editing import queue_action, queue_review, set_new_prices, set_pending
from app.services.pausing import pause_batch, resume, resume_batch, why_paused
from app.services.rate import RateLimit
from app.services.reviewing import review
from app.services.sending import Sender
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import PendingChange, ProductDraft, ProductFilter, SizeDraft
from app.storage import database
from app.storage.database import FILE_NAME
from app.storage.secrets import session_secrets
from tests.simulation.ground import Ground
from tests.simulation.marketplace import LATE, READ_TIMEOUT, SimulatedClient, Weather
from tests.simulation.promises import Promises

EPOCH = 1_700_000_000.0
WORK_SECONDS = 1.5 * 3600.0
LONGEST = 4 * 24 * 3600.0
CALM = 2 * LONGEST_WAIT + 600.0
"""Seconds in which all ends by itself: a wait, and one more where the clock was set back meanwhile."""

OPENING = 50
JUMPS = (-86400.0, -5 * 3600.0, -3600.0, -600.0, -5.0, 5.0, 600.0, 3600.0, 5 * 3600.0, 86400.0)
"""Seconds by which the computer's clock is set."""

LONGEST_SLEEP = 10 * 3600.0
"""Of the computer, in seconds."""

CATALOGUE = tuple(
    CatalogueProduct(
        article, "", "", number, Decimal(100), tuple(CatalogueSize(v, i, "", OPENING) for i, v in sizes)
    )
    for number, (article, sizes) in enumerate(
        {"A": ((1, "S"), (2, "M")), "B": ((3, "S"),), "C": ((4, "S"), (5, "L"))}.items(), 1
    )
)


@dataclass(slots=True)
class Report:
    """What a seed saw, for the totals."""

    deliveries: int = 0
    attempts: int = 0
    asked: int = 0
    crashes: int = 0
    unwritten: int = 0  # times that the sender could not write to the database
    jumps: int = 0
    sleeps: int = 0
    days: float = 0.0


class SimulatedSender(Sender):
    """On a ground that may give way; it may be killed before it hears what was written."""

    ground: Ground

    def call(self, function: Callable[..., Any], *args: object) -> Any:
        """Use the database as it can be used now."""
        with self.ground.stand():
            return function(*args)

    @override
    async def _stored(self, function: Callable[..., Any], *args: object) -> Any:
        result = await super()._stored(self.call, function, *args)
        await anyio.lowlevel.checkpoint()
        return result


@dataclass(slots=True)
class Simulation:
    """A shop, its sender, a person, and the marketplace."""

    seed: int
    folder: Path
    time: MockClock
    rng: random.Random = field(init=False)
    shop: Shop = field(init=False)
    marketplace: Marketplace = field(init=False)
    client: SimulatedClient = field(init=False)
    ground: Ground = field(init=False)
    promises: Promises = field(init=False)
    sender: SimulatedSender | None = None
    selling: list[CatalogueProduct] = field(init=False)  # the fewer, the more wait for each other
    lifetime: float = field(init=False)  # of the program, in seconds, on average
    life: anyio.CancelScope = field(init=False)
    jump: float = 0.0  # of the computer's clock, in seconds
    report: Report = field(default_factory=Report)

    async def run(self) -> Report:
        """Live through the seed and check the promises."""
        self.rng = random.Random(self.seed)
        self.selling = self.rng.sample(CATALOGUE, self.rng.randint(1, len(CATALOGUE)))
        self.lifetime = self.rng.choice((1800.0, 3600.0, 36000.0))
        harmless = self.rng.random() < 0.2
        dialect = Dialect(self.rng.choice(list(CountMeaning)), repeat_is_harmless=harmless)
        self.marketplace = Marketplace(dialect, honours_keys=harmless)
        self.marketplace.load(CATALOGUE)
        self.shop = Shop(self.folder, secrets=session_secrets(), clock=self._clock)
        with patch.object(database, "BUSY_TIMEOUT", 0.0):
            self.shop.open()
        save_connection(self.shop, ConnectionSettings(dialect=dialect))
        self.ground = Ground(self.shop.database.path, self.rng)
        self.promises = Promises(self.shop, self.marketplace)
        try:
            async with anyio.create_task_group() as late:
                self.client = SimulatedClient(self.marketplace, Weather.of(self.rng), self.rng, late)
                self.client.disturb = self._disturb
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(self._keep_sending)
                    await self._work()
                    await self._clear_up()
                    tasks.cancel_scope.cancel()
            self.promises.check_now()
            self.promises.check_end(self.client.applications)
            return self._reported()
        finally:
            self.shop.close()

    def _reported(self) -> Report:
        rows = self.promises.rows()
        self.report.deliveries = len(rows)
        self.report.attempts = sum(row.attempts for row in rows)
        self.report.days = anyio.current_time() / 86400
        return self.report

    def _clock(self) -> float:
        return EPOCH + anyio.current_time() + self.jump

    async def _keep_sending(self) -> None:
        """The sender; killed now and then at whatever it was waiting for, and started again."""
        while True:
            self.sender = SimulatedSender(
                self.shop,
                self.client,
                RateLimit(5.0),
                rng=random.Random(self.rng.random()),
                troubled=self._on_troubled,
            )
            alive = math.inf if self.client.repaired else self.rng.expovariate(1 / self.lifetime)
            with anyio.move_on_after(alive) as self.life:
                self.client.kill = self.life.cancel
                self.sender.ground = self.ground
                await self.sender.run()
            self.report.crashes += 1
            await anyio.sleep(self.rng.uniform(0, 30))

    def _on_troubled(self, error: StorageError | None) -> None:
        self.report.unwritten += error is not None

    async def _work(self) -> None:
        """Staff queue actions for some hours, and answer now and then."""
        for _ in range(self.rng.randint(4, 16)):
            await anyio.sleep(self.rng.choice((0.0, 0.1, 5.0, 60.0, self.rng.uniform(0, 900))))
            if self.rng.random() < 0.05:
                self._disturb()
            chance = self.rng.random()
            if chance < 0.2:
                await self._answer()
            elif chance < 0.35:
                self._queue_batch()
            elif chance < 0.5:
                self._touch_a_batch()
            else:
                self._queue()
            self.promises.check_now()
        await anyio.sleep(max(WORK_SECONDS - anyio.current_time(), 0))

    def _disturb(self) -> None:
        """Something happens to the computer."""
        self.rng.choice((self.ground.give_way, self._set_clock, self._sleep))()

    def _set_clock(self) -> None:
        self.jump += self.rng.choice(JUMPS)
        self.report.jumps += 1

    def _sleep(self) -> None:
        """The computer sleeps; its monotonic clock stands still (Linux), or counts on (elsewhere)."""
        seconds = self.rng.uniform(READ_TIMEOUT + LATE, LONGEST_SLEEP)
        self.client.sleep()
        self.report.sleeps += 1
        if self.rng.random() < 0.5:
            self.jump += seconds
        else:
            self.time.jump(seconds)

    def _queue(self) -> None:
        product = self.rng.choice(self.selling)
        action = self.rng.choice((Action.SOLD, Action.SOLD, Action.RECEIPTS, Action.PRICE))
        sizes = self.rng.sample(product.sizes, self.rng.randint(1, len(product.sizes)))
        price = Decimal(self.rng.randint(50, 150)) if action is Action.PRICE else None
        pieces = {} if price else {size.value: self.rng.randint(1, 3) for size in sizes}
        with suppress(StorageError), self.ground.stand():
            queue_action(self.shop, product.article, action, pieces, price, "simulation")
        self._wake()

    def _queue_batch(self) -> None:
        """Some sizes and prices of all products, reviewed and sent in one go."""
        products = product_rows(self.shop, list(product_index(self.shop, ProductFilter()).ids))
        sizes = [size.id for product in products for size in product.sizes if self.rng.random() < 0.6]
        action = self.rng.choice((Action.SOLD, Action.RECEIPTS))
        priced = [product.id for product in products if self.rng.random() < 0.3]
        with suppress(StorageError), self.ground.stand():
            set_pending(self.shop, {size: PendingChange(action, self.rng.randint(1, 3)) for size in sizes})
            set_new_prices(self.shop, {number: Decimal(self.rng.randint(50, 150)) for number in priced})
            queue_review(self.shop, review(self.shop))
        self._wake()

    def _touch_a_batch(self) -> None:
        """A person pauses one, goes on with it, or cancels what has not begun."""
        if batches := batch_rows(self.shop, 9):
            touch = self.rng.choice((pause_batch, resume_batch, cancel_some))
            with suppress(StorageError), self.ground.stand():
                touch(self.shop, self.rng.choice(batches).id)
            self._wake()

    def _wake(self) -> None:
        if self.sender is not None:
            self.sender.wake()

    async def _clear_up(self) -> None:
        """The weather clears, and the person answers every question until nothing is open."""
        self.client.repaired = self.ground.repaired = True
        self.life.deadline = math.inf
        await anyio.sleep(CALM)
        self.promises.check_calm()
        while self.promises.open_rows() and anyio.current_time() < LONGEST:
            await anyio.sleep(self.rng.uniform(600, 7200))
            await self._answer()
            self.promises.check_now()

    async def _answer(self) -> None:
        """Look into the cabinet, long enough after, and say what is there; mend the token."""
        if why_paused(self.shop) is not None:
            with suppress(StorageError), self.ground.stand():
                resume(self.shop)
        for batch in batch_rows(self.shop, 99):
            if batch.is_paused:
                with suppress(StorageError), self.ground.stand():
                    resume_batch(self.shop, batch.id)
        waiting = [row for row in self.promises.open_rows() if State(row.state).needs_person]
        if waiting:
            await anyio.sleep(READ_TIMEOUT + LATE + 1)
        for row in waiting:
            self.report.asked += 1
            with (
                suppress(PolkaError),
                self.ground.stand(),
            ):  # it has moved on meanwhile, or cannot be written
                self._decide(row)
        self._wake()

    def _decide(self, row: Any) -> None:
        if row.state == State.REJECTED:
            choice = deciding.retry if self.rng.random() < 0.5 else deciding.cancel
            choice(self.shop, row.id)
        elif self._is_applied(row):
            deciding.resolve_arrived(self.shop, row.id)
        else:
            deciding.resolve_not_arrived(self.shop, row.id)

    def _is_applied(self, row: Any) -> bool:
        return self.marketplace.applied[row.key] > 0


def run_seed(seed: int) -> Report:
    """Live through one seed. Raises `BrokenPromiseError`."""
    return live(Simulation, seed)


def live(kind: Callable[[int, Path, MockClock], Simulation], seed: int) -> Report:
    """Let a simulation run in a folder and on a clock of its own."""
    with tempfile.TemporaryDirectory(prefix="polka-simulation-", dir=_memory()) as name:
        (Path(name) / FILE_NAME).write_bytes(_template())
        simulation = kind(seed, Path(name), MockClock(autojump_threshold=0))
        try:
            with _repeatable(seed):
                return anyio.run(simulation.run, backend="trio", backend_options={"clock": simulation.time})
        except ExceptionGroup as group:
            raise _first_of(group) from group


@contextmanager
def _repeatable(seed: int) -> Iterator[None]:
    """trio takes turns at random on purpose; here at random by the seed, so that a seed can be repeated."""
    scheduler._r.seed(seed)
    with patch.object(scheduler, "_ALLOW_DETERMINISTIC_SCHEDULING", True):
        yield


def _first_of(group: BaseExceptionGroup[Any]) -> BaseException:
    """What went wrong inside of the task groups."""
    first = group.exceptions[0]
    return _first_of(first) if isinstance(first, BaseExceptionGroup) else first


def _memory() -> str | None:
    """A folder in memory where there is one: thousands of databases come and go."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


@cache
def _template() -> bytes:
    """The database of a shop with the catalogue, made once."""
    with tempfile.TemporaryDirectory(prefix="polka-template-", dir=_memory()) as name:
        shop = Shop(Path(name), secrets=session_secrets())
        shop.open()
        for product in CATALOGUE:
            sizes = tuple(SizeDraft(size.value, opening=size.stock) for size in product.sizes)
            number = product.marketplace_id
            add_product(
                shop, ProductDraft(product.article, price=product.price, sizes=sizes, marketplace_id=number)
            )
        shop.close()
        return (Path(name) / FILE_NAME).read_bytes()
