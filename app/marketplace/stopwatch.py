"""How long the parts of one request took, told by the body itself.

httpcore's `trace` extension tells the same, and takes a tenth of the time that sending needs.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from itertools import pairwise

import httpx
from typing_extensions import override

from app.domain.times import Times


class TimedBody(httpx.AsyncByteStream):
    """A request's body that notes when it is fetched, after the head left, and when it has left."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._passed = [time.perf_counter()]

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._note()
        yield self._body
        self._note()

    def answered(self) -> None:
        """The answer's head is here."""
        self._note()

    def times(self) -> Times:
        """The parts until now."""
        now = time.perf_counter()
        moments = (*self._passed, *[now] * (_MOMENTS - len(self._passed)))
        return Times(*(1000 * (end - begin) for begin, end in pairwise(moments)))

    def _note(self) -> None:
        self._passed.append(time.perf_counter())


_MOMENTS = 4
"""The beginning, the head sent, the body sent, the answer's head."""
