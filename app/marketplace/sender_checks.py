"""Who may post beyond knowing the address: allowed networks, a bearer token, a signature, how often."""

from __future__ import annotations

import hmac
import ipaddress
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.refusal import Refusal
from app.marketplace.signature import signature_refusal

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

Refused: TypeAlias = Callable[[str, Refusal], object]
"""Hears who was sent away, and why."""

MOST_ADDRESSES = 10_000
"""Of so many senders the rate is remembered; the one that was quiet longest is forgotten first."""

MOST_CONNECTIONS_OF_ONE = 100


@dataclass(frozen=True, slots=True)
class SenderChecks:
    """What is asked of a sender; empty: not asked.

    `per_second`: requests of one address, 0 for any number. `connections`: of one address at once.
    """

    networks: tuple[Network, ...] = ()
    token: str = field(default="", repr=False)
    signing_key: bytes = field(default=b"", repr=False)
    per_second: int = 0
    connections: int = MOST_CONNECTIONS_OF_ONE


class SenderGate:
    """Applies the checks; remembers how often an address has asked and how many connections it holds."""

    def __init__(
        self,
        checks: SenderChecks,
        refused: Refused = lambda _sender, _refusal: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._checks = checks
        self.refused = refused
        self._clock = clock
        self._token = checks.token.encode()
        self._rates: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._connections: Counter[str] = Counter()

    def refusal(self, sender: str, headers: Mapping[bytes, bytes]) -> Refusal | None:
        """Why the sender is sent away before its body is read; None where it is not."""
        checks = self._checks
        if checks.networks and not _is_within(sender, checks.networks):
            return Refusal.SENDER
        if checks.per_second and not self._may_ask(sender):
            return Refusal.TOO_OFTEN
        if checks.token and not self._has_token(headers.get(b"authorization", b"")):
            return Refusal.TOKEN
        return None

    def body_refusal(self, headers: dict[bytes, bytes], body: bytes) -> Refusal | None:
        """Why the body is not taken; None where it is."""
        key = self._checks.signing_key
        return signature_refusal(key, headers, body, self._clock()) if key else None

    def connected(self, address: str) -> bool:
        """Count a new connection; whether the address may hold one more."""
        self._connections[address] += 1
        return self._connections[address] <= self._checks.connections

    def disconnected(self, address: str) -> None:
        """Count the end of a connection."""
        self._connections[address] -= 1
        if self._connections[address] <= 0:
            del self._connections[address]

    def _has_token(self, authorization: bytes) -> bool:
        scheme, _, token = authorization.partition(b" ")
        return hmac.compare_digest(token.strip(), self._token) and scheme.lower() == b"bearer"

    def _may_ask(self, sender: str) -> bool:
        """A bucket of a second's worth of requests that fills up evenly."""
        now, most = time.monotonic(), float(self._checks.per_second)
        left, at = self._rates.get(sender, (most, now))
        left = min(most, left + (now - at) * most)
        is_free = left >= 1
        self._rates[sender] = (left - 1 if is_free else left), now
        self._rates.move_to_end(sender)
        if len(self._rates) > MOST_ADDRESSES:
            self._rates.popitem(last=False)
        return is_free


def parse_networks(text: str) -> tuple[Network, ...]:
    """Addresses and networks (CIDR) parted by commas or spaces. Raises `ValueError` with the wrong one.

    `192.0.2.7/24`, an address within its network, means the network.
    """
    found: list[Network] = []
    for one in text.replace(",", " ").replace(";", " ").split():
        try:
            found.append(ipaddress.ip_network(one, strict=False))
        except ValueError as error:
            raise ValueError(one) from error
    return tuple(found)


def _is_within(sender: str, networks: tuple[Network, ...]) -> bool:
    try:
        address = ipaddress.ip_address(sender)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped  # a socket for both kinds shows 192.0.2.7 as ::ffff:192.0.2.7
    return any(address in network for network in networks)
