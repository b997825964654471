"""Cells that look like something else than their values: struck out, raised, in thousands; comments."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from app.spreadsheet.checks import check
from app.spreadsheet.columns import guess_layout
from app.spreadsheet.flaws import Flaw, Level
from app.spreadsheet.known import Known
from app.spreadsheet.lines import Checked, LeftOut
from app.spreadsheet.meaning import Choices, Meaning
from app.spreadsheet.number_formats import is_odd, shown_otherwise
from app.spreadsheet.reading.opening import open_book
from tests.data.making.packages import links, text_cell, worksheet, xlsx
from tests.spreadsheet.checking import article_in

DATA = Path(__file__).parent.parent / "data"


def found_in(path: Path, choices: Choices | None = None, meaning: Meaning = Meaning.RECEIPTS) -> Checked:
    """The check of a file."""
    sheet = open_book(path).sheets[0]
    return check(sheet, guess_layout(sheet.head(50), sheet.merged), meaning, choices)


def pieces_of(found: Checked) -> list[tuple[str, str, int | None]]:
    """Article, size and pieces of each line."""
    return [(line.article, line.size, line.pieces) for line in found.lines]


def test_rows_whose_article_or_number_is_struck_out_are_left_out_for_a_person_to_say() -> None:
    found = found_in(DATA / "struck.xlsx")
    assert pieces_of(found) == [("A-1", "S", 1), ("A-5", "S", 5), ("A-6", "S", 6)]
    assert list(found.left_out[LeftOut.STRUCK]) == [3, 4, 5]
    assert found.set_aside(LeftOut.STRUCK) == 3
    assert not found.problems


def test_struck_rows_are_rows_like_others_once_a_person_says_so() -> None:
    found = found_in(DATA / "struck.xlsx", Choices(include_struck=True))
    assert [line.pieces for line in found.lines] == [1, 2, 3, 4, 5, 6]
    assert LeftOut.STRUCK not in found.left_out


def test_a_cell_that_a_person_typed_into_is_struck_out_no_more() -> None:
    found = found_in(DATA / "struck.xlsx", Choices(edits={(4, 3): "7"}))
    assert ("A-3", "S", 7) in pieces_of(found)


def test_one_struck_size_of_several_side_by_side_is_left_out_alone() -> None:
    found = found_in(DATA / "struck-wide.xlsx")
    assert pieces_of(found) == [
        *(("A-1", "S", 1), ("A-1", "L", 3)),
        *(("A-2", "S", 4), ("A-2", "M", 5), ("A-2", "L", 6)),
    ]
    (told,) = found.problems
    assert (told.row, told.column, told.level, told.flaw) == (2, 3, Level.NOTE, Flaw.STRUCK_OUT)
    assert found.set_aside(LeftOut.STRUCK) == 1


def test_digits_that_are_struck_out_or_raised_in_part_are_asked_about() -> None:
    found = found_in(DATA / "struck-in-part.xlsx")
    assert [(one.row, one.level, one.flaw, one.proposed) for one in found.problems] == [
        (2, Level.ERROR, Flaw.STRUCK_IN_PART, "3"),
        (3, Level.ERROR, Flaw.RAISED, "5"),
        (4, Level.ERROR, Flaw.STRUCK_IN_PART, "7"),
    ]
    assert str(found.problems[0].text) == "In the file “5” is struck out: 3 is left. Is it 3?"
    assert pieces_of(found) == [("A-5", "S", 12), ("A-6", "S", 6)]


def test_what_is_left_of_struck_numbers_can_be_taken_for_all_at_once() -> None:
    fixes = frozenset({Flaw.STRUCK_IN_PART, Flaw.RAISED})
    assert [line.pieces for line in found_in(DATA / "struck-in-part.xlsx", Choices(fixes=fixes)).lines] == [
        *(3, 5, 7, 12, 6)
    ]


def test_numbers_that_are_shown_as_others_are_warned_of_and_zeros_of_the_format_belong_to_articles() -> (
    None
):
    found = found_in(DATA / "shown-otherwise.xlsx")
    assert pieces_of(found) == [
        *(("00101", "S", 12), ("00102", "S", 15000), ("00103", "S", 2)),
        *(("00104", "S", 4), ("00105", "S", 5), ("00106", "S", 6)),
    ]
    assert [(one.row, one.column, one.level, one.flaw) for one in found.problems] == [
        (row, 3, Level.WARNING, Flaw.SHOWN_OTHERWISE) for row in (2, 3, 4)
    ]
    shown = ("12 тыс.", "15", "200%")
    assert all(f"“{one}”" in str(told.text) for one, told in zip(shown, found.problems, strict=True))


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("0,", 12000, "12"),
        ("#,##0,", 1234567, "1 235"),
        ("0.0,,", 1500000, "1.5"),
        ("0.0,,", -1500000, "-1.5"),
        ("0%", 0.5, "50%"),
        ('0" тыс."', 12, "12 тыс."),
        ('[>=1000]#,##0," тыс.";0', 5000, "5 тыс."),
        ('[>=1000]#,##0," тыс.";0', 500, None),
        ('0;0" кор."', -2, "-2 кор."),
        ('#,##0.00" ₸"', 12, None),
        ('0" шт."', 12, None),
        ('#,##0"%"', 12, None),
        ("dd.mm.yyyy", 45000, None),
        ("#,##0.00_р_.;[Red]-#,##0.00_р_.", 12, None),
        ("General", 12, None),
        ('"-"0', 5, "-5"),
        ("[Red]-0", 5, "-5"),
        ('"минус "0', 5, "минус 5"),
        ("(0)", 5, "(5)"),
        ("0;(0)", 5, None),
        ('0"0"', 5, "50"),
        ('"20"', 5, "20"),
        ('0" дюж."', 5, "5 дюж."),
        ('0"х12"', 5, "5х12"),
        ('0" из 10"', 5, "5 из 10"),
        ('"до "0', 5, "до 5"),
        ('0"+"', 5, "5+"),
        (";;;", 5, ""),
        ('[>10]"много";0', 12, "много"),
        ('[>10]"много";0', 5, None),
        ("0_);(0)", 5, None),
        ('_-* #,##0.00\\ "₸"_-;-* #,##0.00\\ "₸"_-', 5, None),
        ('0" пар"', 5, None),
        ("@", 12, None),
    ],
)
def test_formats_show_what_excel_shows(code: str, number: float, shown: str | None) -> None:
    assert shown_otherwise(code, number, is_price=False) == shown
    assert shown is None or is_odd(code)


def test_another_currency_in_the_format_matters_to_prices_only() -> None:
    code = "[$$-409]#,##0.00"
    assert is_odd(code)
    assert shown_otherwise(code, 1200, is_price=True) == "$1 200.00"
    assert shown_otherwise(code, 1200, is_price=False) is None


def test_comments_on_what_is_read_are_notes_of_their_rows() -> None:
    found = found_in(DATA / "comments.xlsx")
    assert [(one.row, one.column, one.level, one.flaw) for one in found.problems] == [
        (2, 3, Level.NOTE, Flaw.OTHERWISE),
        (3, 1, Level.NOTE, Flaw.OTHERWISE),
        (4, 3, Level.NOTE, Flaw.REMARK),
    ]
    assert str(found.problems[2].text) == "A comment in the file: “пересчитано дважды”."
    assert "Склад: брак, вернуть" in str(found.problems[0].text)
    assert [line.pieces for line in found.lines] == [1, 2, 3]


def test_comments_on_headings_and_sizes_are_notes_and_those_beside_are_not(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Артикул", "Размер", "Кол-во", "Цвет"], ["A-1", "M", 5, "белый"]):
        sheet.append(row)
    for cell, text in (("C1", "в упаковках по 10"), ("B2", "L"), ("D2", "почти")):
        sheet[cell].comment = Comment(text, "Склад")
    book.save(tmp_path / "a.xlsx")
    found = found_in(tmp_path / "a.xlsx")
    assert [(one.row, one.column, one.level) for one in found.problems] == [
        (1, 3, Level.NOTE),
        (2, 2, Level.NOTE),
    ]
    assert "в упаковках по 10" in str(found.problems[0].text)


def test_a_struck_heading_of_a_column_that_is_read_is_warned_of(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Артикул", "S", "M", "L"], ["A-1", 1, 2, 3]):
        sheet.append(row)
    sheet["D1"].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    (told,) = found_in(tmp_path / "a.xlsx").problems
    assert (told.row, told.column, told.level, told.flaw) == (1, 4, Level.WARNING, Flaw.STRUCK_HEADING)
    assert not found_in(tmp_path / "a.xlsx", Choices(include_struck=True)).problems


def test_zeros_of_a_format_hide_no_article_that_is_known_without_them() -> None:
    found = article_in("001024", Known({"1024": ["M"]}))
    assert found.lines[0].article == "1024"
    assert [(one.level, one.flaw) for one in found.problems] == [(Level.WARNING, Flaw.LOST_ZEROS)]


@pytest.mark.parametrize(
    "parts",
    [
        {"xl__styles.xml": b"<styleSheet><fonts>" + b"<font><strike" * 200_000},
        {"xl__styles.xml": b"<styleSheet><numFmts>" + b'<numFmt formatCode="' * 100_000},
        {"xl__sharedStrings.xml": b"<sst>" + b"<si><r><strike/>" * 200_000},
        {"xl__sharedStrings.xml": b"<sst><si>" + b"<r><rPr><strike/></rPr><t>5" * 100_000 + b"</si></sst>"},
        {"xl__worksheets__sheet1.xml": worksheet("<row>" + '<c r="A1"><is><r><strike/>' * 100_000)},
    ],
)
def test_wild_looks_take_no_time(tmp_path: Path, parts: dict[str, str | bytes]) -> None:
    path = tmp_path / "wild.xlsx"
    sheet = worksheet(f'<row r="1">{text_cell("A1", "Артикул")}</row>')
    linked = links(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    )
    path.write_bytes(xlsx(sheet, **{"xl___rels__workbook.xml.rels": linked, **parts}))
    book = open_book(path)
    assert not book.sheets[0].looks.struck
