"""Why a request to the listener was sent away."""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """The reason, as it is kept; what it is in words, the window says."""

    NO_SUCH_ADDRESS = "no_such_address"  # 404
    WRONG_SECRET = "wrong_secret"  # noqa: S105  # an event by its form, but the secret part is wrong: 404
    NOT_HTTP = "not_http"  # no request at all, such as https:// where no certificate is given: 400
    NOT_POST = "not_post"  # 405
    SENDER = "sender"  # not one of the allowed addresses: 403
    TOKEN = "token"  # noqa: S105  # no bearer token, or a wrong one: 401
    SIGNATURE = "signature"  # no signature that fits: 401
    TIMESTAMP = "timestamp"  # signed too long ago, or in the future: 401
    TOO_OFTEN = "too_often"  # more requests a second than one address may send: 429
    TOO_MANY = "too_many"  # more connections at once than one address may hold: 429
    TOO_SLOW = "too_slow"  # the request did not come in time: 408, or hung up
    TOO_LARGE = "too_large"  # 413, or 400 for the head


KNEW_THE_ADDRESS = (Refusal.SENDER, Refusal.TOKEN, Refusal.SIGNATURE, Refusal.TIMESTAMP)
"""Who knows the secret part is no passer-by: it is the marketplace, or a server of the shop's own."""

MEANT_FOR_US = (*KNEW_THE_ADDRESS, Refusal.WRONG_SECRET, Refusal.TOO_OFTEN, Refusal.TOO_LARGE)
"""Reasons for which an event may have been lost."""
