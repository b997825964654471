"""Whether the data are sound: the file itself, and the sums in it."""

from __future__ import annotations

from app.domain.text import Text, translate
from app.services.movements import unequal_sizes
from app.services.shop import Shop

MOST_NAMED = 20
"""Sizes that differ are named up to so many; more say nothing new."""


def health_problems(shop: Shop) -> list[Text]:
    """What is wrong with the data, one sentence each. Raises `StorageError` where they cannot be read."""
    damages = [
        translate("Health", "The file is damaged: {words}.").format(words=words)
        for words in shop.database.problems()
    ]
    return [*damages, *_unequal(shop)]


def _unequal(shop: Shop) -> list[Text]:
    found = unequal_sizes(shop)
    if not found:
        return []
    words = translate("Health", "Sizes whose stock is not the sum of their movements: {count}.")
    each = translate("Health", "{article}, size {size}: stock {here}, sum of the movements {moved}.")
    named = [
        each.format(article=one.article, size=one.size, here=one.here, moved=one.moved)
        for one in found[:MOST_NAMED]
    ]
    return [words.format(count=len(found)), *named]
