"""The cabinet's counts beside ours: what is taken over, corrected, left, and what is not touched."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook

from app.domain.action import Action
from app.services.catalogue import product_details, product_rows
from app.services.editing import queue_action, queue_review, set_pending
from app.services.reconciling import (
    Counted,
    CountRow,
    Reconciled,
    Scope,
    Verdict,
    count_rows,
    export_counts,
    write_counts,
)
from app.services.reviewing import review
from app.services.shop import Shop
from app.services.views import PendingChange, ProductFilter, SizeRow
from tests.services.support import JACKET, add_simple_product
from tests.services.test_conflicts import Scene, scene, send_all  # noqa: F401  # a fixture
from tests.services.test_doubts import lose_all, online_sale

ARTICLE = "SS21CA2N"


def jacket(shop: Shop) -> int:
    return add_simple_product(shop, ARTICLE, JACKET, marketplace_id=17)


def row_of(shop: Shop, size: int = 2) -> CountRow:
    return count_rows(shop, Scope(sizes=(size,)))[0]


def write(shop: Shop, count: int, verdict: Verdict = Verdict.CABINET) -> Reconciled:
    return write_counts(shop, [Counted(row_of(shop), count, verdict)])


def large(shop: Shop) -> SizeRow:
    return product_rows(shop, [1])[0].sizes[1]


def test_a_scope_is_sizes_products_or_what_a_filter_finds(shop: Shop) -> None:
    jacket(shop)
    other = add_simple_product(shop, "AC01BAG7", {"ONE": 5})
    assert [row.size for row in count_rows(shop, Scope(sizes=(3, 2)))] == ["L", "M"]
    assert [row.article for row in count_rows(shop, Scope(products=(other,)))] == ["AC01BAG7"]
    found = count_rows(shop, Scope(filter=ProductFilter()))
    assert [(row.article, row.size, row.here) for row in found] == [
        ("AC01BAG7", "ONE", 5),
        (ARTICLE, "XL", 3),
        (ARTICLE, "L", 4),
        (ARTICLE, "M", 2),
    ]


def test_the_cabinet_is_right(shop: Shop) -> None:
    jacket(shop)
    done = write(shop, 6)
    size = large(shop)
    assert (size.here, size.agreed, size.flag, size.pending) == (6, 6, None, None)
    assert len(done.followed) == 1
    details = product_details(shop, 1)
    assert details is not None
    newest = details.timeline[0]
    assert (newest.cause, newest.quantity, newest.who) == ("counted", 2, shop.who)


def test_what_is_on_its_way_comes_on_top(shop: Shop) -> None:
    jacket(shop)
    queue_action(shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")
    row = row_of(shop)
    assert (row.here, row.agreed, row.on_its_way, row.is_in_flight) == (3, 4, -1, False)
    assert row.missing(4) == 0
    write(shop, 6)
    assert (large(shop).here, large(shop).agreed, large(shop).flag) == (5, 6, None)


def test_we_are_right_and_the_marketplace_follows(scene: Scene) -> None:  # noqa: F811
    scene.sandbox.sell(ARTICLE, "L", 2)  # nobody told us, and in truth nothing was sold
    write(scene.shop, 2, Verdict.OURS)
    size = large(scene.shop)
    assert (size.here, size.agreed, size.pending) == (
        4,
        2,
        PendingChange(Action.RECEIPTS, 2, corrects=True),
    )
    assert size.flag is not None
    scene.shop.save_setting("corrects_without_asking", True)  # is not for what a person decided
    send_all(scene)
    size = large(scene.shop)
    assert (size.here, size.agreed, scene.online, size.flag, size.pending) == (4, 4, 4, None, None)


def test_what_agrees_clears_up_what_could_not_be_explained(shop: Shop) -> None:
    jacket(shop)
    online_sale(shop, "L", 1)  # says one was sold, and the count fell by three
    assert "Compare the stock" in str(large(shop).flag)
    done = write(shop, large(shop).here)
    assert len(done.equal) == 1
    assert (large(shop).here, large(shop).flag) == (1, None)


def test_a_size_in_flight_is_left_alone(shop: Shop) -> None:
    jacket(shop)
    queue_action(shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")
    lose_all(shop)
    assert row_of(shop).is_in_flight
    done = write(shop, 9)
    assert len(done.changed) == 1
    assert (large(shop).here, large(shop).agreed) == (3, 4)


def test_a_size_that_changed_meanwhile_is_left_alone(shop: Shop) -> None:
    jacket(shop)
    shown = Counted(row_of(shop), 6, Verdict.CABINET)
    online_sale(shop, "L", 3)
    done = write_counts(shop, [shown])
    assert len(done.changed) == 1
    assert large(shop).here == 3


def test_what_a_person_typed_has_no_room_for_a_correction(shop: Shop) -> None:
    jacket(shop)
    typed = PendingChange(Action.SOLD, 1)
    set_pending(shop, {2: typed})
    assert row_of(shop).is_typed
    assert len(write(shop, 2, Verdict.OURS).changed) == 1
    assert large(shop).pending == typed
    assert len(write(shop, 2).followed) == 1
    assert (large(shop).here, large(shop).pending) == (2, typed)


def test_an_accepted_count_takes_a_drafted_correction_away(shop: Shop) -> None:
    jacket(shop)
    write(shop, 2, Verdict.OURS)
    assert review(shop).items
    write(shop, 2)
    assert (large(shop).here, large(shop).flag, large(shop).pending) == (2, None, None)


def test_a_size_that_nobody_knew_of_at_the_marketplace_is_known_then(shop: Shop) -> None:
    jacket(shop)
    with shop.database.write() as connection:
        connection.exec_driver_sql("UPDATE sizes SET agreed = NULL, track = NULL")
    assert row_of(shop).agreed is None
    write(shop, 7, Verdict.OURS)
    size = large(shop)
    assert (size.here, size.agreed, size.pending) == (4, 7, PendingChange(Action.SOLD, 3, corrects=True))
    queue_review(shop, review(shop))
    assert large(shop).flag is None


def test_the_table_is_saved_with_what_is_typed(shop: Shop, tmp_path: Path) -> None:
    jacket(shop)
    queue_action(shop, ARTICLE, Action.SOLD, {"L": 1}, None, "anna")
    path = tmp_path / "counts.xlsx"
    assert export_counts(shop, path, [(row_of(shop), 5), (row_of(shop, 3), None)]) == 2
    _, first, second = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert first == [ARTICLE, "", "L", 3.0, -1.0, 4.0, 5.0]
    assert second[-2:] == [2.0, ""]
