"""Address, token and the check that moves nothing."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked

from app.domain.address import is_web_address
from app.domain.dialect import Dialect
from app.domain.errors import InvalidValueError, SecretsError
from app.marketplace import client
from app.services import connection as service
from app.services.connection import (
    CheckKind,
    check_connection,
    clean_token,
    clean_url,
    effective_connection,
    needs_plain_http_confirmation,
)
from app.services.settings import ConnectionSettings, load_connection, save_connection
from app.services.shop import Shop
from app.services.status_views import Lamp
from app.storage.secrets import WINDOWS_LIMIT, Secrets
from tests.marketplace.wire import ScriptedServer, answers
from tests.services.support import jacket_sandbox

AROUND = st.text(" \t\r\n\"'«»“”`\u00a0\u200b\ufeff", max_size=6)
TOKENS = st.from_regex(r"[A-Za-z0-9._~+/=-]{8,80}", fullmatch=True).filter(
    lambda token: not token.lower().startswith(("bearer", "authorization"))
)


@pytest.mark.parametrize(
    "pasted",
    [
        "  Bearer abc123 \n",
        '"abc123"',
        "abc\n123",
        "«abc123»",
        "Authorization: Bearer abc123",
        "authorization : abc123",
        'Authorization: "Bearer abc123"',
        "'Bearer  abc123'",
        "bearer bearer abc123",
        "\ufeffabc\u200b123\u00a0",
        "abc123\r\n",
    ],
)
def test_a_pasted_token_is_cleaned(pasted: str) -> None:
    assert clean_token(pasted) == "abc123"


@given(
    TOKENS,
    AROUND,
    AROUND,
    st.sampled_from(["", "Bearer ", "bearer\t", "BEARER \n", "Authorization: Bearer "]),
)
def test_whatever_is_pasted_around_a_token_goes(token: str, left: str, right: str, prefix: str) -> None:
    assert clean_token(f"{left}{prefix}{token}{right}") == token


@given(st.text())
def test_any_paste_is_a_token_that_can_be_sent_or_a_refusal(pasted: str) -> None:
    with suppress(InvalidValueError):
        token = clean_token(pasted)
        assert token.isascii()
        assert token.isprintable()
        assert " " not in token
        assert clean_token(token) == token


@pytest.mark.parametrize(
    "pasted", ["", "  ", "Bearer ", "Authorization: Bearer", "«»", "\u200b", "тоkен", "a\x00b"]
)
def test_what_is_no_token_is_refused(pasted: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        clean_token(pasted)
    assert "Copy" in str(refused.value.advice)


@pytest.mark.parametrize(
    "pasted",
    [
        "https://a.example/b?c=1",
        ' "https://a.example/b?c=1"\n',
        "https://a.exam\n ple/b?c=1",
        "«https://a.example/b?c=1»",
        "<https://a.example/b?c=1>",
        "\ufeffhttps://a.example/b?c=1\u200b",
    ],
)
def test_a_pasted_address_is_cleaned(pasted: str) -> None:
    assert clean_url(pasted) == "https://a.example/b?c=1"


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "a.example",
        "a.example:443/b",
        "ftp://a.example",
        "file:///etc/passwd",
        "https://",
        "https:///b",
        "https:a.example",
        "http://[::1",
        "http://a.example:0/",
        "http://a.example:99999/",
        "http://a.example:x/",
        "http://a..example/",
        "http://" + "a" * 64 + ".example/",
        "https://user:secret@a.example/",
        "https://market.example@evil.example/",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_address_is_refused(wrong: str) -> None:
    with pytest.raises(InvalidValueError, match="not a web address"):
        clean_url(wrong)


@given(st.text() | st.text().map(lambda rest: f"https://{rest}"))
def test_any_paste_is_an_address_or_a_refusal(pasted: str) -> None:
    with suppress(InvalidValueError):
        url = clean_url(pasted)
        assert is_web_address(url)
        assert len(url.split()) == 1
        assert clean_url(url) == url


def test_plain_http_beyond_this_machine_has_to_be_confirmed() -> None:
    for beyond in (
        "http://market.example/api",
        "HTTP://market.example",
        "http://192.168.1.5/",
        "http://localhost.example/",
    ):
        assert needs_plain_http_confirmation(beyond)
    for fine in ("https://market.example", "http://127.0.0.1:1/x", "http://localhost/x", "http://[::1]/x"):
        assert not needs_plain_http_confirmation(fine)


def test_the_token_is_not_sent_over_plain_http_that_nobody_confirmed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = ConnectionSettings(url="http://market.example/api")
    save_connection(shop, plain)
    with pytest.raises(InvalidValueError, match="could read the token"):
        effective_connection(shop)
    save_connection(shop, replace(plain, plain_http_confirmed=True))
    assert effective_connection(shop)[0].url == plain.url
    monkeypatch.setenv("POLKA_API_URL", "http://other.example/api")
    with pytest.raises(InvalidValueError, match="could read the token"):
        effective_connection(shop)
    monkeypatch.setenv("POLKA_ALLOW_HTTP", "1")
    assert effective_connection(shop)[0].url == "http://other.example/api"


def test_the_environment_wins_over_what_is_saved(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    dialect = Dialect(price_with_every_action=False)
    save_connection(shop, ConnectionSettings(url="https://saved.example/", dialect=dialect))
    service.save_token(shop, "saved", session_only=True)
    assert effective_connection(shop)[1] == "saved"
    monkeypatch.setenv("POLKA_API_URL", ' "https://given.example/" ')
    monkeypatch.setenv("POLKA_API_TOKEN", "Bearer given\n")
    settings, token = effective_connection(shop)
    assert (settings.url, settings.dialect, token) == ("https://given.example/", dialect, "given")
    assert load_connection(shop).url == "https://saved.example/"


def test_the_check_of_the_sandbox_moves_nothing() -> None:
    with jacket_sandbox() as sandbox:
        before = sandbox.state.as_json()
        good = check_connection(sandbox.api_url, sandbox.token)
        assert (good.kind, good.lamp) == (CheckKind.REACHED, Lamp.GOOD)
        assert "first delivery will show" in str(good.words)
        assert check_connection(sandbox.api_url, "wrong").kind is CheckKind.TOKEN_REFUSED
        assert check_connection(sandbox.page_url + "nowhere", "x").kind is CheckKind.NOT_THIS_ADDRESS
        assert sandbox.state.as_json() == before


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (200, CheckKind.REACHED, "did not refuse the token"),
        (204, CheckKind.REACHED, "did not refuse the token"),
        (301, CheckKind.NOT_THIS_ADDRESS, "not at this address"),
        (400, CheckKind.REACHED, "did not refuse the token"),
        (401, CheckKind.TOKEN_REFUSED, "refused the token"),
        (403, CheckKind.TOKEN_REFUSED, "refused the token"),
        (404, CheckKind.NOT_THIS_ADDRESS, "not at this address"),
        (405, CheckKind.REACHED, "did not refuse the token"),
        (407, CheckKind.PROXY, "A proxy stands in between"),
        (410, CheckKind.NOT_THIS_ADDRESS, "not at this address"),
        (429, CheckKind.REACHED, "did not refuse the token"),
        (500, CheckKind.SERVER_ERROR, "error of its own"),
        (503, CheckKind.SERVER_ERROR, "error of its own"),
    ],
)
def test_the_check_says_what_a_server_answered(status: int, kind: CheckKind, words: str) -> None:
    with ScriptedServer(answers(status, b"<html>")) as server:
        result = check_connection(server.url, "token")
    assert result.kind is kind
    assert words in str(result.words)
    assert "{" not in str(result.words)
    assert [request.split()[0] for request in server.requests] == [b"OPTIONS"]


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def untrusted() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    return context


def test_the_check_says_why_nobody_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "READ_TIMEOUT", 0.2)

    def kind(url: str, proxy: str = "") -> CheckKind:
        result = check_connection(url, "token", proxy)
        assert result.lamp in {Lamp.BAD, Lamp.WARNING}
        assert "{" not in str(result.words)
        return result.kind

    nobody = f"http://127.0.0.1:{closed_port()}"
    assert kind(nobody) is CheckKind.NO_NETWORK
    assert kind("https://no-such-host.invalid/x") is CheckKind.UNKNOWN_HOST
    assert kind("https://market.example/x", nobody) is CheckKind.PROXY
    assert kind("https://market.example/x", "socks5://127.0.0.1:1") is CheckKind.PROXY
    with ScriptedServer(answers(200), tls=untrusted()) as server:
        assert kind(server.url) is CheckKind.CERTIFICATE
    with ScriptedServer(answers(407)) as proxy:
        assert kind("https://market.example/x", proxy.url) is CheckKind.PROXY
    with ScriptedServer(lambda connection: connection.recv(1)) as silent:
        assert kind(silent.url) is CheckKind.TIMEOUT
    with ScriptedServer(lambda connection: None) as rude:
        assert kind(rude.url) is CheckKind.NO_NETWORK


class MemoryKeyring(KeyringBackend):
    """A secret store in memory, which can be locked."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.kept[service, username]

    def _open(self) -> None:
        if self.is_locked:
            raise KeyringLocked


