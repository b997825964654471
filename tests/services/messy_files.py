"""Files with good rows and everything that can be wrong with a row, drawn by chance."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from app.services.shop import Shop
from app.spreadsheet.meaning import Meaning
from tests.services.support import add_simple_product, memory_secrets

GOODS = {"JACKET": {"S": 3, "XL": 4}, "00123": {"42": 5}, "CAP": {"ONE SIZE": 0}}
MEANINGS = (Meaning.RECEIPTS, Meaning.SOLD, Meaning.COUNT, Meaning.PRICE)

ARTICLES = st.sampled_from(["JACKET", "JACKET", "00123", "123", "CAP", "jacket", "NEW", "", "Итого"])
SIZES = st.sampled_from(["S", "XL", "XL", "xl", "ХL", "42", "M", "ONE SIZE", "42, red", ""])
NUMBERS = st.sampled_from(["1", "3", "4", "5", "0", "", "abc", ">12", "-2", "нет", "1,5", "1,234"])
PRICES = st.sampled_from(["", "1000", "82 000,50", "0", "1,234", "abc"])
EMPTY = st.just(("", "", "", ""))

ROWS = st.lists(st.tuples(ARTICLES, SIZES, NUMBERS, PRICES) | EMPTY, min_size=1, max_size=12)
LONG = ROWS.map(lambda rows: _text(("Артикул", "Размер", "Кол-во", "Цена"), rows))

WIDE_ROWS = st.lists(st.tuples(ARTICLES, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=8)
WIDE = WIDE_ROWS.map(lambda rows: _text(("Артикул", "S", "M", "XL"), rows))


def _text(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(";".join(cells) for cells in [headings, *rows])


@contextmanager
def shop_of_goods() -> Iterator[Shop]:
    """A shop that has `GOODS`."""
    with TemporaryDirectory() as folder:
        shop = Shop(Path(folder), secrets=memory_secrets())
        shop.open()
        for article, stock in GOODS.items():
            add_simple_product(shop, article, stock)
        yield shop
        shop.close()
