"""Which delivery goes first among those that are due."""

from __future__ import annotations

from app.domain.action import Action
from app.domain.delivery import Step
from app.services.editing import queue_action
from app.services.shop import Shop
from app.storage import claims, outbox
from tests.services.support import add_simple_product


def test_among_those_that_are_due_the_one_goes_first_that_waits_for_longest(shop: Shop) -> None:
    now = shop.clock()
    numbers: list[int] = []
    for article in ("A", "B", "C"):
        add_simple_product(shop, article, {"M": 5})
        numbers += queue_action(shop, article, Action.SOLD, {"M": 1}, None, "test")
    first, second, queued = numbers
    with shop.database.write() as connection:
        outbox.take(connection, [first, second], Step.BEGIN)
        outbox.take(connection, [second], Step.POSTPONE, next_at=now - 20)
        outbox.take(connection, [first], Step.POSTPONE, next_at=now - 10)
        assert [c.id for c in claims.claim(connection, now, 3)] == [queued, second, first]
        assert [c.id for c in claims.claim(connection, now, 2)] == [queued, second]
