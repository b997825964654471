"""Which products a marketplace's number may mean, best first, and which size a spelling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from app.domain.size_names import normal_form
from app.services.catalogue import product_index, product_rows
from app.services.link_views import LinkKey, SizeQuestion, Suggestion
from app.services.shop import Shop
from app.services.views import ProductFilter, ProductRow, SizeRow
from app.storage import catalogue, inbox, links

MOST_SUGGESTIONS = 50
MOST_COMPARED = 500

LEAST_LIKENESS = 0.5
"""From here on one spelling stands out as likely; below, nothing is proposed."""


def suggestions(shop: Shop, marketplace_id: int, search: str) -> list[Suggestion]:
    """Products that the number may mean: by its size numbers, its sizes, their stock, what is typed.

    One that has a number already comes after those that fit as well and have none.
    """
    with shop.database.read() as connection:
        named = inbox.named_sizes(connection, marketplace_id)
        names = {form for line in named for form in (line.value.lower(), normal_form(line.value))}
        numbers = [line.marketplace_size_id for line in named if line.marketplace_size_id is not None]
        found = (
            []
            if search.strip()
            else catalogue.products_with_sizes(connection, sorted(names), numbers, MOST_COMPARED)
        )
    listed = product_index(shop, ProductFilter(search)).ids[:MOST_COMPARED]
    rows = product_rows(shop, list(dict.fromkeys([*found, *listed]))[:MOST_COMPARED])
    compared = [_compare(row, named, search.strip().casefold()) for row in rows]
    return sorted(compared, key=lambda one: _rank(one, marketplace_id))[:MOST_SUGGESTIONS]


def _rank(one: Suggestion, marketplace_id: int) -> tuple[object, ...]:
    is_taken = any(number != marketplace_id for number in one.product.marketplace_ids)
    return (-one.numbered, -one.found, -one.fitting, is_taken, -one.likeness, one.product.article)


def _compare(product: ProductRow, named: Sequence[Any], search: str) -> Suggestion:
    by_form: Mapping[str, SizeRow] = {normal_form(size.value): size for size in product.sizes}
    by_number = {size.marketplace_size_id: size for size in product.sizes if size.marketplace_size_id}
    found = [(line, by_form.get(normal_form(line.value))) for line in named]
    words = (product.article.casefold(), product.title.casefold())
    return Suggestion(
        product=product,
        named=len(named),
        found=sum(size is not None for _, size in found),
        numbered=sum(line.marketplace_size_id in by_number for line in named),
        fitting=sum(size is not None and _fits(line, size) for line, size in found),
        likeness=max(SequenceMatcher(None, search, text).ratio() for text in words) if search else 0.0,
    )


def _fits(line: Any, size: SizeRow) -> bool:
    """Whether the marketplace may have had our stock before or after what this event tells."""
    known = size.here if size.agreed is None else size.agreed
    return known - line.count in {0, line.sold_count, -(line.sold_count or 0)}


def size_question(shop: Shop, key: LinkKey) -> SizeQuestion | None:
    """What may be meant by a spelling; None where its number is linked to no product any more."""
    with shop.database.read() as connection:
        known = links.record(connection, key.marketplace_id)
    rows = product_rows(shop, [] if known is None else [known.product_id])
    if not rows:
        return None
    wanted = normal_form(key.value or "")
    ratios = [SequenceMatcher(None, wanted, normal_form(size.value)).ratio() for size in rows[0].sizes]
    best = max(ratios, default=0.0)
    stands_out = len(ratios) == 1 or (best >= LEAST_LIKENESS and ratios.count(best) == 1)
    likeliest = ratios.index(best) if stands_out else None
    return SizeQuestion(rows[0].article, rows[0].title, rows[0].sizes, likeliest)
