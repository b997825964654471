"""The ASGI application that receives webhooks: keep first, then answer, understand later."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import anyio
from starlette.types import Receive, Scope, Send

from app.domain.errors import StorageError
from app.domain.refusal import Refusal
from app.marketplace.head_limit import WHOLE
from app.marketplace.own_test import HEADER as TEST_HEADER
from app.marketplace.own_test import OwnTests
from app.marketplace.schema import UnreadableError, parse_event
from app.marketplace.sender_checks import SenderChecks, SenderGate

log = logging.getLogger(__name__)

BODY_SECONDS = 10.0
"""A body that takes longer is given up."""

KEPT_HEADERS = frozenset(
    {b"authorization", b"content-type", b"content-length", b"user-agent", b"x-forwarded-for"}
)
PATH = "/h/"
LONGEST_HEADER = 1000
LONGEST_SENDER = 100  # it may come from a header, through a proxy in front


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

    def __init__(
        self,
        secret: str,
        max_bytes: int,
        keep: Keep,
        *,
        gate: SenderGate | None = None,
        own_tests: OwnTests | None = None,
    ) -> None:
        self._path = f"{PATH}{secret}".encode()
        self._max_bytes = max_bytes
        self._keep = keep
        self._gate = gate or SenderGate(SenderChecks())
        self._own_tests = own_tests or OwnTests()
        self._reading: set[anyio.CancelScope] = set()
        self._is_stopping = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        status = await self._status(scope, receive)
        if status is not None:
            await _answer(send, status)

    def stop(self) -> None:
        """Wait no longer for bodies that are on their way: their senders are told to try again."""
        self._is_stopping = True
        for scope in self._reading:
            scope.cancel()

    async def _status(self, scope: Scope, receive: Receive) -> int | None:
        """What to answer; None where nobody is there any more."""
        sender = (scope.get("client") or ("", 0))[0][:LONGEST_SENDER]
        if not secrets.compare_digest(scope["path"].encode(), self._path):
            return self._refuse(sender, _elsewhere(scope))
        if scope["method"] != "POST":
            return self._refuse(sender, Refusal.NOT_POST)
        headers = dict(scope["headers"])
        may_be_own = TEST_HEADER in headers
        refusal = self._gate.refusal(sender, headers)
        if refusal is not None and not may_be_own:
            return self._refuse(sender, refusal)
        is_whole = WHOLE in scope.get("extensions", ())
        body = await (self._body(receive) if is_whole else self._body_in_time(receive))
        if isinstance(body, Refusal):
            return 503 if self._is_stopping else self._refuse(sender, body)
        if body is None or (may_be_own and self._own_tests.is_own(headers, body)):
            return None if body is None else 200
        refusal = refusal or self._gate.body_refusal(headers, body)
        if refusal is not None:
            return self._refuse(sender, refusal)
        return await self._keep_and_answer(sender, scope, body)

    def _refuse(self, sender: str, refusal: Refusal) -> int:
        self._gate.refused(sender, refusal)
        return _STATUSES[refusal]

    async def _body_in_time(self, receive: Receive) -> bytes | Refusal | None:
        """The body, or why it is not taken; None where the sender has gone."""
        with anyio.move_on_after(BODY_SECONDS) as reading:
            self._reading.add(reading)
            try:
                return await self._body(receive)
            finally:
                self._reading.discard(reading)
        return Refusal.TOO_SLOW

    async def _body(self, receive: Receive) -> bytes | Refusal | None:
        """The body, or that it is too large; None where the sender has gone.

        One that is too large is heard to its end, since the sender listens only then; a byte more
        than is allowed is kept of it.
        """
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            part: bytes = message.get("body", b"")
            body += part[: self._max_bytes + 1 - len(body)]
            if not message.get("more_body", False):
                return Refusal.TOO_LARGE if len(body) > self._max_bytes else bytes(body)

    async def _keep_and_answer(self, sender: str, scope: Scope, body: bytes) -> int:
        readable = True
        try:
            parse_event(body)
        except UnreadableError:
            readable = False
        try:
            await self._keep(Received(sender, _kept_headers(scope), body, readable))
        except StorageError as error:
            log.warning("an event could not be kept: %s", error)
            return 503
        return 200 if readable else 422


def _elsewhere(scope: Scope) -> Refusal:
    is_event = scope["method"] == "POST" and scope["path"].startswith(PATH)
    return Refusal.WRONG_SECRET if is_event else Refusal.NO_SUCH_ADDRESS


def _kept_headers(scope: Scope) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), "***" if name == b"authorization" else _header(value))
        for name, value in scope["headers"]
        if name in KEPT_HEADERS
    )


def _header(value: bytes) -> str:
    return value[:LONGEST_HEADER].decode("latin-1")


_STATUSES = {
    Refusal.NO_SUCH_ADDRESS: 404,
    Refusal.WRONG_SECRET: 404,
    Refusal.NOT_POST: 405,
    Refusal.SENDER: 403,
    Refusal.TOKEN: 401,
    Refusal.SIGNATURE: 401,
    Refusal.TIMESTAMP: 401,
    Refusal.TOO_OFTEN: 429,
    Refusal.TOO_SLOW: 408,
    Refusal.TOO_LARGE: 413,
}
_WORDS = {
    200: b'{"ok":true}',
    401: b'{"error":"token or signature missing or wrong"}',
    403: b'{"error":"not from this address"}',
    404: b'{"error":"not found"}',
    405: b'{"error":"POST only"}',
    408: b'{"error":"too slow"}',
    413: b'{"error":"too large"}',
    429: b'{"error":"too often"}',
    422: b'{"error":"not an event; it was kept as unreadable"}',
    503: b'{"error":"could not be kept, try again"}',
}


async def _answer(send: Send, status: int) -> None:
    body = _WORDS[status]
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if status == 405:
        headers.append((b"allow", b"POST"))
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    if status == 429:
        headers.append((b"retry-after", b"1"))
    if status in {408, 413, 503}:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
