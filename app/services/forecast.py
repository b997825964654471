"""What deliveries that are still to be sent will make of the marketplace's stock, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import State
from app.services.counts import Counting
from app.services.settings import read_connection
from app.storage import deliveries, tracks

if TYPE_CHECKING:
    from sqlalchemy import Connection

AS_SENT = frozenset({State.SENDING, State.UNKNOWN, State.REJECTED})
"""Of these the figures are those of the last attempt; a rejected one may be sent again, before the rest."""

Figures = tuple[int, int]
"""The marketplace's stock before and after."""


def forecast(connection: Connection, size_ids: Collection[int]) -> Mapping[tuple[int, int], Figures]:
    """{(delivery, size): figures} of all that is still to be sent for these sizes, as it stands now.

    What is on its way or rejected is taken to arrive.
    """
    waiting = deliveries.open_lines(connection, size_ids)
    if not waiting:
        return {}
    counting = Counting.of(connection, size_ids, read_connection(connection).dialect)
    stocks: Mapping[int, Any] = {row.id: row for row in tracks.known_sizes(connection, size_ids)}
    there = {number: counting.before(number, stock) for number, stock in stocks.items()}
    ours = {number: counting.ours(number, stock) for number, stock in stocks.items()}
    found: dict[tuple[int, int], Figures] = {}
    for line in waiting:
        number, movement = line.size_id, Action(line.action).sign * line.quantity
        before = there[number]
        if State(line.state) in AS_SENT and line.after is not None:
            there[number] = line.after
        else:
            there[number] = counting.set_from(before, ours[number], number, stocks[number], movement)
            found[line.delivery_id, number] = before, there[number]
        ours[number] += movement
    return found
