"""Files that are laid out in ways of their own, each with what is read of it in plain sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.likely_meaning import likely_meaning
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.meaning import Choices, Meaning, absent_kinds
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.sheet import Area
from app.spreadsheet.suited import suited
from app.spreadsheet.turning import lies_on_its_side, turn
from tests.spreadsheet.checking import checked
from tests.spreadsheet.in_memory import InMemorySheet, table
from tests.spreadsheet.test_columns import kinds

DATA = Path(__file__).parents[1] / "data"
SHIRT, COAT = "4607012345677", "4607012345684"
BARCODES = Known({"ФТБ-1": ["S", "M"]}, {SHIRT: ("ФТБ-1", "S"), COAT: ("ФТБ-1", "M")})


def layout_of(name: str) -> Layout:
    sheet = open_book(DATA / name).sheets[0]
    return guess_layout(sheet.head(ROWS_TO_GUESS), sheet.merged)


def read(
    name: str,
    meaning: Meaning,
    *,
    known: Known | None = None,
    choices: Choices | None = None,
    said: Callable[[Layout], Layout] = lambda layout: layout,
) -> Checked:
    sheet = open_book(DATA / name).sheets[0]
    return check(sheet, said(layout_of(name)), meaning, choices, known)


def lines(found: Checked) -> list[tuple[int, str, str, int | None]]:
    return [(line.row, line.article, line.size, line.pieces) for line in found.lines]


def sums(layout: Layout) -> Layout:
    return layout.with_total_answered(are_summed=True)


def totals(layout: Layout) -> Layout:
    return layout.with_total_answered(are_summed=False)


# Tables that lie on their side


def test_a_table_on_its_side_is_refused_with_a_sentence() -> None:
    found = read("on-its-side.ods", Meaning.RECEIPTS)
    assert lines(found) == []
    assert [str(problem.text) for problem in found.problems] == [
        "The table lies on its side: its products stand side by side. Turn it first."
    ]


def test_a_table_on_its_side_is_read_once_it_is_turned() -> None:
    rows = turn(open_book(DATA / "on-its-side.ods").sheets[0], lambda _done, _total: None)
    layout = guess_layout(rows)
    assert kinds(layout) == "article title price S M L"
    found = check(InMemorySheet(rows), layout, Meaning.COUNT)
    assert lines(found) == [
        *((2, "КРД-042", "S", 2), (2, "КРД-042", "M", 1)),
        *((3, "ПЛТ-7", "M", 3), (3, "ПЛТ-7", "L", 1)),
        *((4, "ФТБ-1", "S", 10), (4, "ФТБ-1", "M", 12), (4, "ФТБ-1", "L", 8)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "| Размер | A-1 | B-2 |\n| S | 2 | 1 |\n| M | 1 | 1 |\n| L | 1 | 1 |",
        "|  | A-1 | B-2 |\n| 42 | 2 | 1 |\n| 44 | 1 | 1 |\n| 46 | 1 | 1 |",
        "| Артикул | A-1 | B-2 |\n| Размер | S | M |\n| Кол-во | 2 | 1 |",
    ],
)
def test_what_lies_on_its_side(rows: str) -> None:
    assert lies_on_its_side(table(rows))


@pytest.mark.parametrize(
    "rows",
    [
        "| Артикул | Размер | Кол-во |\n| A-1 | S | 2 |\n| A-1 | M | 1 |\n| A-1 | L | 1 |",
        "| Артикул | S | M | L |\n| A-1 | 2 | 1 | 0 |\n| B-2 | 2 | 1 | 0 |",
        "| Размер | Кол-во |\n| S | 2 |\n| M | 1 |\n| L | 1 |",
        "| A-1 | S | 2 |\n| A-1 | M | 1 |\n| A-1 | L | 1 |",
        "| Номенклатура | Кол-во |\n| A-1 | 6 |\n| S | 2 |\n| M | 3 |\n| L | 1 |",
        "",
    ],
)
def test_what_stands_upright(rows: str) -> None:
    assert not lies_on_its_side(table(rows))


def test_sizes_are_the_headings_although_their_corner_says_size() -> None:
    layout = guess_layout(table("| Размер | S | M | L |\n| A-1 | 2 | 1 | 0 |\n| B-2 | 2 | 1 | 0 |"))
    assert kinds(layout) == "article S M L"


# Several warehouses


@pytest.mark.parametrize("meaning", [Meaning.COUNT, Meaning.RECEIPTS])
def test_nothing_is_read_before_a_person_says_which_of_warehouses_and_total_counts(
    meaning: Meaning,
) -> None:
    layout = layout_of("warehouses.xls")
    assert kinds(layout) == "article size place place place all_places"
    assert likely_meaning(layout).meaning is Meaning.COUNT
    assert absent_kinds(layout, meaning) == (ColumnKind.ALL_PLACES,)
    found = read("warehouses.xls", meaning)
    assert [str(problem.text) for problem in found.problems] == [
        "Say what counts: the total, or the sum of the warehouses."
    ]


@pytest.mark.parametrize("said", [sums, totals])
def test_the_pieces_of_several_warehouses_are_counted_once(said: Callable[[Layout], Layout]) -> None:
    found = read("warehouses.xls", Meaning.COUNT, said=said)
    assert lines(found) == [(3, "КРД-042", "S", 3), (4, "КРД-042", "M", 0), (5, "ПЛТ-7", "M", 9)]
    assert list(found.left_out[LeftOut.TOTAL]) == [6]
    assert all(problem.flaw is Flaw.TOTAL for problem in found.problems)


def test_the_stock_of_places_that_stand_above_several_columns_each_is_added_up_and_asked_about() -> None:
    rows = table("""
        | Артикул | Алматы, склад |        |          | Астана, магазин |        |          |
        |         | Остаток       | Резерв | Доступно | Остаток         | Резерв | Доступно |
        | A-1     | 20            | 2      | 18       | 8               | 0      | 8        |
    """)
    layout = suited(guess_layout(rows, [Area(1, 2, 1, 4), Area(1, 5, 1, 7)]), Meaning.COUNT)
    assert kinds(layout) == "article place - - place - -"
    assert all(layout.columns[index].is_doubtful for index in layout.places)
    assert lines(check(InMemorySheet(rows), layout, Meaning.COUNT)) == [(3, "A-1", "", 28)]


def test_movements_above_several_columns_each_are_no_places() -> None:
    rows = table("""
        | Артикул | Приход |       | Расход |       |
        |         | Кол-во | Сумма | Кол-во | Сумма |
        | A-1     | 20     | 200   | 8      | 80    |
    """)
    layout = guess_layout(rows, [Area(1, 2, 1, 3), Area(1, 4, 1, 5)])
    assert layout.places == ()


def test_towns_are_known_by_the_total_that_they_come_to() -> None:
    assert kinds(layout_of("cities.xlsx")) == "article size place place all_places price"
    found = read("cities.xlsx", Meaning.RECEIPTS, said=sums)
    assert lines(found) == [(2, "КРД-042", "S", 3), (3, "ПЛТ-7", "M", 4)]


def test_warehouses_without_a_total_are_added_up_and_a_person_is_asked_to_look() -> None:
    rows = table("""
        | Артикул | Остаток Склад Юг | Остаток Склад Север |
        | A-1     | 1                | 2                   |
        | B-2     |                  | мало                |
        | C-3     |                  |                     |
    """)
    layout = guess_layout(rows)
    assert kinds(layout) == "article place place"
    assert [layout.columns[index].confidence for index in layout.places] == [0.5, 0.5]
    found = checked(rows, Meaning.COUNT)
    assert lines(found) == [(2, "A-1", "", 3)]
    assert [(one.row, one.column, one.flaw) for one in found.problems] == [
        (3, 3, Flaw.NOT_A_NUMBER),
        (4, 2, Flaw.NO_VALUE),
    ]
    assert list(found.left_out[LeftOut.NOTHING]) == [4]


@pytest.mark.parametrize(
    ("heads", "numbers", "expected"),
    [
        ("Артикул | Склад 1 | Склад 2 | Кол-во", "A-1 | 1 | 2 | 7", "article - - quantity"),
        ("Артикул | Склад 1 | Кол-во", "A-1 | 1 | 7", "article - quantity"),
        ("Артикул | Цена Склад 1 | Цена Склад 2 | Кол-во", "A-1 | 90 | 91 | 7", "article price - quantity"),
        ("Артикул | Кол-во | Цена | Итого", "A-1 | 2 | 50 | 100", "article quantity price -"),
    ],
)
def test_a_column_of_pieces_makes_warehouses_beside_it_no_matter(
    heads: str, numbers: str, expected: str
) -> None:
    assert kinds(guess_layout(table(f"| {heads} |\n| {numbers} |\n| {numbers} |"))) == expected


def test_a_person_who_names_one_warehouse_means_that_one_alone() -> None:
    layout = layout_of("warehouses.xls").with_column(4, ColumnKind.STOCK)
    assert kinds(layout) == "article size - stock - -"


# Sizes in articles


def test_sizes_at_the_end_of_articles_are_taken_off_where_an_article_comes_with_several() -> None:
    assert layout_of("sizes-in-articles.ods").sizes_inside
    assert lines(read("sizes-in-articles.ods", Meaning.RECEIPTS)) == [
        *((2, "КРД-042", "XL", 2), (3, "КРД-042", "S", 1)),
        *((4, "ПЛТ-7", "42-44", 3), (5, "ПЛТ-7", "46-48", 4)),
        *((6, "ФТБ-1", "M", 5), (7, "ФТБ-1", "L", 6)),
    ]


def test_a_known_article_is_found_before_its_size_also_where_it_comes_once() -> None:
    known = Known({"КРД-042": ["S", "XL"], "ПЛТ-7": ["42"], "AB-44": ["M", "L"]})
    rows = "| Артикул | Кол-во |\n| КРД-042-XL | 1 |\n| ПЛТ-7-42 | 2 |\n| AB-44 | 3 |\n| ПЛТ-7 р.42 | 4 |"
    found = checked(rows, Meaning.RECEIPTS, known=known)
    assert lines(found) == [
        *((2, "КРД-042", "XL", 1), (3, "ПЛТ-7", "42", 2)),
        *((4, "AB-44", "", 3), (5, "ПЛТ-7", "42", 4)),
    ]


def test_numbers_at_the_end_of_unknown_articles_belong_to_them() -> None:
    rows = "| Артикул | Кол-во |\n| AB-40 | 1 |\n| AB-42 | 2 |\n| AB-44 | 3 |\n| AB-46 | 4 |"
    assert [line[1] for line in lines(checked(rows))] == ["AB-40", "AB-42", "AB-44", "AB-46"]


def test_an_article_is_left_as_it_is_where_a_column_has_the_sizes() -> None:
    known = Known({"КРД-042": ["S"], "КРД-042-XL": ["S"]})
    rows = "| Артикул | Размер | Кол-во |\n| КРД-042-XL | S | 2 |"
    assert lines(checked(rows, known=known)) == [(2, "КРД-042-XL", "S", 2)]


# Scanners


@pytest.mark.parametrize("meaning", [Meaning.COUNT, Meaning.RECEIPTS])
def test_each_row_of_a_scanners_list_is_a_piece(meaning: Meaning) -> None:
    for name, first in (("scanner.txt", 1), ("scanner.xlsx", 2)):
        found = read(name, meaning, known=BARCODES)
        assert lines(found) == [
            (first + number, "ФТБ-1", size, 1) for number, size in enumerate(["S", "M", "S", "S"])
        ]
        assert found.problems == []


def test_a_list_of_goods_with_barcodes_is_no_scanners_list() -> None:
    rows = f"| Штрихкод | Наименование |\n| {SHIRT} | Футболка белая |\n| {COAT} | Пальто серое |"
    found = checked(rows, Meaning.RECEIPTS, known=BARCODES)
    assert lines(found) == []
    assert [problem.flaw for problem in found.problems] == [Flaw.NO_COLUMN]


def test_a_barcode_that_nobody_knows_is_named() -> None:
    found = checked(f"| Штрихкод |\n| {SHIRT} |\n| 4600000000000 |", known=BARCODES)
    assert lines(found) == [(2, "ФТБ-1", "S", 1)]
    assert [(one.row, one.flaw) for one in found.problems] == [(3, Flaw.UNKNOWN_BARCODE)]


# Outlines


def test_a_product_whose_row_is_hidden_keeps_its_sizes_and_hidden_sizes_stay_out() -> None:
    found = read("outline-collapsed.xlsx", Meaning.RECEIPTS)
    assert lines(found) == [(3, "КРД-042", "S", 1), (4, "КРД-042", "M", 2)]
    assert list(found.left_out[LeftOut.HIDDEN]) == [2, 6, 7]
    assert list(found.left_out[LeftOut.GROUP]) == [5]
    whole = read("outline-collapsed.xlsx", Meaning.RECEIPTS, choices=Choices(include_hidden=True))
    assert lines(whole)[2:] == [(6, "ПЛТ-7", "M", 4), (7, "ПЛТ-7", "L", 5)]


# What stands around a table


def test_a_line_for_signatures_is_no_error() -> None:
    found = checked("| Артикул | Размер | Кол-во |\n| A-1 | S | 2 |\n| Сдал: ____ Иванов | | Принял: ___ |")
    assert lines(found) == [(2, "A-1", "S", 2)]
    assert [(one.row, one.level) for one in found.problems] == [(3, Level.NOTE)]


@pytest.mark.parametrize(
    ("heads", "meaning"),
    [
        ("Артикул | Доступно", Meaning.COUNT),
        ("ID товара | Артикул | Размер | ID размера | Доступно", Meaning.CABINET),
        ("ID | Артикул | Размер | Остаток", Meaning.COUNT),
        ("Артикул | Размер | Product ID | Size ID", Meaning.LINKS),
    ],
)
def test_what_a_file_likely_means(heads: str, meaning: Meaning) -> None:
    numbers = " | ".join(str(number) for number in range(1, heads.count("|") + 2))
    assert likely_meaning(guess_layout(table(f"| {heads} |\n| {numbers} |"))).meaning is meaning


# The marketplace's numbers


def test_sizes_are_found_by_the_marketplaces_numbers_where_there_are_no_articles() -> None:
    known = Known(
        {"A-1": ["S"], "B-2": ["M", "L"]}, find_numbers=lambda: {8: ("A-1", "S"), 118: ("B-2", "L")}
    )
    rows = "| product_id | size_id | stock |\n| 20 | 8 | 20 |\n| 37 | 118 | 9 |\n| 37 | 119 | 5 |"
    found = checked(rows, Meaning.CABINET, known=known)
    assert lines(found) == [(2, "A-1", "S", 20), (3, "B-2", "L", 9)]
    assert [(one.row, one.column, one.flaw) for one in found.problems] == [(4, 2, Flaw.UNKNOWN_NUMBER)]


def test_numbers_of_sizes_are_no_articles_of_prices() -> None:
    layout = guess_layout(table("| size_id | Цена |\n| 8 | 41000 |\n| 9 | 42000 |"))
    assert absent_kinds(layout, Meaning.PRICE) == (ColumnKind.ARTICLE,)
