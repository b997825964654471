"""The same workbook back: what happened stands beside each row, and everything else is as it was."""

import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.errors import SpreadsheetError, StorageError
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.layout import Layout
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.report import rewritten, writing
from app.spreadsheet.report.results import RowOutcome, RowResult
from app.spreadsheet.report.writing import Source, write_report
from tests.spreadsheet.russian import in_russian

DATA = Path(__file__).parents[1] / "data"
MOMENT = datetime(2026, 11, 26, 9, 15, 7, tzinfo=UTC)
SENT = RowResult(RowOutcome.DELIVERED, "Доставлено", delivered_at=MOMENT)
SAME = RowResult(RowOutcome.UNCHANGED, "Без изменений")
WAITS = RowResult(RowOutcome.WAITING, "В очереди")
FAILED = RowResult(RowOutcome.FAILED, "Не отправлено", "=Размера 4XL нет.")
HEADINGS = ("Статус", "Причина", "Доставлено")


def layout_of(path: Path, sheet: int = 0) -> Layout:
    found = open_book(path).sheets[sheet]
    return guess_layout(found.head(ROWS_TO_GUESS), found.merged)


def report(
    path: Path, target: Path, results: dict[int, RowResult], sheet: int = 0, **options: Any
) -> list[str]:
    source = Source(path, layout_of(path, sheet), sheet)
    return [str(note) for note in write_report(source, target, results, say=in_russian, **options)]


def cells(path: Path, sheet: int = 0) -> list[list[Any]]:
    return [list(row) for row in open_book(path).sheets[sheet].rows()]


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def files_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir() if found.is_file())


def made(path: Path, build: Callable[[Worksheet], object]) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    build(sheet)
    workbook.save(path)
    return path


def delivery_note(sheet: Worksheet) -> None:
    """As a supplier makes it: a title, colours, a filter, a chart, formatted cells beside the table."""
    sheet.title = "Приход «Зима» & 'др.'"
    sheet.append(["Накладная № 118"])
    sheet.merge_cells("A1:C1")
    sheet.append([])
    sheet.append(["Артикул", "Размер", "Кол-во"])
    for row in (["SS21", "S", 1], ["SS21", "4XL", 2], ["00123", "M", 3], ["SS22", "L", 4]):
        sheet.append(row)
    for cell in sheet[3]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="305496")
    for column in "DEFGH":
        sheet[f"{column}5"].border = Border(bottom=Side("thin"))
    sheet["H6"].fill = PatternFill("solid", fgColor="00FF00")
    sheet.auto_filter.ref = "A3:C7"
    sheet.freeze_panes = "A4"
    sheet.column_dimensions["A"].width = 21
    sheet.conditional_formatting.add("C4:C7", CellIsRule("greaterThan", ["2"], font=Font(color="FF0000")))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=3, max_row=7))
    sheet.add_chart(chart, "L2")


RESULTS = {4: SENT, 5: FAILED, 6: SAME, 7: WAITS}


