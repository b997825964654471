"""The rows of a check as a person looks at them, in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.catalogue import add_product
from app.services.import_checking import CheckedImport, check_import
from app.services.import_rows import MOST_WITHOUT_NUMBER, CheckRow, CheckRows, Part, RowState
from app.services.import_views import Creating
from app.services.progress import Progress
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.spreadsheet.flaws import Level
from app.spreadsheet.meaning import Meaning
from tests.services.import_support import draft_of, write_csv
from tests.services.messy_files import LONG, MEANINGS, WIDE, shop_of_goods


@pytest.fixture(scope="module")
def goods() -> Iterator[Shop]:
    with shop_of_goods() as shop:
        yield shop


def checked_import(shop: Shop, text: str, meaning: Meaning, creating: Creating) -> CheckedImport:
    path = write_csv(shop.folder / "file.csv", text)
    return check_import(shop, draft_of(shop, path, meaning, creating), None, Progress())


def shown(result: CheckedImport, part: Part = Part.ALL) -> list[CheckRow]:
    return [result.rows.row(number) for number in result.rows.numbers(part)]


def is_wrong(row: CheckRow) -> bool:
    return row.state is RowState.FAILED or Level.ERROR in {problem.level for problem in row.problems}


def is_doubtful(row: CheckRow) -> bool:
    levels = {found.level for found in (*row.problems, *row.cautions)}
    return row.state is RowState.UNKNOWN or Level.WARNING in levels


def test_cells_below_a_heading_in_another_order_are_those_of_its_columns(goods: Shop) -> None:
    text = "Артикул;Размер;Кол-во;Цена\nA-1;S;1;90\nРазмер;Артикул;Цена;Кол-во\nM;A-1;90;много"
    result = checked_import(goods, text, Meaning.RECEIPTS, Creating())
    failed = next(row for row in shown(result) if row.row == 4)
    assert (failed.article, failed.size, failed.number, failed.price) == ("A-1", "M", "много", "90")
    assert (failed.column, failed.columns) == (4, (2, 1, 4, 3))


def test_the_cell_that_is_wrong_among_those_added_up_is_the_one_to_be_corrected(goods: Shop) -> None:
    text = "Артикул;Размер;Склад Алматы;Склад Астана\nA-1;S;1;много\nA-1;M;1;2"
    wrong, right = shown(checked_import(goods, text, Meaning.COUNT, Creating()))
    assert (wrong.state, wrong.number, wrong.columns[2]) == (RowState.FAILED, "много", 4)
    assert (right.number, right.columns[2]) == (3, 0)  # whoever types a sum says nothing of its parts


def test_a_row_without_a_number_is_found_among_those_that_change_nothing(goods: Shop) -> None:
    text = "Артикул;Размер;Приход\nJACKET;S;4\nJACKET;XL;\n;;\nJACKET;M;0"
    result = checked_import(goods, text, Meaning.RECEIPTS, Creating())
    found = [(row.row, row.size, row.state) for row in shown(result, Part.UNCHANGED)]
    assert found == [(3, "XL", RowState.WITHOUT_NUMBER), (5, "M", RowState.WITHOUT_NUMBER)]
    assert [row.row for row in shown(result)] == [2, 3, 5]
    assert result.summary.ready == 1


def test_of_very_many_rows_without_a_number_some_are_shown(goods: Shop) -> None:
    rows = "JACKET;S;\n" * (MOST_WITHOUT_NUMBER + 5)
    result = checked_import(goods, f"Артикул;Размер;Приход\n{rows}", Meaning.RECEIPTS, Creating())
    assert result.rows.count(Part.UNCHANGED) == MOST_WITHOUT_NUMBER


def test_a_price_that_cannot_be_read_is_shown_where_prices_are(goods: Shop) -> None:
    (row,) = shown(checked_import(goods, "Артикул;Цена\nA-1;дорого", Meaning.PRICE, Creating()))
    assert (row.number, row.columns[2]) == ("дорого", 2)


@settings(max_examples=60, deadline=None)
@given(
    text=LONG | WIDE,
    meaning=st.sampled_from(MEANINGS),
    creating=st.builds(Creating, st.booleans(), st.booleans()),
)
def test_every_line_and_problem_is_shown_where_it_stands(
    goods: Shop, text: str, meaning: Meaning, creating: Creating
) -> None:
    result = checked_import(goods, text, meaning, creating)
    rows, plan = shown(result), result.plan
    places = [(row.row, row.column) for row in rows]
    assert places == sorted(set(places))
    assert {line[:2] for line in result.checked.lines} <= set(places)
    assert {problem.row for problem in (*result.checked.problems, *plan.problems)} <= {r.row for r in rows}
    done = {place: row for row in plan.rows for place in row.places}
    for row in rows:
        planned = done.get((row.row, row.column))
        assert (row.state is RowState.READY) == (planned is not None)
        if planned is not None:
            assert (row.size or "", row.before, row.after) == (planned.size, planned.before, planned.after)


@settings(max_examples=60, deadline=None)
@given(
    text=LONG | WIDE,
    meaning=st.sampled_from(MEANINGS),
    creating=st.builds(Creating, st.booleans(), st.booleans()),
)
def test_the_parts_have_the_rows_that_belong_in_them(
    goods: Shop, text: str, meaning: Meaning, creating: Creating
) -> None:
    result = checked_import(goods, text, meaning, creating)
    rows = shown(result)
    assert shown(result, Part.ERRORS) == [row for row in rows if is_wrong(row)]
    assert shown(result, Part.WARNINGS) == [row for row in rows if is_doubtful(row) and not is_wrong(row)]
    assert shown(result, Part.NOTES) == [row for row in rows if row.level is Level.NOTE]
    idle = {RowState.UNCHANGED, RowState.WITHOUT_NUMBER}
    assert shown(result, Part.UNCHANGED) == [row for row in rows if row.state in idle]
    assert result.rows.idle == sum(row.state is not RowState.READY for row in rows)


def test_a_note_is_no_warning_and_what_is_left_out_is_no_note(goods: Shop) -> None:
    text = "Артикул;Размер;Приход\nJACKET;XL;нет\nJACKET;XS;1\nJACKET;S;4"
    result = checked_import(goods, text, Meaning.RECEIPTS, Creating())
    rows = {part: [row.row for row in shown(result, part)] for part in Part}
    assert rows[Part.NOTES] == [2]
    assert rows[Part.WARNINGS] == [3]
    assert rows[Part.ERRORS] == []


def test_a_caution_that_is_a_note_stands_among_the_notes(shop: Shop) -> None:
    sizes = (SizeDraft("S"), SizeDraft("M"))
    add_product(shop, ProductDraft("COAT", sizes=sizes, already_there=True))
    path = write_csv(shop.folder / "file.csv", "Артикул;Размер;Приход\nCOAT;S;1\nCOAT;XS;1\nCOAT;M;2")
    result = check_import(shop, draft_of(shop, path, Meaning.RECEIPTS), None, Progress())
    rows = {part: [row.row for row in shown(result, part)] for part in Part}
    assert (rows[Part.WARNINGS], rows[Part.NOTES]) == ([3], [2, 4])


def test_what_a_person_typed_is_told_beside_what_the_file_has(goods: Shop) -> None:
    path = write_csv(goods.folder / "file.csv", "Артикул;Размер;Приход\nJACKET;XL;две\nJACKET;L;4")
    draft = draft_of(goods, path, Meaning.RECEIPTS)
    draft = replace(draft, choices=replace(draft.choices, edits={(2, 3): "2", (3, 3): ""}))
    result = check_import(goods, draft, None, Progress())
    told = CheckRows(
        draft, result.checked, result.plan, {2: ("JACKET", "XL", "две"), 3: ("JACKET", "L", "4")}
    )
    rows = [told.row(number) for number in told.numbers(Part.NOTES)]
    assert [str(problem.text) for row in rows for problem in row.problems] == [
        "The file has “две”, corrected to “2”.",
        "The file has “4”, emptied.",
    ]
