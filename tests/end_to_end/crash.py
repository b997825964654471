"""`polka serve` killed at random moments while 500 actions go to the sandbox, and started again.

python -m tests.end_to_end.crash --kills 200 [--seed N]
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.domain.action import Action
from app.domain.delivery import State
from app.sandbox import Sandbox
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize
from app.services import deciding
from app.services.editing import queue_action
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.storage import tables
from app.storage.secrets import session_secrets
from tests.services.support import add_simple_product

ACTIONS = 500
PRODUCTS = 100
OPENING = 50
FAULTS = (
    "latency=0.05",
    "cut-before@0.01",
    "cut-after@0.01",
    "reset-after@0.01",
    "500@0.01",
    "500-after@0.01",
)
CATALOGUE = [
    CatalogueProduct(f"P{n}", "", "", n, Decimal(100), (CatalogueSize("M", n, "", OPENING),))
    for n in range(1, PRODUCTS + 1)
]
PATIENCE = 120.0
READY = "is running"


class BrokenPromiseError(AssertionError):
    """An action was lost, or applied twice."""


@dataclass(slots=True)
class CrashRun:
    """One data folder, one sandbox, and a program that is killed again and again."""

    folder: Path
    sandbox: Sandbox
    rng: random.Random
    kills: int = 0
    asked: int = 0
    ended: Counter[State] = field(default_factory=Counter[State])

    def run(self, kills: int) -> None:
        """Kill it so often, then let it end its work, and check. Raises `BrokenPromiseError`."""
        with self._shop() as shop:
            save_connection(shop, ConnectionSettings(url=self.sandbox.api_url, rate_per_second=None))
            for product in CATALOGUE:
                add_simple_product(shop, product.article, {"M": OPENING}, price=Decimal(100))
        while self.kills < kills:
            self._refill()
            with self._serving() as process:
                time.sleep(self.rng.uniform(0.0, 1.0))
                process.kill()
            self.kills += 1
            self._answer()
        self._finish()
        self._check()

    def _refill(self) -> None:
        """Keep the outbox full, so that every kill meets work."""
        with self._shop() as shop:
            missing = ACTIONS - len(self._rows(shop, open_only=True))
            for _ in range(missing if missing > ACTIONS // 2 else 0):
                action = self.rng.choice((Action.SOLD, Action.RECEIPTS))
                article = self.rng.choice(CATALOGUE).article
                queue_action(shop, article, action, {"M": 1}, None, "test")

    def _answer(self) -> None:
        """The person looks into the cabinet and answers what the program does not know."""
        with self._shop() as shop:
            for row in self._rows(shop, open_only=True):
                if row.state == State.UNKNOWN:
                    self.asked += 1
                    arrived = self.sandbox.state.applied[row.key] > 0
                    decide = deciding.resolve_arrived if arrived else deciding.resolve_not_arrived
                    decide(shop, row.id)

    def _finish(self) -> None:
        self.sandbox.set_faults([])
        until = time.monotonic() + PATIENCE
        with self._serving() as process:
            while self._open() and time.monotonic() < until:
                time.sleep(0.2)
                self._answer()
            process.terminate()
            if process.wait(30) != 0:
                raise BrokenPromiseError(f"it ended with {process.returncode}")

    def _open(self) -> int:
        with self._shop() as shop:
            return len(self._rows(shop, open_only=True))

    def _check(self) -> None:
        with self._shop() as shop:
            rows = self._rows(shop, open_only=False)
        self.ended = Counter(State(row.state) for row in rows)
        for row in rows:
            times = self.sandbox.state.applied[row.key]
            if row.state != State.DELIVERED or times != 1:
                raise BrokenPromiseError(f"delivery {row.id} is {row.state}, applied {times} times")

    @staticmethod
    def _rows(shop: Shop, *, open_only: bool) -> list[Any]:
        with shop.database.read() as connection:
            rows = connection.execute(select(tables.deliveries).order_by(tables.deliveries.c.id)).all()
        return [row for row in rows if not (open_only and State(row.state).is_final)]

    @contextmanager
    def _shop(self) -> Iterator[Shop]:
        shop = Shop(self.folder, secrets=session_secrets())
        shop.open()
        yield shop
        shop.close()

    @contextmanager
    def _serving(self) -> Iterator[subprocess.Popen[str]]:
        """The real program, from the moment it says that it runs."""
        command = [sys.executable, "-m", "app", "serve", "--data", str(self.folder)]
        environment = {**os.environ, "POLKA_API_TOKEN": self.sandbox.token}
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            while READY not in process.stdout.readline():
                pass
            yield process


def run_crashes(kills: int, seed: int) -> CrashRun:
    """One run in a folder of its own."""
    with tempfile.TemporaryDirectory() as name, Sandbox(catalogue=CATALOGUE, faults=FAULTS) as sandbox:
        crash_run = CrashRun(Path(name), sandbox, random.Random(seed))
        crash_run.run(kills)
        return crash_run


def main() -> None:
    """Run and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.perf_counter()
    done = run_crashes(options.kills, options.seed)
    print(
        f"{done.kills} kills in {time.perf_counter() - started:.0f} s, {done.ended.total()} actions, "
        f"{done.asked} asked about; lost 0, applied twice 0, "
        f"{', '.join(f'{state} {count}' for state, count in done.ended.items())}"
    )


if __name__ == "__main__":
    main()
