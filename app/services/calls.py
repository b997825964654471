"""Calling functions on a loop that runs in another thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


class LoopCalls:
    """Hands functions to the loop that takes them; before and after that it drops them."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    @contextmanager
    def taken(self) -> Iterator[None]:
        """The running loop takes calls inside."""
        self._loop = asyncio.get_running_loop()
        try:
            yield
        finally:
            self._loop = None

    def soon(self, function: Callable[..., object], *args: object) -> None:
        """Call it there and do not wait for that, from any thread: two loops may call each other."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # it has ended meanwhile
                loop.call_soon_threadsafe(function, *args)
