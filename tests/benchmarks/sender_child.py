"""Sends COUNT one-size actions to a sandbox: bare httpx, or Polka's engine on a real database.

Usage: python -m tests.benchmarks.sender_child bare|polka COUNT URL TOKEN FOLDER; prints actions a second.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import httpcore  # noqa: F401  # httpx loads it with the first request; neither of the two is timed for that
import httpx

from app.services.connection import save_token
from app.services.engine import Engine
from app.services.outbox import delivery_counts
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from tests.benchmarks.full_outbox import article, fill, is_empty
from tests.services.support import memory_secrets

AT_ONCE = 8
"""Where the one client is fastest: with 16 it does half of what it does with 8."""

LOOK_SECONDS = 0.25
"""Each look for the end takes the interpreter from the sender; the last is so much too late at most."""


async def bare(count: int, url: str, token: str) -> float:
    """What a user would write: one client, no state kept."""
    numbers = iter(range(1, count + 1))
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(headers=headers, timeout=60) as client:

        async def worker() -> None:
            for number in numbers:
                body = {
                    "supplierProductId": article(number),
                    "action": "sold",
                    "newPrice": 100,
                    "sizes": [{"value": "M", "count": 4, "soldCount": 1}],
                }
                answer = await client.post(url, json=body)
                answer.raise_for_status()

        started = time.perf_counter()
        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
        return count / (time.perf_counter() - started)


def polka(count: int, url: str, token: str, folder: Path) -> float:
    """The engine with its outbox, every state committed; from its start to the last answer."""
    shop = Shop(folder, secrets=memory_secrets())
    shop.open()
    save_connection(shop, ConnectionSettings(url=url, rate_per_second=None))
    save_token(shop, token, session_only=True)
    fill(shop, count)
    engine = Engine(shop)
    started = time.perf_counter()
    engine.start()
    while not is_empty(shop):
        time.sleep(LOOK_SECONDS)
    taken = time.perf_counter() - started
    engine.stop()
    assert delivery_counts(shop).delivered == count
    shop.close()
    return count / taken


def main() -> None:
    """Run one of the two and print its rate."""
    kind, count, url, token, folder = sys.argv[1:6]
    if kind == "bare":
        rate = asyncio.run(bare(int(count), url, token))
    else:
        rate = polka(int(count), url, token, Path(folder))
    print(rate)


if __name__ == "__main__":
    main()
