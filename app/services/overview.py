"""The shop at a glance: what was sold and came back, what waits for a person, what runs out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.delivery import State
from app.domain.errors import PolkaError
from app.domain.flow import Flow
from app.domain.span import Span, bounds
from app.services.connection import effective_connection
from app.services.event_views import EventKind
from app.services.overview_views import Overview, Part, ScarceSize, Step, Waiting
from app.services.receiving import load_listener
from app.services.refused_events import refused_now
from app.services.shop import Shop
from app.storage import catalogue, deliveries, flows, inbox

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOST_SCARCE = 100


def overview(shop: Shop, span: Span) -> Overview:
    """The figures of a span up to now. Beside the sums each query reads an index or a small table.

    What runs out: sizes of which no more is left than was sold, online and here, in the last 14 days,
    so that they last two weeks at most if it goes on like that; and before them what was oversold.
    """
    now = datetime.fromtimestamp(shop.clock(), UTC).astimezone()
    limits = bounds(span, now)
    with shop.database.read() as connection:
        sums = flows.sums(connection, limits, tuple(Flow))
        count, scarce = flows.scarce(connection, bounds(Span.TWO_WEEKS, now)[0], MOST_SCARCE)
        refused = refused_now(shop, connection)
        waiting = _waiting(connection) | {Waiting.REFUSED: int(refused is not None)}
        has_sales = flows.has_sales(connection)
    # The secret store is asked only where the steps may be shown: it can be slow.
    done = frozenset(Step) if has_sales else _steps_done(shop)
    return Overview(
        span=span,
        parts=tuple(_parts(limits, sums)),
        waiting={kind: number for kind, number in waiting.items() if number},
        refused=refused,
        scarce_count=count,
        scarce=tuple(
            ScarceSize(row.product_id, row.size_id, row.article, row.value, row.here, row.sold)
            for row in scarce
        ),
        steps_done=done,
        is_new=done != frozenset(Step),
    )


def _parts(limits: Sequence[float], sums: Sequence[Sequence[int]]) -> list[Part]:
    moments = [datetime.fromtimestamp(at, UTC).astimezone() for at in limits]
    return [
        Part(
            start,
            end,
            {flow: flow.sign * pieces for flow, pieces in zip(Flow, row, strict=True)},
        )
        for start, end, row in zip(moments[:-1], moments[1:], sums, strict=True)
    ]


def _waiting(connection: Connection) -> dict[Waiting, int]:
    oversold, flagged = flows.sizes_to_look_at(connection)
    states = deliveries.state_counts(connection)
    return {
        Waiting.UNKNOWN: states.get(State.UNKNOWN, 0),
        Waiting.OVERSOLD: oversold,
        Waiting.REJECTED: states.get(State.REJECTED, 0),
        Waiting.UNLINKED: inbox.kind_count(connection, EventKind.UNLINKED),
        Waiting.FLAGGED: flagged,
    }


def _steps_done(shop: Shop) -> frozenset[Step]:
    done: set[Step] = set()
    try:
        settings, token = effective_connection(shop)
        if settings.url and token:
            done.add(Step.CONNECT)
    except PolkaError:  # the page Settings says what is the matter
        pass
    if load_listener(shop).enabled:
        done.add(Step.RECEIVE)
    with shop.database.read() as connection:
        if catalogue.has_products(connection):
            done.add(Step.ADD)
    return frozenset(done)
