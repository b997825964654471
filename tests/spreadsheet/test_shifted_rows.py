"""Rows of text files in which a separator too many has moved the cells."""

from __future__ import annotations

import pytest

from app.spreadsheet.checks import check
from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Choices, Meaning
from tests.spreadsheet.checking import flaws
from tests.spreadsheet.in_memory import InMemorySheet
from tests.spreadsheet.test_shapes import lines


def read(text: str, choices: Choices | None = None, *, is_text: bool = True) -> Checked:
    rows = [line.split(";") for line in text.splitlines()]
    return check(InMemorySheet(rows, is_text=is_text), guess_layout(rows), Meaning.RECEIPTS, choices)


SHIFTED = "Артикул;Размер;Кол-во;Цена\nПЛТ-7;42;44;3;43900\nПЛТ-7;46;1;43900"


def test_a_row_with_a_cell_more_than_the_heading_is_an_error() -> None:
    found = read(SHIFTED)
    assert lines(found) == [(3, "ПЛТ-7", "46", 1)]
    assert flaws(found) == [(2, 3, Flaw.SURPLUS)]


def test_an_unquoted_decimal_comma_gives_no_pieces() -> None:
    found = read("Артикул;Размер;Цена;Кол-во\nA-1;M;8900;50;5\nA-1;L;8900;00;3")
    assert lines(found) == []
    assert [problem.flaw for problem in found.problems] == [Flaw.SURPLUS, Flaw.SURPLUS]


def test_the_right_number_can_be_typed() -> None:
    found = read(SHIFTED, Choices(edits={(2, 3): "3"}))
    assert lines(found)[0] == (2, "ПЛТ-7", "42", 3) and found.problems == []


@pytest.mark.parametrize(
    "rows",
    [
        "Артикул;Размер;Кол-во\nA-1;M;5;\nA-1;L;3;;",
        "Артикул;Размер;Кол-во\nA-1;M;5;срочно\nA-1;L;3",
        "Артикул;Размер;Кол-во;\nA-1;M;5;8900\nA-1;L;3;9900",
        "Артикул;Размер;Кол-во\nA-1;M;5\nA-1;L;3\nИтого;;8;2",
    ],
)
def test_empty_cells_remarks_a_column_without_a_heading_and_totals_are_no_errors(rows: str) -> None:
    found = read(rows)
    assert [line[3] for line in lines(found)] == [5, 3]
    assert Flaw.SURPLUS not in {problem.flaw for problem in found.problems}


def test_a_number_beside_the_table_of_a_workbook_is_a_number_beside_the_table() -> None:
    found = read("Артикул;Размер;Кол-во\nA-1;M;5;17\nA-1;L;3", is_text=False)
    assert [line[3] for line in lines(found)] == [5, 3]


def test_sizes_below_a_row_that_is_not_read_are_not_those_of_the_product_above() -> None:
    found = read("Артикул;Размер;Кол-во\nA-1;M;1\n;L;1\nB-2;S;1;1\n;M;1\n;L;1")
    assert lines(found) == [(2, "A-1", "M", 1), (3, "A-1", "L", 1), (5, "B-2", "M", 1), (6, "B-2", "L", 1)]
