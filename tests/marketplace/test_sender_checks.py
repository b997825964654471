"""Who may post beyond knowing the address, over real HTTP."""

from __future__ import annotations

import base64
import hashlib
import hmac
import socket
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.refusal import Refusal
from app.marketplace import head_limit, sender_checks
from app.marketplace.own_test import HEADER, OwnTests
from app.marketplace.receiver import Received, Receiver
from app.marketplace.sender_checks import SenderChecks, SenderGate, parse_networks
from app.marketplace.signature import signature, signature_refusal, signing_key
from tests.marketplace.wire import running
from tests.services.support import wait_until

SALE = b'{"products":[{"id":17,"sizes":[{"value":"L","count":3,"soldCount":1}]}]}'
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
KEY = base64.b64decode(SECRET.removeprefix("whsec_"))


@dataclass
class Checked:
    """A running listener with checks, what it kept, and whom it sent away."""

    url: str = ""
    port: int = 0
    client: httpx.Client = field(default_factory=lambda: httpx.Client(verify=False))
    kept: list[Received] = field(default_factory=list[Received])
    refused: Counter[tuple[str, Refusal]] = field(default_factory=Counter[tuple[str, Refusal]])
    own_tests: OwnTests = field(default_factory=OwnTests)

    async def keep(self, received: Received) -> None:
        self.kept.append(received)

    def note(self, sender: str, refusal: Refusal) -> None:
        self.refused[sender, refusal] += 1

    def post(self, body: bytes = SALE, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-").encode(): value.encode() for name, value in headers.items()}
        return self.send(body, headers=named)

    def send(
        self, body: bytes = SALE, *, headers: dict[bytes, bytes] | None = None, end: str = ""
    ) -> httpx.Response:
        return self.client.post(f"{self.url}{end}", content=body, headers=headers)


@contextmanager
def checked(checks: SenderChecks) -> Iterator[Checked]:
    found = Checked()
    gate = SenderGate(checks, found.note)
    receiver = Receiver("secret", 2000, found.keep, gate=gate, own_tests=found.own_tests)
    with running(receiver, gate) as port, found.client:
        found.url, found.port = f"http://127.0.0.1:{port}/h/secret", port
        yield found


def signed(
    body: bytes = SALE, *, age: float = 0, identity: str = "msg_1", key: bytes = KEY
) -> dict[str, str]:
    """Headers as a sender of Standard Webhooks makes them, by its specification."""
    timestamp = str(int(time.time() - age))
    mac = hmac.new(key, f"{identity}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    value = f"v1,{base64.b64encode(mac).decode()}"
    return {"webhook_id": identity, "webhook_timestamp": timestamp, "webhook_signature": value}


@pytest.mark.parametrize(
    ("given_token", "status"),
    [
        ("Bearer tok-1", 200),
        ("bearer  tok-1", 200),
        ("Bearer tok-2", 401),
        ("Bearer tok-12", 401),
        ("Basic tok-1", 401),
        ("tok-1", 401),
        ("", 401),
    ],
)
def test_a_bearer_token_is_asked_for(given_token: str, status: int) -> None:
    with checked(SenderChecks(token="tok-1")) as listener:
        answer = listener.post(Authorization=given_token)
    assert answer.status_code == status
    assert len(listener.kept) == (status == 200)
    assert listener.refused == ({("127.0.0.1", Refusal.TOKEN): 1} if status == 401 else {})


def test_the_example_of_the_specification_is_good() -> None:
    headers = {
        b"webhook-id": b"msg_p5jXN8AQM9LWM0D4loKWxJek",
        b"webhook-timestamp": b"1614265330",
        b"webhook-signature": b"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    body = b'{"test": 2432232314}'
    assert signature_refusal(signing_key(SECRET), headers, body, 1614265330) is None
    assert signature_refusal(signing_key(SECRET), headers, body + b" ", 1614265330) is Refusal.SIGNATURE


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({}, None),
        ({"webhook_signature": "v1,bm90IGl0 v2,x {good} v1a,zz"}, None),
        ({"webhook_signature": ""}, Refusal.SIGNATURE),
        ({"webhook_signature": "v1,"}, Refusal.SIGNATURE),
        ({"webhook_signature": "v1,AAAA " * 50 + "{good}"}, Refusal.SIGNATURE),
        ({"webhook_id": "msg_2"}, Refusal.SIGNATURE),
        ({"webhook_id": ""}, Refusal.SIGNATURE),
        ({"webhook_timestamp": "now"}, Refusal.SIGNATURE),
        ({"webhook_timestamp": "9" * 4000}, Refusal.SIGNATURE),
    ],
)
def test_a_signature_is_asked_for(change: dict[str, str], refusal: Refusal | None) -> None:
    headers = signed()
    good = headers["webhook_signature"]
    headers |= {name: value.replace("{good}", good) for name, value in change.items()}
    with checked(SenderChecks(signing_key=KEY)) as listener:
        answer = listener.post(**headers)
    assert answer.status_code == (200 if refusal is None else 401)
    assert [reason for _, reason in listener.refused] == ([] if refusal is None else [refusal])
    assert len(listener.kept) == (refusal is None)


@pytest.mark.parametrize(("age", "status"), [(290, 200), (-290, 200), (320, 401), (-320, 401)])
def test_what_was_signed_long_ago_may_be_a_repetition(age: float, status: int) -> None:
    with checked(SenderChecks(signing_key=KEY)) as listener:
        assert listener.post(**signed(age=age)).status_code == status
    assert list(listener.refused) == ([] if status == 200 else [("127.0.0.1", Refusal.TIMESTAMP)])


@given(body=st.binary(max_size=50), other=st.binary(max_size=50), key=st.binary(min_size=24, max_size=64))
def test_a_signature_fits_one_body_and_one_key(body: bytes, other: bytes, key: bytes) -> None:
    headers = {b"webhook-id": b"1", b"webhook-timestamp": b"100"}
    headers[b"webhook-signature"] = signature(key, b"1", b"100", body)
    assert signature_refusal(key, headers, body, 100) is None
    assert (signature_refusal(key, headers, other, 100) is None) == (body == other)
    assert (signature_refusal(KEY, headers, body, 100) is None) == (key == KEY)


@pytest.mark.parametrize(
    "secret", ["whsec_", "whsec_AAAA", "x", "whsec_" + "A" * 400, "whsec_!" + "A" * 32]
)
def test_a_signing_secret_that_is_none_is_refused(secret: str) -> None:
    with pytest.raises(ValueError, match=r"base64|short"):
        signing_key(secret)


@pytest.mark.parametrize(
    ("allowed", "sender", "status"),
    [
        ("203.0.113.0/24", "203.0.113.7", 200),
        ("10.0.0.1, 203.0.113.7", "203.0.113.7", 200),
        ("203.0.113.9/24", "203.0.113.7", 200),
        ("203.0.113.0/24", "::ffff:203.0.113.7", 200),
        ("2001:db8::/32", "2001:db8::1", 200),
        ("203.0.113.0/24", "203.0.114.7", 403),
        ("2001:db8::/32", "203.0.113.7", 403),
        ("203.0.113.0/24", "[::1", 403),
        ("203.0.113.0/24", "", 403),
    ],
)
def test_only_allowed_addresses_may_post(allowed: str, sender: str, status: int) -> None:
    with checked(SenderChecks(networks=parse_networks(allowed))) as listener:
        assert listener.post(X_Forwarded_For=sender).status_code == status
    assert len(listener.kept) == (status == 200)


def test_who_does_not_know_the_address_learns_nothing_of_the_checks() -> None:
    checks = SenderChecks(parse_networks("10.0.0.1"), "tok-1", KEY, per_second=1)
    with checked(checks) as listener:
        answers = {listener.send(end="x").status_code for _ in range(5)}
    assert answers == {404}
    assert listener.refused == {("127.0.0.1", Refusal.WRONG_SECRET): 5}


def test_a_passer_by_is_told_from_an_event_for_another_secret() -> None:
    with checked(SenderChecks()) as listener:
        base = f"http://127.0.0.1:{listener.port}"
        statuses = [
            listener.client.get(f"{base}/h/old").status_code,
            listener.client.post(f"{base}/login").status_code,
            listener.client.post(f"{base}/h/old").status_code,
        ]
    assert statuses == [404, 404, 404]
    assert listener.refused == {
        ("127.0.0.1", Refusal.NO_SUCH_ADDRESS): 2,
        ("127.0.0.1", Refusal.WRONG_SECRET): 1,
    }


def test_one_address_may_ask_so_often_and_another_is_not_hindered() -> None:
    with checked(SenderChecks(per_second=5)) as listener:
        answers = [listener.post() for _ in range(8)]
        other = listener.post(X_Forwarded_For="203.0.113.7").status_code
    assert [answer.status_code for answer in answers].count(200) in {5, 6}
    assert answers[-1].status_code == 429
    assert answers[-1].headers["retry-after"] == "1"
    assert other == 200


def test_rates_of_ever_new_addresses_take_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender_checks, "MOST_ADDRESSES", 10)
    gate = SenderGate(SenderChecks(per_second=1))
    assert [gate.refusal(str(number), {}) for number in range(1000)] == [None] * 1000
    assert gate.refusal("999", {}) is Refusal.TOO_OFTEN
    assert gate.refusal("0", {}) is None


