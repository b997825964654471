"""Spellings of one size are one size; what may be another size is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.size_names import ONE_SIZE, find_size_name, normal_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ХL", "XL"),  # Cyrillic Х
        ("хl", "XL"),
        ("М", "M"),
        ("42.0", "42"),
        ("42,0", "42"),
        ("42,5", "42.5"),
        ("42½", "42.5"),
        ("42 – 44", "42-44"),
        ("S / M", "s/m"),
        ("XXL", "2XL"),
        ("2 XL", "2XL"),
        ("ХХХL", "3xl"),
        ("XXS", "2XS"),
        ("р. 42", "42"),
        ("Размер XL", "XL"),
        ("size 38", "38"),
        ("XL", "ＸＬ"),  # full width
        ("Эска", "S"),
        ("р. М", "M"),
        ("размер эмка", "M"),
        ("Л", "L"),
        ("ХЛ", "XL"),
        ("ххл", "2XL"),
        ("икс-эль", "XL"),
    ],
)
def test_spellings_of_one_size(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    "name",
    ["one size", "ONE SIZE", "One-Size", "onesize", "ONE", "OS", "единый", "Единый размер", "б/р"],
)
def test_names_of_the_only_size(name: str) -> None:
    assert normal_form(name) == ONE_SIZE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("42", "42.5"),
        ("42", "420"),
        ("42.05", "425"),
        ("4.20", "42"),
        ("XL", "L"),
        ("XL", "XXL"),
        ("S/M", "S"),
        ("42-44", "4244"),
        ("42½", "421/2"),
        ("красный", "kpachый"),
        ("OS", "S"),
        ("1XL", "XL"),
    ],
)
def test_other_sizes_stay_other_sizes(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@given(st.text(max_size=20))
def test_a_normal_form_stays_as_it_is(value: str) -> None:
    assert normal_form(normal_form(value)) == normal_form(value)


def test_just_one_size_has_to_fit() -> None:
    assert find_size_name("ХL", ["L", "XL"]) == 1
    assert find_size_name("xl", ["XL", "xl"]) == 1, "as it stands comes first"
    assert find_size_name("Xl", ["XL", "xl"]) is None
    assert find_size_name("xxl", ["2XL", "XXL "]) == 1, "by case before its normal form"
    assert find_size_name("XxL", ["2xl", "2 XL"]) is None
    assert find_size_name("единый", ["ONE"]) == 0
    assert find_size_name("43", ["42", "44"]) is None
