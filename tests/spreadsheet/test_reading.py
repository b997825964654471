"""Files as they really are: what is in each of tests/data, by hand."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.spreadsheet.reading import xlsb_records
from app.spreadsheet.reading.book import FileKind
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.reading.pasting import pasted
from app.spreadsheet.sheet import Area, Cell

DATA = Path(__file__).parents[1] / "data"

STOCK = [["Артикул", "Размер", "Кол-во"], ["Ж-001", "42-44", 5], ["Ёлка №2", "XL", 6.5]]
STOCK_AS_TEXT = [["Артикул", "Размер", "Кол-во"], ["Ж-001", "42-44", "5"], ["Ёлка №2", "XL", "6,5"]]
MERGED = [
    ["Остатки на 1 октября", "", "", ""],
    ["Артикул", "Количество", "", ""],
    ["", "S", "M", ""],
    ["Ж-4", 4, 40, 44],
    ["Ж-5", 5, 50, ""],
    ["Ж-6", 6, 60, ""],
    ["Ж-7", 7, 70, ""],
    ["Ж-8", 8, 80, ""],
]
KINDS_OF_CELLS: Sequence[Sequence[Cell]] = [
    [""] * 11,
    [""] * 11,
    [
        *("", "", "текст", 5, 5.25, dt.date(2024, 10, 12)),
        dt.datetime(2024, 10, 12, 8, 30),  # noqa: DTZ001 - cells have no time zone
        *(True, dt.time(8, 30), "#N/A", ""),
    ],
    [*[""] * 10, "00123"],
]
MERGED_AREAS = [Area(1, 1, 1, 3), Area(2, 1, 3, 1), Area(2, 2, 2, 3)]

FILES: dict[str, tuple[FileKind, Sequence[Sequence[Cell]]]] = {
    "1c-biff5.xls": (FileKind.OLD_XLS, STOCK),
    "1c-biff5-bare-book.xls": (FileKind.OLD_XLS, STOCK),
    "1c-biff5-bare-sheet.xls": (FileKind.OLD_XLS, STOCK),
    "libreoffice.xls": (FileKind.XLS, STOCK),
    "libreoffice.xlsx": (FileKind.XLSX, STOCK),
    "libreoffice.ods": (FileKind.ODS, STOCK),
    "binary.xlsb": (FileKind.XLSB, [[*row, ""] for row in STOCK] + [["Ж-3", "", "", 1]]),
    "hidden-and-merged.xlsx": (FileKind.XLSX, MERGED),
    "hidden-and-merged.xls": (FileKind.XLS, MERGED),
    "hidden-and-merged.ods": (FileKind.ODS, MERGED),
    "formulas-without-values.xlsx": (FileKind.XLSX, [["Артикул", "Кол-во"], ["Ж-1", ""], ["Ж-2", 4]]),
    "kinds-of-cells.xlsx": (FileKind.XLSX, KINDS_OF_CELLS),
    "kinds-of-cells.xls": (FileKind.XLS, KINDS_OF_CELLS),
    "prefixed.xlsx": (FileKind.XLSX, [["Код", 1], ["Ж-1", 2]]),
    "without-references.xlsx": (FileKind.XLSX, [[1, "", 3], [4, "", ""]]),
    "sixteen-thousand-empty-columns.xlsx": (FileKind.XLSX, [[1]]),
    "macros.xlsm": (FileKind.XLSX, [["Код"]]),
    "other-files.xlsx": (FileKind.XLSX, [["Код"]]),
    "xlsx-named.csv": (FileKind.XLSX, STOCK),
    "excel-2003-xml.xls": (
        FileKind.XML,
        [["Остатки", ""], [], ["Ж-1 & Ко", "", 6.5], [dt.date(2024, 10, 12)]],
    ),
    "web-page.xls": (
        FileKind.HTML,
        [
            ["Артикул", "Кол-во", ""],
            ["", "S", "M"],
            ["Ж-1 синее", "\N{NO-BREAK SPACE}5", "1\N{NO-BREAK SPACE}000,50"],
            ["Ж-2", "", "7"],
        ],
    ),
    "semicolons-utf-8.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "semicolons-utf-8-sig.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "semicolons-utf-16.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "semicolons-utf-16-be.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "semicolons-cp1251.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "semicolons-cp866.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "tabs-utf-16-without-mark.txt": (FileKind.TEXT, STOCK_AS_TEXT),
    "tabs.tsv": (FileKind.TEXT, STOCK_AS_TEXT),
    "bars.txt": (FileKind.TEXT, STOCK_AS_TEXT),
    "commas.csv": (FileKind.TEXT, STOCK_AS_TEXT),
    "dos-end.txt": (FileKind.TEXT, STOCK_AS_TEXT),
    "declared.csv": (
        FileKind.TEXT,
        [["Название, полное", "Кол-во, шт.", "Цена, тг"], ["Платье, летнее", "5,5", "7,5"]],
    ),
    "late-cyrillic.csv": (FileKind.TEXT, [["sku", "count"], *[["A-1", "5"]] * 12_000, ["Ж-1", "6"]]),
    "line-in-a-cell.csv": (
        FileKind.TEXT,
        [["Код", "Название"], ["Ж-1", 'Платье\nв две строки; с "кавычками"']],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_each_file_gives_its_rows(name: str) -> None:
    kind, expected = FILES[name]

    book = open_book(DATA / name)

    assert book.kind is kind
    assert list(map(list, book.sheets[0].rows())) == expected
    assert not book.readings, "nothing is in doubt"


@pytest.mark.parametrize("name", FILES)
def test_the_beginning_of_each_file_is_the_same_as_its_first_rows(name: str) -> None:
    _, expected = FILES[name]

    sheet = open_book(DATA / name).sheets[0]

    assert list(map(_filled, sheet.head(3))) == list(map(_filled, expected[:3]))


def _filled(row: Sequence[Cell]) -> list[Cell]:
    """Without the empty cells at the end."""
    return list(row[: max((number for number, cell in enumerate(row, 1) if cell != ""), default=0)])


@pytest.mark.parametrize(
    "name", ["hidden-and-merged.xlsx", "hidden-and-merged.xls", "hidden-and-merged.ods"]
)
def test_hidden_and_filtered_rows_and_merged_cells_are_known(name: str) -> None:
    sheets = open_book(DATA / name).sheets

    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Приход", False), ("Скрытый", True)]
    assert set(sheets[0].hidden_rows) == {6, 8}
    assert list(sheets[0].merged) == MERGED_AREAS
    assert list(map(list, sheets[1].rows())) == [["тайна"]]


@pytest.mark.parametrize("name", ["hidden-column.xlsx", "hidden-column.xls", "hidden-column.ods"])
def test_hidden_columns_are_known(name: str) -> None:
    assert set(open_book(DATA / name).sheets[0].hidden_columns) == {2}


def test_hidden_columns_of_an_xml_workbook_are_known(tmp_path: Path) -> None:
    text = (DATA / "excel-2003-xml.xls").read_bytes()
    columns = b'<Table><Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="6" ss:Hidden="1"/>'
    (tmp_path / "columns.xls").write_bytes(text.replace(b"<Table>", columns))
    assert set(open_book(tmp_path / "columns.xls").sheets[0].hidden_columns) == {2, 3, 6}


def test_hidden_columns_of_a_binary_workbook_are_known() -> None:
    columns = (
        struct.pack("<4IH", first, last, 2048, 0, flag) for first, last, flag in ((0, 0, 0), (1, 2, 1))
    )
    seen = xlsb_records.read_facts([b"".join(bytes((60, len(body))) + body for body in columns)])
    assert set(seen.facts.hidden_columns) == {2, 3}


def test_a_binary_workbook_tells_its_hidden_row_and_sheet() -> None:
    sheets = open_book(DATA / "binary.xlsb").sheets

    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Остатки", False), ("Скрытый", True)]
    assert set(sheets[0].hidden_rows) == {3}
    assert list(map(list, sheets[1].rows())) == [["тайна"]]


def test_old_excel_keeps_the_names_of_its_sheets() -> None:
    assert [sheet.name for sheet in open_book(DATA / "1c-biff5.xls").sheets] == ["Остатки", "Второй"]


def test_a_formula_without_a_value_is_named() -> None:
    sheet = open_book(DATA / "formulas-without-values.xlsx").sheets[0]

    assert set(sheet.formulas_without_value) == {(2, 2)}


@pytest.mark.parametrize("name", ["empty-text-of-formula.xlsx", "empty-text-of-formula.ods"])
def test_a_formula_whose_result_is_an_empty_text_has_one(name: str) -> None:
    sheet = open_book(DATA / name).sheets[0]

    assert list(map(list, sheet.rows()))[2][:2] == ["JACKET", "L"]
    assert set(sheet.formulas_without_value) == set()


def test_a_chart_is_no_sheet_and_an_empty_sheet_is_one() -> None:
    sheets = open_book(DATA / "kinds-of-cells.xlsx").sheets

    assert [(sheet.name, list(sheet.rows())) for sheet in sheets[1:]] == [("Пустой", [])]


def test_a_web_page_has_its_spans_its_hidden_row_and_all_its_tables() -> None:
    sheets = open_book(DATA / "web-page.xls").sheets

    assert list(sheets[0].merged) == [Area(1, 1, 2, 1), Area(1, 2, 1, 3)]
    assert set(sheets[0].hidden_rows) == {4}
    assert list(map(list, sheets[1].rows())) == [["вторая"]]


def test_xml_of_2003_has_its_merged_cells_and_its_hidden_row() -> None:
    (sheet,) = open_book(DATA / "excel-2003-xml.xls").sheets

    assert sheet.name == "Остатки"
    assert list(sheet.merged) == [Area(1, 1, 1, 2)]
    assert set(sheet.hidden_rows) == {4}


@pytest.mark.parametrize(
    ("name", "words"), [("macros.xlsm", "never runs them"), ("other-files.xlsx", "refers to other files")]
)
def test_macros_and_links_are_only_told(name: str, words: str) -> None:
    (note,) = open_book(DATA / name).notes

    assert words in str(note)


def test_a_doubtful_encoding_is_shown_both_ways_and_the_chosen_one_is_taken() -> None:
    book = open_book(DATA / "doubtful.csv")

    assert [(reading.name, list(reading.lines)) for reading in book.readings] == [
        ("Windows-1251", ["sku;ив"]),
        ("DOS 866", ["sku;шт"]),
    ]
    assert list(book.sheets[0].head(1)) == [["sku", "ив"]]
    chosen = open_book(DATA / "doubtful.csv", encoding=book.readings[1].encoding)
    assert list(chosen.sheets[0].head(1)) == [["sku", "шт"]]


def test_a_file_that_excel_has_open_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "stock.csv").write_text("a;1\n", encoding="utf-8")
    (tmp_path / "~$stock.csv").touch()

    book = open_book(tmp_path / "stock.csv")

    assert list(book.sheets[0].rows()) == [["a", "1"]]
    assert "open in another program" in str(book.notes[0])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Ж-1\tM\t5\r\nЖ-2\t\t6\r\n", [["Ж-1", "M", "5"], ["Ж-2", "", "6"]]),
        ('Ж-1\t"две\nстроки"\n', [["Ж-1", "две\nстроки"]]),
        ('"Уют 5\t1\nЖ-2\t2', [['"Уют 5', "1"], ["Ж-2", "2"]]),
        ("Ж-1;5\nЖ-2;6,5", [["Ж-1", "5"], ["Ж-2", "6,5"]]),
        ("Ж-1", [["Ж-1"]]),
    ],
)
def test_a_pasted_block_becomes_rows(text: str, rows: list[list[str]]) -> None:
    assert list(pasted(text).rows()) == rows
