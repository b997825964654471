"""The simulated marketplace: what it takes, what it refuses, and the handles for tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from app.domain.dialect import CountMeaning, Dialect, SoldCountMeaning
from app.marketplace.outcome import retry_after_seconds
from app.sandbox import Sandbox
from app.sandbox.catalogue import CATALOGUE
from app.sandbox.faults import DATED, ERRORS_AFTER, NAMES, STATUSES, WEBHOOK, Faults, parse_fault
from tests.marketplace.wire import ScriptedServer, answers
from tests.services.support import jacket_sandbox, wait_until

SOLD = {
    "supplierProductId": "SS21CA2N",
    "action": "sold",
    "newPrice": 76000,
    "sizes": [{"value": "XL", "count": 2, "soldCount": 1, "sizeId": 1}],
}


class Client:
    """Talks to a running sandbox."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._client = httpx.Client(base_url=sandbox.page_url)

    def act(self, body: object, timeout: float = 5.0, **headers: str) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        usual = {"Authorization": f"Bearer {self.sandbox.token}", "Content-Type": "application/json"}
        url = self.sandbox.api_url
        return self._client.post(url, content=content, headers=usual | headers, timeout=timeout)

    def times(self, key: str) -> tuple[int, int]:
        """How often a delivery was received and how often applied."""
        state = self.get("/state").json()
        return state["received"][key], state["applied"][key]

    def post(self, path: str, body: object = None) -> httpx.Response:
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return self._client.post(path, content=content)

    def get(self, path: str) -> httpx.Response:
        return self._client.get(path)

    def stock(self, size: str = "XL") -> int:
        return self.sandbox.stock("SS21CA2N", size)

    def close(self) -> None:
        self._client.close()


@pytest.fixture(scope="module")
def running() -> Iterator[Client]:
    with jacket_sandbox() as sandbox:
        client = Client(sandbox)
        yield client
        client.close()


@pytest.fixture
def market(running: Client) -> Client:
    running.sandbox.set_faults([])
    running.act(SOLD | {"sizes": [{"value": v, "count": n} for v, n in (("XL", 3), ("L", 4), ("M", 2))]})
    return running


def test_an_action_of_the_protocol_is_applied(market: Client) -> None:
    assert market.act(SOLD).json() == {"ok": True}
    assert market.stock() == 2
    product = market.get("/state").json()["products"][0]
    assert (product["supplierProductId"], product["price"]) == ("SS21CA2N", "76000")
    assert (product["sizes"][0]["value"], product["sizes"][0]["stock"]) == ("XL", 2)


def test_a_price_is_kept_exactly(market: Client) -> None:
    body = b'{"supplierProductId":"SS21CA2N","action":"price","newPrice":76000.10,"sizes":[]}'
    assert market.act(body).status_code == 200
    assert market.sandbox.state.products["SS21CA2N"].price == "76000.10"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"supplierProductId": "nothing"}, 404),
        ({"supplierProductId": ""}, 422),
        ({"supplierProductId": 17}, 422),
        ({"supplierProductId": "x" * 201}, 422),
        ({"action": "steal"}, 422),
        ({"action": ["sold"]}, 422),
        ({"action": None}, 422),
        ({"newPrice": "76000"}, 422),
        ({"newPrice": None}, 422),
        ({"newPrice": True}, 422),
        ({"newPrice": -1}, 422),
        ({"sizes": None}, 422),
        ({"sizes": {}}, 422),
        ({"sizes": ["XL"]}, 422),
        ({"sizes": [{"value": "XL"}]}, 422),
        ({"sizes": [{"value": "XL", "count": "2"}]}, 422),
        ({"sizes": [{"value": "XL", "count": 2.0}]}, 422),
        ({"sizes": [{"value": "XL", "count": True}]}, 422),
        ({"sizes": [{"value": "XL", "count": 2, "sizeId": None}]}, 422),
        ({"sizes": [{"value": "XL", "count": 2, "soldCount": "1"}]}, 422),
        ({"sizes": [{"value": ["XL"], "count": 2}]}, 422),
        ({"sizes": [{"value": "XL", "count": 2}, {"value": "no", "count": 1}]}, 422),
    ],
    ids=repr,
)
def test_what_the_protocol_does_not_allow_is_refused_and_changes_nothing(
    market: Client, change: dict[str, Any], status: int
) -> None:
    answer = market.act(SOLD | change)
    assert answer.status_code == status
    assert answer.json()["message"]
    assert market.stock() == 3


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000])
def test_what_is_no_json_object_is_refused(market: Client, body: bytes) -> None:
    assert market.act(body).status_code == 400


def test_a_price_action_needs_a_price(market: Client) -> None:
    assert market.act({"supplierProductId": "SS21CA2N", "action": "price", "sizes": []}).status_code == 422


