"""A sandbox with so many products of one size: prints its API URL and stays.

Usage: python -m tests.benchmarks.sandbox_child COUNT
"""

from __future__ import annotations

import sys
from decimal import Decimal

from app.sandbox import Sandbox
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize
from tests.benchmarks.full_outbox import STOCK, article


def product(number: int) -> CatalogueProduct:
    size = CatalogueSize("M", number, "", STOCK)
    return CatalogueProduct(article(number), "", "", number, Decimal(100), (size,))


with Sandbox(catalogue=map(product, range(1, int(sys.argv[1]) + 1))) as sandbox:
    print(sandbox.api_url, flush=True)
    sys.stdin.read()
