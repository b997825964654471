"""Deliveries as a person sees them, and what a person may decide about one."""

from __future__ import annotations

import csv
import shlex
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.marketplace.schema import OutgoingSize, render
from app.services.pausing import load_pause, pause, resume
from app.services.settings import load_connection, load_dialect
from app.services.shop import Shop
from app.services.tracks import dump_track, load_track
from app.services.views import (
    AttemptRow,
    Change,
    DeliveryCounts,
    DeliveryDetails,
    DeliveryKind,
    DeliveryLine,
    DeliveryRow,
)
from app.storage import catalogue, ledger, outbox

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["pause", "resume"]

EXPORT_ROWS = 500
_STATES: dict[DeliveryKind, Sequence[State] | None] = {
    DeliveryKind.ALL: None,
    DeliveryKind.NEEDS_PERSON: outbox.NEEDS_PERSON,
    DeliveryKind.QUEUED: outbox.ON_THE_WAY,
    DeliveryKind.DELIVERED: (State.DELIVERED,),
}
_RETRIABLE = frozenset({State.REJECTED, State.WAITING})
_CANCELLABLE = frozenset({State.QUEUED, State.WAITING, State.HELD, State.REJECTED})


def delivery_count(shop: Shop, kind: DeliveryKind) -> int:
    """How many deliveries the filter finds."""
    with shop.database.read() as connection:
        return outbox.count(connection, _STATES[kind])


def delivery_rows(shop: Shop, kind: DeliveryKind, offset: int, limit: int) -> list[DeliveryRow]:
    """A window of the deliveries that the filter finds, newest first."""
    with shop.database.read() as connection:
        records = outbox.records(connection, _STATES[kind], offset, limit)
        return _rows(connection, records)


def _rows(connection: Connection, records: Sequence[Any]) -> list[DeliveryRow]:
    carried: dict[int, list[DeliveryLine]] = {}
    for line in outbox.lines(connection, [record.id for record in records]):
        carried.setdefault(line.delivery_id, []).append(
            DeliveryLine(line.value, line.quantity, line.before, line.after)
        )
    return [_row(record, carried.get(record.id, [])) for record in records]


def _row(record: Any, lines: Sequence[DeliveryLine]) -> DeliveryRow:
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
    )


def delivery_counts(shop: Shop) -> DeliveryCounts:
    """The figures on the filters and in the navigation."""
    with shop.database.read() as connection:
        return DeliveryCounts(*outbox.counts(connection))


def delivery_details(shop: Shop, delivery_id: int) -> DeliveryDetails | None:
    """A delivery with its attempts, or None where there is no such delivery."""
    with shop.database.read() as connection:
        record = outbox.record(connection, delivery_id)
        if record is None:
            return None
        row = _rows(connection, [record])[0]
        attempts = outbox.attempt_records(connection, delivery_id)
    return DeliveryDetails(
        row=row,
        title=record.title,
        attempts=tuple(_attempt(attempt) for attempt in attempts),
        preview="" if attempts else _preview(shop, row),
        can_retry=row.state in _RETRIABLE,
        can_cancel=row.state in _CANCELLABLE,
        can_resolve=row.state is State.UNKNOWN,
    )


def _attempt(record: Any) -> AttemptRow:
    return AttemptRow(
        at=_moment(record.at),
        milliseconds=record.milliseconds,
        status=record.status,
        words=Text.loads(record.words),
        request=record.request,
        answer=record.answer,
    )


def _preview(shop: Shop, row: DeliveryRow) -> str:
    """The body as it would be sent now."""
    dialect = load_dialect(shop)
    with shop.database.read() as connection:
        product = catalogue.product_records(connection, [row.product_id])[0]
        if row.action is Action.PRICE:
            known = catalogue.size_records(connection, [row.product_id])
            sizes = [
                OutgoingSize(s.value, 0, s.here if s.agreed is None else s.agreed, s.marketplace_size_id)
                for s in known
            ]
        else:
            sizes = [OutgoingSize(line.value, line.quantity, line.after or 0) for line in row.lines]
    price = row.price if row.action is Action.PRICE else _decimal(product.price)
    return render(row.action, row.article, price, sizes, dialect).decode()


def retry(shop: Shop, delivery_id: int) -> None:
    """Send a rejected or waiting delivery again now. Raises `InvalidValueError` in other states."""
    with shop.database.write() as connection:
        record = _in_state(connection, delivery_id, _RETRIABLE)
        _queue_again(connection, delivery_id)
    _publish(shop, record)


