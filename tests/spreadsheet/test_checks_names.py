"""Articles, sizes and barcodes as Excel and people leave them."""

from datetime import date, datetime, time

import pytest

from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.sheet import Cell
from tests.spreadsheet.checking import article_in, checked, flaws, only_problem, size_in


@pytest.mark.parametrize(
    ("cell", "article"),
    [
        ("00123", "00123"),
        (123.0, "123"),
        (123, "123"),
        (4601234567893.0, "4601234567893"),
        (" SS21CA2N\u00a0", "SS21CA2N"),
        ("SS21\u200bCA2N", "SS21CA2N"),
        ("'=A-1", "=A-1"),
        ("'00123", "00123"),
        ('="00123"', "00123"),
        ("5E10", "5E10"),
        ("Пальто", "Пальто"),
    ],
)
def test_an_article_stays_what_was_typed(cell: Cell, article: str) -> None:
    found = article_in(cell)
    assert [line.article for line in found.lines] == [article]
    assert not found.problems


@pytest.mark.parametrize("cell", ["4,60E+12", "4.6e+12", 4.6012345678931e18, "1,23457E+15"])
def test_lost_digits_are_an_error(cell: Cell) -> None:
    found = article_in(cell)
    assert (only_problem(found).flaw, only_problem(found).level) == (Flaw.LOST_DIGITS, Level.ERROR)
    assert not found.lines


def test_digits_that_are_all_there_are_put_together() -> None:
    found = article_in("4,601234567893E+12")
    assert found.lines[0].article == "4601234567893"
    assert (only_problem(found).flaw, only_problem(found).level) == (Flaw.RESTORED, Level.NOTE)


@pytest.mark.parametrize("cell", [True, date(2024, 12, 10), datetime(2024, 12, 10, 1), time(1), "ЛОЖЬ"])  # noqa: DTZ001
def test_what_excel_made_of_an_article_is_an_error(cell: Cell) -> None:
    found = article_in(cell)
    assert only_problem(found).flaw is Flaw.NOT_A_NAME
    assert not found.lines


@pytest.mark.parametrize(
    ("cell", "flaw"),
    [
        ("", Flaw.NO_ARTICLE),
        ("#N/A", Flaw.ERROR_VALUE),
        ("#Н/Д", Flaw.ERROR_VALUE),
        ("x" * 201, Flaw.TOO_LONG),
    ],
)
def test_a_row_without_an_article_is_an_error(cell: Cell, flaw: Flaw) -> None:
    assert flaws(article_in(cell)) == [(2, 1, flaw)]


def test_a_number_with_decimals_may_have_lost_a_zero() -> None:
    found = article_in(12.1)
    assert found.lines[0].article == "12.1"
    assert only_problem(found).flaw is Flaw.LOST_DECIMALS


KNOWN = Known(
    {"SS21CA2N": ["S", "M", "XL"], "00123": ["42"], "ТЕСТ-1": ["ХL"]}, {"4601234567893": ("SS21CA2N", "M")}
)


@pytest.mark.parametrize(
    ("cell", "flaw", "right"),
    [
        ("SS21СA2N", Flaw.ALMOST_KNOWN, "SS21CA2N"),  # the С is Cyrillic
        ("ss21ca2n", Flaw.ALMOST_KNOWN, "SS21CA2N"),
        ("SS21 CA2N", Flaw.ALMOST_KNOWN, "SS21CA2N"),
        ("TECT-1", Flaw.ALMOST_KNOWN, "ТЕСТ-1"),
        (123.0, Flaw.LOST_ZEROS, "00123"),
        ("0123", Flaw.LOST_ZEROS, "00123"),
        ("Пальто SS21CA2N, женское", Flaw.ALMOST_KNOWN, "SS21CA2N"),
    ],
)
def test_an_article_that_is_nearly_known_is_proposed_and_taken_on_request(
    cell: Cell, flaw: Flaw, right: str
) -> None:
    found = article_in(cell, KNOWN)
    problem = only_problem(found)
    assert (problem.flaw, problem.level, problem.proposed) == (flaw, Level.ERROR, right)
    assert not found.lines, "it is not offered as a new one"
    fixed = article_in(cell, KNOWN, Choices(fixes=frozenset({flaw})))
    assert fixed.lines[0].article == right
    assert only_problem(fixed).level is Level.NOTE


