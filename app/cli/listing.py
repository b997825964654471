"""`polka list`: deliveries, events and products for scripts and for a quick look."""

from __future__ import annotations

import dataclasses
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from app.cli.folder import opened_shop
from app.domain.text import Text
from app.services.catalogue import product_index, product_rows
from app.services.delivery_views import DeliveryKind, DeliveryRow
from app.services.event_views import EventFilter, EventRow
from app.services.inbox import event_rows
from app.services.outbox import delivery_rows
from app.services.shop import Shop
from app.services.views import ProductFilter, ProductRow

Row = DeliveryRow | EventRow | ProductRow


def run(options: Namespace) -> int:
    """Print the newest rows, as JSON lines or as columns."""
    if options.unanswered and options.what != "deliveries":
        print("polka list: error: --unanswered is for deliveries", file=sys.stderr)
        return 2
    show = _json_line if options.json else _words
    kind = DeliveryKind.UNKNOWN if options.unanswered else DeliveryKind.ALL
    with opened_shop(options) as shop:
        for row in _rows(shop, options.what, kind, options.limit):
            print(show(row))
    return 0


def _rows(shop: Shop, what: str, kind: DeliveryKind, limit: int) -> Iterator[Row]:
    if what == "deliveries":
        yield from delivery_rows(shop, kind, 0, limit)
    elif what == "events":
        yield from event_rows(shop, EventFilter(), 0, limit)
    else:
        index = product_index(shop, ProductFilter())
        yield from product_rows(shop, list(index.ids[:limit]))


def _json_line(row: Row) -> str:
    """Readable where the output can say everything, and escaped, but still JSON, where it cannot."""
    says_all = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(_plain(row), ensure_ascii=not says_all)


def _plain(value: Any) -> Any:  # one line for each kind of value
    if isinstance(value, Text | Decimal):
        return str(value)
    if dataclasses.is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    return value


def _words(row: Row) -> str:
    match row:
        case DeliveryRow():
            sizes = ", ".join(f"{line.value}={line.quantity}" for line in row.lines)
            return f"{row.created_at:%Y-%m-%d %H:%M:%S}  {row.article}  {row.action}  {sizes}  {row.state}"
        case EventRow():
            name = row.article or f"id {row.marketplace_id}"
            return f"{row.received_at:%Y-%m-%d %H:%M:%S}  {row.kind}  {name}  {row.size}  {row.note or ''}"
        case ProductRow():
            sizes = ", ".join(
                f"{size.value}={'?' if size.stock is None else size.stock}" for size in row.sizes
            )
            return f"{row.article}  {row.title}  {row.price or ''}  {sizes}"
