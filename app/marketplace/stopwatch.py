"""How long the parts of one request took."""

from __future__ import annotations

import time
from itertools import pairwise

from app.domain.times import Times


class Stopwatch:
    """Notes when a request passes from one part to the next, as httpcore's `trace` extension tells."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._passed: dict[str, float] = {}

    async def note(self, name: str, _info: object) -> None:
        """The `trace` extension. A proxy is asked, and a certificate shown, before the request itself."""
        if name == _PASSAGES[0] or name.endswith("start_tls.started"):
            self._passed.clear()
        self._passed[name] = time.perf_counter()

    def times(self) -> Times:
        """The parts until now."""
        now = time.perf_counter()
        moments = [self._began, *(self._passed.get(name, now) for name in _PASSAGES)]
        return Times(*(1000 * (end - begin) for begin, end in pairwise(moments)))


_PASSAGES = (
    "http11.send_request_headers.started",
    "http11.send_request_body.complete",
    "http11.receive_response_headers.complete",
)
