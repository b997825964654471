"""Barcodes beside articles: where the two name different things nothing is taken in silence."""

import pytest

from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.lines import Checked
from app.spreadsheet.sheet import Cell
from tests.spreadsheet.checking import checked, only_problem

KNOWN = Known(
    {"A-1": ("S", "M"), "A-2": ("ONE SIZE",), "00007": ("L",)},
    {"4870012000011": ("A-1", "S"), "4870012000012": ("A-1", "M"), "4870012000021": ("A-2", "ONE SIZE")},
)


def row(code: Cell, article: Cell, size: Cell) -> Checked:
    rows: list[list[Cell]] = [["Штрихкод", "Артикул", "Размер", "Кол-во"], [code, article, size, 2.0]]
    return checked(rows, known=KNOWN)


@pytest.mark.parametrize("code", [4870012000011.0, "4870012000011", "1234567890128", ""])
def test_what_agrees_or_is_not_known_is_taken(code: Cell) -> None:
    found = row(code, "A-1", "S")
    assert [line[2:5] for line in found.lines] == [("A-1", "S", 2)]
    assert not found.problems
    assert not row("4870012000021", "A-2", "единый").problems
    assert [problem.flaw for problem in row("4870012000021", "А-2", "ONE SIZE").problems] == [
        Flaw.ALMOST_KNOWN  # А in Cyrillic
    ]


@pytest.mark.parametrize("article", ["A-1", "UNKNOWN"])
def test_a_barcode_of_another_product_is_an_error_that_names_both(article: str) -> None:
    found = row("4870012000021", article, "S")
    told = only_problem(found)
    assert not found.lines
    assert (told.level, told.flaw, told.column) == (Level.ERROR, Flaw.OTHER_BARCODE, 1)
    assert str(told.text) == f"The barcode 4870012000021 is of A-2, the row says {article}. Correct one."


def test_a_barcode_of_another_size_is_an_error_too() -> None:
    found = row("4870012000012", "A-1", "S")
    assert not found.lines
    assert "is of size M, the row says S" in str(only_problem(found).text)


@pytest.mark.parametrize(("article", "level"), [("A-1", Level.NOTE), ("UNKNOWN", Level.WARNING)])
def test_a_shortened_barcode_is_told_whatever_stands_beside_it(article: str, level: Level) -> None:
    found = row("4,87E+12", article, "S")
    assert [line.article for line in found.lines] == [article]
    assert (only_problem(found).flaw, only_problem(found).level) == (Flaw.LOST_DIGITS, level)


def test_zeros_that_excel_took_are_proposed_beside_a_shortened_barcode_too() -> None:
    found = row("4,87E+12", 7.0, "L")
    assert (only_problem(found).flaw, only_problem(found).proposed) == (Flaw.LOST_ZEROS, "00007")
