"""Events that waited for their product or size, while a person read the size's stock in the cabinet.

What the person read has the event in it, unless it was on its way into the log just then.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.domain.movement import Cause
from app.domain.worlds import WINDOW
from app.storage import ledger, links

if TYPE_CHECKING:
    from sqlalchemy import Connection

READ_IN_THE_CABINET = (Cause.COUNTED, Cause.CORRECTED)


class Standing(StrEnum):
    """What a person's figure makes of an event."""

    OPEN = "open"  # none was read since
    SETTLED = "settled"  # it has the event in it
    DOUBTFUL = "doubtful"  # it may have been read shortly before


def standing(connection: Connection, line: Any, size: Any) -> Standing:
    """How a line of an event stands to the newest figure that a person read of its size."""
    if ledger.newest_at(connection, size.id) <= line.received_at:
        return Standing.OPEN  # the usual one, told by an index alone
    figure = ledger.newest_figure(connection, size.id, READ_IN_THE_CABINET)
    if figure is None or figure.at <= line.received_at:
        return Standing.OPEN
    if _was_applied_then(connection, line, size, figure.at):
        return Standing.SETTLED
    if _meant_since(connection, line) <= figure.at:
        return Standing.OPEN  # it did not wait: it came in that moment
    return Standing.SETTLED if figure.at - line.received_at > WINDOW else Standing.DOUBTFUL


def _was_applied_then(connection: Connection, line: Any, size: Any, at: float) -> bool:
    """Whether a link that was undone meanwhile stood when the person read the figure."""
    return any(
        link.learned_at <= at <= link.ended_at
        and (link.size_id == size.id if link.value == line.value else link.product_id == size.product_id)
        for link in links.ended(connection, line.marketplace_id)
        if link.value in {None, line.value}
    )


def _meant_since(connection: Connection, line: Any) -> float:
    """Since when the number and the spelling mean what they mean."""
    product = links.record(connection, line.marketplace_id)
    spellings = links.size_records(connection, line.marketplace_id)
    learned = [float(link.learned_at) for link in spellings if link.value == line.value]
    return max([*learned, 0.0 if product is None else float(product.learned_at)])
