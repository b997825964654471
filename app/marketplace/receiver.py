"""The ASGI application that receives webhooks: keep first, then answer, understand later."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.types import Receive, Scope, Send

from app.domain.errors import StorageError
from app.marketplace.schema import UnreadableError, parse_event

log = logging.getLogger(__name__)

BODY_SECONDS = 10.0
"""A body that takes longer is given up."""

KEPT_HEADERS = frozenset(
    {b"authorization", b"content-type", b"content-length", b"user-agent", b"x-forwarded-for"}
)
LONGEST_HEADER = 1000


@dataclass(frozen=True, slots=True)
class Received:
    """A webhook as it came, Authorization masked."""

    sender: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    readable: bool


Keep = Callable[[Received], Awaitable[None]]
"""Commits what was received; raises `StorageError` where it cannot."""


class Receiver:
    """Answers `POST /h/{secret}`: 200 only after the commit.

    Plain ASGI: starlette's routing took a third of the time of a request here.
    """

    def __init__(self, secret: str, max_bytes: int, keep: Keep) -> None:
        self._path = f"/h/{secret}".encode()
        self._max_bytes = max_bytes
        self._keep = keep

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        status = await self._status(scope, receive)
        await _answer(send, status)

    async def _status(self, scope: Scope, receive: Receive) -> int:
        if not secrets.compare_digest(scope["path"].encode(), self._path):
            return 404
        if scope["method"] != "POST":
            return 405
        if _declared_length(scope) > self._max_bytes:
            return 413
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await self._body(receive)
        except TimeoutError:
            return 408
        if body is None:
            return 413
        return await self._keep_and_answer(scope, body)

    async def _body(self, receive: Receive) -> bytes | None:
        """The whole body, or None where it is too large."""
        parts: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return b"".join(parts)
            part: bytes = message.get("body", b"")
            size += len(part)
            if size > self._max_bytes:
                return None
            parts.append(part)
            if not message.get("more_body", False):
                return b"".join(parts)

    async def _keep_and_answer(self, scope: Scope, body: bytes) -> int:
        readable = True
        try:
            parse_event(body)
        except UnreadableError:
            readable = False
        sender = (scope.get("client") or ("", 0))[0]
        try:
            await self._keep(Received(sender, _kept_headers(scope), body, readable))
        except StorageError:
            log.exception("an event could not be kept")
            return 503
        return 200 if readable else 422


def _declared_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0


def _kept_headers(scope: Scope) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), "***" if name == b"authorization" else _header(value))
        for name, value in scope["headers"]
        if name in KEPT_HEADERS
    )


def _header(value: bytes) -> str:
    return value[:LONGEST_HEADER].decode("latin-1")


_WORDS = {
    200: b'{"ok":true}',
    404: b'{"error":"not found"}',
    405: b'{"error":"POST only"}',
    408: b'{"error":"too slow"}',
    413: b'{"error":"too large"}',
    422: b'{"error":"not an event; it was kept as unreadable"}',
    503: b'{"error":"could not be kept, try again"}',
}


async def _answer(send: Send, status: int) -> None:
    body = _WORDS[status]
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if status == 405:
        headers.append((b"allow", b"POST"))
    if status == 408:  # not 413: closing on a poster who still sends would lose the answer
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
