"""Files that are made to take long or to fill the memory: each is read or refused at once."""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.errors import SpreadsheetError
from app.domain.size_names import normal_form, similar_size_name
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.excel_dates import sizes_of_date
from app.spreadsheet.headings import heading_kind, nearly_heading_kind
from app.spreadsheet.inner_sizes import part_likely
from app.spreadsheet.numbers import likely_number
from app.spreadsheet.reading.book import Limits
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.reading.patience import patiently
from app.spreadsheet.report.mark import read_mark
from app.spreadsheet.row_words import is_total
from app.spreadsheet.sheet import Area
from app.spreadsheet.size_words import is_letter_size, size_label
from tests.data.making import packages

DATA = Path(__file__).parents[1] / "data"
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)
MANY = 100_000


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """A person waits, and the window with them: Python lets nobody else in while it tries an expression."""
    started = time.process_time()
    yield
    assert time.process_time() - started < 5


def look(path: Path) -> int:
    """Read all that a sheet says; how many rows it has."""
    sheet = open_book(path).sheets[0]
    guess_layout(sheet.head(ROWS_TO_GUESS), sheet.merged)
    return sum(1 for _ in sheet.rows())


@pytest.mark.parametrize(
    "after",
    [
        '<x hidden="1"/>' + "<row " * MANY,
        '<x hidden="1"/><row ' + ' r="1" hidden="1"' * MANY,
        "<f" + '<c r="A1"' * MANY,
        '<c r="A1"><f>1</f>' + " " * MANY * 9,
        '<x t="e"/><c r="A1"' + ' t="e"' * MANY,
        '<x t="e"/>' + '<c r="A1" t="e">' * MANY,
        "<mergeCell " * MANY,
        "<mergeCell " + ' ref="A1:B1' * MANY,
        "<c" + "P" * MANY * 9 + ">",
        "<c " + "<c 'x' " * MANY,
        '<c "' * MANY,
    ],
)
def test_a_sheet_with_endless_tags(tmp_path: Path, after: str) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(packages.xlsx(packages.worksheet(ONE_CELL, after)))

    assert _rows_or_refusal(path) in {0, 1}


@pytest.mark.parametrize(
    "word", ["<table:table-cell ", "<table:table-row ", "<style:style ", '<style:style style:name="']
)
def test_an_open_document_with_endless_tags(tmp_path: Path, word: str) -> None:
    path = tmp_path / "f.ods"
    path.write_bytes(packages.packed({"mimetype": packages.ODS, "content.xml": word * MANY}))

    assert _rows_or_refusal(path) in {0, 1}


@pytest.mark.parametrize(
    "page",
    ["<table><tr><td " * 20_000, "<table" + " a" * MANY, "<table><td a='" * 20_000,
     "<table>" + "<!--" * MANY, "<table>" + "<!--x>" * MANY, "<table>" + "<" * MANY + ">",
     "<table>" + "</" * MANY, "<table>" + "&" * MANY, "<table>" + "<![" * MANY, "<table>" + "<![x>" * MANY,
     "<table><meta charset=" + " " * 60_000 + "!"],
)  # fmt: skip
def test_a_page_with_endless_tags(tmp_path: Path, page: str) -> None:
    path = tmp_path / "f.xls"
    path.write_text(page, encoding="utf-8")

    assert _rows_or_refusal(path) in {0, 1, 20_000}


def _rows_or_refusal(path: Path) -> int:
    try:
        return look(path)
    except SpreadsheetError:
        return 0


