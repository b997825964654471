"""A small line of a stock over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.theme import Theme

EDGE = 4


class Sparkline(QWidget):
    """Steps: a stock stays as it is until it changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: list[tuple[float, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def set_points(self, curve: Sequence[tuple[datetime, int]]) -> None:
        """Draw (moment, pieces), oldest first."""
        self._points = [(moment.timestamp(), pieces) for moment, pieces in curve]
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 64)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.color("acc")), 2))
        painter.drawPolyline(self._polygon())

    def _polygon(self) -> QPolygonF:
        first, last = self._points[0][0], self._points[-1][0]
        most = max(*(pieces for _, pieces in self._points), 1)
        wide, high = self.width() - 2 * EDGE, self.height() - 2 * EDGE
        line: list[QPointF] = []
        for moment, pieces in self._points:
            x = EDGE + wide * (moment - first) / max(last - first, 1.0)
            y = EDGE + high * (1 - max(pieces, 0) / most)
            if line:
                line.append(QPointF(x, line[-1].y()))
            line.append(QPointF(x, y))
        return QPolygonF(line)
