"""Whether the data are sound: the file itself, and the sums in it."""

from __future__ import annotations

from app.domain.text import Text, translate
from app.services.shop import Shop
from app.storage import ledger


def health_problems(shop: Shop) -> list[Text]:
    """What is wrong with the data, one sentence each. Raises `StorageError` where they cannot be read."""
    found = [
        translate("Health", "The file is damaged: {words}.").format(words=words)
        for words in shop.database.problems()
    ]
    with shop.database.read() as connection:
        unequal = ledger.unequal_sizes(connection)
    if unequal:
        words = translate("Health", "Sizes whose stock is not the sum of their movements: {count}.")
        found.append(words.format(count=unequal))
    return found
