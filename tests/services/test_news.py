"""What was committed, as news; and how the shop is at a glance."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.action import Action
from app.domain.delivery import Step
from app.domain.notices import News, NoticeKind, Spot, Target
from app.domain.text import translate
from app.services.catalogue import product_rows
from app.services.delivery_views import DeliveryCounts
from app.services.editing import queue_action
from app.services.event_views import EventFilter
from app.services.glance import Standing, standing
from app.services.inbox import event_rows
from app.services.news import is_over, news_since, seen_now, status_news
from app.services.pausing import pause, resume, why_paused
from app.services.reading import read_new
from app.services.shop import Shop
from app.services.status_views import Lamp, Status
from app.storage import inbox, outbox
from tests.services.support import JACKET, add_simple_product

REFUSED = translate("Test", "The marketplace does not accept the token.")


@pytest.fixture
def jacket(shop: Shop) -> int:
    """XL 3, L 4, M 2; the marketplace knows them, and the first word about each size has come."""
    product = add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    receive(shop, *({"value": v, "count": n, "soldCount": 0} for v, n in JACKET.items()))
    return product


def receive(shop: Shop, *sizes: dict[str, Any]) -> None:
    body = json.dumps({"products": [{"id": 17, "sizes": list(sizes)}]}).encode()
    row = {"received_at": shop.clock(), "sender": "x", "headers": "[]", "body": body, "state": inbox.NEW}
    with shop.database.write() as connection:
        inbox.keep(connection, [row])
    read_new(shop)


def sell(shop: Shop, size: str, left: int, pieces: int = 1) -> None:
    receive(shop, {"value": size, "count": left, "soldCount": pieces})


def words(news: News) -> list[str]:
    return [str(line) for line in news.lines]


def test_what_was_there_before_is_no_news(shop: Shop, jacket: int) -> None:
    sell(shop, "L", 3)
    seen = seen_now(shop)
    assert news_since(shop, seen) == (seen, ())


def test_a_sale_says_what_is_left_and_leads_to_its_event(shop: Shop, jacket: int) -> None:
    seen = seen_now(shop)
    sell(shop, "L", 3)
    now, (sale,) = news_since(shop, seen)
    assert (sale.kind, sale.count, words(sale)) == (NoticeKind.SALE, 1, ["SS21CA2N L, 3 left"])
    newest = event_rows(shop, EventFilter(), 0, 1)[0]
    assert sale.spot == Spot(Target.EVENT, newest.id)
    assert news_since(shop, now)[1] == ()


def test_several_pieces_of_one_sale_are_said(shop: Shop, jacket: int) -> None:
    seen = seen_now(shop)
    sell(shop, "L", 1, pieces=3)
    assert words(news_since(shop, seen)[1][0]) == ["SS21CA2N L, 3 pcs, 1 left"]


def test_many_sales_are_counted_and_the_newest_are_said(shop: Shop, jacket: int) -> None:
    seen = seen_now(shop)
    for size, left in (("L", 3), ("XL", 2), ("L", 2), ("L", 1)):
        sell(shop, size, left)
    (sales,) = news_since(shop, seen)[1]
    assert sales.count == 4
    assert words(sales) == ["SS21CA2N L, 1 left", "SS21CA2N L, 2 left", "SS21CA2N XL, 2 left"]


def test_an_oversale_is_told_as_one_and_leads_to_the_size(shop: Shop, jacket: int) -> None:
    sell(shop, "M", 1)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"M": 1}, None, "test")  # the last one, at the counter
    seen = seen_now(shop)
    sell(shop, "M", 0)
    (oversale,) = news_since(shop, seen)[1]
    (size,) = (s for s in product_rows(shop, [jacket])[0].sizes if s.value == "M")
    assert size.here == -1
    assert oversale.kind is NoticeKind.OVERSALE
    assert words(oversale) == ["SS21CA2N M: the stock is −1"]
    assert oversale.spot == Spot(Target.PRODUCT, jacket, size.id)


def test_what_a_person_types_is_no_news(shop: Shop, jacket: int) -> None:
    seen = seen_now(shop)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"M": 5}, None, "test")
    assert news_since(shop, seen)[1] == ()


def test_returns_are_no_news(shop: Shop, jacket: int) -> None:
    sell(shop, "L", 3)
    seen = seen_now(shop)
    receive(shop, {"value": "L", "count": 4, "soldCount": 0})
    assert news_since(shop, seen)[1] == ()


def test_a_delivery_without_an_answer_is_told_once(shop: Shop, jacket: int) -> None:
    (number,) = queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 1}, None, "test")
    seen = seen_now(shop)
    with shop.database.write() as connection:
        outbox.take(connection, [number], Step.LOSE)
    now, (unknown,) = news_since(shop, seen)
    assert (unknown.kind, unknown.spot) == (NoticeKind.UNKNOWN, Spot(Target.DELIVERY, number))
    assert words(unknown) == ["SS21CA2N, sold: check in the cabinet whether it arrived"]
    assert news_since(shop, now)[1] == ()


def test_a_refused_token_is_told_and_a_persons_pause_is_not(shop: Shop) -> None:
    (refused,) = status_news(Status(), Status(paused=REFUSED))
    assert (refused.kind, words(refused)) == (NoticeKind.PAUSE, [str(REFUSED)])
    pause(shop)
    assert status_news(Status(), Status(paused=why_paused(shop))) == ()
    resume(shop)
    assert is_over(NoticeKind.PAUSE, Status(paused=why_paused(shop)))


def test_receiving_that_is_lost_is_told_once() -> None:
    in_use = translate("Test", "The port is in use.")
    good, lost = Status(listener=Lamp.GOOD), Status(listener=Lamp.BAD, listener_words=in_use)
    (news,) = status_news(good, lost)
    assert (news.kind, news.spot) == (NoticeKind.RECEIVING, Spot(Target.RECEIVING))
    other = replace(lost, listener_words=translate("Test", "The port is still in use."))
    assert status_news(lost, other) == ()
    assert status_news(lost, good) == ()
    assert is_over(NoticeKind.RECEIVING, good)


def test_at_a_glance(shop: Shop) -> None:
    good = Status(marketplace=Lamp.GOOD, listener=Lamp.GOOD)
    assert standing(good, 0) is Standing.GOOD
    assert standing(good, 1) is Standing.PERSON
    assert standing(replace(good, listener=Lamp.BAD), 0) is Standing.PERSON
    assert standing(replace(good, paused=REFUSED), 0) is Standing.PERSON
    assert standing(replace(good, deliveries=DeliveryCounts(needs_person=1)), 0) is Standing.PERSON
    assert standing(Status(), 0) is Standing.OFF
    pause(shop)
    assert standing(replace(good, paused=why_paused(shop)), 0) is Standing.OFF
