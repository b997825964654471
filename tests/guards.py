"""What a test may not do or leave behind: real network, log records, threads, windows."""

from __future__ import annotations

import ipaddress
import logging
import socket
import sys
import threading
import time
from typing import Any

GRACE_SECONDS = 3.0
"""How long threads that were told to end may take."""

reached_out: list[str] = []
"""Addresses beyond this machine that were asked for since the list was last cleared."""


def forbid_network() -> None:
    """Only loopback is reached from now on; a name under .invalid is unknown without asking anybody."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto"} and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host or "localhost"
    try:
        name.encode("idna")
    except UnicodeError:
        return  # no name server can be asked that
    if name.endswith(".invalid"):  # RFC 6761 6.4
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    if not _is_local(name):
        reached_out.append(name)
        raise OSError("a test reaches out to " + name)


def _is_local(name: str) -> bool:
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost"
    return address.is_loopback or address.is_unspecified


class KeptRecords(logging.Handler):
    """Every record at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def threads_left(before: set[threading.Thread]) -> list[str]:
    """Names of threads that a test has started and that do not end."""
    until = time.monotonic() + GRACE_SECONDS
    while (left := set(threading.enumerate()) - before) and time.monotonic() < until:
        time.sleep(0.01)
    return [thread.name for thread in left]


def windows_left() -> list[str]:
    """Classes of the windows that a test has not closed; they are closed now."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = QApplication.topLevelWidgets()
    for window in left:
        window.close()
        window.deleteLater()
    return [type(window).__name__ for window in left]
