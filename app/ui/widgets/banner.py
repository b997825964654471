"""One line across the window that says what stands in the way, with buttons that lead to the fix."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

STAYS_FOR = 3000
"""Milliseconds that the line keeps its place under the pointer once it has nothing to say."""


class Banner(QFrame):
    """Hidden until it has something to say.

    It ends empty while the pointer is over it: what stands below would move under a click that was
    meant for a button here.
    """

    clicked = Signal()
    other_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._button, self._other = QPushButton(), QPushButton()
        self._button.clicked.connect(self.clicked)
        self._other.clicked.connect(self.other_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 18, 8)
        line.addWidget(self._label, 1)
        line.addWidget(self._other)
        line.addWidget(self._button)
        self.corner = QHBoxLayout()
        line.addLayout(self.corner)
        self._stay = QTimer(self, singleShot=True, interval=STAYS_FOR)
        self._stay.timeout.connect(self._leave)
        self.hide()

    @property
    def weight(self) -> int:
        """Of several only the one with the least may have room."""
        return 0

    @property
    def words(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_words(self, words: str, button: str = "", other: str = "", *, is_busy: bool = False) -> None:
        """Say this; nothing hides the banner, or a button. `is_busy`: the first cannot be pressed."""
        if words:
            self._stay.stop()
            self.setMinimumHeight(0)
        elif self.isVisible():
            self.setMinimumHeight(self.height())
        self._label.setText(words)
        for widget, text in ((self._button, button), (self._other, other)):
            widget.setText(text)
            widget.setVisible(bool(text))
        self._button.setEnabled(not is_busy)
        if words:
            self.show()
        elif not self.underMouse():
            self._leave()
        elif not self._stay.isActive():
            self._stay.start()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._label.text():
            self._leave()

    def _leave(self) -> None:
        self._stay.stop()
        self.hide()
