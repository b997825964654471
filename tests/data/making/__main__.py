"""Writes the files of tests/data anew: `python -m tests.data.making`.

Needs LibreOffice (`soffice`) and, beside the project's own environment, XlsxWriter and msoffcrypto-tool.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter
from openpyxl.styles import Font

from tests.data.making import biff5, looks, ole, packages, records12, shapes

FOLDER = Path(__file__).parents[1]

ROWS: Sequence[Sequence[str | float]] = (
    ("Артикул", "Размер", "Кол-во"),
    ("Ж-001", "42-44", 5),
    ("Ёлка №2", "XL", 6.5),
)
TEXT_ROWS = [[str(value).replace(".", ",") for value in row] for row in ROWS]

XML_OF_2003 = """<?xml version="1.0" encoding="windows-1251"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Остатки"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Остатки</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">Ж-1 &amp; Ко</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="Number">6.5</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="DateTime">2024-10-12T00:00:00.000</Data></Cell></Row>
</Table></Worksheet></Workbook>""".encode("cp1251")


def main() -> None:
    """Every file, whichever program it takes."""
    for write in (old_excel, by_openpyxl, by_xlsxwriter, by_libreoffice, by_hand, texts, web, not_tables):
        write()
    shapes.write(FOLDER, convert)
    looks.write(FOLDER)


def save(name: str, data: bytes | str) -> None:
    """A file of tests/data."""
    (FOLDER / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def old_excel() -> None:
    book = biff5.book({"Остатки": ROWS, "Второй": [["а"]]})
    save("1c-biff5.xls", ole.container({"Book": book}))
    save("1c-biff5-bare-book.xls", book)
    save("1c-biff5-bare-sheet.xls", biff5.sheet(ROWS))
    locked = biff5.book({"Остатки": ROWS}, with_password=True)
    save("password-biff5.xls", ole.container({"Book": locked}))
    save("word.xls", ole.container({"WordDocument": b"\xec\xa5\xc1\x00"}))
    save("truncated.xls", ole.container({"Book": book})[:700])


def by_openpyxl() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Формулы"
    for row in (["Артикул", "Кол-во"], ["Ж-1", "=1+2"], ["Ж-2", 4]):
        sheet.append(row)
    book.save(FOLDER / "formulas-without-values.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    moment = dt.datetime(2024, 10, 12, 8, 30)  # noqa: DTZ001 - cells have no time zone
    for place, value in {
        "C3": "текст",
        "D3": 5,
        "E3": 5.25,
        "F3": moment.date(),
        "G3": moment,
        "H3": True,
        "I3": moment.time(),
        "K4": "00123",
    }.items():
        sheet[place] = value
    sheet["J3"] = "#N/A"
    sheet["J3"].data_type = "e"
    sheet["Z99"].font = Font(bold=True)  # formatted, and empty
    book.create_chartsheet("Диаграмма")
    book.create_sheet("Пустой")
    book.save(FOLDER / "kinds-of-cells.xlsx")

    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    plain = io.BytesIO()
    book.save(plain)
    with (FOLDER / "password.xlsx").open("wb") as file:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", file)
    save("truncated.xlsx", plain.getvalue()[:-1500])
    save("xlsx-named.csv", plain.getvalue())


def by_xlsxwriter() -> None:
    with xlsxwriter.Workbook(FOLDER / "hidden-and-merged.xlsx") as book:
        sheet = book.add_worksheet("Приход")
        sheet.merge_range("A1:C1", "Остатки на 1 октября")
        sheet.merge_range("A2:A3", "Артикул")
        sheet.merge_range("B2:C2", "Количество")
        sheet.write_row("B3", ["S", "M"])
        for number in range(4, 9):
            sheet.write_row(number - 1, 0, [f"Ж-{number}", number, number * 10])
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.autofilter("A3:C8")
        sheet.filter_column("B", "x != 8")
        sheet.set_row(7, options={"hidden": True})
        sheet.write_formula("D4", "=B4+C4", None, 44)
        hidden = book.add_worksheet("Скрытый")
        hidden.hide()
        hidden.write("A1", "тайна")


def by_libreoffice() -> None:
    table = "".join(";".join(row) + "\n" for row in TEXT_ROWS)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "libreoffice.csv")
        source.write_text(table, encoding="utf-8")
        for ending in ("xlsx", "ods", "xls:MS Excel 97"):
            convert(source, ending, "CSV:59,34,76,1,,1049")
    convert(FOLDER / "hidden-and-merged.xlsx", "ods")
    convert(FOLDER / "hidden-and-merged.xlsx", "xls:MS Excel 97")
    convert(FOLDER / "kinds-of-cells.xlsx", "xls:MS Excel 97")
    plain = (FOLDER / "libreoffice.xls").read_bytes()
    locked = plain.replace(b"\xe1\0\2\0", b"\x2f\0\2\0", 1)  # the record that tells of a password
    save("password-biff8.xls", locked)
    place = plain.index(struct.pack("<HH", 0x200, 14))
    save("claims-size.xls", plain[: place + 8] + b"\xff\xff\xff\x7f" + plain[place + 12 :])
    save("claims-tables.xls", plain[:44] + b"\xff\xff\xff\x7f" + plain[48:])
    place = plain.index(struct.pack("<HH", 0xFD, 10))
    save("far-column.xls", plain[: place + 6] + b"\xff\xff" + plain[place + 8 :])


def convert(source: Path, ending: str, reading: str | None = None) -> None:
    """A file in another format, beside the others."""
    options = [] if reading is None else [f"--infilter={reading}"]
    command = [
        "soffice",
        "--headless",
        *options,
        "--convert-to",
        ending,
        "--outdir",
        str(FOLDER),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True)


def by_hand() -> None:
    rows = "".join(
        f'<x:row r="{number}"><x:c r="A{number}" t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'
        f'<x:c r="B{number}"><x:v>{number}</x:v></x:c></x:row>'
        for number, text in enumerate(["Код", "Ж-1"], 1)
    )
    prefixed = f'<x:worksheet xmlns:x="{packages.MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    save("prefixed.xlsx", packages.xlsx(prefixed))
    unplaced = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>"
    save("without-references.xlsx", packages.xlsx(packages.worksheet(unplaced)))
    save("excel-2003-xml.xls", XML_OF_2003)
    one = packages.worksheet(f'<row r="1">{packages.text_cell("A1", "Код")}</row>')
    save("macros.xlsm", packages.xlsx(one, **{"xl__vbaProject.bin": b"macro"}))
    save(
        "other-files.xlsx",
        packages.xlsx(one, **{"xl__externalLinks__externalLink1.xml": "<externalLink/>"}),
    )
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="ALL1048576"><v>1</v></c></row>'
    save("far-cell.xlsx", packages.xlsx(packages.worksheet(far)))
    save("far-cell-beside.xlsx", packages.xlsx(packages.worksheet(far.replace("<c r", "<c t='n' r"))))
    save("sixteen-thousand-columns.xlsx", packages.xlsx(packages.worksheet(wide_row(filled=True))))
    save("sixteen-thousand-empty-columns.xlsx", packages.xlsx(packages.worksheet(wide_row(filled=False))))
    laughs = "".join(
        f'<!ENTITY l{number} "{f"&l{number - 1};" * 10 if number else "ха"}">' for number in range(10)
    )
    declared = f"<!DOCTYPE sst [{laughs}]>"
    save("entities.xlsx", packages.xlsx(one.replace("?>", "?>" + declared).replace("Код", "&l9;")))
    strings = f'<?xml version="1.0"?>{declared}<sst xmlns="{packages.MAIN}"><si><t>&l9;</t></si></sst>'
    shared = packages.worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    save("entities-in-strings.xlsx", packages.xlsx(shared, **{"xl__sharedStrings.xml": strings}))
    claim = f'<sst xmlns="{packages.MAIN}" uniqueCount="99999999999"><si><t>a</t></si></sst>'
    save("claims-strings.xlsx", packages.xlsx(shared, **{"xl__sharedStrings.xml": claim}))
    binary_workbook()
    repeated = (
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="900">'
        "<text:p>a</text:p></table:table-cell></table:table-row>"
    )
    save("repeated.ods", packages.ods(repeated))


def wide_row(*, filled: bool) -> str:
    """A row with 16,384 cells; all but the first empty, or none."""
    places = [openpyxl.utils.get_column_letter(number) for number in range(1, 16_385)]
    cells = [
        f'<c r="{place}1"><v>1</v></c>' if filled or place == "A" else f'<c r="{place}1" s="0"/>'
        for place in places
    ]
    return f'<row r="1">{"".join(cells)}</row>'


def binary_workbook() -> None:
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{packages.PACKAGE}/content-types">'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        "</Types>",
        "_rels/.rels": packages.links(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": records12.workbook([("Остатки", "rId1", False), ("Скрытый", "rId2", True)]),
        "xl/_rels/workbook.bin.rels": packages.links(
            ("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "worksheet", "worksheets/sheet2.bin")
        ),
        "xl/worksheets/sheet1.bin": records12.sheet([*ROWS, ["Ж-3", None, "", 1]], hidden=[3]),
        "xl/worksheets/sheet2.bin": records12.sheet([["тайна"]]),
    }
    save("binary.xlsb", packages.packed(parts))


def texts() -> None:
    table = "".join(";".join(row) + "\r\n" for row in TEXT_ROWS)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1251", "cp866"):
        save(f"semicolons-{encoding}.csv", table.encode(encoding))
    save("semicolons-utf-16-be.csv", "\ufeff".encode("utf-16-be") + table.encode("utf-16-be"))
    save("tabs-utf-16-without-mark.txt", table.replace(";", "\t").encode("utf-16-le"))
    save("tabs.tsv", table.replace(";", "\t"))
    save("bars.txt", table.replace(";", "|"))
    save("commas.csv", 'Артикул,Размер,Кол-во\r\nЖ-001,42-44,5\r\nЁлка №2,XL,"6,5"\r\n')
    save(
        "declared.csv", "sep=|\r\n" + "Название, полное|Кол-во, шт.|Цена, тг\r\nПлатье, летнее|5,5|7,5\r\n"
    )
    save("dos-end.txt", (table + "\x1a").encode("cp866"))
    save("late-cyrillic.csv", b"sku;count\r\n" + b"A-1;5\r\n" * 12_000 + "Ж-1;6\r\n".encode("cp1251"))
    save("doubtful.csv", "sku;шт\r\nA1;5\r\n".encode("cp866"))
    save("line-in-a-cell.csv", 'Код;Название\r\nЖ-1;"Платье\nв две строки; с ""кавычками"""\r\n')
    save("open-quote.csv", 'Код;Название\r\nЖ-1;Платье\r\nЖ-2;"Платье 5\r\nЖ-3;Юбка\r\n')
    save(
        "two-encodings.csv",
        "Код;Название\r\n".encode() + b"1;a\r\n" * 20_000 + "Ж-2;Юбка\r\n".encode("cp1251"),
    )


