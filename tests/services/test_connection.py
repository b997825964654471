"""Address, token and the check that moves nothing."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidValueError
from app.services.connection import (
    CheckKind,
    check_connection,
    clean_token,
    clean_url,
    needs_plain_http_confirmation,
)
from app.storage.secrets import WINDOWS_LIMIT, too_long
from tests.services.support import jacket_sandbox


@pytest.mark.parametrize(
    "pasted", ["  Bearer abc123 \n", '"abc123"', "abc\n123", "«abc123»", "Authorization: Bearer abc123"]
)
def test_a_pasted_token_is_cleaned(pasted: str) -> None:
    assert clean_token(pasted) == "abc123"


@pytest.mark.parametrize("pasted", ["", "  ", "Bearer ", "тоkен"])
def test_what_is_no_token_is_refused(pasted: str) -> None:
    with pytest.raises(InvalidValueError):
        clean_token(pasted)


def test_an_address_is_cleaned_or_refused() -> None:
    assert clean_url(' "https://a.example/b"\n') == "https://a.example/b"
    for wrong in ("", "a.example", "ftp://a.example", "https://", "http://[::1"):
        with pytest.raises(InvalidValueError):
            clean_url(wrong)


def test_plain_http_beyond_this_machine_has_to_be_confirmed() -> None:
    assert needs_plain_http_confirmation("http://market.example/api")
    assert needs_plain_http_confirmation("http://192.168.1.5/api")
    for fine in ("https://market.example", "http://127.0.0.1:1/x", "http://localhost/x", "http://[::1]/x"):
        assert not needs_plain_http_confirmation(fine)


@pytest.mark.expects_log("Invalid HTTP request")  # TLS spoken to a plain port
def test_the_check_says_what_it_found_and_moves_nothing() -> None:
    with jacket_sandbox() as sandbox:
        before = sandbox.state.as_json()
        assert check_connection(sandbox.api_url, sandbox.token).kind is CheckKind.REACHED
        assert check_connection(sandbox.api_url, "wrong").kind is CheckKind.TOKEN_REFUSED
        assert check_connection(sandbox.page_url + "nowhere", "x").kind is CheckKind.NOT_THIS_ADDRESS
        tls = sandbox.api_url.replace("http://", "https://")
        assert check_connection(tls, "x").kind is CheckKind.CERTIFICATE
        url = sandbox.api_url
        assert sandbox.state.as_json() == before
    assert check_connection(url, "x").kind is CheckKind.NO_NETWORK
    assert check_connection("http://no-such-host.invalid/x", "x").kind is CheckKind.UNKNOWN_HOST


def test_the_limit_of_windows_is_told_in_characters() -> None:
    assert f"{WINDOWS_LIMIT // 2:,}" in str(too_long().advice)
