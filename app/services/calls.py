"""Calling a function on a loop that runs in another thread."""

from __future__ import annotations

import logging
from collections.abc import Callable

from anyio.from_thread import BlockingPortal

log = logging.getLogger(__name__)


def call_soon(portal: BlockingPortal | None, function: Callable[..., object], *args: object) -> None:
    """Call it there without waiting; a loop that has not begun or has ended takes no calls."""
    if portal is None:
        return
    try:
        portal.start_task_soon(function, *args)
    except RuntimeError:  # it has stopped meanwhile
        log.debug("the loop has ended; a call was dropped")
