"""`polka serve` killed at random moments while a thousand events a second come in, and started again.

python -m tests.end_to_end.crash_receiving --kills 30 [--seed N] [--rate 1000]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import func, select

from app.services.receiving import (
    ListenerSettings,
    free_port,
    listener_url,
    load_listener,
    save_listener,
)
from app.services.shop import Shop
from app.storage import tables
from app.storage.secrets import session_secrets
from tests.services.support import add_simple_product

CONNECTIONS = 32
PRODUCTS = 64
START = 100_000
LISTENING = b"Events: port"
LONGEST_LIFE = 1.5
PATIENCE = 30.0


class BrokenPromiseError(AssertionError):
    """An event got its 200 and is not in the log."""


@dataclass(slots=True)
class ReceivingRun:
    """One data folder, one program that is killed again and again, and what it has promised."""

    folder: Path
    rng: random.Random
    rate: float
    settings: ListenerSettings = field(default_factory=ListenerSettings)
    kills: int = 0
    posted: int = 0
    answered: set[int] = field(default_factory=set[int])
    seconds: float = 0.0

    def run(self, kills: int) -> None:
        """Kill it so often, then let it come to rest, and check. Raises `BrokenPromiseError`."""
        with_shop = self._opened()
        for number in range(PRODUCTS):
            add_simple_product(with_shop, f"A{number:03}", {"L": START}, marketplace_id=number)
        port = free_port("127.0.0.1", 0)
        self.settings = replace(load_listener(with_shop), enabled=True, port=port)
        save_listener(with_shop, self.settings)
        with_shop.close()
        while self.kills < kills:
            asyncio.run(self._one_life())
        asyncio.run(self._rest())
        self._check()

    async def _one_life(self) -> None:
        process = await self._started()
        began = await self._answering()
        senders = [asyncio.create_task(self._send(began)) for _ in range(CONNECTIONS)]
        await asyncio.sleep(self.rng.uniform(0.05, LONGEST_LIFE))
        process.kill()
        await asyncio.gather(*senders)
        await process.wait()
        self.seconds += time.perf_counter() - began
        self.kills += 1

    async def _answering(self) -> float:
        """When the listener has answered for the first time: until then it only let connections wait."""
        url = urlsplit(listener_url(self.settings))
        reader, writer = await asyncio.open_connection(url.hostname, url.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        await reader.read()
        writer.close()
        await writer.wait_closed()
        return time.perf_counter()

    async def _send(self, began: float) -> None:
        """Post one event after the other on one connection until that breaks."""
        url = urlsplit(listener_url(self.settings))
        reader, writer = await asyncio.open_connection(url.hostname, url.port)
        try:
            for turn in range(1_000_000):
                await asyncio.sleep(began + turn * CONNECTIONS / self.rate - time.perf_counter())
                self.posted += 1
                number = self.posted
                writer.write(_request(url.path, number))
                if b" 200 " in await reader.readuntil(b"}"):
                    self.answered.add(number)
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _started(self) -> asyncio.subprocess.Process:
        """The real program, from the moment it says that it listens."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "app", "serve", "--data", str(self.folder)),
            env={**os.environ, "POLKA_API_TOKEN": ""},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            while LISTENING not in await process.stdout.readline():
                pass
        return process

    async def _rest(self) -> None:
        """Started once more it reads what it kept; an orderly end is an end without complaint."""
        process = await self._started()
        left, until = self._unread(), time.monotonic() + PATIENCE
        while left and time.monotonic() < until:
            await asyncio.sleep(0.5)
            before, left = left, self._unread()
            until = until if left == before else time.monotonic() + PATIENCE
        process.terminate()
        if await process.wait() != 0:
            raise BrokenPromiseError(f"it ended with {process.returncode}")
        if self._unread():
            raise BrokenPromiseError("what it kept was not read")

    def _unread(self) -> int:
        shop = self._opened()
        with shop.database.read() as connection:
            new = select(func.count()).where(tables.events.c.state == "new")
            found = connection.execute(new).scalar_one()
        shop.close()
        return found

    def _check(self) -> None:
        shop = self._opened()
        with shop.database.read() as connection:
            bodies = connection.execute(select(tables.events.c.body)).scalars().all()
        problems = shop.database.problems()
        shop.close()
        kept = Counter(int(body.rpartition(b":")[2].rstrip(b"}")) for body in bodies)
        lost, twice = self.answered - set(kept), [number for number, times in kept.items() if times > 1]
        if lost or twice or problems:
            raise BrokenPromiseError(f"lost: {sorted(lost)}, twice: {twice}, file: {problems}")

    def _opened(self) -> Shop:
        shop = Shop(self.folder, secrets=session_secrets())
        shop.open()
        return shop


def _request(path: str, number: int) -> bytes:
    """An event that carries its number; nobody posts one twice."""
    left = START - 1 - number // PRODUCTS
    size = b'{"value":"L","count":%d,"soldCount":1}' % left
    body = b'{"products":[{"id":%d,"sizes":[%s]}],"n":%d}' % (number % PRODUCTS, size, number)
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def run_kills(kills: int, seed: int, rate: float = 1000.0) -> ReceivingRun:
    """One run in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        done = ReceivingRun(Path(name), random.Random(seed), rate)
        done.run(kills)
        return done


def main() -> None:
    """Run and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.crash_receiving", description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1000.0, help="events a second")
    options = parser.parse_args()
    started = time.perf_counter()
    done = run_kills(options.kills, options.seed, options.rate)
    print(
        f"{done.kills} kills in {time.perf_counter() - started:.0f} s, {done.posted} events posted, "
        f"{done.posted / done.seconds:.0f} a second while it ran; "
        f"{len(done.answered)} answered with 200, lost of these 0"
    )


if __name__ == "__main__":
    main()
