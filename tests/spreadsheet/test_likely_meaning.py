"""What a file is guessed to mean, by its headings and its title, and when a person is asked."""

import pytest

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.likely_meaning import Likely, likely_meaning, title_above
from app.spreadsheet.meaning import Meaning
from tests.spreadsheet.in_memory import table


def likely(rows: str) -> Likely:
    cells = table(rows)
    layout = guess_layout(cells)
    return likely_meaning(layout, title_above(cells, layout))


@pytest.mark.parametrize(
    ("title", "meaning", "is_sure"),
    [
        ("Тауардың қалдығы", Meaning.COUNT, True),
        ("Остатки на 25.11.2026", Meaning.COUNT, True),
        ("Инвентаризационная опись №3", Meaning.COUNT, True),
        ("Тауардың кірісі", Meaning.RECEIPTS, True),
        ("Сатылған тауарлар", Meaning.SOLD, True),
        ("Тауарды қайтару", Meaning.RETURN, True),
        ("Накладная № 455", Meaning.RECEIPTS, True),
        ("Расходная накладная № 455", Meaning.SOLD, True),
        ("Накладная на возврат", Meaning.RETURN, True),
        ("Продажи и возвраты", Meaning.SOLD, False),
        ("Приход по заказу поставщику № 7", Meaning.RECEIPTS, True),
        ("Накладная на перемещение", Meaning.RECEIPTS, False),
        ("Возврат поставщику № 3", Meaning.RETURN, False),
        ("Счет-фактура № 77", Meaning.RECEIPTS, False),
        ("ТОО Лотта", Meaning.RECEIPTS, False),
    ],
)
def test_a_title_says_it_where_the_heading_does_not(title: str, meaning: Meaning, *, is_sure: bool) -> None:
    found = likely(f"| {title} |\n| Артикул | Размер | Саны |\n| A-1 | S | 4 |\n| A-1 | M | 2 |")
    assert found == (meaning, is_sure)


def test_a_heading_that_says_it_is_asked_about_where_the_title_says_otherwise() -> None:
    rows = "| Артикул | Размер | Приход |\n| A-1 | S | 4 |\n| A-1 | M | 2 |"
    assert likely(rows) == (Meaning.RECEIPTS, True)
    assert not likely(f"| Остатки |\n{rows}").is_sure


def test_pieces_below_sizes_that_nobody_knows_are_not_taken_for_prices() -> None:
    found = likely(
        """
        | Артикул  | Размер малый | Размер средний | Цена  |
        | FW22PK08 | 2            | 3              | 78000 |
        | FW22PK11 | 1            | 1              | 99000 |
        """
    )
    assert found.meaning is not Meaning.PRICE
    assert not found.is_sure


@pytest.mark.parametrize(
    ("headings", "meaning", "is_sure"),
    [
        ("Продано | Возвращено | Итого", Meaning.SOLD, False),
        ("Продажи, шт | Возвраты, шт | Итого, шт", Meaning.SOLD, False),
        ("Приход | Расход | Цвет", Meaning.RECEIPTS, False),
        ("Продано | Сумма продаж | Итого", Meaning.SOLD, True),
        ("Заказано | Отгружено | Принято", Meaning.RECEIPTS, True),
        ("Приход план | Приход | Итого", Meaning.RECEIPTS, True),
    ],
)
def test_columns_of_several_meanings_are_asked_about(
    headings: str, meaning: Meaning, *, is_sure: bool
) -> None:
    rows = f"| Артикул | Размер | {headings} |\n| A-1 | S | 5 | 2 | 3 |\n| A-1 | M | 8 | 1 | 7 |"
    assert likely(rows) == (meaning, is_sure)
