"""Pending changes, their review, and the moment they become deliveries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.action import Action
from app.domain.errors import InvalidValueError, OutdatedError
from app.domain.movement import Cause
from app.domain.text import translate
from app.services import conflicts
from app.services.agreement import look_again
from app.services.batch_views import BatchSource
from app.services.batches import begin_batch
from app.services.queueing import Order, Origin, new_delivery, queue_orders
from app.services.review_views import Review, ReviewItem
from app.services.shop import Shop
from app.services.views import Change, PendingChange, PendingSummary
from app.storage import catalogue, ledger, outbox, pending

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class PendingSnapshot:
    """All pending changes at one moment, so that they can be put back."""

    stock: Mapping[int, PendingChange]
    prices: Mapping[int, Decimal]
    products: frozenset[int]


def set_pending(shop: Shop, changes: Mapping[int, PendingChange | None]) -> None:
    """Keep what was typed for sizes; None takes the change away."""
    with shop.database.write() as connection:
        _put(shop, connection, changes)
        touched = catalogue.products_of(connection, changes)
    shop.changes.publish(Change(touched))


def _put(shop: Shop, connection: Connection, changes: Mapping[int, PendingChange | None]) -> None:
    """A correction that is taken away is declined; one that comes back is drafted as it fits by now.

    Where something typed is taken away, one is drafted only if it is known that the stocks differ.
    """
    now = shop.clock()
    gone = [size_id for size_id, change in changes.items() if change is None]
    wanted = [size_id for size_id, change in changes.items() if change is not None and change.corrects]
    typed = {size_id: _stored(change) for size_id, change in changes.items() if size_id not in wanted}
    conflicts.decline(connection, pending.corrected(connection, gone), now)
    pending.put(connection, typed | dict.fromkeys(wanted))
    conflicts.take_up(connection, wanted, now)
    look_again(connection, [*conflicts.known(connection, gone), *wanted], now)


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed for a product by now: its new price, and the change of each size in its order."""

    price: Decimal | None
    sizes: list[tuple[int, PendingChange | None]] = field(
        default_factory=list[tuple[int, PendingChange | None]]
    )


def typed_so_far(shop: Shop, product_ids: Collection[int]) -> dict[int, Typed]:
    """What is typed for these products."""
    with shop.database.read() as connection:
        prices = pending.prices(connection, product_ids)
        found = {number: Typed(_price(prices.get(number))) for number in product_ids}
        for product_id, size_id, action, pieces, corrects in pending.of_products(connection, product_ids):
            change = PendingChange(Action(action), pieces, bool(corrects)) if action else None
            found[product_id].sizes.append((size_id, change))
    return found


def set_new_prices(shop: Shop, prices: Mapping[int, Decimal | None]) -> None:
    """Keep what was typed as new prices of products; None takes it away."""
    with shop.database.write() as connection:
        pending.put_prices(connection, {k: _text(v) for k, v in prices.items()})
    shop.changes.publish(Change(frozenset(prices)))


def take_all_pending(shop: Shop) -> PendingSnapshot:
    """Take away every pending change and return them all, for an undo."""
    with shop.database.write() as connection:
        changes, prices = pending.all_changes(connection), pending.all_prices(connection)
        snapshot = PendingSnapshot(
            {
                row.size_id: PendingChange(Action(row.action), row.quantity, bool(row.corrects))
                for row in changes
            },
            {row.product_id: Decimal(row.price) for row in prices},
            frozenset({row.product_id for row in (*changes, *prices)}),
        )
        _put(shop, connection, dict.fromkeys(snapshot.stock))
        pending.put_prices(connection, dict.fromkeys(snapshot.prices))
    shop.changes.publish(Change(snapshot.products))
    return snapshot


def put_pending(shop: Shop, snapshot: PendingSnapshot) -> None:
    """Put back what `take_all_pending` took."""
    with shop.database.write() as connection:
        _put(shop, connection, snapshot.stock)
        pending.put_prices(connection, {k: str(v) for k, v in snapshot.prices.items()})
    shop.changes.publish(Change(snapshot.products))


def pending_summary(shop: Shop) -> PendingSummary:
    """How much is typed and not sent."""
    with shop.database.read() as connection:
        return PendingSummary(*pending.counts(connection))


def queue_review(shop: Shop, reviewed: Review, leave_out: frozenset[int] = frozenset()) -> int:
    """Queue the items that are not left out, as one batch in one transaction; returns how many.

    What was typed after the review stays pending: only what the review showed is taken. Raises
    `OutdatedError`, and queues nothing, where something of that is not pending any more as it was shown.
    """
    chosen = [item for number, item in enumerate(reviewed.items) if number not in leave_out]
    with shop.database.write() as connection:
        _check_current(connection, chosen)
        products = [item.product_id for item in chosen]
        origin = Origin(shop.who, begin_batch(shop, connection, products, BatchSource.REVIEW))
        for item in chosen:
            _queue_item(shop, connection, item, origin)
    if chosen:
        shop.changes.publish(
            Change(frozenset(item.product_id for item in chosen), deliveries=True, queued=True)
        )
    return len(chosen)


