"""What is asked of whoever posts events: settings in the database, secrets in the system's store."""

from __future__ import annotations

import base64
import os
import secrets

from app.domain.errors import InvalidValueError, SecretsError
from app.domain.text import translate
from app.marketplace.sender_checks import SenderChecks, parse_networks
from app.marketplace.signature import PREFIX, signing_key
from app.services.certificates import check_certificate
from app.services.connection import clean_token
from app.services.receiving import ListenerSettings, load_listener, save_listener
from app.services.shop import Shop

TOKEN, SIGNING_SECRET = "receiving-token", "receiving-signing-secret"  # names
TOKEN_VARIABLE, SECRET_VARIABLE = "POLKA_RECEIVING_TOKEN", "POLKA_RECEIVING_SECRET"
NEW_SECRET_BYTES = 32


def load_checks(shop: Shop, settings: ListenerSettings) -> SenderChecks:
    """The checks with their secrets; the environment wins over what is saved.

    Raises `SecretsError` where a secret is asked of senders and Polka itself does not have it: then nobody
    may be let in.
    """
    key = _key(_needed(shop, SIGNING_SECRET, SECRET_VARIABLE)) if settings.check_signature else b""
    return SenderChecks(
        networks=parse_networks(settings.allowed),
        token=_needed(shop, TOKEN, TOKEN_VARIABLE) if settings.check_token else "",
        signing_key=key,
        per_second=settings.per_second,
        connections=settings.connections,
    )


def _needed(shop: Shop, name: str, variable: str) -> str:
    found = os.environ.get(variable) or shop.secrets.get(name)
    if not found:
        raise SecretsError(
            translate("Listener", "Events are not taken: the secret to check senders with is missing."),
            translate("Listener", "Enter it in Settings, Receiving events, or switch the check off."),
        )
    return found


def saved_secrets(shop: Shop) -> tuple[bool, bool]:
    """Whether there is a token, and whether there is a signing secret. Raises `SecretsError`."""
    return bool(shop.secrets.get(TOKEN)), bool(shop.secrets.get(SIGNING_SECRET))


def save_receiving(
    shop: Shop, settings: ListenerSettings, token: str = "", signing_secret: str = ""
) -> None:
    """Keep the listener's settings, and those secrets that are given; empty ones stay as they are.

    Raises `InvalidValueError` for what cannot be, and `SecretsError`; nothing is kept then.
    """
    before = load_listener(shop)
    if settings.certificate and _files(settings) != _files(before):
        check_certificate(settings.certificate, settings.key)
    token = clean_token(token) if token.strip() else ""
    signing_secret = _clean_secret(signing_secret) if signing_secret.strip() else ""
    if settings.check_token and not token:
        _needed(shop, TOKEN, TOKEN_VARIABLE)
    if settings.check_signature and not signing_secret:
        _needed(shop, SIGNING_SECRET, SECRET_VARIABLE)
    for name, secret in ((TOKEN, token), (SIGNING_SECRET, signing_secret)):
        if secret:
            _keep(shop, name, secret)
    save_listener(shop, settings)


def _keep(shop: Shop, name: str, secret: str) -> None:
    """In the system's store; where there is none, until the program ends."""
    if shop.secrets.unavailable() is None:
        shop.secrets.set(name, secret)
    else:
        shop.secrets.session_only(name, secret)


def _files(settings: ListenerSettings) -> tuple[str, str]:
    return settings.certificate, settings.key


def _clean_secret(typed: str) -> str:
    secret = "".join(typed.split())
    _key(secret)
    return secret


def _key(secret: str) -> bytes:
    try:
        return signing_key(secret)
    except ValueError as error:
        raise InvalidValueError(
            translate("Listener", "The signing secret is not whole."),
            translate("Listener", "It begins with whsec_ and has at least 32 letters and digits after it."),
        ) from error


def new_token() -> str:
    """A bearer token that nobody can guess."""
    return secrets.token_urlsafe(NEW_SECRET_BYTES)


def new_signing_secret() -> str:
    """A secret for signatures, as Standard Webhooks writes it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(NEW_SECRET_BYTES)).decode()
