"""Prices and quantities as people type them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidValueError
from app.domain.money import HIGHEST_PRICE, MOST_PIECES, parse_price, parse_quantity

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u3000"])
DIGITS = st.sampled_from(["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"])


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("76000", "76000"),
        ("76 000,50", "76000.50"),
        ("76,000.50", "76000.50"),
        ("76.000,50", "76000.50"),
        ("76'000.50", "76000.50"),
        ("76’000.50", "76000.50"),
        ("76\u00a0000", "76000"),
        ("76\u202f000,5", "76000.5"),
        ("1\u2009234\u2009567", "1234567"),
        ("  76000\t", "76000"),
        ("76\u200b000\ufeff", "76000"),
        ("76000 ₸", "76000"),
        ("76 000 тг.", "76000"),
        ("76 000 тенге", "76000"),
        ("76000 руб.", "76000"),
        ("76000р", "76000"),
        ("₽ 76 000", "76000"),
        ("$76,000.50", "76000.50"),
        ("1.234.567,8", "1234567.8"),
        ("1,234,567", "1234567"),
        ("７６，０００．５０", "76000.50"),
        ("٧٦٬٠٠٠٫٥", "76000.5"),
        ("0,5", "0.5"),
        ("0.01", "0.01"),
        ("007", "7"),
        ("0" * 5000 + "7", "7"),
        ("999999999999.99", "999999999999.99"),
    ],
)
def test_a_price_is_read_exactly(typed: str, price: str) -> None:
    assert parse_price(typed) == Decimal(price)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("0", "cannot be zero"),
        ("0,00", "cannot be zero"),
        ("-1", "below zero"),
        ("−1", "below zero"),
        ("– 1", "below zero"),
        ("76.000", "thousands or decimals"),
        ("76,000", "thousands or decimals"),
        ("0.001", "at most two decimals"),
        ("76000.505", "at most two decimals"),
        ("1000000000000", "too high"),
        ("9" * 5000, "too high"),
        ("", "is a number"),
        ("abc", "is a number"),
        ("1,2,3", "is a number"),
        ("1.23.456", "is a number"),
        ("1,234,567,8", "is a number"),
        ("12 34", "is a number"),
        ("1e5", "is a number"),
        ("10^12", "is a number"),
        ("NaN", "is a number"),
        ("Infinity", "is a number"),
        ("½", "is a number"),
        ("10²", "is a number"),
        ("₽", "is a number"),
        ("5 ₽ 6", "is a number"),
    ],
)
def test_a_doubtful_price_is_refused_with_a_sentence(typed: str, why: str) -> None:
    with pytest.raises(InvalidValueError, match=why) as refused:
        parse_price(typed)
    assert "old value stays" in str(refused.value.advice)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-1", "without a minus"),
        ("−1", "without a minus"),
        ("—2", "without a minus"),
        ("1.5", "Pieces are whole"),
        ("1,5", "Pieces are whole"),
        ("1.0", "Pieces are whole"),
        ("1000000000000", "more than 1\xa0000\xa0000"),
        ("1000001", "more than 1\xa0000\xa0000"),
        ("9" * 5000, "more than 1\xa0000\xa0000"),
        ("10^12", "whole number"),
        ("1e3", "whole number"),
        ("two", "whole number"),
        ("", "whole number"),
        (" ", "whole number"),
        ("10²", "whole number"),
        ("12 34", "whole number"),
        ("1 2", "whole number"),
        ("0x10", "whole number"),
        ("1_000", "whole number"),
        ("True", "whole number"),
        ("0", "Zero pieces"),
        ("000", "Zero pieces"),
        ("0" * 5000, "Zero pieces"),
    ],
)
def test_a_wrong_quantity_is_refused_with_a_sentence(typed: str, why: str) -> None:
    with pytest.raises(InvalidValueError, match=why):
        parse_quantity(typed)


@given(st.integers(1, MOST_PIECES), SPACES, DIGITS)
def test_a_quantity_is_what_was_typed(pieces: int, space: str, digits: str) -> None:
    typed = str(pieces).translate(str.maketrans("0123456789", digits))
    assert parse_quantity(f" {typed} ") == pieces
    assert parse_quantity(f"{pieces:,}".replace(",", space)) == pieces


@given(st.decimals(Decimal("0.01"), HIGHEST_PRICE - 1, places=2), SPACES, st.sampled_from(",."), DIGITS)
def test_a_price_is_what_was_typed(price: Decimal, space: str, mark: str, digits: str) -> None:
    typed = f"{price:,}".replace(",", space).replace(".", mark)
    assert parse_price(typed.translate(str.maketrans("0123456789", digits))) == price


@given(st.text() | st.text("0123456789., '-₽р\u00a0"))
def test_any_text_is_a_price_or_a_refusal(typed: str) -> None:
    with contextlib.suppress(InvalidValueError):
        price = parse_price(typed)
        assert 0 < price < HIGHEST_PRICE
        assert price == round(price, 2)


@given(st.text() | st.text("0123456789., '-\u00a0"))
def test_any_text_is_a_quantity_or_a_refusal(typed: str) -> None:
    with contextlib.suppress(InvalidValueError):
        assert 1 <= parse_quantity(typed) <= MOST_PIECES
