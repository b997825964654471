"""`polka doctor`: what support needs to know, and no secrets."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires, version
from urllib.parse import urlsplit

from app.cli.folder import data_folder
from app.domain.errors import PolkaError
from app.services.connection import (
    TOKEN_VARIABLE,
    URL_VARIABLE,
    effective_connection,
    keyring_name,
    keyring_words,
)
from app.services.health import attention, health_problems
from app.services.inbox import event_counts
from app.services.outbox import delivery_counts
from app.services.pausing import why_paused
from app.services.receiving import load_listener
from app.services.settings import load_connection
from app.services.shop import Shop
from app.storage.database import FILE_NAME

_NAME = re.compile(r"[\w.-]+")

PROBLEM = "problem"
Finding = tuple[str, object]


def run(options: Namespace) -> int:
    """Print one finding a line; 1 where something is wrong with the data."""
    shop = Shop(data_folder(options))
    sound = _print_all(_system(shop))
    if not (shop.folder / FILE_NAME).exists():
        _print("database", "none yet; it is made when Polka is first started")
        return 0 if sound else 1
    try:
        shop.open()
    except PolkaError as error:
        _print("database", f"{error.title} {error.advice}")
        return 1
    try:
        for section in (_data, _connection, _listener, _work):
            sound = _print_all(section(shop)) and sound
    finally:
        shop.close()
    return 0 if sound else 1


def _print_all(findings: Iterator[Finding]) -> bool:
    """Print them; whether there was no problem."""
    sound = True
    try:
        for name, words in findings:
            _print(name, words)
            sound = sound and name != PROBLEM
    except PolkaError as error:
        _print(PROBLEM, f"{error.title} {error.advice}")
        return False
    return sound


def _print(name: str, words: object) -> None:
    print(f"{name + ':':<22}{words}")


def _system(shop: Shop) -> Iterator[Finding]:
    yield "system", platform.platform()
    yield "python", platform.python_version()
    yield "polka", version("polka")
    for requirement in sorted(requires("polka") or (), key=str.lower):
        name = _NAME.match(requirement)
        with suppress(PackageNotFoundError):  # some are needed on other systems only
            if name is not None:
                yield name[0], version(name[0])
    yield "sqlite", sqlite3.sqlite_version
    yield "data folder", shop.folder
    yield "keyring", keyring_words(shop) or keyring_name(shop)


def _data(shop: Shop) -> Iterator[Finding]:
    files = [path for name in (FILE_NAME, f"{FILE_NAME}-wal") if (path := shop.folder / name).exists()]
    size = sum(path.stat().st_size for path in files)
    problems = health_problems(shop)
    yield "database", f"{'NOT SOUND' if problems else 'sound'}, {size:,} bytes"
    for problem in problems:
        yield PROBLEM, problem
    if not problems:
        yield "stock", "every stock is the sum of its movements"


def _connection(shop: Shop) -> Iterator[Finding]:
    url = load_connection(shop).url
    given = [name for name in (URL_VARIABLE, TOKEN_VARIABLE) if os.environ.get(name)]
    yield "API URL", _without_secrets(url) if url else "not set"
    if given:
        yield "environment", f"{' and '.join(given)} win over what is saved"
    try:
        yield "token", "is there" if effective_connection(shop)[1] else "not set"
    except PolkaError as error:
        yield "token", f"{error.title} {error.advice}"


def _without_secrets(url: str) -> str:
    """Scheme and host alone: what follows may tell who the supplier is."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/…"


def _listener(shop: Shop) -> Iterator[Finding]:
    listener = load_listener(shop)
    state = "on" if listener.enabled else "off"
    yield "listener", f"{state}, {listener.host} port {listener.port} (the secret part is left out)"
    if listener.public_url:
        yield "public address", _without_secrets(listener.public_url)


def _work(shop: Shop) -> Iterator[Finding]:
    deliveries, events = delivery_counts(shop), event_counts(shop)
    waiting, for_person = deliveries.queued, deliveries.needs_person
    yield "deliveries", f"{deliveries.total} in all, {waiting} on their way, {for_person} wait for a person"
    found = attention(shop)
    yield "rejected deliveries", found.rejected
    yield "sizes to look at", f"{found.oversold} oversold, {found.flagged} with another flag"
    yield "corrections", f"{found.drafted} wait to be sent"
    yield "refused posts", found.refused
    yield "paused", why_paused(shop) or "no"
    yield "events", f"{events.total} in all, {events.unlinked} not linked to a product"
