"""Workbooks to fill in, as the shop offers them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.services.catalogue import remove_product
from app.services.import_templates import save_template
from app.services.shop import Shop
from tests.services.support import add_simple_product


def offered(path: Path) -> list[str]:
    rule = openpyxl.load_workbook(path).worksheets[0].data_validations.dataValidation[0]
    return str(rule.formula1).strip('"').split(",")


@pytest.mark.parametrize("name", ["long", "count"])
def test_the_list_of_sizes_has_those_of_the_catalogue_first(shop: Shop, tmp_path: Path, name: str) -> None:
    sizes = {"ONE SIZE": 1, "100": 1, "42-44": 1, "L": 1, "S": 1}
    add_simple_product(shop, "JACKET", sizes, price=Decimal(1), marketplace_id=17)
    gone = add_simple_product(shop, "GONE", {"54": 1}, price=Decimal(1), marketplace_id=18)
    remove_product(shop, gone)
    path = tmp_path / "template.xlsx"
    save_template(shop, path, name, str)
    own = ["S", "L", "ONE SIZE", "42-44", "100"]
    assert offered(path) == [*own, "XS", "M", "XL", "2XL", "3XL", "4XL", "5XL"]


def test_the_sizes_that_the_most_products_have_are_those_that_find_room(shop: Shop, tmp_path: Path) -> None:
    rare = {str(number): 0 for number in range(100, 160)}
    add_simple_product(shop, "ODD", rare, price=Decimal(1), marketplace_id=17)
    for number in range(2):
        add_simple_product(shop, f"USUAL{number}", {"170": 0}, price=Decimal(1), marketplace_id=20 + number)
    path = tmp_path / "template.xlsx"
    save_template(shop, path, "long", str)
    assert "170" in offered(path)
