"""Names that are written a little differently from those that are known: each is found, or proposed."""

import pytest

from app.domain.size_names import similar_size_name
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.meaning import Choices
from app.spreadsheet.sheet import Cell
from tests.spreadsheet.checking import article_in, checked, only_problem, pieces_in, price_in

KNOWN = Known(
    {"SS24TS01": ["S", "M"], "FW22PK08": ["S"], "A-1": ["S"], "A1-12": ["S"], "1024": [""], "001024": [""]},
    {"4870012001182": ("FW22PK08", "S")},
)


@pytest.mark.parametrize(
    ("was", "right"),
    [
        ("SS24-TS01", "SS24TS01"),
        ("FW22PK08*", "FW22PK08"),
        ("#FW22PK08", "FW22PK08"),
        ("'FW22PK08", "FW22PK08"),
        ("FW22PK08/чёрный", "FW22PK08"),
        ("FW22PK08 (чёрный)", "FW22PK08"),
    ],
)
def test_an_article_with_other_signs_is_proposed(was: str, right: str) -> None:
    problem = only_problem(article_in(was, KNOWN))
    assert (problem.level, problem.flaw, problem.proposed) == (Level.ERROR, Flaw.ALMOST_KNOWN, right)


@pytest.mark.parametrize("new", ["A-11", "A11-2", "A-1/2", "A-12"])
def test_another_number_is_another_article(new: str) -> None:
    found = article_in(new, KNOWN)
    assert ([line.article for line in found.lines], found.problems) == ([new], [])


def test_a_number_whose_twin_has_zeros_before_it_is_warned_of() -> None:
    problem = only_problem(article_in(1024.0, KNOWN))
    assert (problem.level, problem.flaw, problem.proposed) == (Level.WARNING, Flaw.LOST_ZEROS, "001024")
    fixed = article_in(1024.0, KNOWN, Choices(fixes=frozenset({Flaw.LOST_ZEROS})))
    assert [line.article for line in fixed.lines] == ["001024"]
    assert not article_in("1024", KNOWN).problems, "a text stays what was typed"


@pytest.mark.parametrize("code", ["4870012001182.0", "4 870012 001182", "4870012001182"])
def test_a_barcode_is_found_however_its_digits_are_grouped(code: str) -> None:
    found = checked([["Штрихкод", "Кол-во"], [code, 2.0]], known=KNOWN)
    assert [(line.article, line.size) for line in found.lines] == [("FW22PK08", "S")]
    assert not found.problems
    beside = checked([["Артикул", "Размер", "Штрихкод", "Кол-во"], ["A-1", "S", code, 2.0]], known=KNOWN)
    assert only_problem(beside).flaw is Flaw.OTHER_BARCODE


@pytest.mark.parametrize(
    ("was", "known", "right"),
    [
        ("44/170", ["42", "44", "46"], "44"),
        ("170/44", ["42", "44", "46"], "44"),
        ("44-170-88", ["42", "44", "46"], "44"),
        ("X-L", ["L", "XL"], "XL"),
        ("44", ["42/170", "44/170"], "44/170"),
        ("44", ["44/170", "44/176"], None),
        ("42-44", ["42", "46"], None),
        ("146-152", ["146", "152"], None),
        ("48/170", ["42", "44", "46"], None),
        ("L-XL", ["L", "XL"], None),
    ],
)
def test_a_size_that_names_a_height_too_is_proposed(was: str, known: list[str], right: str | None) -> None:
    place = similar_size_name(was, known)
    assert (None if place is None else known[place]) == right


@pytest.mark.parametrize("cell", ["'7", "7"])
def test_an_apostrophe_before_a_number_only_keeps_it_a_text(cell: Cell) -> None:
    assert [line.pieces for line in pieces_in(cell).lines] == [7]


def test_a_price_with_pence_after_a_dash_is_read() -> None:
    assert [str(line.price) for line in price_in("41 500-00").lines] == ["41500"]
    assert not price_in("41 500-45").lines


def test_a_row_without_a_size_says_that_its_product_is_unknown() -> None:
    rows: list[list[Cell]] = [["Код", "Размер", "Кол-во"], ["00-00001025", "", 3.0], ["SS24TS01", "", 3.0]]
    unknown, known = checked(rows, known=KNOWN).problems
    assert "There is no product 00-00001025" in str(unknown.text)
    assert str(known.text) == "There is no size. Type it."
