"""Old events go by themselves; what waits for a person and the ledger stay whatever their age."""

from __future__ import annotations

import json

import anyio
import pytest
from sqlalchemy import select, update

from app.domain.text import translate
from app.services import inbox, reading, retention
from app.services.catalogue import product_details, product_index
from app.services.event_views import EventDetails, EventFilter
from app.services.linking import link
from app.services.retention import Retention, last_removed, remove_old, save_retention
from app.services.shop import Shop
from app.services.views import ProductFilter
from app.storage import inbox as table
from app.storage.tables import events, movements, sizes
from tests.services.support import add_simple_product

DAY = 86_400.0


def receive(shop: Shop, days_ago: float, number: int, size: str, count: int, *, read: bool = True) -> None:
    one = {"value": size, "count": count, "soldCount": 1}
    body = json.dumps({"products": [{"id": number, "sizes": [one]}], "order": "A-4411"}).encode()
    keep(shop, days_ago, body, read=read)


def keep(shop: Shop, days_ago: float, body: bytes, *, read: bool = True) -> None:
    at = shop.clock() - days_ago * DAY
    row = {"received_at": at, "sender": "203.0.113.1", "headers": "[]", "body": body, "state": table.NEW}
    with shop.database.write() as connection:
        table.keep(connection, [row])
    if read:
        reading.read_new(shop)


def left(shop: Shop) -> list[int | None]:
    """The stock after each event of the log, the oldest first."""
    return [row.after for row in reversed(inbox.event_rows(shop, EventFilter(), 0, 100))]


def details(shop: Shop, place: int) -> EventDetails:
    found = inbox.event_details(shop, inbox.event_rows(shop, EventFilter(), place, 1)[0].id)
    assert found is not None
    return found


def test_old_events_go_and_the_ledger_stays(shop: Shop) -> None:
    product = add_simple_product(shop, "SS21CA2N", {"L": 9}, marketplace_id=17)
    for days, count in ((401, 8), (399, 7), (1, 6)):
        receive(shop, days, 17, "L", count)
    with shop.database.read() as connection:
        ledger = connection.execute(select(movements)).all()
    assert [gone.events for gone in remove_old(shop)] == [1, 1]
    assert left(shop) == [7, 6]
    with shop.database.read() as connection:
        assert connection.execute(select(movements)).all() == ledger
    found = product_details(shop, product)
    assert found is not None
    assert found.product.here == 6
    assert shop.database.problems() == []
    assert inbox.event_count(shop, EventFilter("4411")) == 1


def test_bodies_go_first_and_their_events_are_still_found(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", {"L": 9}, marketplace_id=17)
    receive(shop, 91, 17, "L", 8)
    receive(shop, 89, 17, "L", 7)
    list(remove_old(shop))
    old, young = details(shop, 1), details(shop, 0)
    assert (old.body, old.row.after) == (b"", 8)
    assert old.body_removed_at is not None
    assert b"4411" in young.body
    assert young.body_removed_at is None
    assert inbox.event_count(shop, EventFilter("4411")) == 1
    assert inbox.event_count(shop, EventFilter("ss21")) == 2
    assert list(remove_old(shop)) == []


def test_what_waits_for_a_product_stays_until_it_is_linked(shop: Shop) -> None:
    product = add_simple_product(shop, "SS21CA2N", {"L": 9})
    receive(shop, 500, 904, "L", 8)
    assert list(remove_old(shop)) == []
    assert b"4411" in details(shop, 0).body
    link(shop, 904, product)
    assert [gone.events for gone in remove_old(shop)] == [1]
    assert left(shop) == []


def test_what_is_flagged_or_not_read_stays(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", {"L": 9}, marketplace_id=17)
    receive(shop, 500, 17, "L", 8)
    receive(shop, 500, 17, "L", 7, read=False)
    with shop.database.write() as connection:
        flag = translate("Event", "Look at it.").dumps()
        connection.execute(update(sizes).values(flag=flag))
    assert list(remove_old(shop)) == []
    with shop.database.write() as connection:
        connection.execute(update(sizes).values(flag=None))
    assert [gone.events for gone in remove_old(shop)] == [1]
    with shop.database.read() as connection:
        assert connection.execute(select(events.c.state)).scalars().all() == [table.NEW]


def test_what_was_not_understood_keeps_its_body_as_long_as_itself(shop: Shop) -> None:
    keep(shop, 399, b"hello")
    assert list(remove_old(shop)) == []
    assert details(shop, 0).body == b"hello"
    save_retention(shop, Retention(event_days=398))
    assert [gone.events for gone in remove_old(shop)] == [1]


def test_many_go_in_small_steps_and_the_report_says_when(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    add_simple_product(shop, "SS21CA2N", {"L": 90}, marketplace_id=17)
    for count in range(89, 84, -1):
        receive(shop, 401, 17, "L", count)
    receive(shop, 100, 17, "L", 84)
    assert last_removed(shop) is None
    steps = remove_old(shop)
    before = shop.database.commits
    assert [next(steps).events, shop.database.commits - before] == [2, 1]
    removed = last_removed(shop)  # also where the program ends in between
    assert removed is not None
    assert removed.events == 2
    assert [(gone.events, gone.bodies) for gone in steps] == [(4, 0), (5, 0), (5, 1)]
    removed = last_removed(shop)
    assert removed is not None
    assert (removed.events, removed.bodies) == (5, 1)
    assert abs(removed.at.timestamp() - shop.clock()) < 60
    assert product_index(shop, ProductFilter()).ids


def test_it_goes_on_in_the_background(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in (("FIRST_SECONDS", 0.0), ("EVERY_SECONDS", 0.01), ("PAUSE_SECONDS", 0.0)):
        monkeypatch.setattr(retention, name, seconds)
    add_simple_product(shop, "SS21CA2N", {"L": 9}, marketplace_id=17)

    async def two_rounds() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(retention.keep_tidy, shop)
            for count in (8, 7):
                receive(shop, 401, 17, "L", count)
                with anyio.fail_after(10):
                    while left(shop):  # noqa: ASYNC110
                        await anyio.sleep(0.01)
            tasks.cancel_scope.cancel()

    anyio.run(two_rounds)
