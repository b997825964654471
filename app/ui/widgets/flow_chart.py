"""Bars of what was sold and came back, one group for each day or hour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.flow import Flow
from app.services.overview_views import Part
from app.ui import format as shown
from app.ui.theme import Theme
from app.ui.widgets.chart_scale import Scale, scale_of
from app.ui.words import flow_words

FONT_PIXELS = 11
LEGEND = 26
DATES = 20
"""Pixels of the lines above and below the bars."""
EDGE = 5
WIDEST_BAR = 16
SWATCH = 10
ROUND = 3

Align = Qt.AlignmentFlag
Key = Qt.Key


class FlowChart(QWidget):
    """Sales stand on the line of zero: online filled, here outlined; returns hang from it.

    The figures of one group are told: that under the mouse, or that which the arrow keys choose.
    """

    part_told = Signal(str)
    part_chosen = Signal(object)  # Part

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: Sequence[Part] = ()
        self._scale = Scale(1, 0, 1)
        self.current = -1  # the group that is told
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.theme_changed.connect(self.update)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Draw these; the group that is told stays so while there are as many."""
        stays = len(parts) == len(self._parts) and self.current >= 0
        self._parts, self._scale = parts, scale_of(parts)
        self.tell(self.current if stays else len(parts) - 1)

    def tell(self, number: int) -> None:
        """Tell the figures of a group."""
        if not 0 <= number < len(self._parts):
            return
        self.current = number
        words = part_words(self._parts[number])
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.part_told.emit(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 260)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(300, 160)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None and number != self.current:
            self.tell(number)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.tell(number)
            self.part_chosen.emit(self._parts[number])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._parts) - 1
        moves = {
            Key.Key_Left: self.current - 1,
            Key.Key_Right: self.current + 1,
            Key.Key_Home: 0,
            Key.Key_End: last,
        }
        key = Key(event.key())
        if key in moves and self._parts:
            self.tell(min(max(moves[key], 0), last))
        elif key in {Key.Key_Return, Key.Key_Enter, Key.Key_Space} and self.current >= 0:
            self.part_chosen.emit(self._parts[self.current])
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(FONT_PIXELS)
        painter.setFont(font)
        self._paint_legend(painter)
        if not self._parts:
            return
        room = self._room(painter)
        self._paint_lines(painter, room)
        self._paint_current(painter, room)
        for number, part in enumerate(self._parts):
            self._paint_bars(painter, room, number, part)
        self._paint_dates(painter, room)

    # Where everything is

    def _room(self, painter: QPainter | None = None) -> QRectF:
        """Where the bars may be: figures stand at its left."""
        metrics = self.fontMetrics() if painter is None else painter.fontMetrics()
        left = max(metrics.horizontalAdvance(shown.number(line)) for line in self._scale.lines()) + 8
        return QRectF(left, LEGEND + EDGE, self.width() - left - 2, self.height() - LEGEND - DATES - EDGE)

    def _slot(self, room: QRectF, number: int) -> QRectF:
        width = room.width() / len(self._parts)
        return QRectF(room.left() + number * width, room.top(), width, room.height())

    def _at(self, place: QPointF) -> int | None:
        """The group at a place."""
        if not self._parts:
            return None
        room = self._room()
        number = int((place.x() - room.left()) / room.width() * len(self._parts))
        return number if room.left() <= place.x() and 0 <= number < len(self._parts) else None

    def _y(self, pieces: float, room: QRectF) -> float:
        return self._scale.y(pieces, room.top(), room.height())

    # What is painted

    def _paint_legend(self, painter: QPainter) -> None:
        left = 0.0
        for flow in Flow:
            self._paint_bar(painter, QRectF(left, (LEGEND - SWATCH) / 2, SWATCH, SWATCH), flow)
            words = flow_words(flow)
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.setPen(self._color("mute"))
            place = QRectF(left + SWATCH + 6, 0, width + 4, LEGEND)
            painter.drawText(place, Align.AlignLeft | Align.AlignVCenter, words)
            left = place.right() + 14

    def _paint_lines(self, painter: QPainter, room: QRectF) -> None:
        for line in self._scale.lines():
            y = self._y(line, room)
            painter.setPen(QPen(self._color("edge" if line == 0 else "line"), 1))
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
            painter.setPen(self._color("mute"))
            place = QRectF(0, y - 8, room.left() - 6, 16)
            painter.drawText(place, Align.AlignRight | Align.AlignVCenter, shown.number(abs(line)))

    def _paint_current(self, painter: QPainter, room: QRectF) -> None:
        if self.current < 0 or not (self.hasFocus() or self.underMouse()):
            return
        painter.setPen(QPen(self._color("acc"), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._color("hover"))
        slot = self._slot(room, self.current).adjusted(0.5, -EDGE + 1, -0.5, EDGE - 1)
        painter.drawRoundedRect(slot, ROUND, ROUND)
        zero = self._y(0, room)
        painter.setPen(QPen(self._color("edge"), 1))
        painter.drawLine(QLineF(slot.left(), zero, slot.right(), zero))

    def _paint_bars(self, painter: QPainter, room: QRectF, number: int, part: Part) -> None:
        slot, zero = self._slot(room, number), self._y(0, room)
        width = min(WIDEST_BAR, slot.width() * 0.38)
        gap = min(3.0, slot.width() * 0.08)
        middle = slot.center().x()
        lefts = {
            Flow.ONLINE: middle - width - gap / 2,
            Flow.HERE: middle + gap / 2,
            Flow.RETURNS: middle - width / 2,
        }
        for flow, left in lefts.items():
            pieces = max(part.pieces[flow], 0)  # what is taken back later counts in a day of its own
            end = self._y(-pieces if flow is Flow.RETURNS else pieces, room)
            if pieces:
                self._paint_bar(painter, QRectF(QPointF(left, zero), QPointF(left + width, end)), flow)

    def _paint_bar(self, painter: QPainter, bar: QRectF, flow: Flow) -> None:
        fill, line = {
            Flow.ONLINE: ("acc", "acc"),
            Flow.HERE: ("ok_bg", "ok"),
            Flow.RETURNS: ("warn", "warn"),
        }[flow]
        painter.setPen(QPen(self._color(line), 1.5))
        painter.setBrush(self._color(fill))
        box = bar.normalized().adjusted(0.75, 0.75, -0.75, -0.75)
        round_by = min(ROUND, box.height() / 2)
        painter.drawRoundedRect(box, round_by, round_by)

    def _paint_dates(self, painter: QPainter, room: QRectF) -> None:
        """Every so many, from the right: none runs into another."""
        painter.setPen(self._color("mute"))
        free_to = float(self.width())
        for number in range(len(self._parts) - 1, -1, -1):
            label = short_name(self._parts[number])
            width = painter.fontMetrics().horizontalAdvance(label) + 14
            left = self._slot(room, number).center().x() - width / 2
            place = QRectF(min(left, self.width() - width), self.height() - DATES, width, DATES)
            if place.right() <= free_to and left >= 0:
                painter.drawText(place, Align.AlignCenter, label)
                free_to = place.left()

    def _color(self, name: str) -> QColor:
        return QColor(self._theme.color(name))


def short_name(part: Part) -> str:
    """«12 Nov», or the hour at which it begins."""
    return shown.day_of_month(part.start) if _is_day(part) else shown.short_clock(part.start)


def part_words(part: Part) -> str:
    """«12 Nov: Sold online 5, Sold here 3, Returns 1»."""
    name = short_name(part)
    if not _is_day(part):
        name = f"{name}–{shown.short_clock(part.end)}"
    return f"{name}: " + ", ".join(
        f"{flow_words(flow).lower()} {shown.number(part.pieces[flow])}" for flow in Flow
    )


def _is_day(part: Part) -> bool:
    return (part.end - part.start).total_seconds() > 2 * 3600
