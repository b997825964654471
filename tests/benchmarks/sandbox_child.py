"""A sandbox with so many products of one size: prints its API URL and stays.

Usage: python -m tests.benchmarks.sandbox_child COUNT
"""

from __future__ import annotations

import sys
from decimal import Decimal

from app.sandbox import Sandbox
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize


def product(number: int) -> CatalogueProduct:
    size = CatalogueSize("M", number + 1, "", 5)
    return CatalogueProduct(f"P{number}", "", "", number + 1, Decimal(100), (size,))


with Sandbox(catalogue=map(product, range(int(sys.argv[1])))) as sandbox:
    print(sandbox.api_url, flush=True)
    sys.stdin.read()
