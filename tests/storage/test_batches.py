"""A batch's figures are counted in its index, however long the history is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import Connection, event

from app.services.shop import Shop
from app.storage import batches, deliveries
from app.storage.deliveries import Wanted


@pytest.mark.parametrize(
    "query",
    [
        partial(batches.counts, batch_id=1),
        partial(batches.last_due, batch_id=1),
        partial(batches.count_not_begun, batch_id=1),
        partial(batches.not_begun, batch_id=1, limit=9),
        partial(deliveries.count, wanted=Wanted(batch_id=1)),
    ],
)
def test_the_index_of_batches_is_used(shop: Shop, query: Callable[[Connection], object]) -> None:
    asked: list[str] = []
    with shop.database.read() as connection:
        event.listen(connection, "before_cursor_execute", lambda *seen: asked.append(seen[2]))
        query(connection)
        values = (1,) * asked[-1].count("?")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[-1]}", values).all()
    assert "ix_deliveries_batch_id_state (batch_id=?" in str(plan)
