"""The marketplace's API over HTTP: the one place where requests are made."""

from __future__ import annotations

import ssl
import time
from types import TracebackType

import httpx
import truststore

from app.marketplace.outcome import (
    Answer,
    failure_of_exception,
    outcome_of_exception,
    outcome_of_status,
    retry_after_seconds,
    words_of_exception,
    words_of_status,
)

CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 60.0
MOST_CONNECTIONS = 8
LONGEST_ANSWER = 64 * 1024

IDLE_SECONDS = 2.0
"""A socket unused for longer is not used again: the server may have closed it, and a request that dies
on it cannot be told from one that was taken in."""


class MarketplaceClient:
    """Sends actions. No redirects, no retries of its own, certificates as the system trusts them."""

    def __init__(self, url: str, token: str, proxy: str = "") -> None:
        self._url = url
        limits = httpx.Limits(
            max_connections=MOST_CONNECTIONS,
            max_keepalive_connections=MOST_CONNECTIONS,
            keepalive_expiry=IDLE_SECONDS,
        )
        self._client = httpx.AsyncClient(
            headers={
                "Authorization": f"Bearer {token}",
                "Content-Type": "application/json; charset=utf-8",
                "Accept": "application/json",
            },
            timeout=httpx.Timeout(READ_TIMEOUT, connect=CONNECT_TIMEOUT),
            limits=limits,
            follow_redirects=False,
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            proxy=proxy or None,
        )

    async def __aenter__(self) -> MarketplaceClient:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def send(self, body: bytes, key: str | None = None) -> Answer:
        """Post one action; every way in which that can end is an answer, never an exception.

        `key` goes into the `Idempotency-Key` header.
        """
        headers = {"Idempotency-Key": key} if key else {}
        return await self._ask("POST", body, headers)

    async def check(self) -> Answer:
        """Ask without moving anything: an OPTIONS request, which changes nothing by RFC 9110 9.2.1."""
        return await self._ask("OPTIONS", b"", {})

    async def _ask(self, method: str, body: bytes, headers: dict[str, str]) -> Answer:
        started = time.perf_counter()
        try:
            async with self._client.stream(method, self._url, content=body, headers=headers) as response:
                text = await _text_of(response)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ssl.SSLError) as error:
            return Answer(
                outcome_of_exception(error),
                words_of_exception(error),
                _since(started),
                failure=failure_of_exception(error),
            )
        retry_after = retry_after_seconds(response.headers.get("Retry-After"))
        outcome = outcome_of_status(response.status_code, retry_after)
        words = words_of_status(response.status_code, text)
        return Answer(outcome, words, _since(started), response.status_code, retry_after, text)


async def _text_of(response: httpx.Response) -> str:
    """The answer's first 64 KB as text. An answer that breaks off after its head is still an answer."""
    parts: list[bytes] = []
    size = 0
    try:
        async for part in response.aiter_bytes():
            parts.append(part)
            size += len(part)
            if size >= LONGEST_ANSWER:
                break
    except httpx.HTTPError:
        if response.is_success:
            # «Cut answer» of the outcome table: a 2xx head that breaks off is not an acceptance.
            raise
    return b"".join(parts)[:LONGEST_ANSWER].decode(errors="replace")


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000
