"""Tables laid out in ways of their own: on their side, by warehouse, sizes in articles, outlines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

Rows = Sequence[Sequence[str | int | None]]

ON_ITS_SIDE: Rows = (
    ("Остатки на 26.11.2026",),
    (),
    ("Артикул", "КРД-042", "ПЛТ-7", "ФТБ-1"),
    ("Наименование", "Кардиган", "Пальто", "Футболка"),
    ("Цена", 24900, 76000, 8990),
    ("S", 2, None, 10),
    ("M", 1, 3, 12),
    ("L", None, 1, 8),
)
WAREHOUSES: Rows = (
    ("Артикул", "Размер", "Остатки", None, None, None),
    (None, None, "Склад 1", "Склад 2", "Магазин", "Итого"),
    ("КРД-042", "S", 1, 2, None, 3),
    ("КРД-042", "M", 0, 0, 0, 0),
    ("ПЛТ-7", "M", 4, None, 5, 9),
    ("Итого", None, 5, 2, 5, 12),
)
CITIES: Rows = (
    ("Артикул", "Размер", "Алматы", "Астана", "Всего", "Цена"),
    ("КРД-042", "S", 1, 2, 3, 24900),
    ("ПЛТ-7", "M", 4, 0, 4, 76000),
)
SIZES_INSIDE: Rows = (
    ("Номенклатура", "Кол-во"),
    ("КРД-042 / XL", 2),
    ("КРД-042 / S", 1),
    ("ПЛТ-7, р. 42-44", 3),
    ("ПЛТ-7, р. 46-48", 4),
    ("ФТБ-1-M", 5),
    ("ФТБ-1-L", 6),
)
OUTLINE: Rows = (
    ("Номенклатура", "Характеристика", "Количество"),
    ("КРД-042", None, 3),
    (None, "S", 1),
    (None, "M", 2),
    ("ПЛТ-7", None, 9),
    (None, "M", 4),
    (None, "L", 5),
    ("Итого", None, 12),
)
HIDDEN: Rows = (
    ("Артикул", "Кол-во", "Кол-во факт"),
    ("A-1", 50, 5),
    ("B-2", 30, 3),
)
MESSAGE = """Здравствуйте! Приход на 12.11

JACKET XL - 5
JACKET L 3 шт
COAT: S-3, M-5, L – 2
JACKET XL +3
COAT
M - 2
L - 1

JACKET XL много
Спасибо!
"""
FRAMED = """Остатки товаров на складе на 26.11.26

┌─────────┬──────┬──────┬───────────┐
│Артикул  │Размер│Коли- │   Цена    │
│         │      │чество│           │
├─────────┼──────┼──────┼───────────┤
│КРД-042  │S     │     5│  24 900,00│
│КРД-042  │M     │     3│  24 900,00│
│ПЛТ-7    │M     │    12│  76 000,00│
├─────────┼──────┼──────┼───────────┤
│Итого    │      │    20│           │
└─────────┴──────┴──────┴───────────┘
Кладовщик ____________ Иванов
"""
PRINTED = """                 Остатки на складе N 1
ООО "Ромашка", г. Алматы

---------------------------------------------------------
Артикул     Размер   Кол-во         Цена          Сумма
---------------------------------------------------------
КРД-042     S             5     24 900,00     124 500,00
КРД-042     M             3     24 900,00      74 700,00
ПЛТ-7 дл.   42-44        12     76 000,00     912 000,00
---------------------------------------------------------
Итого:                   20                 1 111 200,00

Кладовщик ____________ Иванов
"""
CODES = ("4607012345677", "4607012345684", "4607012345677", "4607012345677")


def write(folder: Path, convert: Callable[[Path, str], object]) -> None:
    """Every one, some of them by LibreOffice from what openpyxl wrote."""
    for name, rows, ending in (
        ("on-its-side", ON_ITS_SIDE, "ods"),
        ("warehouses", WAREHOUSES, "xls:MS Excel 97"),
        ("cities", CITIES, ""),
        ("sizes-in-articles", SIZES_INSIDE, "ods"),
    ):
        made = _book(folder / f"{name}.xlsx", rows)
        if ending:
            convert(made, ending)
            made.unlink()
    _hidden_column(folder / "hidden-column.xlsx")
    for ending in ("ods", "xls:MS Excel 97"):
        convert(folder / "hidden-column.xlsx", ending)
    _outline(folder / "outline-collapsed.xlsx")
    lines = [f"{code};26.11.2026;10:15:0{number}" for number, code in enumerate(CODES)]
    (folder / "scanner.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, text in (("frames-cp866", FRAMED), ("spaces-cp866", PRINTED)):
        (folder / f"{name}.txt").write_bytes(text.replace("\n", "\r\n").encode("cp866"))
    (folder / "message.txt").write_text(MESSAGE, encoding="utf-8")
    _book(folder / "scanner.xlsx", [("Штрихкод",), *((int(code),) for code in CODES)])


def _book(path: Path, rows: Rows) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if "warehouses" in path.name:
        book.active.merge_cells("C1:F1")
        book.active.merge_cells("A1:A2")
        book.active.merge_cells("B1:B2")
    book.save(path)
    return path


def _hidden_column(path: Path) -> None:
    book = openpyxl.Workbook()
    for row in HIDDEN:
        book.active.append(row)
    book.active.column_dimensions["B"].hidden = True
    book.save(path)


def _outline(path: Path) -> None:
    """The row of a product is filtered out, and the sizes of another are folded away."""
    book = openpyxl.Workbook()
    for row in OUTLINE:
        book.active.append(row)
    rows = book.active.row_dimensions
    for number in (3, 4, 6, 7):
        rows[number].outlineLevel = 1
    rows[2].hidden = True
    rows[6].hidden = rows[7].hidden = True
    book.save(path)
