"""A plan becomes deliveries of one batch, some at a time.

Each transaction writes some deliveries, the rows that they come from and how many there are by now. What
was queued when a person stops it, or the program dies, stays; the import says so and goes on with the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.action import Action
from app.domain.errors import OutdatedError, PolkaError
from app.domain.text import translate
from app.services.batch_views import BatchSource
from app.services.batches import begin_batch
from app.services.import_creating import Creator
from app.services.import_views import ImportState, Plan, PlannedDelivery
from app.services.progress import Progress
from app.services.queueing import Order, Origin, queue_orders
from app.services.shop import Shop
from app.services.views import Change
from app.spreadsheet.flaws import Level
from app.spreadsheet.lines import Checked
from app.storage import imports

if TYPE_CHECKING:
    from sqlalchemy import Connection

AT_ONCE = 250
"""Deliveries in one transaction: others who write wait no longer than that takes."""


class AlreadyImportedError(PolkaError):
    """The same content was sent before with the same meaning; `import_id` is the earlier one."""

    def __init__(self, import_id: int, at: float, who: str) -> None:
        when = datetime.fromtimestamp(at, UTC).astimezone()
        title = translate("Import", "This file was imported already: {when}, {who}.")
        advice = translate("Import", "Nothing was sent. Import it anyway only if all of it happened twice.")
        super().__init__(title.format(when=f"{when:%Y-%m-%d %H:%M}", who=who or "?"), advice)
        self.import_id = import_id


@dataclass(frozen=True, slots=True)
class Begun:
    """An import whose deliveries may be queued."""

    id: int
    batch_id: int | None
    queued: int
    done: frozenset[tuple[int, int]]


def queue_import(
    shop: Shop,
    import_id: int,
    plan: Plan,
    checked: Checked,
    progress: Progress | None = None,
    *,
    anyway: bool = False,
) -> int:
    """Queue the plan's deliveries as one batch; returns how many this call queued.

    A stopped one keeps what it queued, as does one that fails: called again it goes on. Raises
    `AlreadyImportedError`, unless `anyway`, and `OutdatedError` where the import is not open any more.
    """
    progress = progress or Progress()
    begun = begin(shop, import_id, plan, checked, anyway=anyway)
    deliveries = list(_missing(plan.deliveries, begun))
    queue = _Queue(shop, plan, begun)
    for start in range(0, len(deliveries), AT_ONCE):
        progress.done, progress.total = start, len(deliveries)
        if progress.is_stopped:
            return start
        shop.database.give_way()
        queue.write(deliveries[start : start + AT_ONCE])
    finish(shop, import_id)
    return len(deliveries)


def begin(shop: Shop, import_id: int, plan: Plan, checked: Checked, *, anyway: bool) -> Begun:
    """From now on the import is under way. Raises as `queue_import` does."""
    errors = {
        problem.row for problem in (*checked.problems, *plan.problems) if problem.level is Level.ERROR
    }
    with shop.database.write() as connection:
        record = imports.record(connection, import_id)
        if record is None or not ImportState(record.state).is_open:
            raise _changed()
        if not anyway and record.state == ImportState.PREPARED:
            _refuse_repetition(connection, import_id, (record.digest, record.sheet, record.meaning))
        batch_id = record.batch_id
        done = imports.places(connection, import_id)
        if batch_id is None and plan.deliveries:
            articles = {delivery.article for delivery in plan.deliveries}
            batch_id = begin_batch(shop, connection, articles, BatchSource.IMPORT, record.file, least=1)
        begun = Begun(import_id, batch_id, record.queued, frozenset(done))
        rest = sum(1 for _ in _missing(plan.deliveries, begun))
        imports.change(
            connection,
            import_id,
            state=ImportState.QUEUEING,
            batch_id=batch_id,
            planned=record.queued + (rest if plan.deliveries else plan.size),
            unchanged=plan.unchanged,
            left_out=len(errors.union(plan.without)),
        )
    return begun


def _refuse_repetition(connection: Connection, import_id: int, same: tuple[str, int, str]) -> None:
    for earlier in imports.of_content(connection, same[0], ImportState.sent()):
        if earlier.id != import_id and (earlier.digest, earlier.sheet, earlier.meaning) == same:
            raise AlreadyImportedError(earlier.id, earlier.created_at, earlier.who)


def finish(shop: Shop, import_id: int, more: int = 0) -> None:
    """All of it is done; `more` of it in another way than by deliveries.

    Raises `OutdatedError` where it was dropped meanwhile: it stays so.
    """
    with shop.database.write() as connection:
        if not imports.finish(connection, import_id, more):
            raise _changed()
    shop.changes.publish(Change(deliveries=True))


def _missing(deliveries: Sequence[PlannedDelivery], begun: Begun) -> Sequence[PlannedDelivery]:
    """What was not queued by an earlier try, whatever the plan knew of that."""
    if not begun.done:
        return deliveries
    found: list[PlannedDelivery] = []
    for delivery in deliveries:
        rows = tuple(row for row in delivery.rows if begun.done.isdisjoint(row.places))
        if rows:
            found.append(replace(delivery, rows=rows))
    return found


class _Queue:
    """Writes parts of an import, as long as nobody else does."""

    def __init__(self, shop: Shop, plan: Plan, begun: Begun) -> None:
        self._shop, self._begun = shop, begun
        self._creator = Creator(shop, plan)
        self._queued = begun.queued

    def write(self, part: Sequence[PlannedDelivery]) -> None:
        """All of the part in one transaction."""
        begun, shop = self._begun, self._shop
        with shop.database.write() as connection:
            if not imports.add_queued(connection, begun.id, self._queued, len(part)):
                raise _changed()
            known, is_new = self._creator.completed(connection, part)
            orders = [_order(delivery) for delivery in known]
            numbers = queue_orders(shop, connection, orders, Origin(shop.who, begun.batch_id))
            imports.add_lines(
                connection,
                (
                    imports.NewLine(begun.id, *at, number, row.size_id)
                    for number, delivery in zip(numbers, known, strict=True)
                    for row in delivery.rows
                    for at in row.places
                ),
            )
        self._queued += len(part)
        products = frozenset(order.product_id for order in orders)
        shop.changes.publish(Change(products, structure=is_new, deliveries=True, queued=True))


def _order(delivery: PlannedDelivery) -> Order:
    if delivery.product_id is None:
        raise ValueError(delivery)
    if delivery.action is Action.PRICE:
        return Order(delivery.product_id, Action.PRICE, price=Decimal(delivery.rows[0].after))
    quantities = {row.size_id: row.quantity for row in delivery.rows if row.size_id is not None}
    return Order(delivery.product_id, delivery.action, quantities)


def _changed() -> OutdatedError:
    return OutdatedError(
        translate("Import", "This import was sent, dropped or taken up elsewhere meanwhile."),
        translate("Import", "Look at the history of imports to see how far it is."),
    )
