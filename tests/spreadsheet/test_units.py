"""Packs, thousands, other money, other papers, totals that differ: nothing passes without a word."""

from time import process_time

import pytest

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Meaning, pieces_column
from app.spreadsheet.sheet import Area, Cell
from app.spreadsheet.suited import suited
from tests.spreadsheet.checking import checked, price_in
from tests.spreadsheet.in_memory import table


def understood(rows: str, meaning: Meaning) -> Layout:
    return suited(guess_layout(table(rows)), meaning)


def warned(found: Checked) -> list[tuple[int, int, Flaw]]:
    """Where a person has to look."""
    return [(one.row, one.column, one.flaw) for one in found.problems if one.level is Level.WARNING]


@pytest.mark.parametrize(
    ("headings", "wanted", "is_doubtful"),
    [
        ("Упаковок | Шт в уп. | Итого шт", "Итого шт", False),
        ("Коробов | В коробе | Всего шт", "Всего шт", False),
        (
            "Количество в одном месте | Количество мест, штук | Количество (масса нетто)",
            "Количество (масса нетто)",
            False,
        ),
        ("Кол-во, уп. (по 10 шт) | Цвет | Сумма", "Кол-во, уп. (по 10 шт)", True),
        ("Кол-во кор. | Кол-во шт | Сумма", "Кол-во шт", False),
        ("Принято, кор. | Принято, шт | Сумма", "Принято, шт", False),
        ("Принято, кор. | Сумма | Цвет", "Принято, кор.", True),
        ("Кол-во без упаковки | Сумма | Цвет", "Кол-во без упаковки", False),
    ],
)
def test_pieces_win_over_packs_and_packs_alone_are_asked_about(
    headings: str, wanted: str, *, is_doubtful: bool
) -> None:
    rows = f"| Артикул | Размер | {headings} |\n| A-1 | S | 2 | 10 | 20 |\n| A-1 | M | 3 | 5 | 15 |"
    layout = understood(rows, Meaning.RECEIPTS)
    index = pieces_column(layout, Meaning.RECEIPTS)
    assert index is not None
    label = layout.columns[index].label
    assert (label, layout.columns[index].is_doubtful) == (wanted, is_doubtful)


def test_a_heading_that_counts_packs_is_warned_of() -> None:
    found = checked("| Артикул | Размер | Кол-во, уп. (по 10 шт) |\n| A-1 | S | 2 |\n| A-1 | M | 1 |")
    assert warned(found) == [(1, 3, Flaw.UNIT)]


def test_a_total_in_pieces_stays_beside_sizes_and_stock_what_it_was() -> None:
    layout = guess_layout(table("| Артикул | S | M | L | Итого шт |\n| A-1 | 1 | 2 | 3 | 6 |"))
    assert layout.find(ColumnKind.QUANTITY) is None
    stock = "| Артикул | Размер | Остаток | Всего шт |\n| A-1 | S | 3 | 4 |\n| A-1 | M | 3 | 4 |"
    assert guess_layout(table(stock)).find(ColumnKind.QUANTITY) is None


def test_a_unit_that_is_a_pack_is_warned_of() -> None:
    found = checked(
        """
        | Артикул | Размер | Ед. изм. | Кол-во |
        | A-1     | S      | упак     | 2      |
        | A-1     | M      | шт       | 3      |
        | A-2     | M      | пара     | 3      |
        | A-2     | L      | кор.     | 1      |
        | A-3     | L      | Пачек    | 4      |
        """
    )
    assert warned(found) == [(2, 3, Flaw.UNIT), (5, 3, Flaw.UNIT), (6, 3, Flaw.UNIT)]


