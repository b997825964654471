"""A stock that nobody has said is not known: it is no zero, and has not run out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.span import Span
from app.services.catalogue import add_product, product_index, product_rows
from app.services.editing import queue_action, set_pending
from app.services.exporting import export_products
from app.services.ledger_views import PastFilter
from app.services.link_views import LinkKey
from app.services.linking import link, unlink
from app.services.movements import past_rows
from app.services.overview import overview
from app.services.reconciling import Counted, Scope, Verdict, count_rows, write_counts
from app.services.reviewing import review
from app.services.shop import Shop
from app.services.views import PendingChange, ProductDraft, ProductFilter, ProductKind, SizeDraft
from tests.services.test_linking import arrive
from tests.services.test_overview import NOON


@pytest.fixture
def scarf(shop: Shop) -> int:
    """Nobody has said how many S there are; of the M there are none."""
    sizes = (SizeDraft("S"), SizeDraft("M", opening=0))
    return add_product(shop, ProductDraft("AC05SCF2", sizes=sizes))


def stocks(shop: Shop, product_id: int) -> list[int | None]:
    return [size.stock for size in product_rows(shop, [product_id])[0].sizes]


def test_it_is_told_from_none(shop: Shop, scarf: int) -> None:
    assert stocks(shop, scarf) == [None, 0]
    product = product_rows(shop, [scarf])[0]
    assert (product.stock, [size.value for size in product.untold]) == (0, ["S"])


def test_a_product_of_which_nothing_is_known_has_no_sum(shop: Shop) -> None:
    number = add_product(shop, ProductDraft("A", sizes=(SizeDraft("S"), SizeDraft("M"))))
    assert product_rows(shop, [number])[0].stock is None


def test_it_does_not_run_out(shop: Shop, scarf: int) -> None:
    only_untold = add_product(shop, ProductDraft("A", sizes=(SizeDraft("S"),)))
    low = product_index(shop, ProductFilter(kind=ProductKind.LOW)).ids
    assert list(low) == [scarf] != [only_untold]
    assert overview(shop, Span.TWO_WEEKS).scarce == ()


def test_a_receipt_a_count_and_an_event_say_it(shop: Shop, scarf: int) -> None:
    set_pending(shop, {1: PendingChange(Action.RECEIPTS, 2)})
    assert stocks(shop, scarf) == [None, 0]  # typed is not sent
    queue_action(shop, "AC05SCF2", Action.RECEIPTS, {"S": 2}, None, "anna")
    assert stocks(shop, scarf) == [2, 0]
    other = add_product(shop, ProductDraft("A", sizes=(SizeDraft("S"),)))
    row = count_rows(shop, Scope(products=(other,)))[0]
    write_counts(shop, [Counted(row, 0, Verdict.CABINET)])
    assert (row.stock, stocks(shop, other)) == (None, [0])


def test_the_first_word_of_the_marketplace_says_it_until_its_link_is_undone(shop: Shop) -> None:
    number = add_product(shop, ProductDraft("A", sizes=(SizeDraft("L"),)))
    link(shop, 17, number)
    arrive(shop, "L", 0)
    assert stocks(shop, number) == [0]
    unlink(shop, LinkKey(17))
    assert stocks(shop, number) == [None]


def test_what_is_not_there_yet_is_none_until_the_receipt_is_sent(shop: Shop) -> None:
    draft = ProductDraft("A", sizes=(SizeDraft("L", opening=5),), already_there=False)
    number = add_product(shop, draft)
    size = product_rows(shop, [number])[0].sizes[0]
    assert (size.stock, size.becomes) == (0, 5)


def test_reviews_files_and_the_past_say_so_too(shop: Shop, scarf: int, tmp_path: Path) -> None:
    set_pending(shop, {1: PendingChange(Action.RECEIPTS, 2)})
    line = review(shop).items[0].lines[0]
    assert (line.before, line.after) == (None, 2)
    path = tmp_path / "products.csv"
    export_products(shop, path, ProductFilter())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert [row[5] for row in rows[1:]] == ["", "0"]
    assert [(row.then, row.now) for row in past_rows(shop, PastFilter(NOON), 0, 9)] == [
        (None, None),
        (0, 0),
    ]
