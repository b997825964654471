"""Files that are not read: each ends with a sentence, at once, and never with a crash."""

from __future__ import annotations

import os
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.errors import PolkaError, SpreadsheetError
from app.domain.text import translate
from app.services.importing import content_of
from app.spreadsheet.reading.book import Limits
from app.spreadsheet.reading.opening import open_book
from app.spreadsheet.reading.pasting import pasted
from tests.data.making import packages

DATA = Path(__file__).parents[1] / "data"

SENTENCES = {
    "empty.xlsx": "is empty",
    "truncated.xlsx": "is damaged or incomplete",
    "truncated.xls": "is damaged or incomplete",
    "password.xlsx": "protected by a password",
    "password-biff5.xls": "protected by a password",
    "password-biff8.xls": "protected by a password",
    "far-cell.xlsx": "takes more than 17",
    "far-cell-beside.xlsx": "takes more than 17",
    "repeated.ods": "takes more than 17",
    "claims-strings.xlsx": "is damaged or incomplete",
    "claims-size.xls": "is damaged or incomplete",
    "claims-tables.xls": "is damaged or incomplete",
    "far-column.xls": "is damaged or incomplete",
    "sixteen-thousand-columns.xlsx": "more than 1\N{NO-BREAK SPACE}000 columns",
    "entities.xlsx": "holds what no table needs",
    "entities-in-strings.xlsx": "holds what no table needs",
    "entities-in-xml.xls": "holds what no table needs",
    "two-encodings.csv": "not in the encoding UTF-8 throughout",
    "open-quote.csv": "opens at line 3 is not closed",
    "pdf.xls": "not a table but a PDF document",
    "photo.xls": "not a table but a picture",
    "database.xls": "not a table but a database",
    "word.xls": "not a table but a text document",
    "letter.xlsx": "not a table but a text document",
    "archive.xlsx": "not a table but an archive",
    "web-archive.xls": "not a table but a web archive",
    "settings.xls": "is not a table.",
    "noise.csv": "is not a table.",
    "web-page-without-table.xls": "There is no table",
}


def read(path: Path, **options: object) -> int:
    """How many rows the first sheet has."""
    return sum(1 for _ in open_book(path, **options).sheets[0].rows())


def preview(path: Path) -> int:
    return len(open_book(path).sheets[0].head(50))


@pytest.mark.parametrize("name", SENTENCES)
def test_each_bad_file_is_explained(name: str) -> None:
    started = time.monotonic()

    with pytest.raises(SpreadsheetError) as caught:
        read(DATA / name)

    assert SENTENCES[name] in str(caught.value.title)
    assert str(caught.value.advice)
    assert time.monotonic() - started < 5, "a person waits"


@pytest.mark.parametrize("name", ["far-cell.xlsx", "far-cell-beside.xlsx", "sixteen-thousand-columns.xlsx"])
def test_a_look_at_the_beginning_is_as_careful(name: str) -> None:
    with pytest.raises(SpreadsheetError, match=SENTENCES[name]):
        preview(DATA / name)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="xfd1048576">',
        '<c r="A1" r="XFD1048576">',
        '<c r="A1" t=">" r="XFD1048576">',
        '<c r="A1" r = "XFD1048576">',
        "<c r='XFD1048576'>",
        '<c\nr="XFD1048576">',
        '<c r="ZZZZ5">',
        '<c r="A99999999">',
        f'<x:c xmlns:x="{packages.MAIN}" r="XFD1048576">',
    ],
)
def test_a_place_far_away_is_found_however_it_is_written(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "far.xlsx"
    end = "</x:c>" if cell.startswith("<x") else "</c>"
    path.write_bytes(packages.xlsx(packages.worksheet(f'<row r="1"><c r="A1"/>{cell}<v>1</v>{end}</row>')))

    for look in (read, preview):
        with pytest.raises(SpreadsheetError, match="more than"):
            look(path)


def test_a_folder_and_a_device_are_no_files(tmp_path: Path) -> None:
    for path, words in ((tmp_path, "is a folder"), (Path(os.devnull), "is not a file")):
        with pytest.raises(SpreadsheetError, match=words):
            open_book(path)


def test_a_file_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(SpreadsheetError, match="is not there"):
        open_book(tmp_path / "stock.xlsx")


@pytest.mark.skipif(os.name == "nt", reason="everything may be read here")
def test_a_file_that_may_not_be_read_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "stock.csv"
    path.write_text("a;1\n", encoding="utf-8")
    path.chmod(0)

    for look in (open_book, content_of):
        with (
            without_rights(),
            pytest.raises(SpreadsheetError, match=r"no right to read the file stock\.csv"),
        ):
            look(path)


def test_what_is_kept_of_a_file_says_the_same_of_one_that_is_gone_and_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SpreadsheetError, match=r"The file stock\.xlsx is not there"):
        content_of(tmp_path / "stock.xlsx")
    with pytest.raises(SpreadsheetError, match="is a folder"):
        content_of(tmp_path)


