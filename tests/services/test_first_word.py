"""The first online sale of a size that was counted and sent: no question where its figures fit."""

from __future__ import annotations

import random
import time

import pytest

from app.domain.action import Action
from app.domain.delivery import AttemptOutcome
from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.marketplace.outcome import Answer
from app.services.attempts import Ended, begin_attempts, end_attempts
from app.services.catalogue import add_product
from app.services.editing import queue_action
from app.services.event_views import EventKind
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from tests.services.test_event_words import WORDS, flag, receive

MOVED = Dialect(CountMeaning.MOVED)
EVEN_TOTALS = Dialect(CountMeaning.MOVED, SoldCountMeaning.TOTAL)
QUARTER = 900.0


@pytest.fixture
def now(shop: Shop) -> list[float]:
    moment = [time.time()]
    shop.clock = lambda: moment[0]
    return moment


def import_count(shop: Shop, dialect: Dialect, *, is_sent: bool = True) -> None:
    """As an import of a stock count does that creates what is missing: four XL, as a receipt."""
    save_connection(shop, ConnectionSettings(dialect=dialect))
    sizes = (SizeDraft("XL"),)
    draft = ProductDraft("SS21CA2N", sizes=sizes, already_there=False, marketplace_id=17)
    add_product(shop, draft)
    queue_action(shop, "SS21CA2N", Action.RECEIPTS, {"XL": 4}, None, "import")
    if is_sent:
        answer = Answer(AttemptOutcome.ACCEPTED, WORDS, 1.0)
        with shop.database.write() as connection:
            (flight,) = begin_attempts(connection, dialect, 1, shop.clock()).started
            end_attempts(connection, [Ended(flight, answer)], dialect, shop.clock(), random.Random(1))


@pytest.mark.parametrize("dialect", [Dialect(), MOVED, EVEN_TOTALS], ids=["left", "moved", "total"])
def test_the_first_sale_of_an_imported_count_is_a_sale(
    shop: Shop, now: list[float], dialect: Dialect
) -> None:
    import_count(shop, dialect)
    now[0] += QUARTER
    assert receive(shop, 3, 1) == (EventKind.SALE, "Stock 4 → 3.")
    assert flag(shop) == "None"


def test_shortly_after_the_count_it_is_asked_about(shop: Shop, now: list[float]) -> None:
    import_count(shop, MOVED)
    now[0] += 60
    assert receive(shop, 3, 1)[0] is EventKind.BASELINE
    assert "Compare" in flag(shop)


def test_so_it_is_while_the_count_was_not_told_the_marketplace(shop: Shop, now: list[float]) -> None:
    import_count(shop, MOVED, is_sent=False)
    now[0] += QUARTER
    assert receive(shop, 3, 1)[0] is EventKind.BASELINE
    assert "Compare" in flag(shop)


def test_an_event_that_waited_while_it_was_counted_is_asked_about(shop: Shop, now: list[float]) -> None:
    receive(shop, 3, 1)
    now[0] += QUARTER
    import_count(shop, MOVED)
    now[0] += QUARTER
    receive(shop, 2, 1)  # with the product known, the first one is read too
    assert "Compare" in flag(shop)
