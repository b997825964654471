"""The network breaks between any two bytes of an exchange: what the client then says is never a lie."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import anyio
import pytest
import trustme

from app.domain.delivery import AttemptOutcome
from app.marketplace.client import MarketplaceClient
from tests.marketplace.wire import Cut, CutNetwork, ScriptedServer

BODY = b'{"supplierProductId":"SS21CA2N","action":"sold","sizes":[]}'
WHOLE_REQUEST = 320
"""Bytes; a request is a little shorter."""

WITH_LENGTH = b'HTTP/1.1 200 OK\r\nContent-Length: 11\r\nConnection: close\r\n\r\n{"ok":true}'
IN_CHUNKS = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    b'4\r\n{"ok\r\n7;x=y\r\n":true}\r\n0\r\nX-Trailer: y\r\n\r\n'
)
WITHOUT_BODY = b"HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n"
AFTER_PATIENCE = b"HTTP/1.1 100 Continue\r\n\r\n" + WITH_LENGTH
REFUSAL = b'HTTP/1.1 422 X\r\nContent-Length: 16\r\n\r\n{"error":"size"}'


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of one exchange: what the client says, and whether the server had a whole request."""

    cut: Cut
    outcome: AttemptOutcome
    was_taken_in: bool
    bytes_back: int


def exchange(answer: bytes, cuts: Sequence[Cut], tls: ssl.SSLContext | None = None) -> list[Seen]:
    """One client sends one request a cut; the server answers what it has read whole."""

    def reply(connection: socket.socket) -> None:
        if BODY in server.requests[-1]:
            connection.sendall(answer)

    async def ask(url: str) -> list[AttemptOutcome]:
        async with MarketplaceClient(url, "token") as client:
            return [(await client.send(BODY, f"key-{n:05}")).outcome for n in range(len(cuts))]

    server = ScriptedServer(*[reply] * len(cuts), tls=tls)
    with server, CutNetwork(server.port, cuts) as network:
        outcomes = anyio.run(ask, f"{'https' if tls else 'http'}://127.0.0.1:{network.port}/api")
    keys = (re.search(rb"key-(\d{5})", request) for request in server.requests if BODY in request)
    whole = {int(found[1]) for found in keys if found}
    back = network.passed_back
    return [Seen(cut, outcomes[n], n in whole, back[n]) for n, cut in enumerate(cuts)]


def cuts_after(bytes_passed: Sequence[int], *, outward: bool) -> list[Cut]:
    return [Cut(k, outward, by_reset) for k in bytes_passed for by_reset in (False, True)]


def test_a_request_that_is_cut_anywhere_is_unknown() -> None:
    seen = exchange(b"", cuts_after(range(1, WHOLE_REQUEST), outward=True))
    assert {one.outcome for one in seen} == {AttemptOutcome.NO_ANSWER}
    assert {one.was_taken_in for one in seen} == {True, False}


@pytest.mark.parametrize(
    "answer",
    [WITH_LENGTH, IN_CHUNKS, WITHOUT_BODY, AFTER_PATIENCE],
    ids=["length", "chunks", "no body", "100 first"],
)
def test_an_acceptance_that_is_cut_anywhere_is_none(answer: bytes) -> None:
    seen = exchange(answer, cuts_after(range(1, len(answer)), outward=False))
    assert {one.outcome for one in seen} == {AttemptOutcome.NO_ANSWER}
    assert exchange(answer, [Cut(len(answer) + 1, outward=False, by_reset=False)])[0].outcome is (
        AttemptOutcome.ACCEPTED
    )


def test_a_refusal_counts_from_the_end_of_its_head() -> None:
    seen = exchange(REFUSAL, cuts_after(range(1, len(REFUSAL)), outward=False))
    head = len(REFUSAL.partition(b"\r\n\r\n")[0]) + 4
    assert {one.outcome for one in seen if one.cut.bytes_passed < head} == {AttemptOutcome.NO_ANSWER}
    ends = {one.outcome for one in seen if one.cut.bytes_passed >= head and not one.cut.by_reset}
    assert ends == {AttemptOutcome.REFUSED}


TLS_BYTES = 4800
"""More than a handshake and its exchange take either way, keys of a newer OpenSSL included."""


@pytest.mark.skipif(
    "not sys.platform.startswith('linux')", reason="elsewhere the system's own store decides"
)
@pytest.mark.parametrize("outward", [True, False], ids=["request", "answer"])
def test_over_tls_not_sent_is_said_only_where_nothing_can_have_been_taken_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outward: bool
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    uncut = exchange(WITH_LENGTH, [Cut(10**6, outward, by_reset=False)], context)[0]
    assert uncut.outcome is AttemptOutcome.ACCEPTED
    answered = uncut.bytes_back - len(WITH_LENGTH)  # the last record is longer than what it carries
    seen = exchange(WITH_LENGTH, cuts_after(range(1, TLS_BYTES, 37), outward=outward), context)
    assert {one.outcome for one in seen if one.was_taken_in} <= {
        AttemptOutcome.NO_ANSWER,
        AttemptOutcome.ACCEPTED,
    }
    assert {one.outcome for one in seen if one.bytes_back < answered} == {
        AttemptOutcome.NOT_SENT,
        AttemptOutcome.NO_ANSWER,
    }
    assert any(one.was_taken_in for one in seen)
