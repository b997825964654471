"""Prices and quantities as people type them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidValueError
from app.domain.money import MOST_PIECES, parse_price, parse_quantity


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("76 000,50", "76000.50"),
        ("76,000.50", "76000.50"),
        ("76\u00a0000", "76000"),
        ("76000 ₸", "76000"),
        ("1.234.567,8", "1234567.8"),
        ("0,5", "0.5"),
    ],
)
def test_a_price_is_read_exactly(typed: str, price: str) -> None:
    assert parse_price(typed) == Decimal(price)


@pytest.mark.parametrize(
    "typed", ["0", "-1", "", "abc", "76.000", "76,000", "1,2,3", "1e5", "NaN", "1,234", "9" * 30]
)
def test_a_doubtful_price_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse_price(typed)
    assert str(refused.value.title).endswith(".")


@pytest.mark.parametrize("typed", ["-1", "1.5", "1000000000000", "two", "", "0", "1e3", "²"])
def test_a_wrong_quantity_is_refused(typed: str) -> None:
    with pytest.raises(InvalidValueError):
        parse_quantity(typed)


@given(st.integers(1, MOST_PIECES))
def test_a_quantity_is_what_was_typed(pieces: int) -> None:
    assert parse_quantity(str(pieces)) == pieces
    assert parse_quantity(f"{pieces:,}".replace(",", "\u202f")) == pieces


@given(st.text())
def test_any_text_is_a_price_or_a_refusal(typed: str) -> None:
    with contextlib.suppress(InvalidValueError):
        assert parse_price(typed) > 0
