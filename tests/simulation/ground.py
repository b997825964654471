"""The ground under a simulated shop: no space on the disk, or another program that holds the database."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import anyio

from tests.ground import limited_files

LONGEST_TROUBLE = 120.0
"""Seconds until the ground bears again."""


@dataclass(slots=True)
class Ground:
    """Gives way for a while, with real faults of the file; `repaired` ends that."""

    path: Path
    rng: random.Random
    repaired: bool = False
    _full_until: float = 0.0
    _held_until: float = 0.0

    def give_way(self) -> None:
        """From now on and for a while nothing can be written."""
        until = anyio.current_time() + self.rng.uniform(1, LONGEST_TROUBLE)
        if sys.platform == "win32" or self.rng.random() < 0.5:
            self._held_until = until
        else:
            self._full_until = until

    @contextmanager
    def stand(self) -> Iterator[None]:
        """Use the database inside, as it can be used now."""
        now = 1e9 if self.repaired else anyio.current_time()
        with (
            self._holding() if now < self._held_until else nullcontext(),
            limited_files() if now < self._full_until else nullcontext(),
        ):
            yield

    @contextmanager
    def _holding(self) -> Iterator[None]:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
