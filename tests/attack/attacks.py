"""Attacks on the real program over loopback, and what it must still be afterwards."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
from sqlalchemy import func, select

from app.domain.refusal import Refusal
from app.services.receiving import free_port, load_listener, save_listener
from app.services.refusals import WRITE_SECONDS, refusal_rows
from app.services.shop import Shop
from app.storage import tables
from app.storage.secrets import session_secrets

SALE = b'{"products":[{"id":17,"sizes":[{"value":"L","count":3,"soldCount":1}]}]}'
CONNECTIONS = 20
MEBIBYTE = 1024 * 1024
MOST_GROWN = 20 * MEBIBYTE
PATIENCE = 30.0


@dataclass(slots=True)
class Victim:
    """`polka serve` with its listener on."""

    folder: Path
    port: int
    secret: str
    process: subprocess.Popen[bytes]

    def connect(self, source: str = "127.0.0.1") -> socket.socket:
        return socket.create_connection(
            ("127.0.0.1", self.port), timeout=PATIENCE, source_address=(source, 0)
        )

    def request(self, body: bytes = SALE, *, secret: str | None = None, headers: bytes = b"") -> bytes:
        path = f"/h/{self.secret if secret is None else secret}"
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n".encode()
        return head + headers + b"\r\n" + body

    def post(self, body: bytes = SALE, *, source: str = "127.0.0.1") -> int:
        """The status of one good event."""
        with self.connect(source) as connection:
            connection.sendall(self.request(body))
            return int(read_answers(connection, 1)[0])

    @property
    def memory(self) -> int:
        """Bytes of its own."""
        return psutil.Process(self.process.pid).memory_info().rss

    @contextmanager
    def shop(self) -> Iterator[Shop]:
        shop = Shop(self.folder, secrets=session_secrets())
        shop.open()
        yield shop
        shop.close()

    def kept(self) -> int:
        with self.shop() as shop, shop.database.read() as connection:
            return connection.execute(select(func.count()).select_from(tables.events)).scalar_one()

    def counted(self, reason: Refusal, expected: int) -> int:
        """How many were counted for a reason, once it has been written down."""
        until, found = time.monotonic() + WRITE_SECONDS + PATIENCE, -1
        with self.shop() as shop:
            while found < expected and time.monotonic() < until:
                time.sleep(0.2)
                found = sum(row.times for row in refusal_rows(shop) if row.reason is reason)
        return found


@contextmanager
def victim() -> Iterator[Victim]:
    """A running one in a folder of its own; it must end in good order."""
    with tempfile.TemporaryDirectory() as name:
        shop = Shop(Path(name), secrets=session_secrets())
        shop.open()
        settings = replace(load_listener(shop), enabled=True, port=free_port("127.0.0.1", 0))
        save_listener(shop, settings)
        shop.close()
        command = [sys.executable, "-m", "app", "serve", "--data", name]
        environment = {**os.environ, "POLKA_API_TOKEN": ""}
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            while b"Events: port" not in process.stdout.readline():
                assert process.poll() is None
            found = Victim(Path(name), settings.port, settings.secret, process)
            assert found.post() == 200
            try:
                yield found
            finally:
                process.terminate()
                process.wait(PATIENCE)


def read_answers(connection: socket.socket, count: int) -> list[bytes]:
    """The statuses of so many answers, fewer where the other side hangs up."""
    read = b""
    while read.count(b"}") < count and (part := connection.recv(65536)):
        read += part
    return [part.split(b" ")[0] for part in read.split(b"HTTP/1.1 ")[1:]]


def wrong_secrets(target: Victim, posts: int) -> None:
    """Guess the address: 404 each, and a counter is all that stays."""
    with contextlib.ExitStack() as open_ones:
        connections = [open_ones.enter_context(target.connect()) for _ in range(CONNECTIONS)]
        for turn in range(0, posts, CONNECTIONS):
            for number, connection in enumerate(connections):
                connection.sendall(target.request(secret=f"guess-{turn + number}"))
            for connection in connections:
                assert read_answers(connection, 1) == [b"404"]


def header_floods(target: Victim, times: int) -> None:
    """Heads without end, and heads of thousands of headers: 400, or hung up."""
    for turn in range(times):
        with target.connect() as connection, contextlib.suppress(OSError):
            connection.sendall(f"POST /h/{target.secret} HTTP/1.1\r\n".encode())
            line = b"X-Flood: " + b"x" * (1 if turn % 2 else 10_000) + b"\r\n"
            for _ in range(100_000 if turn % 2 else 2000):
                connection.sendall(line)
            raise AssertionError("a head without end was taken in")


def large_bodies(target: Victim, times: int) -> None:
    """Two megabytes: 413 with the secret, 404 without."""
    body = SALE + b" " * (2 * MEBIBYTE)
    for _ in range(times):
        assert target.post(body) == 413
        with target.connect() as connection, contextlib.suppress(ConnectionError):
            connection.sendall(target.request(body, secret="guess"))
            assert connection.recv(100).startswith(b"HTTP/1.1 404 ")


def held_connections(target: Victim, connections: int) -> None:
    """Silent, half a head, half a body, in turn: more than one address may hold.

    Whoever posts from another address is not hindered, and they are all let go of in the end.
    """
    beginnings = (b"", b"POST /h/", target.request()[:-10])
    with contextlib.ExitStack() as open_ones:
        held = [open_ones.enter_context(target.connect()) for _ in range(connections)]
        for number, connection in enumerate(held):
            with contextlib.suppress(OSError):  # one of those beyond the share
                connection.sendall(beginnings[number % 3])
        began = time.monotonic()
        assert target.post(source="127.0.0.2") == 200
        assert time.monotonic() - began < PATIENCE / 2
        for connection in held:
            with contextlib.suppress(ConnectionError):
                while connection.recv(4096):
                    pass
    assert target.post() == 200


def garbage(target: Victim, times: int) -> None:
    """Bytes that are no HTTP."""
    for turn in range(times):
        with target.connect() as connection, contextlib.suppress(ConnectionError):
            connection.sendall(os.urandom(10 + turn * 37 % 5000) + b"\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100)[:12] in {b"", b"HTTP/1.1 400"}