def test_one_address_holds_so_many_connections_at_once() -> None:
    with checked(SenderChecks(connections=3)) as listener:
        held = [socket.create_connection(("127.0.0.1", listener.port)) for _ in range(3)]
        with socket.create_connection(("127.0.0.1", listener.port), timeout=5) as beyond:
            assert beyond.recv(100).startswith(b"HTTP/1.1 429 ")
        assert listener.refused == {("127.0.0.1", Refusal.TOO_MANY): 1}
        for one in held:
            one.close()
        wait_until(lambda: listener.post().status_code == 200)


def test_a_head_that_drips_in_is_cut_off_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head_limit, "HEAD_SECONDS", 0.1)
    with (
        checked(SenderChecks()) as listener,
        socket.create_connection(("127.0.0.1", listener.port), timeout=5) as slow,
    ):
        slow.sendall(b"POST /h/")
        assert slow.recv(100) == b""
    assert listener.refused == {("127.0.0.1", Refusal.TOO_SLOW): 1}


def test_an_own_test_event_passes_every_check_and_is_not_kept() -> None:
    checks = SenderChecks(parse_networks("10.0.0.1"), "tok-1", KEY)
    with checked(checks) as listener:
        test = listener.own_tests.begin()
        answers = [listener.send(test.body, headers=test.headers) for _ in range(2)]
        assert listener.send(test.body, headers=test.headers, end="x").status_code == 404
        assert listener.send(headers=test.headers).status_code == 403
    assert [answer.status_code for answer in answers] == [200, 200]
    assert test.arrived.is_set()
    assert listener.kept == []


