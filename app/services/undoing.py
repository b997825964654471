"""Undo after sending: the action that takes a delivered one back, typed for the person to review."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import InvalidValueError
from app.domain.text import Text, translate
from app.services.shop import Shop
from app.services.views import Change
from app.storage import catalogue, deliveries, ledger, pending

if TYPE_CHECKING:
    from sqlalchemy import Connection

OPPOSITE = {
    Action.RECEIPTS: Action.SOLD,
    Action.SOLD: Action.RETURN,
    Action.CANCEL: Action.SOLD,
    Action.RETURN: Action.SOLD,
}


def can_undo(connection: Connection, record: Any) -> bool:
    """Whether a delivery can be taken back by another one.

    A correction cannot: it moved no stock here, and its opposite would.
    """
    if record.state != State.DELIVERED:
        return False
    if record.action == Action.PRICE:
        return record.old_price is not None
    return any(moved for _, moved in ledger.of_delivery(connection, record.id))


def draft_undo(shop: Shop, delivery_id: int) -> int:
    """Type the compensating action as pending changes; returns how many. Nothing is sent.

    Raises `InvalidValueError` where something else is typed for a size of it, or it was not delivered.
    """
    with shop.database.write() as connection:
        number, product_id = _draft(connection, delivery_id)
    shop.changes.publish(Change(frozenset({product_id})))
    return number


def draft_undo_of(shop: Shop, delivery_ids: Sequence[int]) -> int:
    """The same of several, as far as that is possible; returns of how many deliveries."""
    products: list[int] = []
    with shop.database.write() as connection:
        for delivery_id in delivery_ids:
            with suppress(InvalidValueError):  # it was told before anything was written
                products.append(_draft(connection, delivery_id)[1])
    shop.changes.publish(Change(frozenset(products)))
    return len(products)


def _draft(connection: Connection, delivery_id: int) -> tuple[int, int]:
    """(how many changes were typed, product id)."""
    record = deliveries.record(connection, delivery_id)
    if record is None or not can_undo(connection, record):
        raise _impossible(translate("Undo", "Only what was delivered can be taken back."))
    if record.action == Action.PRICE:
        pending.put_prices(connection, {record.product_id: record.old_price})
        return 1, int(record.product_id)
    lines = deliveries.lines(connection, [delivery_id])
    typed = catalogue.size_records_by_id(connection, [line.size_id for line in lines])
    if taken := [row.value for row in typed if row.pending_action is not None]:
        words = translate("Undo", "Something is typed already for: {sizes}.")
        raise _impossible(words.format(sizes=", ".join(taken)))
    opposite = OPPOSITE[Action(record.action)]
    pending.put(connection, {line.size_id: (opposite, line.quantity) for line in lines})
    return len(lines), int(record.product_id)


def _impossible(title: Text) -> InvalidValueError:
    return InvalidValueError(title, translate("Undo", "Send or take away what is typed, then try again."))
