"""The demo's past: believable, explained event by event, and ending with the marketplace's own stock."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from app.cli.demo_history import fill_shop
from app.cli.demo_sent import ARTICLE, SIZE
from app.domain.action import Action
from app.domain.delivery import State
from app.domain.guard import Danger
from app.sandbox.catalogue import CATALOGUE
from app.services.catalogue import product_details, product_index, product_rows
from app.services.delivery_views import DeliveryKind
from app.services.event_views import EventFilter, EventKind, EventRow
from app.services.inbox import event_rows
from app.services.outbox import delivery_rows
from app.services.script_review import review_action
from app.services.shop import Shop
from app.services.views import ProductFilter


@pytest.fixture
def now(request: pytest.FixtureRequest, shop: Shop) -> datetime:
    """The demo is started at this time of day."""
    hour, minute = map(int, getattr(request, "param", "12:00").split(":"))
    moment = datetime.now().astimezone().replace(hour=hour, minute=minute, second=0, microsecond=0)
    shop.clock = moment.timestamp
    fill_shop(shop, CATALOGUE)
    return moment


def events(shop: Shop) -> list[EventRow]:
    return event_rows(shop, EventFilter(), 0, 500)


@pytest.mark.usefixtures("now")
def test_the_stock_of_now_is_what_the_marketplace_has(shop: Shop) -> None:
    rows = product_rows(shop, list(product_index(shop, ProductFilter()).ids))
    here = {(row.article, size.value): (size.here, size.agreed) for row in rows for size in row.sizes}
    assert here == {(p.article, s.value): (s.stock, s.stock) for p in CATALOGUE for s in p.sizes}
    assert [size.flag for row in rows for size in row.sizes if size.flag is not None] == []


@pytest.mark.usefixtures("now")
def test_every_event_explains_itself(shop: Shop) -> None:
    kinds = Counter(row.kind for row in events(shop))
    assert set(kinds) == {EventKind.SALE, EventKind.RETURN}
    assert kinds[EventKind.SALE] > 40
    assert min(row.after or 0 for row in events(shop)) >= 0


@pytest.mark.parametrize("now", ["00:05", "12:00", "23:59"], indirect=True)
def test_the_log_goes_back_thirty_days_and_not_into_the_future(shop: Shop, now: datetime) -> None:
    times = [row.received_at for row in events(shop)]
    assert times == sorted(times, reverse=True)
    assert times[0] < now
    assert times[-1] < now - timedelta(days=20)
    days = {(now.date() - moment.astimezone().date()).days for moment in times}
    assert 1 in days
    assert len(days) > 12


@pytest.mark.usefixtures("now")
def test_the_clock_goes_on_as_before(shop: Shop, now: datetime) -> None:
    assert shop.clock() == now.timestamp()


@pytest.mark.usefixtures("now")
def test_a_curve_is_there_from_the_first_day(shop: Shop) -> None:
    much_sold = events(shop)[0].product_id
    assert much_sold is not None
    details = product_details(shop, much_sold)
    assert details is not None
    assert details.stock_curve[0][1] > 0


@pytest.mark.usefixtures("now")
def test_what_is_usual_for_a_size_is_known_and_far_more_is_asked_about(shop: Shop) -> None:
    assert {row.article for row in events(shop)}.isdisjoint({ARTICLE})
    sent = delivery_rows(shop, DeliveryKind.ALL, 0, 99)
    assert [(row.article, row.state, row.attempts) for row in sent] == [(ARTICLE, State.DELIVERED, 1)] * 4
    for pieces, dangers in ((10, []), (11, [Danger.UNUSUAL_QUANTITY])):
        (item,) = review_action(shop, ARTICLE, Action.RECEIPTS, {SIZE: pieces}, None).items
        assert [warning.danger for warning in item.warnings] == dangers
