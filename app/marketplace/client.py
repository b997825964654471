"""The marketplace's API over HTTP: the one place where requests are made."""

from __future__ import annotations

import contextlib
import ssl
import time
from types import TracebackType
from typing import cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import anyio
import httpx
import truststore

from app.domain.address import is_on_this_machine
from app.marketplace.outcome import (
    CUT,
    Answer,
    answer_of_exception,
    outcome_of_status,
    retry_after_seconds,
    words_of_status,
)
from app.marketplace.stopwatch import TimedBody

CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 60.0
LONGEST_ANSWER = 64 * 1024

HEAD_SECONDS = 120.0
BODY_SECONDS = 30.0
"""An answer takes no longer: the read timeout begins anew with every byte that drips in."""

IDLE_SECONDS = 1.0
"""A socket unused for longer is not used again: the server may be closing it, and a request that dies
on it cannot be told from one that was taken in."""


class MarketplaceClient:
    """Sends actions. No redirects, no retries of its own, certificates as the system trusts them.

    Timeouts are in seconds; None: those of every action.
    """

    def __init__(
        self,
        url: str,
        token: str,
        proxy: str = "",
        *,
        connect_timeout: float | None = None,
        read_timeout: float | None = None,
    ) -> None:
        self._url: httpx.URL | str = url
        with contextlib.suppress(httpx.InvalidURL):  # one that is none fails at each request
            self._url = httpx.URL(url)
        self._token = token
        self._proxy = proxy or system_proxy(url)
        self._headers = {
            b"Content-Type": b"application/json; charset=utf-8",
            b"Accept": b"application/json",
            b"Accept-Encoding": b"identity",  # a few compressed bytes can be gigabytes
            b"User-Agent": b"Polka",
        }
        if token:
            self._headers[b"Authorization"] = f"Bearer {token}".encode()
        self._timeouts = httpx.Timeout(
            read_timeout or READ_TIMEOUT, connect=connect_timeout or CONNECT_TIMEOUT
        ).as_dict()
        self._verify = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._idle: list[httpx.AsyncHTTPTransport] = []

    def _new_transport(self) -> httpx.AsyncHTTPTransport:
        """A connection of its own for whoever asks meanwhile.

        httpx's pool looks at each of its sockets before every request, and its client adds redirects,
        cookies and sign-in: together they take as long as the request itself.
        """
        try:
            return httpx.AsyncHTTPTransport(
                limits=httpx.Limits(
                    max_connections=1, max_keepalive_connections=1, keepalive_expiry=IDLE_SECONDS
                ),
                verify=self._verify,
                proxy=self._proxy or None,
                trust_env=False,  # `system_proxy` has asked it
            )
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            raise httpx.ProxyError(self._proxy) from error

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
        for transport in self._idle:
            await transport.aclose()

    async def send(self, body: bytes, key: str | None = None) -> Answer:
        """Post one action; every way in which that can end is an answer, never an exception.

        `key` goes into the `Idempotency-Key` header.
        """
        headers = {b"Idempotency-Key": key.encode()} if key else {}
        return await self._ask("POST", body, headers)

    async def check(self) -> Answer:
        """Ask without moving anything: an OPTIONS request, which changes nothing by RFC 9110 9.2.1."""
        return await self._ask("OPTIONS", b"", {})

    async def post(self, body: bytes, headers: dict[bytes, bytes]) -> Answer:
        """Post something else than an action: a test event to one's own address."""
        return await self._ask("POST", body, headers)

    async def _ask(self, method: str, body: bytes, headers: dict[bytes, bytes]) -> Answer:
        started, timed = time.perf_counter(), TimedBody(body)
        try:
            request = self._request(method, timed, len(body), headers)
            response, text = await self._exchange(request, timed)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ssl.SSLError, TimeoutError) as error:
            through_proxy = bool(self._proxy)
            return answer_of_exception(error, _since(started), timed.times(), through_proxy=through_proxy)
        retry_after = retry_after_seconds(response.headers.get("Retry-After"))
        outcome = outcome_of_status(response.status_code, retry_after)
        words = words_of_status(response.status_code, text)
        status, times = response.status_code, timed.times()
        return Answer(outcome, words, _since(started), status, retry_after, text, times)

    def _request(
        self, method: str, body: TimedBody, length: int, headers: dict[bytes, bytes]
    ) -> httpx.Request:
        url = httpx.URL(self._url)
        framing = {b"Host": url.netloc, b"Content-Length": str(length).encode()}
        return httpx.Request(
            method,
            url,
            headers=framing | self._headers | headers,
            stream=body,
            extensions={"timeout": self._timeouts},
        )

    async def _exchange(self, request: httpx.Request, timed: TimedBody) -> tuple[httpx.Response, str]:
        """The answer's head, and its first 64 KB as text in which the token is masked."""
        response: httpx.Response | None = None
        read = bytearray()
        transport = self._idle.pop() if self._idle else self._new_transport()
        try:
            with anyio.move_on_after(HEAD_SECONDS) as patience:
                response = await transport.handle_async_request(request)
                timed.answered()
                patience.deadline = anyio.current_time() + BODY_SECONDS
                async with contextlib.aclosing(response):
                    await _read_beginning(response, read)
        finally:
            self._idle.append(transport)
        if response is None or (patience.cancelled_caught and response.is_success):
            raise httpx.ReadTimeout("the answer did not end")
        text = read[:LONGEST_ANSWER].decode(errors="replace")
        if len(read) > LONGEST_ANSWER:
            text += CUT
        return response, text.replace(self._token, "***") if self._token else text


def system_proxy(url: str) -> str:
    """The proxy that the system names for this address, or nothing; never one for this machine itself."""
    parts = urlsplit(url)
    if is_on_this_machine(url) or proxy_bypass(parts.hostname or ""):
        return ""
    named = getproxies()
    found = named.get(parts.scheme) or named.get("all") or ""
    return found if not found or "://" in found else f"http://{found}"


async def _read_beginning(response: httpx.Response, read: bytearray) -> None:
    """Append the first 64 KB to `read`, not decompressed, and something of what follows.

    A refusal that breaks off after its head is still a refusal; a 2xx that breaks off is no acceptance
    («cut answer» of the outcome table).
    """
    stream = cast("httpx.AsyncByteStream", response.stream)
    try:
        async for part in stream:
            read += part
            if len(read) > LONGEST_ANSWER:
                break
    except httpx.HTTPError:
        if response.is_success:
            raise


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000
