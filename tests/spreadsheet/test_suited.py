"""Which column a meaning is about where several could be, and when nobody can tell."""

import pytest

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning, absent_kinds, pieces_column
from app.spreadsheet.suited import suited
from tests.spreadsheet.in_memory import table

REPORT = """
    | Артикул  | Размер | Начальный остаток | Приход | Расход | Конечный остаток |
    | FW22PK08 | S      | 4                 | 5      | 1      | 8                |
    | FW22PK08 | M      | 7                 | 5      | 1      | 11               |
"""


def of_pieces(layout: Layout, meaning: Meaning) -> tuple[str, bool]:
    """The heading of the column of pieces, and whether a person is asked about it."""
    index = pieces_column(layout, meaning)
    assert index is not None
    return layout.columns[index].label, layout.columns[index].is_doubtful


@pytest.mark.parametrize(
    ("meaning", "heading"),
    [
        (Meaning.RECEIPTS, "Приход"),
        (Meaning.SOLD, "Расход"),
        (Meaning.COUNT, "Конечный остаток"),
        (Meaning.CABINET, "Конечный остаток"),
    ],
)
def test_a_report_of_the_turnover_gives_each_meaning_its_own_column(meaning: Meaning, heading: str) -> None:
    layout = guess_layout(table(REPORT))
    assert of_pieces(suited(layout, meaning), meaning) == (heading, False)
    other_first = suited(suited(layout, Meaning.RECEIPTS), meaning)
    assert of_pieces(other_first, meaning) == (heading, False)


@pytest.mark.parametrize(
    ("meaning", "headings", "wanted"),
    [
        (Meaning.COUNT, "Учёт | Факт", ("Факт", False)),
        (Meaning.COUNT, "Остаток | Факт", ("Факт", False)),
        (Meaning.COUNT, "Остаток на начало | Остаток на конец", ("Остаток на конец", False)),
        (Meaning.RECEIPTS, "Приход план | Приход", ("Приход", False)),
        (Meaning.RECEIPTS, "Поступило | Принято", ("Поступило", True)),
        (Meaning.RECEIPTS, "Цвет | Количество", ("Количество", False)),
        (Meaning.RECEIPTS, "Цвет | Начальный остаток", ("Начальный остаток", True)),
        (Meaning.RECEIPTS, "Цвет | Продано", ("Продано", True)),
        (Meaning.COUNT, "Цвет | Приход", ("Приход", True)),
        (Meaning.RETURN, "Продано | Возврат", ("Возврат", False)),
        (Meaning.SOLD, "Выкуплено | Возвращено", ("Выкуплено", False)),
    ],
)
def test_what_speaks_of_something_else_is_asked_about(
    meaning: Meaning, headings: str, wanted: tuple[str, bool]
) -> None:
    layout = guess_layout(
        table(f"| Артикул | Размер | {headings} |\n| A-1 | S | 3 | 4 |\n| A-1 | M | 5 | 6 |")
    )
    assert of_pieces(suited(layout, meaning), meaning) == wanted


@pytest.mark.parametrize(
    ("headings", "price", "is_doubtful"),
    [
        ("Цена | Цена со скидкой | Цена закуп", 2, True),
        ("Старая цена | Новая цена | Скидка", 3, False),
        ("Цена | Новая цена | Скидка", 3, False),
        ("Закупка | Цена | Цена опт", 3, False),
        ("Закупка | Цена опт | Скидка", 3, True),
    ],
)
def test_of_several_prices_the_new_one_counts_or_a_person_is_asked(
    headings: str, price: int, *, is_doubtful: bool
) -> None:
    rows = f"| Артикул | {headings} |\n| A-1 | 118000 | 99900 | 60000 |\n| A-2 | 96500 | 86500 | 50000 |"
    layout = suited(guess_layout(table(rows)), Meaning.PRICE)
    assert layout.find(ColumnKind.PRICE) == price
    assert layout.columns[price].is_doubtful is is_doubtful


@pytest.mark.parametrize("headings", ["Возвращено | Итого", "Цвет | Отменено"])
@pytest.mark.parametrize("meaning", [Meaning.SOLD, Meaning.RECEIPTS, Meaning.COUNT])
def test_what_came_back_is_not_even_a_guess_for_what_was_sold(headings: str, meaning: Meaning) -> None:
    layout = guess_layout(
        table(f"| Артикул | Размер | {headings} |\n| A-1 | S | 3 | 4 |\n| A-1 | M | 5 | 6 |")
    )
    assert absent_kinds(suited(layout, meaning), meaning)
