"""uvicorn's protocol with a limit on the head of a request, in bytes and in seconds, and without upgrades.

uvicorn itself waits for a head for ever and keeps however much of it comes, so a few hundred silent
connections, or one that talks without end, would stop the listener. And its parser takes a request that
offers an upgrade, as Java's own client does by default, to have no body.
"""

from __future__ import annotations

import asyncio
import re

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
LARGEST_HEAD = 64 * 1024

_UPGRADE = re.compile(rb"\r\nupgrade:", re.IGNORECASE)


class HeadLimitProtocol(HttpToolsProtocol):
    """Closes a connection whose head is late, and answers 400 to one that is too large."""

    _head_bytes = 0
    _is_in_body = False
    _head_timer: asyncio.TimerHandle | None = None

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        if not self._is_in_body:
            head, end, rest = data.partition(b"\r\n\r\n")
            data = _UPGRADE.sub(b"\r\nIgnored:", head) + end + rest  # RFC 9110 7.8 allows to ignore it
        super().data_received(data)
        if self._head_timer is None:
            return
        self._head_bytes += len(data)
        if self._head_bytes > LARGEST_HEAD and not self.transport.is_closing():
            self.send_400_response("The head of the request is too large.")

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._await_head()

    @override
    def on_headers_complete(self) -> None:
        self._is_in_body = True
        self._stop_waiting()
        super().on_headers_complete()

    @override
    def on_message_complete(self) -> None:
        self._is_in_body = False
        super().on_message_complete()

    def _await_head(self) -> None:
        self._head_bytes = 0
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(HEAD_SECONDS, self.timeout_keep_alive_handler)

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None
