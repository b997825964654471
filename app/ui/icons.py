"""One set of SVG icons, drawn with the colours of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui.i18n import RESOURCES

SIZES = (17, 34, 51)
"""Pixels: the icon at 100, 200 and 300 % scale."""

DESKTOP_SIZES = (16, 22, 24, 32, 48, 64, 128)
"""Pixels that desktops show beside the clock and in notices."""


@cache
def icon(name: str, color: str) -> QIcon:
    """The icon in one colour (#rrggbb)."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_pixmap(name, color, QSize(size, size)))
    return made


@cache
def own_icon(name: str) -> QIcon:
    """An icon that has colours of its own: where it is shown is not ours, light or dark."""
    made = QIcon()
    for size in DESKTOP_SIZES:
        made.addPixmap(_pixmap(name, "", QSize(size, size)))
    return made


@cache
def two_state_icon(name: str, off: str, on: str) -> QIcon:
    """The icon of something that can be chosen: one colour for each state."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_pixmap(name, off, QSize(size, size)), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(_pixmap(name, on, QSize(size, size)), QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """The icon as a picture of `size` logical pixels."""
    made = _pixmap(name, color, QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


def _pixmap(name: str, color: str, size: QSize) -> QPixmap:
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", color).encode()))
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made
