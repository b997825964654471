"""The search over the whole log, filters that combine, and pages that join without a gap."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from app.domain.span import Span
from app.services import inbox, reading
from app.services.event_views import EventFilter, EventFilterKind, EventKind, EventResult, EventRow
from app.services.overview import overview
from app.services.overview_views import Waiting
from app.services.shop import Shop
from app.storage import event_log
from app.storage import inbox as table
from app.storage.tables import event_lines
from tests.services.support import add_simple_product

DAY = 86_400.0
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp()


@pytest.fixture
def log(shop: Shop) -> Shop:
    """Two linked products, an unknown number, a return, a repeat and one that cannot be read."""
    add_simple_product(shop, "SS21CA2N", {"XL": 3, "L": 4}, marketplace_id=17)
    add_simple_product(shop, "ШАРФ-7", {"ONE": 9}, marketplace_id=56)
    receive(shop, event(17, "XL", 2, order="A-4411"), NOON)
    receive(shop, event(17, "L", 3), NOON + DAY)
    receive(shop, event(17, "L", 3), NOON + DAY + 1)
    receive(shop, event(56, "ONE", 10, sold=-1), NOON + 2 * DAY)
    receive(shop, event(904, "Ёлка", 1), NOON + 3 * DAY)
    receive(shop, "привет, это не событие".encode(), NOON + 4 * DAY)
    return shop


def event(number: int, size: str, count: int, *, sold: int = 1, order: str = "") -> bytes:
    one = {"value": size, "count": count, "soldCount": sold}
    return json.dumps({"order": order, "products": [{"id": number, "sizes": [one]}]}).encode()


def receive(shop: Shop, body: bytes, at: float) -> None:
    row = {"received_at": at, "sender": "203.0.113.1", "headers": "[]", "body": body, "state": table.NEW}
    with shop.database.write() as connection:
        table.keep(connection, [row])
    reading.read_new(shop)


def found(shop: Shop, wanted: EventFilter) -> list[tuple[str, str]]:
    """(number or article, size) of what a filter finds; its count says the same."""
    rows = inbox.event_rows(shop, wanted, 0, 100)
    assert inbox.event_count(shop, wanted) == len(rows)
    assert inbox.older_events(shop, wanted, None, 100) == rows
    return [(row.article or str(row.marketplace_id or ""), row.size) for row in rows]


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("ss21", {("SS21CA2N", "XL"), ("SS21CA2N", "L")}),
        ("шарф", {("ШАРФ-7", "ONE")}),
        ("a-4411", {("SS21CA2N", "XL")}),
        ("904", {("904", "Ёлка")}),
        ("ЁЛК", {("904", "Ёлка")}),
        ("событие привет", {("", "")}),
        ("xl", {("SS21CA2N", "XL")}),
        ("56", {("ШАРФ-7", "ONE")}),
        ("ss21 xl", {("SS21CA2N", "XL")}),
        ("xl 4411 SS21", {("SS21CA2N", "XL")}),
        ("soldCount", set()),
        ('"', set()),
        ("%", set()),
        ("a_4411", set()),
    ],
)
@pytest.mark.parametrize("many", [event_log.MANY, 1])
def test_a_search_looks_everywhere(
    log: Shop, search: str, names: set[tuple[str, str]], many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_log, "MANY", many)
    assert set(found(log, EventFilter(search))) == names


def test_filters_hold_together(log: Shop) -> None:
    product = inbox.event_rows(log, EventFilter("xl"), 0, 1)[0].product_id
    sales = EventFilter(kind=EventFilterKind.SALES)
    assert found(log, sales) == [("SS21CA2N", "L"), ("SS21CA2N", "XL")]
    assert found(log, EventFilter(kind=EventFilterKind.RETURNS)) == [("ШАРФ-7", "ONE")]
    assert found(log, EventFilter(product_id=product, result=EventResult.REPEATED)) == [("SS21CA2N", "L")]
    assert found(log, EventFilter("l", kind=EventFilterKind.SALES, product_id=product)) == [
        ("SS21CA2N", "L")
    ]
    assert found(log, EventFilter(kind=EventFilterKind.SALES, result=EventResult.REPEATED)) == []
    assert found(log, EventFilter(result=EventResult.WAITING)) == [("904", "Ёлка")]
    assert found(log, EventFilter(result=EventResult.CHANGED, kind=EventFilterKind.RETURNS)) == [
        ("ШАРФ-7", "ONE")
    ]


def test_a_period_has_its_first_moment_and_not_its_last(log: Shop) -> None:
    def between(since: float | None, until: float | None) -> list[str]:
        ends = [None if at is None else datetime.fromtimestamp(at, UTC) for at in (since, until)]
        return [size for _, size in found(log, EventFilter(since=ends[0], until=ends[1]))]

    assert between(NOON + DAY, NOON + 2 * DAY) == ["L", "L"]
    assert between(NOON + 3 * DAY, None) == ["", "Ёлка"]
    assert between(None, NOON + DAY) == ["XL"]
    assert between(NOON + 9 * DAY, None) == []
    assert between(None, NOON - DAY) == []


def test_a_clock_that_was_put_back_leaves_nothing_out(log: Shop) -> None:
    receive(log, event(17, "XL", 1), NOON + 10)
    until = datetime.fromtimestamp(NOON + DAY, UTC)
    assert [size for _, size in found(log, EventFilter(until=until))] == ["XL", "XL"]


def test_pages_join_in_both_directions(log: Shop) -> None:
    def numbers(rows: Iterable[EventRow]) -> list[int]:
        return [row.id for row in rows]

    every = numbers(inbox.event_rows(log, EventFilter(), 0, 100))
    assert every == sorted(every, reverse=True)
    assert numbers(inbox.event_rows(log, EventFilter(), 2, 2)) == every[2:4]
    assert numbers(inbox.older_events(log, EventFilter(), every[1], 2)) == every[2:4]
    assert numbers(inbox.newer_events(log, EventFilter(), every[4], 2)) == every[2:4]


def test_what_was_overwritten_stands_under_what_it_was(log: Shop) -> None:
    overwritten = EventKind.OVERWRITTEN
    with log.database.write() as connection:
        for line in (1, 4):  # a sale and a return
            connection.execute(update(event_lines).where(event_lines.c.id == line).values(kind=overwritten))
    sales, returns = EventFilter(kind=EventFilterKind.SALES), EventFilter(kind=EventFilterKind.RETURNS)
    assert found(log, sales) == [("SS21CA2N", "L"), ("SS21CA2N", "XL")]
    assert found(log, returns) == [("ШАРФ-7", "ONE")]


def test_the_figure_on_the_filter_is_what_it_shows(log: Shop) -> None:
    unlinked = found(log, EventFilter(kind=EventFilterKind.UNLINKED))
    assert unlinked == [("904", "Ёлка")]
    assert inbox.event_counts(log).unlinked == len(unlinked)
    assert overview(log, Span.TODAY).waiting[Waiting.UNLINKED] == len(unlinked)
    assert found(log, EventFilter(result=EventResult.UNREADABLE)) == [("", "")]


def test_what_was_looked_at_is_not_counted_as_new(log: Shop) -> None:
    log.clock = lambda: NOON + 2 * DAY + 60
    assert (inbox.event_counts(log).unread, inbox.event_counts(log, read=4).unread) == (3, 2)
