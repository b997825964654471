"""`polka send` and the guard: what the review in the window would ask about needs a word more."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from app.cli.send import REFUSED
from app.services.delivery_views import DeliveryKind
from app.services.outbox import delivery_count
from app.services.shop import Shop
from tests.cli.support import Ended, polka
from tests.services.support import JACKET, add_simple_product


@pytest.fixture
def folder(shop: Shop) -> Path:
    """The folder of a shop with one jacket whose sizes are sold by ones."""
    add_simple_product(shop, "SS21CA2N", JACKET, price=Decimal(82000), marketplace_id=17)
    return shop.folder


def send(folder: Path, *arguments: str) -> Ended:
    return polka("send", "--data", folder, "--product", "SS21CA2N", *arguments)


PRICE = ("--action", "price", "--price", "8200")
TOO_MANY = ("--action", "sold", "--size", "XL=1", "--size", "L=900")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (PRICE, "SS21CA2N: The price changes by more than 50 %."),
        (TOO_MANY, "SS21CA2N: The stock would go below zero: L."),
    ],
)
def test_what_is_unusual_is_named_and_refused_unless_it_is_said_to_be_right(
    shop: Shop, folder: Path, typed: tuple[str, ...], words: str
) -> None:
    ended = send(folder, *typed)
    assert (ended.code, ended.out) == (REFUSED, "")
    assert words in ended.err
    assert "add --accept-warnings if it is right" in ended.err
    assert delivery_count(shop, DeliveryKind.ALL) == 0
    ended = send(folder, *typed, "--accept-warnings")
    assert (ended.code, ended.out) == (0, "Queued: 1\n")
    assert words in ended.err


def test_far_more_pieces_than_usual_are_refused(shop: Shop, folder: Path) -> None:
    for _ in range(3):
        assert send(folder, "--action", "receipts", "--size", "XL=1").code == 0
    ended = send(folder, "--action", "receipts", "--size", "XL=11")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (REFUSED, 3)
    assert "Far more pieces than usual: XL." in ended.err
    assert send(folder, "--action", "receipts", "--size", "XL=10").code == 0


def test_a_price_that_jumps_holds_back_the_sale_that_came_with_it(shop: Shop, folder: Path) -> None:
    ended = send(folder, "--action", "sold", "--size", "XL=1", "--price", "8200")
    assert (ended.code, delivery_count(shop, DeliveryKind.ALL)) == (REFUSED, 0)


def test_a_program_reads_the_same_as_json(folder: Path) -> None:
    ended = send(folder, *PRICE, "--json")
    told = {"danger": "price_jump", "text": "The price changes by more than 50 %."}
    assert (ended.code, ended.err) == (REFUSED, "")
    assert json.loads(ended.out) == {"product": "SS21CA2N", "queued": [], "warnings": [told]}
    ended = send(folder, *PRICE, "--json", "--accept-warnings")
    assert json.loads(ended.out) == {"product": "SS21CA2N", "queued": [1], "warnings": [told]}


def test_what_the_marketplace_has_of_a_new_size_is_told_and_stops_nothing(shop: Shop) -> None:
    add_simple_product(shop, "NEW1", {"ONE": None})
    ended = polka(
        "send", "--data", shop.folder, "--product=NEW1", "--action=receipts", "--size=ONE=2", "--json"
    )
    assert ended.code == 0
    assert [warning["danger"] for warning in json.loads(ended.out)["warnings"]] == ["unknown_stock"]


def test_the_help_names_the_exit_code_of_the_guard(folder: Path) -> None:
    assert "3 something is unusual" in " ".join(send(folder, "--help").out.split())
