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


async def _post_all(url: httpx.URL, share: int) -> float:
    started = time.perf_counter()
    await asyncio.gather(*(_post_share(url, number, share) for number in range(CONNECTIONS)))
    return time.perf_counter() - started


async def _post_share(url: httpx.URL, number: int, share: int) -> None:
    """Raw requests: an HTTP client would take longer than the listener.

    Each connection has products of its own, so that the events of a product come in order.
    """
    reader, writer = await asyncio.open_connection(url.host, url.port)
    mine = range(1 + number, PRODUCTS + 1, CONNECTIONS)
    for sold in range(share):
        writer.write(_request(url, mine[sold % len(mine)], START - 1 - sold // len(mine)))
        answer = await reader.readuntil(b"}")
        if b" 200 " not in answer:
            raise RuntimeError(answer)
    writer.close()


def _request(url: httpx.URL, product: int, left: int) -> bytes:
    size = {"value": SIZE, "count": left, "soldCount": 1}
    body = json.dumps({"products": [{"id": product, "sizes": [size]}]}).encode()
    head = f"POST {url.path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body
