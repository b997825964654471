"""Several tables below each other in one sheet, each with headings of its own."""

from __future__ import annotations

from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.layout import ColumnKind
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.meaning import Choices, Meaning
from tests.spreadsheet.checking import checked
from tests.spreadsheet.in_memory import table
from tests.spreadsheet.test_columns import kinds
from tests.spreadsheet.test_shapes import lines

CLOTHES = "| Артикул | Размер | Кол-во | Цена |\n| КРД-1 | S | 5 | 24900 |\n| КРД-1 | M | 3 | 24900 |\n"


def levels(found: Checked) -> list[tuple[int, Level, Flaw]]:
    return [(problem.row, problem.level, problem.flaw) for problem in found.problems]


def test_rows_below_a_heading_in_another_order_are_read_by_it() -> None:
    found = checked(CLOTHES + "| | | | |\n| Артикул | Размер | Цена | Кол-во |\n| БТН-2 | 40 | 62900 | 2 |")
    assert lines(found) == [(2, "КРД-1", "S", 5), (3, "КРД-1", "M", 3), (6, "БТН-2", "40", 2)]
    assert levels(found) == [(5, Level.NOTE, Flaw.OTHER_COLUMNS)]
    assert list(found.left_out[LeftOut.HEADER]) == [1, 5]


def test_other_sizes_side_by_side_further_down_are_those_of_the_rows_below() -> None:
    rows = "| Артикул | 42 | 44 | 46 |\n| A-1 | 1 | 2 | 3 |\n| Артикул | 44 | 46 | 48 |\n| B-2 | 5 |  | 7 |"
    found = checked(rows)
    assert lines(found)[3:] == [(4, "B-2", "44", 5), (4, "B-2", "48", 7)]


def test_the_first_of_two_tables_is_not_taken_for_a_title_of_the_one_that_says_more() -> None:
    rows = """
        | Одежда  |         |        |        |
        | Артикул | Размер  | Кол-во |        |
        | КРД-1   | M       | 5      |        |
        |         |         |        |        |
        | Обувь   |         |        |        |
        | Размер  | Артикул | Цена   | Кол-во |
        | 40      | БТН-2   | 62900  | 2      |
    """
    assert kinds(guess_layout(table(rows))) == "article size quantity"
    assert lines(checked(rows)) == [(3, "КРД-1", "M", 5), (7, "БТН-2", "40", 2)]


def test_rows_below_a_heading_without_what_is_needed_are_errors_each() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | M | 5 |\n"
    prices = "| Артикул | Размер | Цена |\n| B-2 | M | 41000 |\n| Итого |  | 41000 |\n| Обувь |  |  |\n"
    found = checked(rows + prices + "| Артикул | Размер | Кол-во |\n| C-3 | L | 1 |")
    assert lines(found) == [(2, "A-1", "M", 5), (8, "C-3", "L", 1)]
    assert levels(found) == [(4, Level.ERROR, Flaw.OTHER_COLUMNS)]
    assert "From row 3 on the columns are others." in str(found.problems[0].text)
    assert [found.left_out[why][0] for why in (LeftOut.TOTAL, LeftOut.GROUP)] == [5, 6]


def test_what_a_person_said_of_a_heading_holds_for_the_same_heading_further_down() -> None:
    rows = table(
        "| Артикул | Годных | Кол-во |\n| A-1 | 5 | 6 |\n| Артикул | Кол-во | Годных |\n| B-2 | 3 | 2 |"
    )
    said = guess_layout(rows).with_column(2, ColumnKind.QUANTITY)
    found = checked(rows, layout=said)
    assert lines(found) == [(2, "A-1", "", 5), (4, "B-2", "", 2)]


def test_a_heading_that_is_hidden_or_was_imported_before_still_says_what_is_below() -> None:
    rows = CLOTHES + "| Артикул | Размер | Цена | Кол-во |\n| БТН-2 | 40 | 62900 | 2 |"
    assert lines(checked(rows, hidden=[4]))[-1] == (5, "БТН-2", "40", 2)


def test_rows_below_more_headings_than_a_person_would_write_are_not_read() -> None:
    blocks = [f"| Артикул | Цвет {number} | Кол-во |\n| A-{number} | белый | 1 |" for number in range(150)]
    found = checked("| Артикул | Кол-во |\n| B-1 | 5 |\n" + "\n".join(blocks))
    assert len(lines(found)) == 101
    assert len([problem for problem in found.problems if problem.level is Level.ERROR]) == 50


def test_the_same_heading_on_each_page_changes_nothing() -> None:
    found = checked(CLOTHES + CLOTHES.replace("КРД", "ПЛТ"), Meaning.RECEIPTS)
    assert (found.problems, list(found.below)) == ([], [])
    assert [line[0] for line in lines(found)] == [2, 3, 5, 6]


def test_an_edited_cell_below_is_the_cell_of_its_own_column() -> None:
    rows = CLOTHES + "| Артикул | Размер | Цена | Кол-во |\n| БТН-2 | 40 | 62900 | две |"
    found = checked(rows, choices=Choices(edits={(5, 4): "2"}))
    assert lines(found)[-1] == (5, "БТН-2", "40", 2)


def test_the_word_for_a_total_among_the_sizes_makes_a_row_of_totals() -> None:
    found = checked(
        "| Артикул | Размер | Кол-во |\n| A-1 | M | 5 |\n| A-1 | Итого: | 5 |\n| A-1 | ВСЕГО | 5 |"
    )
    assert lines(found) == [(2, "A-1", "M", 5)]
    assert list(found.left_out[LeftOut.TOTAL]) == [3, 4]


def test_goods_that_are_named_like_headings_are_goods() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| Модель | M | 5 |\n| Цена | L | 1 |"
    assert lines(checked(rows)) == [(2, "Модель", "M", 5), (3, "Цена", "L", 1)]


def test_a_hidden_column_is_not_taken_further_down_without_a_question() -> None:
    cells = table(
        """
        | Артикул | Размер  | Кол-во |        |
        | A-1     | S       | 5      | 50     |
        | Размер  | Артикул |        | Кол-во |
        | 40      | B-2     | 7      | 70     |
        """
    )
    layout = guess_layout(cells, hidden={4})
    assert lines(checked(cells, layout=layout)) == [(2, "A-1", "S", 5)]
    assert levels(checked(cells, layout=layout)) == [(4, Level.ERROR, Flaw.OTHER_COLUMNS)]


def test_a_mark_that_one_table_shows_is_not_that_of_a_column_of_another_one() -> None:
    first = "| Артикул | Размер | Цена | Кол-во |\n| A-1 | S | 118 000,00 | 1 |\n| A-1 | M | 26.400 | 1 |\n"
    found = checked(first + "| Артикул | Размер | Кол-во | Цена |\n| B-2 | S | 5,000 | 90 |")
    assert not found.readings
    assert [(one.row, one.flaw) for one in found.problems if one.level is Level.ERROR] == [
        (5, Flaw.AMBIGUOUS)
    ]
