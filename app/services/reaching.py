"""Whether the public address leads to this listener: a signed test event is posted and awaited."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import anyio

from app.domain.text import Text, translate
from app.marketplace.outcome import Answer
from app.marketplace.own_test import OwnTests
from app.services.status_views import Lamp, Reach

CONNECT_SECONDS = 5.0
WHOLE_SECONDS = 10.0


async def check_reach(url: str, own_tests: OwnTests, at: float) -> Reach:
    """Post one to the address and say what became of it; `at` is the time of now."""
    from app.marketplace.client import MarketplaceClient

    test = own_tests.begin()
    arrived_after: list[float] = []
    answer: Answer | None = None

    async def watch(started: float) -> None:
        await test.arrived.wait()
        arrived_after.append((time.perf_counter() - started) * 1000)

    try:
        with anyio.move_on_after(WHOLE_SECONDS):
            async with (
                MarketplaceClient(
                    url, "", connect_timeout=CONNECT_SECONDS, read_timeout=WHOLE_SECONDS
                ) as client,
                anyio.create_task_group() as tasks,
            ):
                tasks.start_soon(watch, time.perf_counter())
                answer = await client.post(test.body, test.headers)
                tasks.cancel_scope.cancel()
    finally:
        own_tests.end(test)
    lamp, words = _found(answer, arrived_after)
    return Reach(lamp, words, datetime.fromtimestamp(at, UTC).astimezone())


def _found(answer: Answer | None, arrived_after: list[float]) -> tuple[Lamp, Text]:
    status = None if answer is None else answer.status
    if arrived_after and status == 200:
        return Lamp.GOOD, _THROUGH.format(milliseconds=max(round(arrived_after[0]), 1))
    if arrived_after:
        return Lamp.WARNING, _CAME_BUT if status is None else _CAME_BUT_STATUS.format(status=status)
    if status is None:
        return Lamp.BAD, _NOT_REACHED.get("timeout" if answer is None else answer.failure, _NO_NETWORK)
    if 200 <= status < 300:
        return Lamp.BAD, _NOT_THIS
    return Lamp.BAD, _STATUS_WORDS.get(status, _REFUSED).format(status=status)


_THROUGH = translate("Reach", "The test event came through in {milliseconds} ms.")
_CAME_BUT = translate(
    "Reach", "The test event came in, but no answer got back. The marketplace may send its events twice."
)
_CAME_BUT_STATUS = translate(
    "Reach",
    "The test event came in, but the answer outside was {status}. The marketplace may send its events "
    "twice; check the server in front.",
)
_NOT_THIS = translate(
    "Reach",
    "The address answers, but it is not this Polka: the test event did not come in here. Check where the "
    "tunnel or the server in front leads.",
)
_REFUSED = translate(
    "Reach",
    "The address answers with refusal {status}; the test event did not come in. Check the server in front.",
)
_STATUS_WORDS = {
    404: translate(
        "Reach",
        "The address answers with 404: there is no Polka behind it, or the server in front changes "
        "the path.",
    ),
    502: translate(
        "Reach",
        "The server in front answers, but does not reach Polka (502). Check the port that it passes "
        "requests to.",
    ),
}
_NO_NETWORK = translate(
    "Reach", "Nobody answers at this address. Check the tunnel, the server in front and the network."
)
_NOT_REACHED = {
    "timeout": translate("Reach", "The address did not answer in time. Check the tunnel and the network."),
    "unknown_host": translate(
        "Reach",
        "The name of this address was not found. Check its spelling, and whether the internet works.",
    ),
    "certificate": translate(
        "Reach",
        "The certificate at this address is not trusted, so the marketplace will not trust it either.",
    ),
    "proxy": translate("Reach", "This network's proxy did not let the test event out."),
    "no_network": _NO_NETWORK,
}