def _queue_again(connection: Connection, delivery_id: int) -> None:
    paused = load_pause(connection)
    if paused is None:
        outbox.set_state(connection, [delivery_id], State.QUEUED)
    else:
        outbox.set_state(connection, [delivery_id], State.HELD, reason=paused.dumps())


def cancel(shop: Shop, delivery_id: int) -> None:
    """Do not send it: its movement is taken back, a price goes back to the old one.

    Raises `InvalidValueError` where it may have left already.
    """
    with shop.database.write() as connection:
        record = _in_state(connection, delivery_id, _CANCELLABLE)
        now = shop.clock()
        outbox.set_state(connection, [delivery_id], State.CANCELLED, finished_at=now)
        for size_id, moved in ledger.of_delivery(connection, delivery_id):
            if moved:
                ledger.move(
                    connection,
                    size_id,
                    -moved,
                    Cause.CORRECTION,
                    at=now,
                    who=shop.who,
                    delivery_id=delivery_id,
                )
        if record.action == Action.PRICE and record.old_price is not None:
            catalogue.update_product(connection, record.product_id, price=record.old_price)
    _publish(shop, record)


def resolve_arrived(shop: Shop, delivery_id: int) -> None:
    """A person saw in the cabinet that an unknown delivery arrived."""
    with shop.database.write() as connection:
        record = _in_state(connection, delivery_id, frozenset({State.UNKNOWN}))
        now = shop.clock()
        outbox.set_state(connection, [delivery_id], State.DELIVERED, reason=_decided(shop), finished_at=now)
        _settle(connection, delivery_id, applied=True)
        if record.action == Action.PRICE:
            catalogue.update_product(connection, record.product_id, agreed_price=record.price)
    _publish(shop, record)


def resolve_not_arrived(shop: Shop, delivery_id: int) -> None:
    """A person saw in the cabinet that an unknown delivery did not arrive: it is sent again."""
    with shop.database.write() as connection:
        record = _in_state(connection, delivery_id, frozenset({State.UNKNOWN}))
        _settle(connection, delivery_id, applied=False)
        _queue_again(connection, delivery_id)
    _publish(shop, record)


def _settle(connection: Connection, delivery_id: int, *, applied: bool) -> None:
    changed: list[outbox.FinishedSize] = []
    for line in outbox.lines(connection, [delivery_id]):
        if line.track is None:
            continue
        track = load_track(line.track, line.agreed)
        track = track.accepted(delivery_id) if applied else track.rejected(delivery_id)
        changed.append(outbox.FinishedSize(line.size_id, track.agreed, dump_track(track)))
    outbox.write_sizes(connection, changed)


def _decided(shop: Shop) -> str:
    words = translate("Delivery", "{who} said that it arrived.").format(who=shop.who)
    return words.dumps()


def _in_state(connection: Connection, delivery_id: int, states: frozenset[State]) -> Any:
    record = outbox.record(connection, delivery_id)
    if record is None or State(record.state) not in states:
        raise InvalidValueError(
            translate("Delivery", "This delivery has moved on meanwhile."),
            translate("Delivery", "Look at its state again; nothing was changed."),
        )
    return record


def _publish(shop: Shop, record: Any) -> None:
    shop.changes.publish(Change(frozenset({int(record.product_id)}), deliveries=True))


def as_curl(shop: Shop, details: DeliveryDetails) -> str:
    """The request as a command for support, the token masked."""
    body = details.attempts[-1].request if details.attempts else details.preview
    url = load_connection(shop).url
    parts = ["curl", "-X", "POST", url, "-H", "Authorization: Bearer ***"]
    parts += ["-H", "Content-Type: application/json; charset=utf-8", "--data-raw", body]
    return shlex.join(parts)


def export_deliveries(shop: Shop, path: Path, kind: DeliveryKind) -> int:
    """Write what the filter finds as a table for a spreadsheet; returns the number of rows."""
    total = delivery_count(shop, kind)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["created", "article", "action", "sizes", "price", "state", "reason", "attempts"])
        for offset in range(0, total, EXPORT_ROWS):
            for row in delivery_rows(shop, kind, offset, EXPORT_ROWS):
                writer.writerow(_exported(row))
    return total


def _exported(row: DeliveryRow) -> list[str]:
    sizes = ", ".join(f"{line.value} {line.before} → {line.after}" for line in row.lines)
    reason = "" if row.reason is None else str(row.reason)
    price = "" if row.price is None else str(row.price)
    cells = [
        row.article,
        row.action.value,
        sizes,
        price,
        row.state.value,
        reason,
        str(row.attempts),
    ]
    return [row.created_at.isoformat(timespec="seconds"), *map(harmless, cells)]


def harmless(cell: str) -> str:
    """A cell that a spreadsheet program will not run as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()
