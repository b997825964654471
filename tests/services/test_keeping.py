"""What arrives is on disk before it is answered, and goes before reading."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import anyio

from app.marketplace.receiver import Received
from app.services import reading
from app.services.keeping import FLOOD_EVENTS, FLOOD_SECONDS, Inbox
from app.services.shop import Shop


def test_quiet_is_when_all_that_came_is_on_disk(shop: Shop) -> None:
    async def keep_one() -> None:
        waiting = Inbox(shop)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(waiting.run)
            await anyio.wait_all_tasks_blocked()
            tasks.start_soon(waiting.keep, Received("", (), b"{}", readable=False))
            await anyio.lowlevel.checkpoint()
            await waiting.quiet(60)
            tasks.cancel_scope.cancel()

    anyio.run(keep_one)
    assert reading.read_new(shop) == 1


def test_quiet_is_not_waited_for_for_ever(shop: Shop) -> None:
    async def never_quiet() -> None:
        waiting = Inbox(shop)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(waiting.run)
            await anyio.wait_all_tasks_blocked()
            with closing(sqlite3.connect(shop.database.path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                tasks.start_soon(waiting.keep, Received("", (), b"{}", readable=False))
                await anyio.lowlevel.checkpoint()
                with anyio.fail_after(4):
                    await waiting.quiet(0.05)
                other.execute("ROLLBACK")
            await waiting.quiet(60)
            tasks.cancel_scope.cancel()

    anyio.run(never_quiet)


def test_many_at_once_are_a_flood_until_they_have_stopped(shop: Shop) -> None:
    async def flood() -> None:
        waiting = Inbox(shop)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(waiting.run)
            await anyio.wait_all_tasks_blocked()
            async with anyio.create_task_group() as senders:
                for _ in range(FLOOD_EVENTS + 1):
                    assert not waiting.is_flooded()
                    senders.start_soon(waiting.keep, Received("", (), b"{}", readable=False))
            assert waiting.is_flooded()
            await anyio.sleep(FLOOD_SECONDS)
            assert not waiting.is_flooded()
            tasks.cancel_scope.cancel()

    anyio.run(flood)
