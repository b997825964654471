"""What Polka exports is understood when it is imported, and a stock count of it changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.action import Action
from app.domain.text import Text
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.exporting import export_deliveries, export_products
from app.services.import_matching import load_goods
from app.services.import_views import ImportDraft
from app.services.importing import check_sheet, open_file, plan_import
from app.services.ledger_export import export_ledger
from app.services.ledger_views import LedgerFilter
from app.services.shop import Shop
from app.services.views import ProductFilter
from app.spreadsheet.columns import ROWS_TO_GUESS, guess_layout
from app.spreadsheet.flaws import Level
from app.spreadsheet.layout import ColumnKind, Layout
from app.spreadsheet.meaning import Meaning
from tests.services.support import JACKET, add_simple_product, memory_secrets
from tests.spreadsheet.russian import in_russian

ARTICLES = st.from_regex(
    r"(SS|AW)[0-9]{2}[A-Z]{2}[0-9]{1,3}[NM]|00[0-9]{3}|[0-9]{6}|Ж-[0-9]{1,4}", fullmatch=True
)
SIZES = st.sampled_from(["XS", "S", "M", "XL", "5XL", "42", "42-44", "36.5", "104", "ONE SIZE", "50/52"])
STOCKS = st.dictionaries(SIZES, st.integers(0, 500), min_size=1, max_size=4)
PRICES = st.none() | st.decimals(1, 10**6, places=2)
Products = dict[str, tuple[dict[str, int], Decimal | None]]
PRODUCTS = st.dictionaries(ARTICLES, st.tuples(STOCKS, PRICES), min_size=1, max_size=5)
SAYINGS = pytest.mark.parametrize("say", [str, in_russian])


def layout_of(path: Path) -> Layout:
    sheet = open_file(path).sheets[0]
    return guess_layout(sheet.head(ROWS_TO_GUESS), sheet.merged)


def kinds_of(layout: Layout) -> dict[ColumnKind, str]:
    """What the columns that are taken are called."""
    return {c.kind: c.label for c in layout.columns.values() if c.kind is not ColumnKind.IGNORE}


@contextmanager
def shop_with(products: Products) -> Iterator[Shop]:
    """A shop of its own for each example."""
    with TemporaryDirectory() as folder:
        shop = Shop(Path(folder), secrets=memory_secrets())
        shop.open()
        try:
            for article, (stock, price) in products.items():
                add_simple_product(shop, article, stock, price=price)
            yield shop
        finally:
            shop.close()


@SAYINGS
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@settings(max_examples=8, deadline=None)
@given(products=PRODUCTS)
def test_the_catalogue_imports_as_no_change(
    ending: str, say: Callable[[Text], str], products: Products
) -> None:
    with shop_with(products) as shop:
        path = shop.folder / f"catalogue.{ending}"
        count = export_products(shop, path, ProductFilter(), say)
        draft = ImportDraft(path, "", layout_of(path), Meaning.COUNT)
        goods = load_goods(shop)
        checked = check_sheet(goods, open_file(path).sheets[0], draft)
        plan = plan_import(shop, goods, checked, draft)
    assert draft.layout.find(ColumnKind.STOCK) == 6
    assert (plan.rows, plan.new_products, plan.new_sizes, plan.problems) == ([], [], [], [])
    assert [problem for problem in checked.problems if problem.level is not Level.NOTE] == []
    assert plan.unchanged == count


@SAYINGS
def test_columns_of_other_exports_are_recognised(
    shop: Shop, say: Callable[[Text], str], tmp_path: Path
) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(100))
    queue_action(shop, "SS21CA2N", Action.SOLD, {"M": 2, "XL": 1}, None, "anna")
    deliveries, ledger = tmp_path / "deliveries.xlsx", tmp_path / "ledger.csv"
    export_deliveries(shop, deliveries, DeliveryKind.ALL, say)
    export_ledger(shop, ledger, LedgerFilter(), say)
    for path in (deliveries, ledger):
        found = kinds_of(layout_of(path))
        assert found[ColumnKind.ARTICLE] == say(Text("Export", "Article"))
        assert found[ColumnKind.SIZE] == say(Text("Export", "Size"))
    assert kinds_of(layout_of(deliveries))[ColumnKind.QUANTITY] == say(Text("Export", "Quantity"))