def test_a_known_article_is_taken_as_it_is() -> None:
    assert not article_in("ТЕСТ-1", KNOWN).problems
    assert not article_in("00123", KNOWN).problems


def test_two_articles_that_look_the_same_are_not_guessed_between() -> None:
    known = Known({"AB-1": [], "ab-1": []})
    assert not article_in("Ab-1", known).problems


def test_letters_of_two_alphabets_are_a_warning_even_where_nothing_is_known() -> None:
    found = article_in("ХL-200")
    assert only_problem(found).flaw is Flaw.MIXED_LETTERS
    assert only_problem(found).proposed == "XL-200"
    assert not article_in("Артикул-XL-Щ").problems


@pytest.mark.parametrize(
    ("cell", "size"),
    [("S", "S"), (42.0, "42"), (42.5, "42.5"), ("42,5", "42,5"), ("42-44", "42-44"), ("единый", "единый")],
)
def test_a_size_stays_what_was_typed(cell: Cell, size: str) -> None:
    found = size_in(cell)
    assert [line.size for line in found.lines] == [size]
    assert not found.problems


@pytest.mark.parametrize(
    ("cell", "right"),
    [
        (date(2026, 12, 10), "10-12"),
        (date(2026, 10, 8), "8-10"),
        (date(2026, 5, 3), "3.5"),
        (date(2026, 4, 3), "3-4"),
        (date(2014, 12, 1), "12-14"),
        (date(1944, 5, 1), "5-44"),
        (datetime(2026, 12, 10), "10-12"),  # noqa: DTZ001
        ("май.44", "5-44"),
        ("Dec-14", "12-14"),
        ("10.дек", "10-12"),
        ("12-Oct", "10-12"),
        ("03.04.2026", "3-4"),
        ("2026-12-10 00:00:00", "10-12"),
    ],
)
def test_a_size_that_became_a_date_is_proposed_back(cell: Cell, right: str) -> None:
    problem = only_problem(size_in(cell))
    assert (problem.flaw, problem.level, problem.proposed) == (Flaw.DATE_SIZE, Level.ERROR, right)
    fixed = size_in(cell, choices=Choices(fixes=frozenset({Flaw.DATE_SIZE})))
    assert fixed.lines[0].size == right


@pytest.mark.parametrize(
    ("cell", "sizes", "right"),
    [
        (date(2026, 5, 3), ["3-5", "5-7"], "3-5"),
        (date(2026, 12, 10), ["8/10", "10/12"], "10/12"),
        (date(2026, 5, 3), ["5", "3,5"], "3,5"),
        ("май.44", ["44-5", "46-5"], "44-5"),
    ],
)
def test_the_sizes_of_the_product_say_what_the_date_was(cell: Cell, sizes: list[str], right: str) -> None:
    assert only_problem(size_in(cell, Known({"A-1": sizes}))).proposed == right


def test_cyrillic_letters_in_a_size_are_replaced_on_request() -> None:
    found = size_in("ХL")
    problem = only_problem(found)
    assert (problem.flaw, problem.level, problem.proposed) == (Flaw.MIXED_LETTERS, Level.WARNING, "XL")
    assert found.lines[0].size == "ХL"
    fixed = size_in("ХL", choices=Choices(fixes=frozenset({Flaw.MIXED_LETTERS})))
    assert fixed.lines[0].size == "XL"


@pytest.mark.parametrize(
    ("cell", "right"),
    [("42, красный", "42"), ("Red / S", "S"), ("красный - 42-44", "42-44"), ("XL; хаки", "XL")],
)
def test_a_size_among_words_is_proposed_alone(cell: str, right: str) -> None:
    found = size_in(cell)
    problem = only_problem(found)
    assert (problem.flaw, problem.level, problem.proposed) == (Flaw.SIZE_AMONG_WORDS, Level.WARNING, right)
    assert found.lines[0].size == cell
    assert not size_in(cell, Known({"A-1": [cell]})).problems
    assert size_in(cell, choices=Choices(fixes=frozenset({problem.flaw}))).lines[0].size == right


@pytest.mark.parametrize("cell", ["42/44", "S/M", "170/92", "красный", "S, M", "б/р", "XL (50-52)"])
def test_sizes_of_two_parts_are_left_alone(cell: str) -> None:
    assert not size_in(cell).problems


