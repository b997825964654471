"""Figures of the cabinet for many deliveries without an answer, and what is written of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import update

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.dialect import CountMeaning, Dialect
from app.domain.doubt import Conclusion, Figure, Place
from app.services import deciding, doubts, reading
from app.services.catalogue import product_rows
from app.services.delivery_views import Answer, Answered, DeliveryKind, OpenQuestion
from app.services.editing import queue_action
from app.services.outbox import delivery_details, delivery_rows
from app.services.progress import Progress
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.storage import catalogue, deliveries, inbox, ledger
from app.storage.tables import deliveries as table
from tests.services.support import JACKET, add_simple_product, lose_all
from tests.services.test_deciding import state

MOVED = Dialect(CountMeaning.MOVED)


def unknown_sales(shop: Shop, count: int) -> list[int]:
    """One M of ten sold of each of so many products, without an answer."""
    numbers: list[int] = []
    for number in range(1, count + 1):
        add_simple_product(shop, f"A{number:03}", {"M": 10})
        numbers += queue_action(shop, f"A{number:03}", Action.SOLD, {"M": 1}, None, "test")
    lose_all(shop)
    return numbers


def online_sale(shop: Shop, size: str, count: int) -> None:
    """The marketplace sold one piece of product 17 and says how many are left."""
    sizes = [{"value": size, "count": count, "soldCount": 1}]
    body = json.dumps({"products": [{"id": 17, "sizes": sizes}]}).encode()
    with shop.database.write() as connection:
        if not connection.exec_driver_sql("SELECT 1 FROM links").first():
            connection.exec_driver_sql("INSERT INTO links VALUES (17, 1, 0, 'person', '')")
        row = {"received_at": shop.clock(), "sender": "", "headers": "[]", "body": body, "state": "new"}
        inbox.keep(connection, [row])
    reading.read_new(shop)


def answer_to(asked: OpenQuestion, figures: Mapping[Place, Figure]) -> Answer:
    """As the person was told."""
    return Answer(asked.product_id, figures, asked.question.conclude(figures))


def only_place(asked: OpenQuestion) -> Place:
    (place,) = asked.question.sights
    return place


def stock(shop: Shop, product_id: int) -> list[tuple[int, int | None]]:
    return [(size.here, size.agreed) for size in product_rows(shop, [product_id])[0].sizes]


def test_every_delivery_without_an_answer_is_asked_about_with_both_figures(shop: Shop) -> None:
    numbers = unknown_sales(shop, 3)
    found = doubts.open_questions(shop)
    assert [row.delivery_id for asked in found for row in asked.rows] == numbers
    row = found[0].rows[0]
    assert (row.article, row.size, row.action) == ("A001", "M", Action.SOLD)
    assert (row.if_not_arrived, row.if_arrived) == ((10,), (9,))
    assert [q.product_id for q in doubts.open_questions(shop, numbers[1:2])] == [2]


def test_each_answer_is_written_and_the_ledger_says_who(shop: Shop) -> None:
    unknown_sales(shop, 4)
    asked = doubts.open_questions(shop)
    figures = (9, 10, 3)
    answers = [answer_to(q, {only_place(q): f}) for q, f in zip(asked, figures, strict=False)]
    heard: list[object] = []
    shop.changes.subscribe(heard.append)
    done = doubts.answer(shop, answers)
    assert done == Answered(arrived=(1,), not_arrived=(2,), corrected=(3,))
    assert [state(shop, n) for n in (1, 2, 3, 4)] == [
        State.DELIVERED,
        State.QUEUED,
        State.CORRECTED,
        State.UNKNOWN,
    ]
    assert [stock(shop, n) for n in (1, 2, 3, 4)] == [[(9, 9)], [(9, 10)], [(3, 3)], [(9, 10)]]
    with shop.database.read() as connection:
        newest = [ledger.timeline(connection, product_id, 1)[0] for product_id in (1, 2, 3)]
    assert [(row.cause, row.quantity, row.who) for row in newest] == [
        ("confirmed", 0, shop.who),
        ("denied", 0, shop.who),
        ("counted", -6, shop.who),
    ]
    details = delivery_details(shop, 2)
    assert details is not None
    assert "said that it did not arrive" in str(details.row.reason)
    assert len(heard) == 1


def test_what_ended_or_changed_meanwhile_is_left_alone(shop: Shop) -> None:
    unknown_sales(shop, 3)
    asked = doubts.open_questions(shop)
    answers = [answer_to(q, {only_place(q): 9}) for q in asked]
    deciding.resolve_not_arrived(shop, 1)
    with shop.database.write() as connection:  # the worlds know something else by now
        connection.exec_driver_sql("UPDATE sizes SET track = NULL WHERE product_id = 2")
        connection.exec_driver_sql("UPDATE delivery_sizes SET before = 9, after = 8 WHERE delivery_id = 2")
    assert doubts.answer(shop, answers) == Answered(arrived=(3,), ended=(1,), changed=(2,))
    assert (state(shop, 1), state(shop, 2)) == (State.QUEUED, State.UNKNOWN)


def test_an_event_since_moves_the_figures_of_one_and_of_many(shop: Shop) -> None:
    save_connection(shop, ConnectionSettings(url="http://127.0.0.1:9", dialect=MOVED))
    add_simple_product(shop, "A", {"M": 7})
    number = queue_action(shop, "A", Action.SOLD, {"M": 1}, None, "test")[0]
    lose_all(shop, MOVED)
    online_sale(shop, "M", 6)
    (asked,) = doubts.open_questions(shop)
    details = delivery_details(shop, number)
    assert details is not None
    assert details.question == asked
    assert (asked.rows[0].if_not_arrived, asked.rows[0].if_arrived) == ((6,), (5,))
    done = doubts.answer(shop, [answer_to(asked, {only_place(asked): 6})])
    assert done == Answered(not_arrived=(number,))
    assert stock(shop, 1) == [(5, 6)]


def test_a_price_is_asked_about_and_a_third_one_is_taken_over(shop: Shop) -> None:
    for article in ("A", "B"):
        add_simple_product(shop, article, {"M": 1}, price=Decimal(100))
        queue_action(shop, article, Action.PRICE, {}, Decimal(90), "test")
    lose_all(shop)
    first, second = doubts.open_questions(shop)
    assert (first.rows[0].if_not_arrived, first.rows[0].if_arrived) == ((Decimal(100),), (Decimal(90),))
    answers = [
        answer_to(first, {only_place(first): Decimal(95)}),
        answer_to(second, {only_place(second): Decimal(90)}),
    ]
    assert doubts.answer(shop, answers) == Answered(arrived=(2,), corrected=(1,))
    assert [row.price for row in product_rows(shop, [1, 2])] == [Decimal(95), Decimal(90)]


def two_of_one_size(shop: Shop) -> OpenQuestion:
    """Two equal sales of a size without an answer; the order of a product forbids it, a restored copy
    of the data does not."""
    save_connection(shop, ConnectionSettings(url="http://127.0.0.1:9", dialect=MOVED))
    add_simple_product(shop, "A", {"M": 10})
    for _ in range(2):
        queue_action(shop, "A", Action.SOLD, {"M": 1}, None, "test")
        lose_all(shop, MOVED)
        with shop.database.write() as connection:
            connection.execute(update(table).where(table.c.id == 1).values(state=State.DELIVERED))
    with shop.database.write() as connection:
        connection.execute(update(table).values(state=State.UNKNOWN))
    (asked,) = doubts.open_questions(shop)
    return asked


def test_two_of_one_size_are_shown_together_and_only_what_follows_is_written(shop: Shop) -> None:
    asked = two_of_one_size(shop)
    place = only_place(asked)
    assert [row.if_arrived for row in asked.rows] == [(8, 9), (8, 9)]
    one_arrived = answer_to(asked, {place: 9})
    assert set(one_arrived.conclusions.values()) == {Conclusion.EITHER}
    assert doubts.answer(shop, [one_arrived]) == Answered()
    assert doubts.answer(shop, [answer_to(asked, {place: 8})]) == Answered(arrived=(1, 2))
    assert stock(shop, 1) == [(8, 8)]


def test_a_correction_closes_all_that_it_covers(shop: Shop) -> None:
    asked = two_of_one_size(shop)
    done = doubts.answer(shop, [answer_to(asked, {only_place(asked): 4})])
    assert done == Answered(corrected=(1, 2))
    assert stock(shop, 1) == [(4, 4)]
    with shop.database.read() as connection:
        assert deliveries.counts(connection)[4] == 0


def test_many_are_written_part_by_part_and_can_be_stopped(shop: Shop) -> None:
    unknown_sales(shop, doubts.PRODUCTS_AT_ONCE + 5)
    answers = [answer_to(q, {only_place(q): 9}) for q in doubts.open_questions(shop)]
    progress = Progress()
    shop.changes.subscribe(lambda _: progress.stop())
    done = doubts.answer(shop, answers, progress)
    assert len(done.arrived) == doubts.PRODUCTS_AT_ONCE
    assert len(doubts.open_questions(shop)) == 5
    assert (progress.done, progress.total) == (doubts.PRODUCTS_AT_ONCE, len(answers))


def test_a_price_that_an_event_has_seen_is_the_one_that_the_marketplace_has(shop: Shop) -> None:
    start = shop.clock()
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    queue_action(shop, "SS21CA2N", Action.PRICE, {}, Decimal(76000), "anna")
    lose_all(shop)
    # Three are left, twice: in between only our price, which repeats the stock, can have set four.
    for minutes in (1, 15):
        shop.clock = lambda minutes=minutes: start + minutes * 60
        online_sale(shop, "L", 3)
    with shop.database.read() as connection:
        product = catalogue.product_records(connection, [1])[0]
    (row,) = delivery_rows(shop, DeliveryKind.ALL, 0, 9)
    assert (row.state, product.agreed_price) == (State.DELIVERED, "76000")
