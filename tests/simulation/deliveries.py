"""One seed: a few days of one shop against a marketplace in bad weather, with crashes at any await.

What must hold at the end is in `check`.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import anyio
from sqlalchemy import select
from trio.testing import MockClock

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.dialect import CountMeaning, Dialect
from app.domain.errors import PolkaError
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize
from app.sandbox.state import Marketplace
from app.services import deciding
from app.services.catalogue import add_product
from app.services.editing import queue_action
from app.services.pausing import resume, why_paused
from app.services.rate import RateLimit
from app.services.sending import Sender
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.storage import tables, tracks
from app.storage.database import FILE_NAME
from app.storage.secrets import session_secrets
from tests.simulation.marketplace import LATE, READ_TIMEOUT, SimulatedClient, Weather

EPOCH = 1_700_000_000.0
WORK_SECONDS = 1.5 * 3600.0
LONGEST = 4 * 24 * 3600.0
OPENING = 50
CATALOGUE = tuple(
    CatalogueProduct(
        article, "", "", number, Decimal(100), tuple(CatalogueSize(v, i, "", OPENING) for i, v in sizes)
    )
    for number, (article, sizes) in enumerate(
        {"A": ((1, "S"), (2, "M")), "B": ((3, "S"),), "C": ((4, "S"), (5, "L"))}.items(), 1
    )
)


class BrokenPromiseError(AssertionError):
    """Something that must always hold did not."""


@dataclass(slots=True)
class Report:
    """What a seed saw, for the totals."""

    deliveries: int = 0
    attempts: int = 0
    asked: int = 0
    crashes: int = 0
    days: float = 0.0


@dataclass(slots=True)
class Simulation:
    """A shop, its sender, a person, and the marketplace."""

    seed: int
    folder: Path
    rng: random.Random = field(init=False)
    shop: Shop = field(init=False)
    marketplace: Marketplace = field(init=False)
    client: SimulatedClient = field(init=False)
    sender: Sender | None = None
    jump: float = 0.0  # of the computer's clock, in seconds
    keys: dict[int, str] = field(default_factory=dict[int, str])
    report: Report = field(default_factory=Report)

    async def run(self) -> Report:
        """Live through the seed and check the promises."""
        self.rng = random.Random(self.seed)
        harmless = self.rng.random() < 0.2
        dialect = Dialect(self.rng.choice(list(CountMeaning)), repeat_is_harmless=harmless)
        self.marketplace = Marketplace(dialect, honours_keys=harmless)
        self.marketplace.load(CATALOGUE)
        self.shop = Shop(self.folder, secrets=session_secrets(), clock=self._clock)
        self.shop.open()
        save_connection(self.shop, ConnectionSettings(dialect=dialect))
        try:
            async with anyio.create_task_group() as late:
                self.client = SimulatedClient(self.marketplace, Weather.of(self.rng), self.rng, late)
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(self._keep_sending)
                    await self._work()
                    await self._clear_up()
                    tasks.cancel_scope.cancel()
            self.check()
        finally:
            self.shop.close()
        self.report.days = anyio.current_time() / 86400
        return self.report

    def _clock(self) -> float:
        return EPOCH + anyio.current_time() + self.jump

    async def _keep_sending(self) -> None:
        """The sender; killed now and then at whatever it was waiting for, and started again."""
        while True:
            self.sender = Sender(
                self.shop,
                self.client,
                RateLimit(5.0),
                rng=random.Random(self.rng.random()),
                in_thread=_inline,
            )
            alive = LONGEST if self.client.repaired else self.rng.expovariate(1 / 3600)
            with anyio.move_on_after(alive) as life:
                self.client.kill = life.cancel
                await self.sender.run()
            self.report.crashes += 1
            await anyio.sleep(self.rng.uniform(0, 30))

    async def _work(self) -> None:
        """Staff queue actions for some hours, now and then the clock jumps, now and then they answer."""
        for _ in range(self.rng.randint(4, 16)):
            await anyio.sleep(self.rng.choice((0.0, 0.1, 60.0, self.rng.uniform(0, 900))))
            if self.rng.random() < 0.03:
                self.jump += self.rng.choice((-86400.0, -3600.0, 3600.0, 86400.0))
            if self.rng.random() < 0.2:
                await self._answer()
            else:
                self._queue()
        await anyio.sleep(max(WORK_SECONDS - anyio.current_time(), 0))

    def _queue(self) -> None:
        product = self.rng.choice(CATALOGUE)
        action = self.rng.choice((Action.SOLD, Action.SOLD, Action.RECEIPTS, Action.PRICE))
        sizes = self.rng.sample(product.sizes, self.rng.randint(1, len(product.sizes)))
        price = Decimal(self.rng.randint(50, 150)) if action is Action.PRICE else None
        pieces = {} if price else {size.value: self.rng.randint(1, 3) for size in sizes}
        queue_action(self.shop, product.article, action, pieces, price, "simulation")
        self._wake()

    def _wake(self) -> None:
        if self.sender is not None:
            self.sender.wake()

    async def _clear_up(self) -> None:
        """The weather clears, and the person answers every question until nothing is open."""
        self.client.repaired = True
        while self._open() and anyio.current_time() < LONGEST:
            await anyio.sleep(self.rng.uniform(600, 7200))
            await self._answer()

    async def _answer(self) -> None:
        """Look into the cabinet, long enough after, and say what is there; mend the token."""
        if why_paused(self.shop) is not None:
            resume(self.shop)
        waiting = [row for row in self._open() if State(row.state).needs_person]
        if waiting:
            await anyio.sleep(READ_TIMEOUT + LATE + 1)
        for row in waiting:
            self.report.asked += 1
            try:
                self._decide(row)
            except PolkaError:  # it has moved on meanwhile
                continue
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

    def _open(self) -> list[Any]:
        return [row for row in self._rows() if not State(row.state).is_final]

    def _rows(self) -> list[Any]:
        with self.shop.database.read() as connection:
            return list(connection.execute(select(tables.deliveries).order_by(tables.deliveries.c.id)))

    def check(self) -> None:
        """The promises: applied exactly once or not at all, in order, and both sides equal."""
        if stuck := self._open():
            raise BrokenPromiseError(f"stuck: {[(row.id, row.state) for row in stuck]}")
        rows = self._rows()
        self.report.deliveries = len(rows)
        self.report.attempts = sum(row.attempts for row in rows)
        for row in rows:
            self._check_applications(row)
        self._check_order(rows)
        self._check_stock()

    def _check_applications(self, row: Any) -> None:
        times = self.marketplace.applied[row.key]
        repeats = row.action == Action.PRICE  # applying a price twice changes nothing
        wanted = times >= 1 if row.state == State.DELIVERED else times == 0
        if not wanted or (times > 1 and not repeats):
            raise BrokenPromiseError(f"delivery {row.id} is {row.state} and was applied {times} times")

    def _check_order(self, rows: list[Any]) -> None:
        numbers = {row.key: (row.product_id, row.id) for row in rows}
        last: dict[int, int] = {}
        for key in self.client.applications:
            product_id, number = numbers[key]
            if number < last.get(product_id, 0):
                raise BrokenPromiseError(f"delivery {number} was applied after a later one")
            last[product_id] = number

    def _check_stock(self) -> None:
        with self.shop.database.read() as connection:
            found = connection.execute(
                select(tables.sizes, tables.products.c.article).join(
                    tables.products, tables.products.c.id == tables.sizes.c.product_id
                )
            ).all()
            unaccepted = tracks.open_movements(connection, [row.id for row in found])
        for row in found:
            there = self.marketplace.products[row.article].sizes[row.value].stock
            agreed = row.here if row.agreed is None else row.agreed
            if not row.here == agreed + unaccepted.get(row.id, 0) == there or row.flag is not None:
                raise BrokenPromiseError(
                    f"{row.article} {row.value}: here {row.here}, agreed {row.agreed}, there {there}, "
                    f"flag {row.flag}"
                )


async def _inline(function: Callable[..., Any], *args: object) -> Any:
    """Call it here; the program may be killed before it hears the result."""
    result = function(*args)
    await anyio.lowlevel.checkpoint()
    return result


def run_seed(seed: int) -> Report:
    """Live through one seed. Raises `BrokenPromiseError`."""
    with tempfile.TemporaryDirectory(prefix="polka-simulation-", dir=_memory()) as name:
        shutil.copy(_template() / FILE_NAME, Path(name) / FILE_NAME)
        simulation = Simulation(seed, Path(name))
        return anyio.run(
            simulation.run,
            backend="trio",
            backend_options={"clock": MockClock(autojump_threshold=0)},
        )


def _memory() -> str | None:
    """A folder in memory where there is one: thousands of databases come and go."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


@cache
def _template() -> Path:
    """A shop with the catalogue, made once."""
    folder = Path(tempfile.mkdtemp(prefix="polka-template-", dir=_memory()))
    with _opened(folder) as shop:
        for product in CATALOGUE:
            sizes = tuple(SizeDraft(size.value, opening=size.stock) for size in product.sizes)
            add_product(shop, ProductDraft(product.article, price=product.price, sizes=sizes))
    return folder


@contextmanager
def _opened(folder: Path) -> Iterator[Shop]:
    shop = Shop(folder, secrets=session_secrets())
    shop.open()
    yield shop
    shop.close()
