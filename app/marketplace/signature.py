"""Signatures in the form of Standard Webhooks (standardwebhooks.com), over the raw bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from app.domain.refusal import Refusal

PREFIX = "whsec_"
TOLERANCE_SECONDS = 5 * 60
FEWEST_BYTES, MOST_BYTES = 24, 64
"""Of a key, as the specification has it."""

MOST_SIGNATURES = 10
"""More than one are sent while a key is being replaced; a header full of them is no such case."""

ID, TIMESTAMP, SIGNATURE = b"webhook-id", b"webhook-timestamp", b"webhook-signature"


def signing_key(secret: str) -> bytes:
    """The bytes of a secret, `whsec_…` or base64 alone. Raises `ValueError` where it is none."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if not FEWEST_BYTES <= len(key) <= MOST_BYTES:
        raise ValueError("too short or too long")
    return key


def signature(key: bytes, identity: bytes, timestamp: bytes, body: bytes) -> bytes:
    """`v1,` and the signature, as it stands in `webhook-signature`."""
    signed = b".".join((identity, timestamp, body))
    return b"v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256))


def signature_refusal(key: bytes, headers: dict[bytes, bytes], body: bytes, now: float) -> Refusal | None:
    """Why the signature is not good; None where one of them is. `now` in seconds since 1970."""
    identity, timestamp = headers.get(ID, b""), headers.get(TIMESTAMP, b"")
    if not identity or not timestamp.isdigit() or len(timestamp) > 12:
        return Refusal.SIGNATURE
    good = signature(key, identity, timestamp, body)
    given = headers.get(SIGNATURE, b"").split(b" ", MOST_SIGNATURES)[:MOST_SIGNATURES]
    if not any([hmac.compare_digest(one, good) for one in given]):  # noqa: C419  # each takes its time
        return Refusal.SIGNATURE
    return Refusal.TIMESTAMP if abs(now - int(timestamp)) > TOLERANCE_SECONDS else None
