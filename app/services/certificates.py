"""The user's certificate and key for the listener: tried out before they are used."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import InvalidValueError
from app.domain.text import Text, translate

_NOT_YET_VALID, _EXPIRED = 9, 10  # X509_V_ERR_… of OpenSSL


def check_certificate(certificate: str, key: str) -> datetime:
    """Until when the certificate is valid; an empty `key`: it is in the same file.

    Raises `InvalidValueError` where a file cannot be read, the two do not fit, or it is not valid.
    """
    _read(certificate)
    _read(key or certificate)
    server = _server(certificate, key)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    client.load_verify_locations(certificate)
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # whoever issued it, this very one is trusted
    try:
        return _valid_until(server, client)
    except ssl.SSLCertVerificationError as error:
        raise _invalid(_WHY_INVALID.get(error.verify_code, _UNFIT)) from error
    except ssl.SSLError as error:
        raise _invalid(_UNFIT) from error


def _read(path: str) -> None:
    try:
        Path(path).read_bytes()
    except (OSError, ValueError) as error:
        words = translate("Listener", "The file {path} cannot be read.").format(path=path)
        raise InvalidValueError(
            words, translate("Listener", "Check that it is there and that Polka may read it.")
        ) from error


def _server(certificate: str, key: str) -> ssl.SSLContext:
    asked = False

    def password() -> str:
        nonlocal asked
        asked = True
        return ""

    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        server.load_cert_chain(certificate, key or None, password)
    except (ssl.SSLError, ValueError) as error:
        if asked:
            raise _invalid(_ENCRYPTED) from error
        is_other = getattr(error, "reason", "") in {"KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH"}
        raise _invalid(_MISMATCH if is_other else _NOT_PEM) from error
    return server


def _valid_until(server: ssl.SSLContext, client: ssl.SSLContext) -> datetime:
    """What the client finds in the certificate in a handshake that goes through memory."""
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    answering = server.wrap_bio(there, back, server_side=True)
    asking = client.wrap_bio(back, there)
    while not _is_done(asking):
        _is_done(answering)
    found = asking.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(found["notAfter"])), UTC)


def _is_done(side: ssl.SSLObject) -> bool:
    try:
        side.do_handshake()
    except ssl.SSLWantReadError:
        return False
    return True


def _invalid(title: Text) -> InvalidValueError:
    return InvalidValueError(title, _CHOOSE_ANOTHER)


_CHOOSE_ANOTHER = translate("Listener", "Choose other files, or leave both fields empty.")
_MISMATCH = translate("Listener", "The key does not belong to this certificate.")
_ENCRYPTED = translate("Listener", "The key is locked with a password; Polka needs it without one.")
_NOT_PEM = translate("Listener", "These files are not a certificate and its key in PEM form.")
_UNFIT = translate("Listener", "The certificate is not fit for a server.")
_WHY_INVALID = {
    _EXPIRED: translate("Listener", "The certificate has expired."),
    _NOT_YET_VALID: translate("Listener", "The certificate is not valid yet."),
}
