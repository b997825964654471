"""Marks for the row above, and several sizes in one cell."""

from __future__ import annotations

import pytest

from app.spreadsheet.ditto import is_ditto
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.lines import Checked
from app.spreadsheet.meaning import Meaning
from tests.spreadsheet.checking import checked, only_problem, pieces_in, size_in


def lines(found: Checked) -> list[tuple[int, str, str, int | None]]:
    return [(line.row, line.article, line.size, line.pieces) for line in found.lines]


@pytest.mark.parametrize(
    "mark", ['"', '-"-', "- “ -", "―〃―", "-//-", "«", "''", "то же", "Тоже", "↓", ' " ', "–„–"]
)
def test_a_mark_is_the_article_and_the_size_of_the_row_above(mark: str) -> None:
    found = checked([["Артикул", "Размер", "Кол-во"], ["A-1", "S", 2], [mark, "M", 3], [mark, mark, 4]])
    assert lines(found) == [(2, "A-1", "S", 2), (3, "A-1", "M", 3), (4, "A-1", "M", 4)]
    notes = [problem for problem in found.problems if problem.flaw is Flaw.DITTO]
    assert [(one.row, one.column, one.level) for one in notes] == [
        *((3, 1, Level.NOTE), (4, 1, Level.NOTE), (4, 2, Level.NOTE))
    ]
    assert str(notes[2].text) == "As in the row above: M."


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["A-1", "S", 2], ["", "", ""]],  # an empty row between
        [["A-1", "S", 2], ["Итого", "", 2]],
    ],
)
def test_a_mark_with_nothing_above_is_an_error(above: list[list[str | int]]) -> None:
    found = checked([["Артикул", "Размер", "Кол-во"], *above, ['"', "M", 3], ["B-2", "L", 1]])
    assert (len(above) + 2, '"') not in [(line.row, line.article) for line in found.lines]
    assert [line[:2] for line in lines(found)][-1] == (len(above) + 3, "B-2")
    told = [problem for problem in found.problems if problem.level is Level.ERROR]
    assert [(one.row, one.column, one.flaw) for one in told] == [(len(above) + 2, 1, Flaw.DITTO)]


def test_a_mark_below_a_hidden_row_is_what_stands_there() -> None:
    rows = [["Артикул", "Размер", "Кол-во"], ["A-1", "S", 2], ["B-2", "S", 2], ['"', "M", 3]]
    assert lines(checked(rows, hidden=[3])) == [(2, "A-1", "S", 2), (4, "B-2", "M", 3)]


@pytest.mark.parametrize("meaning", [Meaning.COUNT, Meaning.RECEIPTS])
def test_a_mark_is_no_number(meaning: Meaning) -> None:
    problem = only_problem(pieces_in('-"-', meaning))
    assert str(problem.text) == '“-"-” stands for the number above. Type the number itself.'
    assert problem.level is Level.ERROR


@pytest.mark.parametrize("text", ["-", "—", "", "A-1", "S", "0", "тоже мне", "M-5", "'"])
def test_what_is_no_mark(text: str) -> None:
    assert not is_ditto(text)


@pytest.mark.parametrize("text", ["S-3, M-5", "S:3; M:5", "S - 3 шт, M - 5 шт", "S-3 M-5", "42: 3, 44: 5"])
def test_several_sizes_in_one_cell_are_an_error_that_says_how_to_write_them(text: str) -> None:
    for found in (size_in(text), pieces_in(text)):
        problem = only_problem(found)
        assert problem.flaw is Flaw.SEVERAL_SIZES
        assert "Give each a row of its own" in str(problem.text)
        assert not found.lines


@pytest.mark.parametrize(
    "text",
    ["42-44, 46-48", "W32 L34", "S, M", "42, 44", "80-86 92-98", "M-5", "XL (50-52)", "3-6, 6-9 мес"],
)
def test_sizes_without_pieces_are_as_before(text: str) -> None:
    assert not [one for one in size_in(text).problems if one.flaw is Flaw.SEVERAL_SIZES]
