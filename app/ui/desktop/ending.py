"""Being told to end by somebody else than the person at the window: the system, a signal, the desktop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication
from typing_extensions import override

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")


class PolkaApplication(QApplication):
    """Qt asks every window before it ends; `ending` is told before, so that none of them asks a person."""

    ending = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Quit:
            self.ending.emit()
        return super().event(event)


class EndSignals(QObject):
    """`told` when a signal asks the program to end, such as at a logout.

    Python runs a signal's handler only when it runs at all, and Qt may wait for hours: a byte through a
    socket wakes it.
    """

    told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._before: dict[signal.Signals, Callable[[int, FrameType | None], Any] | int | None] = {}
        for number in (getattr(signal, name) for name in SIGNALS if hasattr(signal, name)):
            self._before[number] = signal.signal(number, _nothing)

    def _on_activated(self) -> None:
        self._read.recv(64)
        self.told.emit()

    def close(self) -> None:
        """Signals do again what they did before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woken)
        self._notifier.setEnabled(False)
        for end in (self._read, self._write):
            end.close()


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """That it came is told by the byte."""