def test_token_and_type_are_looked_at(market: Client) -> None:
    assert market.act(SOLD, Authorization="Bearer wrong").status_code == 401
    assert market.act(SOLD, **{"Content-Type": "text/plain"}).status_code == 415
    assert market.get("/api/v1/supplier/stock").status_code == 405
    assert market.stock() == 3


def test_sales_and_returns_move_the_stock(market: Client) -> None:
    one = {"supplierProductId": "SS21CA2N", "size": "L"}
    sold = market.post("/sell", one | {"quantity": 3})
    assert sold.json() == {
        "products": [{"id": 17, "sizes": [{"value": "L", "count": 1, "soldCount": 3, "sizeId": 2}]}]
    }
    assert market.post("/return", one).json()["products"][0]["sizes"][0]["count"] == 2
    assert market.stock("L") == 2
    assert market.post("/sell").status_code == 200  # anything that is in stock


@pytest.mark.parametrize("path", ["/sell", "/return"])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b"[]", 422),
        (b"null", 422),
        (b"[" * 100_000, 422),
        ({"supplierProductId": "nothing"}, 404),
        ({"supplierProductId": ["SS21CA2N"]}, 422),
        ({"size": "no"}, 404),
        ({"size": 46}, 422),
        ({"quantity": 0}, 422),
        ({"quantity": -1}, 422),
        ({"quantity": 1.5}, 422),
        ({"quantity": "1"}, 422),
        ({"quantity": 10**12}, 422),
        ({"article": "SS21CA2N"}, 422),
    ],
    ids=repr,
)
def test_a_wrong_sale_is_a_sentence(market: Client, path: str, body: object, status: int) -> None:
    answer = market.post(path, body)
    assert answer.status_code == status
    assert answer.json()["message"]
    assert [market.stock(size) for size in ("XL", "L", "M")] == [3, 4, 2]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", {}, {"faults": "503"}, {"faults": [503]}, {"faults": ["no"]}, {"x": []}],
    ids=repr,
)
def test_wrong_faults_are_a_sentence_and_leave_the_old_ones(market: Client, body: object) -> None:
    assert market.post("/faults", {"faults": ["422"]}).json() == {"ok": True}
    answer = market.post("/faults", body)
    assert answer.status_code == 422
    assert answer.json()["message"]
    assert market.act(SOLD).status_code == 422


def test_the_page_shows_the_stock(market: Client) -> None:
    page = market.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert "SS21CA2N" in page.text
    assert "XL: <b>3</b>, L: <b>4</b>, M: <b>2</b>" in page.text


@pytest.mark.parametrize("fault", sorted(NAMES - WEBHOOK - {"late"}))
def test_a_fault_applies_the_action_once_or_not_at_all(market: Client, fault: str) -> None:
    applied = fault.endswith("-after") or fault == "latency"
    market.sandbox.set_faults([f"{fault}{'=0.01' if fault == 'latency' else ''}:1"])
    with suppress(httpx.HTTPError):
        market.act(SOLD, timeout=0.2, **{"Idempotency-Key": fault})
    assert market.stock() == (2 if applied else 3)
    assert market.times(fault) == (1, 1 if applied else 0)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("name", ["timeout", "cut", "reset"])
def test_silence_gives_no_whole_answer(market: Client, name: str, when: str) -> None:
    market.sandbox.set_faults([f"{name}-{when}:1"])
    expected = {"timeout": httpx.ReadTimeout, "cut": httpx.RemoteProtocolError, "reset": httpx.ReadError}
    with pytest.raises(expected[name]):
        market.act(SOLD, timeout=0.2)


def test_a_late_action_is_applied_after_its_sender_was_sent_away(market: Client) -> None:
    market.sandbox.set_faults(["late=0.1:1"])
    with pytest.raises(httpx.ReadError):
        market.act(SOLD, **{"Idempotency-Key": "late"})
    assert market.times("late") == (1, 0)
    wait_until(lambda: market.times("late") == (1, 1))
    assert market.stock() == 2


@pytest.mark.parametrize("status", sorted(STATUSES | DATED | ERRORS_AFTER))
def test_every_status_can_be_answered(market: Client, status: str) -> None:
    market.sandbox.set_faults([f"{status}=30:1"])
    answer = market.act(SOLD)
    assert answer.status_code == int(status[:3])
    if status in DATED:
        seconds = retry_after_seconds(answer.headers["Retry-After"])
        assert seconds == pytest.approx(30, abs=5)
    else:
        assert answer.headers.get("Retry-After") == (None if status in ERRORS_AFTER else "30")


