"""Which data folder a command works on, and the shop in it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from app.services.shop import Shop


def data_folder(options: Namespace) -> Path:
    """The folder from `--data`, or the system's place for a user's data."""
    given: Path | None = getattr(options, "data", None)
    return given.expanduser() if given else platformdirs.user_data_path("Polka", appauthor=False)


def _say_that_it_takes_a_while() -> None:
    words = (
        "The data are brought up to date for this version; with a long log of events this takes a minute."
    )
    print(words, file=sys.stderr, flush=True)


@contextmanager
def opened_shop(options: Namespace) -> Iterator[Shop]:
    """The shop of the chosen folder, open for as long as the block runs."""
    shop = Shop(data_folder(options))
    shop.open(_say_that_it_takes_a_while)
    try:
        yield shop
    finally:
        shop.close()
