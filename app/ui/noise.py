"""Qt's own messages, without the one that says nothing: windows that nobody sees have no size hints."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

NOISE = "This plugin does not support "


def drop_offscreen_noise() -> None:
    """Call once, where windows are only drawn into pictures."""
    if QGuiApplication.platformName() == "offscreen":
        qInstallMessageHandler(_tell)


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if not (message or "").startswith(NOISE):
        print(qFormatLogMessage(kind, context, message or ""), file=sys.stderr)  # noqa: T201  # as Qt does
