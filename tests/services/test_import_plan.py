"""A file's lines as what they would change now."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.action import Action
from app.domain.guard import Danger
from app.services.editing import queue_action
from app.services.import_matching import load_goods
from app.services.import_views import Creating, Plan
from app.services.importing import check_sheet, open_file, plan_import
from app.services.shop import Shop
from app.spreadsheet.meaning import Choices, Meaning
from tests.services.import_support import changes, draft_of, planned, write_csv
from tests.services.support import add_simple_product, refuse_all


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    add_simple_product(shop, "JACKET", {"XL": 3, "L": 4}, price=Decimal(82000), marketplace_id=17)
    add_simple_product(shop, "00123", {"42": 5}, price=Decimal(1000))
    return shop


def plan_of(
    shop: Shop, folder: Path, text: str, meaning: Meaning, creating: Creating | None = None
) -> Plan:
    path = write_csv(folder / "file.csv", text)
    return planned(shop, draft_of(shop, path, meaning, creating))[1]


def test_receipts_and_sales_move_what_is_here(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Кол-во\nJACKET;XL;2\nJACKET;L;1\n00123;42;3"
    plan = plan_of(stocked, tmp_path, text, Meaning.RECEIPTS)
    assert changes(plan) == [
        ("JACKET", "XL", "receipts", 2, 3, 5),
        ("JACKET", "L", "receipts", 1, 4, 5),
        ("00123", "42", "receipts", 3, 5, 8),
    ]
    assert [(delivery.article, len(delivery.rows)) for delivery in plan.deliveries] == [
        ("JACKET", 2),
        ("00123", 1),
    ]
    sold = plan_of(stocked, tmp_path, text, Meaning.SOLD)
    assert [row.after for row in sold.rows] == [1, 3, 2]


def test_pieces_of_one_size_are_added_up_and_know_their_rows(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Кол-во\nJACKET;XL;2\n00123;42;1\nJACKET;xl;5\nJACKET;ХL;1"
    plan = plan_of(stocked, tmp_path, text, Meaning.RECEIPTS)
    assert changes(plan)[0] == ("JACKET", "XL", "receipts", 8, 3, 11)
    assert plan.rows[0].places == ((2, 3), (4, 3), (5, 3))


def test_a_count_becomes_receipts_and_sales_of_the_difference(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Остаток\nJACKET;XL;1\nJACKET;L;9\n00123;42;5"
    plan = plan_of(stocked, tmp_path, text, Meaning.COUNT)
    assert changes(plan) == [("JACKET", "XL", "sold", 2, 3, 1), ("JACKET", "L", "receipts", 5, 4, 9)]
    assert plan.unchanged == 1
    assert [delivery.action for delivery in plan.deliveries] == [Action.SOLD, Action.RECEIPTS]


def test_a_size_that_a_count_does_not_name_is_left_alone(stocked: Shop, tmp_path: Path) -> None:
    plan = plan_of(stocked, tmp_path, "Артикул;Размер;Остаток\nJACKET;XL;0", Meaning.COUNT)
    assert changes(plan) == [("JACKET", "XL", "sold", 3, 3, 0)]


def test_prices_are_of_products_and_those_that_are_so_already_are_counted(
    stocked: Shop, tmp_path: Path
) -> None:
    text = "Артикул;Цена\nJACKET;85 000,50\n00123;1000"
    plan = plan_of(stocked, tmp_path, text, Meaning.PRICE)
    assert changes(plan) == [("JACKET", "", "price", 0, Decimal(82000), Decimal("85000.50"))]
    assert plan.unchanged == 1


def test_a_price_that_was_rejected_is_offered_once_more(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Цена\nJACKET;85000\n00123;1000"
    queue_action(stocked, "JACKET", Action.PRICE, {}, Decimal(85000), "anna")
    assert plan_of(stocked, tmp_path, text, Meaning.PRICE).unchanged == 2  # it is on its way
    refuse_all(stocked)
    plan = plan_of(stocked, tmp_path, text, Meaning.PRICE)
    assert changes(plan) == [("JACKET", "", "price", 0, Decimal(82000), Decimal(85000))]
    back = plan_of(stocked, tmp_path, "Артикул;Цена\nJACKET;82000", Meaning.PRICE)
    assert changes(back) == [("JACKET", "", "price", 0, Decimal(85000), Decimal(82000))]
    queue_action(stocked, "JACKET", Action.PRICE, {}, Decimal(85000), "anna")
    assert plan_of(stocked, tmp_path, text, Meaning.PRICE).unchanged == 2


def test_two_prices_of_one_product_are_an_error_and_none_is_taken(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Цена\nJACKET;XL;900\nJACKET;L;950")
    checked, plan = planned(stocked, draft_of(stocked, path, Meaning.PRICE))
    assert [problem.row for problem in checked.problems] == [2, 3]
    assert plan.size == 0


def test_what_is_unknown_is_listed_apart_and_left_out(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Название;Размер;Кол-во\nNEW;Пальто;S;1\nNEW;Пальто;M;2\nJACKET;;XXL;4\nJACKET;;L;1"
    plan = plan_of(stocked, tmp_path, text, Meaning.RECEIPTS)
    assert changes(plan) == [("JACKET", "L", "receipts", 1, 4, 5)]
    product, size = plan.new_products[0], plan.new_sizes[0]
    assert (product.article, product.title, product.sizes, product.rows) == (
        "NEW",
        "Пальто",
        ("S", "M"),
        (2, 3),
    )
    assert (size.article, size.size, size.known, size.rows) == ("JACKET", "XXL", ("XL", "L"), (4,))
    assert plan.without == [2, 3, 4]


def test_what_is_unknown_is_planned_where_that_is_wanted(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Кол-во\nNEW;S;1\nJACKET;XXL;4"
    products = plan_of(stocked, tmp_path, text, Meaning.RECEIPTS, Creating(products=True))
    assert changes(products) == [("NEW", "S", "receipts", 1, 0, 1)]
    both = plan_of(stocked, tmp_path, text, Meaning.RECEIPTS, Creating(products=True, sizes=True))
    assert changes(both)[1] == ("JACKET", "XXL", "receipts", 4, 0, 4)
    assert both.without == []


def test_a_file_without_sizes_means_the_only_one(stocked: Shop, tmp_path: Path) -> None:
    plan = plan_of(stocked, tmp_path, "Артикул;Кол-во\n00123;2\nJACKET;2", Meaning.SOLD)
    assert changes(plan) == [("00123", "42", "sold", 2, 5, 3)]
    assert [(problem.row, str(problem.text)) for problem in plan.problems] == [
        (3, "JACKET has several sizes, and the file names none: XL, L.")
    ]


def test_the_guard_looks_at_each_row(stocked: Shop, tmp_path: Path) -> None:
    for _ in range(3):
        queue_action(stocked, "JACKET", Action.RECEIPTS, {"L": 1}, None, "anna")
    text = "Артикул;Размер;Кол-во\nJACKET;XL;4\nJACKET;L;11"
    below = plan_of(stocked, tmp_path, text, Meaning.SOLD)
    assert [(one.row, one.danger) for one in below.cautions] == [
        (2, Danger.BELOW_ZERO),
        (3, Danger.BELOW_ZERO),
        (3, Danger.UNUSUAL_QUANTITY),
    ]
    prices = plan_of(stocked, tmp_path, "Артикул;Цена\nJACKET;8200", Meaning.PRICE)
    assert [one.danger for one in prices.cautions] == [Danger.PRICE_JUMP]


def test_many_products_are_asked_about(shop: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Кол-во\n" + "\n".join(f"N{n};S;1" for n in range(201))
    assert plan_of(shop, tmp_path, text, Meaning.RECEIPTS, Creating(products=True)).is_many


def test_links_name_products_and_numbers_of_sizes(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;ID товара;ID размера\nJACKET;XL;17;101\n00123;42;18;\nGONE;S;19;"
    path = write_csv(tmp_path / "f.csv", text)
    draft = draft_of(stocked, path, Meaning.LINKS)
    plan = planned(stocked, draft)[1]
    assert [(link.marketplace_id, link.article, link.before) for link in plan.links] == [
        (18, "00123", None)
    ]
    assert [(one.article, one.size, one.number) for one in plan.numbers] == [("JACKET", "XL", 101)]
    assert plan.without == [4]


def test_the_cabinets_counts_stand_beside_what_is_known(stocked: Shop, tmp_path: Path) -> None:
    text = "Артикул;Размер;Остаток\nJACKET;XL;3\nJACKET;L;1"
    plan = plan_of(stocked, tmp_path, text, Meaning.CABINET)
    assert [(one.known.size, one.pieces, one.known.missing(one.pieces)) for one in plan.counts] == [
        ("XL", 3, 0),
        ("L", 1, 3),
    ]
    assert plan.unchanged == 1


def test_hidden_and_edited_cells_follow_the_choices(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nJACKET;XL;two")
    draft = draft_of(stocked, path, Meaning.RECEIPTS)
    assert planned(stocked, draft)[1].size == 0
    edited = replace(draft, choices=Choices(edits={(2, 3): "2"}))
    assert changes(planned(stocked, edited)[1]) == [("JACKET", "XL", "receipts", 2, 3, 5)]


def test_a_plan_leaves_the_goods_as_they_are_for_the_next_check(stocked: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "f.csv", "Артикул;Размер;Кол-во\nJACKET;ХL;1\nJACKET;XXXXL;2\nCOAT;;1")
    draft, goods = draft_of(stocked, path, Meaning.RECEIPTS), load_goods(stocked)
    sheet = open_file(path).sheets[0]
    first = check_sheet(goods, sheet, draft)
    plan_import(stocked, goods, first, draft)
    assert check_sheet(goods, sheet, draft) == first
