"""On loopback: a server that answers what a test says, a network that breaks, the receiver as it runs."""

from __future__ import annotations

import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import uvicorn
from anyio.from_thread import start_blocking_portal

from app.marketplace.head_limit import HeadLimitProtocol, guarded
from app.marketplace.receiver import Receiver
from app.marketplace.sender_checks import SenderGate
from app.services.receiving import bound_socket
from tests.services.support import wait_until

Answer = Callable[[socket.socket], None]


class ScriptedServer:
    """Reads each request whole, notes it down and lets a script answer it; then it hangs up."""

    def __init__(self, *answers: Answer, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self._answers = list(answers)
        self._tls = tls
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run, name="scripted-server")
        self._open: list[socket.socket] = []

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}/api"

    def __enter__(self) -> ScriptedServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()

    def _run(self) -> None:
        for answer in self._answers:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # the test is over
                return
            with connection:
                self._open.append(connection)
                with suppress(OSError):
                    self._converse(connection, answer)

    def _converse(self, connection: socket.socket, answer: Answer) -> None:
        if self._tls is not None:
            with self._tls.wrap_socket(connection, server_side=True) as secure:
                self.requests.append(read_request(secure))
                answer(secure)
            return
        self.requests.append(read_request(connection))
        answer(connection)


def read_request(connection: socket.socket) -> bytes:
    """One request with its body."""
    read = b""
    while b"\r\n\r\n" not in read:
        part = connection.recv(65536)
        read += part
        if not part or read.startswith(b"\x16"):  # the other side has gone, or speaks TLS
            return read
    head, _, body = read.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length")
        ),
        0,
    )
    while len(body) < length and (part := connection.recv(65536)):
        body += part
    return head + b"\r\n\r\n" + body


def answers(
    status: int, body: bytes = b"", *, headers: dict[str, str] | None = None, promised: int | None = None
) -> Answer:
    """An answer; with `promised` more bytes than come, one that breaks off."""
    length = len(body) if promised is None else promised
    head = {"Content-Length": str(length), "Connection": "close"} | (headers or {})
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    return lambda connection: connection.sendall("\r\n".join(lines).encode() + body)


@dataclass(frozen=True, slots=True)
class Cut:
    """A connection ends when so many bytes have passed `outward` (of the request) or back, at least one.

    The client's end of it is closed, or reset.
    """

    bytes_passed: int
    outward: bool
    by_reset: bool


class CutNetwork:
    """Carries each connection to a server's port until its cut, then ends it for both sides."""

    def __init__(self, port: int, cuts: Iterable[Cut]) -> None:
        self._target = ("127.0.0.1", port)
        self._cuts = list(cuts)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run, name="cut-network")
        self.passed_back: list[int] = []

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    def __enter__(self) -> CutNetwork:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()

    def _run(self) -> None:
        for cut in self._cuts:
            try:
                near, _ = self._socket.accept()
            except OSError:  # the test is over
                return
            with near, socket.create_connection(self._target) as far, suppress(OSError):
                self.passed_back.append(0)
                self._carry(near, far, cut)
                if cut.by_reset:
                    near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESETS)

    def _carry(self, near: socket.socket, far: socket.socket, cut: Cut) -> None:
        counted = near if cut.outward else far
        left = cut.bytes_passed
        while left > 0:
            for side in select.select([near, far], [], [])[0]:
                part = side.recv(min(left, 65536) if side is counted else 65536)
                if not part:
                    return
                (far if side is near else near).sendall(part)
                left -= len(part) if side is counted else 0
                self.passed_back[-1] += len(part) if side is far else 0


RESETS = struct.pack("ii", 1, 0)
"""With this SO_LINGER a closed socket resets its connection."""


@contextmanager
def running(receiver: Receiver, gate: SenderGate | None = None) -> Iterator[int]:
    """The receiver behind uvicorn on a thread, as the engine runs it; gives the port."""
    bound = bound_socket("127.0.0.1", 0)
    server = uvicorn.Server(
        uvicorn.Config(
            receiver,
            http=HeadLimitProtocol if gate is None else guarded(gate),
            lifespan="off",
            ws="none",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
    )
    with bound, start_blocking_portal() as portal:
        portal.start_task_soon(server.serve, [bound])
        wait_until(lambda: server.started)
        yield int(bound.getsockname()[1])
        portal.call(receiver.stop)
        server.should_exit = True
