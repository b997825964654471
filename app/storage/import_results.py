"""What became of the rows of an import, by the deliveries that they went into."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.storage.rows import AnyRow
from app.storage.tables import deliveries, import_lines


def fates(connection: Connection, import_id: int) -> Sequence[AnyRow]:
    """`row_number` of the file and state, reason (JSON) and end of its delivery, in the file's order."""
    return connection.execute(
        select(import_lines.c.row_number, deliveries.c.state, deliveries.c.reason, deliveries.c.finished_at)
        .join(deliveries, deliveries.c.id == import_lines.c.delivery_id)
        .where(import_lines.c.import_id == import_id)
        .order_by(import_lines.c.row_number, import_lines.c.column_number)
    ).all()
