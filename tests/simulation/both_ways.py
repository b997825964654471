"""Both directions with the whole program: staff sell here, customers online, and webhooks tell of it.

The services on SQLite and the real sender, on a virtual clock. What must hold in the end: each size is
equal here, at the marketplace and in truth, or it is flagged.
"""

from __future__ import annotations

import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import anyio
import anyio.abc
from typing_extensions import override

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.dialect import Dialect
from app.domain.doubt import Conclusion, Figure, Place
from app.domain.errors import PolkaError
from app.sandbox.state import Marketplace
from app.services import deciding, doubts
from app.services.delivery_views import Answer, OpenQuestion
from app.services.editing import queue_action, queue_review, set_pending
from app.services.reading import read_new
from app.services.reviewing import review
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import PendingChange
from app.storage import inbox
from app.storage.secrets import session_secrets
from tests.simulation import marketplace, race_script
from tests.simulation.deliveries import CATALOGUE, OPENING, Report, Simulation, live
from tests.simulation.ground import Ground
from tests.simulation.marketplace import LATE, READ_TIMEOUT, SimulatedClient
from tests.simulation.promises import Promises
from tests.simulation.race import Ending, Verdict
from tests.simulation.race_figures import Figures

DAYS_LENGTHS = (30.0, 120.0, 600.0)
"""Seconds in which everything happens."""

LONGEST = 3 * 24 * 3600.0
KILLED = 0.05
UNREAD = 0.1
"""Events that are kept and then not read at once, as after a crash."""


