"""Workbooks whose cells look like something else than their values."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

HEADINGS = ("Артикул", "Размер", "Кол-во")


def write(folder: Path) -> None:
    """Every one."""
    _struck(folder / "struck.xlsx")
    _struck_wide(folder / "struck-wide.xlsx")
    _in_part(folder / "struck-in-part.xlsx")
    _shown_otherwise(folder / "shown-otherwise.xlsx")
    _comments(folder / "comments.xlsx")


def _struck(path: Path) -> None:
    """A whole row, a number alone, an article alone as rich text, and an empty cell."""
    with xlsxwriter.Workbook(path) as book:
        sheet, stroke, bold = book.add_worksheet(), *_formats(book)
        sheet.write_row("A1", HEADINGS)
        sheet.write_row("A2", ("A-1", "S", 1))
        sheet.write_row("A3", ("A-2", "S", 2), stroke)
        sheet.write_row("A4", ("A-3", "S"))
        sheet.write("C4", 3, stroke)
        sheet.write_rich_string("A5", stroke, "A-", stroke, "4")
        sheet.write_row("B5", ("S", 4))
        sheet.write_row("A6", ("A-5", "S", 5))
        sheet.write_blank("D6", None, stroke)
        sheet.write_row("A7", ("A-6", "S", 6), bold)


def _struck_wide(path: Path) -> None:
    """One of the sizes that stand side by side."""
    with xlsxwriter.Workbook(path) as book:
        sheet, stroke, _ = book.add_worksheet(), *_formats(book)
        sheet.write_row("A1", ("Артикул", "S", "M", "L"))
        sheet.write_row("A2", ("A-1", 1, 2, 3))
        sheet.write("C2", 2, stroke)
        sheet.write_row("A3", ("A-2", 4, 5, 6))


def _in_part(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet, stroke, bold = book.add_worksheet(), *_formats(book)
        above = book.add_format({"font_script": 1})
        sheet.write_row("A1", HEADINGS)
        for number in range(2, 7):
            sheet.write_row(number - 1, 0, (f"A-{number}", "S"))
        sheet.write_rich_string("C2", stroke, "5", bold, "3")
        sheet.write_rich_string("C3", bold, "5", above, "2")
        sheet.write_rich_string(
            "C4", bold, "7", stroke, "0", stroke
        )  # the cell is struck out, a part is not
        sheet.write_rich_string("C5", bold, "1", bold, "2")
        sheet.write("C6", 6)


def _shown_otherwise(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", HEADINGS)
        formats = ('0" тыс."', "#,##0,", "0%", '0" шт."', "#,##0.00", "General")
        for place, (code, pieces) in enumerate(zip(formats, (12, 15000, 2, 4, 5, 6), strict=True), 1):
            sheet.write(place, 0, 100 + place, book.add_format({"num_format": "00000"}))
            sheet.write(place, 1, "S")
            sheet.write(place, 2, pieces, book.add_format({"num_format": code}))


def _comments(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", HEADINGS)
        sheet.write_row("A2", ("A-1", "S", 1))
        sheet.write_row("A3", ("A-2", "S", 2))
        sheet.write_row("A4", ("A-3", "S", 3))
        sheet.write_comment("C2", "Склад:\nбрак, вернуть")
        sheet.write_comment("A3", "не приехало")
        sheet.write_comment("C4", "пересчитано дважды")


def _formats(book: xlsxwriter.Workbook) -> tuple[xlsxwriter.format.Format, xlsxwriter.format.Format]:
    return book.add_format({"font_strikeout": True}), book.add_format({"bold": True})