@pytest.mark.parametrize(
    "sign",
    [",", " ", "\t", "0", "1", "x", "р ", "-", "/", "(", "a ", ",1", "1.0", "цена ", "1 - ", "склад"],
)
@pytest.mark.parametrize(
    "function",
    [size_label, is_letter_size, normal_form, part_likely, heading_kind, nearly_heading_kind, likely_number,
     lambda text: similar_size_name(text, ["XL"]), lambda text: is_total([text]),
     lambda text: list(sizes_of_date(text)), lambda text: guess_layout([[text, text], ["A", 1]], ())],
)  # fmt: skip
def test_a_cell_of_twenty_thousand_signs(function: Callable[[str], object], sign: str) -> None:
    for text in (sign * (20_000 // len(sign)), "x" + sign * (20_000 // len(sign)) + "\x01"):
        function(text)


def test_merged_cells_that_reach_to_the_end_of_the_world(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    merged = f'<mergeCells><mergeCell ref="A1:B{"9" * 5000}"/><mergeCell ref="A1:ZZZZZ1"/></mergeCells>'
    path.write_bytes(packages.xlsx(packages.worksheet(ONE_CELL, merged)))

    assert look(path) == 1
    layout = guess_layout([["Article", "Pieces"], ["A", 1.0]], [Area(1, 1, 1, 4_000_000_000)])
    assert layout.header == (1,)


def test_a_name_in_a_workbook_that_has_none(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    workbook = (
        f'<workbook xmlns="{packages.MAIN}" xmlns:r="{packages.LINKS}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName>x</definedName>'
        "</definedNames></workbook>"
    )
    path.write_bytes(packages.xlsx(packages.worksheet(ONE_CELL), **{"xl/workbook.xml": workbook}))

    assert read_mark(path) is None


def test_a_page_with_a_control_sign_far_down(tmp_path: Path) -> None:
    path = tmp_path / "f.xls"
    path.write_bytes(b"<html><table>" + b"<tr><td>A</td><td>1</td></tr>" * 4000 + b"<tr><td>\x01</table>")

    assert look(path) == 4001


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "hex", "nonsense"])
def test_a_page_in_an_encoding_of_no_page(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "f.xls"
    path.write_text(f"<html><meta charset={charset}><table><tr><td>Артикул</table>", encoding="utf-8")

    assert open_book(path).sheets[0].head(1) == [["Артикул"]]


def test_all_tables_of_a_page_share_the_room(tmp_path: Path) -> None:
    path = tmp_path / "f.xls"
    path.write_text(
        "<html>" + ("<table>" + "<tr><td colspan=900>x" * 10 + "</table>") * 3, encoding="utf-8"
    )

    assert len(open_book(path, limits=Limits(cells=27_000)).sheets) == 3
    with pytest.raises(SpreadsheetError, match="more than 26"):
        open_book(path, limits=Limits(cells=26_000))


def test_all_sheets_of_an_xml_file_share_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "f.xls"
    path.write_text(
        XML + '<Worksheet><Row ss:Index="700000"/></Worksheet>' * 3 + "</Workbook>", encoding="utf-8"
    )

    with pytest.raises(
        SpreadsheetError, match="more than 2\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 rows"
    ):
        open_book(path)


@pytest.mark.parametrize(
    "cell",
    ['ss:Index="-1"', 'ss:Index="0"', f'ss:Index="{"9" * 5000}"', 'ss:Index="x"', 'ss:MergeDown="x"'],
)
def test_a_cell_at_no_place_is_damage(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "f.xls"
    row = f'<Row><Cell {cell}><Data ss:Type="Number">1</Data></Cell></Row>'
    path.write_text(f"{XML}<Worksheet>{row}</Worksheet></Workbook>", encoding="utf-8")

    with pytest.raises(SpreadsheetError, match="is damaged or incomplete"):
        open_book(path)


def test_a_large_old_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.xls"
    with path.open("wb") as file:
        file.write(struct.pack("<4H", 0x809, 8, 0x500, 0x05) + bytes(8))
        file.truncate(Limits().old + 1)

    with pytest.raises(SpreadsheetError, match="larger than 32 MB"):
        open_book(path)


def test_the_program_does_not_wait_for_work_that_was_given_up() -> None:
    is_over = threading.Event()

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        patiently(is_over.wait, stop)
    left = [thread for thread in threading.enumerate() if thread.name == "reading a workbook"]
    assert left
    assert all(thread.daemon for thread in left)
    is_over.set()
    for thread in left:
        thread.join()


def test_a_far_cell_of_an_old_workbook_does_not_fill_the_rows_above_it(tmp_path: Path) -> None:
    path = tmp_path / "f.xls"
    data = (DATA / "1c-biff5-bare-book.xls").read_bytes()
    label = bytes.fromhex("04020e00")
    near, far = label + struct.pack("<HH", 0, 2), label + struct.pack("<HH", 16_383, 200)
    assert near in data
    path.write_bytes(data.replace(near, far, 1))

    rows = list(open_book(path).sheets[0].rows())

    assert len(rows) == 16_384
    assert sum(map(len, rows)) < 300