def test_the_known_spelling_of_a_size_wins() -> None:
    assert not size_in("ХL", Known({"A-1": ["ХL"]})).problems
    assert only_problem(size_in("ХХL", Known({"A-1": ["2XL"]}))).proposed == "2XL"


def test_a_size_that_is_missing_is_an_error_unless_the_product_has_only_one() -> None:
    assert flaws(size_in("")) == [(2, 2, Flaw.NO_SIZE)]
    found = size_in("", Known({"A-1": ["ONE SIZE"]}))
    assert found.lines[0].size == "ONE SIZE"


def test_a_barcode_names_what_is_missing_beside_it() -> None:
    rows = [["Артикул", "Размер", "Штрихкод", "Кол-во"], ["", "", "4601234567893", 3.0]]
    found = checked(rows, Meaning.SOLD, known=KNOWN)
    assert [(line.article, line.size) for line in found.lines] == [("SS21CA2N", "M")]
    assert flaws(checked(rows, Meaning.SOLD)) == [(2, 1, Flaw.NO_ARTICLE)]


def test_barcodes_name_article_and_size() -> None:
    rows = [["Штрихкод", "Кол-во"], ["4601234567893", 3.0], [4601234567893.0, 1.0], ["4006381333931", 1.0]]
    found = checked(rows, Meaning.SOLD, known=KNOWN)
    assert [(line.article, line.size, line.pieces) for line in found.lines] == [
        ("SS21CA2N", "M", 3),
        ("SS21CA2N", "M", 1),
    ]
    assert (4, 1, Flaw.UNKNOWN_BARCODE) in flaws(found)


SIZED = Known({"A-1": ("M", "XXL"), "A-2": ("M (44-46)",)})


@pytest.mark.parametrize(
    ("article", "size", "right"),
    [
        ("A-1", "XXL (54-56)", "XXL"),
        ("A-1", "ххл(54-56)", "XXL"),
        ("A-1", "2XL 54-56", "XXL"),
        ("A-1", "m/44", "M"),
        ("A-2", "M", "M (44-46)"),
        ("A-2", "44-46", "M (44-46)"),
    ],
)
def test_a_size_that_is_there_but_not_quite_so_is_proposed(article: str, size: str, right: str) -> None:
    rows = [["Артикул", "Размер", "Кол-во"], [article, size, 2.0]]
    found = checked(rows, known=SIZED)
    assert not found.lines
    assert (only_problem(found).flaw, only_problem(found).proposed) == (Flaw.SIMILAR_SIZE, right)
    fixed = checked(rows, known=SIZED, choices=Choices(fixes=frozenset({Flaw.SIMILAR_SIZE})))
    assert [line[2:4] for line in fixed.lines] == [(article, right)]


@pytest.mark.parametrize("size", ["S", "L (54-56)", "M/L", "S-M", "46", "XL"])
def test_another_size_is_another_size(size: str) -> None:
    found = checked([["Артикул", "Размер", "Кол-во"], ["A-1", size, 2.0]], known=SIZED)
    assert [line.size for line in found.lines] == [size]
    assert not found.problems


def test_a_similar_size_side_by_side_is_no_other_size() -> None:
    rows = [["Артикул", "S", "M", "XXL (54-56)"], ["A-1", 1.0, 2.0, 3.0], ["A-3", 1.0, 2.0, 3.0]]
    found = checked(rows, known=SIZED)
    assert [line[2:4] for line in found.lines if line.article == "A-1"] == [("A-1", "S"), ("A-1", "M")]
    assert len([line for line in found.lines if line.article == "A-3"]) == 3
    assert (only_problem(found).flaw, only_problem(found).proposed) == (Flaw.SIMILAR_SIZE, None)


@pytest.mark.parametrize("pieces", ["", 29.0])
def test_a_group_above_its_products_is_a_heading(pieces: Cell) -> None:
    rows: list[list[Cell]] = [
        ["Артикул", "Наименование", "Размер", "Кол-во"],
        ["Верхняя одежда", "", "", pieces],
        ["A-1", "Пуховик", "M", 4.0],
        ["A-9", "Парка", "", 4.0],
    ]
    found = checked(rows, known=SIZED)
    assert [line.article for line in found.lines] == ["A-1"]
    assert [one.flaw for one in found.problems if one.level is Level.ERROR] == [Flaw.NO_SIZE]
    assert all(one.row != 2 or one.level is Level.NOTE for one in found.problems)