@pytest.fixture
def store() -> Iterator[MemoryKeyring]:
    before, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def test_the_token_is_kept_in_the_systems_store_one_a_folder(store: MemoryKeyring, tmp_path: Path) -> None:
    first, second = Shop(tmp_path / "a"), Shop(tmp_path / "b")
    service.save_token(first, "one")
    service.save_token(second, "two")
    assert (service.load_token(first), service.load_token(second)) == ("one", "two")
    assert service.load_token(Shop(tmp_path / "a")) == "one"
    assert service.keyring_words(first) is None
    assert service.keyring_name(first) == store.name
    service.forget_token(first)
    service.forget_token(first)
    assert service.load_token(first) is None
    assert list(store.kept.values()) == ["two"]


def test_a_locked_store_is_a_sentence(store: MemoryKeyring, tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    service.save_token(shop, "one")
    store.is_locked = True
    for act in (service.load_token, service.forget_token, lambda s: service.save_token(s, "two")):
        with pytest.raises(SecretsError, match="locked or refused") as refused:
            act(shop)
        assert "this session only" in str(refused.value.advice)
        assert "two" not in str(refused.value)
    service.save_token(shop, "two", session_only=True)
    assert service.load_token(shop) == "two"


def test_without_a_store_the_token_is_for_this_session_only(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    shop = Shop(folder)
    assert "no secret store" in str(service.keyring_words(shop))
    with pytest.raises(SecretsError, match="no secret store") as refused:
        service.save_token(shop, "one")
    assert "this session only" in str(refused.value.advice)
    assert service.load_token(shop) is None
    service.save_token(shop, "one", session_only=True)
    assert service.load_token(shop) == "one"
    assert service.load_token(Shop(folder)) is None
    service.forget_token(shop)
    assert service.load_token(shop) is None
    assert not folder.exists()


class PlaintextKeyring(MemoryKeyring):
    """Such as an add-on brings along."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


def test_a_store_that_is_a_file_is_not_used(store: MemoryKeyring, tmp_path: Path) -> None:
    file = PlaintextKeyring()
    keyring.set_keyring(file)
    shop = Shop(tmp_path)
    assert "no secret store" in str(service.keyring_words(shop))
    chain = type("Chain", (ChainerBackend,), {"backends": [file, store]})()
    keyring.set_keyring(chain)
    service.save_token(shop, "one")
    assert (file.kept, list(store.kept.values())) == ({}, ["one"])


@pytest.mark.expects_log("no secret store could be chosen")
def test_a_store_that_cannot_be_loaded_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")
    assert "no secret store" in str(service.keyring_words(Shop(tmp_path)))


def test_the_limit_of_windows_is_told_in_characters(
    store: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = WINDOWS_LIMIT // 2
    secrets = Secrets("folder")
    monkeypatch.setattr("sys.platform", "win32")
    secrets.set("token", "x" * most)
    with pytest.raises(SecretsError, match="too long") as refused:
        secrets.set("token", "y" * (most + 1))
    assert f"{most:,}" in str(refused.value.advice)
    assert secrets.get("token") == "x" * most
