"""The three lines under the pages that always tell the truth; each leads to where it is mended."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.status_views import Lamp, Status
from app.ui.i18n import translated
from app.ui.theme import Theme
from app.ui.widgets.elided_lines import ElidedLines
from app.ui.widgets.lamp_dot import LampDot

MOST_LINES = 2
"""Of each line of the status; a long reason is told whole by the tool tip."""

MARKETPLACE, LISTENER, DELIVERIES = range(3)


class StatusLine(QPushButton):
    """A lamp and its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dot, self.label = LampDot(theme), ElidedLines(MOST_LINES)
        self.label.setProperty("caption", True)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 2, 2, 2)
        line.setSpacing(7)
        line.addWidget(self.dot)
        line.addWidget(self.label, 1)
        for part in (self.dot, self.label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_lamp(self, lamp: Lamp, words: str) -> None:
        """Light it so, and say why."""
        self.dot.show_lamp(lamp)
        self.label.set_whole(words)
        self.setAccessibleName(words)
        self.setToolTip(words)

    @override
    def sizeHint(self) -> QSize:
        """A button knows nothing of a layout in it."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.minimumSize()


class StatusLines(QWidget):
    """Is the marketplace reachable, is the listener on, what waits."""

    chosen = Signal(int)  # MARKETPLACE, LISTENER or DELIVERIES

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLines")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lines = [StatusLine(theme) for _ in (MARKETPLACE, LISTENER, DELIVERIES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(2)
        for number, line in enumerate(self.lines):
            line.clicked.connect(self._emitter(number))
            column.addWidget(line)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  # a state, as Qt's setters
        """The lamps only; their tool tips have the words."""
        for line in self.lines:
            line.label.setHidden(is_compact)

    @property
    def words(self) -> str:
        """All three."""
        return "\n".join(line.label.whole for line in self.lines)

    def show_status(self, status: Status) -> None:
        """Show all three."""
        paused = None if status.is_unconnected else status.paused
        words = translated(paused or status.marketplace_words) or self.tr("Marketplace: not connected")
        self.lines[MARKETPLACE].show_lamp(Lamp.BAD if paused else status.marketplace, words)
        listener = translated(status.listener_words) or self.tr("Events: off")
        self.lines[LISTENER].show_lamp(status.listener, listener)
        self.lines[DELIVERIES].show_lamp(*self._waiting(status))

    def _waiting(self, status: Status) -> tuple[Lamp, str]:
        counts = status.deliveries
        if not counts.queued and not counts.needs_person:
            return Lamp.GOOD, self.tr("Deliveries: none waits")
        parts: list[str] = []
        if counts.queued:
            parts.append(self.tr("%n queued", "", counts.queued))
        if counts.needs_person:
            parts.append(self.tr("%n wait(s) for you", "", counts.needs_person))
        words = self.tr("Deliveries: {what}").format(what=", ".join(parts))
        return Lamp.WARNING if counts.needs_person else Lamp.WORKING, words

    def _emitter(self, number: int) -> Callable[[], None]:
        return lambda: self.chosen.emit(number)