@contextmanager
def without_rights() -> Iterator[None]:
    """As a person who does not rule the machine."""
    ruler = os.geteuid()
    if ruler == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(ruler)


def _grow(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("b;2\n")


@pytest.mark.parametrize(
    ("meddle", "words"), [(_grow, "was changed while it was read"), (Path.unlink, "is not there")]
)
@pytest.mark.parametrize("is_begun", [True, False])
def test_a_text_that_changes_or_vanishes_is_noticed(
    tmp_path: Path, meddle: Callable[[Path], None], words: str, *, is_begun: bool
) -> None:
    path = tmp_path / "stock.csv"
    path.write_text("a;1\n" * 5, encoding="utf-8")
    rows = open_book(path).sheets[0].rows()
    if is_begun:
        next(rows)

    meddle(path)

    with pytest.raises(SpreadsheetError, match=words):
        list(rows)


def test_a_workbook_that_changes_before_its_rows_are_read_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "stock.xlsx"
    path.write_bytes((DATA / "libreoffice.xlsx").read_bytes())
    sheet = open_book(path).sheets[0]

    path.write_bytes((DATA / "kinds-of-cells.xlsx").read_bytes())

    with pytest.raises(SpreadsheetError, match="was changed while it was read"):
        list(sheet.rows())


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    sheet = packages.worksheet('<row r="1"><c r="A1"><v>1</v></c></row>', " " * 300_000_000)
    path.write_bytes(packages.xlsx(sheet))

    with pytest.raises(SpreadsheetError, match="unpacks to far more"):
        read(path)


@pytest.mark.parametrize("entry", ["xl__worksheets__sheet1.xml", "xl__sharedStrings.xml"])
def test_a_bomb_that_lies_about_its_size_is_stopped_on_the_way(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "bomb.xlsx"
    content = packages.worksheet("<row/>" * 500_000)
    honest = packages.xlsx(packages.worksheet("<row/>"), **{entry: content})
    path.write_bytes(honest.replace(len(content).to_bytes(4, "little"), (100).to_bytes(4, "little")))

    with pytest.raises(SpreadsheetError):
        read(path, limits=Limits(unpacked=1_000_000))


def test_strings_that_cannot_be_unpacked_are_damage_and_no_trouble_with_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "stock.xlsx"
    with zipfile.ZipFile(DATA / "libreoffice.xlsx") as archive:
        place = archive.getinfo("xl/sharedStrings.xml").header_offset + 80
    data = bytearray((DATA / "libreoffice.xlsx").read_bytes())
    data[place : place + 40] = bytes(40)
    path.write_bytes(data)

    with pytest.raises(SpreadsheetError, match="is damaged or incomplete"):
        read(path)
    with pytest.raises(SpreadsheetError, match="is damaged or incomplete"):
        preview(path)


def test_thousands_of_packed_files_are_no_table(tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(200):
            archive.writestr(str(number), "")

    with pytest.raises(SpreadsheetError, match="unpacks to far more"):
        open_book(path, limits=Limits(entries=100))


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(rows=2), "more than 2 rows"),
        (Limits(columns=2), "more than 2 columns"),
    ],
)
@pytest.mark.parametrize(
    "name",
    ["libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods", "1c-biff5.xls", "binary.xlsb", "commas.csv",
     "web-page.xls", "excel-2003-xml.xls"],
)  # fmt: skip
def test_limits_hold_for_every_kind(name: str, limits: Limits, words: str) -> None:
    with pytest.raises(SpreadsheetError, match=words):
        read(DATA / name, limits=limits)


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods", "binary.xlsb"])
def test_cells_are_limited_where_all_are_held(name: str) -> None:
    with pytest.raises(SpreadsheetError, match="more than 8 cells"):
        read(DATA / name, limits=Limits(cells=8))


