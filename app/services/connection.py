"""The connection to the marketplace: address, token, and a check that moves nothing."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.domain.address import is_on_this_machine, is_web_address
from app.domain.delivery import AttemptOutcome
from app.domain.errors import InvalidValueError
from app.domain.text import Text, translate
from app.services.settings import ConnectionSettings, load_connection
from app.services.shop import Shop
from app.services.status_views import Lamp

if TYPE_CHECKING:
    from app.marketplace.outcome import Answer

TOKEN = "api-token"  # noqa: S105  # the secret's name, not the secret
URL_VARIABLE, TOKEN_VARIABLE = "POLKA_API_URL", "POLKA_API_TOKEN"
PLAIN_HTTP_VARIABLE = "POLKA_ALLOW_HTTP"


class CheckKind(StrEnum):
    """What a check found."""

    REACHED = "reached"  # somebody answers; whether the token is good the answer cannot tell
    TOKEN_REFUSED = "token_refused"  # noqa: S105
    NOT_THIS_ADDRESS = "not_this_address"
    CERTIFICATE = "certificate"
    NO_NETWORK = "no_network"
    UNKNOWN_HOST = "unknown_host"
    PROXY = "proxy"
    TIMEOUT = "timeout"
    SERVER_ERROR = "server_error"


REFUSALS = frozenset({CheckKind.TOKEN_REFUSED, CheckKind.NOT_THIS_ADDRESS})
"""A server answered, and it wants something else; everything besides may come right by itself."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, in words."""

    kind: CheckKind
    lamp: Lamp
    words: Text
    milliseconds: float | None


def clean_url(text: str) -> str:
    """The address as typed or pasted, without spaces, line breaks and quotes.

    Raises `InvalidValueError` where it is no web address.
    """
    url = _unquoted("".join(text.split()))
    if not is_web_address(url):
        raise InvalidValueError(
            translate("Connection", "This is not a web address."),
            translate("Connection", "Copy “API URL” from the cabinet whole: it begins with https://."),
        )
    return url


def clean_token(text: str) -> str:
    """The token without spaces, line breaks, quotes and “Bearer ” in front.

    Raises `InvalidValueError` where nothing is left or a character cannot be sent.
    """
    token, before = text, ""
    while token != before:
        before = token
        token = "".join(_BEFORE_TOKEN.sub("", _unquoted(token)).split())
    if not token:
        raise InvalidValueError(
            translate("Connection", "The token is empty."),
            translate("Connection", "Copy “API Token” from the cabinet."),
        )
    if not token.isascii() or not token.isprintable():
        raise InvalidValueError(
            translate("Connection", "The token has a character that no token has."),
            translate("Connection", "Copy it from the cabinet once more, without anything around it."),
        )
    return token


_BEFORE_TOKEN = re.compile(r"\A(authorization\s*:\s*)?[\"']?(bearer(\s+|$))*", re.IGNORECASE)


