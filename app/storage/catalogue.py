"""Products, their sizes and the search over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Row,
    Select,
    and_,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from app.domain.movement import SAID
from app.storage.prepared import Prepared, among, as_list, given
from app.storage.rows import AnyRow
from app.storage.tables import (
    deliveries,
    links,
    movements,
    pending,
    pending_prices,
    products,
    sizes,
)

TRIGRAM = 3
"""The search index finds words of at least so many characters."""


def index(
    connection: Connection, search: str, *, low: int | None, changed: bool, flagged: bool
) -> Sequence[Row[int, int]]:
    """(product id, number of its sizes) of what is found, ordered by article.

    `low`: only products with a size of at most so many pieces. `changed`: only those with a change
    that is typed and not sent. `flagged`: only those with a size that a person should look at.
    """
    count = (
        select(sizes.c.product_id, func.count().label("count"))
        .where(sizes.c.removed_at.is_(None))
        .group_by(sizes.c.product_id)
        .subquery()
    )
    found = (
        select(products.c.id, func.coalesce(count.c.count, 0))
        .outerjoin(count, count.c.product_id == products.c.id)
        .where(products.c.removed_at.is_(None))
        .order_by(products.c.article)
    )
    if search:
        found = found.where(matches(search))
    if low is not None:
        found = found.where(_has_size(and_(sizes.c.here <= low, is_told())))
    if changed:
        found = found.where(_has_pending())
    if flagged:
        found = found.where(_has_size(sizes.c.flag.is_not(None)))
    return connection.execute(found).all()


def matches(search: str) -> Any:
    """Whether article, title, brand or a barcode of a product has this text (in lower case)."""
    if len(search) >= TRIGRAM:
        quoted = '"' + search.replace('"', '""') + '"'
        hits = text("SELECT rowid FROM product_search WHERE words MATCH :quoted").bindparams(quoted=quoted)
        return products.c.id.in_(hits.columns(products.c.id))
    hits = text("SELECT rowid FROM product_search WHERE words LIKE :pattern ESCAPE '\\'")
    escaped = search.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return products.c.id.in_(hits.bindparams(pattern=f"%{escaped}%").columns(products.c.id))


def _has_size(condition: ColumnElement[bool]) -> Any:
    return exists().where(sizes.c.product_id == products.c.id, sizes.c.removed_at.is_(None), condition)


def is_told() -> ColumnElement[bool]:
    """Whether anybody has said what the stock of a size is; what was only undone says nothing."""
    said = exists().where(movements.c.size_id == sizes.c.id, movements.c.cause.in_(sorted(SAID)))
    return or_(sizes.c.agreed.is_not(None), sizes.c.here != 0, said.correlate(sizes))


def _has_pending() -> Any:
    stock = exists().where(pending.c.size_id == sizes.c.id, sizes.c.product_id == products.c.id)
    price = exists().where(pending_prices.c.product_id == products.c.id)
    return or_(stock, price)


def products_with_sizes(
    connection: Connection, names: Sequence[str], numbers: Sequence[int], limit: int
) -> list[int]:
    """Products with the most sizes of these names (in any case) or marketplace's size numbers."""
    lowered = func.lower(sizes.c.value)
    return list(
        connection.execute(
            select(sizes.c.product_id)
            .join(products, products.c.id == sizes.c.product_id)
            .where(
                or_(lowered.in_(names), sizes.c.marketplace_size_id.in_(numbers)),
                sizes.c.removed_at.is_(None),
                products.c.removed_at.is_(None),
            )
            .group_by(sizes.c.product_id)
            .order_by(func.count().desc(), products.c.article)
            .limit(limit)
        ).scalars()
    )


def has_products(connection: Connection) -> bool:
    """Whether there is any product that was not removed."""
    found = select(products.c.id).where(products.c.removed_at.is_(None)).limit(1)
    return connection.execute(found).first() is not None


def find_barcode(connection: Connection, barcode: str) -> tuple[int, int] | None:
    """(product id, size id) of a barcode."""
    found = connection.execute(
        select(sizes.c.product_id, sizes.c.id)
        .join(products, products.c.id == sizes.c.product_id)
        .where(
            sizes.c.barcode == barcode,
            sizes.c.removed_at.is_(None),
            products.c.removed_at.is_(None),
        )
    ).first()
    return None if found is None else (found[0], found[1])


