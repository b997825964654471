"""Templates: what Polka gives to fill in, it understands when it comes back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain.errors import StorageError
from app.domain.text import Text
from app.spreadsheet.checks import check
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.templates import SIZES, Template, write_template
from tests.spreadsheet.russian import in_russian

COLUMNS = {
    Template.LONG: [ColumnKind.ARTICLE, ColumnKind.SIZE, ColumnKind.QUANTITY],
    Template.WIDE: [ColumnKind.ARTICLE, *[ColumnKind.ONE_OF_SIZES] * len(SIZES)],
    Template.PRICES: [ColumnKind.ARTICLE, ColumnKind.PRICE],
    Template.COUNT: [ColumnKind.ARTICLE, ColumnKind.SIZE, ColumnKind.STOCK],
}


def layout_of(path: Path) -> Layout:
    return guess_layout(open_book(path).sheets[0].head(ROWS_TO_GUESS))


def filled(path: Path, *rows: list[Any]) -> Path:
    """As a person fills it in."""
    workbook = openpyxl.load_workbook(path)
    for row in rows:
        workbook.worksheets[0].append(row)
    workbook.save(path)
    return path


@pytest.mark.parametrize("say", [str, in_russian])
@pytest.mark.parametrize("template", Template)
def test_every_column_of_a_template_is_recognised(
    template: Template, say: Callable[[Text], str], tmp_path: Path
) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path, template, say=say)
    assert [column.kind for column in layout_of(path).columns.values()] == COLUMNS[template]
    filled(path, ["SS21CA2N", *[3] * (len(COLUMNS[template]) - 1)])
    assert [column.kind for column in layout_of(path).columns.values()] == COLUMNS[template]


def test_what_is_filled_in_is_imported_and_the_example_is_not(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    write_template(path, Template.WIDE, ("S", "M", "42-44"), in_russian)
    filled(path, ["00123", 1, None, 3])
    book = open_book(path)
    found = check(book.sheets[0], layout_of(path), Meaning.RECEIPTS)
    assert [(line.article, line.size, line.pieces) for line in found.lines] == [
        ("00123", "S", 1),
        ("00123", "42-44", 3),
    ]
    assert not found.problems
    assert [sheet.name for sheet in book.sheets] == ["Размеры в столбцах", "Как заполнить"]


def test_excel_keeps_zeros_offers_sizes_and_refuses_what_is_no_number(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    write_template(path, Template.LONG, ("S", "M", "42-44"), in_russian)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [sheet.column_dimensions[letter].number_format for letter in "ABC"] == ["@", "@", "General"]
    sizes, pieces = sheet.data_validations.dataValidation
    assert (sizes.type, sizes.formula1, sizes.showErrorMessage) == ("list", '"S,M,42-44"', False)
    assert (pieces.type, pieces.operator, pieces.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert (pieces.showErrorMessage, pieces.error) == (True, "Введите целое число, 0 или больше.")
    assert str(pieces.sqref).startswith("C2:C")


def test_more_sizes_than_a_list_has_room_for_are_left_to_be_typed(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    write_template(path, Template.LONG, [f"{number}-{number + 2}" for number in range(100, 200)])
    rule = openpyxl.load_workbook(path).worksheets[0].data_validations.dataValidation[0]
    assert len(rule.formula1) <= 255
    assert rule.formula1.startswith('"100-102,101-103,')


@pytest.mark.parametrize("template", Template)
def test_the_guide_has_five_lines_and_an_example(template: Template, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path, template, say=in_russian)
    guide = openpyxl.load_workbook(path).worksheets[1]
    first = [str(row[0]) for row in guide.iter_rows(values_only=True) if row[0]]
    assert [line[:2] for line in first[:5]] == ["1.", "2.", "3.", "4.", "5."]
    assert first[5:8] == ["Пример", "Артикул", "SS21CA2N"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="could not be written"):
        write_template(tmp_path / "none" / "template.xlsx", Template.LONG)
