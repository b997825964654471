"""The ledger as a person sees it: what moved each stock and who, and the stock at any past moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.domain.movement import Cause
from app.services.batch_views import BatchSource
from app.services.ledger_views import (
    LedgerFilter,
    LedgerRow,
    PastFilter,
    PastRow,
    PastTotals,
    UnequalSize,
)
from app.services.shop import Shop
from app.storage import movement_log, past_stock


def movement_count(shop: Shop, wanted: LedgerFilter) -> int:
    """How many movements the filter finds."""
    with shop.database.read() as connection:
        return movement_log.count(connection, _wanted(wanted))


def movement_rows(shop: Shop, wanted: LedgerFilter, offset: int, limit: int) -> list[LedgerRow]:
    """A window of the movements that the filter finds, newest first."""
    with shop.database.read() as connection:
        records = movement_log.records(connection, _wanted(wanted), offset, limit)
    return [_row(record) for record in records]


def older_movements(shop: Shop, wanted: LedgerFilter, below: int | None, limit: int) -> list[LedgerRow]:
    """The newest movements of the filter that are older than number `below` (None: than none)."""
    with shop.database.read() as connection:
        records = movement_log.records_below(connection, _wanted(wanted), below, limit)
    return [_row(record) for record in records]


def movers(shop: Shop) -> list[str]:
    """Everybody who ever moved a stock; the empty name stands for what came by itself."""
    with shop.database.read() as connection:
        return movement_log.persons(connection)


def past_totals(shop: Shop, wanted: PastFilter) -> PastTotals:
    """All sizes of the filter together."""
    with shop.database.read() as connection:
        return PastTotals(*past_stock.totals(connection, _moment_of(wanted)))


def past_rows(shop: Shop, wanted: PastFilter, offset: int, limit: int) -> list[PastRow]:
    """A window of sizes with their stock at a moment, by article."""
    with shop.database.read() as connection:
        records = past_stock.records(connection, _moment_of(wanted), offset, limit)
    return [PastRow(r.size_id, r.product_id, r.article, r.value, r.before, r.here) for r in records]


def unequal_sizes(shop: Shop, product_id: int | None = None) -> list[UnequalSize]:
    """Sizes (of one product, or all) whose stock is not the sum of their movements; always none."""
    with shop.database.read() as connection:
        records = past_stock.unequal(connection, product_id)
    return [UnequalSize(r.article, r.value, r.here, r.moved) for r in records]


def _wanted(wanted: LedgerFilter) -> movement_log.Wanted:
    return movement_log.Wanted(
        search=_folded(wanted.search),
        product_id=wanted.product_id,
        size_id=wanted.size_id,
        kind=wanted.kind,
        since=None if wanted.since is None else wanted.since.timestamp(),
        until=None if wanted.until is None else wanted.until.timestamp(),
        who=wanted.who,
    )


def _moment_of(wanted: PastFilter) -> past_stock.Moment:
    return past_stock.Moment(wanted.at.timestamp(), _folded(wanted.search), wanted.product_id)


def _folded(search: str) -> str:
    return " ".join(search.split()).lower()


def _row(record: Any) -> LedgerRow:
    return LedgerRow(
        id=record.id,
        at=datetime.fromtimestamp(record.at, UTC).astimezone(),
        product_id=record.product_id,
        size_id=record.size_id,
        article=record.article,
        title=record.title,
        size=record.value,
        cause=Cause(record.cause),
        quantity=record.quantity,
        here_after=record.here_after,
        who=record.who,
        delivery_id=record.delivery_id,
        event_id=record.event_id,
        source=None if record.source is None else BatchSource(record.source),
        file=record.batch_title or "",
        file_row=record.file_row,
    )