def test_each_row_says_what_became_of_it(tmp_path: Path) -> None:
    path, target = made(tmp_path / "in.xlsx", delivery_note), tmp_path / "out.xlsx"
    assert report(path, target, RESULTS) == []
    local = MOMENT.astimezone().replace(tzinfo=None)
    assert [row[:6] for row in cells(target)] == [
        ["Накладная № 118", "", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["Артикул", "Размер", "Кол-во", *HEADINGS],
        ["SS21", "S", 1, "Доставлено", "", local],
        ["SS21", "4XL", 2, "Не отправлено", "=Размера 4XL нет.", ""],
        ["00123", "M", 3, "Без изменений", "", ""],
        ["SS22", "L", 4, "В очереди", "", ""],
    ]


def test_the_look_of_the_workbook_stays(tmp_path: Path) -> None:
    path, target = made(tmp_path / "in.xlsx", delivery_note), tmp_path / "out.xlsx"
    report(path, target, RESULTS)
    before, after = entries(path), entries(target)
    touched = {name for name in before if before[name] != after[name]}
    assert touched == {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"}
    assert before.keys() == after.keys()
    assert after["xl/workbook.xml"].count(b"<definedNames") == 1
    old, new = (openpyxl.load_workbook(file).worksheets[0] for file in (path, target))
    for row in old.iter_rows():
        for cell in row[:3]:
            assert new[cell.coordinate].value == cell.value
            assert new[cell.coordinate].fill.fgColor.rgb == cell.fill.fgColor.rgb
            assert new[cell.coordinate].font.b == cell.font.b
    assert new["H6"].fill.fgColor.rgb == "0000FF00"
    assert new.freeze_panes == "A4"
    assert new.column_dimensions["A"].width == 21
    assert [str(rule.sqref) for rule in new.conditional_formatting] == ["C4:C7"]


def test_our_columns_look_as_if_they_belonged_there(tmp_path: Path) -> None:
    path, target = made(tmp_path / "in.xlsx", delivery_note), tmp_path / "out.xlsx"
    report(path, target, RESULTS)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert sheet["D3"].style_id == sheet["C3"].style_id
    assert sheet.auto_filter.ref == "A3:F7"
    assert sheet.dimensions == "A1:H7"
    assert [sheet.column_dimensions[letter].width for letter in "DEF"] == [20, 56, 17]
    colours = [sheet[f"D{row}"].fill.fgColor.rgb for row in range(4, 8)]
    assert colours == ["FFC6EFCE", "FFFFC7CE", "00000000", "FFFFEB9C"]
    assert sheet["F4"].number_format == "m/d/yy h:mm"
    assert (sheet["E5"].data_type, sheet["E5"].value) == ("s", "=Размера 4XL нет.")


def test_a_heading_without_a_look_is_bold(tmp_path: Path) -> None:
    path = made(
        tmp_path / "in.xlsx", lambda sheet: [sheet.append(row) for row in (["Артикул", "Цена"], ["A", 5])]
    )
    report(path, tmp_path / "out.xlsx", {2: SENT})
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]["C1"].font.b


def test_columns_that_were_hidden_or_wide_as_one_are_parted(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        sheet.append(["Артикул", "Цена"])
        sheet.append(["A", 5])
        rest: Any = sheet.column_dimensions["B"]
        rest.min, rest.max, rest.width, rest.hidden = 2, 9, 3, True

    path, target = made(tmp_path / "in.xlsx", build), tmp_path / "out.xlsx"
    report(path, target, {2: SENT})
    columns = openpyxl.load_workbook(target).worksheets[0].column_dimensions
    found = [(one.min, one.max, one.width, one.hidden) for one in columns.values()]
    assert found == [
        (2, 2, 3, True), (3, 3, 20, False), (4, 4, 56, False), (5, 5, 17, False), (6, 9, 3, True),
    ]  # fmt: skip


def test_a_far_value_in_a_later_row_is_not_overwritten(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        sheet.append(["Артикул", "Цена"])
        sheet.append(["A", 5])
        sheet.append(["B", 6, None, None, "не трогать"])

    path, target = made(tmp_path / "in.xlsx", build), tmp_path / "out.xlsx"
    report(path, target, {2: SENT, 3: FAILED})
    assert cells(target)[2] == ["B", 6, "", "", "не трогать", "Не отправлено", "=Размера 4XL нет.", ""]


def test_only_the_sheet_that_was_imported_is_touched(tmp_path: Path) -> None:
    path, target = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    workbook = openpyxl.Workbook()
    for name in ("Другой", "Приход"):
        sheet = workbook.create_sheet(name)
        sheet.append(["Артикул", "Цена"])
        sheet.append([name, 5])
    workbook.save(path)
    report(path, target, {2: SENT}, sheet=2)
    assert cells(target, 1) == cells(path, 1)
    assert cells(target, 2)[1][:3] == ["Приход", 5, "Доставлено"]


def test_the_failed_rows_alone_have_the_header_above(tmp_path: Path) -> None:
    path, target = made(tmp_path / "in.xlsx", delivery_note), tmp_path / "out.xlsx"
    assert report(path, target, RESULTS, only_failed=True) == []
    assert cells(target) == [
        ["Артикул", "Размер", "Кол-во", *HEADINGS],
        ["SS21", "4XL", 2, "Не отправлено", "=Размера 4XL нет.", ""],
    ]


def test_a_failed_row_keeps_the_article_that_stands_above_it(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        for row in (
            ["Артикул", "Размер", "Кол-во"],
            ["A", "S", 1],
            ["", "M", 2],
            ["", "L", 3],
            ["B", "S", 4],
        ):
            sheet.append([cell or None for cell in row])

    path, target = made(tmp_path / "in.xlsx", build), tmp_path / "out.xlsx"
    report(path, target, {2: SENT, 3: SENT, 4: FAILED, 5: FAILED}, only_failed=True)
    assert [row[:3] for row in cells(target)[1:]] == [["A", "L", 3], ["B", "S", 4]]


def test_a_failed_size_keeps_the_product_that_it_stands_below(tmp_path: Path) -> None:
    def build(sheet: Worksheet) -> None:
        sheet.append(["Номенклатура", "Количество"])
        for product in ("SS21CA2N", "SS22CB3N", "SS23"):
            for row in ([product], ["S", 1], ["M", 2]):
                sheet.append(row)

    path, target = made(tmp_path / "in.xlsx", build), tmp_path / "out.xlsx"
    report(path, target, {3: SENT, 4: SENT, 6: SENT, 7: FAILED, 9: FAILED, 10: FAILED}, only_failed=True)
    assert [row[0] for row in cells(target)[1:]] == ["SS22CB3N", "M", "SS23", "S", "M"]


@pytest.mark.parametrize(
    "name", ["semicolons-cp1251.csv", "libreoffice.xls", "libreoffice.ods", "1c-biff5.xls"]
)
def test_other_files_come_back_as_a_workbook_with_the_same_rows(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    report(DATA / name, target, {2: SENT, 3: FAILED})
    old, new = cells(DATA / name), cells(target)
    assert [[str(cell) for cell in row[:2]] for row in new] == [
        [str(cell) for cell in row[:2]] for row in old
    ]
    assert new[0][3:] == list(HEADINGS)
    assert new[2][3:5] == ["Не отправлено", "=Размера 4XL нет."]
    kinds = {type(row[2]) for row in new[1:]}
    assert kinds == {float}


def test_a_new_workbook_has_a_frozen_header_with_a_filter_and_readable_widths(tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    report(DATA / "semicolons-cp1251.csv", target, {2: SENT, 3: FAILED})
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F3")
    assert sheet["A1"].font.b
    assert [sheet.column_dimensions[letter].width for letter in "DEF"] == [20, 56, 17]
    assert [sheet[f"D{row}"].fill.fgColor.rgb for row in (2, 3)] == ["FFC6EFCE", "FFFFC7CE"]
    assert (sheet["E3"].data_type, sheet["F2"].number_format) == ("s", "m/d/yy h:mm")


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewritten, "MOST_ROWS", 2)
    with pytest.raises(StorageError, match="more rows than an Excel sheet"):
        report(DATA / "semicolons-cp1251.csv", tmp_path / "out.xlsx", {2: SENT, 3: FAILED})
    assert files_in(tmp_path) == []


def test_zeros_before_an_article_and_long_codes_of_a_text_file_stay(tmp_path: Path) -> None:
    path, target = tmp_path / "in.csv", tmp_path / "out.xlsx"
    path.write_text("Артикул;Штрихкод;Цена;Кол-во\n00123;4600123456789;12,50;>12\n=1+1;+7;1 234,567;003\n")
    report(path, target, {2: SENT, 3: FAILED})
    assert [row[:4] for row in cells(target)[1:]] == [
        ["00123", "4600123456789", 12.5, ">12"],
        ["=1+1", "+7", "1 234,567", "003"],
    ]


def test_dates_stay_dates(tmp_path: Path) -> None:
    path, target = DATA / "kinds-of-cells.xls", tmp_path / "out.xlsx"
    report(path, target, {3: SENT})
    assert [row[:11] for row in cells(target)] == [list(row[:11]) for row in cells(path)]


def test_macros_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    path, target = tmp_path / "in.xlsm", tmp_path / "out.xlsx"
    made(tmp_path / "plain.xlsx", delivery_note)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries(tmp_path / "plain.xlsx").items():
            text = content
            if name == "[Content_Types].xml":
                kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
                text = text.replace(kind, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
                kind = b"application/vnd.ms-office.vbaProject"
                part = b'<Override PartName="/xl/vbaProject.bin" ContentType="%b"/>' % kind
                text = text.replace(b"</Types>", part + b"</Types>")
            if name == "xl/_rels/workbook.xml.rels":
                kind = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
                link = b'<Relationship Id="rId99" Type="%b" Target="vbaProject.bin"/>' % kind
                text = text.replace(b"</Relationships>", link + b"</Relationships>")
            archive.writestr(name, text)
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert report(path, target, RESULTS) == [str(writing.WITHOUT_MACROS)]
    whole = entries(target)
    assert "xl/vbaProject.bin" not in whole
    assert not any(b"vba" in whole[name] for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"))
    assert b"macroEnabled" not in whole["[Content_Types].xml"]
    workbook = openpyxl.load_workbook(target, keep_vba=True)
    assert workbook.worksheets[0]["D4"].value == "Доставлено"
    workbook.vba_archive.close()  # the library leaves it open


@pytest.mark.parametrize("name", ["prefixed.xlsx", "without-references.xlsx", "hidden-and-merged.xlsx"])
def test_xml_as_other_programs_write_it_comes_back_too(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    last = len(cells(DATA / name))
    report(DATA / name, target, {last: FAILED})
    old, new = cells(DATA / name)[last - 1], cells(target)[last - 1]
    assert new[: len(old)] == old
    assert FAILED.status in new
    assert FAILED.reason in new


def test_a_prefix_before_all_tags_is_used_for_ours(tmp_path: Path) -> None:
    """Some .NET programs write `x:row`; here with the styles that the look needs."""
    path, target = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    made(tmp_path / "plain.xlsx", delivery_note)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries(tmp_path / "plain.xlsx").items():
            is_prefixed = name in {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"}
            archive.writestr(name, _prefixed(content) if is_prefixed else content)
    report(path, target, RESULTS)
    assert b'<x:c r="D4"' in entries(target)["xl/worksheets/sheet1.xml"]
    assert openpyxl.load_workbook(target).worksheets[0]["D5"].value == "Не отправлено"
    assert cells(target)[4][3] == "Не отправлено"


def _prefixed(content: bytes) -> bytes:
    text = re.sub(rb"<(/?)(?=[a-zA-Z])(?!\w+:)", rb"<\1x:", content)
    return text.replace(b"xmlns=", b"xmlns:x=", 1)


def test_a_report_over_the_original_replaces_it(tmp_path: Path) -> None:
    path = made(tmp_path / "in.xlsx", delivery_note)
    report(path, path, RESULTS)
    assert cells(path)[3][3] == "Доставлено"
    assert files_in(tmp_path) == ["in.xlsx"]


class StopError(Exception):
    """Somebody does not want it any more."""


@pytest.mark.parametrize("is_only_failed", [False, True])
def test_stopped_work_leaves_no_file(is_only_failed: bool, tmp_path: Path) -> None:
    path = made(tmp_path / "in.xlsx", lambda sheet: [sheet.append(["SS21", "S", 1]) for _ in range(2000)])
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done and done >= total // 2:
            raise StopError

    results = dict.fromkeys(range(1, 2001), FAILED)
    with pytest.raises(StopError):
        report(path, tmp_path / "out.xlsx", results, only_failed=is_only_failed, advance=stop)
    assert files_in(tmp_path) == ["in.xlsx"]


def test_progress_only_grows(tmp_path: Path) -> None:
    path = made(tmp_path / "in.xlsx", delivery_note)
    told: list[tuple[int, int]] = []
    report(path, tmp_path / "out.xlsx", RESULTS, advance=lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told if total]
    assert shares[-1] > 0.8
    assert max(shares) <= 1


def test_a_place_that_cannot_be_written_and_an_original_that_is_gone_are_said(tmp_path: Path) -> None:
    path = made(tmp_path / "in.xlsx", delivery_note)
    with pytest.raises(StorageError, match="could not be written"):
        report(path, tmp_path / "none" / "out.xlsx", RESULTS)
    layout = layout_of(path)
    path.unlink()
    with pytest.raises(SpreadsheetError):
        write_report(Source(path, layout), tmp_path / "out.xlsx", RESULTS)