@pytest.mark.parametrize(
    ("heading", "cell", "meaning", "is_warned"),
    [
        ("Статус", "Отменён", Meaning.SOLD, True),
        ("Статус", "Возврат", Meaning.SOLD, True),
        ("Статус", "Выдан", Meaning.SOLD, False),
        ("Статус заказа", "Не выкуплен", Meaning.SOLD, True),
        ("Статус", "Возврат", Meaning.RETURN, False),
        ("Статус", "Отказ", Meaning.CANCEL, False),
        ("Статус", "Готов к продаже", Meaning.RECEIPTS, False),
        ("Статус", "Отменён", Meaning.COUNT, False),
        ("Тип документа", "Возврат", Meaning.SOLD, True),
        ("Тип документа", "Продажа", Meaning.SOLD, False),
        ("Документ", "Поступление товаров 12", Meaning.SOLD, True),
        ("Документ", "Реализация товаров 12", Meaning.RECEIPTS, False),
        ("Документ", "Перемещение 12", Meaning.RECEIPTS, True),
        ("Документ", "Заказ поставщику 12", Meaning.RECEIPTS, False),
        ("Цвет", "Возврат", Meaning.SOLD, False),
    ],
)
def test_rows_of_another_status_or_paper_are_warned_of(
    heading: str, cell: str, meaning: Meaning, *, is_warned: bool
) -> None:
    kind = "Остаток" if meaning is Meaning.COUNT else "Кол-во"
    found = checked(f"| {heading} | Артикул | Размер | {kind} |\n| {cell} | A-1 | S | 2 |", meaning)
    assert warned(found) == ([(2, 1, Flaw.OTHERWISE)] if is_warned else [])
    assert len(found.lines) == 1


def test_a_remark_that_something_is_wrong_is_noted() -> None:
    found = checked(
        """
        | Артикул | Размер | Кол-во | Примечание               |
        | A-1     | S      | 5      | брак, вернуть поставщику |
        | A-1     | M      | 3      | не приехало              |
        | A-1     | L      | 3      | срочно                   |
        """
    )
    noted = [(one.row, one.level) for one in found.problems]
    assert noted == [(2, Level.NOTE), (3, Level.NOTE)]


@pytest.mark.parametrize(
    ("heading", "is_warned"),
    [
        ("Цена, руб.", True),
        ("Цена, $", True),
        ("Цена, тыс. тг", True),
        ("Цена, р.", True),
        ("Цена, тг", False),
        ("Цена в KZT", False),
        ("Цена розничная", False),
        ("Цена рубашки", False),
    ],
)
def test_a_price_in_other_money_or_in_thousands_is_warned_of(heading: str, *, is_warned: bool) -> None:
    rows = f"| Артикул | {heading} |\n| A-1 | 8500 |\n| A-2 | 9000 |"
    assert warned(checked(rows, Meaning.PRICE)) == ([(1, 2, Flaw.UNIT)] if is_warned else [])
    beside = f"| Артикул | Размер | Кол-во | {heading} |\n| A-1 | S | 1 | 8500 |\n| A-2 | S | 2 | 9000 |"
    assert warned(checked(beside)) == [], "receipts send no price"


@pytest.mark.parametrize(("cell", "is_warned"), [("$52", True), ("11500 руб.", True), ("76 000 ₸", False)])
def test_a_cell_in_other_money_is_warned_of(cell: str, *, is_warned: bool) -> None:
    found = price_in(cell)
    assert warned(found) == ([(2, 2, Flaw.UNIT)] if is_warned else [])
    assert len(found.lines) == 1


@pytest.mark.parametrize(
    ("headings", "price"),
    [
        ("Цена, руб | Цена, $ | Цена, тг", 4),
        ("Цена без НДС | Цена с НДС | Сумма", 3),
        ("Закуп | Опт | Розница", 4),
    ],
)
def test_the_price_in_tenge_with_the_tax_for_a_buyer_is_taken(headings: str, price: int) -> None:
    layout = understood(
        f"| Артикул | {headings} |\n| A-1 | 17 | 19 | 91 |\n| A-2 | 80 | 85 | 420 |", Meaning.PRICE
    )
    assert layout.find(ColumnKind.PRICE) == price
    assert not layout.columns[price].is_doubtful


