"""Whether a window can be shown here."""

from __future__ import annotations

import os
import sys

from app.domain.errors import PolkaError
from app.domain.text import translate

_SCREENLESS_PLATFORMS = ("offscreen", "minimal", "vnc")


def has_display() -> bool:
    """Whether Qt will find a screen; always so on Windows and macOS."""
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform in _SCREENLESS_PLATFORMS or platform.startswith(("eglfs", "linuxfb")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_display() -> None:
    """Raise a `PolkaError` that says what to do where there is no screen."""
    if not has_display():
        raise PolkaError(
            translate("CommandLine", "There is no screen here to show a window on."),
            translate(
                "CommandLine",
                "Start Polka on the desktop, or save pictures of it with: polka demo --tour DIR; "
                "without a window it runs with: polka serve.",
            ),
        )