def test_a_clipboard_is_limited_and_may_not_be_empty() -> None:
    with pytest.raises(SpreadsheetError, match="There is no text in the clipboard"):
        pasted(" \n")
    with pytest.raises(SpreadsheetError, match="more than 2 rows in the clipboard"):
        pasted("a\nb\nc\n", Limits(rows=2))


def test_hundreds_of_thousands_of_formatted_rows_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "formatted.xlsx"
    filled = "".join(f'<row r="{row}">{packages.text_cell(f"A{row}", "Ж")}</row>' for row in range(1, 4))
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(4, 200_000))
    path.write_bytes(packages.xlsx(packages.worksheet(filled + empty)))
    started = time.monotonic()

    sheet = open_book(path).sheets[0]

    assert list(map(list, sheet.rows())) == [["Ж"]] * 3
    assert sheet.row_count == 3
    assert time.monotonic() - started < 3


class StoppedError(PolkaError):
    """As the service says it."""


def _stopper(after: float) -> Callable[[int, int], None]:
    until = time.monotonic() + after

    def advance(done: int, total: int) -> None:
        if time.monotonic() >= until:
            raise StoppedError(translate("Test", "Stopped."), translate("Test", "-"))

    return advance


@pytest.fixture(scope="module")
def large_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.xlsx"
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letter}{row}"><v>{row}</v></c>' for letter in "ABCDEF")
        + "</row>"
        for row in range(1, 150_001)
    )
    path.write_bytes(packages.xlsx(packages.worksheet(rows)))
    return path


@pytest.mark.parametrize("after", [0.0, 0.05, 0.25])
def test_a_stop_comes_through_within_a_blink(large_workbook: Path, after: float) -> None:
    sheet = open_book(large_workbook).sheets[0]
    sheet_until = _stopper(after)
    started = time.monotonic()

    with pytest.raises(StoppedError):
        read(large_workbook, advance=sheet_until)

    assert time.monotonic() - started < after + 0.5, "200 ms, and patience with a busy machine"
    assert len(sheet.head(5)) == 5
    for thread in threading.enumerate():
        if thread.name == "reading a workbook":
            thread.join()


def test_a_text_tells_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("a;1\n" * 100_000, encoding="utf-8")
    told: list[tuple[int, int]] = []

    sheet = open_book(path, advance=lambda done, total: told.append((done, total))).sheets[0]
    told.clear()

    assert sum(1 for _ in sheet.rows()) == 100_000
    assert {total for _, total in told} == {400_000}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert len(told) >= 100


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('A;B;C\nA-1;M;5\n";L;3\n-"-;XL;2\n', 3),
        ('A;B;C\nA-1;";7\nA-1;L;"\n', 2),
        ('A;B;C\nA-1;M;"\nA-1;L;"\n', 2),
    ],
)
def test_a_quotation_mark_alone_in_its_cell_takes_no_lines_in_silence(
    tmp_path: Path, text: str, line: int
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SpreadsheetError, match=f"opens at line {line} is not closed"):
        read(path)


def test_a_text_of_several_lines_in_quotation_marks_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('A;B;C\nA-1;"one; two\nthree";5\nA-1;"\nnext";6\n', encoding="utf-8")
    assert read(path) == 3
