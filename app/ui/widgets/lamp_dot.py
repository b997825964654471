"""A small lamp: colour and, for who does not see it, a word."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.services.status_views import Lamp
from app.ui.theme import Theme

_COLORS = {
    Lamp.GOOD: "ok",
    Lamp.WORKING: "acc",
    Lamp.WARNING: "warn",
    Lamp.BAD: "bad",
    Lamp.OFF: "edge",
}


class LampDot(QWidget):
    """8 pixels; hollow where it is off, so that colour does not speak alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lamp = Lamp.OFF
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def show_lamp(self, lamp: Lamp) -> None:
        """Light it so."""
        self._lamp = lamp
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(10, 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(self._theme.color(_COLORS[self._lamp]))
        painter.setPen(color)
        painter.setBrush(color if self._lamp is not Lamp.OFF else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(1, 1, 7, 7)
