"""Products and their sizes: finding, showing, adding, changing, removing and bringing back."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.domain.action import Action
from app.domain.delivery import State
from app.domain.errors import InvalidValueError
from app.domain.movement import Cause
from app.domain.text import Text, translate
from app.services.choosing import readings_of
from app.services.link_views import How
from app.services.outbox import delivery_details
from app.services.shop import Shop
from app.services.views import (
    Change,
    MovementRow,
    PendingChange,
    ProductDetails,
    ProductDraft,
    ProductFilter,
    ProductIndex,
    ProductKind,
    ProductRow,
    SizeDraft,
    SizeRow,
)
from app.storage import catalogue, deliveries, ledger, links, pending, settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

LOW_STOCK = 2
"""Pieces of a size at which it counts as running out, unless the setting `low_stock` says else."""

CURVE_SECONDS = 30 * 24 * 3600
TIMELINE_LINES = 50
ARTICLE_LENGTH = 200


def product_index(shop: Shop, wanted: ProductFilter) -> ProductIndex:
    """The products that the filter finds, in order of their articles."""
    with shop.database.read() as connection:
        low = settings.load(connection, "low_stock") or LOW_STOCK
        found = catalogue.index(
            connection,
            " ".join(wanted.search.split()).lower(),
            low=low if wanted.kind is ProductKind.LOW else None,
            changed=wanted.kind is ProductKind.CHANGED,
            flagged=wanted.kind is ProductKind.FLAGGED,
        )
    return ProductIndex(array("q", [row[0] for row in found]), array("q", [row[1] for row in found]))


def product_rows(shop: Shop, ids: Sequence[int]) -> list[ProductRow]:
    """Products with their sizes, in the order of `ids`; those that are gone are left out."""
    with shop.database.read() as connection:
        return _product_rows(connection, ids)


def _product_rows(connection: Connection, ids: Sequence[int]) -> list[ProductRow]:
    by_product: dict[int, list[SizeRow]] = {}
    for record in catalogue.size_records(connection, ids):
        by_product.setdefault(record.product_id, []).append(size_row(record))
    linked: dict[int, list[int]] = {}
    for product_id, marketplace_id in catalogue.link_records(connection, ids):
        linked.setdefault(product_id, []).append(marketplace_id)
    rows = {
        record.id: ProductRow(
            id=record.id,
            article=record.article,
            title=record.title,
            brand=record.brand,
            marketplace_ids=tuple(linked.get(record.id, ())),
            price=_decimal(record.price),
            new_price=_decimal(record.new_price),
            state=State(record.state) if record.state else None,
            sizes=tuple(by_product.get(record.id, ())),
        )
        for record in catalogue.product_records(connection, ids)
    }
    return [rows[product_id] for product_id in ids if product_id in rows]


def size_row(record: Any) -> SizeRow:
    """A size from its database row."""
    typed = record.pending_action
    pending_change = (
        PendingChange(Action(typed), record.pending_quantity, bool(record.pending_corrects))
        if typed
        else None
    )
    return SizeRow(
        id=record.id,
        product_id=record.product_id,
        value=record.value,
        barcode=record.barcode,
        marketplace_size_id=record.marketplace_size_id,
        here=record.here,
        agreed=record.agreed,
        pending=pending_change,
        state=State(record.state) if record.state else None,
        flag=Text.loads(record.flag),
    )


def product_details(shop: Shop, product_id: int) -> ProductDetails | None:
    """What the panel at the right shows, or None where the product is gone."""
    now = shop.clock()
    with shop.database.read() as connection:
        rows = _product_rows(connection, [product_id])
        if not rows:
            return None
        timeline = ledger.timeline(connection, product_id, TIMELINE_LINES)
        recent = ledger.movements_since(connection, product_id, now - CURVE_SECONDS)
        last = deliveries.last_of_product(connection, product_id)
        readings = readings_of(connection, [size.id for size in rows[0].sizes if size.flag])
    return ProductDetails(
        product=rows[0],
        stock_curve=_curve(rows[0].here, [(at, quantity) for at, quantity in recent], now),
        timeline=tuple(_movement_row(record) for record in timeline),
        last_delivery=None if last is None else delivery_details(shop, last),
        readings=readings,
    )


def _curve(here: int, recent: Sequence[tuple[float, int]], now: float) -> tuple[tuple[datetime, int], ...]:
    """The stock before the window and after each movement in it, up to now."""
    start = here - sum(quantity for _, quantity in recent)
    levels = itertools.accumulate((quantity for _, quantity in recent), initial=start)
    times = [now - CURVE_SECONDS, *(at for at, _ in recent)]
    points = [(_moment(at), level) for at, level in zip(times, levels, strict=True)]
    return (*points, (_moment(now), here))


def _movement_row(record: Any) -> MovementRow:
    return MovementRow(
        at=_moment(record.at),
        size=record.size,
        cause=Cause(record.cause),
        quantity=record.quantity,
        here_before=record.here_after - record.quantity,
        here_after=record.here_after,
        who=record.who,
    )


def find_size(shop: Shop, barcode: str) -> tuple[int, int] | None:
    """(product id, size id) of a scanned barcode."""
    with shop.database.read() as connection:
        return catalogue.find_barcode(connection, barcode.strip())


def product_draft(shop: Shop, product_id: int) -> ProductDraft:
    """The product as a form shows it."""
    row = product_rows(shop, [product_id])[0]
    return ProductDraft(
        id=row.id,
        article=row.article,
        title=row.title,
        brand=row.brand,
        price=row.price,
        marketplace_id=row.marketplace_ids[0] if row.marketplace_ids else None,
        sizes=tuple(
            SizeDraft(size.value, size.barcode, None, size.marketplace_size_id, size.id)
            for size in row.sizes
        ),
    )


def add_product(shop: Shop, draft: ProductDraft) -> int:
    """Add a product, or bring back a removed one with the same article; returns its id.

    Raises `InvalidValueError` where the article is taken or a field is not valid.
    """
    with shop.database.write() as connection:
        product_id = write_product(shop, connection, draft)
    shop.changes.publish(Change(frozenset({product_id}), structure=True, events=True))
    return product_id


def write_product(shop: Shop, connection: Connection, draft: ProductDraft) -> int:
    """The same inside a transaction."""
    _validate(draft)
    known = catalogue.product_by_article(connection, draft.article.strip())
    if known is not None and known.removed_at is None:
        raise _taken(draft.article)
    price = None if draft.price is None else str(draft.price)
    fields = {"title": draft.title.strip(), "brand": draft.brand.strip(), "removed_at": None}
    if known is None:
        product_id = catalogue.insert_product(
            connection,
            article=draft.article.strip(),
            price=price,
            agreed_price=price if draft.already_there else None,
            **fields,
        )
    else:
        product_id = int(known.id)
        catalogue.update_product(connection, product_id, price=price, **fields)
    _write_sizes(shop, connection, product_id, draft)
    _write_link(shop, connection, product_id, draft.marketplace_id)
    catalogue.index_words(connection, [product_id])
    return product_id


def add_size(connection: Connection, product_id: int, value: str) -> int:
    """Add a size to a product as its last, or bring back a removed one; returns its id."""
    sizes = catalogue.size_records(connection, [product_id])
    fields = {"position": max((size.position + 1 for size in sizes), default=0), "removed_at": None}
    known = catalogue.size_by_value(connection, product_id, value)
    if known is None:
        return catalogue.insert_size(connection, product_id=product_id, value=value, **fields)
    catalogue.update_size(connection, known.id, **fields)
    return int(known.id)


def edit_product(shop: Shop, draft: ProductDraft) -> None:
    """Change names and sizes; stock and price are changed by actions only.

    Raises `InvalidValueError` where the article is taken or a field is not valid.
    """
    if draft.id is None:
        raise ValueError(draft)
    _validate(draft)
    with shop.database.write() as connection:
        known = catalogue.product_by_article(connection, draft.article.strip())
        if known is not None and known.id != draft.id:
            raise _taken(draft.article)
        catalogue.update_product(
            connection,
            draft.id,
            article=draft.article.strip(),
            title=draft.title.strip(),
            brand=draft.brand.strip(),
        )
        _remove_missing_sizes(shop, connection, draft)
        _write_sizes(shop, connection, draft.id, draft)
        _write_link(shop, connection, draft.id, draft.marketplace_id)
        catalogue.index_words(connection, [draft.id])
    shop.changes.publish(Change(frozenset({draft.id}), structure=True, events=True))


def remove_product(shop: Shop, product_id: int) -> None:
    """Take a product out of the table; its history stays."""
    _set_removed(shop, product_id, shop.clock())


def restore_product(shop: Shop, product_id: int) -> None:
    """Bring a removed product back as it was."""
    _set_removed(shop, product_id, None)


def _set_removed(shop: Shop, product_id: int, at: float | None) -> None:
    with shop.database.write() as connection:
        catalogue.update_product(connection, product_id, removed_at=at)
        catalogue.index_words(connection, [product_id])
    shop.changes.publish(Change(frozenset({product_id}), structure=True))


def _write_sizes(shop: Shop, connection: Connection, product_id: int, draft: ProductDraft) -> None:
    _make_room_for_renames(connection, draft)
    for position, size in enumerate(draft.sizes):
        fields = {
            "value": size.value.strip(),
            "barcode": size.barcode.strip(),
            "marketplace_size_id": size.marketplace_size_id,
            "position": position,
            "removed_at": None,
        }
        if size.id is not None:
            catalogue.update_size(connection, size.id, **fields)
            continue
        known = catalogue.size_by_value(connection, product_id, size.value.strip())
        if known is None:
            size_id, here = catalogue.insert_size(connection, product_id=product_id, **fields), 0
        else:  # it was removed once, and keeps its history
            size_id, here = int(known.id), int(known.here)
            catalogue.update_size(connection, size_id, **fields)
        if size.opening is not None:
            _write_opening(shop, connection, size_id, here, size.opening, draft)


def _make_room_for_renames(connection: Connection, draft: ProductDraft) -> None:
    # Two sizes that swap their values would meet each other in the unique index.
    for size in draft.sizes:
        if size.id is not None:
            catalogue.update_size(connection, size.id, value=f"\0{size.id}")


def _write_opening(
    shop: Shop, connection: Connection, size_id: int, here: int, opening: int, draft: ProductDraft
) -> None:
    """What is in stock now: known to the marketplace, or receipts to be sent."""
    missing = opening - here
    if not draft.already_there:
        if missing > 0:
            pending.put(connection, {size_id: (Action.RECEIPTS, missing)})
        return
    if missing:
        ledger.move(connection, size_id, missing, Cause.OPENING, at=shop.clock(), who=shop.who)
    catalogue.update_size(connection, size_id, agreed=opening, track=None, flag=None)


def _remove_missing_sizes(shop: Shop, connection: Connection, draft: ProductDraft) -> None:
    kept = {size.id for size in draft.sizes if size.id is not None}
    for record in catalogue.size_records(connection, [draft.id or 0]):
        if record.id not in kept:
            catalogue.update_size(connection, record.id, removed_at=shop.clock())
            pending.put(connection, {record.id: None})


def _write_link(shop: Shop, connection: Connection, product_id: int, marketplace_id: int | None) -> None:
    if marketplace_id is None:
        return
    known = links.record(connection, marketplace_id)
    if known is None:
        at, how = shop.clock(), How.CATALOGUE
        links.put(connection, marketplace_id, product_id, at=at, how=how, who=shop.who)
    elif known.product_id != product_id:
        other = catalogue.product_records(connection, [known.product_id])[0]
        raise InvalidValueError(
            translate("Product", "Number {number} belongs to {article} already.").format(
                number=marketplace_id, article=other.article
            ),
            translate("Product", "Change it in Links, on the page Events: its events then move, too."),
        )


def _validate(draft: ProductDraft) -> None:
    article = draft.article.strip()
    if not article or len(article) > ARTICLE_LENGTH:
        raise _invalid(translate("Product", "The article has 1 to 200 characters."))
    values = [size.value.strip() for size in draft.sizes]
    if not values or not all(values):
        raise _invalid(translate("Product", "Every product has at least one size, each with a name."))
    if len(set(values)) != len(values):
        raise _invalid(translate("Product", "A size is in the list twice."))
    if any((size.opening or 0) < 0 for size in draft.sizes):
        raise _invalid(translate("Product", "A stock cannot be below zero."))


def _taken(article: str) -> InvalidValueError:
    return InvalidValueError(
        translate("Product", "There is a product with the article {article} already.").format(
            article=article
        ),
        translate("Product", "Find it in the table, or type another article."),
    )


def _invalid(title: Text) -> InvalidValueError:
    return InvalidValueError(title, translate("Product", "Correct it and save again."))


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _moment(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC).astimezone()