def product_records(connection: Connection, ids: Sequence[int]) -> Sequence[AnyRow]:
    """Products with their new price and the state of their newest price delivery."""
    newest_price = (
        select(deliveries.c.state)
        .where(deliveries.c.product_id == products.c.id, deliveries.c.action == "price")
        .order_by(deliveries.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return connection.execute(
        select(products, pending_prices.c.price.label("new_price"), newest_price.label("state"))
        .outerjoin(pending_prices, pending_prices.c.product_id == products.c.id)
        .where(products.c.id.in_(ids))
    ).all()


def size_records(connection: Connection, product_ids: Sequence[int]) -> Sequence[AnyRow]:
    """The sizes of products in their order, with the pending change and the last delivery's state."""
    return _SIZES.all(connection, ids=as_list(product_ids))


def size_records_by_id(connection: Connection, ids: Sequence[int]) -> Sequence[AnyRow]:
    """The same for chosen sizes."""
    return connection.execute(_sizes().where(sizes.c.id.in_(ids))).all()


def products_of(connection: Connection, size_ids: Collection[int]) -> frozenset[int]:
    """The ids of the products that have these sizes."""
    return frozenset(number for (number,) in _PRODUCTS_OF.each(connection, ids=as_list(size_ids)))


_PRODUCTS_OF = Prepared(select(sizes.c.product_id).where(among(sizes.c.id)))


def _sizes() -> Select[Any]:
    return (
        select(
            sizes,
            is_told().label("is_told"),
            pending.c.action.label("pending_action"),
            pending.c.quantity.label("pending_quantity"),
            pending.c.corrects.label("pending_corrects"),
            deliveries.c.state.label("state"),
        )
        .outerjoin(pending, pending.c.size_id == sizes.c.id)
        .outerjoin(deliveries, deliveries.c.id == sizes.c.last_delivery_id)
        .order_by(sizes.c.product_id, sizes.c.position, sizes.c.id)
    )


_SIZES = Prepared(_sizes().where(among(sizes.c.product_id), sizes.c.removed_at.is_(None)))


def link_records(connection: Connection, product_ids: Sequence[int]) -> Sequence[Row[int, int]]:
    """(product id, marketplace id) of products."""
    return connection.execute(
        select(links.c.product_id, links.c.marketplace_id)
        .where(links.c.product_id.in_(product_ids))
        .order_by(links.c.marketplace_id)
    ).all()


def product_by_article(connection: Connection, article: str) -> AnyRow | None:
    """The product with this article, also a removed one."""
    return connection.execute(select(products).where(products.c.article == article)).first()


def insert_product(connection: Connection, **values: Any) -> int:
    """Add a product and return its id."""
    result = connection.execute(insert(products).values(**values))
    return _new_id(result)


def update_product(connection: Connection, product_id: int, **values: Any) -> None:
    """Change a product."""
    connection.execute(update(products).where(products.c.id == product_id).values(**values))


def prices(connection: Connection, product_ids: Sequence[int]) -> dict[int, str | None]:
    """What products cost, by their ids."""
    return dict(_PRICES.tuples(connection, ids=as_list(product_ids)))


def set_prices(connection: Connection, new: Mapping[int, str]) -> None:
    """Change what products cost."""
    _SET_PRICE.many(connection, ({"of": number, "new": price} for number, price in new.items()))


_PRICES = Prepared(select(products.c.id, products.c.price).where(among(products.c.id)))
_SET_PRICE = Prepared(update(products).where(products.c.id == given("of")).values(price=given("new")))


def insert_size(connection: Connection, **values: Any) -> int:
    """Add a size and return its id."""
    result = connection.execute(insert(sizes).values(**values))
    return _new_id(result)


def update_size(connection: Connection, size_id: int, **values: Any) -> None:
    """Change a size."""
    connection.execute(update(sizes).where(sizes.c.id == size_id).values(**values))


def size_by_value(connection: Connection, product_id: int, value: str) -> AnyRow | None:
    """The size of a product with this value, also a removed one."""
    return connection.execute(
        select(sizes).where(and_(sizes.c.product_id == product_id, sizes.c.value == value))
    ).first()


def index_words(connection: Connection, product_ids: Iterable[int]) -> None:
    """Bring the search index up to date for products; lower case, since LIKE folds only ASCII."""
    for product_id in product_ids:
        connection.execute(text("DELETE FROM product_search WHERE rowid = :id"), {"id": product_id})
        words = _words(connection, product_id)
        if words:
            connection.execute(
                text("INSERT INTO product_search (rowid, words) VALUES (:id, :words)"),
                {"id": product_id, "words": words},
            )


def _words(connection: Connection, product_id: int) -> str:
    product = connection.execute(select(products).where(products.c.id == product_id)).one()
    if product.removed_at is not None:
        return ""
    barcodes = connection.execute(
        select(sizes.c.barcode).where(sizes.c.product_id == product_id, sizes.c.removed_at.is_(None))
    ).scalars()
    return "\n".join([product.article, product.title, product.brand, *barcodes]).lower()


def _new_id(result: CursorResult[*tuple[Any, ...]]) -> int:
    key = result.inserted_primary_key
    if key is None:
        raise LookupError
    return int(key[0])
