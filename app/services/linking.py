"""Links: a person says once which of our products, and which size, the marketplace means.

What they say can be seen, changed and undone; the stock follows each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.domain.dialect import SoldCountMeaning
from app.services.lifting import plan, take_back
from app.services.link_views import How, LinkEffect, LinkKey, LinkRow, SizeEffect
from app.services.progress import Progress
from app.services.reading import read_new
from app.services.settings import load_dialect
from app.services.shop import Shop
from app.services.views import Change
from app.storage import catalogue, inbox, links

if TYPE_CHECKING:
    from sqlalchemy import Connection


LINKS_AT_ONCE = 100
"""In one transaction, so that others can write in between."""


def link(shop: Shop, marketplace_id: int, product_id: int) -> int:
    """The number means this product; returns how many waiting lines were applied by that.

    Where it meant another product, what its events did there is taken back first.
    """
    meaning = load_dialect(shop).sold_count
    with shop.database.write() as connection:
        touched = _put(shop, connection, marketplace_id, product_id, meaning)
        waiting = len(inbox.waiting_lines(connection))
    return _read_again(shop, touched, waiting)


def link_many(shop: Shop, meant: Mapping[int, int], progress: Progress | None = None) -> int:
    """The same of many, {number: product id}; returns how many were written. A stopped one keeps them."""
    progress = progress or Progress()
    meaning, numbers = load_dialect(shop).sold_count, list(meant)
    touched: set[int] = set()
    done = 0
    for start in range(0, len(numbers), LINKS_AT_ONCE):
        progress.done, progress.total = start, len(numbers)
        if progress.is_stopped:
            break
        part = numbers[start : start + LINKS_AT_ONCE]
        with shop.database.write() as connection:
            for number in part:
                touched |= _put(shop, connection, number, meant[number], meaning)
        done += len(part)
    _read_again(shop, touched, 0)
    return done


def _put(
    shop: Shop, connection: Connection, marketplace_id: int, product_id: int, meaning: SoldCountMeaning
) -> set[int]:
    """The products that this touches."""
    touched = {product_id}
    known = links.record(connection, marketplace_id)
    if known is not None and known.product_id != product_id:
        key = LinkKey(marketplace_id)
        touched |= take_back(shop, connection, key, meaning) | {int(known.product_id)}
        links.end(connection, marketplace_id, at=shop.clock(), who=shop.who)
    links.put(connection, marketplace_id, product_id, at=shop.clock(), how=How.PERSON, who=shop.who)
    return touched


def link_size(shop: Shop, key: LinkKey, size_id: int) -> int:
    """The spelling means this size; returns how many waiting lines were applied by that."""
    if key.value is None:
        raise ValueError(key)
    with shop.database.write() as connection:
        touched = _end_size(shop, connection, key)
        at, how = shop.clock(), How.PERSON
        links.put_size(connection, key.marketplace_id, key.value, size_id, at=at, how=how, who=shop.who)
        waiting = len(inbox.waiting_lines(connection))
    return _read_again(shop, touched, waiting)


def unlink(shop: Shop, key: LinkKey) -> None:
    """The number, or the spelling, means nothing: its events wait, what they did is taken back."""
    with shop.database.write() as connection:
        if key.value is None:
            touched = take_back(shop, connection, key, load_dialect(shop).sold_count)
            links.end(connection, key.marketplace_id, at=shop.clock(), who=shop.who)
        else:
            touched = _end_size(shop, connection, key)
    _read_again(shop, touched, 0)


def _end_size(shop: Shop, connection: Connection, key: LinkKey) -> set[int]:
    touched = take_back(shop, connection, key, load_dialect(shop).sold_count)
    links.end_size(connection, key.marketplace_id, key.value or "", at=shop.clock(), who=shop.who)
    return touched


def _read_again(shop: Shop, touched: set[int], waiting: int) -> int:
    read_new(shop)
    with shop.database.read() as connection:
        left = len(inbox.waiting_lines(connection))
    shop.changes.publish(Change(frozenset(touched), events=True))
    return max(waiting - left, 0)


def link_effect(shop: Shop, key: LinkKey) -> LinkEffect:
    """What would be taken back where the link ends; nothing is changed."""
    meaning = load_dialect(shop).sold_count
    with shop.database.read() as connection:
        lines = inbox.lines_of_number(connection, key.marketplace_id, key.value)
        lifts = plan(connection, key, meaning)
        products = catalogue.product_records(connection, [lift.size.product_id for lift in lifts])
    articles = {product.id: product.article for product in products}
    sizes = tuple(
        SizeEffect(
            articles[lift.size.product_id],
            lift.size.value,
            lift.size.here,
            lift.size.here + lift.taken,
            lift.is_doubtful,
        )
        for lift in lifts
        if lift.taken or lift.is_doubtful
    )
    return LinkEffect(sum(line.applied for line in lines), sizes)


def relink_effect(shop: Shop, marketplace_id: int, product_id: int) -> LinkEffect | None:
    """The same where the number is to mean another product; None where it means none yet, or this one."""
    with shop.database.read() as connection:
        known = links.record(connection, marketplace_id)
    is_other = known is not None and known.product_id != product_id
    return link_effect(shop, LinkKey(marketplace_id)) if is_other else None


def link_rows(shop: Shop, search: str) -> list[LinkRow]:
    """All links in which every word of the search stands somewhere, the newest first."""
    words = search.casefold().split()
    with shop.database.read() as connection:
        rows = [_row(record) for record in links.listed(connection)]
    return [row for row in rows if all(word in _text(row) for word in words)]


def _text(row: LinkRow) -> str:
    parts = (str(row.key.marketplace_id), row.key.value, row.size, row.article, row.title, row.who)
    return "\n".join(part for part in parts if part).casefold()


def _row(record: Any) -> LinkRow:
    return LinkRow(
        key=LinkKey(record.marketplace_id, record.value),
        product_id=record.product_id,
        article=record.article,
        title=record.title,
        size=record.size,
        how=How(record.how),
        who=record.who,
        learned_at=datetime.fromtimestamp(record.learned_at, UTC).astimezone(),
        events=record.events,
    )
