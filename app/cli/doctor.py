"""`polka doctor`: what support needs to know, and no secrets."""

from __future__ import annotations

import platform
import sqlite3
from argparse import Namespace
from collections.abc import Iterator
from importlib.metadata import version

from app.cli.folder import data_folder
from app.domain.errors import PolkaError
from app.services.connection import keyring_words
from app.services.inbox import event_counts
from app.services.outbox import delivery_counts
from app.services.receiving import load_listener
from app.services.settings import load_connection
from app.services.shop import Shop

_PACKAGES = ("polka", "PySide6-Essentials", "httpx", "pydantic", "keyring", "sqlalchemy", "uvicorn")


def run(options: Namespace) -> int:
    """Print one finding a line; 1 where the database could not be opened."""
    shop = Shop(data_folder(options))
    for name, words in _system(shop):
        _print(name, words)
    try:
        shop.open()
    except PolkaError as error:
        _print("database", f"{error.title} {error.advice}")
        return 1
    try:
        for name, words in _shop(shop):
            _print(name, words)
    finally:
        shop.close()
    return 0


def _print(name: str, words: object) -> None:
    print(f"{name + ':':<22}{words}")


def _system(shop: Shop) -> Iterator[tuple[str, object]]:
    yield "system", platform.platform()
    yield "python", platform.python_version()
    for package in _PACKAGES:
        yield package, version(package)
    yield "sqlite", sqlite3.sqlite_version
    yield "data folder", shop.folder


def _shop(shop: Shop) -> Iterator[tuple[str, object]]:
    connection, listener = load_connection(shop), load_listener(shop)
    deliveries, events = delivery_counts(shop), event_counts(shop)
    yield "database", f"fine, {(shop.folder / 'polka.db').stat().st_size:,} bytes"
    yield "keyring", keyring_words(shop) or "the system's secret store is used"
    yield "API URL", "set" if connection.url else "not set"
    state = "on" if listener.enabled else "off"
    yield "listener", f"{state}, {listener.host}:{listener.port} (the secret part is left out)"
    yield (
        "deliveries",
        (
            f"{deliveries.total} in all, {deliveries.queued} on their way, "
            f"{deliveries.needs_person} wait for a person"
        ),
    )
    yield "events", f"{events.total} in all, {events.unlinked} not linked to a product"
