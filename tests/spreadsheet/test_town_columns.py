"""Warehouses that are called by their towns, each with a word for the stock before it."""

from __future__ import annotations

import pytest

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.layout import ColumnKind
from tests.spreadsheet.in_memory import table


@pytest.mark.parametrize(
    ("first", "second"),
    [("Остаток Алматы", "Остаток Астана"), ("Остаток, г. Шымкент", "Остаток, г. Тараз")],
)
def test_the_stock_of_each_town_is_that_of_a_warehouse(first: str, second: str) -> None:
    layout = guess_layout(table(f"| Артикул | Размер | {first} | {second} |\n| A-1 | S | 8 | 5 |"))
    assert [layout.columns[index].kind for index in (3, 4)] == [ColumnKind.PLACE, ColumnKind.PLACE]
    assert layout.columns[3].is_doubtful


def test_prices_of_towns_are_no_warehouses() -> None:
    layout = guess_layout(
        table("| Артикул | Размер | Кол-во | Цена Алматы | Цена Астана |\n| A-1 | S | 8 | 4500 | 4700 |")
    )
    assert not layout.places


def test_pieces_of_towns_that_are_written_with_three_decimals_are_no_prices() -> None:
    head = "| Артикул | Размер | Алматы | Астана |"
    rows = f"{head}\n| A-1 | S | 30,000 | 4,000 |\n| A-1 | M | 25,000 | 1 004,000 |"
    assert guess_layout(table(rows)).places == (3, 4)
