"""pytest-qt's bot as these tests need it: patient, and holding on to what it will close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

LONGEST_MS = 60_000


class PatientBot(QtBot):
    """Waits for a condition, a signal or a window as long as a busy machine takes, up to a minute.

    It keeps the widgets that pytest-qt only knows weakly: a window that a test's end leaves in a cycle of
    objects would else be taken apart, open, by the search for garbage, which can crash.
    """

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self._kept: list[QWidget] = []

    @override
    def addWidget(self, widget: QWidget, **how: Any) -> None:
        self._kept.append(widget)
        super().addWidget(widget, **how)

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = LONGEST_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    @override
    def waitExposed(self, widget: Any, *, timeout: int = LONGEST_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)
