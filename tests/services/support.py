"""Short ways to a product and a connection."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from decimal import Decimal

from app.domain.delivery import Step
from app.domain.dialect import Dialect
from app.sandbox import Sandbox
from app.sandbox.catalogue import CatalogueProduct, CatalogueSize
from app.services.attempts import begin_attempts
from app.services.catalogue import add_product
from app.services.connection import save_token
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from app.storage import outbox
from app.storage.secrets import Secrets, session_secrets

JACKET = {"XL": 3, "L": 4, "M": 2}


def memory_secrets() -> Secrets:
    return session_secrets()


def add_simple_product(
    shop: Shop,
    article: str,
    stock: Mapping[str, int],
    *,
    price: Decimal | None = None,
    marketplace_id: int | None = None,
) -> int:
    sizes = tuple(SizeDraft(value, opening=pieces) for value, pieces in stock.items())
    return add_product(shop, ProductDraft(article, price=price, sizes=sizes, marketplace_id=marketplace_id))


def jacket_sandbox(dialect: Dialect | None = None, faults: tuple[str, ...] = ()) -> Sandbox:
    sizes = tuple(CatalogueSize(v, n, "", s) for n, (v, s) in enumerate(JACKET.items(), 1))
    catalogue = [CatalogueProduct("SS21CA2N", "Jacket", "", 17, Decimal(82000), sizes)]
    return Sandbox(catalogue=catalogue, dialect=dialect, faults=faults)


def connect(shop: Shop, sandbox: Sandbox, dialect: Dialect | None = None) -> None:
    save_connection(
        shop, ConnectionSettings(url=sandbox.api_url, dialect=dialect or Dialect(), rate_per_second=None)
    )
    save_token(shop, sandbox.token, session_only=True)


def lose_all(shop: Shop, dialect: Dialect | None = None) -> None:
    """Everything that may be sent is sent, and nobody answers."""
    with shop.database.write() as connection:
        flights = begin_attempts(connection, dialect or Dialect(), 100, shop.clock()).started
        outbox.take(connection, [flight.claimed.id for flight in flights], Step.LOSE, in_doubt=True)


def refuse_all(shop: Shop) -> None:
    """Everything that may be sent is sent, and the marketplace does not want it."""
    with shop.database.write() as connection:
        flights = begin_attempts(connection, Dialect(), 100, shop.clock()).started
        outbox.take(connection, [flight.claimed.id for flight in flights], Step.REFUSE)


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.01)
