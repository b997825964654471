"""The lamp of the listener tells the truth: reached from outside or not, silent for long or not."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import trustme

from app.domain.refusal import Refusal
from app.services import outside, refusals
from app.services.engine import Engine
from app.services.inbox import event_counts
from app.services.receiving import ListenerSettings, free_port, listener_url, load_listener, save_listener
from app.services.refusals import refusal_rows
from app.services.sender_checks import (
    SECRET_VARIABLE,
    SIGNING_SECRET,
    TOKEN,
    TOKEN_VARIABLE,
    new_signing_secret,
    new_token,
    save_receiving,
    saved_secrets,
)
from app.services.shop import Shop
from app.services.status_views import Lamp, Reach
from tests.marketplace.wire import Answer, ScriptedServer, answers
from tests.services.support import wait_until
from tests.services.test_certificates import files

SALE = {"products": [{"id": 17, "sizes": [{"value": "L", "count": 3, "soldCount": 1}]}]}


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(refusals, "WRITE_SECONDS", 0.02)


def on(shop: Shop, public_url: str | None = None) -> ListenerSettings:
    """Settings of a listener that is on; without a public address its own is taken for one."""
    port = free_port("127.0.0.1", 0)
    public_url = f"http://127.0.0.1:{port}" if public_url is None else public_url
    return replace(load_listener(shop), enabled=True, port=port, public_url=public_url)


@contextmanager
def running(shop: Shop, settings: ListenerSettings) -> Iterator[Engine]:
    save_listener(shop, settings)
    engine = Engine(shop)
    engine.start()
    wait_until(lambda: engine.status().listener in {Lamp.GOOD, Lamp.BAD, Lamp.WARNING})
    yield engine
    engine.stop()


def found(engine: Engine) -> Reach:
    """What a test finds."""
    engine.check_address()
    wait_until(lambda: (engine.status().reach or IDLE).at is not None)
    reach = engine.status().reach
    assert reach is not None
    return reach


IDLE = Reach(Lamp.OFF, outside.LISTENING, None)


def test_a_test_event_comes_through_and_changes_nothing(shop: Shop) -> None:
    with running(shop, on(shop)) as engine:
        reach = found(engine)
        assert reach.lamp is Lamp.GOOD
        assert "came through in" in str(reach.words)
        assert engine.status().listener is Lamp.GOOD
    assert event_counts(shop).total == 0
    assert refusal_rows(shop) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (answers(200, b'{"ok":true}'), "is not this Polka"),
        (answers(404), "answers with 404"),
        (answers(403), "refusal 403"),
        (answers(502), "does not reach Polka"),
        (answers(301, headers={"Location": "http://127.0.0.1/"}), "refusal 301"),
        (lambda connection: connection.close(), "Nobody answers"),
    ],
)
def test_an_address_that_leads_elsewhere_is_found_out(shop: Shop, answer: Answer, words: str) -> None:
    with ScriptedServer(answer) as other:
        settings = on(shop, f"http://127.0.0.1:{other.port}")
        with running(shop, settings) as engine:
            reach = found(engine)
            assert (reach.lamp, words in str(reach.words)) == (Lamp.BAD, True), str(reach.words)
            wait_until(lambda: engine.status().listener is Lamp.WARNING)
            assert "not reached from outside" in str(engine.status().listener_words)
            assert httpx.post(f"http://127.0.0.1:{settings.port}/h/{settings.secret}", json=SALE).is_success
        assert b"polka-test:" in other.requests[0].lower()
        assert b"authorization" not in other.requests[0].lower()


@pytest.mark.parametrize(
    ("url", "words"),
    [("http://127.0.0.1:9", "Nobody answers"), ("http://polka.invalid", "name of this address")],
)
def test_an_address_where_nobody_is_is_said(shop: Shop, url: str, words: str) -> None:
    with running(shop, on(shop, url)) as engine:
        assert words in str(found(engine).words)


def test_an_answer_that_gets_lost_outside_is_told_apart(shop: Shop) -> None:
    settings = on(shop, "")

    def passes_on_and_answers_504(connection: object) -> None:
        head, _, body = front.requests[0].partition(b"\r\n\r\n")
        path = head.split(b" ")[1].decode()
        wanted = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"polka-test"))
        headers = {"polka-test": wanted.split(b": ")[1].decode()}
        httpx.post(f"http://127.0.0.1:{settings.port}{path}", content=body, headers=headers)
        answers(504)(connection)  # type: ignore[arg-type]

    front = ScriptedServer(passes_on_and_answers_504)
    with (
        front,
        running(shop, replace(settings, public_url=f"http://127.0.0.1:{front.port}")) as engine,
    ):
        reach = found(engine)
    assert reach.lamp is Lamp.WARNING
    assert "the answer outside was 504" in str(reach.words)


def test_the_address_is_tested_quietly_and_again_soon_after_it_failed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "FIRST_TEST_SECONDS", 0.0)
    monkeypatch.setattr(outside, "TEST_AGAIN_SECONDS", 0.0)
    seen: list[Lamp] = []
    with ScriptedServer(answers(502), answers(502)) as other:
        save_listener(shop, on(shop, f"http://127.0.0.1:{other.port}"))
        engine = Engine(shop)
        engine.on_status(lambda status: seen.append(status.reach.lamp) if status.reach else None)
        engine.start()
        wait_until(lambda: len(other.requests) == 2)
        engine.stop()
    assert Lamp.BAD in seen
    assert Lamp.WORKING not in seen


def test_without_a_public_address_nothing_is_tested(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "FIRST_TEST_SECONDS", 0.0)
    with running(shop, on(shop, "")) as engine:
        engine.check_address()
        time.sleep(0.2)
        assert engine.status().reach is None
        assert engine.status().listener is Lamp.GOOD


def test_a_long_silence_is_said_and_ends_with_the_next_event(shop: Shop) -> None:
    past = [0.0]
    shop.clock = lambda: time.time() + past[0]
    settings = on(shop, "")
    with running(shop, settings) as engine:
        past[0] = 100 * 3600
        time.sleep(0.1)
        assert engine.status().listener is Lamp.GOOD  # nothing ever came: nobody is missed
        assert httpx.post(listener_url(settings), json=SALE).status_code == 200
        past[0] += 26 * 3600
        wait_until(lambda: engine.status().listener is Lamp.WARNING)
        assert str(engine.status().listener_words) == "Events: none for 26 h"
        assert httpx.post(listener_url(settings), json=SALE).status_code == 200
        wait_until(lambda: engine.status().listener is Lamp.GOOD)


def test_checks_are_saved_and_hold(shop: Shop) -> None:
    token, secret = new_token(), new_signing_secret()
    settings = replace(on(shop, ""), check_token=True, check_signature=True, allowed="127.0.0.0/8")
    save_receiving(shop, settings, f"Bearer {token}", f" {secret}\n")
    assert saved_secrets(shop) == (True, True)
    with running(shop, settings) as engine:
        assert engine.status().listener is Lamp.GOOD
        url = listener_url(settings)
        assert httpx.post(url, json=SALE).status_code == 401
        bearer = {"Authorization": f"Bearer {token}"}
        assert httpx.post(url, json=SALE, headers=bearer).status_code == 401
        wait_until(lambda: len(refusal_rows(shop)) == 2)
        assert {row.reason for row in refusal_rows(shop)} == {Refusal.TOKEN, Refusal.SIGNATURE}
    files_of_shop = [path.read_bytes() for path in shop.folder.rglob("*") if path.is_file()]
    assert not any(token.encode() in data or secret.encode() in data for data in files_of_shop)


def test_nobody_is_let_in_where_the_secret_to_check_with_is_missing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = replace(on(shop, ""), check_token=True)
    save_receiving(shop, settings, "tok-1")
    shop.secrets.delete(TOKEN)
    with running(shop, settings) as engine:
        assert engine.status().listener is Lamp.BAD
        assert "secret to check senders with is missing" in str(engine.status().listener_words)
        assert not engine.status().port_trouble
        with pytest.raises(httpx.ConnectError):
            httpx.post(listener_url(settings), json=SALE)
    monkeypatch.setenv(TOKEN_VARIABLE, "tok-2")
    with running(shop, settings) as engine:
        assert engine.status().listener is Lamp.GOOD
        given = {"Authorization": "Bearer tok-2"}
        assert httpx.post(listener_url(settings), json=SALE, headers=given).status_code == 200


@pytest.mark.parametrize(
    ("change", "secret", "words"),
    [
        ({"check_signature": True}, "", "secret to check senders with is missing"),
        ({"check_signature": True}, "whsec_short", "signing secret is not whole"),
        ({"check_token": True}, "", "secret to check senders with is missing"),
        ({"allowed": "203.0.113.0/33"}, "", "“203.0.113.0/33” is not an address"),
        ({"certificate": "/nowhere/at/all.pem"}, "", "cannot be read"),
    ],
)
def test_a_check_that_cannot_be_is_not_saved(
    shop: Shop, change: dict[str, object], secret: str, words: str
) -> None:
    from app.domain.errors import PolkaError

    before = load_listener(shop)
    with pytest.raises(PolkaError, match=words):
        save_receiving(shop, replace(before, **change), "", secret)  # type: ignore[arg-type]
    assert load_listener(shop) == before
    assert shop.secrets.get(SIGNING_SECRET) is None


def test_a_wrong_secret_in_the_environment_is_said(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(on(shop, ""), check_signature=True)
    monkeypatch.setenv(SECRET_VARIABLE, "whsec_short")
    with running(shop, settings) as engine:
        assert engine.status().listener is Lamp.BAD
        assert "signing secret is not whole" in str(engine.status().listener_words)


def test_events_come_encrypted_with_the_users_certificate(shop: Shop, tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate, key = files(tmp_path, authority.issue_cert("127.0.0.1"))
    settings = replace(on(shop, ""), certificate=str(certificate), key=str(key))
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    with running(shop, settings) as engine:
        assert listener_url(settings).startswith("https://127.0.0.1:")
        assert httpx.post(listener_url(settings), json=SALE, verify=trust).status_code == 200
    _, other = files(tmp_path, authority.issue_cert("127.0.0.1"), "other")
    with running(shop, replace(settings, key=str(other))) as engine:
        assert engine.status().listener is Lamp.BAD
        assert "does not belong" in str(engine.status().listener_words)


def test_a_certificate_that_nobody_trusts_is_found_by_the_test(shop: Shop, tmp_path: Path) -> None:
    certificate, key = files(tmp_path, trustme.CA().issue_cert("127.0.0.1"))
    settings = replace(on(shop, ""), certificate=str(certificate), key=str(key))
    settings = replace(settings, public_url=f"https://127.0.0.1:{settings.port}")
    with running(shop, settings) as engine:
        assert "is not trusted" in str(found(engine).words)
