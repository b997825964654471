"""Empty workbooks to fill in: their headings are understood by the import without any mapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.text import Text, translate
from app.spreadsheet.placing import placed

Say = Callable[[Text], str]
Values = Sequence[str | int]

SIZES = ("XS", "S", "M", "L", "XL", "2XL", "3XL", "4XL", "5XL")
"""Those that are offered where nobody says which ones are used."""

_LAST_ROW = 20_000
_LONGEST_LIST = 255
"""Letters of a list that stands in the validation itself."""

_AS_TEXT = "@"
_HEAD = PatternFill("solid", fgColor="DCE6F2")


class Template(StrEnum):
    """What a template is for."""

    LONG = "long"  # a row a size
    WIDE = "wide"  # a column a size
    PRICES = "prices"
    COUNT = "count"


class _Fill(StrEnum):
    """What is typed in a column."""

    TEXT = "text"
    SIZE = "size"
    PIECES = "pieces"
    PRICE = "price"


_ARTICLE = (translate("Export", "Article"), 18, _Fill.TEXT)
_SIZE = (translate("Export", "Size"), 12, _Fill.SIZE)
_QUANTITY = (translate("Export", "Quantity"), 14, _Fill.PIECES)
_STOCK = (translate("Export", "Stock"), 14, _Fill.PIECES)
_PRICE = (translate("Export", "Price"), 14, _Fill.PRICE)

_OF_ARTICLE = translate(
    "Template", "The article is the one on the product’s card, with the zeros at its beginning: 00123."
)
_OF_COLUMNS = translate(
    "Template", "Columns may be moved, columns of your own added, and this sheet deleted."
)
_OF_ROW = translate("Template", "Each row is one size of one product.")
_OF_PIECES = translate("Template", "Quantities are whole pieces. An empty cell changes nothing.")
_OF_MEANING = translate(
    "Template", "Whether the pieces came, were sold or came back is chosen when the file is imported."
)


@dataclass(frozen=True, slots=True)
class _Plan:
    sheet: Text
    columns: Sequence[tuple[Text, int, _Fill]]
    lines: Sequence[Text]
    example: Sequence[Values]
    has_sizes: bool = False  # each a column, after the others


_PLANS = {
    Template.LONG: _Plan(
        translate("Template", "Quantities"),
        (_ARTICLE, _SIZE, _QUANTITY),
        (_OF_ROW, _OF_ARTICLE, _OF_PIECES, _OF_MEANING, _OF_COLUMNS),
        (("SS21CA2N", "S", 4), ("SS21CA2N", "M", 12), ("00123", "42-44", 1)),
    ),
    Template.WIDE: _Plan(
        translate("Template", "Sizes side by side"),
        (_ARTICLE,),
        (
            translate(
                "Template", "Each row is one product, each column one size: change their headings to yours."
            ),
            _OF_ARTICLE,
            _OF_PIECES,
            _OF_MEANING,
            _OF_COLUMNS,
        ),
        (("SS21CA2N", "", 4, 12), ("00123", 1, "", 3)),
        has_sizes=True,
    ),
    Template.PRICES: _Plan(
        translate("Template", "Prices"),
        (_ARTICLE, _PRICE),
        (
            translate(
                "Template", "Each row is one product with its new price; all its sizes cost the same."
            ),
            _OF_ARTICLE,
            translate("Template", "The price is a number without a currency."),
            translate("Template", "Products that are not in the sheet keep their price."),
            _OF_COLUMNS,
        ),
        (("SS21CA2N", 76000), ("00123", 12500)),
    ),
    Template.COUNT: _Plan(
        translate("Template", "Stock count"),
        (_ARTICLE, _SIZE, _STOCK),
        (
            _OF_ROW,
            _OF_ARTICLE,
            translate("Template", "Type how many pieces there are now; 0 where there are none left."),
            translate(
                "Template", "Polka works out what came and what was sold. Sizes without a figure stay."
            ),
            _OF_COLUMNS,
        ),
        (("SS21CA2N", "S", 4), ("SS21CA2N", "M", 0), ("00123", "42-44", 1)),
    ),
}


def write_template(path: Path, template: Template, sizes: Sequence[str] = SIZES, say: Say = str) -> None:
    """Write the empty workbook, and on a second sheet how it is filled in, with an example.

    `sizes` are those that are offered. Raises `StorageError`.
    """
    plan = _PLANS[template]
    heads = [(say(heading), width, fill) for heading, width, fill in plan.columns]
    if plan.has_sizes:
        heads += [(size, 8, _Fill.PIECES) for size in sizes]
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = say(plan.sheet)
    sheet.freeze_panes = "A2"
    for number, (heading, width, fill) in enumerate(heads, 1):
        _add_column(sheet, number, width, fill, sizes, say)
        _add_head(sheet, 1, number, heading)
    _explain(workbook.create_sheet(say(translate("Template", "How to fill in"))), plan, heads, say)
    with placed(path) as part:
        workbook.save(part)


def _add_column(
    sheet: Worksheet, number: int, width: int, fill: _Fill, sizes: Sequence[str], say: Say
) -> None:
    letters = get_column_letter(number)
    column: Any = sheet.column_dimensions[letters]
    column.width = width
    if fill in {_Fill.TEXT, _Fill.SIZE}:
        column.number_format = _AS_TEXT  # else Excel makes 123 of 00123, and a date of 42-44
    if rule := _rule(fill, sizes, say):
        rule.add(f"{letters}2:{letters}{_LAST_ROW}")
        sheet.add_data_validation(rule)


def _rule(fill: _Fill, sizes: Sequence[str], say: Say) -> DataValidation | None:
    if fill is _Fill.SIZE:
        return DataValidation("list", formula1=_listed(sizes), allow_blank=True, showErrorMessage=False)
    if fill is _Fill.TEXT:
        return None
    is_price = fill is _Fill.PRICE
    rule = DataValidation(
        "decimal" if is_price else "whole",
        operator="greaterThan" if is_price else "greaterThanOrEqual",
        formula1="0",
        allow_blank=True,
        showErrorMessage=True,
    )
    rule.errorTitle = say(
        translate("Template", "Not a price") if is_price else translate("Template", "Not pieces")
    )
    rule.error = say(
        translate("Template", "Type a number above 0, without a currency.")
        if is_price
        else translate("Template", "Type a whole number, 0 or more.")
    )
    return rule


def _listed(sizes: Sequence[str]) -> str:
    """Sizes as a list of choices; other ones may be typed too, so that what has no room is no loss."""
    text = ""
    for size in sizes:
        longer = f"{text},{size}" if text else size
        if "," not in size and '"' not in size and len(longer) <= _LONGEST_LIST - 2:
            text = longer
    return f'"{text}"'


def _add_head(sheet: Worksheet, row: int, column: int, heading: str) -> None:
    cell: Any = sheet.cell(row, column, heading)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    if row == 1:
        cell.number_format = _AS_TEXT


def _explain(sheet: Worksheet, plan: _Plan, heads: Sequence[tuple[str, int, _Fill]], say: Say) -> None:
    """Five lines, and the first rows as they may look."""
    widths = [max(width, 12) for _, width, _ in heads]
    for number, line in enumerate(plan.lines, 1):
        sheet.cell(number, 1, f"{number}. {say(line)}")
    below = len(plan.lines) + 2
    title: Any = sheet.cell(below, 1, say(translate("Template", "Example")))
    title.font = Font(bold=True)
    for number, (heading, _, _) in enumerate(heads, 1):
        _add_head(sheet, below + 1, number, heading)
        column: Any = sheet.column_dimensions[get_column_letter(number)]
        column.width = widths[number - 1]
    for row, values in enumerate(plan.example, below + 2):
        for number, value in enumerate(values, 1):
            cell: Any = sheet.cell(row, number, value if value != "" else None)
            if isinstance(value, str):
                cell.number_format = _AS_TEXT
            else:
                cell.alignment = Alignment(horizontal="right")
