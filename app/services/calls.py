"""Calling functions on a loop that runs in another thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType


class LoopCalls:
    """Hands functions to the loop on which it was entered; before and after that it drops them."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> LoopCalls:
        self._loop = asyncio.get_running_loop()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._loop = None

    def soon(self, function: Callable[..., object], *args: object) -> None:
        """Call it there and do not wait for that, from any thread: two loops may call each other."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # it has ended meanwhile
                loop.call_soon_threadsafe(function, *args)
