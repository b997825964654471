"""A workbook that came back is imported again: what failed and what is new, and nothing twice."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.report.mark import done_rows, read_mark, without_ours
from app.spreadsheet.report.results import RowOutcome, RowResult
from app.spreadsheet.report.writing import Source, write_report
from tests.spreadsheet.russian import in_russian

DATA = Path(__file__).parents[1] / "data"
SENT = RowResult(RowOutcome.DELIVERED, "Доставлено")
SAME = RowResult(RowOutcome.UNCHANGED, 'Уже "так"')
WAITS = RowResult(RowOutcome.WAITING, "Нет ответа")
FAILED = RowResult(RowOutcome.FAILED, "Не отправлено", "Размера 4XL нет.")

ROWS = (["Артикул", "Размер", "Кол-во"], ["A", "S", 1], ["A", "4XL", 2], ["B", "M", 3], ["C", "L", 4])
RESULTS = {2: SENT, 3: FAILED, 4: SAME, 5: WAITS}


def made(path: Path, rows: Any = ROWS) -> Path:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.worksheets[0].append(row)
    workbook.save(path)
    return path


def report(path: Path, target: Path, results: dict[int, RowResult], **options: Any) -> Path:
    sheet = open_book(path).sheets[0]
    layout = guess_layout(sheet.head(ROWS_TO_GUESS), sheet.merged)
    write_report(Source(path, layout), target, results, **{"say": in_russian, **options})
    return target


def left_to_do(path: Path) -> Checked:
    sheet, mark = open_book(path).sheets[0], read_mark(path)
    head = sheet.head(ROWS_TO_GUESS)
    layout = guess_layout(without_ours(head, mark) if mark else head, sheet.merged)
    done = done_rows(sheet, mark) if mark else ()
    return check(sheet, layout, Meaning.RECEIPTS, done=done)


def lines(found: Checked) -> list[tuple[str, str, int | None]]:
    return [(line.article, line.size, line.pieces) for line in found.lines]


def test_only_what_failed_is_left_to_do(tmp_path: Path) -> None:
    path = report(made(tmp_path / "in.xlsx"), tmp_path / "out.xlsx", RESULTS)
    found = left_to_do(path)
    assert lines(found) == [("A", "4XL", 2)]
    assert list(found.left_out[LeftOut.DONE]) == [2, 4, 5]


def test_the_layout_is_that_of_the_original(tmp_path: Path) -> None:
    original = made(tmp_path / "in.xlsx")
    path = report(original, tmp_path / "out.xlsx", RESULTS)
    mark = read_mark(path)
    assert mark
    found = guess_layout(without_ours(open_book(path).sheets[0].head(ROWS_TO_GUESS), mark))
    assert found == guess_layout(open_book(original).sheets[0].head(ROWS_TO_GUESS))


def test_a_file_of_failed_rows_is_taken_whole(tmp_path: Path) -> None:
    path = report(made(tmp_path / "in.xlsx"), tmp_path / "out.xlsx", RESULTS, only_failed=True)
    assert lines(left_to_do(path)) == [("A", "4XL", 2)]


@pytest.mark.parametrize("name", ["semicolons-cp1251.csv", "libreoffice.xls", "libreoffice.ods"])
def test_other_files_are_known_again_too(name: str, tmp_path: Path) -> None:
    path = report(DATA / name, tmp_path / "out.xlsx", {2: FAILED, 3: SENT})
    assert [line.row for line in left_to_do(path).lines] == [2]


def test_after_sorting_moving_and_adding_the_right_rows_are_left(tmp_path: Path) -> None:
    path = report(made(tmp_path / "in.xlsx"), tmp_path / "out.xlsx", RESULTS)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate([*reversed(rows), ["D", "XL", 9]], 2):
        for column, value in enumerate([*row, None, None, None][:6], 1):
            sheet.cell(number, column).value = value
    workbook.save(path)
    assert lines(left_to_do(path)) == [("A", "4XL", 2), ("D", "XL", 9)]


def test_the_second_report_stands_where_the_first_stood(tmp_path: Path) -> None:
    first = report(made(tmp_path / "in.xlsx"), tmp_path / "first.xlsx", RESULTS)
    english = RowResult(RowOutcome.DELIVERED, "Delivered")
    second = report(first, tmp_path / "second.xlsx", {3: english}, say=str)
    rows = [list(row) for row in open_book(second).sheets[0].rows()]
    assert rows[0] == [*ROWS[0], "Status", "Reason", "Delivered"]
    assert [row[3] for row in rows[1:]] == ["Доставлено", "Delivered", 'Уже "так"', "Нет ответа"]
    assert rows[2][4] == ""
    assert lines(left_to_do(second)) == []


def test_words_of_ours_in_a_file_that_never_was_here_mean_nothing(tmp_path: Path) -> None:
    rows = ([*ROWS[0], "Статус", "Причина", "Доставлено"], ["A", "S", 1, "Доставлено", "", ""])
    path = made(tmp_path / "in.xlsx", rows)
    assert read_mark(path) is None
    assert lines(left_to_do(path)) == [("A", "S", 1)]


@pytest.mark.parametrize(
    "name", ["semicolons-utf-8.csv", "libreoffice.ods", "binary.xlsb", "libreoffice.xls"]
)
def test_files_that_keep_no_names_have_no_mark(name: str) -> None:
    assert read_mark(DATA / name) is None


def test_sizes_below_a_product_that_is_done_in_part_keep_it(tmp_path: Path) -> None:
    rows = (["Артикул", "Размер", "Кол-во"], ["A", "S", 1], [None, "M", 2], [None, "L", 3], ["B", "S", 4])
    path = report(
        made(tmp_path / "in.xlsx", rows), tmp_path / "out.xlsx", {2: SENT, 3: SENT, 4: FAILED, 5: SENT}
    )
    assert lines(left_to_do(path)) == [("A", "L", 3)]


def test_a_product_whose_sizes_are_all_done_is_no_problem(tmp_path: Path) -> None:
    rows = (
        ["Номенклатура", "Количество"],
        ["SS21CA2N"],
        ["S", 1],
        ["M", 2],
        ["SS22CB3N"],
        ["S", 3],
        ["M", 4],
    )
    results = {3: SENT, 4: SENT, 6: SENT, 7: FAILED}
    path = report(made(tmp_path / "in.xlsx", rows), tmp_path / "out.xlsx", results)
    found = left_to_do(path)
    assert lines(found) == [("SS22CB3N", "M", 4)]
    assert found.problems == []


@pytest.mark.parametrize("is_only_failed", [True, False])
def test_a_formula_without_a_result_is_not_passed_over_once_it_came_back(
    tmp_path: Path, *, is_only_failed: bool
) -> None:
    rows = (ROWS[0], ["A", "S", "=2+3"], ["=B()", "M", 3], ["C", "=1+1", 4], ["D", "L", 5])
    results = dict.fromkeys((2, 3, 4), FAILED) | {5: SENT}
    original = made(tmp_path / "in.xlsx", rows)
    assert [problem.flaw for problem in left_to_do(original).problems] == [Flaw.NO_RESULT] * 3
    path = report(original, tmp_path / "out.xlsx", results, only_failed=is_only_failed)
    found = left_to_do(path)
    assert not found.lines
    places = {(problem.row, problem.column) for problem in found.problems if problem.level is Level.ERROR}
    assert places == {(2, 3), (3, 1), (4, 2)}


def test_what_a_person_wrote_beside_our_columns_stays_there(tmp_path: Path) -> None:
    back = tmp_path / "back.csv"
    back.write_text(
        "Артикул;Размер;Кол-во;Статус;Причина;Доставлено;Заметка\n"
        "A;S;1;доставлено;;;позвонить\nA;4XL;2;не импортировано;Нет такого размера.;;\n",
        encoding="utf-8",
    )
    report(back, tmp_path / "out.xlsx", {3: SENT})
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    rows = [
        ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
    ]
    assert rows[0] == ["Артикул", "Размер", "Кол-во", "Статус", "Причина", "Доставлено", "Заметка"]
    assert rows[1] == ["A", "S", "1", "доставлено", "", "", "позвонить"]
    assert rows[2] == ["A", "4XL", "2", "Доставлено", "", "", ""]
