"""The client against real servers on loopback: the outcome table of the protocol page, row by row."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import struct
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import anyio
import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from app.domain.delivery import AttemptOutcome
from app.marketplace import client as client_module
from app.marketplace.client import LONGEST_ANSWER, MarketplaceClient, system_proxy
from app.marketplace.outcome import CUT, Answer, outcome_of_status, retry_after_seconds, words_of_status
from tests.marketplace.wire import ScriptedServer, answers, read_request

TOKEN = "tok-3f9a51c2"
BODY = b'{"supplierProductId":"SS21CA2N","action":"sold","sizes":[]}'
TRACE = "Traceback (most recent call last):\n  File 'a.py', line 1\nValueError: boom"
OK = answers(200, b"{}")


def send(url: str, *, proxy: str = "", times: int = 1, pause: float = 0.0) -> Answer:
    """The answer to the last of so many requests of one client."""

    async def ask() -> Answer:
        async with MarketplaceClient(url, TOKEN, proxy) as client:
            for _ in range(times - 1):
                await client.send(BODY, "key-1")
                await anyio.sleep(pause)
            return await client.send(BODY, "key-1")

    return anyio.run(ask)


def answer_to(*script: Callable[[socket.socket], None]) -> Answer:
    with ScriptedServer(*script) as server:
        return send(server.url)


def said(message: object) -> bytes:
    return json.dumps({"message": message}).encode()


def test_a_request_is_as_the_protocol_page_says() -> None:
    with ScriptedServer(OK) as server:
        assert send(server.url).outcome is AttemptOutcome.ACCEPTED
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /api HTTP/1.1"
    headers = dict(line.lower().split(": ", 1) for line in lines[1:])
    assert headers["authorization"] == f"bearer {TOKEN}"
    assert headers["content-type"] == "application/json; charset=utf-8"
    assert headers["idempotency-key"] == "key-1"
    assert headers["accept-encoding"] == "identity"
    assert body == BODY


@pytest.mark.parametrize(
    ("status", "headers", "outcome"),
    [
        (200, {}, AttemptOutcome.ACCEPTED),
        (201, {}, AttemptOutcome.ACCEPTED),
        (202, {}, AttemptOutcome.ACCEPTED),
        (204, {}, AttemptOutcome.ACCEPTED),
        (300, {}, AttemptOutcome.WRONG_ADDRESS),
        (301, {}, AttemptOutcome.WRONG_ADDRESS),
        (302, {}, AttemptOutcome.WRONG_ADDRESS),
        (303, {}, AttemptOutcome.WRONG_ADDRESS),
        (304, {}, AttemptOutcome.WRONG_ADDRESS),
        (307, {}, AttemptOutcome.WRONG_ADDRESS),
        (308, {}, AttemptOutcome.WRONG_ADDRESS),
        (400, {}, AttemptOutcome.REFUSED),
        (401, {}, AttemptOutcome.WRONG_TOKEN),
        (402, {}, AttemptOutcome.REFUSED),
        (403, {}, AttemptOutcome.WRONG_TOKEN),
        (404, {}, AttemptOutcome.REFUSED),
        (405, {}, AttemptOutcome.REFUSED),
        (407, {}, AttemptOutcome.NOT_SENT),
        (408, {}, AttemptOutcome.BUSY),
        (409, {}, AttemptOutcome.REFUSED),
        (410, {}, AttemptOutcome.GONE),
        (413, {}, AttemptOutcome.REFUSED),
        (415, {}, AttemptOutcome.REFUSED),
        (418, {}, AttemptOutcome.REFUSED),
        (422, {}, AttemptOutcome.REFUSED),
        (425, {}, AttemptOutcome.BUSY),
        (429, {}, AttemptOutcome.BUSY),
        (429, {"Retry-After": "7"}, AttemptOutcome.BUSY),
        (429, {"Retry-After": "soon"}, AttemptOutcome.BUSY),
        (451, {}, AttemptOutcome.REFUSED),
        (500, {}, AttemptOutcome.SERVER_ERROR),
        (500, {"Retry-After": "7"}, AttemptOutcome.SERVER_ERROR),
        (501, {}, AttemptOutcome.SERVER_ERROR),
        (502, {}, AttemptOutcome.SERVER_ERROR),
        (503, {"Retry-After": "7"}, AttemptOutcome.BUSY),
        (503, {}, AttemptOutcome.SERVER_ERROR),
        (503, {"Retry-After": "soon"}, AttemptOutcome.SERVER_ERROR),
        (504, {}, AttemptOutcome.SERVER_ERROR),
        (599, {}, AttemptOutcome.SERVER_ERROR),
        (999, {}, AttemptOutcome.SERVER_ERROR),
    ],
)
def test_every_status_has_its_row(status: int, headers: dict[str, str], outcome: AttemptOutcome) -> None:
    answer = answer_to(answers(status, headers=headers))
    assert (answer.status, answer.outcome) == (status, outcome)
    assert answer.retry_after == (7 if headers.get("Retry-After") == "7" else None)
    assert str(answer.words).endswith(".")
    assert str(status) not in str(answer.words)


@given(st.integers(0, 1000), st.none() | st.floats(0, 1e6))
def test_only_2xx_is_an_acceptance(status: int, retry_after: float | None) -> None:
    accepted = outcome_of_status(status, retry_after) is AttemptOutcome.ACCEPTED
    assert accepted == (200 <= status < 300)
    assert ("accepted" in str(words_of_status(status, ""))) == accepted


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirection_is_not_followed_and_the_token_stays_here(status: int) -> None:
    with ScriptedServer(OK) as elsewhere:
        answer = answer_to(answers(status, headers={"Location": elsewhere.url}))
        assert answer.outcome is AttemptOutcome.WRONG_ADDRESS
        assert "Copy the API URL" in str(answer.words)
    assert elsewhere.requests == []


@pytest.mark.parametrize("days", [0, 1])
def test_retry_after_may_be_a_date(days: int) -> None:
    moment = datetime.now(UTC) + timedelta(days=days, seconds=-5)
    answer = answer_to(answers(503, headers={"Retry-After": format_datetime(moment, usegmt=True)}))
    assert answer.outcome is AttemptOutcome.BUSY
    assert answer.retry_after == pytest.approx(max(days * 86400 - 5, 0), abs=5)


@given(st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d{1,3} [A-Z][a-z]{2} \d{1,6} \d\d:\d\d:\d\d( \S{1,5})?"))
def test_any_retry_after_is_a_wait_or_nothing(header: str) -> None:
    seconds = retry_after_seconds(header)
    assert seconds is None or seconds >= 0


def test_a_minus_is_no_wait() -> None:
    assert retry_after_seconds("-5") is None
    assert retry_after_seconds("²") is None
    assert retry_after_seconds(" 120 ") == 120


@pytest.mark.parametrize("body", [b"", b"{}", b"<html>" + b"x" * 100])
@pytest.mark.parametrize("status", [200, 204, 400, 422, 429, 500])
def test_an_answer_that_breaks_off_is_no_acceptance_but_still_a_refusal(status: int, body: bytes) -> None:
    answer = answer_to(answers(status, body, promised=1000))
    if status == 200:
        assert (answer.status, answer.outcome) == (None, AttemptOutcome.NO_ANSWER)
    else:
        assert (answer.status, answer.outcome) == (status, outcome_of_status(status, None))


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.mark.parametrize(
    "script",
    [
        lambda connection: None,
        reset,
        lambda connection: connection.sendall(b"HTTP/1.1 200"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Le"),
        lambda connection: connection.sendall(b"220 smtp.example ESMTP\r\n"),
        lambda connection: connection.sendall(b"\x15\x03\x01\x00\x02\x02\x0a"),
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000),
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
    ],
    ids=["hung up", "reset", "half a line", "half a head", "mail", "TLS", "flood", "bad length"],
)
def test_what_was_sent_and_not_answered_is_unknown(script: Callable[[socket.socket], None]) -> None:
    answer = answer_to(script)
    assert (answer.status, answer.outcome) == (None, AttemptOutcome.NO_ANSWER)
    assert "Nobody knows" in str(answer.words)


def test_no_answer_in_time_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "READ_TIMEOUT", 0.1)
    answer = answer_to(lambda connection: connection.recv(1))
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NO_ANSWER, "timeout")


def drip(head: bytes) -> Callable[[socket.socket], None]:
    def script(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(200):
            connection.sendall(b"x")
            time.sleep(0.01)

    return script


def test_a_head_that_drips_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "HEAD_SECONDS", 0.2)
    answer = answer_to(drip(b"HTTP/1.1 200 OK\r\nX: "))
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NO_ANSWER, "timeout")
    assert answer.milliseconds < 1000


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, AttemptOutcome.NO_ANSWER), (422, AttemptOutcome.REFUSED)]
)
def test_a_body_that_drips_is_given_up(
    monkeypatch: pytest.MonkeyPatch, status: int, outcome: AttemptOutcome
) -> None:
    monkeypatch.setattr(client_module, "BODY_SECONDS", 0.2)
    answer = answer_to(drip(f"HTTP/1.1 {status} X\r\nContent-Length: 1000\r\n\r\n".encode()))
    assert answer.outcome is outcome
    assert answer.milliseconds < 1000


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, AttemptOutcome.ACCEPTED), (400, AttemptOutcome.REFUSED)]
)
def test_a_50_mb_answer_is_read_to_64_kb(status: int, outcome: AttemptOutcome) -> None:
    sent = 0

    def script(connection: socket.socket) -> None:
        nonlocal sent
        connection.sendall(f"HTTP/1.1 {status} X\r\nContent-Length: {50 * 1024 * 1024}\r\n\r\n".encode())
        while True:
            sent += connection.send(b" " * 65536)

    answer = answer_to(script)
    assert (answer.outcome, answer.body) == (outcome, " " * LONGEST_ANSWER + CUT)
    assert sent < 20 * 1024 * 1024


def test_a_small_answer_that_unpacks_to_a_gigabyte_is_not_unpacked() -> None:
    bomb = gzip.compress(b" " * 50 * 1024 * 1024)
    answer = answer_to(answers(200, bomb, headers={"Content-Encoding": "gzip"}))
    assert answer.outcome is AttemptOutcome.ACCEPTED
    assert len(answer.body or "") <= LONGEST_ANSWER + len(CUT)


def test_bytes_that_are_no_text_do_no_harm() -> None:
    answer = answer_to(answers(422, b'{"message":"\xff\xfe\x00"}'))
    assert answer.outcome is AttemptOutcome.REFUSED
    assert "\ufffd" in (answer.body or "")


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, b'{"ok":true}', "The marketplace accepted it."),
        (200, said("Не получилось"), "The marketplace accepted it. It said: “Не получилось”."),
        (200, b"Error!", "The marketplace accepted it."),
        (200, b" <!doctype html><h1>Hi</h1>", "The marketplace accepted it, but answered with a web page."),
        (422, said("Размера нет"), "Correct them, then retry. It said: “Размера нет”."),
        (422, b'{"error":{"message":"No size"}}', "It said: “No size”."),
        (422, b'{"error":"no_size"}', "It said: “no_size”."),
        (422, said("first\n second"), "It said: “first second”."),
        (500, said("Работы до 18:00"), "nobody knows whether it took this in. It said: “Работы до 18:00”."),
    ],
)
def test_the_servers_own_words_are_shown(status: int, body: bytes, words: str) -> None:
    assert words in str(answer_to(answers(status, body)).words)


@pytest.mark.parametrize(
    "body",
    [
        TRACE.encode(),
        said(TRACE),
        f"<html><pre>{TRACE}</pre>".encode(),
        b'{"message":17}',
        b'{"message":""}',
        b'["message"]',
        b"[" * 60_000,
        b'{"error":' * 7_000,
        b'{"message":"cut',
    ],
    ids=lambda body: repr(body[:30]),
)
def test_a_page_or_a_stack_trace_is_kept_and_not_shown(body: bytes) -> None:
    answer = answer_to(answers(500, body))
    assert str(answer.words) == (
        "The marketplace had an error of its own, so nobody knows whether it took this in."
    )
    assert answer.body == body.decode()


def test_a_server_that_repeats_the_token_does_not_spread_it() -> None:
    answer = answer_to(answers(401, said(f"Bearer {TOKEN} is wrong")))
    assert TOKEN not in f"{answer}"
    assert "It said: “Bearer *** is wrong”." in str(answer.words)


def test_nobody_there_means_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    answer = send(f"http://127.0.0.1:{port}/api")
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NOT_SENT, "no_network")
    assert str(answer.words) == "The marketplace could not be reached. Nothing was sent."


def test_an_unknown_name_means_nothing_was_sent() -> None:
    answer = send("https://no-such-host.invalid/api")
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NOT_SENT, "unknown_host")
    assert "name was not found" in str(answer.words)


def test_a_server_that_does_not_pick_up_got_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "CONNECT_TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for connection in waiting:
            connection.setblocking(False)
            connection.connect_ex(("127.0.0.1", port))
        answer = send(f"http://127.0.0.1:{port}/api")
        for connection in waiting:
            connection.close()
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NOT_SENT, "timeout")
    assert "Nothing was sent" in str(answer.words)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_context(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


def test_a_certificate_of_nobody_means_nothing_was_sent(authority: trustme.CA) -> None:
    with ScriptedServer(OK, tls=server_context(authority, "127.0.0.1")) as server:
        answer = send(server.url)
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NOT_SENT, "certificate")
    assert "certificate is not trusted" in str(answer.words)
    assert server.requests == []


@pytest.mark.skipif(
    "not sys.platform.startswith('linux')", reason="elsewhere the system's own store decides"
)
@pytest.mark.parametrize(
    ("name", "outcome"), [("127.0.0.1", AttemptOutcome.ACCEPTED), ("a.example", AttemptOutcome.NOT_SENT)]
)
def test_the_systems_own_authorities_are_trusted_and_the_name_is_looked_at(
    authority: trustme.CA,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    outcome: AttemptOutcome,
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with ScriptedServer(OK, tls=server_context(authority, name)) as server:
        assert send(server.url).outcome is outcome


def test_tls_that_nobody_speaks_means_nothing_was_sent() -> None:
    with ScriptedServer(lambda connection: None) as server:
        answer = send(server.url.replace("http://", "https://"))
    assert answer.outcome is AttemptOutcome.NOT_SENT


@pytest.mark.parametrize("url", ["https://market.example/api", "http://market.example/api"])
def test_a_proxy_that_refuses_is_named(url: str) -> None:
    with ScriptedServer(answers(407, b"<html>")) as proxy:
        answer = send(url, proxy=proxy.url)
    assert answer.outcome is AttemptOutcome.NOT_SENT
    assert str(answer.words) == "The proxy in between did not let it through. Nothing was sent."
    assert (TOKEN.encode() in proxy.requests[0]) == url.startswith("http://")


@pytest.mark.parametrize(
    "proxy",
    ["http://127.0.0.1:1", "http://no-such-proxy.invalid:80", "socks5://127.0.0.1:1", "nonsense", "x://["],
)
def test_a_proxy_that_is_not_there_is_named(proxy: str) -> None:
    answer = send("https://market.example/api", proxy=proxy)
    assert (answer.outcome, answer.failure) == (AttemptOutcome.NOT_SENT, "proxy")


def test_the_proxy_of_the_system_is_used_but_not_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "proxy.example:3128")
    monkeypatch.setenv("HTTPS_PROXY", "http://secure.example:3128")
    monkeypatch.setenv("NO_PROXY", "direct.example")
    assert system_proxy("http://market.example/api") == "http://proxy.example:3128"
    assert system_proxy("https://market.example/api") == "http://secure.example:3128"
    for direct in ("https://direct.example/", "http://127.0.0.1:1/", "http://localhost/", "http://[::1]/"):
        assert system_proxy(direct) == ""
    with ScriptedServer(OK) as server:
        assert send(server.url).outcome is AttemptOutcome.ACCEPTED


def test_a_socket_that_the_server_closed_is_not_used_again() -> None:
    keep_alive = answers(200, b"{}", headers={"Connection": "keep-alive"})
    with ScriptedServer(keep_alive, keep_alive) as server:  # hangs up after each answer all the same
        assert send(server.url, times=2, pause=0.05).outcome is AttemptOutcome.ACCEPTED
    assert len(server.requests) == 2


def test_a_socket_is_used_again_at_once_and_not_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "IDLE_SECONDS", 0.1)

    def twice(connection: socket.socket) -> None:
        answers(200, b"{}", headers={"Connection": "keep-alive"})(connection)
        if read_request(connection):
            answers(202, b"{}")(connection)

    with ScriptedServer(twice, OK) as server:
        assert send(server.url, times=2).status == 202
    with ScriptedServer(twice, OK) as server:
        assert send(server.url, times=2, pause=0.2).status == 200


def test_a_request_that_dies_on_a_used_socket_is_unknown_and_not_repeated() -> None:
    def die(connection: socket.socket) -> None:
        answers(200, b"{}", headers={"Connection": "keep-alive"})(connection)
        read_request(connection)

    with ScriptedServer(die, OK) as server:
        assert send(server.url, times=2).outcome is AttemptOutcome.NO_ANSWER
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "url", ["http://a..b/", "http://" + "a" * 300 + "/", "http://exa\x00mple/", "http://127.0.0.1:0/"]
)
def test_an_address_that_cannot_be_asked_is_an_answer_too(url: str) -> None:
    assert send(url).outcome is AttemptOutcome.NOT_SENT


@pytest.mark.parametrize("token", ["a\nb", "тоkен", "a\x00b"])
def test_a_token_that_cannot_be_sent_is_an_answer_too(token: str) -> None:
    async def ask(url: str) -> Answer:
        async with MarketplaceClient(url, token) as client:
            return await client.send(BODY)

    with ScriptedServer(answers(401)) as server:
        assert anyio.run(ask, server.url).outcome in {AttemptOutcome.NOT_SENT, AttemptOutcome.WRONG_TOKEN}


def test_the_check_asks_for_options_and_sends_nothing() -> None:
    async def ask(url: str) -> Answer:
        async with MarketplaceClient(url, TOKEN) as client:
            return await client.check()

    with ScriptedServer(answers(204)) as server:
        assert anyio.run(ask, server.url).outcome is AttemptOutcome.ACCEPTED
    assert server.requests[0].startswith(b"OPTIONS /api HTTP/1.1")
    assert server.requests[0].endswith(b"\r\n\r\n")


def test_the_parts_of_a_request_are_timed() -> None:
    def late(connection: socket.socket) -> None:
        time.sleep(0.2)
        OK(connection)

    with ScriptedServer(late) as server:
        answer = send(server.url)
    times = answer.times
    assert times is not None
    assert times.waiting >= 150
    assert times.connecting > 0
    assert times.sending > 0
    assert times.connecting + times.sending + times.waiting <= answer.milliseconds


def test_of_a_request_that_met_nobody_only_the_connecting_is_timed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    answer = send(f"http://127.0.0.1:{port}/api")
    assert answer.outcome is AttemptOutcome.NOT_SENT
    assert answer.times is not None
    assert answer.times.connecting > 0
    assert answer.times.sending == answer.times.waiting == 0


def test_what_is_said_to_a_proxy_is_part_of_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "CONNECT_TIMEOUT", 0.3)

    def take_and_be_silent(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        time.sleep(0.6)

    with ScriptedServer(take_and_be_silent) as proxy:
        answer = send("https://marketplace.invalid/api", proxy=f"http://127.0.0.1:{proxy.port}")
    assert answer.times is not None
    assert answer.times.connecting >= 250
    assert answer.times.sending == answer.times.waiting == 0