def test_what_fits_another_meaning_is_noted() -> None:
    rows = "| Артикул | Размер | Продано | Возвращено | Итого |\n| A-1 | S | 5 | 2 | 3 |"
    for meaning, heading in ((Meaning.SOLD, "Возвращено"), (Meaning.RETURN, "Продано")):
        (note,) = checked(rows, meaning, layout=understood(rows, meaning)).problems
        assert (note.flaw, note.level, note.was) == (Flaw.OTHER_MEANING, Level.NOTE, heading)
    left = "| Артикул | Размер | Приход | Конечный остаток |\n| A-1 | S | 5 | 2 |"
    assert not checked(left, Meaning.COUNT, layout=understood(left, Meaning.COUNT)).problems


def test_a_discount_that_nothing_is_made_of_is_noted() -> None:
    rows = "| Артикул | {} | Скидка % |\n| A-1 | 8900 | 20 |\n| A-2 | 41000 | 50 |"
    found = checked(rows.format("Цена"), Meaning.PRICE)
    assert [(one.row, one.column, one.flaw, one.level) for one in found.problems] == [
        (1, 3, Flaw.DISCOUNT, Level.NOTE)
    ]
    assert not checked(rows.format("Цена со скидкой"), Meaning.PRICE).problems
    assert not checked(rows.format("Цена").replace("20", "0").replace("50", "0"), Meaning.PRICE).problems


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("| A-1 | S | 5 |\n| A-1 | M | 3 |\n| Итого | | 12 |", ["12", 8]),
        ("| A-1 | S | 5 |\n| A-1 | M | 3 |\n| Итого | | 8 |", None),
        ("| A-1 | S | 5 |\n| Итого | | 5 |\n| A-2 | M | 3 |\n| Итого | | 3 |\n| Всего | | 8 |", None),
        ("| A-1 | S | 5 |\n| Всего к оплате | | 41000 |", None),
        ("| A-1 | S | 5 |\n| A-1 | M | две |\n| Итого | | 7 |", None),
        ("| A-1 | S | 5 |\n| Итого | | |", None),
    ],
)
def test_a_total_that_differs_from_its_rows_is_said(rows: str, said: list[object] | None) -> None:
    found = checked(f"| Артикул | Размер | Кол-во |\n{rows}")
    told = [one.text.values for one in found.problems if one.flaw is Flaw.TOTAL_DIFFERS]
    assert [list(values.values()) for values in told] == ([said] if said else [])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("| Всего | | 15 |", None),
        ("| Итого | | 7 |", None),
        ("| Итого | | 9 |", ["9", 7]),
        ("| Итого | | 7 |\n| Артикул | Размер | Кол-во |\n| C-3 | S | 2 |\n| Итого | | 2 |", None),
    ],
)
def test_a_total_below_a_second_table_may_be_of_that_one_or_of_both(
    rows: str, said: list[object] | None
) -> None:
    above = "| Артикул | Размер | Кол-во |\n| A-1 | S | 5 |\n| A-1 | M | 3 |\n"
    found = checked(f"{above}| Размер | Артикул | Кол-во |\n| 40 | B-2 | 7 |\n{rows}")
    told = [one.text.values for one in found.problems if one.flaw is Flaw.TOTAL_DIFFERS]
    assert [list(values.values()) for values in told] == ([said] if said else [])


def test_very_many_totals_that_differ_cost_no_more_than_their_rows() -> None:
    rows: list[list[Cell]] = [["Артикул", "Размер", "Кол-во"]]
    for number in range(12_000):
        rows += [[f"A-{number}", "S", 2.0], ["Итого", "", 99.0]]
    began = process_time()
    found = checked(rows)
    assert process_time() - began < 5
    assert len(found.problems) == 12_000