@dataclass(slots=True)
class BothWays(Simulation):
    """A shop that sells at the counter while the marketplace sells online."""

    dialect: Dialect = field(default_factory=Dialect)
    weather: race_script.Weather = field(default_factory=race_script.Weather)
    endings: list[Ending] = field(default_factory=list[Ending])
    length: float = 0.0
    online: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    corrected: set[int] = field(default_factory=set[int])  # products
    on_the_way: int = 0
    last_arrival: float = 0.0

    @override
    async def run(self) -> Report:
        self.rng = random.Random(self.seed)
        self.length = self.rng.choice(DAYS_LENGTHS)
        self.lifetime = self.rng.choice((120.0, 1800.0, 36000.0))
        self._open()
        try:
            async with anyio.create_task_group() as late:
                self.client = SimulatedClient(
                    self.marketplace, _client_weather(self.weather), self.rng, late
                )
                async with anyio.create_task_group() as tasks:
                    tasks.start_soon(self._keep_sending)
                    async with anyio.create_task_group() as day:
                        day.start_soon(self._serve_customers, day)
                        await self._work()
                    await self._clear_up()
                    tasks.cancel_scope.cancel()
            read_new(self.shop)
            self.endings = [self._ending(row) for row, _ in self.promises.sizes()]
            return self.report
        finally:
            self.shop.close()

    def _open(self) -> None:
        self.selling = self.rng.sample(CATALOGUE, self.rng.randint(1, 2))
        self.marketplace = Marketplace(self.dialect)
        self.marketplace.load(CATALOGUE)
        self.shop = Shop(self.folder, secrets=session_secrets(), clock=self._clock)
        self.shop.open()
        save_connection(self.shop, ConnectionSettings(dialect=self.dialect))
        self.ground = Ground(self.shop.database.path, self.rng)
        self.promises = Promises(self.shop, self.marketplace)

    # Staff.

    @override
    async def _work(self) -> None:
        for _ in range(self.rng.randint(2, 8)):
            await anyio.sleep(self.rng.uniform(0, self.length / 4))
            self._type() if self.rng.random() < 0.3 else self._queue()

    @override
    def _queue(self) -> None:
        product = self.rng.choice(self.selling)
        actions = (Action.SOLD, Action.SOLD, Action.SOLD, Action.RECEIPTS, Action.RETURN, Action.PRICE)
        action = self.rng.choice(actions)
        price = Decimal(self.rng.randint(50, 150)) if action is Action.PRICE else None
        sizes = self.rng.sample(product.sizes, self.rng.randint(1, len(product.sizes)))
        pieces = {} if price else {size.value: self.rng.randint(1, 3) for size in sizes}
        queue_action(self.shop, product.article, action, pieces, price, "simulation")
        self._wake()

    def _type(self) -> None:
        """As in the table of products: typed, reviewed, sent."""
        article = self.rng.choice(self.selling).article
        ids = [row.id for row, _ in self.promises.sizes() if row.article == article]
        action = self.rng.choice((Action.SOLD, Action.RECEIPTS))
        set_pending(self.shop, {size: PendingChange(action, self.rng.randint(1, 2)) for size in ids})
        queue_review(self.shop, review(self.shop))
        self._wake()

    # Customers.

    async def _serve_customers(self, tasks: anyio.abc.TaskGroup) -> None:
        slow = self.rng.choice((0.5, 5.0, race_script.LONGEST_DELAY))
        for _ in range(self.rng.randint(2, 8)):
            await anyio.sleep(self.rng.uniform(0, self.length / 4))
            product = self.rng.choice(self.selling)
            size = self.rng.choice(product.sizes).value
            pieces = self.rng.choice((1, 1, 1, 2, 3, -1, -2))
            self.online[product.article, size] -= pieces
            body = self.marketplace.move_online(product.article, size, pieces)
            for delay in self._delays(slow):
                self.on_the_way += 1
                tasks.start_soon(self._tell, body, delay)

    def _delays(self, slow: float) -> list[float]:
        """Seconds until the webhook comes, and comes again; none where it is lost."""
        now = anyio.current_time()
        arrives = now + self.rng.uniform(0, slow)
        if not self.weather.reordered:
            arrives = self.last_arrival = max(arrives, self.last_arrival + 1e-3)
        if self.rng.random() < self.weather.lost:
            return []
        again = self.rng.random() < self.weather.duplicated
        repeats = [arrives + self.rng.uniform(0, race_script.LONGEST_DELAY)] if again else []
        return [arrival - now for arrival in (arrives, *repeats)]

    async def _tell(self, body: dict[str, Any], delay: float) -> None:
        await anyio.sleep(delay)
        row = {"received_at": self._clock(), "sender": "", "headers": "[]", "state": inbox.NEW}
        with self.shop.database.write() as connection:
            inbox.keep(connection, [row | {"body": json.dumps(body).encode()}])
        if self.rng.random() >= UNREAD:
            read_new(self.shop)
            self._wake()
        self.on_the_way -= 1

    # The person, when all has calmed down.

    @override
    async def _clear_up(self) -> None:
        read_new(self.shop)
        self._wake()
        while self.promises.open_rows() and anyio.current_time() < LONGEST:
            await anyio.sleep(READ_TIMEOUT + LATE + self.rng.uniform(60, 1200))
            self.client.repaired = self.report.asked > 2 * len(self.selling)
            if self.client.repaired:
                self.life.deadline = math.inf
            self._decide_all()
            self._wake()

    def _decide_all(self) -> None:
        for row in self.promises.open_rows():
            if row.state == State.REJECTED:
                choice = deciding.retry if self.rng.random() < 0.5 else deciding.cancel
                choice(self.shop, row.id)
        for asked in doubts.open_questions(self.shop):
            self.report.asked += 1
            figures = {place: self._figure(asked, place) for place in asked.question.sights}
            concluded = asked.question.conclude(figures)
            doubts.answer(self.shop, [Answer(asked.product_id, figures, concluded)])
            if Conclusion.SOMETHING_ELSE in concluded.values():
                self.corrected.add(asked.product_id)
            self._ask_for_orders([n for n, c in concluded.items() if c is Conclusion.EITHER])

    def _ask_for_orders(self, numbers: Iterable[int]) -> None:
        """Where the figures fit both, the list of the supplier's own actions in the cabinet tells."""
        known = {row.id: self.marketplace.applied[row.key] > 0 for row in self.promises.open_rows()}
        for number in numbers:
            decide = deciding.resolve_arrived if known.get(number) else deciding.resolve_not_arrived
            with suppress(PolkaError):  # settled by what was decided before
                decide(self.shop, number)

    def _figure(self, asked: OpenQuestion, place: Place) -> Figure:
        """What the cabinet shows."""
        (row,) = [r for r, _ in self.promises.sizes() if r.id == place.size_id] or [None]
        if row is not None:
            return self.marketplace.products[row.article].sizes[row.value].stock
        article = next(r.article for r, _ in self.promises.sizes() if r.product_id == asked.product_id)
        return Decimal(self.marketplace.products[article].price)

    def _ending(self, row: Any) -> Ending:
        there = self.marketplace.products[row.article].sizes[row.value].stock
        true = self._true_stock(row)
        is_corrected = row.product_id in self.corrected
        verdict = Verdict.EQUAL
        if row.flag is not None:
            verdict = Verdict.FLAGGED
        elif row.here != there or (there != true and not is_corrected):
            verdict = Verdict.SILENT
        return Ending(verdict, row.here, there, true, self.report.asked, is_corrected)

    def _true_stock(self, row: Any) -> int:
        ours = self.promises.delivered_pieces(row.id)
        return OPENING + ours + self.online[row.article, row.value]


def _client_weather(weather: race_script.Weather) -> marketplace.Weather:
    lost = weather.lost_answers / 4
    return marketplace.Weather(
        not_sent=weather.storms,
        lost_before=lost,
        lost_after=lost,
        error_before=lost,
        error_after=lost,
        busy=weather.storms,
        refused=weather.refused,
        slow=0.2,
        killed=KILLED if weather.lost_answers else 0.0,
        disturbed=0.0,
        wrong_token=(),
        storms=(),
        offline=(),
    )


def run_both_ways(seeds: Iterable[int], dialect: Dialect, weather: race_script.Weather) -> Figures:
    """All of these seeds with the whole program; a seed counts as the worst of its sizes."""
    figures, started = Figures(), time.process_time()
    for seed in seeds:
        figures.add(seed, run_one(seed, dialect, weather))
    figures.seconds = time.process_time() - started
    return figures


def run_one(seed: int, dialect: Dialect, weather: race_script.Weather) -> Ending:
    """The worst ending of one seed's sizes."""
    made: list[BothWays] = []

    def make(*args: Any) -> BothWays:
        made.append(BothWays(*args, dialect=dialect, weather=weather))
        return made[0]

    live(make, seed)
    order = list(Verdict)
    return max(made[0].endings, key=lambda ending: order.index(ending.verdict))
