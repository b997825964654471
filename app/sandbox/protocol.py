"""uvicorn's protocol, which lets a request's handler reset the connection: HTTP itself has no way to."""

from __future__ import annotations

import socket
import struct
from contextlib import suppress

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

RESET = "polka.reset"
"""The extension of the ASGI scope that resets the connection."""

_NO_LINGERING = struct.pack("ii", 1, 0)


class ResettingProtocol(HttpToolsProtocol):
    """Adds `RESET` to each request's scope."""

    @override
    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self.scope["extensions"] = {RESET: {"now": self._reset}}

    def _reset(self) -> None:
        connection = self.transport.get_extra_info("socket")
        with suppress(OSError):  # whoever asked has gone already
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGERING)
        self.transport.abort()
