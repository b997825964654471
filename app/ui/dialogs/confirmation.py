"""A question before something that cannot be taken back: calm, and *Cancel* is what Enter does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.icons import pixmap
from app.ui.theme import Theme

ICON_PIXELS = 26


class Confirmation(QMessageBox):
    """`sure` is the button that does it. It goes with the answer."""

    def __init__(self, theme: Theme, title: str, words: str, sure: str, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.NoIcon, title, words, QMessageBox.StandardButton.Cancel, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setTextFormat(Qt.TextFormat.PlainText)
        ratio = parent.devicePixelRatioF()
        self.setIconPixmap(pixmap("warning", theme.color("warn"), ICON_PIXELS, ratio))
        self.sure = self.addButton(sure, QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)

    def ask(self, agreed: Callable[[], object]) -> None:
        """Open it; `agreed` is called where the person is sure."""
        self.sure.clicked.connect(agreed)
        self.open()
