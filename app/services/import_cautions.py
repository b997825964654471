"""What a person should look at before an import is sent: the guard's rules, cell by cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.action import Action
from app.domain.dialect import CountMeaning, Dialect
from app.domain.guard import Danger, GuardLimits, is_price_jump, is_unusual
from app.domain.text import translate
from app.services.import_views import Caution, PlanRow
from app.services.reviewing import LEAST_KNOWN
from app.spreadsheet.flaws import Level
from app.storage import ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection

_BELOW_ZERO = translate("Import", "The stock would go below zero.")
_UNUSUAL = translate("Import", "Far more pieces than usual for this size.")
_UNSURE = translate("Import", "What the marketplace has is not known; it will have what is here.")


def cautions(
    connection: Connection,
    rows: Sequence[PlanRow],
    unsure: Collection[int],
    limits: GuardLimits,
    dialect: Dialect,
) -> list[Caution]:
    """The cautions of these rows, in their order. `unsure`: sizes whose stock there nobody knows."""
    moved = [row.size_id for row in rows if row.size_id is not None]
    usual = ledger.usual_quantities(connection, moved, LEAST_KNOWN)
    sets = unsure if dialect.count is CountMeaning.LEFT else ()
    return list(_found(rows, usual, sets, limits))


def _found(
    rows: Sequence[PlanRow], usual: Mapping[int, float], sets: Collection[int], limits: GuardLimits
) -> Iterator[Caution]:
    words = translate("Import", "The price changes by more than {percent} %.")
    jump = words.format(percent=limits.price_percent)
    for row in rows:
        if row.action is Action.PRICE:
            if is_price_jump(_price(row.before), Decimal(row.after), limits):
                yield Caution(row.row, row.column, Level.WARNING, Danger.PRICE_JUMP, jump)
            continue
        if row.after < 0:
            yield Caution(row.row, row.column, Level.WARNING, Danger.BELOW_ZERO, _BELOW_ZERO)
        size_id = row.size_id
        if is_unusual(row.quantity, None if size_id is None else usual.get(size_id), limits):
            yield Caution(row.row, row.column, Level.WARNING, Danger.UNUSUAL_QUANTITY, _UNUSUAL)
        if size_id in sets:
            yield Caution(row.row, row.column, Level.NOTE, Danger.UNKNOWN_STOCK, _UNSURE)


def _price(before: int | Decimal | None) -> Decimal | None:
    return None if before is None else Decimal(before)
