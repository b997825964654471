"""Whole sheets to lines and problems."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.spreadsheet.checks import check
from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.layout import Column, ColumnKind, Layout
from app.spreadsheet.likely_meaning import likely_meaning
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.meaning import Choices, Meaning, Missing, absent_kinds
from app.spreadsheet.numbers import Reading
from app.spreadsheet.sheet import Area
from tests.spreadsheet.checking import checked, flaws, only_problem
from tests.spreadsheet.in_memory import InMemorySheet, table


def told(found: Checked) -> list[tuple[int, str, str, int | None]]:
    return [(line.row, line.article, line.size, line.pieces) for line in found.lines]


def left_out(found: Checked) -> dict[str, list[int]]:
    return {why.value: list(rows) for why, rows in found.left_out.items()}


def test_a_long_sheet_becomes_a_line_per_row() -> None:
    found = checked("""
        | Артикул  | Наименование | Размер | Приход | Цена  |
        | SS21CA2N | Пальто       | S      | 2      | 76000 |
        | SS21CA2N | Пальто       | M      | 0      | 76000 |
        | FW20KT11 | Плащ         | 42     | 5      |       |
    """)
    assert told(found) == [(2, "SS21CA2N", "S", 2), (4, "FW20KT11", "42", 5)]
    assert (found.lines[0].title, found.lines[0].price, found.lines[0].column) == ("Пальто", 76000, 4)
    assert found.lines[1].price is None
    assert left_out(found) == {"header": [1], "nothing": [3]}
    assert not found.problems


def test_a_wide_sheet_becomes_a_line_per_size() -> None:
    found = checked(
        """
        | Артикул | S | M  | L | Итого | Цена |
        | A-1     | 1 |    | 3 | 4     | 900  |
        | A-2     |   |    |   | 0     | 900  |
        | A-3     | 0 | пять | 2 | 2   | 900  |
        """,
        Meaning.COUNT,
    )
    assert [(line.row, line.column, line.article, line.size, line.pieces) for line in found.lines] == [
        (2, 2, "A-1", "S", 1),
        (2, 4, "A-1", "L", 3),
        (4, 2, "A-3", "S", 0),
        (4, 4, "A-3", "L", 2),
    ]
    assert flaws(found) == [(3, 2, Flaw.NO_VALUE), (4, 3, Flaw.NOT_A_NUMBER)]
    assert left_out(found) == {"header": [1], "nothing": [3]}


def test_cyrillic_letters_in_the_heading_of_a_size_are_told_once() -> None:
    text = "| Артикул | S | M | ХL |\n| A-1 | 1 | 2 | 3 |\n| A-2 | 1 | 2 | 3 |"
    assert flaws(checked(text)) == [(1, 4, Flaw.MIXED_LETTERS)]
    fixed = checked(text, choices=Choices(fixes=frozenset({Flaw.MIXED_LETTERS})))
    assert {line.size for line in fixed.lines} == {"S", "M", "XL"}


def test_dates_among_the_headings_of_sizes_were_sizes() -> None:
    head = ["Артикул", "4-5", "6-7", "8-9", date(2026, 11, 10)]
    found = checked([head, ["A-1", 1.0, 2.0, 3.0, 4.0]])
    assert [line.size for line in found.lines] == ["4-5", "6-7", "8-9", "10-11"]
    assert [(p.row, p.column, p.flaw, p.level) for p in found.problems] == [
        (1, 5, Flaw.DATE_SIZE, Level.WARNING)
    ]


def test_sizes_side_by_side_are_asked_about_once() -> None:
    rows = [["Артикул", "S", "M", "L"], ["A-1", "1,000", "2,000", "3,000"]]
    found = checked(rows)
    assert [asked.column for asked in found.ambiguities] == [2]
    answered = checked(rows, choices=Choices(readings={2: Reading.COMMA}))
    assert [line.pieces for line in answered.lines] == [1, 2, 3]


def test_totals_repeated_headers_and_blank_rows_are_left_out() -> None:
    found = checked("""
        | ТОО «Ромашка»  |        |        |
        | Артикул        | Размер | Кол-во |
        | A-1            | S      | 5      |
        |                |        |        |
        | Артикул        | Размер | Кол-во |
        | A-1            | M      | 5      |
        | A-1 Итог       |        | 10     |
        |                | Итого: | 10     |
        | Всего по складу |       | 10     |
    """)
    assert told(found) == [(3, "A-1", "S", 5), (6, "A-1", "M", 5)]
    assert left_out(found) == {"above": [1], "header": [2, 5], "empty": [4], "total": [7, 8, 9]}
    assert {(problem.flaw, problem.level) for problem in found.problems} == {(Flaw.TOTAL, Level.NOTE)}


def test_an_article_named_like_a_total_is_one_where_it_is_known() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | S | 5 |\n| Total 5 | S | 5 |"
    assert len(checked(rows).lines) == 1
    assert len(checked(rows, known=Known({"Total 5": ["S"]})).lines) == 2


def test_sizes_below_their_product_get_its_article() -> None:
    found = checked("""
        | Артикул  | Номенклатура | Размер | Кол-во |
        | SS21CA2N | Пальто       |        | 15     |
        |          |              | S      | 5      |
        |          |              | M      | 10     |
        | FW20KT11 | Плащ         |        | 3      |
        |          |              | L      | 3      |
        | Итого    |              |        | 18     |
    """)
    assert told(found) == [
        (3, "SS21CA2N", "S", 5),
        (4, "SS21CA2N", "M", 10),
        (6, "FW20KT11", "L", 3),
    ]
    assert [line.title for line in found.lines] == ["Пальто", "Пальто", "Плащ"]
    assert left_out(found)["group"] == [2, 5]


def test_sizes_in_the_column_of_the_articles() -> None:
    found = checked(
        """
        | Номенклатура    | Количество |
        | Пальто SS21CA2N | 15         |
        | S               | 5          |
        | M               | 10         |
        | Сумка B-7       | 3          |
        | Плащ FW20KT11   | 4          |
        | L               | 4          |
        """,
        choices=Choices(fixes=frozenset({Flaw.ALMOST_KNOWN})),
        known=Known({"SS21CA2N": ["S", "M"], "FW20KT11": ["L"], "B-7": ["ONE SIZE"]}),
    )
    assert told(found) == [
        (3, "SS21CA2N", "S", 5),
        (4, "SS21CA2N", "M", 10),
        (5, "B-7", "", 3),
        (7, "FW20KT11", "L", 4),
    ]
    assert left_out(found)["group"] == [2, 6]


def test_a_forgotten_article_is_an_error() -> None:
    rows = table("| Артикул | Размер | Кол-во |")
    rows += [[f"A-{number}", "S", 1.0] for number in range(20)]
    rows[8][0] = ""
    found = checked(rows)
    assert flaws(found) == [(9, 1, Flaw.NO_ARTICLE)]
    assert str(only_problem(found).text) == "There is no article. Type it."


def test_a_row_that_names_only_a_group_is_left_out_with_a_note() -> None:
    found = checked("""
        | Номенклатура   | Артикул | Размер | Кол-во |
        | Основной склад |         |        | 7      |
        | Пальто         | A-1     | S      | 5      |
        | Пальто         | A-1     | M      | 2      |
    """)
    assert [(problem.row, problem.flaw, problem.level) for problem in found.problems] == [
        (2, Flaw.GROUP, Level.NOTE)
    ]
    assert left_out(found)["group"] == [2]
    assert len(found.lines) == 2


def test_hidden_rows_are_left_out_unless_wanted() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | S | 1 |\n| A-2 | S | 2 |"
    found = checked(rows, hidden=[3])
    assert told(found) == [(2, "A-1", "S", 1)]
    assert left_out(found)["hidden"] == [3]
    assert len(checked(rows, hidden=[3], choices=Choices(include_hidden=True)).lines) == 2


def test_a_cell_is_edited_and_read_anew() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | S | две |"
    found = checked(rows, choices=Choices(edits={(2, 3): "2"}))
    assert told(found) == [(2, "A-1", "S", 2)]
    assert not found.problems


def test_pieces_of_one_size_are_added_up_with_a_warning() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | XL | 1 |\n| A-2 | S | 1 |\n| A-1 | хl | 2 |"
    found = checked(rows)
    assert [line.pieces for line in found.lines] == [1, 1, 2]
    repeated = next(problem for problem in found.problems if problem.flaw is Flaw.REPEATED)
    assert (repeated.row, repeated.level) == (4, Level.WARNING)
    assert "row 2" in str(repeated.text)


def test_pieces_are_not_added_up_where_that_is_not_wanted() -> None:
    rows = "| Артикул | Размер | Кол-во |\n| A-1 | S | 1 |\n| A-1 | S | 2 |"
    found = checked(rows, choices=Choices(sum_duplicates=False))
    assert not found.lines
    assert flaws(found) == [(2, 3, Flaw.CONTRADICTION), (3, 3, Flaw.CONTRADICTION)]


def test_two_counts_of_one_size_contradict_each_other() -> None:
    rows = (
        "| Артикул | Размер | Остаток |\n| A-1 | S | 1 |\n| A-1 | S | 2 |\n| A-1 | M | 7 |\n| A-1 | M | 7 |"
    )
    found = checked(rows, Meaning.COUNT)
    assert told(found) == [(4, "A-1", "M", 7)]
    assert [(p.row, p.flaw, p.level) for p in found.problems] == [
        (2, Flaw.CONTRADICTION, Level.ERROR),
        (3, Flaw.CONTRADICTION, Level.ERROR),
        (5, Flaw.REPEATED, Level.WARNING),
    ]
    summed = checked(rows, Meaning.COUNT, Choices(sum_duplicates=True))
    assert len(summed.lines) == 4


def test_a_price_may_stand_beside_each_size_but_has_to_be_the_same() -> None:
    found = checked(
        """
        | Артикул | Размер | Цена |
        | A-1     | S      | 900  |
        | A-1     | M      | 900  |
        | A-2     | S      | 100  |
        | A-2     | M      | 200  |
        """,
        Meaning.PRICE,
    )
    assert [(line.article, line.price) for line in found.lines] == [("A-1", Decimal(900))]
    assert left_out(found)["repeated"] == [3]
    assert flaws(found) == [(4, 3, Flaw.CONTRADICTION), (5, 3, Flaw.CONTRADICTION)]


def test_a_wrong_price_does_not_stop_the_receipt_beside_it() -> None:
    found = checked("| Артикул | Кол-во | Цена |\n| A-1 | 5 | дорого |")
    assert told(found) == [(2, "A-1", "", 5)]
    assert only_problem(found).level is Level.WARNING


def test_numbers_of_the_marketplace_are_links() -> None:
    found = checked(
        """
        | Артикул | Размер | productId | sizeId |
        | A-1     | S      | 1001      | 7      |
        | A-1     | M      | 1001      | x8     |
        | A-2     | L      | 1001      | 7      |
        | A-3     | L      |           |        |
        """,
        Meaning.LINKS,
    )
    assert found.lines == []
    assert flaws(found)[0] == (2, 3, Flaw.CONTRADICTION)
    assert (3, 4, Flaw.NOT_A_NUMBER) in flaws(found)
    assert (4, 3, Flaw.CONTRADICTION) in flaws(found)
    assert left_out(found)["nothing"] == [5]


def test_a_number_of_the_marketplace_that_two_products_have_is_wrong_in_both() -> None:
    found = checked(
        """
        | Артикул | Размер | productId | sizeId |
        | A-1     | S      | 5         | 10     |
        | A-1     | M      | 5         | 11     |
        | A-2     | S      | 5         | 20     |
        | A-3     | S      | 6         |        |
        | A-3     | M      | 6         |        |
        """,
        Meaning.LINKS,
    )
    assert [(line.row, line.article) for line in found.lines] == [(5, "A-3"), (6, "A-3")]
    assert [problem.row for problem in found.problems] == [2, 3, 4]
    assert "A-1 S" in str(found.problems[-1].text)


def test_a_size_with_two_numbers_is_wrong_and_what_is_said_again_counts_once() -> None:
    found = checked(
        """
        | Артикул | Размер | productId | sizeId |
        | A-1     | S      | 5         | 10     |
        | A-1     | S      | 5         | 20     |
        | A-2     | S      | 7         | 10     |
        | A-2     | S      | 7         | 10     |
        """,
        Meaning.LINKS,
    )
    assert [(line.row, line.size_id) for line in found.lines] == [(4, 10)]
    assert [(problem.row, problem.flaw) for problem in found.problems] == [
        (2, Flaw.CONTRADICTION),
        (3, Flaw.CONTRADICTION),
    ]
    assert "20" in str(found.problems[0].text)
    assert left_out(found)["repeated"] == [5]


def test_a_formula_without_a_result_is_told() -> None:
    rows = table("| Артикул | Размер | Кол-во |\n| A-1 | S |  |\n| A-2 | S | 1 |")
    sheet = InMemorySheet(rows)
    sheet.formulas_without_value = frozenset({(2, 3), (2, 9)})
    found = check(sheet, guess_layout(rows), Meaning.RECEIPTS)
    assert flaws(found) == [(2, 3, Flaw.NO_RESULT)]


def test_a_column_that_is_needed_is_asked_for() -> None:
    rows = table("| Артикул | Размер |\n| A-1 | S |")
    layout = guess_layout(rows)
    assert absent_kinds(layout, Meaning.COUNT) == (ColumnKind.STOCK,)
    found = check(InMemorySheet(rows), layout, Meaning.COUNT)
    assert only_problem(found).flaw is Flaw.NO_COLUMN
    assert left_out(found) == {"unread": [1, 2]}


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("| Артикул | Размер | Приход |", Meaning.RECEIPTS),
        ("| Артикул | Размер | Продано |", Meaning.SOLD),
        ("| Артикул | Размер | Возврат |", Meaning.RETURN),
        ("| Артикул | Размер | Отменено |", Meaning.CANCEL),
        ("| Артикул | Размер | Остаток |", Meaning.COUNT),
        ("| Артикул | Цена |", Meaning.PRICE),
        ("| Артикул | sizeId |", Meaning.LINKS),
        ("| Артикул | S | M | L |", Meaning.RECEIPTS),
    ],
)
def test_the_headings_say_what_the_file_means(head: str, meaning: Meaning) -> None:
    assert likely_meaning(guess_layout(table(head))).meaning is meaning


def test_short_rows_of_a_text_file_are_whole() -> None:
    found = checked([["Артикул", "Размер", "Кол-во"], ["A-1"], ["A-2", "S", "4", "", ""], []])
    assert told(found) == [(3, "A-2", "S", 4)]
    assert left_out(found) == {"header": [1], "nothing": [2], "empty": [4]}


def test_the_check_can_be_stopped() -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert total == 2001
        if done >= 512:
            raise StoppedError

    rows = [["Артикул", "Кол-во"], *([f"A-{number}", 1.0] for number in range(2000))]
    with pytest.raises(StoppedError):
        check(InMemorySheet(rows), guess_layout(rows), Meaning.SOLD, advance=stop)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "", "A-1", "S", "ХL", "42", "Итого", "нет", "1,234", "12,5", ">3", "#N/A", "май.44"]
    ),
    st.sampled_from(["Артикул", "Размер", "Кол-во", "4,60E+12", "00123", "-5", "TRUE", "#N/A"]),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
AREAS = st.builds(Area, *(st.integers(1, 8) for _ in range(4)))
KINDS = st.sampled_from(ColumnKind)


@given(
    rows=st.lists(st.lists(CELLS, max_size=6), max_size=12),
    kinds=st.lists(KINDS, min_size=5, max_size=5),
    meaning=st.sampled_from(Meaning),
    missing=st.sampled_from(Missing),
    flags=st.tuples(st.booleans(), st.booleans()),
    areas=st.lists(AREAS, max_size=3),
    fixes=st.frozensets(st.sampled_from(Flaw)),
)
def test_each_row_is_a_line_a_problem_or_left_out_whatever_its_cells_are(
    rows: list[list[object]],
    kinds: list[ColumnKind],
    meaning: Meaning,
    missing: Missing,
    flags: tuple[bool, bool],
    areas: list[Area],
    fixes: frozenset[Flaw],
) -> None:
    known = Known({"A-1": ["S", "XL"], "00123": ["42"]}, {"1": ("A-1", "S")})
    layout = Layout((), 1, {}, carries=flags[0], sizes_below=flags[1])
    for index, kind in enumerate(kinds, 1):
        layout = layout.with_column(index, kind, "S")
    choices = Choices(missing=missing, fixes=fixes)
    for one in (layout, guess_layout(rows, areas)):
        found = check(InMemorySheet(rows), one, meaning, choices, known)
        assert found == check(InMemorySheet(rows), one, meaning, choices, known)
        seen = {line.row for line in found.lines} | {problem.row for problem in found.problems}
        seen = seen.union(*found.left_out.values())
        assert set(range(1, len(rows) + 1)) <= seen
        assert all(isinstance(line.pieces, int | None) for line in found.lines)
        assert all(str(problem.text) for problem in found.problems)


def test_a_row_is_left_out_once() -> None:
    found = checked([["Артикул", "Кол-во"], ["A-1", 0.0], ["", ""], ["Итого", 0.0]])
    rows = [row for rows in found.left_out.values() for row in rows]
    assert sorted(rows) == [1, 2, 3, 4]
    assert found.count(Level.NOTE) == 1
    assert set(found.left_out) == {LeftOut.HEADER, LeftOut.NOTHING, LeftOut.EMPTY, LeftOut.TOTAL}


def test_a_column_without_a_heading_can_be_named() -> None:
    layout = Layout((), 1, {1: Column(ColumnKind.ARTICLE)}).with_column(2, ColumnKind.QUANTITY)
    found = check(InMemorySheet([["A-1", 4.0]]), layout, Meaning.SOLD)
    assert told(found) == [(1, "A-1", "", 4)]