def test_a_delivery_that_is_applied_twice_is_counted_twice(market: Client) -> None:
    for _ in range(2):
        market.act(SOLD, **{"Idempotency-Key": "twice"})
    assert market.times("twice") == (2, 2)
    body = json.dumps(SOLD | {"newPrice": 1}).encode()
    market.act(body)
    assert market.times(body.decode()) == (1, 1)


def test_a_request_that_is_refused_is_counted_as_not_applied(market: Client) -> None:
    market.act(SOLD, Authorization="Bearer wrong", **{"Idempotency-Key": "refused"})
    assert market.times("refused") == (1, 0)


def test_a_sandbox_stops_although_somebody_waits_for_its_answer() -> None:
    with jacket_sandbox(faults=("timeout-before",)) as sandbox:
        client = httpx.Client(timeout=0.01)
        with pytest.raises(httpx.TimeoutException):
            client.post(sandbox.api_url, json=SOLD)
    client.close()


@pytest.mark.parametrize(
    ("dialect", "sold", "online"),
    [
        (Dialect(), 2, {"count": 1, "soldCount": 1}),
        (Dialect(count=CountMeaning.MOVED), 1, {"count": 0, "soldCount": 1}),
        (Dialect(sold_count=SoldCountMeaning.TOTAL), 2, {"count": 1, "soldCount": 1}),
        (Dialect(sold_count=SoldCountMeaning.OMITTED), 2, {"count": 1}),
    ],
)
def test_it_speaks_every_dialect(dialect: Dialect, sold: int, online: dict[str, int]) -> None:
    with jacket_sandbox(dialect) as sandbox:
        market = Client(sandbox)
        market.act(SOLD)
        assert market.stock() == sold
        size = market.post("/sell", {"size": "XL"}).json()["products"][0]["sizes"][0]
        market.close()
    assert size == {"value": "XL", "sizeId": 1} | online


def test_a_key_counts_once_where_it_is_honoured() -> None:
    with Sandbox(dialect=Dialect(count=CountMeaning.MOVED), honours_keys=True) as sandbox:
        market = Client(sandbox)
        for key in ("a", "a", "b"):
            market.act(SOLD | {"sizes": [{"value": "XL", "count": 1}]}, **{"Idempotency-Key": key})
        market.close()
        assert sandbox.stock("SS21CA2N", "XL") == 1


def test_an_event_is_posted_until_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.sandbox.webhooks.PAUSE", 0.01)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with (
        ScriptedServer(lambda connection: connection.sendall(b"x"), answers(503), answers(200)) as listener,
        jacket_sandbox() as sandbox,
    ):
        sandbox.webhook_url = "nonsense://"
        sandbox.sell("SS21CA2N", "L")
        wait_until(lambda: len(sandbox.state.webhooks) == 5)
        sandbox.webhook_url = listener.url
        sandbox.sell("SS21CA2N", "L")
        wait_until(lambda: len(sandbox.state.webhooks) == 8)
        statuses = [one["status"] for one in sandbox.state.webhooks]
    assert statuses == [None] * 6 + [503, 200]
    assert b'"count": 2' in listener.requests[-1]


def test_a_lost_event_is_not_posted_and_the_next_one_is() -> None:
    with (
        ScriptedServer(answers(200), answers(200)) as listener,
        jacket_sandbox(faults=("lose:1",)) as sandbox,
    ):
        sandbox.webhook_url = listener.url
        sandbox.sell("SS21CA2N", "L")
        sandbox.sell("SS21CA2N", "M")
        wait_until(lambda: len(sandbox.state.webhooks) == 1)
    assert [b'"M"' in request for request in listener.requests] == [True]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_fault_can_be_written_in_every_form(name: str) -> None:
    fault = parse_fault(f" {name}=2.5:3@0.25 ")
    assert (fault.name, fault.value, fault.left, fault.probability) == (name, 2.5, 3, 0.25)
    assert parse_fault(name).left is None


@pytest.mark.parametrize(
    "text", ["", "no", "503:", "503:x", "503:-1", "latency=.", "latency=1.2.3", "503:١", "503@"]
)
def test_what_is_no_fault_is_told_with_the_names(text: str) -> None:
    with pytest.raises(ValueError, match="cut-after, cut-before"):
        parse_fault(text)


def test_a_counted_fault_is_used_up() -> None:
    faults = Faults(active=[parse_fault("503:2")])
    assert [bool(faults.take(frozenset({"503"}))) for _ in range(4)] == [True, True, False, False]


def test_the_catalogue_is_realistic() -> None:
    assert len(CATALOGUE) == 40
    assert len({product.brand for product in CATALOGUE}) >= 6
    assert all(product.price > 0 and product.sizes for product in CATALOGUE)
    barcodes = [size.barcode for product in CATALOGUE for size in product.sizes]
    assert len(set(barcodes)) == len(barcodes)
    assert {len(barcode) for barcode in barcodes} == {13}
