"""Texts whose columns are drawn, or made by spaces, as DOS programs and 1C print them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.flaws import Level
from app.spreadsheet.known import Known
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.reading.pasting import as_file, pasted
from app.spreadsheet.reading.printed import find_printed

DATA = Path(__file__).parents[1] / "data"
LINES = {
    "frames-cp866.txt": [(7, "КРД-042", "S", 5), (8, "КРД-042", "M", 3), (9, "ПЛТ-7", "M", 12)],
    "spaces-cp866.txt": [(7, "КРД-042", "S", 5), (8, "КРД-042", "M", 3), (9, "ПЛТ-7 дл.", "42-44", 12)],
}
HEADING = "Артикул   Наименование          Размер Кол-во"


def cells(text: str) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in pasted(text).rows() if any(row)]


@pytest.mark.parametrize("name", LINES)
def test_printed_tables_are_read_by_their_columns(name: str) -> None:
    book = open_book(DATA / name)
    assert book.encoding == "cp866"
    assert not book.readings
    sheet = book.sheets[0]
    found = check(sheet, guess_layout(sheet.head(ROWS_TO_GUESS)), Meaning.COUNT)
    assert [(line.row, line.article, line.size, line.pieces) for line in found.lines] == LINES[name]
    assert not [problem for problem in found.problems if problem.level is Level.ERROR]


@pytest.mark.parametrize("name", LINES)
def test_the_numbers_of_rows_are_those_of_the_lines(name: str) -> None:
    rows = list(open_book(DATA / name).sheets[0].rows())
    assert len(rows) == len((DATA / name).read_bytes().splitlines())


@pytest.mark.parametrize("name", LINES)
def test_a_pasted_one_is_kept_with_the_same_cells(name: str, tmp_path: Path) -> None:
    text = (DATA / name).read_text(encoding="cp866")
    path = tmp_path / "pasted.tsv"
    path.write_bytes(as_file(pasted(text).rows()))
    assert list(open_book(path).sheets[0].rows()) == list(open_book(DATA / name).sheets[0].rows())


@pytest.mark.parametrize(
    "text",
    [
        "+-------+----+---+\n|Артикул|Разм|Кол|\n+-------+----+---+\n|JACKET |XL  | 12|",
        "-------------------\n!Артикул!Разм!Кол !\n-------------------\n!JACKET !XL  ! 12 !",
        "| Артикул | Разм | Кол |\n|---------|:-----|--:|\n| JACKET | XL | 12 |",
        "╔═══════╤════╤═══╗\n║Артикул│Разм│Кол║\n╠═══════╪════╪═══╣\n║JACKET │XL  │ 12║",
        "Артикул Разм Кол\nJACKET  XL    12",
    ],
)
def test_ways_to_print_a_table(text: str) -> None:
    assert cells(text) == [["Артикул", "Разм", "Кол"], ["JACKET", "XL", "12"]]


def test_words_beside_each_other_are_one_cell() -> None:
    text = f"{HEADING}\nJACKET    Куртка зимняя         XL        12\n"
    text += "COAT      Пальто женское длин.  L          3"
    assert cells(text)[1:] == [
        ["JACKET", "Куртка зимняя", "XL", "12"],
        ["COAT", "Пальто женское длин.", "L", "3"],
    ]


def test_a_heading_of_two_words_is_one() -> None:
    text = "Артикул Размер Цена розничная\nJACKET  XL          82 000,00\nCOAT    L          118 000,00"
    assert cells(text)[0] == ["Артикул", "Размер", "Цена розничная"]
    assert cells(text)[2] == ["COAT", "L", "118 000,00"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADING}\nJACKET    Куртка зимняя         XL        12\nSUPERLONGARTICLE Пальто женское  L    3",
        "Артикул Размер Кол-во   Цена\nJACKET  XL        12 82 000\nCOAT    L          5 18 000",
        "Артикул Размер\nJACKET  XL",
        "Привет, приход на склад\nJACKET XL 5",
        "Артикул, размер, количество\nJACKET, XL, 5",
        "Здравствуйте! Артикул и количество ниже\nJACKET XL - 5",
    ],
)
def test_nothing_is_divided_where_it_is_in_doubt(text: str) -> None:
    assert find_printed(text.splitlines(), ",") is None


def test_a_line_that_does_not_fit_is_an_error_further_down_and_never_lost() -> None:
    text = f"{HEADING}\nJACKET    Куртка                XL        12\n\n"
    text += "SUPERLONGARTICLE  Пальто  L    3\nСтраница 1 из 2"
    sheet = pasted(text)
    rows = list(sheet.rows())
    found = check(sheet, guess_layout(rows), Meaning.COUNT, known=Known({"JACKET": ("XL",)}))
    assert [(line.row, line.pieces) for line in found.lines] == [(2, 12)]
    assert [problem.row for problem in found.problems if problem.level is Level.ERROR] == [4]
    assert "Страница" in rows[4][0]


def test_what_is_longer_than_its_column_is_not_cut() -> None:
    text = f"{HEADING}\nJACKET    Куртка                XL        12\n\n"
    text += "JACKET12  Пальто женское очень  L      10000"
    assert cells(text)[2] == ["JACKET12", "Пальто женское очень", "L", "10000"]


@pytest.mark.parametrize(
    "line",
    [
        "Артикул " + "Размер Кол-во " * 60,
        "Артикул  Кол-во" + " " * 900 + "x",
        "│" * 60_000,
        "-|" * 30_000,
        "Артикул Кол-во " * 4_000,
    ],
)
def test_no_text_takes_long(line: str) -> None:
    begun = time.perf_counter()
    find_printed([line, *[line] * 199], ",")
    find_printed([line, *["a b " * 240] * 199], ",")
    assert time.perf_counter() - begun < 2