@pytest.mark.parametrize("forged", ["", "a b c", "a b v1,AAAA", "а б в", "x" * 9000])
def test_a_test_event_of_somebody_else_is_an_event_like_any(forged: str) -> None:
    with checked(SenderChecks()) as listener:
        assert listener.send(headers={HEADER: forged.encode()}).status_code == 200
        assert listener.send(headers=OwnTests().begin().headers).status_code == 200
    assert [one.body for one in listener.kept] == [SALE, SALE]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        pytest.param(
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500,
            Refusal.NOT_HTTP,
            marks=pytest.mark.expects_log("Invalid HTTP request"),
            id="tls",
        ),
        pytest.param(
            b"POST /h/secret HTTP/1.1\r\nX-A: " + b"z" * 80_000 + b"\r\n\r\n", Refusal.TOO_LARGE, id="head"
        ),
    ],
)
def test_what_is_no_request_is_sent_away_and_counted(words: bytes, reason: Refusal) -> None:
    with (
        checked(SenderChecks()) as listener,
        socket.create_connection(("127.0.0.1", listener.port), timeout=5) as connection,
    ):
        connection.sendall(words)
        assert connection.recv(65536).startswith(b"HTTP/1.1 400 ")
    assert listener.refused == {("127.0.0.1", reason): 1}
    assert listener.kept == []
