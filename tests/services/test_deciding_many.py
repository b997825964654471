"""Decisions about many deliveries at once, and what a delivery waits for."""

from __future__ import annotations

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.services import deciding
from app.services.batch_views import BatchPart
from app.services.catalogue import product_rows
from app.services.deciding_many import (
    AT_ONCE,
    Cancelled,
    Spans,
    cancel_many,
    count_possible,
    possible,
    ranges_of,
    retry_many,
)
from app.services.delivery_views import DeliveryKind, Earlier
from app.services.editing import queue_action
from app.services.outbox import delivery_details, delivery_place
from app.services.pausing import pause
from app.services.progress import Progress
from app.services.shop import Shop
from tests.services.support import add_simple_product
from tests.services.test_batches import rows, send_batch, states, step


def stocks(shop: Shop, *products: int) -> list[int]:
    return [product.here for product in product_rows(shop, list(products))]


def test_each_one_that_may_be_tried_again_is(shop: Shop) -> None:
    send_batch(shop, 4)
    rejected, waiting, delivered, queued = (row.id for row in rows(shop))
    step(shop, rejected, Step.BEGIN, Step.REFUSE)
    step(shop, waiting, Step.BEGIN, Step.POSTPONE)
    step(shop, delivered, Step.BEGIN, Step.ACCEPT)
    assert possible(shop, DeliveryKind.ALL, Step.RETRY) == [waiting, rejected]
    assert retry_many(shop, [rejected, waiting, delivered, queued]) == 2
    assert states(shop) == [State.QUEUED, State.QUEUED, State.DELIVERED, State.QUEUED]


def test_rows_are_meant_by_their_numbers_whatever_comes_afterwards(shop: Shop) -> None:
    send_batch(shop, 6)
    oldest_first = [row.id for row in rows(shop)]
    spans = Spans(DeliveryKind.ALL, 6, ((0, 1), (4, 4)))
    add_simple_product(shop, "NEW", {"S": 3})
    queue_action(shop, "NEW", Action.SOLD, {"S": 1}, None, "anna")
    chosen = ranges_of(shop, spans)
    queue_action(shop, "NEW", Action.SOLD, {"S": 1}, None, "anna")
    step(shop, oldest_first[5], Step.BEGIN, Step.ACCEPT)
    assert possible(shop, chosen, Step.CANCEL) == [oldest_first[4], oldest_first[1]]
    assert count_possible(shop, chosen, (Step.CANCEL, Step.RETRY)) == [2, 0]
    gone = Spans(DeliveryKind.ALL, 100, ((0, 5), (95, 99)))
    assert possible(shop, ranges_of(shop, gone), Step.CANCEL) != []


def test_what_is_tried_again_during_a_pause_is_held(shop: Shop) -> None:
    send_batch(shop, 2)
    for row in rows(shop):
        step(shop, row.id, Step.BEGIN, Step.REFUSE)
    pause(shop)
    assert retry_many(shop, DeliveryKind.NEEDS_PERSON) == 2
    assert set(states(shop)) == {State.HELD}


def test_each_one_that_can_be_stopped_is_and_one_in_doubt_is_asked_about(shop: Shop) -> None:
    batch = send_batch(shop, 4)
    rejected, in_doubt, delivered, queued = (row.id for row in rows(shop))
    step(shop, rejected, Step.BEGIN, Step.REFUSE)
    step(shop, in_doubt, Step.BEGIN, Step.POSTPONE, in_doubt=True)
    step(shop, delivered, Step.BEGIN, Step.ACCEPT)
    chosen = possible(shop, BatchPart(batch), Step.CANCEL)
    assert chosen == [queued, in_doubt, rejected]
    assert cancel_many(shop, [*chosen, delivered]) == Cancelled(cancelled=2, in_doubt=1)
    assert states(shop) == [State.CANCELLED, State.UNKNOWN, State.DELIVERED, State.CANCELLED]
    assert stocks(shop, 1, 2, 3, 4) == [10, 9, 9, 10]


def test_many_are_cancelled_in_parts_and_can_be_stopped(shop: Shop) -> None:
    send_batch(shop, AT_ONCE + 5)
    progress = Progress()
    shop.changes.subscribe(lambda _: progress.stop())
    done = cancel_many(shop, possible(shop, DeliveryKind.ALL, Step.CANCEL), progress)
    assert done == Cancelled(AT_ONCE)
    assert (progress.done, progress.total) == (AT_ONCE, AT_ONCE + 5)


def test_a_delivery_says_which_earlier_one_a_person_has_to_decide_about(shop: Shop) -> None:
    add_simple_product(shop, "A", {"S": 10})
    add_simple_product(shop, "B", {"S": 10})
    first, second, third = (
        queue_action(shop, "A", Action.SOLD, {"S": 1}, None, "anna")[0] for _ in range(3)
    )
    other = queue_action(shop, "B", Action.SOLD, {"S": 1}, None, "anna")[0]
    assert [row.waits_for for row in rows(shop)] == [None] * 4
    step(shop, first, Step.BEGIN, Step.REFUSE)
    found = {row.id: row for row in rows(shop)}
    earlier = Earlier(first, found[first].created_at, Action.SOLD, State.REJECTED)
    assert {row.id: row.waits_for for row in rows(shop)} == {
        first: None,
        second: earlier,
        third: earlier,
        other: None,
    }
    details = delivery_details(shop, second)
    assert details is not None
    assert details.row.waits_for == earlier
    deciding.cancel(shop, first)
    assert [row.waits_for for row in rows(shop)] == [None] * 4
    assert [delivery_place(shop, DeliveryKind.ALL, number) for number in (first, other)] == [3, 0]
