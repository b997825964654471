"""Links that are chosen, changed and undone: the stock, the track and the ledger follow each time."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import text

from app.domain.action import Action
from app.domain.dialect import Dialect, SoldCountMeaning
from app.domain.errors import InvalidValueError
from app.services import inbox as log
from app.services.agreement import correct, keep_ours
from app.services.catalogue import add_product, edit_product, product_details, product_draft, product_rows
from app.services.deciding import resolve_arrived
from app.services.editing import queue_action
from app.services.event_views import EventFilter, EventKind
from app.services.inbox import event_rows
from app.services.ledger_views import LedgerFilter
from app.services.link_views import How, LinkKey, SizeEffect
from app.services.linking import link, link_effect, link_rows, link_size, relink_effect, unlink
from app.services.movements import movement_rows
from app.services.reading import read_new
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.suggesting import size_question, suggestions
from app.services.views import PendingChange, ProductDraft, SizeDraft
from app.storage import inbox, past_stock
from tests.services.support import JACKET, add_simple_product, lose_all

NUMBER = LinkKey(17)


@pytest.fixture
def jacket(shop: Shop) -> int:
    return add_simple_product(shop, "SS21CA2N", JACKET)


def arrive(
    shop: Shop, size: str, count: int, sold: int | None = 1, *, number: int = 17, size_id: int | None = None
) -> None:
    """An event as the marketplace posts it, kept and read."""
    line = {"value": size, "count": count, "soldCount": sold, "sizeId": size_id}
    known = {name: value for name, value in line.items() if value is not None}
    body = json.dumps({"products": [{"id": number, "sizes": [known]}]}).encode()
    row = {"received_at": shop.clock(), "sender": "", "headers": "[]", "body": body, "state": inbox.NEW}
    with shop.database.write() as connection:
        inbox.keep(connection, [row])
    read_new(shop)


def stock(shop: Shop, product_id: int) -> list[tuple[int, int | None]]:
    """(here, agreed) of each size."""
    return [(size.here, size.agreed) for size in product_rows(shop, [product_id])[0].sizes]


def flags(shop: Shop, product_id: int) -> list[str]:
    return [str(size.flag or "") for size in product_rows(shop, [product_id])[0].sizes]


def kinds(shop: Shop) -> list[EventKind]:
    """Of the lines of the log, oldest first."""
    return [row.kind for row in reversed(log.event_rows(shop, EventFilter(), 0, 100))]


def tracks(shop: Shop) -> Sequence[str | None]:
    with shop.database.read() as connection:
        return connection.execute(text("SELECT track FROM sizes ORDER BY id")).scalars().all()


def is_whole(shop: Shop) -> bool:
    """Whether every stock is the sum of its movements."""
    with shop.database.read() as connection:
        return not past_stock.unequal(connection)


def test_a_changed_link_moves_its_events_to_the_other_product(shop: Shop, jacket: int) -> None:
    other = add_simple_product(shop, "SS21CA3N", {"XL": 8, "L": 8, "M": 8})
    link(shop, 17, jacket)
    arrive(shop, "L", 7)
    arrive(shop, "L", 6)
    assert stock(shop, jacket)[1] == (6, 6)
    assert flags(shop, jacket)[1].startswith("An online event does not fit")
    effect = link_effect(shop, NUMBER)
    assert relink_effect(shop, 17, other) == effect
    assert relink_effect(shop, 17, jacket) is None
    assert (effect.events, effect.sizes) == (2, (SizeEffect("SS21CA2N", "L", 6, 4, is_doubtful=False),))
    assert link(shop, 17, other) == 2
    assert stock(shop, jacket) == [(3, 3), (4, 4), (2, 2)]
    assert flags(shop, jacket) == ["", "", ""]
    assert stock(shop, other) == [(8, 8), (6, 6), (8, 8)]
    assert kinds(shop) == [EventKind.SALE, EventKind.SALE]
    assert is_whole(shop)


def test_the_ledger_keeps_what_was_taken_back(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    arrive(shop, "L", 2)
    unlink(shop, NUMBER)
    details = product_details(shop, jacket)
    assert details is not None
    newest, *others = [(row.cause, row.quantity, row.who) for row in details.timeline if row.size == "L"]
    assert newest == ("unlinked", 2, shop.who)
    assert [(cause, quantity) for cause, quantity, _ in others] == [
        ("online_sale", -1),
        ("online_sale", -1),
        ("opening", 4),
    ]
    assert is_whole(shop)


def test_an_undone_link_is_done_again_by_linking_again(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    arrive(shop, "XL", 4)
    before = stock(shop, jacket)
    unlink(shop, NUMBER)
    assert stock(shop, jacket) == [(3, 3), (4, 4), (2, 2)]
    assert kinds(shop) == [EventKind.UNLINKED, EventKind.UNLINKED]
    assert log.event_counts(shop).unlinked == 2
    assert link(shop, 17, jacket) == 2
    assert stock(shop, jacket) == before == [(4, 4), (3, 3), (2, 2)]
    assert kinds(shop) == [EventKind.SALE, EventKind.RETURN]


def test_a_size_becomes_what_it_would_be_without_the_wrong_events(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    link(shop, 18, jacket)
    arrive(shop, "L", 3)
    kept = tracks(shop)
    unlink(shop, NUMBER)
    link(shop, 17, jacket)
    assert stock(shop, jacket)[1] == (3, 3)
    unlink(shop, NUMBER)
    arrive(shop, "L", 3, number=18)
    assert [json.loads(track or "{}").get("worlds") for track in tracks(shop)] == [
        json.loads(track or "{}").get("worlds") for track in kept
    ]


@pytest.mark.parametrize("meaning", list(SoldCountMeaning))
def test_the_events_of_another_number_stay(shop: Shop, jacket: int, meaning: SoldCountMeaning) -> None:
    save_connection(shop, ConnectionSettings(dialect=replace(Dialect(), sold_count=meaning)))
    link(shop, 17, jacket)
    link(shop, 18, jacket)
    totals = iter((1, 1, 2))
    is_total = meaning is SoldCountMeaning.TOTAL
    for number, count in ((18, 3), (17, 9), (18, 2)):
        total = next(totals)
        arrive(shop, "L", count, total if is_total else 1, number=number)
    unlink(shop, NUMBER)
    assert stock(shop, jacket)[1] == (2, 2)
    assert flags(shop, jacket)[1] == ""
    assert is_whole(shop)


def test_a_first_word_that_became_the_opening_stock_goes_with_its_link(shop: Shop) -> None:
    product = add_product(shop, ProductDraft("AC05SCF2", sizes=(SizeDraft("L"),)))
    link(shop, 17, product)
    arrive(shop, "L", 7)
    arrive(shop, "L", 6)
    assert stock(shop, product) == [(6, 6)]
    unlink(shop, NUMBER)
    assert stock(shop, product) == [(0, None)]
    link(shop, 17, product)
    assert (stock(shop, product), flags(shop, product)) == ([(6, 6)], [""])
    assert is_whole(shop)


def test_where_our_deliveries_lie_between_a_person_is_asked(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    number = queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 1}, None, "test")[0]
    assert not link_effect(shop, NUMBER).sizes[0].is_doubtful, "what was never tried is in no doubt"
    lose_all(shop)
    resolve_arrived(shop, number)
    assert stock(shop, jacket)[1] == (2, 2)
    effect = link_effect(shop, NUMBER)
    assert effect.sizes == (SizeEffect("SS21CA2N", "L", 2, 3, is_doubtful=True),)
    unlink(shop, NUMBER)
    assert stock(shop, jacket)[1] == (3, 3)
    assert flags(shop, jacket)[1].startswith("An online event does not fit")
    with shop.database.write() as connection:
        correct(connection, {2: 3}, at=shop.clock(), who="anna")
    assert flags(shop, jacket)[1] == ""
    assert is_whole(shop)


def test_a_delivery_that_is_still_open_is_not_forgotten(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    number = queue_action(shop, "SS21CA2N", Action.SOLD, {"L": 1}, None, "test")[0]
    lose_all(shop)
    unlink(shop, NUMBER)
    assert stock(shop, jacket)[1] == (3, 4)
    resolve_arrived(shop, number)
    assert stock(shop, jacket)[1][0] == 3
    assert flags(shop, jacket)[1]


def test_what_a_person_has_counted_since_stays(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    with shop.database.write() as connection:
        correct(connection, {2: 9}, at=shop.clock(), who="anna")
    assert link_effect(shop, NUMBER).sizes == ()
    unlink(shop, NUMBER)
    assert stock(shop, jacket)[1] == (9, 9)
    assert kinds(shop) == [EventKind.UNLINKED]


def test_what_a_person_kept_beside_the_cabinet_since_stays(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    with shop.database.write() as connection:
        keep_ours(connection, {2: 9}, at=shop.clock(), who="anna")
    assert link_effect(shop, NUMBER).sizes == ()
    unlink(shop, NUMBER)
    assert stock(shop, jacket)[1] == (3, 9)
    assert product_rows(shop, [jacket])[0].sizes[1].pending == PendingChange(Action.SOLD, 6, corrects=True)


def test_events_before_and_after_a_count_are_told_apart(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    with shop.database.write() as connection:
        correct(connection, {2: 9}, at=shop.clock(), who="anna")
    arrive(shop, "L", 8)
    unlink(shop, NUMBER)
    assert stock(shop, jacket)[1] == (9, 9)
    assert is_whole(shop)


def test_what_a_person_undid_is_not_learned_by_itself_again(shop: Shop) -> None:
    sizes = (SizeDraft("L", opening=4, marketplace_size_id=3),)
    product = add_product(shop, ProductDraft("SS21CA2N", sizes=sizes))
    arrive(shop, "L", 3, size_id=3)
    assert [(row.how, row.who, row.events) for row in link_rows(shop, "")] == [(How.SIZE_ID, "", 1)]
    unlink(shop, NUMBER)
    arrive(shop, "L", 2, size_id=3)
    assert kinds(shop) == [EventKind.UNLINKED, EventKind.UNLINKED]
    assert link(shop, 17, product) == 2
    assert [(row.how, row.who) for row in link_rows(shop, "")] == [(How.PERSON, shop.who)]


def test_another_spelling_is_recognised_and_seen(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "ХL", 2)  # Cyrillic
    arrive(shop, "xl", 1)
    assert stock(shop, jacket)[0] == (1, 1)
    (row,) = [row for row in link_rows(shop, "") if row.key.value]
    assert (row.key.value, row.size, row.how, row.events) == ("ХL", "XL", How.SPELLING, 1)


def test_an_undone_spelling_asks_and_is_chosen_by_a_person(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "ХL", 2)
    key = LinkKey(17, "ХL")
    unlink(shop, key)
    assert stock(shop, jacket)[0] == (3, 3)
    assert kinds(shop) == [EventKind.UNLINKED]
    arrive(shop, "ХL", 1)
    assert kinds(shop) == [EventKind.UNLINKED, EventKind.UNLINKED]
    asked = size_question(shop, key)
    assert asked is not None
    assert [size.value for size in asked.sizes] == ["XL", "L", "M"]
    assert asked.likeliest == 0
    assert link_size(shop, key, asked.sizes[0].id) == 2
    assert stock(shop, jacket)[0] == (1, 1)
    assert [row.how for row in link_rows(shop, "") if row.key.value] == [How.PERSON]


def test_an_unknown_size_waits_and_is_chosen_once(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "50-52", 3)
    (row,) = log.event_rows(shop, EventFilter(), 0, 10)
    assert (row.kind, row.product_id) == (EventKind.UNLINKED, jacket)
    assert "no size “50-52”" in str(row.note)
    asked = size_question(shop, LinkKey(17, "50-52"))
    assert asked is not None
    assert asked.likeliest is None
    assert link_size(shop, LinkKey(17, "50-52"), 2) == 1
    arrive(shop, "50-52", 2)
    assert stock(shop, jacket)[1] == (2, 2)
    assert link_size(shop, LinkKey(17, "50-52"), 1) == 2
    assert stock(shop, jacket) == [(2, 2), (4, 4), (2, 2)]
    assert is_whole(shop)


def test_the_sizes_of_a_number_go_with_its_link(shop: Shop, jacket: int) -> None:
    link(shop, 17, jacket)
    arrive(shop, "50-52", 3)
    link_size(shop, LinkKey(17, "50-52"), 2)
    unlink(shop, NUMBER)
    assert link_rows(shop, "") == []
    assert stock(shop, jacket)[1] == (4, 4)
    link(shop, 17, jacket)
    assert kinds(shop) == [EventKind.UNLINKED]


def test_links_are_searched_by_all_that_is_shown(shop: Shop, jacket: int) -> None:
    scarf = add_product(shop, ProductDraft("AC05SCF2", title="Шарф", sizes=(SizeDraft("ONE", opening=1),)))
    link(shop, 17, jacket)
    link(shop, 56, scarf)
    assert [row.article for row in link_rows(shop, "")] == ["AC05SCF2", "SS21CA2N"]
    for search in ("шАРФ", "56", "scf2", f"56 {shop.who}"):
        assert [row.article for row in link_rows(shop, search)] == ["AC05SCF2"], search
    assert link_rows(shop, "17 шарф") == []


def test_a_number_of_another_product_is_not_taken_away_in_the_form(shop: Shop, jacket: int) -> None:
    scarf = add_simple_product(shop, "AC05SCF2", {"ONE": 1})
    link(shop, 17, jacket)
    with pytest.raises(InvalidValueError, match="Number 17 belongs to SS21CA2N already"):
        edit_product(shop, replace(product_draft(shop, scarf), marketplace_id=17))
    edit_product(shop, replace(product_draft(shop, jacket), marketplace_id=17))
    assert [row.article for row in link_rows(shop, "")] == ["SS21CA2N"]


def test_suggestions_weigh_size_numbers_sizes_stock_and_words(shop: Shop, jacket: int) -> None:
    coat = add_simple_product(shop, "SS21CA3N", {"ХL": 20, "L": 20, "M": 20})
    taken = add_simple_product(shop, "SS21CA4N", {"XL": 9, "L": 9}, marketplace_id=99)
    scarf = add_product(
        shop, ProductDraft("AC05", "Scarf", sizes=(SizeDraft("ONE", marketplace_size_id=3),))
    )
    arrive(shop, "XL", 19)
    arrive(shop, "L", 20)
    found = suggestions(shop, 17, "")
    assert [one.product.id for one in found] == [coat, jacket, taken, scarf]
    assert [(one.found, one.named, one.fitting) for one in found] == [
        (2, 2, 2),
        (2, 2, 0),
        (2, 2, 0),
        (0, 2, 0),
    ]
    assert [one.product.id for one in suggestions(shop, 17, "scarf")] == [scarf]


def test_what_waited_is_written_after_what_was_counted_since(shop: Shop) -> None:
    start = time.time()
    shop.clock = lambda: start - 20
    arrive(shop, "L", 10)
    shop.clock = lambda: start - 10
    product = add_simple_product(shop, "AC05SCF2", {"L": 11})
    shop.clock = lambda: start
    link(shop, 17, product)
    assert stock(shop, product) == [(10, 10)]
    newest, opening = movement_rows(shop, LedgerFilter(), 0, 2)
    assert (newest.here_before, newest.here_after, newest.at) == (11, 10, opening.at)


@pytest.mark.parametrize("meaning", SoldCountMeaning)
def test_what_waited_and_was_counted_since_agrees(shop: Shop, meaning: SoldCountMeaning) -> None:
    save_connection(shop, ConnectionSettings(dialect=Dialect(sold_count=meaning)))
    start = time.time()
    shop.clock = lambda: start - 20
    arrive(shop, "L", 22)
    shop.clock = lambda: start
    product = add_simple_product(shop, "AC05SCF2", {"L": 22})
    link(shop, 17, product)
    (row,) = event_rows(shop, EventFilter(), 0, 9)
    assert str(row.note) == "First word about this size: the marketplace has 22."
    assert product_rows(shop, [product])[0].sizes[0].flag is None
    arrive(shop, "L", 21, 2 if meaning is SoldCountMeaning.TOTAL else 1)
    assert stock(shop, product) == [(21, 21)]


@pytest.mark.parametrize("meaning", SoldCountMeaning)
def test_linking_again_leaves_what_a_person_read_in_the_cabinet_since(
    shop: Shop, jacket: int, meaning: SoldCountMeaning
) -> None:
    save_connection(shop, ConnectionSettings(dialect=Dialect(sold_count=meaning)))
    start = time.time()
    shop.clock = lambda: start
    link(shop, 17, jacket)
    arrive(shop, "L", 3)
    shop.clock = lambda: start + 5
    with shop.database.write() as connection:
        correct(connection, {2: 9}, at=shop.clock(), who="anna")
    shop.clock = lambda: start + 9
    unlink(shop, NUMBER)
    link(shop, 17, jacket)
    assert (stock(shop, jacket)[1], flags(shop, jacket)[1]) == ((9, 9), "")
    assert str(event_rows(shop, EventFilter(), 0, 9)[0].note).startswith(
        "The stock was read in the cabinet"
    )
    arrive(shop, "L", 8, 2 if meaning is SoldCountMeaning.TOTAL else 1)
    assert (stock(shop, jacket)[1], flags(shop, jacket)[1]) == ((8, 8), "")


@pytest.mark.parametrize("meaning", SoldCountMeaning)
@pytest.mark.parametrize(("minutes", "expected"), [(11, (9, 9)), (1, (3, 3))])
def test_what_waited_changes_no_figure_of_the_cabinet_silently(
    shop: Shop, jacket: int, meaning: SoldCountMeaning, minutes: int, expected: tuple[int, int]
) -> None:
    save_connection(shop, ConnectionSettings(dialect=Dialect(sold_count=meaning)))
    start = time.time()
    shop.clock = lambda: start
    arrive(shop, "L", 3)
    shop.clock = lambda: start + minutes * 60
    with shop.database.write() as connection:
        correct(connection, {2: 9}, at=shop.clock(), who="anna")
    shop.clock = lambda: start + 1000
    link(shop, 17, jacket)
    assert stock(shop, jacket)[1] == expected
    assert bool(flags(shop, jacket)[1]) is (expected == (3, 3))
