"""The stock of each size at a past moment, and whether the stock of now is the sum of its movements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.storage import catalogue
from app.storage.rows import AnyRow
from app.storage.tables import movements, products, sizes


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment (seconds since 1970, included) and which sizes; None: of every product."""

    at: float
    search: str = ""
    product_id: int | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """Sizes that were not removed yet."""
        found: list[ColumnElement[bool]] = [
            or_(sizes.c.removed_at.is_(None), sizes.c.removed_at > self.at),
            or_(products.c.removed_at.is_(None), products.c.removed_at > self.at),
        ]
        if self.product_id is not None:
            found.append(sizes.c.product_id == self.product_id)
        if self.search:
            found.append(catalogue.matches(self.search))
        return found


def totals(connection: Connection, moment: Moment) -> tuple[int, int, int]:
    """(sizes, pieces then, pieces now)."""
    pieces = func.coalesce(func.sum(sizes.c.here), 0)
    now: AnyRow = connection.execute(_joined(func.count(), pieces).where(*moment.conditions())).one()
    count, here = int(now[0]), int(now[1])
    wanted = _joined(sizes.c.id).where(*moment.conditions())
    later = select(func.coalesce(func.sum(movements.c.quantity), 0)).where(
        movements.c.at > moment.at, movements.c.size_id.in_(wanted)
    )
    return count, here - int(connection.execute(later).scalar_one()), here


def records(connection: Connection, moment: Moment, offset: int, limit: int) -> Sequence[AnyRow]:
    """A window of sizes by article: size_id, product_id, article, value, here, before (pieces then),
    is_told (whether the stock is known).
    """
    order = (products.c.article, sizes.c.position, sizes.c.id)
    window = _joined(sizes.c.id).where(*moment.conditions()).order_by(*order).offset(offset).limit(limit)
    moved = select(func.coalesce(func.sum(movements.c.quantity), 0)).where(
        movements.c.size_id == sizes.c.id, movements.c.at > moment.at
    )
    columns = (sizes.c.id.label("size_id"), sizes.c.product_id, products.c.article, sizes.c.value)
    before = (sizes.c.here - moved.scalar_subquery()).label("before")
    return connection.execute(
        _joined(*columns, sizes.c.here, before, catalogue.is_told().label("is_told"))
        .where(sizes.c.id.in_(window))
        .order_by(*order)
    ).all()


def unequal(connection: Connection, product_id: int | None = None) -> Sequence[AnyRow]:
    """(article, value, here, moved) of sizes whose stock is not the sum of their movements; always none."""
    moved = select(func.coalesce(func.sum(movements.c.quantity), 0)).where(
        movements.c.size_id == sizes.c.id
    )
    total = moved.scalar_subquery()
    found = _joined(products.c.article, sizes.c.value, sizes.c.here, total.label("moved"))
    found = found.where(sizes.c.here != total).order_by(products.c.article, sizes.c.position)
    if product_id is not None:
        found = found.where(sizes.c.product_id == product_id)
    return connection.execute(found).all()


def _joined(*columns: Any) -> Any:
    return select(*columns).select_from(sizes).join(products, products.c.id == sizes.c.product_id)
