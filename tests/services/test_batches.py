"""A batch: its figures, its pause beside the connection's, its cancellation, its time left."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from app.domain.action import Action
from app.domain.delivery import State, Step
from app.domain.text import Text
from app.services import batches, deciding
from app.services.attempts import begin_attempts
from app.services.batch_views import BatchCounts, BatchPart, BatchResult, BatchSource
from app.services.batches import CANCELLED_AT_ONCE, BatchWatch
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind, DeliveryRow
from app.services.editing import queue_action, queue_review, set_new_prices, set_pending
from app.services.outbox import delivery_count, delivery_counts, delivery_details, delivery_rows
from app.services.pausing import pause, pause_batch, resume, resume_batch
from app.services.reviewing import review
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.services.views import PendingChange, ProductFilter
from app.storage import ledger, outbox, past_stock
from tests.services.support import add_simple_product

SOLD = PendingChange(Action.SOLD, 1)


def send_batch(shop: Shop, number: int, *, new_price: Decimal | None = None) -> int:
    """Sell one piece of each of so many products, all sent in one go; returns the batch."""
    known = set(product_index(shop, ProductFilter()).ids)
    for n in range(len(known), number):
        add_simple_product(shop, f"A{n:05}", {"S": 10}, price=Decimal(100))
    products = product_rows(shop, list(product_index(shop, ProductFilter()).ids)[:number])
    set_pending(shop, {product.sizes[0].id: SOLD for product in products})
    if new_price is not None:
        set_new_prices(shop, {product.id: new_price for product in products})
    queue_review(shop, review(shop))
    return batches.batch_rows(shop, 1)[0].id


def rows(shop: Shop, batch: int | None = None) -> list[DeliveryRow]:
    """Oldest first."""
    shown = DeliveryKind.ALL if batch is None else BatchPart(batch)
    return delivery_rows(shop, shown, 0, 1000)[::-1]


def states(shop: Shop, batch: int | None = None) -> Sequence[State]:
    return [row.state for row in rows(shop, batch)]


def step(shop: Shop, number: int, *steps: Step, **fields: object) -> None:
    with shop.database.write() as connection:
        for one in steps:
            outbox.take(connection, [number], one, **fields)


def claimed(shop: Shop) -> list[int]:
    """What the sender would begin now."""
    with shop.database.write() as connection:
        begun = begin_attempts(connection, load_dialect(shop), 100, shop.clock())
        return [flight.claimed.id for flight in begun.started]


def counts(shop: Shop, batch: int) -> BatchCounts:
    return batches.batch_row(shop, batch).counts


def cancel_rest(shop: Shop, batch: int) -> int:
    total = 0
    while True:
        cancelled = batches.cancel_some(shop, batch)
        total += cancelled
        if cancelled < CANCELLED_AT_ONCE:
            return total


def test_what_is_sent_in_one_go_is_a_batch(shop: Shop) -> None:
    batch = send_batch(shop, 3, new_price=Decimal(90))
    (row,) = batches.batch_rows(shop, 9)
    assert (row.id, row.products, row.source) == (batch, 3, BatchSource.REVIEW)
    assert row.counts == BatchCounts(waiting=6)
    assert len(rows(shop, batch)) == delivery_count(shop, BatchPart(batch)) == 6
    details = delivery_details(shop, rows(shop)[0].id)
    assert details is not None
    assert details.batch == row


def test_one_delivery_is_no_batch(shop: Shop) -> None:
    add_simple_product(shop, "A", {"S": 3})
    set_pending(shop, {1: SOLD})
    assert queue_review(shop, review(shop)) == 1
    assert batches.batch_rows(shop, 9) == []
    details = delivery_details(shop, 1)
    assert details is not None
    assert details.batch is None


def test_each_result_has_its_figure_and_its_filter(shop: Shop) -> None:
    batch = send_batch(shop, 7)
    one, two, three, four, five, six, seven = (row.id for row in rows(shop))
    step(shop, one, Step.BEGIN, Step.ACCEPT)
    step(shop, two, Step.BEGIN, Step.REFUSE)
    step(shop, three, Step.BEGIN, Step.LOSE)
    step(shop, four, Step.BEGIN, Step.POSTPONE)
    step(shop, five, Step.BEGIN)
    deciding.cancel(shop, six)
    step(shop, seven, Step.BEGIN, Step.LOSE, Step.CORRECT)
    assert counts(shop, batch) == BatchCounts(1, 1, 1, 1, 2, sending=1, corrected=1)
    found = {
        result: [r.id for r in delivery_rows(shop, BatchPart(batch, result), 0, 9)]
        for result in BatchResult
    }
    assert found == {
        BatchResult.DELIVERED: [one],
        BatchResult.REJECTED: [two],
        BatchResult.UNKNOWN: [three],
        BatchResult.CORRECTED: [seven],
        BatchResult.NOT_SENT: [six],
        BatchResult.WAITING: [five, four],
    }
    assert all(counts(shop, batch).of(result) == len(ids) for result, ids in found.items())


def test_a_paused_batch_alone_is_held_and_says_which(shop: Shop) -> None:
    batch, other = send_batch(shop, 2), send_batch(shop, 3)
    pause_batch(shop, batch)
    assert set(states(shop, batch)) == {State.HELD}
    assert set(states(shop, other)) == {State.QUEUED}
    reason = rows(shop, batch)[0].reason
    assert reason is not None
    assert str(reason) == f"You paused batch {batch}."
    resume_batch(shop, batch)
    assert set(states(shop, batch)) == {State.QUEUED}
    assert rows(shop, batch)[0].reason is None


def test_the_reason_names_the_file(shop: Shop) -> None:
    products = [add_simple_product(shop, article, {"S": 3}) for article in "AB"]
    with shop.database.write() as connection:
        batch = batches.begin_batch(shop, connection, products, BatchSource.IMPORT, "приход.xlsx")
        for product in products:
            outbox.queue(
                connection,
                {
                    "created_at": 1.0,
                    "product_id": product,
                    "action": Action.PRICE,
                    "state": State.QUEUED,
                    "key": "k",
                    "batch_id": batch,
                },
                {},
            )
    assert batch is not None
    pause_batch(shop, batch)
    assert str(rows(shop, batch)[0].reason) == f"You paused batch {batch} (приход.xlsx)."


def test_later_deliveries_of_a_product_wait_for_its_paused_batch(shop: Shop) -> None:
    batch = send_batch(shop, 2)
    pause_batch(shop, batch)
    later = queue_action(shop, "A00000", Action.SOLD, {"S": 1}, None, "anna")
    free = queue_action(shop, add_other(shop), Action.SOLD, {"S": 1}, None, "anna")
    assert claimed(shop) == free
    resume_batch(shop, batch)
    first = claimed(shop)
    assert sorted(first) == [row.id for row in rows(shop, batch)]
    step(shop, first[0], Step.ACCEPT)
    step(shop, first[1], Step.ACCEPT)
    assert claimed(shop) == later


def add_other(shop: Shop) -> str:
    add_simple_product(shop, "OTHER", {"S": 3})
    return "OTHER"


def test_the_end_of_the_connections_pause_leaves_a_paused_batch_held(shop: Shop) -> None:
    batch, other = send_batch(shop, 2), send_batch(shop, 3)
    pause(shop)
    pause_batch(shop, batch)
    resume(shop)
    assert set(states(shop, batch)) == {State.HELD}
    assert "batch" in str(rows(shop, batch)[0].reason)
    assert set(states(shop, other)) == {State.QUEUED}
    resume_batch(shop, batch)
    assert State.HELD not in states(shop)


def test_a_batch_is_not_released_while_the_connection_is_paused(shop: Shop) -> None:
    batch = send_batch(shop, 2)
    pause_batch(shop, batch)
    pause(shop, Text("Sending", "The token was refused."))
    resume_batch(shop, batch)
    assert set(states(shop, batch)) == {State.HELD}
    assert str(rows(shop, batch)[0].reason) == "The token was refused."
    resume(shop)
    assert set(states(shop, batch)) == {State.QUEUED}


def test_what_was_tried_before_a_pause_waits_for_its_next_try_after_it(shop: Shop) -> None:
    batch = send_batch(shop, 2)
    number = rows(shop, batch)[-1].id
    step(shop, number, Step.BEGIN, Step.POSTPONE, next_at=shop.clock() + 60)
    pause(shop)
    resume(shop)
    found = {row.id: row.state for row in rows(shop, batch)}
    assert found.pop(number) is State.WAITING
    assert set(found.values()) == {State.QUEUED}


def test_what_comes_back_to_a_paused_batch_is_held_too(shop: Shop) -> None:
    batch = send_batch(shop, 3)
    refused, lost, _ = (row.id for row in rows(shop))
    step(shop, refused, Step.BEGIN, Step.REFUSE)
    step(shop, lost, Step.BEGIN, Step.LOSE, in_doubt=True)
    pause_batch(shop, batch)
    deciding.retry(shop, refused)
    deciding.resolve_not_arrived(shop, lost)
    assert set(states(shop, batch)) == {State.HELD}


def test_waiting_times_outlive_the_pause(shop: Shop) -> None:
    batch = send_batch(shop, 2)
    number = rows(shop)[0].id
    step(shop, number, Step.BEGIN, Step.POSTPONE, next_at=shop.clock() + 3600)
    pause_batch(shop, batch)
    resume_batch(shop, batch)
    assert number not in claimed(shop)


def test_cancelling_takes_every_movement_and_price_back(shop: Shop) -> None:
    batch = send_batch(shop, CANCELLED_AT_ONCE, new_price=Decimal(90))  # two full transactions
    assert cancel_rest(shop, batch) == 2 * CANCELLED_AT_ONCE
    assert counts(shop, batch) == BatchCounts(not_sent=2 * CANCELLED_AT_ONCE)
    for product in product_rows(shop, list(product_index(shop, ProductFilter()).ids)):
        assert (product.here, product.price) == (10, Decimal(100))
    with shop.database.read() as connection:
        assert not past_stock.unequal(connection)
        causes = [row.cause for row in ledger.timeline(connection, 1, 1)]
    assert causes == ["correction"]


def test_cancelling_a_batch_is_cancelling_each_of_its_deliveries(shop: Shop) -> None:
    first = send_batch(shop, 3, new_price=Decimal(90))
    for row in rows(shop, first)[::-1]:
        deciding.cancel(shop, row.id)
    by_hand = history(shop)
    second = send_batch(shop, 3, new_price=Decimal(90))
    cancel_rest(shop, second)
    assert history(shop)[len(by_hand) :] == by_hand[3:]  # without the opening stock


def history(shop: Shop) -> list[tuple[int, str, int, int]]:
    with shop.database.read() as connection:
        found = [row for product in (1, 2, 3) for row in ledger.timeline(connection, product, 99)]
    return [(r.size_id, r.cause, r.quantity, r.here_after) for r in sorted(found, key=lambda r: r.id)]


def test_what_may_have_arrived_or_is_being_sent_is_not_cancelled(shop: Shop) -> None:
    batch = send_batch(shop, 5)
    sending, doubtful, delivered, refused, _ = (row.id for row in rows(shop))
    step(shop, sending, Step.BEGIN)
    step(shop, doubtful, Step.BEGIN, Step.POSTPONE, in_doubt=True)
    step(shop, delivered, Step.BEGIN, Step.ACCEPT)
    step(shop, refused, Step.BEGIN, Step.REFUSE)
    rest = batches.stop_to_ask(shop, batch)
    assert (rest.cancellable, rest.begun, rest.was_paused) == (1, 2, False)
    assert cancel_rest(shop, batch) == 1
    assert states(shop, batch) == [
        State.SENDING,
        State.WAITING,
        State.DELIVERED,
        State.REJECTED,
        State.CANCELLED,
    ]
    assert not batches.batch_row(shop, batch).is_paused


def test_nothing_of_a_batch_begins_between_two_parts_of_its_cancellation(shop: Shop) -> None:
    batch = send_batch(shop, CANCELLED_AT_ONCE + 1)
    assert batches.cancel_some(shop, batch) == CANCELLED_AT_ONCE
    assert batches.batch_row(shop, batch).is_paused
    assert claimed(shop) == []
    assert batches.cancel_some(shop, batch) == 1
    reasons = {str(row.reason) for row in delivery_rows(shop, DeliveryKind.ALL, 0, 200)}
    assert reasons == {f"You cancelled the rest of batch {batch}."}


def test_nothing_of_a_batch_begins_while_a_person_is_asked_about_its_rest(shop: Shop) -> None:
    batch = send_batch(shop, 3)
    assert batches.stop_to_ask(shop, batch).cancellable == 3
    assert claimed(shop) == []
    assert batches.stop_to_ask(shop, batch).was_paused


def test_what_waits_for_a_decision_about_an_earlier_one_is_counted_apart(shop: Shop) -> None:
    send_batch(shop, 3)
    first = rows(shop)[0].id
    queue_action(shop, "A00000", Action.SOLD, {"S": 1}, None, "anna")
    assert (delivery_counts(shop).queued, delivery_counts(shop).held_back) == (4, 0)
    step(shop, first, Step.BEGIN, Step.REFUSE)
    counts = delivery_counts(shop)
    assert (counts.queued, counts.held_back, counts.moving) == (3, 1, 2)


def test_a_cancelled_rest_lets_later_deliveries_go(shop: Shop) -> None:
    batch = send_batch(shop, 2)
    later = queue_action(shop, "A00000", Action.SOLD, {"S": 1}, None, "anna")
    cancel_rest(shop, batch)
    assert claimed(shop) == later


def test_only_what_waits_for_a_person_ends_a_batch(shop: Shop) -> None:
    batch = send_batch(shop, 2, new_price=Decimal(90))
    price, sale, other_price, other_sale = (row.id for row in rows(shop))
    step(shop, price, Step.BEGIN, Step.REFUSE)
    assert not batches.batch_row(shop, batch).is_finished
    step(shop, other_price, Step.BEGIN, Step.ACCEPT)
    step(shop, other_sale, Step.BEGIN, Step.ACCEPT)
    row = batches.batch_row(shop, batch)
    assert row.is_finished
    assert row.counts == BatchCounts(delivered=2, rejected=1, waiting=1, held_back=1)
    deciding.cancel(shop, price)
    assert claimed(shop) == [sale]
    assert not batches.batch_row(shop, batch).is_finished


def test_the_newest_unfinished_batch_is_shown_and_the_others_named(shop: Shop) -> None:
    watch = BatchWatch(shop)
    assert watch.look() is None
    one, two = send_batch(shop, 2), send_batch(shop, 3)
    progress = watch.look()
    assert progress is not None
    assert (progress.batch.id, [row.id for row in progress.others]) == (two, [one])
    chosen = watch.look(one)
    assert chosen is not None
    assert (chosen.batch.id, [row.id for row in chosen.others]) == (one, [two])
    cancel_rest(shop, two)
    progress = watch.look(two)
    assert progress is not None
    assert (progress.batch.id, progress.others) == (one, ())


def test_a_result_stays_until_it_is_dismissed_or_a_newer_batch_begins(shop: Shop) -> None:
    watch = BatchWatch(shop)
    first = send_batch(shop, 2)
    cancel_rest(shop, first)
    second = send_batch(shop, 2)
    cancel_rest(shop, second)
    progress = watch.look()
    assert progress is not None
    assert progress.batch.id == second
    batches.dismiss(shop, second)
    assert watch.look() is None


def test_time_left_comes_from_the_measured_rate_and_not_while_paused(shop: Shop) -> None:
    now = 0.0
    watch = BatchWatch(shop, clock=lambda: now)
    batch = send_batch(shop, 20)
    numbers = [row.id for row in rows(shop)]

    def left() -> float | None:
        progress = watch.look()
        assert progress is not None
        return progress.seconds_left

    assert left() is None
    for number in numbers[:10]:
        now += 1
        step(shop, number, Step.BEGIN, Step.ACCEPT)
        last = left()
    assert last == pytest.approx(10.0)
    pause_batch(shop, batch)
    assert left() is None
    resume_batch(shop, batch)
    now += 1
    assert left() is None  # what was measured before the pause counts no longer
    pause(shop)
    assert left() is None


def test_one_that_is_tried_again_later_keeps_the_time_left_honest(shop: Shop) -> None:
    now = 0.0
    watch = BatchWatch(shop, clock=lambda: now)
    send_batch(shop, 20)
    first, *others = (row.id for row in rows(shop))
    step(shop, first, Step.BEGIN, Step.POSTPONE, next_at=shop.clock() + 600)
    progress = watch.look()
    for number in others[:10]:
        now += 1
        step(shop, number, Step.BEGIN, Step.ACCEPT)
        progress = watch.look()
    assert progress is not None
    assert progress.seconds_left is not None
    assert 590 < progress.seconds_left <= 600
