"""Sums over the ledger for the overview; each reads only the index over the time of movements."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select

from app.domain.flow import CAUSES, TAKEN_BACK, UNLINKED_SIGN, Flow
from app.domain.movement import Cause
from app.storage.rows import AnyRow
from app.storage.tables import deliveries, movements, products, sizes


def is_of(flow: Flow) -> ColumnElement[bool]:
    """Whether a movement counts into this figure."""
    parts: list[ColumnElement[bool]] = [movements.c.cause.in_(sorted(CAUSES[flow]))]
    if sign := UNLINKED_SIGN.get(flow):
        parts.append(and_(movements.c.cause == Cause.UNLINKED, movements.c.quantity * sign > 0))
    if actions := TAKEN_BACK.get(flow):
        of_action = (
            exists()
            .where(deliveries.c.id == movements.c.delivery_id, deliveries.c.action.in_(sorted(actions)))
            .correlate(movements)
        )
        parts.append(and_(movements.c.cause == Cause.CORRECTION, of_action))
    return or_(*parts)


def sums(connection: Connection, bounds: Sequence[float], flows: Sequence[Flow]) -> list[list[int]]:
    """Signed pieces of each flow in each part between two bounds (seconds since 1970)."""
    pieces = [case((is_of(flow), movements.c.quantity), else_=0) for flow in flows]
    totals = select(*(func.coalesce(func.sum(counted), 0) for counted in pieces))
    return [
        list(connection.execute(totals.where(movements.c.at >= start, movements.c.at < end)).one())
        for start, end in pairwise(bounds)
    ]


def scarce(connection: Connection, since: float, limit: int) -> tuple[int, Sequence[AnyRow]]:
    """How many sizes are oversold or have no more left than was sold since then, and the scarcest.

    Rows: size_id, product_id, article, value, here, sold (pieces since then).
    """
    sold = (
        select(movements.c.size_id, (-func.sum(movements.c.quantity)).label("sold"))
        .where(movements.c.at >= since, or_(is_of(Flow.ONLINE), is_of(Flow.HERE)))
        # By an expression: SQLite would else walk through all movements in the order of their sizes.
        .group_by(movements.c.size_id + 0)
        .subquery()
    )
    pieces = func.coalesce(sold.c.sold, 0).label("sold")
    found = (
        select(
            sizes.c.id.label("size_id"), sizes.c.product_id, products.c.article, sizes.c.value, sizes.c.here
        )
        .add_columns(pieces)
        .join(products, products.c.id == sizes.c.product_id)
        .outerjoin(sold, sold.c.size_id == sizes.c.id)
        .where(
            sizes.c.removed_at.is_(None),
            products.c.removed_at.is_(None),
            or_(sizes.c.here < 0, and_(sold.c.sold > 0, sizes.c.here <= sold.c.sold)),
        )
    )
    count = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    order = (sizes.c.here >= 0, sizes.c.here * 1.0 / func.max(pieces, 1), pieces.desc(), products.c.article)
    return count, connection.execute(found.order_by(*order, sizes.c.position).limit(limit)).all()


def has_sales(connection: Connection) -> bool:
    """Whether anything was ever sold, online or here."""
    sold = select(movements.c.id).where(movements.c.cause.in_([Cause.ONLINE_SALE, Cause.SOLD]))
    return connection.execute(sold.limit(1)).first() is not None


def sizes_to_look_at(connection: Connection) -> tuple[int, int]:
    """(oversold sizes, other sizes with a flag) of the products that are there."""
    row = connection.execute(
        select(
            func.coalesce(func.sum(case((sizes.c.here < 0, 1), else_=0)), 0),
            func.coalesce(func.sum(case((sizes.c.here >= 0, 1), else_=0)), 0),
        )
        .join(products, products.c.id == sizes.c.product_id)
        .where(
            sizes.c.removed_at.is_(None),
            products.c.removed_at.is_(None),
            or_(sizes.c.here < 0, sizes.c.flag.is_not(None)),
        )
    ).one()
    return int(row[0]), int(row[1])
