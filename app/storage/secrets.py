"""The token's place: the system's secret store, or this session's memory; never a file."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from app.domain.errors import SecretsError
from app.domain.text import Text, translate

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

SERVICE = "Polka"
WINDOWS_LIMIT = 2560
"""Bytes of UTF-16 that the Windows Credential Manager keeps (CRED_MAX_CREDENTIAL_BLOB_SIZE)."""


class Secrets:
    """Secrets of one data folder. keyring is imported at the first use: it takes a while."""

    def __init__(self, folder_key: str) -> None:
        self._folder_key = folder_key
        self._session: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The secret, or None. Raises `SecretsError` where the store does not answer."""
        if name in self._session:
            return self._session[name]
        backend = _backend()
        if backend is None:
            return None
        try:
            return backend.get_password(SERVICE, self._user(name))
        except Exception as error:
            raise _refused() from error

    def set(self, name: str, value: str) -> None:
        """Keep the secret in the system's store. Raises `SecretsError` where there is none."""
        if sys.platform == "win32" and len(value.encode("utf-16-le")) > WINDOWS_LIMIT:
            raise too_long()
        backend = _backend()
        if backend is None:
            raise SecretsError(
                translate("Secrets", "This system has no secret store that Polka could use."),
                translate("Secrets", "Keep the token for this session only: you will enter it again."),
            )
        try:
            backend.set_password(SERVICE, self._user(name), value)
        except Exception as error:
            raise _refused() from error
        self._session.pop(name, None)

    def session_only(self, name: str, value: str) -> None:
        """Keep the secret in memory until the program ends."""
        self._session[name] = value

    def delete(self, name: str) -> None:
        """Forget the secret everywhere; nothing happens where there is none."""
        self._session.pop(name, None)
        backend = _backend()
        if backend is None:
            return
        try:
            if backend.get_password(SERVICE, self._user(name)) is not None:
                backend.delete_password(SERVICE, self._user(name))
        except Exception as error:
            raise _refused() from error

    def unavailable(self) -> Text | None:
        """Why the system's store cannot be used, or None where it can."""
        if _backend() is not None:
            return None
        return translate("Secrets", "This system has no secret store that Polka could use.")

    def store_name(self) -> str:
        """The store's name, for support; empty where there is none."""
        backend = _backend()
        return "" if backend is None else backend.name

    def _user(self, name: str) -> str:
        return f"{name} {self._folder_key}"


class _SessionSecrets(Secrets):
    """Everything in memory; the system's store is not touched."""

    def get(self, name: str) -> str | None:
        return self._session.get(name)

    def set(self, name: str, value: str) -> None:
        self.session_only(name, value)

    def delete(self, name: str) -> None:
        self._session.pop(name, None)

    def unavailable(self) -> Text | None:
        return translate("Secrets", "This is a demonstration: the token is kept for this session only.")

    def store_name(self) -> str:
        return ""


def session_secrets() -> Secrets:
    """Secrets for a demonstration or a test, gone when the program ends."""
    return _SessionSecrets("")


def too_long() -> SecretsError:
    """The token is longer than the Windows store takes."""
    return SecretsError(
        translate("Secrets", "The token is too long for the Windows credential store."),
        translate("Secrets", "It takes up to 1,280 characters. Check that only the token was copied."),
    )


def _refused() -> SecretsError:
    return SecretsError(
        translate("Secrets", "The system's secret store is locked or refused the token."),
        translate("Secrets", "Unlock it and try again, or keep the token for this session only."),
    )


def _backend() -> KeyringBackend | None:
    """The system's store; never one that writes files of its own, which an add-on may bring along."""
    import keyring
    from keyring.backends import chainer, fail, null

    try:
        chosen = keyring.get_keyring()
    except Exception:
        log.warning("no secret store could be chosen", exc_info=True)
        return None
    # What is chained is asked in turn, so the first one that is not a file is the one.
    several = chosen.backends if isinstance(chosen, chainer.ChainerBackend) else [chosen]
    stores = (one for one in several if not isinstance(one, fail.Keyring | null.Keyring))
    return next((one for one in stores if not type(one).__module__.startswith("keyrings.alt")), None)
