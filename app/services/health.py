"""Whether the data are sound: the file itself, and the sums in it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.delivery import State
from app.domain.text import Text, translate
from app.services.movements import unequal_sizes
from app.services.shop import Shop
from app.storage import conflicts, deliveries, flows, refusals

MOST_NAMED = 20
"""Sizes that differ are named up to so many; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Attention:
    """How many wait for a look: deliveries, sizes, and posts that the listener refused."""

    rejected: int
    oversold: int
    flagged: int  # others
    drafted: int  # corrections
    refused: int


def attention(shop: Shop) -> Attention:
    """What of all that there is now. Raises `StorageError`."""
    with shop.database.read() as connection:
        oversold, flagged = flows.sizes_to_look_at(connection)
        return Attention(
            rejected=deliveries.state_counts(connection).get(State.REJECTED, 0),
            oversold=oversold,
            flagged=flagged,
            drafted=len(conflicts.drafted(connection)),
            refused=refusals.total(connection),
        )


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
