"""Each result of an event is one honest sentence; the README has an example of each kind."""

from __future__ import annotations

import json
import random

import pytest

from app.domain.action import Action
from app.domain.delivery import AttemptOutcome
from app.domain.dialect import CountMeaning, Dialect
from app.domain.text import translate
from app.domain.worlds import Track
from app.marketplace.outcome import Answer
from app.services import inbox, reading
from app.services.attempts import Ended, begin_attempts, end_attempts
from app.services.catalogue import add_product, product_rows
from app.services.editing import queue_action, set_pending
from app.services.event_views import EventFilter, EventKind
from app.services.shop import Shop
from app.services.tracks import dump_track
from app.services.views import PendingChange, ProductDraft, SizeDraft
from app.storage import inbox as table
from app.storage import tracks
from app.storage.tracks import KnownSize
from tests.services.support import add_simple_product

LEFT, MOVED = Dialect(), Dialect(CountMeaning.MOVED)
WORDS = translate("Test", "answered")


def jacket(shop: Shop) -> int:
    """The XL of a jacket, which both sides have five of."""
    product = add_simple_product(shop, "SS21CA2N", {"XL": 5, "L": 2}, marketplace_id=17)
    size = next(s for s in product_rows(shop, [product])[0].sizes if s.value == "XL")
    with shop.database.write() as connection:
        tracks.write(connection, [KnownSize(size.id, 5, dump_track(Track.start(5)))])
    return size.id


@pytest.fixture
def size_id(shop: Shop) -> int:
    return jacket(shop)


def receive(shop: Shop, count: int, sold: int, size: str = "XL", number: int = 17) -> tuple[EventKind, str]:
    """The kind and the sentence of what came."""
    sizes = [{"value": size, "count": count, "soldCount": sold}]
    body = json.dumps({"products": [{"id": number, "sizes": sizes}]}).encode()
    row = {"received_at": shop.clock(), "sender": "", "headers": "[]", "body": body, "state": table.NEW}
    with shop.database.write() as connection:
        table.keep(connection, [row])
    reading.read_new(shop)
    newest = inbox.event_rows(shop, EventFilter(), 0, 1)[0]
    return newest.kind, str(newest.note)


def send(
    shop: Shop,
    dialect: Dialect,
    pieces: int,
    outcome: AttemptOutcome = AttemptOutcome.ACCEPTED,
    action: Action = Action.SOLD,
) -> None:
    """Sell pieces of the XL here, or something else, and hear this of it."""
    queue_action(shop, "SS21CA2N", action, {"XL": pieces}, None, "test")
    now = shop.clock()
    with shop.database.write() as connection:
        (flight,) = begin_attempts(connection, dialect, 1, now).started
        ended = Ended(flight, Answer(outcome, WORDS, 1.0))
        end_attempts(connection, [ended], dialect, now, random.Random(1))


def flag(shop: Shop) -> str:
    return str(next(s for s in product_rows(shop, [1])[0].sizes if s.value == "XL").flag)


def test_a_sale_names_what_is_typed_and_not_sent(shop: Shop, size_id: int) -> None:
    set_pending(shop, {size_id: PendingChange(Action.SOLD, 1)})
    assert receive(shop, 4, 1) == (
        EventKind.SALE,
        "Stock 5 → 4. Your change that is not sent yet (XL −1) was not touched.",
    )


def test_a_return(shop: Shop, size_id: int) -> None:
    assert receive(shop, 7, 2) == (EventKind.RETURN, "Stock 5 → 7.")
    assert flag(shop) == "None"


def test_what_our_own_delivery_has_overwritten(shop: Shop, size_id: int) -> None:
    send(shop, LEFT, 2)  # sets three; the marketplace had sold one before that, which is told late
    assert receive(shop, 4, 1) == (
        EventKind.SEVERAL,
        "This can be read in several ways. Likeliest: stock 3 → 2; also possible: 3 → 4.",
    )


def test_what_our_own_delivery_has_overwritten_for_certain(shop: Shop, size_id: int) -> None:
    send(shop, LEFT, 2)
    assert receive(shop, 2, 3) == (
        EventKind.OVERWRITTEN,
        "Stock 3 → 0. The marketplace lost this when our delivery set its count: it was 3 there. "
        "A correction sets it right.",
    )
    assert flag(shop) == "The marketplace shows 3, here it is 0. Compare and correct."


def test_an_oversale_that_is_overwritten_too_says_both(shop: Shop, size_id: int) -> None:
    send(shop, LEFT, 5)  # sets nothing left; the marketplace had sold one before that
    assert receive(shop, 4, 1) == (
        EventKind.OVERWRITTEN,
        "Stock 0 → −1: sold more than there was. Cancel an order or find the goods. The marketplace "
        "lost the sale when our delivery set its count: it was 0 there.",
    )


def test_several_readings_are_told_with_their_figures(shop: Shop, size_id: int) -> None:
    receive(shop, 4, 1)
    send(shop, MOVED, 1)
    kind, words = receive(shop, 4, 1)  # the first once more, or one that came back
    assert kind is EventKind.SEVERAL
    assert words == "This can be read in several ways. Likeliest: stock 3 → 4; also possible: 3 → 3."
    assert flag(shop) == "Online events can be read in several ways; the likeliest is shown."


def test_more_sold_than_there_was(shop: Shop, size_id: int) -> None:
    send(shop, MOVED, 5)
    assert receive(shop, 4, 1) == (
        EventKind.SALE,
        "Stock 0 → −1: sold more than there was. Cancel an order or find the goods.",
    )
    assert flag(shop) == "Sold more than there was: the stock is -1."


def test_the_first_word_about_a_size_of_which_we_have_a_stock(shop: Shop, size_id: int) -> None:
    add_product(shop, ProductDraft("NEW", sizes=(SizeDraft("S"),), marketplace_id=18))
    queue_action(shop, "NEW", Action.RECEIPTS, {"S": 3}, None, "test")
    assert receive(shop, 4, 1, "S", number=18) == (
        EventKind.BASELINE,
        "First word about this size: the marketplace has 4, here it is 3. Compare and correct.",
    )


def test_the_first_word_about_a_size_that_was_never_counted(shop: Shop) -> None:
    product = add_product(shop, ProductDraft("NEW", sizes=(SizeDraft("S"),), marketplace_id=18))
    assert receive(shop, 7, 1, "S", number=18) == (
        EventKind.BASELINE,
        "First word about this size: the marketplace has 7.",
    )
    (size,) = product_rows(shop, [product])[0].sizes
    assert (size.here, size.agreed, size.flag) == (7, 7, None)
