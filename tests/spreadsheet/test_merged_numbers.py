"""Numbers in cells that are merged over several rows or columns."""

from __future__ import annotations

import pytest

from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning, Missing
from app.spreadsheet.sheet import Area
from tests.spreadsheet.checking import checked
from tests.spreadsheet.test_shapes import lines

ROWS = """
    | Артикул | Размер | Кол-во |
    | A-1     | S      | 9      |
    |         | M      |        |
    |         | L      |        |
    | B-2     | S      | 1      |
    |         | M      | 2      |
"""
ARTICLES = [Area(2, 1, 4, 1), Area(5, 1, 6, 1)]
PIECES = Area(2, 3, 4, 3)


def errors(found: Checked) -> list[tuple[int, int, Flaw]]:
    return [(one.row, one.column, one.flaw) for one in found.problems if one.level is Level.ERROR]


@pytest.mark.parametrize("missing", list(Missing))
@pytest.mark.parametrize("meaning", [Meaning.RECEIPTS, Meaning.COUNT])
def test_a_number_for_several_sizes_is_an_error_for_each(meaning: Meaning, missing: Missing) -> None:
    found = checked(ROWS, meaning, Choices(missing=missing), merged=[*ARTICLES, PIECES])
    assert lines(found) == [(5, "B-2", "S", 1), (6, "B-2", "M", 2)]
    merged = [place for *place, flaw in errors(found) if flaw is Flaw.MERGED]
    assert merged == [[2, 3], [3, 3], [4, 3]]
    assert "9 stands in one merged cell for several sizes" in str(found.problems[0].text)


def test_the_numbers_can_be_typed() -> None:
    edits = {(2, 3): "3", (3, 3): "4", (4, 3): "2"}
    found = checked(ROWS, choices=Choices(edits=edits), merged=[*ARTICLES, PIECES])
    assert [line[3] for line in lines(found)] == [3, 4, 2, 1, 2] and found.problems == []


def test_a_number_that_was_typed_is_that_of_its_own_row() -> None:
    found = checked(ROWS, choices=Choices(edits={(2, 3): "3"}), merged=[*ARTICLES, PIECES])
    assert lines(found)[0] == (2, "A-1", "S", 3)
    assert errors(found) == [(3, 3, Flaw.MERGED), (4, 3, Flaw.MERGED)]


def test_a_number_for_several_sizes_side_by_side_is_an_error() -> None:
    rows = "| Артикул | S | M | L |\n| A-1 | 9 |  | 1 |\n| B-2 | 1 |  | 2 |"
    found = checked(rows, merged=[Area(2, 2, 2, 3)])
    assert lines(found) == [(2, "A-1", "L", 1), (3, "B-2", "S", 1), (3, "B-2", "L", 2)]
    assert errors(found) == [(2, 2, Flaw.MERGED), (2, 3, Flaw.MERGED)]


def test_a_product_that_takes_two_rows_has_one_number() -> None:
    rows = "| Артикул | Размер | Кол-во | Вид |\n| A-1 | S | 9 | лён |\n|  |  |  | лён |\n| A-1 | M | 1 | |"
    merged = [Area(2, column, 3, column) for column in (1, 2, 3)]
    found = checked(rows, merged=merged)
    assert lines(found) == [(2, "A-1", "S", 9), (4, "A-1", "M", 1)]
    assert errors(found) == []


def test_an_empty_merged_cell_is_no_number() -> None:
    found = checked(ROWS.replace("9", ""), merged=[*ARTICLES, PIECES])
    assert errors(found) == []


def test_a_number_that_is_shared_with_a_hidden_row_is_an_error_for_the_others() -> None:
    merged = [*ARTICLES, Area(2, 3, 3, 3)]
    found = checked(ROWS, merged=merged, hidden=[2])
    assert errors(found) == [(3, 3, Flaw.MERGED)]
    assert "9 stands in one merged cell with row 2, which is left out" in str(found.problems[0].text)
    assert not errors(
        checked(ROWS, Meaning.RECEIPTS, Choices(edits={(3, 3): "4"}), merged=merged, hidden=[2])
    )


IN_TOWNS = """
    | Артикул | Размер | Склад Алматы | Склад Астана |
    | A-1     | S      | 1            | 9            |
    | A-1     | M      | 2            |              |
    | A-1     | L      |              |              |
    | B-2     | S      | 1            | 3            |
"""


def test_a_number_for_several_sizes_in_one_of_the_warehouses_is_an_error_for_each() -> None:
    found = checked(IN_TOWNS, Meaning.COUNT, merged=[Area(2, 4, 4, 4)])
    assert lines(found) == [(5, "B-2", "S", 4)]
    assert errors(found) == [(row, 4, Flaw.MERGED) for row in (2, 3, 4)]
    assert "9 stands in one merged cell" in str(found.problems[0].text)


def test_what_each_size_has_in_the_warehouse_can_be_typed() -> None:
    choices = Choices(edits={(2, 4): "4", (3, 4): "3", (4, 4): "2"})
    found = checked(IN_TOWNS, Meaning.COUNT, choices, merged=[Area(2, 4, 4, 4)])
    assert [line[3] for line in lines(found)] == [5, 5, 2, 4] and errors(found) == []


def test_a_number_over_several_warehouses_is_that_of_their_row() -> None:
    rows = "| Артикул | Размер | Склад Алматы | Склад Астана |\n| A-1 | S | 9 |  |\n| A-1 | M | 1 | 2 |"
    found = checked(rows, Meaning.COUNT, merged=[Area(2, 3, 2, 4)])
    assert [line[3] for line in lines(found)] == [9, 3] and errors(found) == []


def test_a_row_whose_pieces_are_added_up_has_one_error_for_one_merged_cell() -> None:
    found = checked(
        IN_TOWNS.replace("2    ", "").replace("9 ", ""), Meaning.COUNT, merged=[Area(2, 3, 3, 4)]
    )
    assert errors(found) == [(2, 3, Flaw.MERGED), (3, 3, Flaw.MERGED)]
