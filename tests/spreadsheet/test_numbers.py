"""Numbers of cells: exact, asked about, or refused with what would be right."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.meaning import Choices, Meaning, Missing
from app.spreadsheet.numbers import Doubtful, Number, Reading, parse_number
from app.spreadsheet.sheet import Cell
from tests.spreadsheet.checking import checked, only_problem, pieces_in, price_in

NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        (76000.0, "76000"),
        (76000, "76000"),
        (1234.5, "1234.5"),
        (0.1 + 0.2, "0.30"),
        ("76000", "76000"),
        ("12,5", "12.5"),
        ("12.50", "12.50"),
        ("12,5 тг", "12.5"),
        ("1 234,50", "1234.50"),
        ("1 234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        (f"1{NO_BREAK}234,50", "1234.50"),
        (f"1{NARROW}234{NARROW}567", "1234567"),
        (f"1{THIN}234 ₸", "1234"),
        ("1'234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("76000 ₸", "76000"),
        ("76 000 тенге", "76000"),
        ("1234,56", "1234.56"),
        (" 76000\t", "76000"),
        ("+5", "5"),
    ],
)
def test_a_price_is_read_exactly(cell: Cell, price: str) -> None:
    found = price_in(cell)
    assert [line.price for line in found.lines] == [Decimal(price)]
    assert not found.problems


@pytest.mark.parametrize(
    ("cell", "pieces"),
    [
        (5.0, 5),
        (5, 5),
        (0.0, 0),
        ("0", 0),
        ("007", 7),
        ("12 шт", 12),
        ("12 шт.", 12),
        ("12шт", 12),
        ("3 пары", 3),
        ("2 дана", 2),
        ("4 pcs", 4),
        ("1 200", 1200),
        (f"1{NO_BREAK}200", 1200),
        ("5,00", 5),
        ("5.0", 5),
        ("0,000", 0),
        (4.999999999, 5),
    ],
)
def test_pieces_are_read(cell: Cell, pieces: int) -> None:
    found = pieces_in(cell)
    assert [line.pieces for line in found.lines] == [pieces]
    assert not found.problems


@pytest.mark.parametrize(
    ("cell", "flaw", "proposed"),
    [
        ("две", Flaw.NOT_A_NUMBER, None),
        ("12 34", Flaw.NOT_A_NUMBER, None),
        ("1.234.5", Flaw.NOT_A_NUMBER, None),
        ("5-7", Flaw.NOT_A_NUMBER, None),
        ("12 тг", Flaw.NOT_A_NUMBER, None),
        ("1" * 31, Flaw.NOT_A_NUMBER, None),
        (">12", Flaw.INEXACT, "12"),
        ("> 12 шт", Flaw.INEXACT, "12"),
        ("более 10", Flaw.INEXACT, "10"),
        ("~5", Flaw.INEXACT, "5"),
        ("10+", Flaw.INEXACT, "10"),
        ("нет", Flaw.NOTHING_WORD, "0"),
        ("Нет в наличии", Flaw.NOTHING_WORD, "0"),
        ("-", Flaw.NOTHING_WORD, "0"),
        ("—", Flaw.NOTHING_WORD, "0"),
        ("жоқ", Flaw.NOTHING_WORD, "0"),
        ("-5", Flaw.BELOW_ZERO, "0"),
        (-5.0, Flaw.BELOW_ZERO, "0"),
        ("(5)", Flaw.BELOW_ZERO, "0"),
        ("5-", Flaw.BELOW_ZERO, "0"),
        (2.5, Flaw.FRACTION, None),
        ("2,5", Flaw.FRACTION, None),
        ("15%", Flaw.PERCENT, None),
        (True, Flaw.YES_NO, None),
        ("ИСТИНА", Flaw.YES_NO, None),
        ("да", Flaw.YES_NO, None),
        (date(2024, 5, 3), Flaw.DATE, None),
        (datetime(2024, 5, 3, 10, 0), Flaw.DATE, None),  # noqa: DTZ001  # as a workbook has it
        (time(10, 12), Flaw.DATE, None),
        (timedelta(hours=30), Flaw.DATE, None),
        ("03.05.2024", Flaw.DATE, None),
        ("#N/A", Flaw.ERROR_VALUE, None),
        ("#ССЫЛКА!", Flaw.ERROR_VALUE, None),
        ("#ДЕЛ/0!", Flaw.ERROR_VALUE, None),
        ("1,5E+3", Flaw.SCIENTIFIC, "1500"),
        (2e6, Flaw.TOO_HIGH, None),
        (1e300, Flaw.TOO_HIGH, None),
        (float("nan"), Flaw.NOT_A_NUMBER, None),
        (float("inf"), Flaw.NOT_A_NUMBER, None),
    ],
)
def test_a_stock_that_is_none_is_an_error_with_what_would_be_right(
    cell: Cell, flaw: Flaw, proposed: str | None
) -> None:
    found = pieces_in(cell)
    problem = only_problem(found)
    assert (problem.row, problem.column, problem.level) == (2, 2, Level.ERROR)
    assert (problem.flaw, problem.proposed) == (flaw, proposed)
    assert not found.lines


def test_the_sentence_names_what_is_there_and_what_would_be_right() -> None:
    inexact = only_problem(pieces_in(">12"))
    assert str(inexact.text) == "“>12” is not exact. Write one number, for example 12."
    assert str(only_problem(pieces_in("две")).text) == (
        "“две” is not a number. Pieces are a whole number, for example 2."
    )


@pytest.mark.parametrize(
    ("cell", "flaw", "proposed"),
    [
        (0.0, Flaw.ZERO_PRICE, ""),
        ("0,00", Flaw.ZERO_PRICE, ""),
        (-100.0, Flaw.BELOW_ZERO, None),
        ("1e15", Flaw.SCIENTIFIC, "1000000000000000"),
        (1e12, Flaw.TOO_HIGH, None),
        (1234.567, Flaw.DECIMALS, "1234.57"),
        ("12,3456", Flaw.DECIMALS, "12.35"),
        ("12 шт", Flaw.NOT_A_NUMBER, None),
        ("нет", Flaw.NOTHING_WORD, ""),
        ("договорная", Flaw.NOT_A_NUMBER, None),
    ],
)
def test_a_price_that_is_none_is_an_error(cell: Cell, flaw: Flaw, proposed: str | None) -> None:
    found = price_in(cell)
    problem = only_problem(found)
    assert (problem.level, problem.flaw, problem.proposed) == (Level.ERROR, flaw, proposed)
    assert not found.lines


def test_an_empty_cell_is_not_zero() -> None:
    found = pieces_in("")
    assert not found.lines
    assert [(one.row, one.flaw, one.level) for one in found.problems] == [
        (1, Flaw.NO_VALUE, Level.ERROR),
        (2, Flaw.NO_VALUE, Level.NOTE),
    ]


def test_a_table_without_any_number_is_not_understood() -> None:
    rows = "| Артикул | Размер | Кол-во | Цвет |\n| A-1 | S |  | 3 |\n| A-1 | M |  | 4 |"
    assert "No row has a number" in str(only_problem(checked(rows)).text)
    assert checked(rows.replace("|  | 4", "| 0 | 4")).problems == []
    assert checked(rows.replace("|  | 4", "| 2 | 4")).problems == []


def test_an_empty_cell_means_what_was_chosen() -> None:
    assert pieces_in("", choices=Choices(missing=Missing.ZERO)).lines[0].pieces == 0
    found = pieces_in(" ", choices=Choices(missing=Missing.ERROR))
    assert only_problem(found).flaw is Flaw.NO_VALUE


def test_nothing_received_is_no_error() -> None:
    found = pieces_in("-", Meaning.RECEIPTS)
    assert only_problem(found).level is Level.NOTE
    assert not found.lines


def test_a_minus_among_sales_is_one_too_many() -> None:
    found = pieces_in("-5", Meaning.SOLD)
    assert only_problem(found).proposed == "5"
    fixed = pieces_in("-5", Meaning.SOLD, Choices(fixes=frozenset({Flaw.BELOW_ZERO})))
    assert fixed.lines[0].pieces == 5
    assert only_problem(fixed).level is Level.NOTE
    assert "-5" in str(only_problem(fixed).text)


def test_a_minus_beside_numbers_without_one_is_the_other_way() -> None:
    found = checked([["Артикул", "Продано"], ["A-1", 3.0], ["A-2", -1.0]], Meaning.SOLD)
    assert (only_problem(found).flaw, only_problem(found).proposed) == (Flaw.BELOW_ZERO, None)


@pytest.mark.parametrize("text", ["1,234", "1.234", "12,000", "999.999", "-1,234"])
def test_one_lone_mark_before_three_digits_is_doubtful(text: str) -> None:
    assert isinstance(parse_number(text), Doubtful)


def test_a_doubtful_number_is_asked_about_once_per_column() -> None:
    rows = [["Артикул", "Цена"], ["A-1", "1,234"], ["A-2", "5,678"], ["A-3", "9"]]
    found = checked(rows, Meaning.PRICE)
    assert [line.article for line in found.lines] == ["A-3"]
    assert [problem.flaw for problem in found.problems] == [Flaw.AMBIGUOUS, Flaw.AMBIGUOUS]
    (asked,) = found.ambiguities
    assert (asked.column, asked.was, asked.cells) == (2, "1,234", 2)
    assert asked.readings == {Reading.COMMA: Decimal("1.234"), Reading.POINT: Decimal(1234)}


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("1,234", "“1,234” may be 1234 or 1.234. Say once how this column is meant."),
        ("1.234", "“1.234” may be 1234 or 1,234. Say once how this column is meant."),
        ("5,000", "“5,000” may be 5000 or 5. Say once how this column is meant."),
    ],
)
def test_both_readings_are_told_apart(cell: str, sentence: str) -> None:
    assert str(only_problem(price_in(cell)).text) == sentence


def test_the_answer_reads_the_whole_column() -> None:
    rows = [["Артикул", "Цена"], ["A-1", "1,234"], ["A-2", "5,678"]]
    found = checked(rows, Meaning.PRICE, Choices(readings={2: Reading.POINT}))
    assert [line.price for line in found.lines] == [1234, 5678]
    other = checked(rows, Meaning.PRICE, Choices(readings={2: Reading.COMMA}))
    assert [problem.flaw for problem in other.problems] == [Flaw.DECIMALS, Flaw.DECIMALS]


@pytest.mark.parametrize("beside", ["7,654,321", "7,654.50", "12.50"])
def test_another_cell_that_leaves_no_doubt_answers(beside: str) -> None:
    rows = [["Артикул", "Цена"], ["A-1", "1,234"], ["A-2", beside]]
    found = checked(rows, Meaning.PRICE)
    assert found.lines[0].price == 1234
    assert found.readings == {2: Reading.POINT}


@pytest.mark.parametrize("beside", ["12,50", "118 000,00"])
@pytest.mark.parametrize("doubtful", ["1,234", "26,400", "26,000"])
def test_another_cell_does_not_make_three_decimals_of_it(doubtful: str, beside: str) -> None:
    found = checked([["Артикул", "Цена"], ["A-1", doubtful], ["A-2", beside]], Meaning.PRICE)
    assert only_problem(found).flaw is Flaw.AMBIGUOUS
    assert len(found.ambiguities) == 1
    assert not found.readings


@pytest.mark.parametrize("beside", ["1 004,000", "0,000"])
def test_three_decimals_are_some_where_the_others_have_three(beside: str) -> None:
    rows = [["Артикул", "Остаток"], ["A-1", "30,000"], ["A-2", beside]]
    found = checked(rows, Meaning.COUNT)
    assert (found.lines[0].pieces, found.readings) == (30, {2: Reading.COMMA})
    for odd in ("118 000,00", "30.000"):
        assert not checked([*rows, ["A-3", odd]], Meaning.COUNT).readings


def test_no_answer_fits_both_marks_in_one_column() -> None:
    rows = [["Артикул", "Цена"], ["A-1", "44.900"], ["A-2", "26,400"], ["A-3", "9"]]
    for reading, odd in ((Reading.COMMA, "26,400"), (Reading.POINT, "44.900")):
        found = checked(rows, Meaning.PRICE, Choices(readings={2: reading}))
        told = only_problem(found)
        assert (told.flaw, told.was, told.proposed) == (Flaw.AMBIGUOUS, odd, re.sub("[.,]", "", odd))
        choices = Choices(readings={2: reading}, fixes=frozenset({Flaw.AMBIGUOUS}))
        fixed = checked(rows, Meaning.PRICE, choices)
        assert [line.price for line in fixed.lines] == [44900, 26400, 9]


def test_a_repair_of_other_cells_answers_no_question() -> None:
    rows = [["Артикул", "Остаток", "Цена"], ["A-1", "нет", "118 000,00"], ["A-2", 3.0, "26,400"]]
    for fixes in (frozenset[Flaw](), frozenset({Flaw.NOTHING_WORD})):
        found = checked(rows, Meaning.COUNT, Choices(fixes=fixes))
        assert [one.column for one in found.ambiguities] == [3]
        assert 3 not in found.readings


def test_cells_that_contradict_each_other_answer_nothing() -> None:
    rows = [["Артикул", "Цена"], ["A-1", "1,234"], ["A-2", "12,50"], ["A-3", "12.50"]]
    found = checked(rows, Meaning.PRICE)
    assert len(found.ambiguities) == 1
    assert not found.readings


def test_the_decimals_of_1c_are_no_thousands_once_it_is_said() -> None:
    rows = [["Артикул", "Кол-во"], ["A-1", "5,000"], ["A-2", "12,000"]]
    assert checked(rows).ambiguities
    found = checked(rows, choices=Choices(readings={2: Reading.COMMA}))
    assert [line.pieces for line in found.lines] == [5, 12]


GROUPS = st.sampled_from(["", " ", NO_BREAK, NARROW, THIN, "'", ",", "."])


@given(st.integers(0, 999_999_999), st.integers(0, 99), st.booleans(), GROUPS, st.sampled_from(",."))
def test_a_number_in_any_style_is_read_back(
    whole: int, cents: int, has_cents: bool, group: str, mark: str
) -> None:
    if group == mark:
        group = " "
    text = f"{whole:,}".replace(",", group) + (f"{mark}{cents:02}" if has_cents else "")
    expected = Decimal(f"{whole}.{cents:02}") if has_cents else Decimal(whole)
    match parse_number(text):
        case Number(value):
            assert value == expected
        case Doubtful() as doubt:
            assert expected in {doubt.with_comma, doubt.with_point}
            assert group in {",", "."}
        case None:
            raise AssertionError(text)
