"""One line across the window that says what stands in the way, with buttons that lead to the fix."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """Hidden until it has something to say."""

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
        self.hide()

    @property
    def words(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_words(self, words: str, button: str = "", other: str = "") -> None:
        """Say this; nothing hides the banner, or a button."""
        self._label.setText(words)
        for widget, text in ((self._button, button), (self._other, other)):
            widget.setText(text)
            widget.setVisible(bool(text))
        self.setVisible(bool(words))
