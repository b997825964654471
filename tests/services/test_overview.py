"""The shop at a glance: figures by day, what waits, what runs out, and the first steps of a new shop."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.flow import Flow
from app.domain.movement import Cause
from app.domain.span import Span, bounds
from app.services import deciding
from app.services.catalogue import add_product, remove_product
from app.services.connection import save_token
from app.services.editing import queue_action
from app.services.ledger_views import LedgerFilter
from app.services.link_views import LinkKey
from app.services.linking import link, unlink
from app.services.movements import movement_rows
from app.services.overview import overview
from app.services.overview_views import Overview, Part, Step, Waiting
from app.services.receiving import load_listener, save_listener
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.storage import ledger
from app.storage.tables import deliveries
from tests.services.support import JACKET, add_simple_product, lose_all
from tests.services.test_doubts import online_sale
from tests.services.test_linking import arrive, stock

NOON = datetime(2026, 11, 25, 12, 30).astimezone()
ARTICLE = "SS21CA2N"


@pytest.fixture
def jacket(shop: Shop) -> Shop:
    """A shop at noon that has one product, begun two months ago."""
    shop.clock = (NOON - timedelta(days=60)).timestamp
    add_simple_product(shop, ARTICLE, JACKET)
    shop.clock = NOON.timestamp
    return shop


def move(shop: Shop, cause: Cause, pieces: int, *, size: int = 1, days_ago: float = 0) -> None:
    with shop.database.write() as connection:
        ledger.move(connection, size, pieces, cause, at=NOON.timestamp() - days_ago * 86400)


def totals(found: Overview) -> tuple[int, ...]:
    return tuple(found.total(flow) for flow in (Flow.ONLINE, Flow.HERE, Flow.RETURNS))


def part_of(found: Overview, moment: datetime) -> Part:
    return next(part for part in found.parts if part.start <= moment < part.end)


def test_what_happened_stands_in_its_day(jacket: Shop) -> None:
    move(jacket, Cause.ONLINE_SALE, -2, days_ago=3)
    move(jacket, Cause.ONLINE_RETURN, 1, days_ago=3)
    move(jacket, Cause.SOLD, -1)
    move(jacket, Cause.CANCEL, 1)
    move(jacket, Cause.RECEIPTS, 10)
    found = overview(jacket, Span.TWO_WEEKS)
    assert len(found.parts) == 14
    assert totals(found) == (2, 1, 2)
    pieces = part_of(found, NOON - timedelta(days=3)).pieces
    assert pieces == {Flow.ONLINE: 2, Flow.HERE: 0, Flow.RETURNS: 1}
    assert found.parts[-1].pieces == {Flow.ONLINE: 0, Flow.HERE: 1, Flow.RETURNS: 1}


@pytest.mark.parametrize(("span", "sold"), [(Span.TODAY, 1), (Span.TWO_WEEKS, 3), (Span.MONTH, 7)])
def test_a_span_ends_now_and_begins_at_midnight(jacket: Shop, span: Span, sold: int) -> None:
    for pieces, days_ago in ((-1, 0.5), (-2, 13.5), (-4, 29.5), (-8, 30.6)):
        move(jacket, Cause.SOLD, pieces, days_ago=days_ago)
    assert totals(overview(jacket, span)) == (0, sold, 0)


def test_today_is_told_by_the_hour(jacket: Shop) -> None:
    move(jacket, Cause.SOLD, -1)
    found = overview(jacket, Span.TODAY)
    assert part_of(found, NOON).start.hour == 12
    assert [part.pieces[Flow.HERE] for part in found.parts].index(1) == 12


@pytest.mark.parametrize(("month", "day", "hours"), [(3, 29, 23), (6, 1, 24), (10, 25, 25)])
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is fixed there")
def test_a_day_of_a_changed_clock_has_its_hours(
    monkeypatch: pytest.MonkeyPatch, month: int, day: int, hours: int
) -> None:
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Europe/Berlin")
        time.tzset()
        now = datetime(2026, month, day, 15, tzinfo=UTC).astimezone()
        limits = bounds(Span.TODAY, now)
    time.tzset()
    assert len(limits) - 1 == hours
    assert limits[0] < now.timestamp() < limits[-1]


def test_a_sale_that_is_not_sent_after_all_was_none(jacket: Shop) -> None:
    (number,) = queue_action(jacket, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna")
    assert totals(overview(jacket, Span.TODAY)) == (0, 1, 0)
    deciding.cancel(jacket, number)
    assert totals(overview(jacket, Span.TODAY)) == (0, 0, 0)


def test_a_return_that_is_not_sent_after_all_leaves_the_sales_alone(jacket: Shop) -> None:
    move(jacket, Cause.SOLD, -1)
    (number,) = queue_action(jacket, ARTICLE, Action.RETURN, {"XL": 1}, None, "anna")
    deciding.cancel(jacket, number)
    assert totals(overview(jacket, Span.TODAY)) == (0, 1, 0)


def test_a_link_that_is_undone_takes_back_sales_returns_and_stock_each_from_its_figure(shop: Shop) -> None:
    product = add_product(shop, ProductDraft("AC05SCF2", sizes=(SizeDraft("L"),)))
    link(shop, 17, product)
    arrive(shop, "L", 30)
    arrive(shop, "L", 28, 2)
    arrive(shop, "L", 29)
    assert totals(overview(shop, Span.TODAY)) == (2, 0, 1)
    unlink(shop, LinkKey(17))
    assert stock(shop, product) == [(0, None)]
    found = overview(shop, Span.TODAY)
    assert (totals(found), found.scarce) == ((0, 0, 0), ())


def test_so_it_is_where_deliveries_lie_between(shop: Shop) -> None:
    product = add_product(shop, ProductDraft("AC05SCF2", sizes=(SizeDraft("L"),)))
    link(shop, 17, product)
    arrive(shop, "L", 30)
    arrive(shop, "L", 28, 2)
    queue_action(shop, "AC05SCF2", Action.RECEIPTS, {"L": 1}, None, "anna")
    lose_all(shop)
    unlink(shop, LinkKey(17))
    assert stock(shop, product)[0][0] == 1
    assert totals(overview(shop, Span.TODAY)) == (0, 0, 0)


def test_a_size_runs_out_that_lasts_two_weeks_at_most(jacket: Shop) -> None:
    move(jacket, Cause.SOLD, -1, size=1, days_ago=1)  # 2 left of the XL, and 1 sold
    move(jacket, Cause.SOLD, -1, size=2, days_ago=1)  # 2 left of the L, and 2 sold
    move(jacket, Cause.ONLINE_SALE, -1, size=2)
    move(jacket, Cause.SOLD, -2, size=3, days_ago=20)  # the M is out, but nobody asked for it lately
    found = overview(jacket, Span.TODAY)
    assert [(one.value, one.here, one.sold) for one in found.scarce] == [("L", 2, 2)]
    assert found.scarce_count == 1


def test_what_was_oversold_is_named_first(jacket: Shop) -> None:
    add_simple_product(jacket, "AC01BAG7", {"ONE": 1})
    move(jacket, Cause.SOLD, -1, size=4)
    move(jacket, Cause.ONLINE_SALE, -4, size=1, days_ago=40)
    found = overview(jacket, Span.TODAY)
    assert [(one.article, one.here) for one in found.scarce] == [(ARTICLE, -1), ("AC01BAG7", 0)]
    assert found.waiting == {Waiting.OVERSOLD: 1}
    remove_product(jacket, 1)
    assert overview(jacket, Span.TODAY).waiting == {}


def test_everything_that_waits_is_counted(jacket: Shop) -> None:
    numbers = [
        *queue_action(jacket, ARTICLE, Action.SOLD, {"XL": 1}, None, "anna"),
        *queue_action(jacket, ARTICLE, Action.SOLD, {"L": 1}, None, "anna"),
    ]
    with jacket.database.write() as connection:
        for number, state in zip(numbers, (State.UNKNOWN, State.REJECTED), strict=True):
            connection.execute(update(deliveries).where(deliveries.c.id == number).values(state=state))
        connection.exec_driver_sql("INSERT INTO links VALUES (18, 1, 0, 'person', 'anna')")
    online_sale(jacket, "M", 1)  # of number 17, which nobody knows
    with jacket.database.write() as connection:
        connection.exec_driver_sql("UPDATE sizes SET flag = '{}' WHERE value = 'M'")
    assert overview(jacket, Span.TODAY).waiting == {
        Waiting.UNKNOWN: 1,
        Waiting.REJECTED: 1,
        Waiting.UNLINKED: 1,
        Waiting.FLAGGED: 1,
    }


def test_a_new_shop_is_led_through_its_first_steps(shop: Shop) -> None:
    assert overview(shop, Span.TODAY).steps_done == frozenset()
    save_connection(shop, ConnectionSettings(url="https://market.example/api"))
    save_token(shop, "a-token", session_only=True)
    assert overview(shop, Span.TODAY).steps_done == {Step.CONNECT}
    save_listener(shop, replace(load_listener(shop), enabled=True))
    found = overview(shop, Span.TODAY)
    assert (found.is_new, found.steps_done) == (True, {Step.CONNECT, Step.RECEIVE})
    add_simple_product(shop, ARTICLE, JACKET)
    assert not overview(shop, Span.TODAY).is_new


def test_a_shop_that_sells_is_not_new_whatever_is_missing(jacket: Shop) -> None:
    assert overview(jacket, Span.TODAY).is_new
    move(jacket, Cause.SOLD, -1, days_ago=50)
    assert not overview(jacket, Span.TODAY).is_new


def test_what_nothing_explains_is_no_sale(shop: Shop) -> None:
    product = add_product(shop, ProductDraft("AC05SCF2", sizes=(SizeDraft("L"),)))
    link(shop, 17, product)
    arrive(shop, "L", 30)
    arrive(shop, "L", 23)  # seven less, of which it says that one was sold
    assert totals(overview(shop, Span.TODAY)) == (0, 0, 0)
    assert movement_rows(shop, LedgerFilter(), 0, 1)[0].cause is Cause.FOLLOWED
    unlink(shop, LinkKey(17))
    assert stock(shop, product) == [(0, None)]
    assert totals(overview(shop, Span.TODAY)) == (0, 0, 0)
