"""Test events to one's own public address: signed with a key that never leaves this process."""

from __future__ import annotations

import hmac
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass

import anyio

from app.marketplace.signature import signature

HEADER = b"polka-test"


@dataclass(frozen=True, slots=True)
class TestEvent:
    """What is posted, and how its arrival is heard of."""

    __test__ = False  # pytest takes the name for a test of its own

    name: str
    body: bytes
    headers: dict[bytes, bytes]
    arrived: anyio.Event


class OwnTests:
    """Makes test events and knows them again when they come in; all on one loop."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._under_way: dict[str, anyio.Event] = {}

    def begin(self) -> TestEvent:
        """A new one; `end` it when it is no longer waited for."""
        name, sent = secrets.token_hex(16), str(int(time.time()))
        body = json.dumps({"polka_test": name, "sent_at": int(sent)}).encode()
        good = signature(self._key, name.encode(), sent.encode(), body)
        arrived = self._under_way[name] = anyio.Event()
        return TestEvent(name, body, {HEADER: b" ".join((name.encode(), sent.encode(), good))}, arrived)

    def end(self, test: TestEvent) -> None:
        """Wait for it no longer."""
        self._under_way.pop(test.name, None)

    def is_own(self, headers: Mapping[bytes, bytes], body: bytes) -> bool:
        """Whether this process made it, however often it comes; whoever waits for it is told."""
        name, sent, given = (*headers.get(HEADER, b"").split(b" "), b"", b"", b"")[:3]
        if not hmac.compare_digest(signature(self._key, name, sent, body), given):
            return False
        arrived = self._under_way.get(name.decode())
        if arrived is not None:
            arrived.set()
        return True
