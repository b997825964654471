"""Sizes side by side, and rows in groups."""

import pytest

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.row_words import is_total
from app.spreadsheet.sheet import Area
from app.spreadsheet.size_words import is_size, size_label
from tests.spreadsheet.in_memory import table
from tests.spreadsheet.test_columns import kinds


@pytest.mark.parametrize(
    "heads",
    [
        "XS S M L XL XXL 3XL 4XL 5XL",
        "ХS S М L ХL",  # typed with Cyrillic letters
        "35 36 37 38 39 40",
        "42 44 46 48 50 52 54 56 58 60",
        "41 41,5 42 42,5 43",
        "40-42 42-44 44-46",
        "42/44 46/48 50/52",
        "86 92 98 104 110 116 122 128 134 140 146 152 158 164 170",
        "0-3 3-6 6-9",
        "W30 W32 W34",
        "75A 75B 80C",
    ],
)
def test_sizes_side_by_side_are_unfolded(heads: str) -> None:
    sizes = heads.split()
    rows = table(f"| Артикул | Наименование | {' | '.join(sizes)} | Итого |")
    rows += [["A-1", "Пальто", *[1.0] * len(sizes), float(len(sizes))]]
    layout = guess_layout(rows)
    assert kinds(layout) == f"article title {heads} -"
    assert list(layout.wide.values()) == sizes


def test_one_size_may_stand_among_them() -> None:
    layout = guess_layout(table("| Артикул | S | M | ONE SIZE |\n| A-1 | 1 | 2 | 3 |"))
    assert list(layout.wide.values()) == ["S", "M", "ONE SIZE"]


def test_words_around_a_size_do_not_count() -> None:
    layout = guess_layout(table("| Артикул | Размер 42 | EU 44 | 46, шт |\n| A-1 | 1 | 2 | 3 |"))
    assert list(layout.wide.values()) == ["42", "44", "46"]


def test_two_sizes_make_no_wide_sheet() -> None:
    assert guess_layout(table("| Артикул | S | M | Цена |\n| A-1 | 1 | 2 | 300 |")).wide == {}


def test_quantities_of_a_row_are_no_sizes() -> None:
    layout = guess_layout(table("| Артикул | Приход | Расход | Остаток |\n| A-1 | 40 | 36 | 42 |"))
    assert layout.wide == {}


@pytest.mark.parametrize("is_merged", [True, False])
def test_sizes_in_the_second_row_of_the_header(is_merged: bool) -> None:
    rows = table("""
        | Остатки на складе |   |   |   |   |      |
        | Артикул | Размеры |   |   |   | Цена |
        |         | S       | M | L | XL |     |
        | A-1     | 5       | 2 |   | 1 | 900 |
    """)
    merged = [Area(2, 1, 3, 1), Area(2, 2, 2, 5), Area(2, 6, 3, 6)] if is_merged else []
    layout = guess_layout(rows, merged)
    assert kinds(layout) == "article S M L XL price"
    assert (layout.header, layout.first_row) == ((2, 3), 4)


def test_prices_per_size_are_not_taken_for_pieces() -> None:
    rows = table("""
        | Артикул | Остаток |   |   | Цена |     |     |
        |         | S       | M | L | S    | M   | L   |
        | A-1     | 5       | 2 | 1 | 900  | 900 | 950 |
    """)
    merged = [Area(1, 1, 2, 1), Area(1, 2, 1, 4), Area(1, 5, 1, 7)]
    layout = guess_layout(rows, merged)
    assert list(layout.wide) == [2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        *("XS", "xxl", "5XL", "ХL", "42", "42.5", "42,5", "42-44", "44/46", "104", "170/92", "3-4"),
        *("One Size", "единый", "б/р", "3-6 мес", "2 года", "75B", "W32/L34", "S/M", "XL (50-52)"),
    ],
)
def test_a_size_is_known_by_its_look(text: str) -> None:
    assert is_size(text)


@pytest.mark.parametrize("text", ["", "7", "12", "250", "1999", "A-1", "Пальто", "SS21CA2N", "63", "3.75"])
def test_other_texts_are_no_sizes(text: str) -> None:
    assert not is_size(text)
    assert size_label(text) is None


@pytest.mark.parametrize(
    "text",
    ["Итого", "ИТОГО:", "Всего по складу", "Барлығы", "Total", "Grand Total", "SS21CA2N Итог", "A-1 Total"],
)
def test_a_row_of_totals_is_known_by_its_words(text: str) -> None:
    assert is_total([text, "", 5])
    assert is_total(["", text, 5])


@pytest.mark.parametrize("text", ["Тоталь", "Total-Look", "Totally", "Итоговый", "Пальто"])
def test_articles_are_no_totals(text: str) -> None:
    assert not is_total([text, "S", 5])


def test_sizes_below_their_product_in_a_column_of_their_own() -> None:
    layout = guess_layout(
        table("""
            | Артикул  | Номенклатура | Размер | Кол-во |
            | SS21CA2N | Пальто       |        | 15     |
            |          |              | S      | 5      |
            |          |              | M      | 10     |
            | FW20KT11 | Плащ         |        | 3      |
            |          |              | L      | 3      |
        """)
    )
    assert layout.carries
    assert not layout.sizes_below


def test_sizes_below_their_product_in_the_same_column() -> None:
    layout = guess_layout(
        table("""
            | Номенклатура    | Количество |
            | Пальто SS21CA2N | 15         |
            | S               | 5          |
            | M               | 10         |
            | Плащ FW20KT11   | 3          |
            | L               | 3          |
            | Итого           | 18         |
        """)
    )
    assert layout.carries
    assert layout.sizes_below
    assert layout.find(ColumnKind.ARTICLE) == 1


def test_merged_articles_carry_down() -> None:
    rows = table(
        "| Артикул | Размер | Кол-во |\n| A-1 | S | 5 |\n| | M | 2 |\n| A-2 | L | 1 |\n| A-3 | L | 1 |"
    )
    assert guess_layout(rows, [Area(2, 1, 3, 1)]).carries


def test_one_forgotten_article_is_no_group() -> None:
    rows = table("| Артикул | Размер | Кол-во |")
    rows += [[f"A-{number}", "S", 1.0] for number in range(20)]
    rows[7][0] = ""
    assert not guess_layout(rows).carries


def test_sizes_in_words_stand_side_by_side_too() -> None:
    layout = guess_layout(
        table("""
            | Код товара | Эска | р. М | размер L | ХЛ |
            | FW22PK08   | 2    | 3    |          | 1  |
            | FW23CT02   |      | 1    | -        |    |
        """)
    )
    assert list(layout.wide) == [2, 3, 4, 5]
