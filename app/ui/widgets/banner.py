"""One line across the window that says what stands in the way, with a button that leads to the fix."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """Hidden until it has something to say."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self.clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 18, 8)
        line.addWidget(self._label, 1)
        line.addWidget(self._button)
        self.hide()

    def show_words(self, words: str, button: str) -> None:
        """Say this; nothing hides the banner."""
        self._label.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setVisible(bool(words))
