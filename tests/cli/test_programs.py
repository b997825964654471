"""Commands that run until they are stopped, and output that is cut off or cannot say everything."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.domain.action import Action
from app.services.catalogue import add_product
from app.services.delivery_views import DeliveryKind
from app.services.editing import queue_action
from app.services.event_views import EventFilter, EventKind
from app.services.inbox import event_rows
from app.services.outbox import delivery_rows
from app.services.receiving import free_port, listener_url, load_listener, save_listener
from app.services.settings import ConnectionSettings, save_connection
from app.services.shop import Shop
from app.services.views import ProductDraft, SizeDraft
from tests.cli.support import polka, program
from tests.services.support import JACKET, add_simple_product, jacket_sandbox, lose_all, wait_until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes are of another kind")


def stop(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    return process.returncode, out, err


def test_serve_sends_and_receives_and_stops(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    listener = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 0))
    save_listener(shop, listener)
    save_connection(shop, ConnectionSettings(url="https://other.invalid", rate_per_second=None))
    sold = ("send", "--data", shop.folder, "--product=SS21CA2N", "--action=sold", "--size=XL=1")
    assert polka(*sold).code == 0
    with jacket_sandbox() as sandbox:
        sandbox.webhook_url = listener_url(listener)
        given = {"POLKA_API_URL": sandbox.api_url, "POLKA_API_TOKEN": sandbox.token}
        with program("serve", "--data", shop.folder, **given) as serve:
            assert serve.stdout is not None
            assert "Polka is running on" in serve.stdout.readline()
            wait_until(lambda: sandbox.stock("SS21CA2N", "XL") == 2)
            sandbox.sell("SS21CA2N", "L")
            wait_until(lambda: [r.kind for r in event_rows(shop, EventFilter(), 0, 9)] == [EventKind.SALE])
            half = socket.create_connection(("127.0.0.1", listener.port))
            half.sendall(b"POST /h/ HTTP/1.1\r\nContent-Length: 9\r\n\r\n{")
            code, out, err = stop(serve)
            half.close()
    assert (code, err) == (0, "")
    assert out.endswith("Polka has stopped.\n")
    assert sandbox.token not in out
    assert listener.secret not in out


def test_serve_stops_while_an_answer_is_awaited(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
    with jacket_sandbox(faults=("latency=1",)) as sandbox:
        given = {"POLKA_API_URL": sandbox.api_url, "POLKA_API_TOKEN": sandbox.token}
        with program("serve", "--data", shop.folder, **given) as serve:
            read_until(serve, "Polka is running on")
            wait_until(lambda: delivery_rows(shop, DeliveryKind.ALL, 0, 1)[0].state == "sending")
            code, _, err = stop(serve)
    assert (code, err) == (0, "")
    (row,) = delivery_rows(shop, DeliveryKind.ALL, 0, 1)
    assert (row.state, sandbox.stock("SS21CA2N", "XL")) == ("delivered", 2)


def test_serve_says_at_once_and_each_time_that_a_delivery_has_no_answer(shop: Shop) -> None:
    add_simple_product(shop, "SS21CA2N", JACKET, marketplace_id=17)
    queue_action(shop, "SS21CA2N", Action.SOLD, {"XL": 1}, None, "test")
    lose_all(shop)
    add_simple_product(shop, "B2", {"S": 5})
    with jacket_sandbox(faults=("cut-after:1",)) as sandbox:
        given = {"POLKA_API_URL": sandbox.api_url, "POLKA_API_TOKEN": sandbox.token}
        with program("serve", "--data", shop.folder, **given) as serve:
            assert serve.stdout is not None
            read_until(serve, "Deliveries without an answer: 1.")
            assert "polka list deliveries --unanswered --data" in serve.stdout.readline()
            assert f"polka --data {shop.folder}" in serve.stdout.readline()
            queue_action(shop, "B2", Action.SOLD, {"S": 1}, None, "test")
            read_until(serve, "Deliveries without an answer: 2.")
            code, _, err = stop(serve)
    assert (code, err) == (0, "")
    listed = polka("list", "deliveries", "--unanswered", "--data", shop.folder).out
    assert len(listed.splitlines()) == 2


def read_until(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdout is not None
    while words not in process.stdout.readline():
        assert process.poll() is None


def test_serve_without_an_address_waits_for_one_and_stops(tmp_path: Path) -> None:
    with program("serve", "--data", tmp_path / "shop") as serve:
        assert serve.stdout is not None
        while "not connected" not in serve.stdout.readline():
            assert serve.poll() is None
        code, out, err = stop(serve)
    assert (code, err) == (0, "")
    assert out.endswith("Polka has stopped.\n")


def test_the_sandbox_says_where_it_is_and_works() -> None:
    options = ("--port=0", "--token=t-1", "--count=moved", "--sold-count=omitted", "--fault=422:1")
    with program("sandbox", *options) as sandbox:
        assert sandbox.stdout is not None
        page, url, token, events, _ = (sandbox.stdout.readline().split(": ")[-1].strip() for _ in range(5))
        assert token == "t-1"
        assert events.startswith("nobody")
        body = {"supplierProductId": "SS21CA2N", "action": "sold", "sizes": [{"value": "XL", "count": 1}]}
        with httpx.Client(headers={"Authorization": "Bearer t-1"}) as client:
            assert [client.post(url, json=body).status_code for _ in range(2)] == [422, 200]
            assert client.post(
                f"{page}sell", json={"size": "XL", "supplierProductId": "SS21CA2N"}
            ).json() == {"products": [{"id": 17, "sizes": [{"value": "XL", "count": 1, "sizeId": 1}]}]}
        code, _, err = stop(sandbox)
    assert (code, err) == (0, "")


@pytest.fixture
def many(shop: Shop) -> Path:
    """A shop whose list is longer than a pipe holds."""
    for number in range(10):
        add_product(
            shop, ProductDraft(f"Куртка «{number}» 👟", title="x" * 20_000, sizes=(SizeDraft("XL"),))
        )
    return shop.folder


def test_a_reader_that_has_seen_enough_is_no_error(many: Path) -> None:
    with program("list", "products", "--json", "--data", many) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        assert json.loads(listing.stdout.readline())
        listing.stdout.close()
        assert listing.stderr.read() == ""
        assert listing.wait(10) == 0


def test_output_that_cannot_say_everything_says_it_otherwise(many: Path) -> None:
    for as_json in (["--json"], []):
        with program("list", "products", *as_json, "--data", many, PYTHONIOENCODING="ascii") as listing:
            out, err = listing.communicate(timeout=10)
        assert (listing.returncode, err) == (0, "")
        assert "\\u041a" in out
        if as_json:
            assert json.loads(out.splitlines()[0])["article"] == "Куртка «0» 👟"
