"""What the listener answers to whatever is thrown at it, over real HTTP."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import httpx
import psutil
import pytest

from app.domain.errors import StorageError
from app.domain.text import translate
from app.marketplace import head_limit, receiver
from app.marketplace.receiver import Received, Receiver
from tests.marketplace.wire import running

PATH = "/h/secret"
SALE = b'{"products":[{"id":17,"sizes":[{"value":"L","count":3,"soldCount":1,"sizeId":3}]}]}'
LIMIT = 1024 * 1024


class Listener:
    """A running receiver and what it kept."""

    def __init__(self) -> None:
        self.kept: list[Received] = []
        self.is_full = False
        self.port = 0
        self._client = httpx.Client()

    async def keep(self, received: Received) -> None:
        if self.is_full:
            raise StorageError(translate("x", "The disk is full."), translate("x", "Free some space."))
        self.kept.append(received)

    def post(
        self, body: bytes = SALE, path: str = PATH, method: str = "POST", **headers: str
    ) -> httpx.Response:
        url = f"http://127.0.0.1:{self.port}{path}"
        return self._client.request(method, url, content=body, headers=headers)

    def close(self) -> None:
        self._client.close()

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def talk(self, *parts: bytes) -> bytes:
        """Send bytes as they are; everything that comes back until the other side hangs up."""
        with self.connect() as connection:
            for part in parts:
                connection.sendall(part)
            return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture(scope="module")
def server() -> Iterator[Listener]:
    listener = Listener()
    with running(Receiver("secret", LIMIT, listener.keep)) as port:
        listener.port = port
        yield listener
        listener.close()


@pytest.fixture
def listener(server: Listener) -> Listener:
    server.kept.clear()
    server.is_full = False
    return server


def event(size: str) -> bytes:
    return b'{"products":[{"id":17,"sizes":[' + size.encode() + b"]}]}"


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_post_is_taken(listener: Listener, method: str) -> None:
    answer = listener.post(method=method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert listener.kept == []


@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/h/",
        "/h/secre",
        "/h/secrets",
        "/h/SECRET",
        "/h/secret/",
        "//h/secret",
        "/h/secret%00",
        "/h/secret%2F..%2Fsecret",
        "/h%2Fsecre",
        "/h/%ff%fe",
        "/h/%D1%81ecret",
        "/h/" + "x" * 10_000,
    ],
)
def test_without_the_secret_there_is_nothing(listener: Listener, path: str, method: str) -> None:
    assert listener.post(path=path, method=method).status_code == 404
    assert listener.kept == []


@pytest.mark.parametrize("path", ["/h/%73ecret", "/h/secret?from=cabinet", "/%68/secret"])
def test_another_spelling_of_the_same_address_is_the_same(listener: Listener, path: str) -> None:
    assert listener.post(path=path).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        SALE,
        b'{"products":[]}',
        b'{"products":[{"id":17,"sizes":[]}]}',
        b"\xef\xbb\xbf" + SALE,
        b'  {"products" : [ ] }\n',
        event('{"value":"L","count":3}'),
        event('{"value":"L","count":3,"soldCount":null,"sizeId":null}'),
        event('{"value":"L","count":3,"colour":{"of":["x",1.5]}}'),
        event('{"value":"46","value":"L","count":1,"count":3}'),
        event('{"value":"\\u0000\\ud83d\\udc5f","count":3}'),
    ],
)
def test_an_event_is_kept_as_it_came_and_answered(listener: Listener, body: bytes) -> None:
    assert listener.post(body).status_code == 200
    assert [(one.body, one.readable) for one in listener.kept] == [(body, True)]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'"products"',
        b"<html>",
        b"\x00" * 1000,
        b"\xff\xfe{",
        SALE.decode().encode("utf-16"),
        SALE[:-1],
        SALE + SALE,
        b"[" * 100_000,
        b'{"products":' * 50_000,
        b'{"products":[],"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"products":{"id":17}}',
        b'{"products":[{"sizes":[]}]}',
        b'{"products":[{"id":"17","sizes":[]}]}',
        b'{"products":[{"id":true,"sizes":[]}]}',
        b'{"products":[{"id":NaN,"sizes":[]}]}',
        event('{"value":"L"}'),
        event('{"value":"","count":1}'),
        event('{"value":46,"count":1}'),
        event('{"value":"L","count":NaN}'),
        event('{"value":"L","count":Infinity}'),
        event('{"value":"L","count":1.5}'),
        event('{"value":"L","count":3.0}'),
        event('{"value":"L","count":"3"}'),
        event('{"value":"L","count":1e400}'),
        event('{"value":"L","count":' + "9" * 20 + "}"),
        event('{"value":"L","count":' + "9" * 10_000 + "}"),
        event('{"value":"\\ud800","count":3}'),
        event('{"value":"' + "L" * 201 + '","count":3}'),
        b'{"products":[{"id":17,"sizes":[{"value":"\xff","count":1}]}]}',
    ],
    ids=lambda body: repr(body[:40]),
)
def test_what_is_no_event_is_kept_as_unreadable(listener: Listener, body: bytes) -> None:
    answer = listener.post(body)
    assert answer.status_code == 422
    assert "kept as unreadable" in answer.json()["error"]
    assert [(one.body, one.readable) for one in listener.kept] == [(body, False)]


def test_the_largest_event_is_kept_and_a_larger_one_is_not(listener: Listener) -> None:
    fits = SALE + b" " * (LIMIT - len(SALE))
    assert listener.post(fits).status_code == 200
    assert listener.post(fits + b" ").status_code == 413
    assert listener.post(SALE + b" " * 2_000_000).status_code == 413
    assert [len(one.body) for one in listener.kept] == [LIMIT]


def test_a_large_body_without_a_length_is_too_large_too(listener: Listener) -> None:
    def parts() -> Iterator[bytes]:
        yield from [b" " * 65536] * 32

    url = f"http://127.0.0.1:{listener.port}{PATH}"
    assert httpx.post(url, content=parts()).status_code == 413
    assert listener.kept == []


def test_authorization_is_masked_and_other_headers_are_dropped(listener: Listener) -> None:
    listener.post(**{"Authorization": "Bearer abc", "Cookie": "abc", "User-Agent": "x" * 5000})
    headers = dict(listener.kept[0].headers)
    assert headers["authorization"] == "***"
    assert len(headers["user-agent"]) <= 1000
    assert "abc" not in json.dumps(headers)
    assert "cookie" not in headers
    assert listener.kept[0].sender == "127.0.0.1"


@pytest.mark.parametrize(
    ("forwarded", "sender"),
    [("203.0.113.7", "203.0.113.7"), ("[::1", "[::1"), (", ,", "127.0.0.1"), ("x" * 5000, "x" * 100)],
)
def test_the_sender_is_told_by_a_proxy_in_front(listener: Listener, forwarded: str, sender: str) -> None:
    assert listener.post(**{"X-Forwarded-For": forwarded}).status_code == 200
    assert listener.kept[0].sender == sender


@pytest.mark.parametrize("offer", ["h2c", "websocket"])
def test_an_offer_to_upgrade_is_ignored_and_the_body_is_kept(listener: Listener, offer: str) -> None:
    headers = f"Host: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUPGRADE: {offer}"
    body = SALE + b"\r\nUpgrade: a line that only looks like a header"
    head = f"POST {PATH} HTTP/1.1\r\n{headers}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    for parts in ([head + body], [head, body], [head, body[:5], body[5:]]):
        listener.talk(*parts)
    assert [one.body for one in listener.kept] == [body] * 3


def test_a_body_that_does_not_come_in_time_is_given_up(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiver, "BODY_SECONDS", 0.2)
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(SALE)}\r\n\r\n".encode()
    assert listener.talk(head, SALE[:-1]).startswith(b"HTTP/1.1 408 ")
    assert listener.kept == []


@pytest.mark.parametrize("length", ["Content-Length: 100", "Transfer-Encoding: chunked"])
def test_a_sender_that_goes_away_has_sent_nothing(listener: Listener, length: str) -> None:
    with listener.connect() as connection:
        connection.sendall(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n{length}\r\n\r\n".encode())
        connection.sendall(b"53\r\n" + SALE + b"\r\n" if "chunked" in length else SALE)
    assert listener.post(SALE).status_code == 200
    assert len(listener.kept) == 1


def test_what_cannot_be_committed_may_be_sent_again(
    listener: Listener, caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    request.applymarker(pytest.mark.expects_log("could not be kept: The disk is full."))
    listener.is_full = True
    assert listener.post().status_code == 503
    listener.is_full = False
    assert listener.post().status_code == 200
    assert len(listener.kept) == 1
    assert all(record.exc_info is None for record in caplog.records)


@pytest.mark.expects_log("Invalid HTTP request")
@pytest.mark.parametrize(
    "words",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500,  # TLS
        b"GARBAGE\r\n\r\n",
        b"\x00" * 1000 + b"\r\n\r\n",
        f"POST {PATH} HTTP/1.1\r\nContent-Length: -1\r\n\r\n".encode(),
        f"POST {PATH} HTTP/1.1\r\nContent-Length: {'9' * 5000}\r\n\r\n".encode(),
        f"POST {PATH} HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n".encode(),
        f"POST {PATH} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n".encode(),
        f"POST {PATH} HTTP/9.9\r\n\r\n".encode(),
    ],
    ids=lambda words: repr(words[:60]),
)
def test_what_is_no_http_is_sent_away(listener: Listener, words: bytes) -> None:
    assert listener.talk(words).startswith(b"HTTP/1.1 400 ")
    assert listener.kept == []


def test_a_head_without_end_is_not_kept_in_memory(listener: Listener) -> None:
    with listener.connect() as connection:
        connection.sendall(f"POST {PATH} HTTP/1.1\r\n".encode())
        try:
            for _ in range(10_000):
                connection.sendall(b"X-Flood: " + b"x" * 10_000 + b"\r\n")
        except OSError:
            return
    pytest.fail("100 MB of headers were taken in")


def test_a_connection_that_says_nothing_is_closed(
    listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(head_limit, "HEAD_SECONDS", 0.1)
    assert listener.talk() == b""
    assert listener.talk(b"POST /h/") == b""


def test_ten_thousand_wrong_guesses_leave_nothing(listener: Listener) -> None:
    request = b"POST /h/wrong HTTP/1.1\r\nHost: x\r\nContent-Length: 83\r\n\r\n" + SALE
    connections = [listener.connect() for _ in range(20)]

    def guess(times: int) -> None:
        for _ in range(times):
            for connection in connections:
                connection.sendall(request * 10)
            for connection in connections:
                answers = b""
                while answers.count(b"not found") < 10:
                    answers += connection.recv(65536)
                assert answers.count(b"HTTP/1.1 404") == 10

    guess(5)
    before = psutil.Process().memory_info().rss
    guess(50)
    for connection in connections:
        connection.close()
    assert psutil.Process().memory_info().rss - before < 10 * 1024 * 1024
    assert listener.kept == []


@pytest.mark.parametrize("so_far", [b"", b"Content-Length: 100\r\n\r\n{"])
def test_a_half_sent_request_does_not_hold_up_the_end(so_far: bytes) -> None:
    listener = Listener()
    with running(Receiver("secret", LIMIT, listener.keep)) as port:
        listener.port = port
        slow = listener.connect()
        slow.sendall(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n".encode() + so_far)
        assert listener.post().status_code == 200
    assert slow.recv(100)[:12] == (b"HTTP/1.1 503" if so_far else b"")
    slow.close()
    listener.close()
    assert len(listener.kept) == 1
