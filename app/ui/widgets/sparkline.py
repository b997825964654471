"""A small curve of a stock over time, with the figures that it takes to read it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui import format as shown
from app.ui.theme import Theme

EDGE = 4
CURVE_HEIGHT = 52
LINE = 16
"""Pixels of a line of small text."""
FONT_PIXELS = 11
DOT = 3
GAP = 6

Align = Qt.AlignmentFlag
Point = tuple[datetime, int]


class Sparkline(QWidget):
    """Steps: a stock stays as it is until it changes. The scale begins at zero or below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.points: list[Point] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def set_points(self, curve: Sequence[Point]) -> None:
        """Draw (moment, pieces), oldest first. Before a product's first movement there is no line."""
        levels = dict(curve)  # of several movements in one moment the last counts
        self.points = list(levels.items())
        if len(self.points) > 2 and self.points[0][1] == 0:
            del self.points[0]
        self.setAccessibleDescription(self._words())
        self.setToolTip(self._words())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, CURVE_HEIGHT + LINE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self.points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(FONT_PIXELS)
        painter.setFont(font)
        room = self._room(painter)
        self._paint_scale(painter, room)
        painter.setPen(QPen(self._color("acc"), 2))
        line = self._line(room)
        painter.drawPolyline(line)
        self._paint_end(painter, line[-1], room)

    def _room(self, painter: QPainter) -> QRectF:
        """Where the curve may be: figures stand at its right, dates below."""
        widest = max((self._text(level) for level in self._limits()), key=len)
        right = painter.fontMetrics().horizontalAdvance(widest) + GAP
        return QRectF(1, EDGE, self.width() - right - DOT - 2, CURVE_HEIGHT - 2 * EDGE)

    def _limits(self) -> tuple[int, int]:
        pieces = [level for _, level in self.points]
        return min(*pieces, 0), max(*pieces, 1)

    def _y(self, level: int, room: QRectF) -> float:
        least, most = self._limits()
        return room.bottom() - room.height() * (level - least) / (most - least)

    def _line(self, room: QRectF) -> list[QPointF]:
        first, last = self.points[0][0].timestamp(), self.points[-1][0].timestamp()
        line: list[QPointF] = []
        for moment, pieces in self.points:
            x = room.left() + room.width() * (moment.timestamp() - first) / max(last - first, 1e-3)
            if line:
                line.append(QPointF(x, line[-1].y()))
            line.append(QPointF(x, self._y(pieces, room)))
        return line

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        written = [self._y(self.points[-1][1], room)]  # where no other figure has room
        for level in dict.fromkeys((*self._limits(), 0)):
            y = self._y(level, room)
            painter.setPen(QPen(self._color("line"), 1))
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
            if all(abs(y - other) >= FONT_PIXELS + 1 for other in written):
                self._paint_figure(painter, level, y, "mute")
                written.append(y)
        below = QRect(0, CURVE_HEIGHT, round(room.right()), LINE)
        painter.setPen(self._color("mute"))
        painter.drawText(below, Align.AlignLeft | Align.AlignVCenter, shown.short_when(self.points[0][0]))
        painter.drawText(below, Align.AlignRight | Align.AlignVCenter, self.tr("today"))

    def _paint_end(self, painter: QPainter, end: QPointF, room: QRectF) -> None:
        painter.setBrush(self._color("acc"))
        painter.drawEllipse(end, DOT - 1, DOT - 1)
        painter.setFont(_bold(painter.font()))
        level = self.points[-1][1]
        self._paint_figure(painter, level, self._y(level, room), "bad" if level < 0 else "text")

    def _paint_figure(self, painter: QPainter, level: int, y: float, color: str) -> None:
        painter.setPen(self._color(color))
        line = QRectF(0, y - LINE / 2, self.width(), LINE)
        painter.drawText(line, Align.AlignRight | Align.AlignVCenter, self._text(level))

    def _text(self, level: int) -> str:
        return shown.number(level)

    def _words(self) -> str:
        """The curve for who does not see it."""
        if not self.points:
            return ""
        levels = [level for _, level in self.points]
        words = self.tr("Since {date}: at least {least}, at most {most}, now {now}.")
        return words.format(
            date=shown.short_when(self.points[0][0]),
            least=shown.number(min(levels)),
            most=shown.number(max(levels)),
            now=shown.number(levels[-1]),
        )

    def _color(self, name: str) -> QColor:
        return QColor(self._theme.color(name))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