def web() -> None:
    page = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">
<style>td {mso-number-format:"\\@"}</style><title>Остатки</title></head><body><table border=1>
<tr><th rowspan=2>Артикул<th colspan=2>Кол-во</tr><tr><th>S<th>M</tr>
<tr><td>Ж-1<br>синее</td><td>&nbsp;5</td><td>1&nbsp;000,50</td></tr>
<tr style="display: none"><td>Ж-2</td><td></td><td>7</td></tr>
</table><table></table><table><tr><td>вторая</td></tr></table></body></html>"""
    save("web-page.xls", page.encode("cp1251"))
    save("web-page-without-table.xls", "<html><body><p>Войдите на сайт</p></body></html>")
    save(
        "entities-in-xml.xls",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook xmlns='
        '"urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
    )
    save("web-archive.xls", "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n")


def not_tables() -> None:
    save("pdf.xls", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    save("photo.xls", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9")
    save("database.xls", b"SQLite format 3\0" + bytes(84))
    save("letter.xlsx", packages.packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}))
    save("archive.xlsx", packages.packed({"price.csv": "a;b\n"}))
    save("settings.xls", '<?xml version="1.0"?><settings><a>1</a></settings>')
    save("noise.csv", bytes((number * 7919) % 251 for number in range(2_000)))
    save("empty.xlsx", b"")


if __name__ == "__main__":
    main()
