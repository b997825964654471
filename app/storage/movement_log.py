"""The ledger as a log: windows of what a filter finds, and who moved anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from app.domain.flow import Flow
from app.domain.movement import Cause
from app.storage import catalogue
from app.storage.flows import is_of
from app.storage.rows import AnyRow
from app.storage.tables import batches, deliveries, import_lines, movements, products, sizes


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which movements; None: any. `since` and `until` are seconds since 1970, the latter not included."""

    search: str = ""
    product_id: int | None = None
    size_id: int | None = None
    kind: Flow | Cause | None = None
    since: float | None = None
    until: float | None = None
    who: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """For a WHERE over the movements."""
        found = [*self._places(), *self._times()]
        if isinstance(self.kind, Flow):
            found.append(is_of(self.kind))
        elif self.kind is not None:
            found.append(movements.c.cause == self.kind)
        if self.who is not None:
            found.append(movements.c.who == self.who)
        return found

    def _places(self) -> list[ColumnElement[bool]]:
        if self.size_id is not None:
            return [movements.c.size_id == self.size_id]
        if self.product_id is None and not self.search:
            return []
        wanted = select(sizes.c.id).join(products, products.c.id == sizes.c.product_id)
        if self.product_id is not None:
            wanted = wanted.where(sizes.c.product_id == self.product_id)
        if self.search:
            wanted = wanted.where(catalogue.matches(self.search))
        return [movements.c.size_id.in_(wanted)]

    def _times(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.since is not None:
            found.append(movements.c.at >= self.since)
        if self.until is not None:
            found.append(movements.c.at < self.until)
        return found


def count(connection: Connection, wanted: Wanted) -> int:
    """How many there are."""
    statement = select(func.count()).select_from(movements).where(*wanted.conditions())
    return connection.execute(statement).scalar_one()


def records(connection: Connection, wanted: Wanted, offset: int, limit: int) -> Sequence[AnyRow]:
    """A window of the movements, newest first."""
    return _records(connection, _newest(wanted).offset(offset).limit(limit))


def records_below(
    connection: Connection, wanted: Wanted, below: int | None, limit: int
) -> Sequence[AnyRow]:
    """The newest movements with a number under `below`."""
    newest = _newest(wanted)
    if below is not None:
        newest = newest.where(movements.c.id < below)
    return _records(connection, newest.limit(limit))


def persons(connection: Connection) -> list[str]:
    """Everybody who ever moved a stock, by name; the empty name is nobody: what came by itself."""
    # Sorted here: SQLite would sort all movements before it throws the equal ones away.
    return sorted(connection.execute(select(movements.c.who).distinct()).scalars())


def _newest(wanted: Wanted) -> Any:
    return select(movements.c.id).where(*wanted.conditions()).order_by(movements.c.id.desc())


def _records(connection: Connection, ids: Any) -> Sequence[AnyRow]:
    return connection.execute(
        select(
            movements,
            sizes.c.value,
            sizes.c.product_id,
            products.c.article,
            products.c.title,
            batches.c.source,
            batches.c.title.label("batch_title"),
            _file_row(),
        )
        .join(sizes, sizes.c.id == movements.c.size_id)
        .join(products, products.c.id == sizes.c.product_id)
        .outerjoin(deliveries, deliveries.c.id == movements.c.delivery_id)
        .outerjoin(batches, batches.c.id == deliveries.c.batch_id)
        .where(movements.c.id.in_(ids))
        .order_by(movements.c.id.desc())
    ).all()


def _file_row() -> Any:
    """The first row of an imported file that a movement comes from."""
    of = (
        import_lines.c.delivery_id == movements.c.delivery_id,
        import_lines.c.size_id == movements.c.size_id,
    )
    return select(func.min(import_lines.c.row_number)).where(*of).scalar_subquery().label("file_row")
