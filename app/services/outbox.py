"""Deliveries as a person sees them, and what a person may decide about one."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from app.domain.action import Action
from app.domain.delivery import FINAL, STEPS, State, Step
from app.domain.text import Text
from app.domain.times import Times
from app.marketplace.outcome import CUT
from app.marketplace.schema import OutgoingSize, render
from app.services.batch_views import BatchPart, BatchResult
from app.services.batches import batch_row
from app.services.delivery_views import (
    AttemptRow,
    DeliveryCounts,
    DeliveryDetails,
    DeliveryKind,
    DeliveryLine,
    DeliveryRow,
    Earlier,
    LastAttempt,
)
from app.services.doubts import product_question
from app.services.forecast import forecast
from app.services.settings import load_connection, load_dialect
from app.services.shop import Shop
from app.services.undoing import can_undo
from app.storage import batches, catalogue, deliveries
from app.storage.deliveries import Wanted

if TYPE_CHECKING:
    from sqlalchemy import Connection

Shown: TypeAlias = DeliveryKind | BatchPart
"""What the list of deliveries can be narrowed to."""

_OF_KIND: dict[DeliveryKind, Wanted] = {
    DeliveryKind.ALL: Wanted(),
    DeliveryKind.NEEDS_PERSON: Wanted(deliveries.NEEDS_PERSON),
    DeliveryKind.QUEUED: Wanted(deliveries.ON_THE_WAY),
    DeliveryKind.DELIVERED: Wanted((State.DELIVERED,)),
    DeliveryKind.UNKNOWN: Wanted((State.UNKNOWN,)),
    DeliveryKind.REJECTED: Wanted((State.REJECTED,)),
}
_OF_RESULT: dict[BatchResult | None, Sequence[State] | None] = {
    None: None,
    BatchResult.DELIVERED: (State.DELIVERED,),
    BatchResult.REJECTED: (State.REJECTED,),
    BatchResult.UNKNOWN: (State.UNKNOWN,),
    BatchResult.CORRECTED: (State.CORRECTED,),
    BatchResult.NOT_SENT: (State.CANCELLED, State.SUPERSEDED),
    BatchResult.WAITING: deliveries.ON_THE_WAY,
}


def delivery_count(shop: Shop, shown: Shown) -> int:
    """How many deliveries the filter finds."""
    with shop.database.read() as connection:
        return deliveries.count(connection, wanted(shown))


def delivery_rows(shop: Shop, shown: Shown, offset: int, limit: int) -> list[DeliveryRow]:
    """A window of the deliveries that the filter finds, newest first."""
    with shop.database.read() as connection:
        records = deliveries.records(connection, wanted(shown), offset, limit)
        return _rows(connection, records)


def older_deliveries(shop: Shop, shown: Shown, below: int | None, limit: int) -> list[DeliveryRow]:
    """The newest deliveries that are shown and older than number `below` (None: than none).

    Unlike a window it neither skips nor repeats where new ones come in meanwhile.
    """
    with shop.database.read() as connection:
        return _rows(connection, deliveries.records_below(connection, wanted(shown), below, limit))


def last_attempts(shop: Shop, ids: Collection[int]) -> dict[int, LastAttempt]:
    """The newest attempt of each of these deliveries that was tried."""
    with shop.database.read() as connection:
        rows = deliveries.last_attempts(connection, ids)
    return {row.delivery_id: LastAttempt(_moment(row.at), row.status, _times(row)) for row in rows}


def delivery_place(shop: Shop, shown: Shown, delivery_id: int) -> int:
    """Its row in what the filter finds now, if it is found."""
    with shop.database.read() as connection:
        return deliveries.place(connection, wanted(shown), delivery_id)


def wanted(shown: Shown) -> Wanted:
    """What the storage looks for."""
    if isinstance(shown, BatchPart):
        return Wanted(_OF_RESULT[shown.result], shown.batch_id)
    return _OF_KIND[shown]


def _rows(connection: Connection, records: Sequence[Any]) -> list[DeliveryRow]:
    carried: dict[int, list[DeliveryLine]] = {}
    lines = deliveries.lines(connection, [record.id for record in records])
    still_open = {record.id for record in records if State(record.state) not in FINAL}
    coming = forecast(connection, {line.size_id for line in lines if line.delivery_id in still_open})
    for line in lines:
        before, after = coming.get((line.delivery_id, line.size_id), (line.before, line.after))
        shown = DeliveryLine(
            line.size_id, line.value, line.quantity, before, after, line.marketplace_size_id
        )
        carried.setdefault(line.delivery_id, []).append(shown)
    held = {row.of: _earlier(row) for row in deliveries.held_back(connection, [r.id for r in records])}
    return [_row(record, carried.get(record.id, []), held.get(record.id)) for record in records]


def _earlier(record: Any) -> Earlier:
    return Earlier(record.id, _moment(record.created_at), Action(record.action), State(record.state))


def _row(record: Any, lines: Sequence[DeliveryLine], earlier: Earlier | None) -> DeliveryRow:
    return DeliveryRow(
        id=record.id,
        created_at=_moment(record.created_at),
        product_id=record.product_id,
        article=record.article,
        action=Action(record.action),
        lines=tuple(lines),
        old_price=_decimal(record.old_price),
        price=_decimal(record.price),
        state=State(record.state),
        reason=Text.loads(record.reason),
        next_at=None if record.next_at is None else _moment(record.next_at),
        attempts=record.attempts,
        who=record.who,
        title=record.title,
        batch_id=record.batch_id,
        waits_for=earlier,
    )


def delivery_counts(shop: Shop) -> DeliveryCounts:
    """The figures on the filters and in the navigation."""
    with shop.database.read() as connection:
        found = DeliveryCounts(*deliveries.counts(connection))
        may_hold = found.needs_person > 0 and found.queued > 0
        return replace(found, held_back=batches.held_back(connection)) if may_hold else found


def delivery_details(shop: Shop, delivery_id: int) -> DeliveryDetails | None:
    """A delivery with its attempts, or None where there is no such delivery."""
    with shop.database.read() as connection:
        record = deliveries.record(connection, delivery_id)
        if record is None:
            return None
        row = _rows(connection, [record])[0]
        attempts = deliveries.attempt_records(connection, delivery_id)
        question = product_question(connection, row.product_id) if row.state is State.UNKNOWN else None
        is_undoable = can_undo(connection, record)
    return DeliveryDetails(
        row=row,
        title=record.title,
        attempts=tuple(_attempt(attempt) for attempt in attempts),
        preview="" if attempts else _preview(shop, row),
        key=record.key,
        batch=None if record.batch_id is None else batch_row(shop, record.batch_id),
        can_retry=row.state in STEPS[Step.RETRY][0],
        can_cancel=row.state in STEPS[Step.CANCEL][0],
        can_resolve=row.state is State.UNKNOWN,
        can_undo=is_undoable,
        question=question,
    )


def _attempt(record: Any) -> AttemptRow:
    return AttemptRow(
        at=_moment(record.at),
        milliseconds=record.milliseconds,
        status=record.status,
        words=Text.loads(record.words),
        request=record.request,
        answer=record.answer,
        times=_times(record),
        is_cut=record.answer is not None and record.answer.endswith(CUT),
    )


def _times(record: Any) -> Times | None:
    if record.connecting is None:
        return None
    return Times(record.connecting, record.sending, record.waiting)


def _preview(shop: Shop, row: DeliveryRow) -> str:
    """The body as it would be sent now."""
    dialect = load_dialect(shop)
    with shop.database.read() as connection:
        product = catalogue.product_records(connection, [row.product_id])[0]
        if row.action is Action.PRICE:
            known = catalogue.size_records(connection, [row.product_id])
            sizes = [
                OutgoingSize(s.value, 0, s.agreed, s.marketplace_size_id)
                for s in known
                if s.agreed is not None
            ]
        else:
            sizes = [
                OutgoingSize(line.value, line.quantity, line.after or 0, line.marketplace_size_id)
                for line in row.lines
            ]
    price = row.price if row.action is Action.PRICE else _decimal(product.price)
    return render(row.action, row.article, price, sizes, dialect).decode()


def as_curl(shop: Shop, details: DeliveryDetails) -> str:
    """The request as a command for support, the token masked."""
    body = details.attempts[-1].request if details.attempts else details.preview
    connection = load_connection(shop)
    parts = ["curl", "-X", "POST", connection.url, "-H", "Authorization: Bearer ***"]
    if connection.dialect.idempotency_key:
        parts += ["-H", f"Idempotency-Key: {details.key}"]
    parts += ["-H", "Content-Type: application/json; charset=utf-8", "--data-raw", body]
    return shlex.join(parts)


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()
