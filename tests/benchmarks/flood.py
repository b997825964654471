"""Online sales on many open connections, each sent as soon as the one before is answered."""

from __future__ import annotations

import asyncio
import json
import time

import httpx

CONNECTIONS = 32
PRODUCTS = 64
SIZE = "L"
START = 100_000
"""Pieces of each product before the first sale."""


def post_sales(address: str, count: int) -> float:
    """Post that many or a few less; returns how many were answered with 200 in a second."""
    share = count // CONNECTIONS
    seconds = asyncio.run(_post_all(httpx.URL(address), share))
    return share * CONNECTIONS / seconds


def post_steadily(address: str, per_second: int, seconds: int) -> list[float]:
    """Post at this rate; returns by how many milliseconds each answer came after its event was due.

    Counted from when it should have been sent: who waits for the answer before delays the next one, too.
    """
    return asyncio.run(_post_steadily(httpx.URL(address), per_second, seconds))


async def _post_steadily(url: httpx.URL, per_second: int, seconds: int) -> list[float]:
    taken: list[float] = []
    share, apart = per_second * seconds // CONNECTIONS, CONNECTIONS / per_second
    begin = time.perf_counter() + apart

    async def post(number: int) -> None:
        connection = await _Connection.opened(url, number)
        for sold in range(share):
            due = begin + (sold + number / CONNECTIONS) * apart
            await asyncio.sleep(due - time.perf_counter())
            await connection.post(sold)
            taken.append(1000 * (time.perf_counter() - due))
        connection.close()

    await asyncio.gather(*(post(number) for number in range(CONNECTIONS)))
    return taken


async def _post_all(url: httpx.URL, share: int) -> float:
    started = time.perf_counter()
    await asyncio.gather(*(_post_share(url, number, share) for number in range(CONNECTIONS)))
    return time.perf_counter() - started


async def _post_share(url: httpx.URL, number: int, share: int) -> None:
    connection = await _Connection.opened(url, number)
    for sold in range(share):
        await connection.post(sold)
    connection.close()


class _Connection:
    """Raw requests: an HTTP client would take longer than the listener.

    Each connection has products of its own, so that the events of a product come in order.
    """

    def __init__(
        self, url: httpx.URL, number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._url = url
        self._mine = range(1 + number, PRODUCTS + 1, CONNECTIONS)
        self._reader = reader
        self._writer = writer

    @classmethod
    async def opened(cls, url: httpx.URL, number: int) -> _Connection:
        return cls(url, number, *await asyncio.open_connection(url.host, url.port))

    async def post(self, sold: int) -> None:
        """Post the event number `sold` of this connection and wait for its answer."""
        mine = self._mine
        self._writer.write(_request(self._url, mine[sold % len(mine)], START - 1 - sold // len(mine)))
        answer = await self._reader.readuntil(b"}")
        if b" 200 " not in answer:
            raise RuntimeError(answer)

    def close(self) -> None:
        self._writer.close()


def _request(url: httpx.URL, product: int, left: int) -> bytes:
    size = {"value": SIZE, "count": left, "soldCount": 1}
    body = json.dumps({"products": [{"id": product, "sizes": [size]}]}).encode()
    head = f"POST {url.path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
