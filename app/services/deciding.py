"""What a person decides about a delivery: try it now, do not send it, what became of an unknown one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import ImpossibleStepError, State, Step
from app.domain.doubt import Figure, Place
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import translate
from app.services.agreement import correct, look_again, settle_writes
from app.services.pausing import hold_while_paused
from app.services.shop import Shop
from app.services.views import Change
from app.storage import catalogue, deliveries, ledger, outbox

if TYPE_CHECKING:
    from sqlalchemy import Connection


BEGUN_ANEW = {"reason": None, "next_at": None, "first_tried_at": None}
"""What a retry forgets."""


def retry(shop: Shop, delivery_id: int) -> None:
    """Try a rejected or waiting delivery now; its 24 hours begin anew.

    Raises `InvalidValueError` in other states.
    """
    with shop.database.write() as connection:
        record = _take(connection, delivery_id, Step.RETRY, **BEGUN_ANEW)
        hold_while_paused(connection)
    _publish(shop, record)


def cancel(shop: Shop, delivery_id: int) -> None:
    """Do not send it: its movement is taken back, a price goes back to the one before.

    One that may have arrived already cannot be taken back: it becomes unknown, and a person is asked.
    Raises `InvalidValueError` where it is on its way or has ended.
    """
    with shop.database.write() as connection:
        record = deliveries.record(connection, delivery_id)
        if record is None:
            raise _moved_on()
        call_off(shop, connection, record, shop.clock())
    _publish(shop, record)


def call_off(shop: Shop, connection: Connection, record: Any, now: float) -> State:
    """The same inside a transaction; returns the state that follows."""
    if record.in_doubt and record.state != State.REJECTED:
        _take(connection, record.id, Step.LOSE, next_at=None)
        return State.UNKNOWN
    _take(connection, record.id, Step.CANCEL, finished_at=now, next_at=None)
    take_back(shop, connection, record, now)
    return State.CANCELLED


def take_back(shop: Shop, connection: Connection, record: Any, now: float) -> None:
    """What follows here from a cancelled delivery: its movement is undone, a price is what it was."""
    for size_id, moved in ledger.of_delivery(connection, record.id):
        if moved:
            ledger.move(
                connection, size_id, -moved, Cause.CORRECTION, at=now, who=shop.who, delivery_id=record.id
            )
    look_again(connection, [line.size_id for line in deliveries.lines(connection, [record.id])], now)
    product = catalogue.product_records(connection, [record.product_id])[0]
    if record.action == Action.PRICE and product.price == record.price:
        price = outbox.open_price(connection, record.product_id) or product.agreed_price or record.old_price
        catalogue.update_product(connection, record.product_id, price=price)


def resolve_arrived(shop: Shop, delivery_id: int) -> None:
    """A person saw in the cabinet that an unknown delivery arrived. Raises `InvalidValueError`."""
    with shop.database.write() as connection:
        record = confirm(shop, connection, delivery_id)
    _publish(shop, record)


def resolve_not_arrived(shop: Shop, delivery_id: int) -> None:
    """A person saw that an unknown one did not arrive: it is sent again. Raises `InvalidValueError`."""
    with shop.database.write() as connection:
        record = deny(shop, connection, delivery_id)
        hold_while_paused(connection)
    _publish(shop, record)


def confirm(shop: Shop, connection: Connection, delivery_id: int) -> Any:
    """An unknown delivery arrived: both sides count it. Returns its record."""
    now = shop.clock()
    words = translate("Delivery", "{who} said that it arrived.").format(who=shop.who)
    record = _take(connection, delivery_id, Step.CONFIRM, reason=words.dumps(), finished_at=now)
    settle_writes(connection, {delivery_id: True}, [record.product_id], at=now, who=shop.who)
    if record.action == Action.PRICE:
        catalogue.update_product(connection, record.product_id, agreed_price=record.price)
    _note(shop, connection, record, Cause.CONFIRMED, now)
    return record


def deny(shop: Shop, connection: Connection, delivery_id: int) -> Any:
    """An unknown delivery did not arrive: it is queued again. Returns its record."""
    now = shop.clock()
    words = translate("Delivery", "{who} said that it did not arrive.").format(who=shop.who)
    record = _take(
        connection, delivery_id, Step.DENY, reason=words.dumps(), in_doubt=False, first_tried_at=None
    )
    settle_writes(connection, {delivery_id: False}, [record.product_id], at=now, who=shop.who)
    _note(shop, connection, record, Cause.DENIED, now)
    return record


def take_over(
    shop: Shop,
    connection: Connection,
    product_id: int,
    delivery_ids: Sequence[int],
    figures: Mapping[Place, Figure],
) -> None:
    """The cabinet shows what none of these deliveries of one product explains: both sides follow it.

    Nothing of them is sent again. Every figure of theirs is there.
    """
    now = shop.clock()
    words = translate("Delivery", "{who} took over the figures of the cabinet.").format(who=shop.who)
    for number in delivery_ids:
        record = _take(connection, number, Step.CORRECT, reason=words.dumps(), finished_at=now)
        if record.action == Action.PRICE:
            _take_over_price(connection, record, figures[Place(product_id, None)])
    counts = {size: int(figure) for (_, size), figure in figures.items() if size is not None}
    correct(connection, counts, at=now, who=shop.who)


def _take_over_price(connection: Connection, record: Any, figure: Figure) -> None:
    """Our price follows, too, unless a newer one was chosen since."""
    catalogue.update_product(connection, record.product_id, agreed_price=str(figure))
    product = catalogue.product_records(connection, [record.product_id])[0]
    if product.price == record.price:
        catalogue.update_product(connection, record.product_id, price=str(figure))


def _note(shop: Shop, connection: Connection, record: Any, cause: Cause, at: float) -> None:
    """Who decided and when, in the ledger of each size; the stock stays as it is."""
    for line in deliveries.lines(connection, [record.id]):
        ledger.move(connection, line.size_id, 0, cause, at=at, who=shop.who, delivery_id=record.id)


def _take(connection: Connection, delivery_id: int, step: Step, **fields: Any) -> Any:
    try:
        outbox.take(connection, [delivery_id], step, **fields)
    except ImpossibleStepError as error:
        raise _moved_on() from error
    return deliveries.record(connection, delivery_id)


def _moved_on() -> InvalidValueError:
    return InvalidValueError(
        translate("Delivery", "This delivery has moved on meanwhile."),
        translate("Delivery", "Look at its state again; nothing was changed."),
    )


def _publish(shop: Shop, record: Any) -> None:
    shop.changes.publish(Change(frozenset({int(record.product_id)}), deliveries=True, queued=True))
