"""The review before sending: what is typed as the deliveries it would become, and the guard's warnings."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from app.domain.action import Action
from app.domain.dialect import CountMeaning, Dialect
from app.domain.guard import Danger, GuardLimits, is_price_jump, is_unusual
from app.domain.text import translate
from app.marketplace.schema import OutgoingSize, render
from app.services.catalogue import product_rows
from app.services.counts import Counting
from app.services.review_views import Review, ReviewItem, ReviewLine, ReviewWarning
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.services.views import PendingChange, ProductRow, SizeRow
from app.storage import ledger, pending, tracks
from app.storage.rows import IN_ONE_STATEMENT

GUARD = "guard"
LEAST_KNOWN = 3
"""Movements of a size from which its usual quantity is known."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What every item is made and judged with."""

    dialect: Dialect
    limits: GuardLimits
    usual: Mapping[int, float]  # pieces, by size id
    counts: Mapping[int, int]  # what the marketplace would have, by size id


def load_guard(shop: Shop) -> GuardLimits:
    """From where on the review asks."""
    stored = shop.load_setting(GUARD)
    return GuardLimits() if stored is None else GuardLimits(**stored)


def save_guard(shop: Shop, limits: GuardLimits) -> None:
    """Keep the limits."""
    shop.save_setting(GUARD, asdict(limits))


def review(shop: Shop) -> Review:
    """Every pending change as the deliveries they would become, in order."""
    with shop.database.read() as connection:
        changes, prices = pending.all_changes(connection), pending.all_prices(connection)
    ids = list(dict.fromkeys(row.product_id for row in (*changes, *prices)))
    products = [
        product
        for start in range(0, len(ids), IN_ONE_STATEMENT)
        for product in product_rows(shop, ids[start : start + IN_ONE_STATEMENT])
    ]
    return review_of(shop, products)


def review_of(shop: Shop, asked: Sequence[ProductRow]) -> Review:
    """The same of these products, whose pending changes need not be stored."""
    products = sorted(asked, key=lambda product: product.article)
    known = _known(shop, products)
    items = tuple(item for product in products for item in _items(product, known))
    return Review(items, is_many=len(products) > known.limits.products)


def _known(shop: Shop, products: Sequence[ProductRow]) -> _Known:
    limits, dialect = load_guard(shop), load_dialect(shop)
    moved = {size.id: size.pending.movement for p in products for size in p.sizes if size.pending}
    with shop.database.read() as connection:
        counting = Counting.of(connection, moved, dialect)
        stocks: Sequence[Any] = tracks.known_sizes(connection, moved)
        usual = ledger.usual_quantities(connection, list(moved), LEAST_KNOWN)
    counts = {row.id: counting.after(row.id, row, moved[row.id]) for row in stocks}
    return _Known(dialect, limits, usual, counts)


def _items(product: ProductRow, known: _Known) -> list[ReviewItem]:
    """A product's new price first, so that the other actions carry it, then one item an action.

    Corrections are items of their own.
    """
    items: list[ReviewItem] = []
    if product.new_price is not None:
        items.append(_item(product, Action.PRICE, product.sizes, known))
    for action, corrects in itertools.product(Action, (False, True)):
        moved = [
            s
            for s in product.sizes
            if s.pending and (s.pending.action, s.pending.corrects) == (action, corrects)
        ]
        if moved:
            items.append(_item(product, action, moved, known))
    return items


def _item(product: ProductRow, action: Action, sizes: Sequence[SizeRow], known: _Known) -> ReviewItem:
    price = product.price if product.new_price is None else product.new_price
    carried = [size for size in sizes if action.moves_stock or size.agreed is not None]
    outgoing = [_outgoing(action, size, known) for size in carried]
    item = ReviewItem(
        product_id=product.id,
        article=product.article,
        title=product.title,
        action=action,
        lines=() if action is Action.PRICE else tuple(_line(size) for size in sizes),
        old_price=product.price if action is Action.PRICE else None,
        new_price=product.new_price if action is Action.PRICE else None,
        body=render(action, product.article, price, outgoing, known.dialect).decode(),
    )
    return replace(item, warnings=(*_warnings(item, known), *_unknown_stock(item, sizes, known)))


def _line(size: SizeRow) -> ReviewLine:
    change = size.pending or PendingChange(Action.RECEIPTS, 0)
    before = (size.agreed or 0) if change.corrects else size.stock
    after = (before or 0) + change.movement
    return ReviewLine(size.id, size.value, change.quantity, before, after, change.corrects)


def _outgoing(action: Action, size: SizeRow, known: _Known) -> OutgoingSize:
    if not action.moves_stock:
        return OutgoingSize(size.value, 0, max(size.agreed or 0, 0), size.marketplace_size_id)
    quantity = size.pending.quantity if size.pending else 0
    return OutgoingSize(size.value, quantity, known.counts[size.id], size.marketplace_size_id)


def _warnings(item: ReviewItem, known: _Known) -> Iterator[ReviewWarning]:
    if item.new_price is not None and is_price_jump(item.old_price, item.new_price, known.limits):
        words = translate("Review", "The price changes by more than {percent} %.")
        yield ReviewWarning(Danger.PRICE_JUMP, words.format(percent=known.limits.price_percent))
    below = [line.value for line in item.lines if line.after < 0]
    if below:
        words = translate("Review", "The stock would go below zero: {sizes}.")
        yield ReviewWarning(Danger.BELOW_ZERO, words.format(sizes=", ".join(below)))
    unusual = [
        line.value
        for line in item.lines
        if is_unusual(line.quantity, known.usual.get(line.size_id), known.limits)
    ]
    if unusual:
        words = translate("Review", "Far more pieces than usual: {sizes}.")
        yield ReviewWarning(Danger.UNUSUAL_QUANTITY, words.format(sizes=", ".join(unusual)))


def _unknown_stock(item: ReviewItem, sizes: Sequence[SizeRow], known: _Known) -> Iterator[ReviewWarning]:
    """In `left` the first action sets a stock that the marketplace may have otherwise."""
    unknown = [size.value for size in sizes if size.agreed is None]
    if unknown and item.lines and known.dialect.count is CountMeaning.LEFT:
        words = translate(
            "Review", "What the marketplace has is not known; it will have what is here: {sizes}."
        )
        yield ReviewWarning(Danger.UNKNOWN_STOCK, words.format(sizes=", ".join(unknown)))
