"""Noticing what other programs commit to the same data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.services.other_writers import OtherWriters
from app.services.shop import Shop
from app.storage.secrets import session_secrets


@pytest.fixture
def other(shop: Shop) -> Iterator[Shop]:
    """The same folder in another program."""
    opened = Shop(shop.folder, secrets=session_secrets())
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def writers(shop: Shop, other: Shop) -> Iterator[OtherWriters]:
    watched = OtherWriters(shop)
    yield watched
    watched.close()


def test_what_another_program_writes_is_noticed_once(other: Shop, writers: OtherWriters) -> None:
    assert not writers.have_written()
    other.save_setting("x", 1)
    assert writers.have_written()
    assert not writers.have_written()


def test_what_another_program_writes_beside_us_is_noticed_when_it_is_quiet(
    shop: Shop, other: Shop, writers: OtherWriters
) -> None:
    shop.save_setting("x", 1)
    other.save_setting("x", 2)
    assert not writers.have_written()
    assert writers.have_written()
    assert not writers.have_written()