def test_later_days_and_what_was_given_out_win() -> None:
    rows = "| Артикул | Размер | {} |\n| A-1 | S | 40 | 30 |\n| A-1 | M | 33 | 27 |"
    of_days = understood(rows.format("Остаток на 01.12.2025 | Остаток на 25.11.2026"), Meaning.COUNT)
    assert of_days.find(ColumnKind.STOCK) == 4
    given = understood(rows.format("Количество подлежит отпуску | Количество отпущено"), Meaning.RECEIPTS)
    assert given.find(ColumnKind.QUANTITY) == 4
    assert not given.columns[4].is_doubtful


def test_what_is_free_is_asked_about_where_a_column_has_the_reserved_too() -> None:
    rows = "| Артикул | Размер | {} |\n| A-1 | S | 28 | 2 | 30 |\n| A-1 | M | 27 | 0 | 27 |"
    layout = understood(rows.format("Доступно | Резерв | Всего"), Meaning.COUNT)
    assert layout.find(ColumnKind.STOCK) == 5
    assert layout.columns[5].is_doubtful
    sure = understood(rows.format("Остаток | Резерв | Доступно"), Meaning.COUNT)
    assert sure.find(ColumnKind.STOCK) == 3
    assert not sure.columns[3].is_doubtful


def test_towns_side_by_side_are_warehouses_and_what_is_on_its_way_is_none_of_them() -> None:
    heads = "| Артикул | Размер | Алматы | Астана | Шымкент |"
    rows = f"{heads}\n| A-1 | S | 20 | 8 | 3 |\n| A-1 | M | 10 | 10 | 5 |"
    layout = guess_layout(table(rows))
    assert layout.places == (3, 4, 5)
    assert layout.columns[3].is_doubtful
    prices = (
        rows.replace("20", "8900").replace("10", "8900").replace("8 |", "9900 |").replace("5 |", "9900 |")
    )
    assert guess_layout(table(prices)).places == ()
    wb = """
        | Артикул | Размер | В пути возвраты на склад | Всего находится на складах | Алматы | Астана |
        | A-1     | S      | 1                        | 30                         | 20     | 10     |
        | A-1     | M      | 0                        | 28                         | 20     | 8      |
    """
    found = guess_layout(table(wb))
    assert (found.places, found.find(ColumnKind.ALL_PLACES)) == ((5, 6), 4)


@pytest.mark.parametrize(
    "rows",
    [
        "| A-1 | | |\n| | S | 5 |\n| | M | 3 |\n| A-2 | ONE | 1 |\n| Итого | | 12 |",
        "| Итого | | 12 |\n| A-1 | S | 5 |\n| A-1 | M | 3 |",
    ],
)
def test_a_total_that_may_count_otherwise_is_not_compared(rows: str) -> None:
    found = checked(f"| Артикул | Размер | Кол-во |\n{rows}")
    assert Flaw.TOTAL_DIFFERS not in {one.flaw for one in found.problems}


def test_a_total_of_hidden_rows_too_is_not_compared() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | S | 5 |\n| A-1 | M | 3 |\n| Итого | | 8 |"
    found = checked(rows, hidden=[3])
    assert Flaw.TOTAL_DIFFERS not in {one.flaw for one in found.problems}


@pytest.mark.parametrize(("meaning", "left_out"), [(Meaning.RECEIPTS, 3), (Meaning.SOLD, 2)])
def test_what_comes_and_goes_in_turn_is_never_added_up(meaning: Meaning, left_out: int) -> None:
    rows = "| Артикул |  | S | M | L |\n| A-1 | приход | 1 | 2 | 3 |\n|  | расход | 3 | 4 | 5 |"
    found = checked(rows, meaning, merged=[Area(2, 1, 3, 1)])
    assert [(one.row, one.column, one.level) for one in found.problems] == [(left_out, 2, Level.ERROR)]
    assert {line.row for line in found.lines} == {2, 3} - {left_out}
