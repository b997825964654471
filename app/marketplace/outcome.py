"""From an answer, or from what came instead of one, to an outcome and a sentence.

The only place that knows httpx's exceptions. The rules are the table *Outcomes* of the protocol page.
"""

from __future__ import annotations

import json
import socket
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, cast

import httpx

from app.domain.delivery import AttemptOutcome
from app.domain.text import Text, translate
from app.domain.times import Times

LONGEST_SAYING = 300
MOST_LINES = 10
"""More lines of a server's words are a listing of something; of a server in trouble, more than one."""

_NOTHING_WAS_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
    httpx.InvalidURL,
)
_BUSY = frozenset({408, 425, 429})
_WRONG_TOKEN = frozenset({401, 403})
_PROXY_REFUSED = 407


CUT = "\n…"
"""What ends a body of which only the beginning was read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How one request ended. `retry_after` in seconds; `body`: 64 KB of the answer at most, then `CUT`."""

    outcome: AttemptOutcome
    words: Text
    milliseconds: float
    status: int | None = None
    retry_after: float | None = None
    body: str | None = None
    times: Times | None = None
    failure: str = ""  # certificate, unknown_host, proxy, timeout or no_network, where there is no status


def outcome_of_status(status: int, retry_after: float | None) -> AttemptOutcome:
    """The row of the table for an HTTP status."""
    if 200 <= status < 300:
        return AttemptOutcome.ACCEPTED
    if 300 <= status < 400:
        return AttemptOutcome.WRONG_ADDRESS
    if status in _WRONG_TOKEN:
        return AttemptOutcome.WRONG_TOKEN
    if status in _BUSY or (status == 503 and retry_after is not None):
        return AttemptOutcome.BUSY
    if status == 410:
        return AttemptOutcome.GONE
    if status == _PROXY_REFUSED:
        return AttemptOutcome.NOT_SENT
    return AttemptOutcome.REFUSED if 400 <= status < 500 else AttemptOutcome.SERVER_ERROR


def answer_of_exception(
    error: Exception, milliseconds: float, times: Times, *, through_proxy: bool
) -> Answer:
    """What came of a request that had no answer. Through a proxy nobody else is connected to."""
    if through_proxy and isinstance(error, httpx.ConnectError) and not _is_about_certificate(error):
        error = httpx.ProxyError(str(error))
    outcome = AttemptOutcome.NOT_SENT if isinstance(error, _NOTHING_WAS_SENT) else AttemptOutcome.NO_ANSWER
    words = _words_of_exception(error)
    return Answer(outcome, words, milliseconds, times=times, failure=_failure(error))


def retry_after_seconds(header: str | None, now: datetime | None = None) -> float | None:
    """`Retry-After` in either form (RFC 9110 10.2.3) as seconds from now; None where it is neither."""
    if header is None:
        return None
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - (now or datetime.now(UTC))).total_seconds(), 0.0)


def words_of_status(status: int, body: str) -> Text:
    """What an answer means, in words, with what the server said itself."""
    accepted = 200 <= status < 300
    if accepted and body.lstrip().startswith("<"):
        return _PAGE_WORDS
    sentence = _STATUS_WORDS.get(status) or _CLASS_WORDS.get(status // 100, _CLASS_WORDS[5])
    said = _saying(body, lines=1 if status >= 500 else MOST_LINES)
    if not said:
        return sentence
    told = translate("Answer", "{sentence} It said: “{said}”.")
    return told.format(sentence=sentence, said=said.rstrip("."))


_PAGE_WORDS = translate(
    "Answer",
    "The marketplace accepted it, but answered with a web page. If the cabinet does not show the change, "
    "check the API URL in Settings.",
)
_CLASS_WORDS = {
    2: translate("Answer", "The marketplace accepted it."),
    3: translate("Answer", "This address leads elsewhere. Copy the API URL from the cabinet once more."),
    4: translate("Answer", "The marketplace refused it. Correct what it names, then retry."),
    5: translate(
        "Answer",
        "The marketplace had an error of its own, so nobody knows whether it took this in.",
    ),
}
_TOKEN_WORDS = translate(
    "Answer", "The token was refused. Copy it from the cabinet once more, in Settings."
)
_PROXY_WORDS = translate("Answer", "The proxy in between did not let it through. Nothing was sent.")
_BUSY_WORDS = translate("Answer", "The marketplace is busy and asked to come later.")
_STATUS_WORDS = {
    401: _TOKEN_WORDS,
    403: _TOKEN_WORDS,
    404: translate("Answer", "The marketplace does not know this product, or not this address."),
    405: translate("Answer", "This address takes no actions. Check the API URL in Settings."),
    407: _PROXY_WORDS,
    408: _BUSY_WORDS,
    410: translate("Answer", "This address is gone. Copy the new API URL from the cabinet."),
    422: translate("Answer", "The marketplace does not accept these data. Correct them, then retry."),
    425: _BUSY_WORDS,
    429: _BUSY_WORDS,
    503: _BUSY_WORDS,
}


def _words_of_exception(error: Exception) -> Text:
    """What came instead of an answer, in words."""
    if isinstance(error, httpx.ProxyError):
        return _PROXY_WORDS
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return translate("Answer", "The marketplace did not pick up in time. Nothing was sent.")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | httpx.LocalProtocolError):
        return translate("Answer", "The API URL or the token has a character that cannot be sent.")
    if isinstance(error, httpx.ConnectError):
        return _words_of_connect_error(error)
    return translate(
        "Answer",
        "It was sent, but no answer came. Nobody knows whether the marketplace took it in.",
    )


def _failure(error: Exception) -> str:
    if isinstance(error, httpx.ProxyError):
        return "proxy"
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return "timeout"
    if _is_about_certificate(error):
        return "certificate"
    return "unknown_host" if isinstance(_root_cause(error), socket.gaierror) else "no_network"


def _is_about_certificate(error: Exception) -> bool:
    return isinstance(_root_cause(error), ssl.SSLError)


def _words_of_connect_error(error: httpx.ConnectError) -> Text:
    if _is_about_certificate(error):
        return translate("Answer", "The server's certificate is not trusted. Nothing was sent.")
    if isinstance(_root_cause(error), socket.gaierror):
        return translate("Answer", "The server's name was not found: no network, or a wrong address.")
    return translate("Answer", "The marketplace could not be reached. Nothing was sent.")


def _root_cause(error: BaseException) -> BaseException:
    """The first exception of the chain that is not httpx's or httpcore's wrapping."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError | socket.gaierror):
            return seen
        if isinstance(seen, BaseExceptionGroup):
            return _root_cause(cast("BaseException", seen.exceptions[0]))
        seen = seen.__cause__ or seen.__context__
    return error


def _saying(body: str, lines: int) -> str:
    """The server's own words: `message` or `error` of a JSON answer; never a page or a stack trace."""
    try:
        data: Any = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    for name in ("message", "error", "detail"):
        said = _field(data, name)
        said = _field(said, "message") or said  # {"error": {"message": "…"}}
        if isinstance(said, str) and said.strip() and len(said.strip().splitlines()) <= lines:
            return " ".join(said.split())[:LONGEST_SAYING]
    return ""


def _field(data: Any, name: str) -> Any:
    return cast("dict[str, Any]", data).get(name) if isinstance(data, dict) else None