def _check_current(connection: Connection, chosen: Sequence[ReviewItem]) -> None:
    stock = {
        row.size_id: (row.action, row.quantity, bool(row.corrects))
        for row in pending.all_changes(connection)
    }
    prices = {row.product_id: Decimal(row.price) for row in pending.all_prices(connection)}
    for item in chosen:
        is_current = all(
            stock.get(line.size_id) == (item.action, line.quantity, line.corrects) for line in item.lines
        )
        if not is_current or (item.new_price is not None and prices.get(item.product_id) != item.new_price):
            raise OutdatedError(
                translate("Review", "Something changed while the review was open; nothing was sent."),
                translate("Review", "Look at what is shown now, then send."),
            )


def _queue_item(shop: Shop, connection: Connection, item: ReviewItem, origin: Origin) -> None:
    if item.action is Action.PRICE:
        if item.new_price is None:
            raise ValueError(item)
        _queue_price(shop, connection, item.product_id, item.new_price, origin)
        pending.put_prices(connection, {item.product_id: None})
        return
    quantities = {line.size_id: line.quantity for line in item.lines}
    if item.corrects:
        queue_corrections(shop, connection, item.product_id, item.action, quantities, origin)
        return
    queue_stock(shop, connection, item.product_id, item.action, quantities, origin)
    pending.put(connection, dict.fromkeys(quantities))


def queue_corrections(
    shop: Shop,
    connection: Connection,
    product_id: int,
    action: Action,
    quantities: Mapping[int, int],
    origin: Origin,
) -> None:
    """Queue drafted corrections, {size id: pieces}, inside a transaction: our stock stays.

    What is drafted otherwise by now, or no longer, is left out.
    """
    now = shop.clock()
    drafted = pending.corrected(connection, quantities)
    fitting = {size: n for size, n in quantities.items() if drafted.get(size) == (action, n)}
    if not fitting:
        return
    number = outbox.queue(connection, new_delivery(connection, product_id, action, now, origin), fitting)
    for size_id in fitting:
        ledger.move(connection, size_id, 0, Cause.CORRECTED, at=now, who=origin.who, delivery_id=number)
    pending.put(connection, dict.fromkeys(fitting))
    conflicts.decline(connection, fitting, now)  # not once more, should this one be cancelled
    look_again(connection, fitting, now)


def queue_action(
    shop: Shop,
    article: str,
    action: Action,
    quantities: Mapping[str, int],
    price: Decimal | None,
    who: str,
) -> list[int]:
    """Queue an action by names, as a script knows them; returns the numbers of its deliveries.

    `quantities` are pieces for each size's value. A price becomes a delivery of its own, before the
    action. Raises `InvalidValueError` for an unknown article or size.
    """
    numbers: list[int] = []
    with shop.database.write() as connection:
        product_id, sizes = named(connection, article, quantities)
        if price is not None:
            numbers.append(_queue_price(shop, connection, product_id, price, Origin(who)))
        if action.moves_stock:
            numbers.append(queue_stock(shop, connection, product_id, action, sizes, Origin(who)))
    shop.changes.publish(Change(frozenset({product_id}), deliveries=True, queued=True))
    return numbers


def named(
    connection: Connection, article: str, quantities: Mapping[str, int]
) -> tuple[int, dict[int, int]]:
    """The product's number and {size id: pieces}. Raises `InvalidValueError` for what is not there."""
    product = catalogue.product_by_article(connection, article)
    if product is None or product.removed_at is not None:
        raise _not_found(article)
    found = {_size_id(connection, product.id, article, value): n for value, n in quantities.items()}
    return int(product.id), found


def _size_id(connection: Connection, product_id: int, article: str, value: str) -> int:
    size = catalogue.size_by_value(connection, product_id, value)
    if size is None or size.removed_at is not None:
        raise InvalidValueError(
            translate("Script", "{article} has no size {size}.").format(article=article, size=value),
            translate("Script", "Nothing was queued. See the sizes with: polka list products."),
        )
    return int(size.id)


def _not_found(article: str) -> InvalidValueError:
    return InvalidValueError(
        translate("Script", "There is no product with the article {article}.").format(article=article),
        translate("Script", "Nothing was queued. See the articles with: polka list products."),
    )


def _queue_price(
    shop: Shop, connection: Connection, product_id: int, price: Decimal, origin: Origin
) -> int:
    return queue_orders(shop, connection, [Order(product_id, Action.PRICE, price=price)], origin)[0]


def queue_stock(
    shop: Shop,
    connection: Connection,
    product_id: int,
    action: Action,
    quantities: Mapping[int, int],
    origin: Origin,
) -> int:
    """Queue pieces, {size id: quantity}, inside a transaction; returns the delivery's number."""
    return queue_orders(shop, connection, [Order(product_id, action, quantities)], origin)[0]


def _stored(change: PendingChange | None) -> tuple[str, int] | None:
    return None if change is None else (change.action, change.quantity)


def _price(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(price: Decimal | None) -> str | None:
    return None if price is None else str(price)
