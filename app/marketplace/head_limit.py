"""uvicorn's protocol with a limit on the head of a request, in bytes and in seconds, and without upgrades.

uvicorn itself waits for a head for ever and keeps however much of it comes, so a few hundred silent
connections, or one that talks without end, would stop the listener. And its parser takes a request that
offers an upgrade, as Java's own client does by default, to have no body.
"""

from __future__ import annotations

import asyncio
import re
from typing import ClassVar

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.domain.refusal import Refusal
from app.marketplace.sender_checks import SenderGate

HEAD_SECONDS = 10.0
LARGEST_HEAD = 64 * 1024

WHOLE = "polka.whole"
"""An extension in a request's scope: its body has come to its end, so that nobody need wait for it."""

TOO_MANY = (
    b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)

_UPGRADE = re.compile(rb"\r\nupgrade:", re.IGNORECASE)


class HeadLimitProtocol(HttpToolsProtocol):
    """Closes a connection whose head is late, and answers 400 to one that is too large.

    With a gate, also those that one address holds beyond its share; the gate hears of all of them, and of
    what is no request at all.
    """

    gate: ClassVar[SenderGate | None] = None

    _head_bytes = 0
    _counted: str | None = None
    _is_in_body = False
    _head_since: float | None = None
    _head_timer: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()
        if self.gate is None:
            return
        self._counted = self._peer()
        if not self.gate.connected(self._counted):
            self._tell(Refusal.TOO_MANY)
            transport.write(TOO_MANY)
            transport.close()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
        if self.gate is not None and self._counted is not None:
            self.gate.disconnected(self._counted)
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if not self._is_in_body:
            head, end, rest = data.partition(b"\r\n\r\n")
            if self._head_bytes + len(head) > LARGEST_HEAD:
                self._tell(Refusal.TOO_LARGE)
                super().send_400_response("The head of the request is too large.")
                return
            data = _UPGRADE.sub(b"\r\nIgnored:", head) + end + rest  # RFC 9110 7.8 allows to ignore it
        super().data_received(data)
        if self._head_since is not None:
            self._head_bytes += len(data)

    @override
    def send_400_response(self, msg: str) -> None:
        """Answers what is no request, such as the beginning of TLS on a port without it."""
        self._tell(Refusal.NOT_HTTP)
        super().send_400_response(msg)

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._await_head()

    @override
    def on_headers_complete(self) -> None:
        self._is_in_body = True
        self._head_since, self._head_bytes = None, 0
        super().on_headers_complete()

    @override
    def on_message_complete(self) -> None:
        self._is_in_body = False
        super().on_message_complete()
        self.scope["extensions"] = {WHOLE: {}}

    def _await_head(self) -> None:
        self._head_bytes = 0
        self._head_since = self.loop.time()
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(HEAD_SECONDS, self._look_for_head)

    def _look_for_head(self) -> None:
        """A timer for each request would take longer than the reading of its head."""
        self._head_timer = None
        if self._head_since is None:
            return
        left = self._head_since + HEAD_SECONDS - self.loop.time()
        if left > 0:
            self._head_timer = self.loop.call_later(left, self._look_for_head)
        else:
            self._on_head_late()

    def _on_head_late(self) -> None:
        if self._head_bytes:  # one that has said nothing may only have been opened in advance
            self._tell(Refusal.TOO_SLOW)
        self.timeout_keep_alive_handler()

    def _tell(self, refusal: Refusal) -> None:
        if self.gate is not None:
            self.gate.refused(self._peer(), refusal)

    def _peer(self) -> str:
        return self.client[0] if self.client else ""


def guarded(gate: SenderGate) -> type[HeadLimitProtocol]:
    """The protocol for one listener: uvicorn makes one object of it for each connection."""
    return type("GuardedProtocol", (HeadLimitProtocol,), {"gate": gate})
