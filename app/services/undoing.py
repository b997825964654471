"""Undo after sending: the action that takes a delivered one back, typed for the person to review."""

from __future__ import annotations

from decimal import Decimal

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import InvalidValueError
from app.domain.text import Text, translate
from app.services.shop import Shop
from app.services.views import Change
from app.storage import catalogue, deliveries, pending

OPPOSITE = {
    Action.RECEIPTS: Action.SOLD,
    Action.SOLD: Action.RETURN,
    Action.CANCEL: Action.SOLD,
    Action.RETURN: Action.SOLD,
}


def can_undo(state: State, action: Action, old_price: Decimal | None) -> bool:
    """Whether a delivery can be taken back by another one."""
    return state is State.DELIVERED and (action is not Action.PRICE or old_price is not None)


def draft_undo(shop: Shop, delivery_id: int) -> int:
    """Type the compensating action as pending changes; returns how many. Nothing is sent.

    Raises `InvalidValueError` where something else is typed for a size of it, or it was not delivered.
    """
    with shop.database.write() as connection:
        record = deliveries.record(connection, delivery_id)
        if record is None or not can_undo(State(record.state), Action(record.action), record.old_price):
            raise _impossible(translate("Undo", "Only what was delivered can be taken back."))
        if record.action == Action.PRICE:
            pending.put_prices(connection, {record.product_id: record.old_price})
            number = 1
        else:
            lines = deliveries.lines(connection, [delivery_id])
            typed = catalogue.size_records_by_id(connection, [line.size_id for line in lines])
            if taken := [row.value for row in typed if row.pending_action is not None]:
                words = translate("Undo", "Something is typed already for: {sizes}.")
                raise _impossible(words.format(sizes=", ".join(taken)))
            opposite = OPPOSITE[Action(record.action)]
            pending.put(connection, {line.size_id: (opposite, line.quantity) for line in lines})
            number = len(lines)
    shop.changes.publish(Change(frozenset({int(record.product_id)})))
    return number


def _impossible(title: Text) -> InvalidValueError:
    return InvalidValueError(title, translate("Undo", "Send or take away what is typed, then try again."))
