"""The search field of a page: tells what is typed a moment after the last key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.ui.icons import icon
from app.ui.theme import Theme

PAUSE_MS = 80
ROOM_BESIDE = 76
"""Pixels of the frame, the glass and the button that clears."""

LEAST_WIDTH = 84
"""In pixels: where less is left, the name of the page beside it has no room."""

MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class SearchField(QLineEdit):
    """`searched` carries the text; Escape clears it; `moved_on` carries Up, Down, Page Up or Page Down."""

    searched = Signal(str)
    moved_on = Signal(object)  # QKeyEvent

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(330)
        self._glass = self.addAction(
            icon("search", theme.color("mute")), self.ActionPosition.LeadingPosition
        )
        theme.theme_changed.connect(self._on_theme_changed)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._timer.start)

    @override
    def sizeHint(self) -> QSize:
        """Wide enough for the words that say what can be typed."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return super().sizeHint().expandedTo(QSize(words + ROOM_BESIDE, 0))

    def clear_at_once(self) -> None:
        """Find everything again, without the pause of typing."""
        if self.text():
            self.clear()
            self._timer.stop()
            self.searched.emit("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in MOVES:
            self.moved_on.emit(event)
        else:
            super().keyPressEvent(event)

    def _on_theme_changed(self) -> None:
        self._glass.setIcon(icon("search", self._theme.color("mute")))
