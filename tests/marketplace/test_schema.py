"""What goes over the wire: the examples of the protocol page, and properties of everything else."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.action import Action
from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.domain.money import HIGHEST_PRICE
from app.marketplace.schema import OutgoingSize, UnreadableError, parse_event, render

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
PRICES = st.decimals(Decimal("0.01"), HIGHEST_PRICE, places=2, allow_nan=False)
NUMBERS = st.integers(-(2**31), 2**31 - 1)
SIZES = st.builds(OutgoingSize, TEXT, st.integers(1, 10**6), NUMBERS, st.none() | NUMBERS)
DIALECTS = st.builds(Dialect, count=..., sold_count=..., price_with_every_action=...)


def fields(body: bytes) -> Any:
    """The JSON as a strict reader sees it, numbers with a point as exact decimals."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    return json.loads(body, parse_float=Decimal, parse_constant=refuse, object_pairs_hook=once)


def test_the_example_of_the_protocol_page() -> None:
    size = OutgoingSize("XL", quantity=1, left=2, size_id=5)
    assert json.loads(render(Action.SOLD, "SS21CA2N", Decimal(76000), [size], Dialect())) == {
        "supplierProductId": "SS21CA2N",
        "action": "sold",
        "newPrice": 76000,
        "sizes": [{"value": "XL", "count": 2, "soldCount": 1, "sizeId": 5}],
    }


def test_the_example_event_of_the_protocol_page() -> None:
    body = b'{"products": [{"id": 17, "sizes": [{"value": "L", "count": 4, "soldCount": 1, "sizeId": 3}]}]}'
    (product,) = parse_event(body).products
    (size,) = product.sizes
    assert (product.id, size.value, size.count, size.sold_count, size.size_id) == (17, "L", 4, 1, 3)


@given(st.sampled_from(Action), TEXT, st.none() | PRICES, st.lists(SIZES, max_size=4), DIALECTS)
def test_every_body_says_exactly_what_was_meant(
    action: Action, article: str, price: Decimal | None, sizes: list[OutgoingSize], dialect: Dialect
) -> None:
    body = fields(render(action, article, price, sizes, dialect))
    assert (body["supplierProductId"], body["action"]) == (article, action.value)
    with_price = price is not None and (action is Action.PRICE or dialect.price_with_every_action)
    assert body.get("newPrice") == (price if with_price else None)
    assert ("newPrice" in body) == with_price
    carried = sizes if action is not Action.PRICE or dialect.price_carries_sizes else []
    assert [size["value"] for size in body["sizes"]] == [size.value for size in carried]
    for written, size in zip(body["sizes"], carried, strict=True):
        left = dialect.count is CountMeaning.LEFT
        assert written["count"] == (size.left if left else size.quantity)
        told = action is Action.SOLD and dialect.sold_count is SoldCountMeaning.MOVED
        assert written.get("soldCount", "left out") == (size.quantity if told else "left out")
        assert written.get("sizeId", "left out") == ("left out" if size.size_id is None else size.size_id)
        assert {type(value) for name, value in written.items() if name != "value"} == {int}


@pytest.mark.parametrize(
    ("price", "written"),
    [
        ("0.1", "0.1"),
        ("76000", "76000"),
        ("76000.00", "76000"),
        ("76000.50", "76000.5"),
        ("0.01", "0.01"),
        ("999999999999.99", "999999999999.99"),
        ("7.6E+4", "76000"),
        ("1234567.89", "1234567.89"),
    ],
)
def test_a_price_is_written_exactly(price: str, written: str) -> None:
    body = render(Action.PRICE, "A", Decimal(price), [], Dialect())
    assert f'"newPrice":{written},' in body.decode()


@pytest.mark.parametrize(
    "article", ['"newPrice":0', '","newPrice":0,"x":"', "\\", "newPrice", "00123", "\u2028"]
)
def test_an_article_that_looks_like_a_field_stays_an_article(article: str) -> None:
    body = fields(render(Action.PRICE, article, Decimal("5.5"), [OutgoingSize(article, 1, 2)], Dialect()))
    assert (body["supplierProductId"], body["newPrice"]) == (article, Decimal("5.5"))
    assert body["sizes"][0]["value"] == article


def test_cyrillic_goes_as_it_is() -> None:
    body = render(Action.SOLD, "Куртка", None, [OutgoingSize("Х", 1, 2)], Dialect())
    assert "Куртка".encode() in body
    assert json.loads(body)["sizes"] == [{"value": "Х", "count": 2, "soldCount": 1}]


@given(st.binary())
def test_any_bytes_are_an_event_or_unreadable(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        parse_event(b"\x00" + body)


def test_a_stock_below_zero_is_no_event() -> None:
    body = '{"products":[{"id":17,"sizes":[{"value":"L","count":%d,"soldCount":-1}]}]}'
    (product,) = parse_event((body % 0).encode()).products
    assert (product.sizes[0].count, product.sizes[0].sold_count) == (0, -1)
    with pytest.raises(UnreadableError):
        parse_event((body % -1).encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["products", "id", "sizes", "value", "count", "soldCount", "sizeId", "x"]),
            inner,
        )
    ),
)


@given(JSON)
def test_any_json_is_an_event_or_unreadable(data: Any) -> None:
    body = json.dumps({"products": [data]}).encode()
    try:
        event = parse_event(body)
    except UnreadableError:
        return
    for product in event.products:
        assert all(type(size.count) is int and size.value for size in product.sizes)
