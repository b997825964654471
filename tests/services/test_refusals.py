"""Who was sent away is counted, and that costs next to nothing however often it happens."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import anyio
import pytest

from app.domain.refusal import Refusal
from app.services import refusals
from app.services.refusals import SEVERAL, RefusalLog, forget_refusals, refusal_rows
from app.services.shop import Shop
from app.services.views import Change
from tests.ground import limited_files


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "WRITE_SECONDS", 0.01)


def counted(shop: Shop, *steps: Callable[[RefusalLog], None]) -> None:
    """Count, with a writing after each step."""

    async def run() -> None:
        log = RefusalLog(shop)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(log.run)
            for step in steps:
                step(log)
                await anyio.sleep(0.05)
            tasks.cancel_scope.cancel()

    anyio.run(run)


def test_an_address_and_a_reason_are_one_row_with_its_times(shop: Shop) -> None:
    heard: list[Change] = []
    shop.changes.subscribe(heard.append)
    now = [100.0]
    shop.clock = lambda: now[0]

    def first(log: RefusalLog) -> None:
        for _ in range(10_000):
            log.count("203.0.113.7", Refusal.NO_SUCH_ADDRESS)

    def second(log: RefusalLog) -> None:
        now[0] = 200.0
        log.count("203.0.113.7", Refusal.NO_SUCH_ADDRESS)
        log.count("203.0.113.7", Refusal.TOKEN)

    before = shop.database.commits
    counted(shop, first, second)
    assert shop.database.commits - before == 2
    assert [(row.sender, row.reason, row.times) for row in refusal_rows(shop)] == [
        ("203.0.113.7", Refusal.NO_SUCH_ADDRESS, 10_001),
        ("203.0.113.7", Refusal.TOKEN, 1),
    ]
    row = refusal_rows(shop)[0]
    assert (row.first_at.timestamp(), row.last_at.timestamp()) == (100.0, 200.0)
    assert [change.refusals for change in heard] == [True, True]
    forget_refusals(shop)
    assert refusal_rows(shop) == []


def test_what_was_counted_last_is_written_at_the_end(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "WRITE_SECONDS", 60.0)
    counted(shop, lambda log: log.count("203.0.113.7", Refusal.SENDER))
    assert [row.times for row in refusal_rows(shop)] == [1]


def test_where_it_cannot_be_written_the_counters_wait(shop: Shop) -> None:
    pytest.importorskip("resource")
    quota = ExitStack()

    def refuse(log: RefusalLog) -> None:
        quota.enter_context(limited_files())
        log.count("203.0.113.7", Refusal.TOKEN)

    with quota:
        counted(shop, refuse, lambda _: quota.close())
    assert [row.times for row in refusal_rows(shop)] == [1]


def test_rows_do_not_become_more_and_the_oldest_go(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MOST_ROWS", 10)
    now = [0.0]
    shop.clock = lambda: now[0]

    def step(start: int) -> Callable[[RefusalLog], None]:
        def count(log: RefusalLog) -> None:
            for number in range(start, start + 8):
                now[0] += 1
                log.count(str(number), Refusal.TOKEN)

        return count

    counted(shop, step(0), step(8), step(16))
    assert [row.sender for row in refusal_rows(shop, 100)] == [str(number) for number in range(23, 13, -1)]


def test_a_flood_of_new_addresses_is_one_row(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MOST_ROWS", 10)

    def flood(log: RefusalLog) -> None:
        for number in range(1000):
            log.count(str(number), Refusal.TOKEN)

    counted(shop, flood)
    rows = {row.sender: row.times for row in refusal_rows(shop, 100)}
    assert len(rows) == 10
    assert rows[SEVERAL] == 990
