"""What a page shows when it has nothing to show: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import pixmap
from app.ui.theme import Theme

ICON_PIXELS = 40
WIDTH = 380


class EmptyState(QWidget):
    """An icon, a sentence, advice, and at most one button."""

    clicked = Signal()

    def __init__(self, theme: Theme, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._icon, self._title, self._advice = QLabel(), QLabel(), QLabel()
        self._title.setProperty("panelTitle", True)
        self._advice.setProperty("muted", True)
        self._button = QPushButton()
        self._button.setProperty("primary", True)
        self._button.clicked.connect(self.clicked)
        inner = QWidget()
        inner.setFixedWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.addStretch(2)
        for label in (self._icon, self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._icon)
            column.addWidget(label)
            column.addSpacing(6)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        QHBoxLayout(self).addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        theme.theme_changed.connect(self._show_icon)
        self._show_icon()

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._advice.text()}"

    def set_words(self, title: str, advice: str, button: str = "") -> None:
        """What is the matter, what to do, and the button's word."""
        self._title.setText(title)
        self._advice.setText(advice)
        self._button.setText(button)
        self._button.setVisible(bool(button))

    def _show_icon(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(self._icon_name, self._theme.color("mute"), ICON_PIXELS, ratio))