def _unquoted(text: str) -> str:
    """Without quotes and spaces around it, and without signs that nobody sees, which come with a paste."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return seen.strip(_AROUND)


_AROUND = " \t\r\n\u00a0\"'«»„“”‘’`<>"


def needs_plain_http_confirmation(url: str) -> bool:
    """Whether the token would travel unencrypted beyond this machine."""
    return urlsplit(url).scheme == "http" and not is_on_this_machine(url)


def check_connection(url: str, token: str, proxy: str = "") -> CheckResult:
    """Ask the address without moving anything and say what was found."""
    import anyio

    return anyio.run(_check, url, token, proxy)


def words_of_silence(answer: Answer) -> Text:
    """Why nothing can be sent to who answers so, or does not answer."""
    if answer.outcome is AttemptOutcome.BUSY:
        return answer.words
    return _WORDS[_kind(answer.status, answer.outcome, answer.failure)]


async def _check(url: str, token: str, proxy: str) -> CheckResult:
    from app.marketplace.client import MarketplaceClient

    async with MarketplaceClient(url, token, proxy) as client:
        answer = await client.check()
    kind = _kind(answer.status, answer.outcome, answer.failure)
    words = _WORDS[kind]
    if answer.status is not None:
        words = words.format(milliseconds=round(answer.milliseconds))
    return CheckResult(kind, _lamp(kind), words, answer.milliseconds)


def _kind(status: int | None, outcome: AttemptOutcome, failure: str) -> CheckKind:
    if status is None:
        return CheckKind(failure)
    if outcome is AttemptOutcome.WRONG_TOKEN:
        return CheckKind.TOKEN_REFUSED
    if status in {404, 410} or outcome is AttemptOutcome.WRONG_ADDRESS:
        return CheckKind.NOT_THIS_ADDRESS
    if status == 407:
        return CheckKind.PROXY
    if status >= 500:
        return CheckKind.SERVER_ERROR
    return CheckKind.REACHED


def _lamp(kind: CheckKind) -> Lamp:
    if kind is CheckKind.REACHED:
        return Lamp.GOOD
    return Lamp.WARNING if kind in {CheckKind.TIMEOUT, CheckKind.SERVER_ERROR} else Lamp.BAD


_WORDS = {
    CheckKind.REACHED: translate(
        "Connection",
        "The server answered in {milliseconds} ms and did not refuse the token. "
        "The first delivery will show whether it is good.",
    ),
    CheckKind.TOKEN_REFUSED: translate(
        "Connection",
        "The server answered, but refused the token. Copy “API Token” from the cabinet once more.",
    ),
    CheckKind.NOT_THIS_ADDRESS: translate(
        "Connection",
        "A server answered, but not at this address. Copy “API URL” from the cabinet whole.",
    ),
    CheckKind.CERTIFICATE: translate(
        "Connection",
        "The server's certificate is not trusted. Check the address and this computer's date; "
        "in a company network ask whoever runs it.",
    ),
    CheckKind.NO_NETWORK: translate(
        "Connection", "The server could not be reached. Check the network and the address."
    ),
    CheckKind.UNKNOWN_HOST: translate(
        "Connection",
        "The server's name was not found. Check the address, and whether the internet works.",
    ),
    CheckKind.PROXY: translate(
        "Connection", "A proxy stands in between and did not let this through. Check its settings."
    ),
    CheckKind.TIMEOUT: translate("Connection", "The server did not answer in time. Try again in a minute."),
    CheckKind.SERVER_ERROR: translate(
        "Connection", "The server answered with an error of its own. Try again later."
    ),
}


def save_token(shop: Shop, token: str, *, session_only: bool = False) -> None:
    """Keep the token in the system's secret store, or in memory only. Raises `SecretsError`."""
    if session_only:
        shop.secrets.session_only(TOKEN, token)
    else:
        shop.secrets.set(TOKEN, token)


def load_token(shop: Shop) -> str | None:
    """The token, or None where there is none. Raises `SecretsError`."""
    return shop.secrets.get(TOKEN)


def forget_token(shop: Shop) -> None:
    """Remove the token everywhere. Raises `SecretsError`."""
    shop.secrets.delete(TOKEN)


def keyring_words(shop: Shop) -> Text | None:
    """Why the system's secret store cannot be used; None where it can."""
    return shop.secrets.unavailable()


def keyring_name(shop: Shop) -> str:
    """The system's secret store by its name, for support; empty where there is none."""
    return shop.secrets.store_name()


def effective_connection(shop: Shop) -> tuple[ConnectionSettings, str | None]:
    """The settings and the token to send with; the environment wins over what is saved.

    Raises `InvalidValueError` where the token would travel unencrypted and nobody has confirmed that.
    """
    from dataclasses import replace

    settings = load_connection(shop)
    if url := os.environ.get(URL_VARIABLE):
        confirmed = os.environ.get(PLAIN_HTTP_VARIABLE) == "1"
        settings = replace(settings, url=clean_url(url), plain_http_confirmed=confirmed)
    if needs_plain_http_confirmation(settings.url) and not settings.plain_http_confirmed:
        raise InvalidValueError(
            translate(
                "Connection", "The address begins with http://: anybody on the way could read the token."
            ),
            translate("Connection", "Use https://, or confirm it in Settings or with POLKA_ALLOW_HTTP=1."),
        )
    given = os.environ.get(TOKEN_VARIABLE)
    return settings, clean_token(given) if given else load_token(shop)
