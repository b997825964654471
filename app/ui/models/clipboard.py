"""Blocks of cells and copied text: which typed text goes where, and what a selection reads as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from app.services import catalogue
from app.services.shop import Shop
from app.services.views import ProductRow, SizeRow
from app.ui.models.block import TypedCell
from app.ui.models.row_map import RowMap
from app.ui.models.size_cells import Column

PRODUCTS_AT_ONCE = 500

PRICES = frozenset({Column.PRICE, Column.NEW_PRICE})


class Block(NamedTuple):
    """Typed cells, and how many lines found no row."""

    cells: list[TypedCell]
    left_over: int = 0


def lines_of(text: str) -> list[list[str]]:
    """The cells of copied text as spreadsheets write it: tabs in lines, a line break at the end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[cell.strip().strip('"') for cell in line.split("\t")] for line in lines]


def lay_block(rows: RowMap, row: int, columns: Sequence[Column], lines: Sequence[Sequence[str]]) -> Block:
    """Where pasted lines go, from a row and its first of `columns` on.

    One column flows down the cells that can be filled, as a list copied from a spreadsheet knows
    nothing of our product rows; a wider block goes row on row.
    """
    if all(len(line) <= 1 for line in lines):
        return _flow_down(rows, row, columns[0], [line[0] if line else "" for line in lines])
    cells: list[TypedCell] = []
    for number, line in zip(range(row, rows.row_count), lines, strict=False):
        texts = dict(zip(columns, line, strict=False))
        place = rows.place(number)
        column = Column.NEW_PRICE if place.is_product else Column.QUANTITY
        if column in texts:
            cells.append(TypedCell(rows.index.ids[place.ordinal], place.size, texts[column]))
    return Block(cells, max(0, len(lines) - (rows.row_count - row)))


def _flow_down(rows: RowMap, row: int, column: Column, texts: Sequence[str]) -> Block:
    places = _fillable(rows, range(row, rows.row_count), {_filled(column)})
    cells = [
        TypedCell(product_id, size, text) for (product_id, size), text in zip(places, texts, strict=False)
    ]
    return Block(cells, len(texts) - len(cells))


def fill(rows: RowMap, spans: Iterable[tuple[range, set[Column]]], text: str) -> Block:
    """The same text for every cell of a selection that can be filled."""
    cells = [
        TypedCell(product_id, size, text)
        for span, columns in spans
        for product_id, size in _fillable(rows, span, columns)
    ]
    return Block(cells)


def _fillable(rows: RowMap, span: range, columns: set[Column]) -> Iterator[tuple[int, int]]:
    for row in span:
        ordinal, size = place = rows.place(row)
        if (Column.NEW_PRICE if place.is_product else Column.QUANTITY) in columns:
            yield rows.index.ids[ordinal], size


def _filled(column: Column) -> Column:
    return Column.NEW_PRICE if column in PRICES else Column.QUANTITY


def copied_text(
    shop: Shop, rows: RowMap, spans: Sequence[range], columns: Sequence[Column], point: str
) -> str:
    """A selection as text with tabs, its figures plain so that they can be pasted again.

    A single column that can be filled leaves out the rows where it cannot, as pasting does.
    """
    alone = columns[0] if len(columns) == 1 else None
    lines = (
        "\t".join(_plain(item, column, point) for column in columns)
        for item in _items(shop, rows, spans)
        if alone not in {Column.QUANTITY, Column.NEW_PRICE}
        or isinstance(item, ProductRow) == (alone is Column.NEW_PRICE)
    )
    return "\n".join(lines)


def _items(shop: Shop, rows: RowMap, spans: Sequence[range]) -> Iterator[ProductRow | SizeRow | None]:
    places = [rows.place(row) for span in spans for row in span]
    ordinals = iter(dict.fromkeys(place.ordinal for place in places))
    products: dict[int, ProductRow | None] = {}
    for place in places:
        product_id = rows.index.ids[place.ordinal]
        if product_id not in products:
            ids = [rows.index.ids[ordinal] for ordinal in islice(ordinals, PRODUCTS_AT_ONCE)]
            found = {row.id: row for row in catalogue.product_rows(shop, ids)}
            products.update({key: found.get(key) for key in ids})
        product = products[product_id]
        if product is None or place.is_product:
            yield product
        else:
            yield product.sizes[place.size] if place.size < len(product.sizes) else None


def _plain(item: ProductRow | SizeRow | None, column: Column, point: str) -> str:
    if isinstance(item, ProductRow):
        return {
            Column.NAME: item.article,
            Column.STOCK: "" if item.stock is None else str(item.stock),
            Column.PRICE: _price(item.price, point),
            Column.NEW_PRICE: _price(item.new_price, point),
        }.get(column, "")
    if isinstance(item, SizeRow):
        return {
            Column.NAME: item.value,
            Column.STOCK: "" if item.stock is None else str(item.stock),
            Column.QUANTITY: "" if item.pending is None else str(item.pending.quantity),
            Column.BECOMES: "" if item.becomes is None else str(item.becomes),
        }.get(column, "")
    return ""


def _price(price: Decimal | None, point: str) -> str:
    return "" if price is None else f"{price:f}".replace(".", point)
