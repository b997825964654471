"""Bodies are shown compactly, and never other than they were written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.json_text import laid_out

SALE = (
    '{"supplierProductId": "SS22JN04", "action": "sold", "newPrice": 28500.10,'
    ' "sizes": [{"value": "44", "count": 0, "soldCount": 1, "sizeId": 7}, {"value": "XL", "count": 12}]}'
)


def test_one_size_stands_in_one_line_where_there_is_room() -> None:
    assert laid_out(SALE, 80).splitlines() == [
        '{"supplierProductId":"SS22JN04","action":"sold","newPrice":28500.10,',
        ' "sizes":[{"value":"44","count":0,"soldCount":1,"sizeId":7},',
        '          {"value":"XL","count":12}]}',
    ]


def test_no_line_is_longer_than_the_panel_is_wide() -> None:
    assert max(map(len, laid_out(SALE, 38).splitlines())) <= 38


@pytest.mark.parametrize("body", ["", "not json", "<html>", '{"a":', "[" * 5000, "\x00"])
def test_what_is_not_json_is_shown_as_it_came(body: str) -> None:
    assert laid_out(body, 38) == body


def test_figures_and_repeated_names_are_shown_as_they_were_written() -> None:
    assert laid_out('{"a": 1.50, "a": 1E5, "b": NaN, "": null}', 40) == '{"a":1.50,"a":1E5,"b":NaN,"":null}'


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(json_values, st.integers(min_value=1, max_value=90))
def test_laying_out_changes_nothing_but_spaces(value: object, width: int) -> None:
    assert json.loads(laid_out(json.dumps(value), width)) == value
