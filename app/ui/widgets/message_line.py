"""A line that says what was done, with a link to what may follow, and goes away by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.ui.widgets.look import set_look

SHOWN_FOR = 12_000
"""Milliseconds."""


class MessageLine(QWidget):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pendingBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._follow: Callable[[], None] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._link = QPushButton()
        self._link.setProperty("link", True)
        self._link.clicked.connect(self._on_link_clicked)
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 8, 12, 8)
        line.addWidget(self._label, 1)
        line.addWidget(self._link)
        line.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; nothing while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def say(
        self,
        words: str,
        link: str = "",
        follow: Callable[[], None] | None = None,
        *,
        tone: str = "",
    ) -> None:
        """Say this; the link, if there is one, calls `follow`."""
        self._follow = follow
        self._label.setText(words)
        set_look(self._label, "tone", tone)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._close.setAccessibleName(self.tr("Close"))
        self.setVisible(bool(words))
        self._timer.start()

    def _on_link_clicked(self) -> None:
        self.hide()
        if self._follow is not None:
            self._follow()
