"""What a person decides about a delivery: try it now, do not send it, what became of an unknown one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import ImpossibleStepError, State, Step
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import translate
from app.services.agreement import correct, settle_writes
from app.services.pausing import hold_while_paused
from app.services.shop import Shop
from app.services.views import Change, DeliveryLine
from app.storage import catalogue, deliveries, ledger, outbox

if TYPE_CHECKING:
    from sqlalchemy import Connection


def retry(shop: Shop, delivery_id: int) -> None:
    """Try a rejected or waiting delivery now; its 24 hours begin anew.

    Raises `InvalidValueError` in other states.
    """
    with shop.database.write() as connection:
        record = _take(connection, delivery_id, Step.RETRY, reason=None, next_at=None, first_tried_at=None)
        hold_while_paused(connection)
    _publish(shop, record)


def cancel(shop: Shop, delivery_id: int) -> None:
    """Do not send it: its movement is taken back, a price goes back to the one before.

    One that may have arrived already cannot be taken back: it becomes unknown, and a person is asked.
    Raises `InvalidValueError` where it is on its way or has ended.
    """
    now = shop.clock()
    with shop.database.write() as connection:
        record = deliveries.record(connection, delivery_id)
        if record is not None and record.in_doubt and record.state != State.REJECTED:
            _take(connection, delivery_id, Step.LOSE, next_at=None)
        else:
            record = _take(connection, delivery_id, Step.CANCEL, finished_at=now, next_at=None)
            take_back(shop, connection, record, now)
    _publish(shop, record)


def take_back(shop: Shop, connection: Connection, record: Any, now: float) -> None:
    """What follows here from a cancelled delivery: its movement is undone, a price is what it was."""
    for size_id, moved in ledger.of_delivery(connection, record.id):
        if moved:
            ledger.move(
                connection, size_id, -moved, Cause.CORRECTION, at=now, who=shop.who, delivery_id=record.id
            )
    product = catalogue.product_records(connection, [record.product_id])[0]
    if record.action == Action.PRICE and product.price == record.price:
        price = outbox.open_price(connection, record.product_id) or product.agreed_price or record.old_price
        catalogue.update_product(connection, record.product_id, price=price)


def resolve_arrived(shop: Shop, delivery_id: int) -> None:
    """A person saw in the cabinet that an unknown delivery arrived."""
    now = shop.clock()
    words = translate("Delivery", "{who} said that it arrived.").format(who=shop.who)
    with shop.database.write() as connection:
        record = _take(connection, delivery_id, Step.CONFIRM, reason=words.dumps(), finished_at=now)
        settle_writes(connection, {delivery_id: True}, [record.product_id], at=now, who=shop.who)
        if record.action == Action.PRICE:
            catalogue.update_product(connection, record.product_id, agreed_price=record.price)
    _publish(shop, record)


def resolve_not_arrived(shop: Shop, delivery_id: int) -> None:
    """A person saw in the cabinet that an unknown delivery did not arrive: it is sent again."""
    with shop.database.write() as connection:
        record = _take(connection, delivery_id, Step.DENY, reason=None, in_doubt=False, first_tried_at=None)
        settle_writes(connection, {delivery_id: False}, [record.product_id], at=shop.clock(), who=shop.who)
        hold_while_paused(connection)
    _publish(shop, record)


class Conclusion(StrEnum):
    """What the cabinet's figures say about a delivery without an answer."""

    ARRIVED = "arrived"
    NOT_ARRIVED = "not_arrived"
    SOMETHING_ELSE = "something_else"


def conclude(lines: Iterable[DeliveryLine], counts: Mapping[int, int]) -> Conclusion:
    """What {size id: pieces that the cabinet shows} says; every line has a figure."""
    shown = [(counts[line.size_id], line.before, line.after) for line in lines]
    if all(count == after for count, _, after in shown):
        return Conclusion.ARRIVED
    if all(count == before for count, before, _ in shown):
        return Conclusion.NOT_ARRIVED
    return Conclusion.SOMETHING_ELSE


def resolve(shop: Shop, delivery_id: int, conclusion: Conclusion, counts: Mapping[int, int]) -> None:
    """Do what follows from the figures of the cabinet. Raises `InvalidValueError`."""
    match conclusion:
        case Conclusion.ARRIVED:
            resolve_arrived(shop, delivery_id)
        case Conclusion.NOT_ARRIVED:
            resolve_not_arrived(shop, delivery_id)
        case Conclusion.SOMETHING_ELSE:
            resolve_corrected(shop, delivery_id, counts)


def resolve_corrected(shop: Shop, delivery_id: int, counts: Mapping[int, int]) -> None:
    """The cabinet shows something else, {size id: pieces}: both sides follow it, nothing is sent again.

    Raises `InvalidValueError` where a figure is missing or below zero.
    """
    now = shop.clock()
    words = translate("Delivery", "{who} took over the figures of the cabinet.").format(who=shop.who)
    with shop.database.write() as connection:
        asked = {line.size_id for line in deliveries.lines(connection, [delivery_id])}
        if asked - counts.keys() or min(counts.values(), default=0) < 0:
            raise InvalidValueError(
                translate("Delivery", "Every size needs the figure that the cabinet shows."),
                translate("Delivery", "Zero is a figure, too; nothing was changed."),
            )
        record = _take(connection, delivery_id, Step.CONFIRM, reason=words.dumps(), finished_at=now)
        correct(connection, record.product_id, counts, at=now, who=shop.who)
    _publish(shop, record)


def _take(connection: Connection, delivery_id: int, step: Step, **fields: Any) -> Any:
    try:
        outbox.take(connection, [delivery_id], step, **fields)
    except ImpossibleStepError as error:
        raise InvalidValueError(
            translate("Delivery", "This delivery has moved on meanwhile."),
            translate("Delivery", "Look at its state again; nothing was changed."),
        ) from error
    return deliveries.record(connection, delivery_id)


def _publish(shop: Shop, record: Any) -> None:
    shop.changes.publish(Change(frozenset({int(record.product_id)}), deliveries=True, queued=True))
